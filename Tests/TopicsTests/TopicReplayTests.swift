// Topics week after week: nothing of later weeks plays a part, and new posts find their topics between two groupings.

import Discussion
import Testing

@testable import Topics

@Suite struct TopicReplayTests {
  /// Four posts a week, one on each subject.
  private func week(_ number: Int) -> [TopicPost] { Community.all(number..<number + 1) }

  private func replay(
    _ weeks: Int, refit: TopicReplay.Refit = .auto, weeklyUpTo: Int = 80,
    change: (inout TopicSettings) -> Void = { _ in }, each: (Int, TopicReplay) -> Void = { _, _ in }
  ) -> TopicReplay {
    var settings = TopicSettings(language: .dutch)
    change(&settings)
    var replay = TopicReplay(settings: settings, refit: refit, weeklyUpTo: weeklyUpTo)
    for number in 0..<weeks {
      replay.advance(with: week(number))
      each(number, replay)
    }
    return replay
  }

  /// The topic that most posts of each subject have, and how many of all posts have it.
  private func agreement(_ assignments: [TopicAssignment]) -> (topics: [String: TopicID], share: Double) {
    var counts: [String: [TopicID: Int]] = [:]
    for assignment in assignments {
      guard let topic = assignment.topic else { continue }
      counts[Community.subject(of: assignment.post), default: [:]][topic, default: 0] += 1
    }
    let best = counts.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) } }
    let agreeing = best.values.reduce(0) { $0 + $1.value }
    return (best.mapValues(\.key), Double(agreeing) / Double(assignments.count))
  }

  @Test func aSmallArchiveIsGroupedAnewEveryWeek() {
    let replay = replay(15)
    #expect(replay.fits == 15)
    #expect(replay.assignments.count == 60)
    #expect(agreement(replay.assignments).share > 0.9)
  }

  @Test func theSameTopicsComeOutAsWhenANightFollowsEachWeek() {
    let replay = replay(12, refit: .weekly)
    var state: TopicState?
    var posts: [TopicPost] = []
    var result: TopicResult?
    for number in 0..<12 {
      posts += week(number)
      result = TopicModel(settings: TopicSettings(language: .dutch)).cluster(posts, previous: state)
      state = result?.state
    }
    #expect(result?.assignments == replay.assignments)
    #expect(result?.topics == replay.topics)
  }

  @Test(arguments: [nil, Community.catalogue]) func laterPostsFindTheTopicOfTheirSubject(
    catalogue: ThemeCatalogue?
  ) {
    var fitsBefore = 0
    var placed: [TopicAssignment] = []
    let replay = replay(
      60, change: { $0.catalogue = catalogue },
      each: { number, replay in
        if number >= 21, replay.fits == fitsBefore { placed += replay.assignments.suffix(4) }
        fitsBefore = replay.fits
      })
    // From the 21st week on not every week brings enough that is new.
    #expect(replay.fits < 42)
    #expect(placed.count >= 28)
    let topics = agreement(replay.assignments).topics
    #expect(Set(topics.values).count == 4)
    let right = placed.count { $0.topic != nil && $0.topic == topics[Community.subject(of: $0.post)] }
    #expect(Double(right) >= 0.9 * Double(placed.count), "\(right) of \(placed.count)")
  }

  @Test func anEarlierWeekDoesNotKnowOfLaterOnes() {
    var seen: [[TopicAssignment]] = []
    _ = replay(38, each: { _, replay in seen.append(replay.assignments) })
    for weeks in [20, 37] {
      #expect(replay(weeks).assignments == seen[weeks - 1])
    }
  }

  @Test func theOrderOfAWeeksPostsDoesNotMatter() {
    var turned = TopicReplay(settings: TopicSettings(language: .dutch), weeklyUpTo: 80)
    for number in 0..<24 { turned.advance(with: week(number).reversed()) }
    #expect(turned.assignments == replay(24).assignments)
  }

  @Test func aPostThatResemblesNothingStaysByItself() {
    var replay = replay(21)
    let fits = replay.fits
    let stranger = TopicPost(
      id: PostID("vreemd-1"), body: "Vliegtuigen landen tegenwoordig zonder propellers op zandbanken.",
      createdAt: Timestamp(
        day: CalendarDay(number: 20_021), hour: 13, minute: 0, second: 0, millisecond: 0))
    replay.advance(with: [stranger])
    #expect(replay.fits == fits)
    #expect(replay.assignments.last == TopicAssignment(post: stranger.id, topic: nil, similarity: 0))
  }

  @Test func noTitleIsASentenceOfAPost() {
    let replay = replay(15)
    let bodies = (0..<15).flatMap(week).map(\.body)
    for topic in replay.topics {
      let title = replay.title(of: topic)
      #expect(!title.isEmpty)
      #expect(!bodies.contains { $0.contains(title) && title.contains(" en ") }, "\(title)")
    }
    #expect(replay.topics.contains { $0.title != replay.title(of: $0) })
  }

  @Test func weeksWithoutPostsChangeNothing() {
    var replay = replay(10)
    let before = replay.assignments
    replay.advance(with: [])
    #expect(replay.assignments == before)
    var empty = TopicReplay(settings: TopicSettings(language: .dutch))
    empty.advance(with: [])
    #expect(empty.assignments.isEmpty && empty.topics.isEmpty)
  }
}

extension Community {
  /// A theme for each subject.
  static let catalogue = ThemeCatalogue(
    themes: subjects.sorted { $0.key < $1.key }.map { name, words in
      Theme(
        slug: name, title: name.uppercased(), task: "taak", description: words.joined(separator: ", ") + ".",
        strongTerms: Array(words.prefix(3)), weakTerms: Array(words.dropFirst(3)),
        exampleQuestions: ["Wat te doen bij \(words[0]) en \(words[1])?"])
    }, tasks: [DevelopmentTask(slug: "taak", title: "Taak", description: "Alles.")])
}
