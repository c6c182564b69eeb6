// Which topics are proposed to become one or two, and what is never proposed.
import Discussion
import Testing

@testable import Topics

@Suite struct ProposalTests {
  private static func id(_ number: Int) -> TopicID { TopicID(number: number) }

  /// Questions of subjects: each resembles all others of its subject, and now and then one of the next subject.
  private struct Subjects {
    var questions: [PlacedQuestion] = []
    var lists: [PostNeighbours] = []

    /// - Parameters:
    ///   - sizes: how many questions each subject has.
    ///   - topic: the topic of a question, by its subject and its number within it.
    ///   - strays: every so manieth question also resembles one of the next subject.
    init(_ sizes: [Int], strays: Int = 6, people: Int = 100, topic: (Int, Int) -> Int) {
      func post(_ subject: Int, _ number: Int) -> PostID { PostID("j:\(subject)-\(number + 100)") }
      for (subject, size) in sizes.enumerated() {
        for number in 0..<size {
          questions.append(
            PlacedQuestion(
              post: post(subject, number), topic: ProposalTests.id(topic(subject, number)),
              author: MemberID("m\((subject * 37 + number) % people)")))
          // Neighbours spread over the subject, not only those beside it.
          var near = (1...6).map { post(subject, (number + $0 * $0) % size) }.filter {
            $0 != post(subject, number)
          }
          if number.isMultiple(of: strays), sizes.count > 1 {
            let next = (subject + 1) % sizes.count
            near.append(post(next, number % sizes[next]))
          }
          lists.append(
            PostNeighbours(
              post: post(subject, number),
              neighbours: near.enumerated().map {
                .init(post: $1, similarity: 0.6 - Double($0) * 0.03)
              }))
        }
      }
    }

    func proposals(_ log: [TopicCorrection.Action] = []) -> [TopicProposal] {
      TopicProposals(
        questions: questions, neighbours: lists,
        corrections: TopicCorrections(
          log.enumerated().map { TopicCorrection(number: $0 + 1, action: $1) })
      ).all()
    }
  }

  /// Two subjects in topics 1 and 2, and a third one cut in half by its numbers: topics 3 and 4.
  private static let cut = Subjects([20, 20, 40]) { subject, number in
    subject < 2 ? subject + 1 : number.isMultiple(of: 2) ? 3 : 4
  }

  /// Two subjects in one topic, and one in topic 2.
  private static let mixed = Subjects([20, 14, 24]) { subject, _ in subject < 2 ? 1 : 2 }

  @Test func subjectsThatAreTopicsGiveNoProposal() {
    #expect(Subjects([20, 20, 20]) { subject, _ in subject + 1 }.proposals().isEmpty)
  }

