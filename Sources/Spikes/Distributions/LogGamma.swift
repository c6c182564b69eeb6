// The logarithm of the gamma and beta functions, the ground under every tail probability here.

import Foundation

/// ln Γ(x) for x > 0.
@inline(__always)
func logGamma(_ x: Double) -> Double { lgamma(x).0 }

/// What Stirling's formula leaves out: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10.
/// DLMF 5.11.1; six terms leave less than 1e-15.
private func stirlingCorrection(_ x: Double) -> Double {
  let y = 1 / (x * x)
  let series =
    1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * (1.0 / 1188 - y * 691.0 / 360_360))))
  return series / x
}

/// ln B(a, b) for a, b > 0, without the cancellation of ln Γ(a) + ln Γ(b) − ln Γ(a + b) when one is large.
/// After DiDonato & Morris (1992), ACM Algorithm 708.
func logBeta(_ a: Double, _ b: Double) -> Double {
  let (small, large) = (min(a, b), max(a, b))
  guard large >= 10 else { return logGamma(small) + logGamma(large) - logGamma(small + large) }
  let ratio = small / (small + large)
  if small >= 10 {
    let correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large)
    return -0.5 * log(large) + 0.918_938_533_204_672_741_78 + correction + (small - 0.5) * log(ratio)
      + large * log1p(-ratio)
  }
  let correction = stirlingCorrection(large) - stirlingCorrection(small + large)
  return logGamma(small) + correction + small - small * log(small + large) + (large - 0.5) * log1p(-ratio)
}
