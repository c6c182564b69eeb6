// A night after other nights judges the new weeks as a night over everything would, and keeps what was published.
import Discussion
import Testing

@testable import Spikes

@Suite struct ContinuedAssessmentTests {
  static let weeks = 42
  static let counts = WeeklyCounts.count(
    DetectorTests.lively, asOf: WeeklyCountsTests.week.advanced(by: weeks).monday)
  static let whole = SpikeDetector().assess(counts)

  static func week(_ offset: Int) -> ISOWeek { WeeklyCountsTests.week.advanced(by: offset) }
  static func until(_ offset: Int) -> [WeeklyCount] { counts.filter { $0.week < week(offset) } }
  static func published(_ offset: Int) -> PublishedWeeks {
    PublishedWeeks(assessments: SpikeDetector().assess(until(offset)), counts: until(offset))
  }

  @Test func weekAfterWeekGivesWhatOneNightOverAllWouldGive() throws {
    #expect(Self.whole.contains(where: \.flag) && Self.whole.contains(where: \.open))
    var published = Self.published(30)
    for offset in 30..<Self.weeks {
      let counts = Self.until(offset + 1)
      published = PublishedWeeks(
        assessments: SpikeDetector().assess(counts, after: published, from: Self.week(offset)), counts: counts
      )
    }
    #expect(published.assessments.count == Self.whole.count)
    for (one, other) in zip(published.assessments, Self.whole) {
      #expect(
        (one.series, one.week, one.flag, one.open) == (other.series, other.week, other.flag, other.open))
      #expect(
        one.pValue == other.pValue && one.weekUpper == other.weekUpper && one.strength == other.strength)
    }
  }

  @Test func whatWasPublishedStays() {
    var published = Self.published(Self.weeks - 1)
    published.assessments = published.assessments.map {
      var assessment = $0
      assessment.weekExpected = 99
      return assessment
    }
    let start = Self.week(Self.weeks - 1)
    let after = SpikeDetector().assess(Self.counts, after: published, from: start)
    #expect(after.filter { $0.week < start } == published.assessments)
    #expect(
      after.filter { $0.week >= start }.map(\.pValue) == Self.whole.filter { $0.week >= start }.map(\.pValue))
  }

  @Test func aTopicThatBecameAnotherIsExpectedAnewButFlaggedAsItWas() throws {
    let start = Self.week(Self.weeks - 1)
    var published = Self.published(Self.weeks - 1)
    // topic2 was not there; topic1 had other people, and a flag in a week of its own.
    published.assessments.removeAll { $0.series == "topic2" }
    published.counts.removeAll { $0.series == "topic2" }
    for place in published.counts.indices where published.counts[place].series == "topic1" {
      published.counts[place].distinctAskers += 3
    }
    let marked = Self.week(25)
    for place in published.assessments.indices where published.assessments[place].series == "topic1" {
      published.assessments[place].weekExpected = 99
      published.assessments[place].flag = published.assessments[place].week == marked
    }
    let after = SpikeDetector().assess(Self.counts, after: published, from: start)
    #expect(after.map(\.week) == Self.whole.map(\.week) && after.map(\.series) == Self.whole.map(\.series))
    for (one, other) in zip(after, Self.whole) where one.week < start && one.series != "topic3" {
      #expect(one.weekExpected == other.weekExpected)
      #expect(one.flag == (one.series == "topic1" && one.week == marked))
    }
  }

  @Test func weeksThatPeopleCallWrongAreJudgedAnew() {
    let start = Self.week(Self.weeks - 1)
    let flagged = Self.whole.filter { $0.flag && $0.week < start }
    #expect(!flagged.isEmpty)
    let faults = Set(flagged.map { SeriesWeek(series: $0.series, week: $0.week) })
    let after = SpikeDetector().assess(
      Self.counts, after: Self.published(Self.weeks - 1), from: start, excluded: faults)
    #expect(!after.contains { faults.contains(SeriesWeek(series: $0.series, week: $0.week)) && $0.flag })
  }

  @Test func withoutAnEarlierNightAllIsJudged() {
    let none = PublishedWeeks(assessments: [], counts: [])
    #expect(SpikeDetector().assess(Self.counts, after: none, from: Self.week(20)) == Self.whole)
    #expect(SpikeDetector().assess([], after: Self.published(30), from: Self.week(20)).isEmpty)
  }
}
