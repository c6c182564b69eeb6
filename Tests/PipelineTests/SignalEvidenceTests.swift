// The evidence of signals is counted from posts and members, over the window that is told about, and leaks nothing hidden.
import Dashboards
import Discussion
import Moderation
import Testing

@testable import Pipeline

@Suite struct SignalEvidenceTests {
  /// The week of Monday 2 March 2026; the report's week of these tests.
  private static let week = ISOWeek(iso8601: "2026-W10") ?? ISOWeek(number: 0)
  private static let zone = LocalZone.utc

  /// A community of questions, built one by one.
  private struct Community {
    var posts: [Post] = []
    var members: [MemberID: Member] = [:]
    var topics: [PostID: Int] = [:]
    var neighbours: [PostNeighbours] = []

    /// Adds a question that was asked on the Wednesday of a week.
    mutating func ask(
      _ id: String, ago: Int = 0, by author: String? = nil, organisation: String? = nil, topic: Int? = nil,
      _ body: String = "Hoe gaan jullie om met het nieuwe formulier?"
    ) -> PostID {
      let post = PostID("jeugd:" + id)
      let member = author.map { MemberID("k1-" + $0) }
      if let member {
        members[member] = Member(
          id: member, organisation: organisation, region: organisation.map { "Regio van \($0)" },
          role: "jeugdprofessional")
      }
      let day = week.advanced(by: -ago).monday.advanced(by: 2)
      posts.append(
        Post(
          id: post, source: "jeugd", thread: ThreadID("jeugd:" + id), kind: .topic, author: member,
          createdAt: Timestamp(day: day).advanced(byMilliseconds: 36_000_000 + Int64(posts.count) * 1_000),
          body: body))
      topics[post] = topic
      return post
    }

    func facts(_ signals: [Signal], corrections: [TopicCorrection] = [], history: [DatedTopicEvent] = [])
      -> NightFacts
    {
      let sorted = posts.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
      return NightFacts(
        asOf: week.sunday.advanced(by: 3), zone: zone, posts: sorted, members: members,
        questions: Dictionary(
          uniqueKeysWithValues: posts.map { post in
            (
              post.id,
              [Question(post: post.id, range: 0..<post.body.unicodeScalars.count, text: post.body)]
            )
          }),
        assignments: Dictionary(
          uniqueKeysWithValues: posts.map {
            (
              $0.id,
              TopicAssignment(
                post: $0.id, topic: topics[$0.id].map(TopicID.init(number:)), similarity: 0.5)
            )
          }),
        topics: Set(topics.values).sorted().map {
          Topic(id: TopicID(number: $0), title: "Onderwerp \($0)", words: [])
        }, neighbours: neighbours, history: history, counts: [], assessments: [], signals: signals,
        oldPostsLately: 0, corrections: TopicCorrections(corrections))
    }
  }

  private static func signal(
    _ posts: [PostID], topic: Int? = 1, scope: SignalScope = .topic, latest: ISOWeek = week, window: Int = 2,
    upper: Int = 3
  ) -> Signal {
    Signal(
      id: SignalID(week: latest, number: 1), topic: topic.map(TopicID.init(number:)), scope: scope,
      weeks: [
        SignalWeek(
          week: latest, isRaised: true, methods: [.counts], windowWeeks: window, observed: posts.count,
          expected: 1, lower: 0, upper: upper, pValue: 0.001, strength: .signal, posts: posts)
      ], isOpen: latest == week)
  }

  private func reports(_ facts: NightFacts, unanswered: Set<PostID> = []) -> [SignalReport] {
    SignalEvidenceBuilder(
      facts: facts, redactor: Redactor(lexicon: NameLexicon()),
      quotes: QuoteSelection(
        quotations: Quotations(lexicon: NameLexicon(), verdicts: Verdicts()), versions: TextVersions()),
      muted: MutedTopics(facts.corrections, topics: facts.topics), unanswered: unanswered, language: .dutch,
      fewest: 5
    ).reports()
  }

