// The hypergeometric distribution: how many of some drawn without replacement are of a kind.

import Foundation

/// Of `population` things `marked` are of a kind; so many of `drawn` are expected to be, and with these chances.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let drawn: Int

  /// The smallest and largest number that can come up.
  var support: ClosedRange<Int> { max(0, drawn - (population - marked))...min(marked, drawn) }

  var mean: Double { population > 0 ? Double(drawn) * Double(marked) / Double(population) : 0 }

  /// P(X = k).
  func probability(_ k: Int) -> Double {
    guard support.contains(k) else { return 0 }
    let value =
      logChoose(marked, k) + logChoose(population - marked, drawn - k) - logChoose(population, drawn)
    return exp(value)
  }

  /// P(X ≥ k).
  func upperTail(_ k: Int) -> Double {
    guard k > support.lowerBound else { return 1 }
    guard k <= support.upperBound else { return 0 }
    var sum = 0.0
    // From the far end, where the terms are smallest.
    for value in stride(from: support.upperBound, through: k, by: -1) { sum += probability(value) }
    return min(1, sum)
  }

  /// P(X ≤ k).
  func lowerTail(_ k: Int) -> Double {
    guard k < support.upperBound else { return 1 }
    guard k >= support.lowerBound else { return 0 }
    var sum = 0.0
    for value in support.lowerBound...k { sum += probability(value) }
    return min(1, sum)
  }

  /// The p-value of Fisher's exact test, two-sided by doubling the smaller tail; 1 at most.
  func twoSidedP(_ k: Int) -> Double { min(1, 2 * min(lowerTail(k), upperTail(k))) }

  /// From the smallest to the largest number that is not out of the ordinary: beyond either end lies at most `tail`.
  func expectedRange(tail: Double) -> ClosedRange<Int> {
    var (low, below) = (support.lowerBound, 0.0)
    while low < support.upperBound {
      below += probability(low)
      if below > tail { break }
      low += 1
    }
    var high = support.upperBound
    while high > low, upperTail(high) <= tail { high -= 1 }
    return low...high
  }

  private func logChoose(_ n: Int, _ k: Int) -> Double {
    logGamma(Double(n + 1)) - logGamma(Double(k + 1)) - logGamma(Double(n - k + 1))
  }
}
