// The follow-up of theme meetings: counts on both sides, an honest test, and the meeting of the demo community.
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Spikes

@Suite struct FollowUpTests {
  static let date = CalendarDay(iso8601: "2025-03-27") ?? CalendarDay(number: 0)
  static let subject = TopicID(number: 1)

  /// Questions on so many days after the meeting (before when negative), each by somebody else.
  static func questions(_ days: [Int], on topic: TopicID? = subject, name: String = "q") -> [DatedQuestion] {
    days.enumerated().map { index, day in
      DatedQuestion(
        post: PostID("\(name)\(index)"), topic: topic, asker: MemberID("\(name)-m\(index)"),
        day: date.advanced(by: day))
    }
  }

  /// Two questions a day on anything else, for half a year on both sides.
  static let others = questions(
    (-182...182).flatMap { [$0, $0] }, on: TopicID(number: 2), name: "other")

  static func follow(_ questions: [DatedQuestion], days: Int = 400, signals: [Signal] = []) -> MeetingFollowUp
  {
    FollowUpStudy.follow(
      up: date, topics: [subject], questions: questions, knownUntil: date.advanced(by: days),
      signals: signals)
  }

  /// P-values by exact arithmetic on fractions; Golden/make_fisher.py prints them.
  @Test(arguments: [
    (15, 1, 400, 390, 0.0007038782348903045), (15, 5, 546, 182, 1.0), (15, 5, 364, 364, 0.04478545849293333),
    (5, 5, 50, 50, 1.0), (0, 5, 20, 20, 0.08697296275288334), (3, 0, 2, 2, 0.5714285714285714),
    (1, 16, 900, 900, 0.00029354953895311146), (40, 60, 1000, 1000, 0.06380368927575404), (7, 0, 10, 0, 1.0),
    (250, 180, 4000, 4100, 0.0004726257502569524),
  ])
  func theTestIsExact(before: Int, after: Int, othersBefore: Int, othersAfter: Int, expected: Double) {
    let chance = Hypergeometric(
      population: before + after + othersBefore + othersAfter, marked: before + after,
      drawn: after + othersAfter)
    #expect(abs(chance.twoSidedP(after) - expected) < 1e-8 * expected)
  }

  @Test func countsFallOnTheirSideAndTheDayItselfOnNeither() throws {
    let followUp = Self.follow(
      Self.others + Self.questions([-183, -182, -57, -56, -1, 0, 1, 56, 57, 182, 183]))
    let eight = try #require(followUp.periods.first)
    #expect((eight.weeks, eight.before.questions, eight.after.questions) == (8, 2, 2))
    let half = try #require(followUp.periods.last)
    #expect((half.weeks, half.before.questions, half.after.questions) == (26, 4, 4))
    #expect(half.before.allQuestions == 4 + 2 * 182 && half.after.otherQuestions == 2 * 182)
    #expect(followUp.weeksBefore.count == 26 && followUp.weeksAfter.count == 26)
    #expect(followUp.weeksBefore.last == 1 && followUp.weeksAfter.first == 1)
    #expect(followUp.weeksBefore[18] == 1, "56 days before is the eighth week back")
    #expect(followUp.weeksBefore.reduce(0, +) == 4 && followUp.weeksAfter.reduce(0, +) == 4)
  }

  @Test func aClearFallIsSaidAndSoIsARise() {
    let many = (0..<15).map { -3 - 11 * $0 }
    let fall = Self.follow(Self.others + Self.questions(many + [30]))
    #expect(fall.periods.last?.verdict == .fewer)
    let rise = Self.follow(Self.others + Self.questions(many.map { -$0 } + [-30]))
    #expect(rise.periods.last?.verdict == .more)
    let same = Self.follow(Self.others + Self.questions(many + many.map { -$0 }))
    #expect(same.periods.last?.verdict == .unclear && same.periods.last?.pValue == 1)
    let few = Self.follow(Self.others + Self.questions([-20, -40, -60]))
    #expect(few.periods.last?.verdict == .unclear, "three against none is nothing to go by")
  }

  @Test func aSubjectThatGrowsWithThePlatformDidNotChange() {
    let many = (0..<15).map { -3 - 11 * $0 }
    let after = (0..<5).map { 3 + 30 * $0 }
    // The platform asks a third of what it did before.
    let others = Self.questions(
      (-182 ... -1).flatMap { [$0, $0, $0] } + Array(1...182), on: nil, name: "other")
    #expect(Self.follow(others + Self.questions(many + after)).periods.last?.verdict == .unclear)
    let steady = Self.questions((-182...182).flatMap { [$0, $0] }, on: nil, name: "other")
    #expect(Self.follow(steady + Self.questions(many + after)).periods.last?.verdict == .fewer)
  }

