// School holidays in the model: fewer false signals of topics that holidays move, and nothing else changed.

import Discussion
import Foundation
import TestSupport
import Testing

@testable import Spikes

@Suite struct HolidayTests {
  static let firstWeek = ISOWeek(number: 2400)
  static let weeks = 4 * 52

  /// Five holidays a year, a few days earlier or later each year, as they are.
  static let calendar: SchoolHolidays = {
    var holidays: [SchoolHolidays.Holiday] = []
    for year in 0..<4 {
      let shift = year % 2
      for (name, start, length) in [
        ("voorjaar", 7, 1), ("mei", 16, 1), ("zomer", 26, 6), ("herfst", 41, 1), ("kerst", 50, 2),
      ] {
        let monday = firstWeek.advanced(by: year * 52 + start + shift).monday
        holidays.append(
          .init(
            name: name, region: "noord",
            days: monday.advanced(by: -2)...monday.advanced(by: 7 * length - 1)))
      }
    }
    // The calendar goes on behind the weeks that are judged.
    let after = firstWeek.advanced(by: weeks + 20).monday
    holidays.append(.init(name: "later", region: "noord", days: after...after))
    let before = firstWeek.advanced(by: -20).monday
    holidays.append(.init(name: "eerder", region: "noord", days: before...before))
    return SchoolHolidays(holidays)
  }()

  /// Twelve topics of a platform that has fewer questions in holidays; three topics have more by themselves then.
  static func community(seed: UInt64) -> [WeeklyCount] {
    var generator = SeededGenerator(seed: seed)
    func poisson(_ mean: Double) -> Int {
      var (count, product) = (0, Double.random(in: 0..<1, using: &generator))
      let limit = exp(-mean)
      while product > limit {
        count += 1
        product *= Double.random(in: 0..<1, using: &generator)
      }
      return count
    }
    var counts: [WeeklyCount] = []
    for offset in 0..<weeks {
      let week = firstWeek.advanced(by: offset)
      let share = calendar.share(of: week)
      let asked = (0..<12).map { topic -> Int in
        let own = topic < 3 ? 1.5 * share : 0
        return poisson(2.2 * exp(own - 0.5 * share))
      }
      for (topic, count) in asked.enumerated() {
        counts.append(
          WeeklyCount(
            series: "topic\(topic)", week: week, questions: count, distinctAskers: count,
            distinctOrganisations: count, askersInFourWeeks: -1, organisationsInFourWeeks: -1,
            totalQuestions: asked.reduce(0, +)))
      }
    }
    return counts
  }

  private static let judged = firstWeek.advanced(by: 180)...firstWeek.advanced(by: weeks - 1)

  /// Before any rule and any choice among topics, which keep most alarms from people whatever the model.
  @Test func aTopicThatHolidaysMoveGivesFewerFalseAlarms() {
    let holidays = (156..<Self.weeks).map { Self.firstWeek.advanced(by: $0) }.filter {
      Self.calendar.share(of: $0) > 0
    }
    #expect(holidays.count == 10)
    var (without, with) = (0, 0)
    for seed in 1...3 {
      let counts = Self.community(seed: UInt64(seed))
      for week in holidays {
        func alarms(_ calendar: SchoolHolidays?) -> Int {
          SpikeDetector().assess(counts, weeks: week...week, calendar: calendar).count {
            $0.pValue < 0.05 && ["topic0", "topic1", "topic2"].contains($0.series)
          }
        }
        without += alarms(nil)
        with += alarms(Self.calendar)
      }
    }
    #expect(without >= 6, "\(without) without")
    #expect(with * 3 <= without, "\(with) with, \(without) without")
  }

