// The platform's weekly volume: the offset of the model, and the weeks in which the volume itself is odd.

import Foundation

/// Questions on the whole platform, week by week.
struct PlatformVolume {
  /// Questions per week, at least 1.
  let questions: [Double]
  /// Weeks in which so much came in that an import or a platform-wide event is likelier than interest in a topic.
  let anomalous: [Bool]
  /// Volume above which a week is anomalous; infinite while there is too little to compare with.
  let limits: [Double]

  /// Judges the weeks in order of time. A week is compared with those of the eight before it that were not
  /// anomalous themselves, at least three; so a lasting change of level is accepted after about six weeks.
  init(totals: [Double], ratio: Double) {
    var anomalous = Array(repeating: false, count: totals.count)
    var limits = Array(repeating: Double.infinity, count: totals.count)
    for week in totals.indices {
      let reference = (max(0, week - 8)..<week).filter { !anomalous[$0] }.map { totals[$0] }
      if reference.count >= 3 { limits[week] = ratio * median(reference) }
      anomalous[week] = totals[week] > limits[week]
    }
    self.anomalous = anomalous
    self.limits = limits
    questions = totals.map { max($0, 1) }
  }

  /// The volume of a platform's series.
  init(_ table: SeriesTable, _ settings: DetectorSettings) {
    self.init(
      totals: table.volume(countsPeople: settings.volumeCountsPeople), ratio: settings.anomalousRatio)
  }

  /// Whether a week is anomalous even without one topic's own questions: a burst on one topic of a small platform must
  /// not be taken for an import because of itself.
  func isAnomalous(_ week: Int, without questions: Double) -> Bool {
    self.questions[week] - questions > limits[week]
  }

  /// Median volume of the weeks up to one; nothing later is looked at.
  func scale(upTo week: Int) -> Double { median(Array(questions[...week])) }
}

/// The middle of the values, or the mean of the middle two. Not for an empty list.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
