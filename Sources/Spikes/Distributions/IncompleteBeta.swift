// The regularised incomplete beta function, from which negative-binomial and Student t tails follow.

import Foundation

/// I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1. DLMF 8.17.2.
public func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  return regularisedBeta(x, complement: 1 - x, a, b)
}

/// I_x(a, b) with 1 − x given apart, for when x is so near to 1 that the subtraction would lose it.
func regularisedBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard complement > 0 else { return 1 }
  // The fraction converges fast left of the mean; right of it I_x(a, b) = 1 − I_{1−x}(b, a), DLMF 8.17.4.
  let logX = x < 0.5 ? log(x) : log1p(-complement)
  let logComplement = complement < 0.5 ? log(complement) : log1p(-x)
  let logFront = a * logX + b * logComplement - logBeta(a, b)
  if x <= (a + 1) / (a + b + 2) {
    return exp(logFront) * betaFraction(x, a, b) / a
  }
  return 1 - exp(logFront) * betaFraction(complement, b, a) / b
}

/// The continued fraction of DLMF 8.17.22 by the modified Lentz method.
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  var c = 1.0
  var d = 1 - (a + b) * x / (a + 1)
  if abs(d) < tiny { d = tiny }
  d = 1 / d
  var h = d
  for i in 1..<100_000 {
    let m = Double(i)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    if abs(d) < tiny { d = tiny }
    c = 1 + even / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    h *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    if abs(d) < tiny { d = tiny }
    c = 1 + odd / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    let step = d * c
    h *= step
    if abs(step - 1) < 1e-15 { break }
  }
  return h
}