  @Test func onePersonWhoAsksOftenHasOneVoteAWeek() throws {
    let loud = (0..<20).map {
      DatedQuestion(
        post: PostID("loud\($0)"), topic: Self.subject, asker: MemberID("shouter"),
        day: Self.date.advanced(by: 4))
    }
    let followUp = Self.follow(Self.others + Self.questions([-40, -30]) + loud)
    let eight = try #require(followUp.periods.first)
    #expect((eight.after.questions, eight.after.askers, eight.after.votes) == (20, 1, 1))
    #expect(eight.verdict == .unclear)
    #expect(eight.after.allVotes == 1 + 2 * 56)
  }

  @Test func onePersonWhoAsksAboutMuchElseDoesNotMakeASubjectFall() throws {
    let many = (0..<12).map { -3 - 4 * $0 }
    let subject = Self.questions(many + many.map { -$0 })
    let loud = (0..<400).map {
      DatedQuestion(
        post: PostID("loud\($0)"), topic: TopicID(number: 2), asker: MemberID("shouter"),
        day: Self.date.advanced(by: 1 + $0 % 50))
    }
    let period = try #require(Self.follow(Self.others + subject + loud).periods.first)
    #expect(period.after.allQuestions == 400 + period.before.allQuestions)
    #expect(period.after.allVotes == period.before.allVotes + 8, "one a week")
    #expect(period.verdict == .unclear)
  }

  @Test(arguments: [(55, 1, true), (56, 0, false), (1, 8, true), (0, 8, true), (-10, 10, true)])
  func tooEarlyIsSaidWithTheWeeksThatStillHaveToPass(days: Int, weeks: Int, isEarly: Bool) {
    let followUp = Self.follow(Self.others + Self.questions([-3, -9]), days: days)
    let expected = isEarly ? FollowUpVerdict.tooEarly(weeksToGo: weeks) : .unclear
    #expect(followUp.periods.first?.verdict == expected)
    if case .tooEarly = followUp.periods.last?.verdict {} else { Issue.record("26 weeks have not passed") }
    #expect(followUp.conclusion?.weeks == 8)
  }

  @Test func theLongestPeriodThatHasPassedConcludes() {
    #expect(Self.follow(Self.others, days: 182).conclusion?.weeks == 26)
  }

  @Test func orderAndRepetitionMakeNoDifference() {
    var generator = SeededGenerator(seed: 5)
    let all = Self.others + Self.questions([-100, -50, -3, 4, 60])
    #expect(Self.follow((all + all).shuffled(using: &generator)) == Self.follow(all))
  }

  @Test func aNewSignalOnTheSubjectIsAReturn() {
    let week = ISOWeek(containing: Self.date)
    func signal(_ weeks: Int, topic: Int, number: Int = 1) -> Signal {
      let opened = week.advanced(by: weeks)
      return Signal(
        id: SignalID(week: opened, number: number), topic: TopicID(number: topic), scope: .topic,
        weeks: [
          SignalWeek(
            week: opened, isRaised: true, methods: [.counts], windowWeeks: 1, observed: 6, expected: 1,
            lower: 0, upper: 3, pValue: 0.001, strength: .signal, posts: [])
        ], isOpen: false)
    }
    let before = [signal(-2, topic: 1), signal(0, topic: 1), signal(10, topic: 2), signal(27, topic: 1)]
    #expect(Self.follow([], signals: before).returned == nil)
    let back = signal(26, topic: 1)
    #expect(Self.follow([], signals: before + [back]).returned == back.id)
  }

  @Test func theMeetingOfTheDemoCommunityIsFollowedByClearlyFewerQuestions() throws {
    let folder = Repository.root.appending(path: "fixtures/community").path
    func lines(_ name: String) throws -> [[String: Any]] {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    }
    let events = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: folder + "/events.json")))
    let meeting = try #require((events as? [[String: Any]])?.first { $0["kind"] as? String == "meeting" })
    let date = try #require((meeting["date"] as? String).flatMap { CalendarDay(iso8601: $0) })
    let subject = try #require(meeting["topic"] as? String)
    let posts = Dictionary(
      try lines("posts.ndjson").map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
    let questions = try lines("labels.ndjson").filter { $0["is_question"] as? Bool == true }.map { label in
      let post = try #require(posts[label["id"] as? String ?? ""])
      let day = try #require((post["created_at"] as? String).flatMap { CalendarDay(iso8601: $0.prefix(10)) })
      return DatedQuestion(
        post: PostID(label["id"] as? String ?? ""),
        topic: TopicID(number: label["topic"] as? String == subject ? 1 : 2),
        asker: (post["author_id"] as? String).map(MemberID.init), day: day)
    }
    let last = try #require(questions.map(\.day).max())
    let followUp = FollowUpStudy.follow(
      up: date, topics: [Self.subject], questions: questions, knownUntil: last)
    let half = try #require(followUp.periods.last)
    #expect(half.before.questions == meeting["questions_26w_before"] as? Int)
    #expect(half.after.questions == meeting["questions_26w_after"] as? Int)
    #expect((half.before.questions, half.after.questions) == (15, 1))
    #expect(half.verdict == .fewer)
    #expect(followUp.conclusion?.weeks == 26 && half.isKnownBefore)
  }
}
