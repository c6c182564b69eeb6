// The field's reference for outbreak detection, equal to R's surveillance::farringtonFlexible.

import Discussion
import Foundation

/// The improved Farrington algorithm: quasi-Poisson regression with trend and seasonal factor on several years of
/// weekly counts, past outbreaks weighed down. Farrington et al. (1996), JRSS A 159:547; Noufaily et al. (2013),
/// Statistics in Medicine 32:1206; computed as R's surveillance 1.20 does, its peculiarities included.
public struct FarringtonFlexible: Hashable, Sendable {
  /// The settings.
  public var settings: FarringtonSettings

  /// The method with its settings.
  public init(settings: FarringtonSettings = FarringtonSettings()) { self.settings = settings }

  /// What the method says of one week.
  public struct Result: Hashable, Sendable {
    /// The fitted mean μ₀.
    public var expected: Double
    /// Standard error of ln μ₀.
    public var standardError: Double
    /// The mean that the bound and the p-value are drawn around: μ₀, or with `muan` its upper confidence bound.
    public var thresholdMean: Double
    /// The upper bound; NaN where the delta method has none.
    public var upperBound: Double
    /// The dispersion φ.
    public var dispersion: Double
    /// The trend per week; nil when none was kept.
    public var trend: Double?
    /// P(Y ≥ observed).
    public var pValue: Double
    /// (observed − predicted)/(upper bound − predicted): above 1 is an alarm.
    public var score: Double
    /// Whether there were enough cases in the last weeks to speak at all.
    public var hasEnoughCases: Bool
    /// Whether the week is an alarm.
    public var alarm: Bool
  }

  /// Judges one week of a series.
  /// - Parameters:
  ///   - counts: the series.
  ///   - population: the platform's volume per week; used when the settings ask for an offset.
  ///   - week: index of the week to judge; later weeks are not looked at.
  /// - Returns: nil when the history is too short or no model can be fitted.
  public func judge(counts: [Double], population: [Double], week: Int) -> Result? {
    guard let levels = seasonalLevels(week: week, years: settings.yearsBack, settings: settings) else {
      return nil
    }
    let weeks = levels.indices.filter { levels[$0] > 0 }
    let offset = weeks.map { settings.populationOffset ? log(population[$0]) : 0 }
    let baseline = weeks.map { counts[$0] }
    func fit(_ trend: Bool) -> FarringtonFit? {
      var columns = [Array(repeating: 1.0, count: weeks.count)]
      if trend { columns.append(weeks.map { Double($0 + 1) }) }
      for level in 2..<max(2, settings.periods + 1) {
        columns.append(weeks.map { levels[$0] == level ? 1 : 0 })
      }
      return FarringtonFit(columns: columns, counts: baseline, offset: offset, settings: settings)
    }
    /// The judged week has the reference level, which is the last.
    func row(_ trend: Bool) -> [Double] {
      [1] + (trend ? [Double(week + 1)] : [])
        + (settings.periods > 1 ? Array(repeating: 0, count: settings.periods - 2) + [1] : [])
    }
    let ownOffset = settings.populationOffset ? log(population[week]) : 0
    var chosen: FarringtonFit?
    var hasTrend = false
    if settings.trend, let withTrend = fit(true) {
      hasTrend = keepsTrend(withTrend, row: row(true), offset: ownOffset, largest: baseline.max() ?? 0)
      if hasTrend { chosen = withTrend }
    }
    guard let fit = chosen ?? fit(false) else { return nil }
    let x = row(hasTrend)
    let eta = fit.regression.linearPredictor(x) + ownOffset
    let error = fit.regression.standardError(of: x, dispersion: fit.summaryDispersion)
    let observed = counts[week]
    let threshold = threshold(eta: eta, error: error, phi: fit.phi, observed: observed)
    let recent = counts[max(0, week - settings.limitWeeks + 1)...week].reduce(0, +)
    let score = (observed - threshold.predicted) / (threshold.upper - threshold.predicted)
    return Result(
      expected: exp(eta), standardError: error, thresholdMean: threshold.mean, upperBound: threshold.upper,
      dispersion: fit.phi,
      trend: hasTrend ? fit.regression.coefficients[1] : nil, pValue: threshold.p, score: score,
      hasEnoughCases: recent >= settings.limitCases,
      alarm: recent >= settings.limitCases && score > 1 && observed != 0)
  }

  /// A trend is kept with three years of history, when it is significant and does not predict more than was ever seen.
  private func keepsTrend(_ fit: FarringtonFit, row: [Double], offset: Double, largest: Double) -> Bool {
    let error = fit.regression.standardError(ofCoefficient: 1, dispersion: fit.summaryDispersion)
    let p = StudentT.twoSidedP(
      fit.regression.coefficients[1] / error, degreesOfFreedom: Double(fit.regression.degreesOfFreedom))
    let predicted = exp(fit.regression.linearPredictor(row) + offset)
    return settings.yearsBack >= 3 && p < settings.trendPThreshold && predicted <= largest
  }

  /// Upper bound, p-value and the prediction that the score is measured from.
  private func threshold(
    eta: Double, error: Double, phi: Double, observed: Double
  ) -> (mean: Double, upper: Double, p: Double, predicted: Double) {
    let mu = exp(eta)
    let z = -Normal.quantile(settings.alpha)
    if settings.thresholdMethod == .delta {
      let tau = phi + (error * mu) * (error * mu) / mu
      let deviation = (4.0 / 9 * cbrt(mu) * tau).squareRoot()
      let centre = pow(mu, 2.0 / 3)
      let bound = centre + z * deviation
      let p = Normal.upperTail((pow(observed, 2.0 / 3) - centre) / deviation)
      return (mu, bound >= 0 ? pow(bound, 1.5) : .nan, p, mu)
    }
    let mean = settings.thresholdMethod == .nbPlugin ? mu : exp(eta + z * error)
    // surveillance measures the score from the linear predictor here, not from its exponential.
    if phi > 1 {
      let distribution = NegativeBinomial(mean: mean, dispersion: phi)
      return (
        mean, distribution.quantile(1 - settings.alpha), distribution.probability(atLeast: observed), eta
      )
    }
    let distribution = Poisson(mean: mean)
    return (mean, distribution.quantile(1 - settings.alpha), distribution.probability(atLeast: observed), eta)
  }
}
