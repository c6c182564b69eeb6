// The regularised incomplete gamma functions P(a, x) and Q(a, x), from which Poisson tails follow.

import Foundation

/// P(a, x) = γ(a, x) / Γ(a), for a > 0 and x ≥ 0. DLMF 8.2.4.
public func regularisedLowerGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return 0 }
  return x < a + 1 ? lowerGammaSeries(a, x) : 1 - upperGammaFraction(a, x)
}

/// Q(a, x) = Γ(a, x) / Γ(a), for a > 0 and x ≥ 0. DLMF 8.2.4.
public func regularisedUpperGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return 1 }
  return x < a + 1 ? 1 - lowerGammaSeries(a, x) : upperGammaFraction(a, x)
}

/// The power series of P(a, x), DLMF 8.11.4; fast for x < a + 1.
private func lowerGammaSeries(_ a: Double, _ x: Double) -> Double {
  var (term, sum, n) = (1 / a, 1 / a, a)
  for _ in 0..<100_000 {
    n += 1
    term *= x / n
    sum += term
    if term < sum * 1e-17 { break }
  }
  return sum * exp(a * log(x) - x - logGamma(a))
}

/// The continued fraction of Q(a, x), DLMF 8.9.2, by Lentz's method; fast for x ≥ a + 1.
private func upperGammaFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var h = d
  for i in 1..<100_000 {
    let n = Double(i)
    let an = -n * (n - a)
    b += 2
    d = an * d + b
    if abs(d) < tiny { d = tiny }
    c = b + an / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    let step = d * c
    h *= step
    if abs(step - 1) < 1e-16 { break }
  }
  return h * exp(a * log(x) - x - logGamma(a))
}
