// farringtonFlexible against R's surveillance.

import Discussion
import Foundation
import Testing

@testable import Spikes

@Suite struct FarringtonTests {
  static func settings(_ row: Table.Row) throws -> FarringtonSettings {
    var settings = FarringtonSettings()
    settings.yearsBack = row.whole("b")
    settings.windowHalfWidth = row.whole("w")
    settings.reweights = row["reweight"] == "TRUE"
    settings.weightsThreshold = row.number("weightsThreshold")
    settings.alpha = row.number("alpha")
    settings.trend = row["trend"] == "TRUE"
    settings.trendPThreshold = row.number("pThresholdTrend")
    settings.limitCases = row.number("limit_cases")
    settings.limitWeeks = row.whole("limit_weeks")
    settings.periods = row.whole("noPeriods")
    settings.pastWeeksNotIncluded = row.whole("pastWeeksNotIncluded")
    settings.thresholdMethod = try #require(.init(rawValue: row["thresholdMethod"]))
    settings.populationOffset = row["populationOffset"] == "TRUE"
    return settings
  }

  @Test(arguments: [
    "noufaily", "noufaily_muan", "rdefault", "original", "noreweight", "offset", "offset_delta",
  ])
  func boundsTrendsAndAlarmsEqualThoseOfR(parameters: String) throws {
    let set = try #require(try Golden.table("ff_paramsets").rows.first { $0["paramset"] == parameters })
    let method = FarringtonFlexible(settings: try Self.settings(set))
    let series = Dictionary(grouping: try Golden.table("ff_input").rows) { $0["series"] }
    let expected = try Golden.table("ff_expected").rows.filter { $0["paramset"] == parameters }
    #expect(expected.count > 50)
    for row in expected {
      let data = try #require(series[row["series"]])
      let result = try #require(
        method.judge(
          counts: data.map { $0.number("count") }, population: data.map { $0.number("population") },
          week: row.whole("k") - 1))
      let label = Comment(rawValue: row.cells.joined(separator: ","))
      let shown = result.hasEnoughCases
      // With the delta method surveillance takes the mean for its logarithm where it stores mu0.
      let z = -Normal.quantile(method.settings.alpha)
      let upperMean = result.expected * (1 + z * result.standardError)
      let isDelta = method.settings.thresholdMethod == .delta
      #expect(difference(isDelta ? exp(upperMean) : result.thresholdMean, row.number("mu0")) < 1e-6, label)
      #expect(difference(shown ? result.expected : .nan, row.number("expected")) < 1e-6, label)
      #expect(difference(shown ? result.upperBound : .nan, row.number("upperbound")) < 1e-6, label)
      #expect(difference(result.dispersion, row.number("phi")) < 1e-6, label)
      #expect((result.trend != nil) == (row["trend_used"] == "1"), label)
      #expect(difference(result.trend ?? .nan, row.number("trend_coef")) < 1e-6, label)
      #expect(abs(result.pValue - row.number("pvalue")) < 1e-8, label)
      #expect(difference(result.score, row.number("score")) < 1e-6, label)
      #expect(result.alarm == (row["alarm"] == "1"), label)
    }
  }

  @Test func shortHistoriesAreNotJudged() {
    let week = WeeklyCountsTests.week
    let counts = (0..<40).map {
      WeeklyCount(
        series: "a", week: week.advanced(by: $0), questions: 9, distinctAskers: 9, distinctOrganisations: 9,
        askersInFourWeeks: 20, organisationsInFourWeeks: 20, totalQuestions: 50)
    }
    let assessments = FarringtonFlexible().assess(counts)
    #expect(assessments.count == 40)
    #expect(!assessments.contains { $0.flag || $0.pValue < 1 })
  }
}
