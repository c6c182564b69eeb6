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
  /// - Parameters:
  ///   - holidays: the school holidays of the table's weeks, where they are known.
  ///   - only: the topics to evaluate; all when nil.
  func evaluate(
    week: Int, volume: PlatformVolume, settings: DetectorSettings, holidays: HolidayCovariate? = nil,
    only: Set<Int>? = nil
  ) -> [TopicEvaluation] {
    let baseline = Baseline(week: week, volume: volume, settings: settings)
    guard baseline.isLongEnough else { return names.map { _ in TopicEvaluation() } }
    let priors = baseline.levelPriors(self, settings)
    let plain = TopicRegression(baseline: baseline, settings: settings)
    let withHolidays = holidays.map {
      TopicRegression(baseline: baseline, settings: settings, holidays: $0.shares)
    }
    return names.indices.map { topic in
      guard only?.contains(topic) ?? true else { return TopicEvaluation() }
      let start = baseline.start(topic, self, settings)
      let isLongEnough = holidays?.isUsable(for: baseline, from: start, settings) ?? false
      let regression = askers.withUnsafeBufferPointer { all in
        guard let base = all.baseAddress else { return plain }
        let counts = base + topic * weeks
        if isLongEnough, let withHolidays {
          withHolidays.fit(
            counts: counts, from: start, prior: priors[topic], without: excluded[topic])
          if abs(withHolidays.lastCoefficientInDeviations) >= settings.holidayEvidence { return withHolidays }
        }
        plain.fit(counts: counts, from: start, prior: priors[topic], without: excluded[topic])
        return plain
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