  @Test func realInterestInAHolidayIsStillSignalled() throws {
    var counts = Self.community(seed: 2)
    // The last summer, on a topic that holidays do not move.
    let week = Self.firstWeek.advanced(by: 3 * 52 + 30)
    for index in counts.indices where counts[index].series == "topic7" && counts[index].week == week {
      counts[index].questions += 20
      counts[index].distinctAskers += 20
      counts[index].distinctOrganisations += 20
    }
    let flags = SpikeDetector().assess(counts, weeks: Self.judged, calendar: Self.calendar).filter(\.flag)
    #expect(flags.contains { $0.series == "topic7" && $0.week == week })
  }

  @Test func aShortHistoryDoesNotUseTheCalendar() {
    let counts = Self.community(seed: 3).filter { $0.week < Self.firstWeek.advanced(by: 100) }
    #expect(SpikeDetector().assess(counts, calendar: Self.calendar) == SpikeDetector().assess(counts))
  }

  @Test func aCalendarThatDoesNotReachTheWeeksChangesNothing() {
    let counts = Self.community(seed: 4)
    let old = SchoolHolidays(
      Self.calendar.holidays.filter { $0.days.upperBound < Self.firstWeek.advanced(by: 60).monday })
    #expect(
      SpikeDetector().assess(counts, weeks: Self.judged, calendar: old)
        == SpikeDetector().assess(counts, weeks: Self.judged))
  }

  @Test func laterHolidaysChangeNothingBefore() {
    let counts = Self.community(seed: 5)
    let night = Self.firstWeek.advanced(by: 150)
    let short = SpikeDetector().assess(
      counts.filter { $0.week <= night }, weeks: night...night, calendar: Self.calendar)
    let long = SpikeDetector().assess(counts, weeks: night...night, calendar: Self.calendar)
    #expect(short == long)
  }

  @Test func theFitWithHolidaysIsTheSameByBothWaysOfAdding() throws {
    // Two harmonics take the general way; with the second one held at nothing it must find what the fast way finds.
    let table = try #require(SeriesTable(Self.community(seed: 6)))
    let holidays = try #require(HolidayCovariate(Self.calendar, table: table))
    var settings = DetectorSettings.community
    let volume = PlatformVolume(table, settings)
    func coefficients(_ settings: DetectorSettings) -> [Double] {
      let evaluations = table.evaluate(week: 190, volume: volume, settings: settings, holidays: holidays)
      return evaluations[0].coefficients
    }
    settings.windows = [1]
    settings.windowShares = [1]
    let fast = coefficients(settings)
    #expect(fast.count == 6)
    #expect(fast[5] > 0.3, "the topic has more questions in holidays: \(fast)")
    // Shares of a millionth of nothing in every week but the holidays: the same design, no week is skipped.
    let baseline = Baseline(week: 190, volume: volume, settings: settings)
    let priors = baseline.levelPriors(table, settings)
    func fit(_ shares: [Double], _ settings: DetectorSettings) -> [Double] {
      let regression = TopicRegression(baseline: baseline, settings: settings, holidays: shares)
      table.askers.withUnsafeBufferPointer {
        if let base = $0.baseAddress { regression.fit(counts: base, from: 0, prior: priors[0]) }
      }
      return (0..<regression.parameters).map { regression.coefficients[$0] }
    }
    #expect(fit(holidays.shares, settings) == fast)
    let dense = fit(holidays.shares.map { max($0, 1e-12) }, settings)
    for (one, other) in zip(fast, dense) { #expect(abs(one - other) < 1e-8) }
    // The general way: a second harmonic whose prior leaves it nothing... the settings have one prior for both, so the
    // season as a whole is held at nothing in both.
    settings.seasonDeviation = 1e-9
    let held = fit(holidays.shares, settings)
    settings.harmonics = 2
    let general = fit(holidays.shares, settings)
    #expect(general.count == 8)
    for (one, other) in zip(
      [held[0], held[1], held[4], held[5]], [general[0], general[1], general[6], general[7]])
    {
      #expect(abs(one - other) < 1e-8, "\(held) \(general)")
    }
  }
}
