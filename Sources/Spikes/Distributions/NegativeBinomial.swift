// The negative-binomial distribution of counts that vary more than Poisson: tails and quantile.

import Foundation

/// The negative-binomial distribution with a mean μ and a larger variance: size r = μ²/(variance − μ),
/// success probability μ/variance.
public struct NegativeBinomial: Hashable, Sendable {
  /// The mean μ.
  public let mean: Double
  /// The size r.
  public let size: Double
  /// 1 − μ/variance.
  public let failure: Double
  /// μ/variance.
  public let success: Double

  /// The distribution with a mean and a variance larger than it.
  public init(mean: Double, variance: Double) {
    let mean = max(mean, 1e-9)
    let variance = max(variance, mean * (1 + 1e-9))
    self.mean = mean
    size = mean * mean / (variance - mean)
    failure = (variance - mean) / variance
    success = mean / variance
  }

  /// The distribution of quasi-Poisson data: variance φμ, with φ > 1.
  public init(mean: Double, dispersion: Double) {
    self.mean = mean
    size = mean / (dispersion - 1)
    failure = (dispersion - 1) / dispersion
    success = 1 / dispersion
  }

  /// The variance.
  public var variance: Double { mean / success }

  /// P(Y ≥ count) = I_{1−μ/variance}(count, r).
  public func probability(atLeast count: Double) -> Double {
    count <= 0 ? 1 : regularisedBeta(failure, complement: success, count, size)
  }

  /// P(Y ≤ count) = I_{μ/variance}(r, count + 1).
  public func probability(atMost count: Double) -> Double {
    count < 0 ? 0 : regularisedBeta(success, complement: failure, size, count.rounded(.down) + 1)
  }

  /// The smallest count with P(Y ≤ count) ≥ p, for 0 ≤ p < 1.
  public func quantile(_ p: Double) -> Double {
    smallestCount(near: mean, deviation: variance.squareRoot(), reaching: p) { probability(atMost: $0) }
  }

  /// What was to be expected: the smallest count with P(Y ≤ count) > tail, and the largest with P(Y ≥ count) > tail.
  /// Sums the probabilities one by one, which is fastest for the small counts of a topic; large means go by quantile.
  public func expectedRange(tail: Double) -> ClosedRange<Int> {
    let atZero = size * log(success)
    guard mean < 500, atZero > -600 else {
      let lower = quantile(tail)
      return Int(lower)...Int(max(lower, quantile(1 - tail)))
    }
    var probability = exp(atZero)
    var cumulative = probability
    var count = 0
    var lower = cumulative > tail ? 0 : -1
    while 1 - cumulative > tail, count < 100_000 {
      probability *= failure * (size + Double(count)) / Double(count + 1)
      count += 1
      cumulative += probability
      if lower < 0, cumulative > tail { lower = count }
    }
    return min(max(lower, 0), count)...count
  }
}
