// The recommended detector against the numbers of an independent program (research prototype in Python).

import Discussion
import Foundation
import Testing

@testable import Spikes

@Suite struct DetectorGoldenTests {
  static let published = DetectorSettings.published

  @Test func everyStepEqualsTheGoldenNumbersOnShortHistories() throws {
    try compare(Platform.small.get(), names: ["C01h8", "C02h20"], rows: 403)
  }

  @Test(.enabled(if: Golden.shared != nil, "the shared benchmark is not here: set THEMARADAR_SHARED"))
  func everyStepEqualsTheGoldenNumbersOnLongHistories() throws {
    let folder = try #require(Golden.shared)
    let platforms = try Platform.load(
      series: folder + "/community_series.csv", meetings: folder + "/community_meetings.csv")
    try compare(platforms, names: ["C03h52", "C04h156"], rows: 377)
  }

  private func compare(_ platforms: [String: Platform], names: [String], rows: Int) throws {
    let parameters = Dictionary(
      uniqueKeysWithValues: try Golden.table("tr_params").rows.map { ($0["topic"] + $0["week_start"], $0) })
    let expected = Dictionary(grouping: try Golden.table("tr_expected").rows, by: \.platform)
    let flags = Dictionary(grouping: try Golden.table("tr_flags").rows, by: \.platform)
    let detector = SpikeDetector(settings: Self.published)
    var compared = 0
    for name in names {
      let platform = try #require(platforms[name])
      let table = try #require(SeriesTable(platform.counts))
      let volume = PlatformVolume(table, Self.published)
      let assessments = detector.assess(platform.counts, meetings: platform.meetings, weeks: platform.weeks)
      let byCell = Dictionary(uniqueKeysWithValues: assessments.map { ($0.series + "\($0.week.monday)", $0) })
      for (_, inWeek) in Dictionary(grouping: expected[name] ?? [], by: { $0["week_start"] }) {
        let week = inWeek[0].week.number - table.firstWeek.number
        let evaluations = table.evaluate(week: week, volume: volume, settings: Self.published)
        for row in inWeek {
          let topic = try #require(table.names.firstIndex(of: row["topic"]))
          let evaluation = evaluations[topic]
          let label = Comment(rawValue: row["topic"] + " " + row["week_start"])
          #expect(difference(evaluation.combinedP, row.number("p_combined")) < 1e-6, label)
          for window in evaluation.windows {
            #expect(difference(window.tail, row.number("p\(window.length)")) < 1e-6, label)
            #expect(difference(window.expected, row.number("exp\(window.length)")) < 1e-6, label)
            #expect(window.observed == row.number("obs\(window.length)"), label)
          }
          let fitted = try #require(parameters[row["topic"] + row["week_start"]])
          for (value, name) in zip(
            evaluation.coefficients,
            ["beta0", "beta_trend", "beta_cos", "beta_sin", "beta_elasticity"])
          {
            #expect(abs(value - fitted.number(name)) < 1e-6 * max(abs(fitted.number(name)), 1e-3), label)
          }
          #expect(difference(evaluation.dispersion, fitted.number("phi")) < 1e-6, label)
          let assessment = try #require(byCell[row["topic"] + row["week_start"]])
          #expect(abs(assessment.score - row.number("gated_score")) < 1e-6, label)
          #expect(assessment.flag == (row["flag"] == "1"), label)
          compared += 1
        }
      }
      let flagged = assessments.filter(\.flag).map { $0.series + " \($0.week.monday)" }
      #expect(Set(flagged) == Set((flags[name] ?? []).map { $0["topic"] + " " + $0["week_start"] }))
    }
    #expect(compared == rows)
  }
}
