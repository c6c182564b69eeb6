// farringtonFlexible over the weekly counts of a platform, in the same terms as the program's own detector.

import Discussion
import Foundation

extension FarringtonFlexible {
  /// Assesses every topic of one platform in every week: distinct askers, each topic by itself.
  ///
  /// With less history than the settings ask for it uses the whole years there are; with only one of them the seasonal
  /// factor is left out. Weeks that cannot be judged have no flag and a p-value of 1.
  /// - Parameters:
  ///   - counts: rows of one platform, in any order.
  ///   - weeks: the weeks to judge; all when nil.
  /// - Returns: assessments by week, then by topic.
  public func assess(_ counts: [WeeklyCount], weeks: ClosedRange<ISOWeek>? = nil) -> [Assessment] {
    guard let table = SeriesTable(counts) else { return [] }
    let first = max(0, (weeks?.lowerBound ?? table.firstWeek).number - table.firstWeek.number)
    let last = min(table.weeks - 1, (weeks?.upperBound.number ?? .max) - table.firstWeek.number)
    guard first <= last else { return [] }
    let series = table.names.indices.map {
      Array(table.askers[($0 * table.weeks)..<(($0 + 1) * table.weeks)])
    }
    let population = table.totals.map { max($0, 1) }
    return (first...last).flatMap { week in
      let method = adapted(toHistory: week)
      return table.names.indices.map { topic in
        let result = method?.judge(counts: series[topic], population: population, week: week)
        return method.map { $0.assessment(result, series[topic][week]) }.map {
          var assessment = $0
          assessment.series = table.names[topic]
          assessment.week = table.firstWeek.advanced(by: week)
          return assessment
        } ?? Assessment(series: table.names[topic], week: table.firstWeek.advanced(by: week))
      }
    }
  }

  /// The method for as many whole years as there are; nil when there is not one.
  private func adapted(toHistory week: Int) -> FarringtonFlexible? {
    let years = min(settings.yearsBack, (week - settings.windowHalfWidth) / settings.frequency)
    guard years >= 1 else { return nil }
    var adapted = self
    adapted.settings.yearsBack = years
    if years == 1 {
      adapted.settings.periods = 1
      adapted.settings.pastWeeksNotIncluded = min(settings.pastWeeksNotIncluded, 10)
    }
    return adapted
  }

  private func assessment(_ result: Result?, _ observed: Double) -> Assessment {
    var assessment = Assessment(series: "", week: ISOWeek(number: 0))
    assessment.observed = Int(observed)
    guard let result, result.expected.isFinite else { return assessment }
    assessment.flag = result.alarm
    assessment.expected = result.expected
    assessment.pValue = result.pValue.isNaN ? 1 : result.pValue
    if result.hasEnoughCases, observed > 0 {
      assessment.score = max(0, -log10(max(assessment.pValue, 1e-300)))
    }
    let lower =
      result.dispersion > 1
      ? NegativeBinomial(mean: result.expected, dispersion: result.dispersion).quantile(settings.alpha)
      : Poisson(mean: result.expected).quantile(settings.alpha)
    let upper = result.upperBound.isFinite ? result.upperBound.rounded(.down) : 0
    assessment.upper = Int(min(upper, 1e9))
    assessment.lower = min(Int(min(lower, 1e9)), assessment.upper)
    assessment.weekExpected = assessment.expected
    (assessment.weekLower, assessment.weekUpper) = (assessment.lower, assessment.upper)
    if result.alarm {
      assessment.strength = SignalStrength(pValue: assessment.pValue, askers: assessment.observed)
    }
    return assessment
  }
}
