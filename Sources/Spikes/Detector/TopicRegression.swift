// The expected count of one topic: penalised quasi-Poisson regression in which past spikes weigh less.

import Foundation

/// Fits μ_t = exp(x_t'β + l_t), x_t = (1, years, seasons…, l_t, holiday share), with normal priors on β (the posterior
/// mode), and holds the posterior's curvature for the prediction. Made once a week for all topics: its memory is reused.
///
/// Farrington et al. (1996) and Noufaily et al. (2013) for the quasi-Poisson model with Anscombe residuals that
/// weigh down past outbreaks; the priors replace their rules for when a trend or a season may be used.
final class TopicRegression {
  /// Coefficients: level, trend per year, cosine and sine per harmonic, elasticity, and the school holidays where they
  /// are used.
  let parameters: Int
  /// The posterior mode β.
  let coefficients: UnsafeMutablePointer<Double>
  /// The dispersion φ.
  private(set) var dispersion = 1.0

  private var excluded: Set<Int> = []
  private let settings: DetectorSettings
  private let baseline: Baseline
  private let design: UnsafeMutablePointer<Double>
  private let means: UnsafeMutablePointer<Double>
  private let weights: UnsafeMutablePointer<Double>
  private let factor: UnsafeMutablePointer<Double>
  private let vector: UnsafeMutablePointer<Double>
  private let priorMean: UnsafeMutablePointer<Double>
  private let priorPrecision: UnsafeMutablePointer<Double>