  @Test func theHalvesOfOneSubjectAreProposedToBecomeOne() throws {
    let found = Self.cut.proposals()
    #expect(found.count == 1)
    let proposal = try #require(found.first)
    #expect(
      proposal.change == .merge(Self.id(4), into: Self.id(3))
        || proposal.change == .merge(Self.id(3), into: Self.id(4)))
    #expect(proposal.contact.share > 0.6)
    #expect(proposal.sides.map(\.questions) == [20, 20])
  }

  @Test func twoSubjectsInOneTopicAreProposedToPart() throws {
    let found = Self.mixed.proposals()
    #expect(found.count == 1)
    let proposal = try #require(found.first)
    guard case .split(let topic, let posts) = proposal.change else {
      Issue.record("\(proposal.change)")
      return
    }
    #expect(topic == Self.id(1))
    #expect(posts.count == 14 && posts.allSatisfy { $0.description.hasPrefix("j:1-") })
    #expect(proposal.contact.share < 0.3)
    #expect(try #require(proposal.chance) > proposal.contact.share + 0.15)
  }

  @Test func theOrderInWhichThingsComeDoesNotMatter() {
    for subjects in [Self.cut, Self.mixed] {
      var turned = subjects
      turned.questions.reverse()
      turned.lists.sort {
        $0.post.description.reversed().description < $1.post.description.reversed().description
      }
      #expect(turned.proposals() == subjects.proposals())
    }
  }

  @Test(arguments: [
    [TopicCorrection.Action.keep(id(3), .apart(from: id(4)))], [.keep(id(4), .apart(from: id(3)))],
    [.create(id(4), title: "Door mensen gemaakt")],
    [.rename(id(3), title: "Een"), .rename(id(4), title: "Ander")], [.mute(id(4), true)],
    [.merge(id(3), into: id(4)), .withdraw(1)],
  ])
  func whatPeopleSetApartIsNotProposedToBecomeOne(log: [TopicCorrection.Action]) {
    // Within such a half the sample's questions fall apart: that is another proposal.
    let merges = Self.cut.proposals(log).filter { if case .merge = $0.change { true } else { false } }
    #expect(merges.isEmpty)
  }

  @Test func theTopicThatPeopleNamedOrPinnedGoesOn() {
    for log in [[TopicCorrection.Action.rename(Self.id(4), title: "Goed")], [.pin(Self.id(4), true)]] {
      #expect(Self.cut.proposals(log).map(\.change) == [.merge(Self.id(3), into: Self.id(4))])
    }
    #expect(Self.cut.proposals([.mute(Self.id(3), true), .mute(Self.id(4), true)]).count == 1)
  }

  @Test(arguments: [
    [TopicCorrection.Action.keep(id(1), .whole)], [.pin(id(1), true)], [.merge(id(9), into: id(1))],
    [.move(PostID("j:0-100"), to: id(1)), .move(PostID("j:1-100"), to: id(1))],
  ])
  func whatPeoplePutTogetherIsNotProposedToPart(log: [TopicCorrection.Action]) {
    #expect(Self.mixed.proposals(log).isEmpty)
  }

  @Test func whatPeoplePlacedStaysWhereItIs() throws {
    let found = Self.mixed.proposals([.move(PostID("j:1-100"), to: Self.id(1))])
    guard case .split(_, let posts) = try #require(found.first).change else { return }
    #expect(posts.count == 20 && posts.allSatisfy { $0.description.hasPrefix("j:0-") })
  }

  @Test func fewQuestionsOrFewPeopleGiveNoProposal() {
    #expect(Subjects([20, 4]) { _, _ in 1 }.proposals().isEmpty)
    #expect(Subjects([20, 14], people: 2) { _, _ in 1 }.proposals().isEmpty)
    var unknown = Self.mixed
    for index in unknown.questions.indices { unknown.questions[index].author = nil }
    #expect(unknown.proposals().count == 1, "where nobody is known questions stand for people")
  }

  @Test func aTopicWithoutAnySubjectDoesNotPart() {
    // Everybody resembles whom chance gives: the best halves of that are no topics.
    var random = SplitMix64(seed: 7)
    var subjects = Subjects([40]) { _, _ in 1 }
    for index in subjects.lists.indices {
      subjects.lists[index].neighbours = (0..<5).map { place in
        .init(
          post: subjects.questions[(index + 1 + random.next(below: 39)) % 40].post,
          similarity: 0.6 - Double(place) * 0.03)
      }
    }
    #expect(subjects.proposals().isEmpty)
  }

  @Test func everyOneOfManyTopicsIsLookedAt() {
    let subjects = Subjects(Array(repeating: 67, count: 300)) { subject, _ in subject / 2 + 1 }
    let found = subjects.proposals()
    #expect(found.count == 150, "every topic holds two subjects")
  }

  @Test func aPhraseIsWhatSeveralPeopleSaySideBySide() {
    func phrases(_ others: [String]) -> TitlePhrases {
      TitlePhrases(analyzer: .init(language: .dutch), others: others)
    }
    func asked(_ texts: [String]) -> [TitlePhrases.Asked] {
      texts.enumerated().map { .init(text: $1, author: MemberID("m\($0)")) }
    }
    let texts = [
      "Wie heeft er een licht verstandelijke beperking gezien?",
      "Hoe praat je over een licht verstandelijke beperking met ouders?",
      "Jongeren met een Licht Verstandelijke Beperking: wat werkt?", "Wat werkt er bij slapen?",
    ]
    let found = phrases(["Wat doe je met slapen?"]).best(in: asked(texts), leastPeople: 3)
    #expect(found?.text == "licht verstandelijke beperking" && found?.people == 3)
    // Words with anything but a blank between them do not stand side by side, nor do those of one person count thrice.
    #expect(phrases([]).phrases(in: "licht, verstandelijke\nbeperking").isEmpty)
    let one = texts.map { TitlePhrases.Asked(text: $0, author: MemberID("m1")) }
    #expect(phrases([]).best(in: one, leastPeople: 3) == nil)
    // What everybody says everywhere tells nothing.
    #expect(phrases(texts + texts).best(in: asked(texts), leastPeople: 3) == nil)
  }
}
