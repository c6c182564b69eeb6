// Generalised linear model of counts with a logarithmic link, fitted by iteratively reweighted least squares.

import Foundation

/// A (quasi-)Poisson regression as R's `glm.fit` computes it: the same start, the same stopping rule and so
/// the same digits, also where the likelihood has no maximum (a season without a single case).
/// Nelder & Wedderburn (1972); Chambers & Hastie (1992), chapter 6.
public struct QuasiPoissonRegression: Sendable {
  /// Regression coefficients, in the order of the columns.
  public let coefficients: [Double]
  /// Fitted means μ.
  public let means: [Double]
  /// Weights of the last least-squares step: prior weight times the μ before that step.
  public let workingWeights: [Double]
  /// Working residuals (y − μ)/μ.
  public let workingResiduals: [Double]
  /// Diagonal of the hat matrix of the last least-squares step.
  public let leverages: [Double]
  /// Deviance 2 Σ w [y ln(y/μ) − (y − μ)].
  public let deviance: Double
  /// Observations minus coefficients.
  public let degreesOfFreedom: Int
  /// Least-squares steps taken.
  public let iterations: Int
  /// Whether the deviance settled within the permitted number of steps.
  public let converged: Bool
  private let decomposition: HouseholderQR

  /// Fits E(y) = exp(Xb + offset).
  /// - Parameters:
  ///   - columns: the columns of X, each as long as `counts`.
  ///   - counts: the observations y ≥ 0.
  ///   - offset: known part of the linear predictor; zeros where there is none.
  ///   - weights: prior weights > 0; ones where nil.
  /// - Returns: nil when the columns depend on each other or the iteration runs away.
  public init?(
    columns: [[Double]], counts y: [Double], offset: [Double], weights: [Double]? = nil,
    epsilon: Double = 1e-8,
    maximumIterations: Int = 25
  ) {
    let (n, p) = (y.count, columns.count)
    guard n > 0, p > 0, n >= p else { return nil }
    let prior = weights ?? Array(repeating: 1, count: n)
    var mu = y.map { $0 + 0.1 }
    var eta = mu.map { log($0) }
    var previous = Self.deviance(y, mu, prior)
    var design = Array(repeating: 0.0, count: n * p)
    var target = Array(repeating: 0.0, count: n)
    var working = Array(repeating: 0.0, count: n)
    var last: (HouseholderQR, [Double], Double)?
    var settled = false
    var steps = 0
    while steps < maximumIterations, !settled {
      steps += 1
      for i in 0..<n {
        working[i] = prior[i] * mu[i]
        let root = working[i].squareRoot()
        target[i] = (eta[i] - offset[i] + (y[i] - mu[i]) / mu[i]) * root
        for j in 0..<p { design[j * n + i] = columns[j][i] * root }
      }
      let qr = HouseholderQR(rows: n, columns: p, elements: design)
      guard !qr.isRankDeficient() else { return nil }
      let beta = qr.solve(target)
      for i in 0..<n {
        var value = offset[i]
        for j in 0..<p { value += columns[j][i] * beta[j] }
        eta[i] = value
        mu[i] = exp(value)
      }
      let now = Self.deviance(y, mu, prior)
      guard now.isFinite else { return nil }
      settled = abs(now - previous) / (abs(now) + 0.1) < epsilon
      previous = now
      last = (qr, beta, now)
    }
    guard let (qr, beta, deviance) = last else { return nil }
    decomposition = qr
    coefficients = beta
    means = mu
    workingWeights = working
    workingResiduals = (0..<n).map { (y[$0] - mu[$0]) / mu[$0] }
    leverages = qr.leverages()
    self.deviance = deviance
    degreesOfFreedom = n - p
    iterations = steps
    converged = settled
  }

  private static func deviance(_ y: [Double], _ mu: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for i in y.indices {
      let logarithm = y[i] > 0 ? y[i] * log(y[i] / mu[i]) : 0
      sum += weights[i] * (logarithm - (y[i] - mu[i]))
    }
    return 2 * sum
  }

  /// Pearson's estimate of the dispersion φ: Σ w ((y − μ)/μ)² / degrees of freedom, with the working weights or others.
  public func dispersion(weights: [Double]? = nil) -> Double {
    let weights = weights ?? workingWeights
    var sum = 0.0
    for i in weights.indices { sum += weights[i] * workingResiduals[i] * workingResiduals[i] }
    return sum / Double(degreesOfFreedom)
  }

  /// Standard error of x'b when the dispersion is φ.
  public func standardError(of x: [Double], dispersion: Double) -> Double {
    let z = decomposition.solveTransposed(x)
    return (z.reduce(0) { $0 + $1 * $1 } * dispersion).squareRoot()
  }

  /// Standard error of one coefficient when the dispersion is φ.
  public func standardError(ofCoefficient index: Int, dispersion: Double) -> Double {
    var unit = Array(repeating: 0.0, count: coefficients.count)
    unit[index] = 1
    return standardError(of: unit, dispersion: dispersion)
  }

  /// x'b, without the offset.
  public func linearPredictor(_ x: [Double]) -> Double {
    var sum = 0.0
    for i in x.indices { sum += x[i] * coefficients[i] }
    return sum
  }
}
