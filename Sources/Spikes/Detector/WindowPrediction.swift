// What is expected of a window of weeks, how far a count may stray from it, and how unlikely the count seen is.

import Foundation

/// The prediction for a topic over a window of weeks that ends with the judged one.
struct WindowPrediction {
  /// Length in weeks.
  var length: Int
  /// Expected askers M.
  var expected: Double
  /// Variance of the count: φM + RM², R the relative variance of the mean.
  var variance: Double
  /// Askers seen, after the caps on people and organisations.
  var observed: Double
  /// P(Y ≥ observed).
  var tail: Double

  /// The count's predictive distribution.
  var distribution: NegativeBinomial { NegativeBinomial(mean: expected, variance: variance) }
}

extension TopicRegression {
  /// The prediction for a window.
  func predict(
    _ length: Int, topic: Int, table: SeriesTable, baseline: Baseline, volume: PlatformVolume,
    settings: DetectorSettings
  ) -> WindowPrediction {
    let (first, last) = (baseline.week - length + 1, baseline.week)
    var (expected, questions, anomalous) = (0.0, 0.0, false)
    for t in first...last {
      expected += mean(t)
      questions += volume.questions[t]
      anomalous = anomalous || volume.anomalous[t]
    }
    let uncertainty = expm1(min(relativeVariance(from: first, through: last), 3))
    let relative =
      uncertainty + settings.extraVariance + settings.volumeVariance / questions
      + (anomalous ? settings.anomalousVariance : 0)
    let observed = table.observed(topic, from: first, through: last, settings)
    var prediction = WindowPrediction(
      length: length, expected: expected, variance: dispersion * expected + relative * expected * expected,
      observed: observed, tail: 1)
    if observed > 0 { prediction.tail = prediction.distribution.probability(atLeast: observed) }
    return prediction
  }
}

extension SeriesTable {
  /// Askers of a topic in a window, as far as the columns tell people and organisations apart: somebody who asks in
  /// two weeks counts once where four-week counts show it, and an organisation for a few people at most.
  func observed(_ topic: Int, from first: Int, through last: Int, _ settings: DetectorSettings) -> Double {
    let row = topic * weeks
    let length = last - first + 1
    let perOrganisation = settings.askersPerOrganisation
    var (observed, cap) = (0.0, 0.0)
    for t in first...last {
      observed += askers[row + t]
      cap += (perOrganisation * organisations[row + t]).rounded(.up)
    }
    let inFourWeeks = askersInFourWeeks[row + last]
    let capInFourWeeks = (perOrganisation * organisationsInFourWeeks[row + last]).rounded(.up)
    switch length {
    case 2: return min(observed, inFourWeeks, cap, capInFourWeeks)
    case 4: return min(observed, inFourWeeks, capInFourWeeks)
    case 8 where last >= 4: return min(observed, inFourWeeks + askersInFourWeeks[row + last - 4], cap)
    default: return min(observed, cap)
    }
  }
}
