// From questions to weekly counts.

import Discussion
import TestSupport
import Testing

@testable import Spikes

@Suite struct WeeklyCountsTests {
  static let week = ISOWeek(number: 2923)
  static let monday = week.monday

  static func question(
    _ post: String, _ series: String?, by asker: String?, at organisation: String? = nil, weeks: Int = 0
  ) -> CountedQuestion {
    CountedQuestion(
      post: PostID(post), series: series, asker: asker.map { MemberID($0) }, organisation: organisation,
      week: week.advanced(by: weeks))
  }

  let questions = [
    question("1", "a", by: "ann", at: "x"), question("2", "a", by: "ann", at: "x"),
    question("3", "a", by: "bob", at: "x"), question("4", nil, by: "bob", at: "x"),
    question("5", "b", by: nil), question("6", "b", by: nil), question("7", "b", by: "cas"),
    question("8", "a", by: "ann", at: "x", weeks: 3), question("9", "a", by: "dee", at: "y", weeks: 3),
    question("10", "a", by: "eve", at: "z", weeks: 4),
  ]

  private func count(_ questions: [CountedQuestion], weeks: Int = 6) -> [WeeklyCount] {
    WeeklyCounts.count(questions, asOf: Self.week.advanced(by: weeks).monday)
  }

  @Test func everyTopicHasARowInEveryCompleteWeek() {
    let counts = count(questions)
    #expect(counts.map(\.series) == Array(repeating: "a", count: 6) + Array(repeating: "b", count: 6))
    #expect(counts.prefix(6).map(\.week) == (0..<6).map { Self.week.advanced(by: $0) })
    #expect(counts.prefix(6).map(\.questions) == [3, 0, 0, 2, 1, 0])
    #expect(counts.prefix(6).map(\.totalQuestions) == [7, 0, 0, 2, 1, 0])
  }

  @Test func peopleAndOrganisationsCountOnceAWeekAndOnceInFourWeeks() {
    let a = count(questions).prefix(6)
    #expect(a.map(\.distinctAskers) == [2, 0, 0, 2, 1, 0])
    #expect(a.map(\.askersInFourWeeks) == [2, 2, 2, 3, 3, 3])
    #expect(a.map(\.distinctOrganisations) == [1, 0, 0, 2, 1, 0])
    #expect(a.map(\.organisationsInFourWeeks) == [1, 1, 1, 2, 3, 3])
  }

  @Test func nobodysAndUnknownOrganisationsClaimNothing() {
    let b = count(questions)[6]
    #expect(b.questions == 3)
    #expect(b.distinctAskers == 2)
    #expect(b.distinctOrganisations == 0)
    #expect(b.askersWithoutOrganisation == 2)
  }

  @Test func aWeekThatHasNotEndedIsLeftOut() {
    let sunday = Self.week.advanced(by: 3).sunday
    #expect(WeeklyCounts.count(questions, asOf: sunday).last?.week == Self.week.advanced(by: 2))
    #expect(
      WeeklyCounts.count(questions, asOf: sunday.advanced(by: 1)).last?.week == Self.week.advanced(by: 3))
    #expect(WeeklyCounts.count(questions, asOf: Self.monday).isEmpty)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func orderAndRepetitionMakeNoDifference(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let twice = (questions + questions).shuffled(using: &generator)
    #expect(count(twice) == count(questions))
  }

  @Test func onePersonPostingAHundredTimesHasOneVote() {
    let loud = questions + (0..<100).map { Self.question("loud\($0)", "a", by: "ann", at: "x") }
    let (before, after) = (count(questions), count(loud))
    #expect(after[0].questions == 103)
    #expect(after.map(\.distinctAskers) == before.map(\.distinctAskers))
    let volumes = [before, after].map { SeriesTable($0)?.volume(countsPeople: true) }
    #expect(volumes[0] == volumes[1])
  }
}
