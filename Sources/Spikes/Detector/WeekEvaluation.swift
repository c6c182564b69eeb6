// One week of all topics of a platform: the fits, the windows and the combined p-values, before any rule.

import Discussion

/// One topic in one week, before the rules.
struct TopicEvaluation {
  /// The windows that fit in the archive, shortest first.
  var windows: [WindowPrediction] = []
  /// Index in `windows` of the one that spoke loudest.
  var loudest = 0
  /// min over windows of tail / share, at most 1. Windows with a week whose data are wrong don't speak.
  var combinedP = 1.0
  /// The fitted coefficients.
  var coefficients: [Double] = []
  /// The fitted dispersion.
  var dispersion = 1.0
}

extension SeriesTable {
  /// Evaluates all topics in a week from that week and those before it.
  func evaluate(week: Int, volume: PlatformVolume, settings: DetectorSettings) -> [TopicEvaluation] {
    let baseline = Baseline(week: week, volume: volume, settings: settings)
    guard baseline.isLongEnough else { return names.map { _ in TopicEvaluation() } }
    let priors = baseline.levelPriors(self, settings)
    let regression = TopicRegression(baseline: baseline, settings: settings)
    return names.indices.map { topic in
      askers.withUnsafeBufferPointer { all in
        guard let base = all.baseAddress else { return }
        regression.fit(
          counts: base + topic * weeks, from: baseline.start(topic, self, settings), prior: priors[topic],
          without: excluded[topic])
      }
      var evaluation = TopicEvaluation()
      evaluation.windows.reserveCapacity(settings.windows.count)
      var best = Double.infinity
      for (length, share) in zip(settings.windows, settings.windowShares) where length <= week + 1 {
        let window = regression.predict(
          length, topic: topic, table: self, baseline: baseline, volume: volume, settings: settings)
        evaluation.windows.append(window)
        let isFaulty = holdsFault(topic, from: week - length + 1, through: week)
        if !isFaulty, window.tail / share < best {
          best = window.tail / share
          evaluation.loudest = evaluation.windows.count - 1
        }
      }
      evaluation.combinedP = min(1, best)
      evaluation.coefficients = (0..<regression.parameters).map { regression.coefficients[$0] }
      evaluation.dispersion = regression.dispersion
      return evaluation
    }
  }
}
