// The quasi-Poisson fit of farringtonFlexible, once as it is and once with past outbreaks weighed down.

import Foundation

/// A fit with its dispersion, and the dispersion that R's `summary` and `predict` see.
struct FarringtonFit {
  let regression: QuasiPoissonRegression
  /// φ, never under 1.
  let phi: Double
  /// The dispersion behind standard errors. After reweighting R has the outbreak weights where the working weights
  /// were, and so it is Σ ω ((y − μ)/μ)² / df.
  let summaryDispersion: Double

  /// Fits, weighs weeks with a large Anscombe residual down, and fits again.
  /// - Returns: nil when the first fit does not converge or cannot be made.
  init?(columns: [[Double]], counts: [Double], offset: [Double], settings: FarringtonSettings) {
    guard let first = QuasiPoissonRegression(columns: columns, counts: counts, offset: offset),
      first.converged
    else { return nil }
    let phi = max(first.dispersion(), 1)
    guard settings.reweights else {
      (regression, self.phi, summaryDispersion) = (first, phi, first.dispersion())
      return
    }
    let omega = Self.outbreakWeights(first, counts: counts, phi: phi, threshold: settings.weightsThreshold)
    guard
      let second = QuasiPoissonRegression(columns: columns, counts: counts, offset: offset, weights: omega)
    else { return nil }
    regression = second
    self.phi = max(second.dispersion(), 1)
    summaryDispersion = second.dispersion(weights: omega)
  }

  /// ω = γ s⁻² where the standardised Anscombe residual s is above the threshold, γ elsewhere, summing to n.
  private static func outbreakWeights(
    _ fit: QuasiPoissonRegression, counts: [Double], phi: Double, threshold: Double
  ) -> [Double] {
    let raw = counts.indices.map { i in
      let mu = fit.means[i]
      let anscombe = 1.5 * (pow(counts[i], 2.0 / 3) * pow(mu, -1.0 / 6) - mu.squareRoot())
      let s = anscombe / (phi * (1 - fit.leverages[i])).squareRoot()
      return s > threshold ? 1 / (s * s) : 1
    }
    let gamma = Double(counts.count) / raw.reduce(0, +)
    return raw.map { $0 * gamma }
  }
}