  /// A model for the topics of one judged week.
  /// - Parameter holidays: the share of school holiday per week; nil leaves holidays out of the model.
  init(baseline: Baseline, settings: DetectorSettings, holidays: [Double]? = nil) {
    self.baseline = baseline
    self.settings = settings
    let elasticity = 2 + 2 * settings.harmonics
    let p = holidays == nil ? elasticity + 1 : elasticity + 2
    let weeks = baseline.week + 1
    parameters = p
    func zeros(_ count: Int) -> UnsafeMutablePointer<Double> {
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: count)
      memory.initialize(repeating: 0, count: count)
      return memory
    }
    coefficients = zeros(p)
    design = zeros(weeks * p)
    means = zeros(weeks)
    weights = zeros(weeks)
    factor = zeros(p * p)
    vector = zeros(p)
    priorMean = zeros(p)
    priorPrecision = zeros(p)
    for t in 0..<weeks {
      let row = design + t * p
      row[0] = 1
      row[1] = Double(t - baseline.week) / 52
      for h in 0..<settings.harmonics {
        let angle = 2 * Double.pi * Double(h + 1) * Double(t) / 52.1775
        row[2 + 2 * h] = cos(angle)
        row[3 + 2 * h] = sin(angle)
      }
      row[elasticity] = baseline.logExposure[t]
      if let holidays { row[elasticity + 1] = holidays[t] }
    }
    priorPrecision[1] = 1 / (settings.trendDeviation * settings.trendDeviation)
    for j in 2..<elasticity { priorPrecision[j] = 1 / (settings.seasonDeviation * settings.seasonDeviation) }
    priorPrecision[elasticity] = 1 / (settings.elasticityDeviation * settings.elasticityDeviation)
    if holidays != nil {
      priorPrecision[elasticity + 1] = 1 / (settings.holidayDeviation * settings.holidayDeviation)
    }
  }

  deinit {
    for memory in [coefficients, design, means, weights, factor, vector, priorMean, priorPrecision] {
      memory.deallocate()
    }
  }

  /// Fits a topic.
  /// - Parameters:
  ///   - counts: askers per week, from week 0.
  ///   - start: the first baseline week that counts for this topic.
  ///   - prior: what its level is expected to be.
  ///   - excluded: weeks whose data are wrong: they weigh nothing.
  func fit(
    counts: UnsafePointer<Double>, from start: Int, prior: LevelPrior, without excluded: Set<Int> = []
  ) {
    let (p, end) = (parameters, baseline.end)
    self.excluded = excluded
    var (sum, exposure) = (0.5, 0.5 / exp(prior.mean))
    for t in start..<max(start, end) {
      weights[t] = baselineWeight(t)
      sum += weights[t] * counts[t]
      exposure += weights[t] * baseline.exposure[t]
    }
    priorMean[0] = prior.mean
    priorPrecision[0] = prior.precision
    for j in 0..<p { coefficients[j] = 0 }
    coefficients[0] = log(sum / exposure)
    dispersion = settings.priorDispersion
    updateMeans(start, end)
    for round in 0...settings.reweightings {
      for _ in 0..<40 {
        let step = newtonStep(counts, start, end)
        updateMeans(start, end)
        // Newton's error after a step is of the order of its square.
        if step < 1e-7 { break }
      }
      updateDispersion(counts, start, end)
      if round < settings.reweightings { reweight(counts, start, end) }
    }
    accumulate(counts, start, end)
    _ = choleskyFactor(factor, p)
  }

  /// How much a baseline week counts for this topic.
  private func baselineWeight(_ t: Int) -> Double {
    !excluded.isEmpty && excluded.contains(t) ? 0 : baseline.weights[t]
  }

  /// The last coefficient divided by its posterior standard deviation: how clearly the topic's own weeks say that it is
  /// not 0. The curvature is LL', so that the last variance is one over the square of L's last element.
  var lastCoefficientInDeviations: Double {
    coefficients[parameters - 1] * factor[parameters * parameters - 1]
  }

  /// The mean in a week.
  func mean(_ t: Int) -> Double {
    let row = design + t * parameters
    var eta = baseline.logExposure[t]
    for j in 0..<parameters { eta += coefficients[j] * row[j] }
    return exp(min(max(eta, -15), 9))
  }

  private func updateMeans(_ start: Int, _ end: Int) {
    for t in start..<max(start, end) { means[t] = mean(t) }
  }

  /// The posterior's curvature (lower triangle, in `factor`) and gradient (in `vector`).
  private func accumulate(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) {
    let p = parameters
    for i in 0..<(p * p) { factor[i] = 0 }
    for i in 0..<p { vector[i] = 0 }
    switch p {
    case 5: accumulateFive(counts, start, end)
    case 6:
      accumulateFive(counts, start, end)
      accumulateSixth(counts, start, end)
    default: accumulateAny(counts, start, end)
    }
    for i in 0..<p {
      factor[i * p + i] += priorPrecision[i]
      vector[i] -= priorPrecision[i] * (coefficients[i] - priorMean[i])
    }
  }

  private func accumulateAny(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) {
    let p = parameters
    let scale = 1 / dispersion
    for t in start..<max(start, end) {
      let row = design + t * p
      let weight = weights[t] * scale
      let curvature = weight * means[t]
      let residual = weight * (counts[t] - means[t])
      for i in 0..<p {
        let x = curvature * row[i]
        vector[i] += residual * row[i]
        for j in 0...i { factor[i * p + j] += x * row[j] }
      }
    }
  }

  /// The same for one pair of seasonal terms, with the sums in registers: half of a night's detection is spent here.
  private func accumulateFive(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) {
    let p = parameters
    let scale = 1 / dispersion
    var first = SIMD4<Double>.zero
    var (second, third, fourth, fifth, gradient) = (first, first, first, first, first)
    var (total, residuals) = (0.0, 0.0)
    for t in start..<max(start, end) {
      let row = design + t * p
      let weight = weights[t] * scale
      let curvature = weight * means[t]
      let residual = weight * (counts[t] - means[t])
      let x = SIMD4(row[1], row[2], row[3], row[4])
      let weighted = x * curvature
      total += curvature
      first += weighted
      second += weighted * row[1]
      third += weighted * row[2]
      fourth += weighted * row[3]
      fifth += weighted * row[4]
      gradient += x * residual
      residuals += residual
    }
    factor[0] = total
    vector[0] = residuals
    for i in 0..<4 {
      factor[(i + 1) * p] = first[i]
      vector[i + 1] = gradient[i]
    }
    factor[p + 1] = second[0]
    for j in 0..<2 { factor[2 * p + 1 + j] = third[j] }
    for j in 0..<3 { factor[3 * p + 1 + j] = fourth[j] }
    for j in 0..<4 { factor[4 * p + 1 + j] = fifth[j] }
  }

  /// The sums of the school holidays beside one pair of seasonal terms. Most weeks have none, and add nothing.
  private func accumulateSixth(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) {
    let scale = 1 / dispersion
    var cross = SIMD4<Double>.zero
    var (level, own, gradient) = (0.0, 0.0, 0.0)
    for t in start..<max(start, end) {
      let row = design + t * 6
      let share = row[5]
      guard share != 0 else { continue }
      let weight = weights[t] * scale
      let weighted = weight * means[t] * share
      level += weighted
      cross += SIMD4(row[1], row[2], row[3], row[4]) * weighted
      own += weighted * share
      gradient += weight * (counts[t] - means[t]) * share
    }
    factor[30] = level
    for j in 0..<4 { factor[31 + j] = cross[j] }
    factor[35] = own
    vector[5] = gradient
  }

  /// One step of Newton's method, each component at most 2.
  /// - Returns: the largest component.
  private func newtonStep(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) -> Double {
    accumulate(counts, start, end)
    guard choleskyFactor(factor, parameters) else { return 0 }
    forwardSubstitute(factor, vector, parameters)
    backSubstitute(factor, vector, parameters)
    var largest = 0.0
    for j in 0..<parameters {
      let step = min(max(vector[j], -2), 2)
      coefficients[j] += step
      largest = max(largest, abs(step))
    }
    return largest
  }

  /// Pearson's dispersion, shrunk to its prior and never under Poisson's 1.
  private func updateDispersion(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) {
    var (sum, total) = (0.0, 0.0)
    for t in start..<max(start, end) {
      let residual = counts[t] - means[t]
      sum += weights[t] * residual * residual / max(means[t], 0.02)
      total += weights[t]
    }
    let belief = settings.priorDispersionWeeks
    dispersion = max(1, (belief * settings.priorDispersion + sum) / (belief + max(total - 1, 0)))
  }

  /// Weighs weeks with a large Anscombe residual down, so that a past spike does not become what is usual.
  private func reweight(_ counts: UnsafePointer<Double>, _ start: Int, _ end: Int) {
    let root = dispersion.squareRoot()
    for t in start..<max(start, end) {
      weights[t] = baselineWeight(t)
      // Only a count above its mean can have a large residual; most weeks are spared the powers.
      guard counts[t] > means[t] else { continue }
      let cubeRoot = cbrt(counts[t])
      let residual =
        1.5 * (cubeRoot * cubeRoot / pow(means[t], 1.0 / 6) - means[t].squareRoot()) / root
      if residual > settings.outlierResidual {
        let ratio = settings.outlierResidual / residual
        weights[t] *= ratio * ratio
      }
    }
  }

  /// Relative variance of the mean over weeks that comes from not knowing β: x̄'Vx̄ with x̄ weighted by μ.
  func relativeVariance(from first: Int, through last: Int) -> Double {
    let p = parameters
    for i in 0..<p { vector[i] = 0 }
    var total = 0.0
    for t in first...last {
      let row = design + t * p
      let mu = mean(t)
      total += mu
      for i in 0..<p { vector[i] += mu * row[i] }
    }
    for i in 0..<p { vector[i] /= total }
    forwardSubstitute(factor, vector, p)
    var square = 0.0
    for i in 0..<p { square += vector[i] * vector[i] }
    return square
  }
}
