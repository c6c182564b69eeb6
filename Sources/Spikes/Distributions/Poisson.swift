// The Poisson distribution: upper tail and quantile.

import Foundation

/// The Poisson distribution with a mean.
public struct Poisson: Hashable, Sendable {
  /// The mean, and the variance.
  public var mean: Double

  /// The distribution with a mean.
  public init(mean: Double) { self.mean = mean }

  /// P(Y ≥ count) = P(count, mean), the regularised lower incomplete gamma function.
  public func probability(atLeast count: Double) -> Double {
    count <= 0 ? 1 : regularisedLowerGamma(count, mean)
  }

  /// P(Y ≤ count).
  public func probability(atMost count: Double) -> Double {
    count < 0 ? 0 : regularisedUpperGamma(count.rounded(.down) + 1, mean)
  }

  /// The smallest count with P(Y ≤ count) ≥ p, for 0 ≤ p < 1.
  public func quantile(_ p: Double) -> Double {
    smallestCount(near: mean, deviation: mean.squareRoot(), reaching: p) { probability(atMost: $0) }
  }
}

/// The smallest whole number at which a distribution function reaches p: from a normal guess outwards in
/// doubling steps, then by bisection.
func smallestCount(
  near mean: Double, deviation: Double, reaching p: Double, _ cumulative: (Double) -> Double
) -> Double {
  guard p > 0 else { return 0 }
  guard p < 1, mean.isFinite, deviation.isFinite else { return .infinity }
  // Rounding may leave the distribution function a hair under p at the very quantile.
  let target = p * (1 - 64 * Double.ulpOfOne)
  let guess = max(0, (mean + Normal.quantile(p) * deviation).rounded())
  var (below, reached): (Double, Double)
  var step = 1.0
  if cumulative(guess) >= target {
    (below, reached) = (guess - 1, guess)
    while below >= 0, cumulative(below) >= target {
      reached = below
      below = max(-1, below - step)
      step *= 2
    }
  } else {
    (below, reached) = (guess, guess + 1)
    while cumulative(reached) < target {
      below = reached
      reached += step
      step *= 2
      guard reached < 1e15 else { return .infinity }
    }
  }
  while reached - below > 1 {
    let middle = ((below + reached) / 2).rounded(.down)
    if cumulative(middle) >= target { reached = middle } else { below = middle }
  }
  return reached
}
