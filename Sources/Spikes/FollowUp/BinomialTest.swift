// The exact binomial test: whether successes fell otherwise than a known probability says.

import Foundation

/// The exact binomial test (Clopper and Pearson 1934), two-sided by doubling the smaller tail.
///
/// For counts before and after something: given their sum, the count after is binomial when nothing changed, with the share
/// of the exposure that lies after as probability (Przyborowski and Wilenski 1940).
public enum BinomialTest {
  /// The chance of a result at least as far out on its own side, doubled; 1 at most.
  /// - Parameters:
  ///   - successes: how many of them fell after.
  ///   - trials: how many there are.
  ///   - probability: that one falls after, if nothing changed.
  public static func pValue(_ successes: Int, of trials: Int, probability: Double) -> Double {
    guard trials > 0 else { return 1 }
    let atMost = probabilityAtMost(successes, of: trials, probability)
    let atLeast = probabilityAtLeast(successes, of: trials, probability)
    return min(1, 2 * min(atMost, atLeast))
  }

  /// P(X ≥ k) = I_p(k, n − k + 1).
  static func probabilityAtLeast(_ k: Int, of n: Int, _ p: Double) -> Double {
    if k <= 0 { return 1 }
    if k > n { return 0 }
    return regularisedBeta(p, Double(k), Double(n - k + 1))
  }

  /// P(X ≤ k) = I_{1−p}(n − k, k + 1).
  static func probabilityAtMost(_ k: Int, of n: Int, _ p: Double) -> Double {
    if k >= n { return 1 }
    if k < 0 { return 0 }
    return regularisedBeta(1 - p, Double(n - k), Double(k + 1))
  }
}