  @Test func countsOfTheWindowComeFromPostsAndMembers() throws {
    var community = Community()
    _ = community.ask("oud", ago: 40, by: "z", topic: 1)
    var posts = ["a", "a", "b", "c", "d"].enumerated().map { index, author in
      community.ask(
        "p\(index)", ago: index % 2, by: author, organisation: author == "d" ? "Zuid" : "Noord", topic: 1)
    }
    // Somebody the member list does not know, and somebody the source does not name.
    posts.append(community.ask("p5", by: "e", topic: 1))
    posts.append(community.ask("p6", topic: 1))
    _ = community.ask("elders", by: "q", topic: 2)
    let report = try #require(
      reports(
        community.facts([Self.signal(posts)]), unanswered: [posts[0], posts[6], PostID("jeugd:elders")]
      ).first)
    var expected = SignalEvidence(
      questions: 7, askers: 6, organisations: 2, regions: 2, roles: 1, largestAsker: 2,
      largestOrganisation: 4,
      platformQuestions: 8, unanswered: 2, firstSeen: Self.week.advanced(by: -40))
    expected.twin = .notKnown
    #expect(report.evidence == expected)
    #expect(report.warnings == [.mostlyOneOrganisation])
    #expect(report.weeks.map(\.questions) == [2, 5])
    #expect(report.topicNow == TopicID(number: 1))
    #expect(!report.isMuted && report.words.isEmpty)
  }

  @Test func anErasedQuestionAndOneAfterTheWindowCountNowhere() throws {
    var community = Community()
    let posts = (0..<5).map { community.ask("p\($0)", by: "a\($0)", topic: 1) }
    let report = try #require(
      reports(community.facts([Self.signal(posts + [PostID("jeugd:weg")])])).first)
    #expect(report.evidence.questions == 5)
    #expect(report.signal.weeks[0].observed == 6, "what was seen then stays")
  }

  @Test(arguments: [(52, true), (54, true), (50, true), (104, true), (55, false), (40, false)])
  func asBusyAtTheSameTimeOfAnEarlierYear(ago: Int, isTwin: Bool) throws {
    var community = Community()
    _ = community.ask("eerste", ago: 120, by: "x", topic: 2)
    for number in 0..<5 { _ = community.ask("toen\(number)", ago: ago, by: "t\(number)", topic: 1) }
    let posts = (0..<6).map { community.ask("p\($0)", by: "a\($0)", topic: 1) }
    let twin = try #require(reports(community.facts([Self.signal(posts, window: 1)])).first).evidence.twin
    #expect(twin == (isTwin ? .busy(Self.week.advanced(by: -ago)) : .quiet))
    // As many as was to be expected anyway is no peak.
    let usual = reports(community.facts([Self.signal(posts, window: 1, upper: 5)])).first
    #expect(usual?.evidence.twin == .quiet)
  }

  @Test func withoutDataOfAYearEarlierNothingIsSaidOfTheSeason() throws {
    var community = Community()
    _ = community.ask("eerste", ago: 30, by: "x", topic: 1)
    let posts = (0..<6).map { community.ask("p\($0)", by: "a\($0)", topic: 1) }
    #expect(reports(community.facts([Self.signal(posts)])).first?.evidence.twin == .notKnown)
  }

  @Test func examplesAreTheQuestionsNearestToTheOthersOneOfEachPerson() throws {
    var community = Community()
    let posts = (0..<5).map {
      community.ask(
        "p\($0)", by: $0 == 1 ? "a0" : "a\($0)", topic: 1, "Vraag nummer \($0) over het nieuwe formulier?")
    }
    let far = community.ask("ver", ago: 9, by: "ver", topic: 1)
    func list(_ post: PostID, _ others: [(PostID, Double)]) -> PostNeighbours {
      PostNeighbours(post: post, neighbours: others.map { .init(post: $0.0, similarity: $0.1) })
    }
    community.neighbours = [
      list(posts[0], [(posts[1], 0.5)]), list(posts[1], [(posts[0], 0.5), (posts[2], 0.4)]),
      list(posts[3], [(far, 0.9)]), list(posts[4], [(posts[2], 0.2)]),
    ]
    let examples = try #require(reports(community.facts([Self.signal(posts)])).first).examples
    // 1: 0.5 + 0.4, 2: 0.4 + 0.2 (listed by others), 0: 0.5 but of the same person as 1, 4: 0.2, 3: nothing of its own. All are proposed.
    #expect(
      examples.map(\.text.text) == [1, 2, 4, 3].map { "Vraag nummer \($0) over het nieuwe formulier?" })
  }

  @Test func wordsOfABirthAreSharedBySomeAndHoldNoPersonalData() throws {
    var community = Community()
    for number in 0..<30 {
      _ = community.ask(
        "x\(number)", ago: 5, by: "x\(number)", topic: 2, "Wie heeft ervaring met wachttijden bij ons?")
    }
    let posts = (0..<5).map {
      community.ask(
        "p\($0)", by: "a\($0)",
        "Mijn collega Fatima vraagt: hoe vullen jullie het perspectiefplan in? Bel 06-12345678. \($0 < 2 ? "Zonnebloem" : "")"
      )
    }
    let birth = Self.signal(posts, topic: nil, scope: .birth)
    let words = try #require(reports(community.facts([birth])).first).words
    #expect(words.contains("perspectiefplan"))
    #expect(!words.contains("zonnebloem"), "two people are too few for a word")
    #expect(
      !words.contains("fatima") && !words.contains { $0.contains("0612") || $0.contains("telefoonnummer") })
    // Four people are too few for any.
    let few = Self.signal(Array(posts.dropLast()), topic: nil, scope: .birth)
    #expect(reports(community.facts([few])).first?.words == [])
  }

  @Test func aSignalMostlyOfAHiddenTopicIsHiddenAndItsQuestionsAreNeverQuoted() throws {
    var community = Community()
    let hidden = (0..<3).map {
      community.ask("h\($0)", by: "h\($0)", topic: 9, "Geheim \($0): hoe gaat dat bij jullie in de praktijk?")
    }
    let open = (0..<5).map {
      community.ask("p\($0)", by: "a\($0)", "Gewoon \($0): hoe gaat dat bij jullie in de praktijk?")
    }
    let mute = TopicCorrection(number: 1, action: .mute(TopicID(number: 9), true))
    func report(_ posts: [PostID], topic: Int? = nil) -> SignalReport? {
      reports(
        community.facts([Self.signal(posts, topic: topic, scope: .birth)], corrections: [mute])
      ).first
    }
    #expect(report(hidden + open.prefix(2))?.isMuted == true)
    #expect(report(open, topic: 9)?.isMuted == true)
    let mixed = try #require(report(hidden + open))
    #expect(!mixed.isMuted)
    #expect(mixed.examples.count == 5)
    #expect(mixed.examples.allSatisfy { open.contains($0.post) })
  }

  @Test func whatMakesASignalUncertainIsWarnedOf() throws {
    var community = Community()
    _ = community.ask("eerste", ago: 9, by: "x", topic: 1)
    let posts = (0..<6).map { community.ask("p\($0)", by: "a\($0)", topic: 1) }
    func event(_ kind: TopicEvent.Kind, _ topic: Int, ago: Int, other: Int? = nil) -> DatedTopicEvent {
      DatedTopicEvent(
        night: Self.week.advanced(by: -ago).monday,
        event: TopicEvent(
          kind: kind, topic: TopicID(number: topic), other: other.map(TopicID.init(number:)), questions: 9),
        askers: 9)
    }
    func warnings(_ history: [DatedTopicEvent], old: Int = 0) -> [SignalWarning] {
      var facts = community.facts([Self.signal(posts)], history: history)
      facts.oldPostsLately = old
      return reports(facts).first?.warnings ?? []
    }
    let short = SignalWarning.shortHistory(weeks: 9)
    let founding = event(.born, 3, ago: 9)
    #expect(warnings([]) == [short])
    #expect(warnings([], old: 19) == [short])
    #expect(warnings([], old: 20) == [.oldPostsImported(20), short])
    #expect(warnings([event(.born, 1, ago: 6)]) == [short], "what formed on the first night is not new")
    #expect(
      warnings([founding, event(.born, 1, ago: 6)]) == [
        short, .topicChanged(.born, night: Self.week.advanced(by: -6).monday),
      ])
    #expect(warnings([founding, event(.split, 1, ago: 8, other: 4)]) == [short])
    #expect(
      warnings([founding, event(.merged, 4, ago: 2, other: 1)]) == [
        short, .topicChanged(.merged, night: Self.week.advanced(by: -2).monday),
      ])
    #expect(warnings([founding, event(.merged, 4, ago: 2, other: 5)]) == [short])
  }
}
