// The control values of farringtonFlexible, with the names of R's surveillance where these are words.

/// Settings of ``FarringtonFlexible``. The plain values are those that Noufaily et al. (2013) recommend.
public struct FarringtonSettings: Hashable, Sendable {
  /// How the upper bound follows from the fit.
  public enum ThresholdMethod: String, Hashable, Sendable {
    /// Normal after a 2/3 power transformation (Farrington et al. 1996).
    case delta
    /// Negative-binomial quantile around the fitted mean.
    case nbPlugin
    /// Negative-binomial quantile around the upper confidence bound of the mean.
    case muan
  }

  /// Years of history b, at most.
  public var yearsBack = 5
  /// Half-width w of the windows around the same week in earlier years.
  public var windowHalfWidth = 3
  /// Whether past outbreaks are weighed down.
  public var reweights = true
  /// Anscombe residual above which they are.
  public var weightsThreshold = 2.58
  /// Chance α of exceeding the upper bound when nothing changed.
  public var alpha = 0.005
  /// Whether a trend is considered.
  public var trend = true
  /// Largest p-value of a trend that is kept; 1 keeps it always.
  public var trendPThreshold = 1.0
  /// No alarm with fewer cases…
  public var limitCases = 5.0
  /// …in so many weeks, this one included.
  public var limitWeeks = 4
  /// Levels of the seasonal factor; 1 is only the windows themselves.
  public var periods = 10
  /// Weeks before the judged one that are left out of the baseline.
  public var pastWeeksNotIncluded = 26
  /// How the upper bound follows from the fit.
  public var thresholdMethod = ThresholdMethod.nbPlugin
  /// Whether the platform's volume is an offset.
  public var populationOffset = false
  /// Weeks in a year.
  public var frequency = 52

  /// The settings of Noufaily et al. (2013).
  public init() {}
}
