// Which earlier weeks say what is usual for a week, how much each counts, and what is expected of a topic's level.

import Foundation

/// The baseline of one judged week, shared by all topics of the platform.
struct Baseline {
  /// The judged week.
  let week: Int
  /// Weeks 0 ..< end are the baseline; the weeks between it and the judged one are left out.
  let end: Int
  /// Half-life weights of those weeks, 0 where the volume was anomalous.
  let weights: [Double]
  /// Volume relative to the median volume so far, for weeks 0 ... week.
  let exposure: [Double]
  /// Its logarithm: the model's offset.
  let logExposure: [Double]
  /// The median volume so far.
  let scale: Double

  /// The baseline of a week.
  init(week: Int, volume: PlatformVolume, settings: DetectorSettings) {
    self.week = week
    let gap = min(settings.largestGap, max(1, Int((Double(week) * settings.gapShare).rounded(.down))))
    let end = max(0, week - gap + 1)
    self.end = end
    weights = (0..<end).map {
      volume.anomalous[$0] ? 0 : pow(0.5, Double(week - $0) / settings.halfLifeWeeks)
    }
    let scale = volume.scale(upTo: week)
    self.scale = scale
    exposure = volume.questions[...week].map { $0 / scale }
    logExposure = exposure.map { log($0) }
  }

  /// Whether there is enough to judge by.
  var isLongEnough: Bool { end >= 3 }
}

/// What is expected of a topic's level before its own weeks are looked at: normal on the log scale.
struct LevelPrior {
  var mean: Double
  var precision: Double
}

extension Baseline {
  /// Empirical Bayes across topics: the level of a topic is like that of the platform's other topics until its own
  /// weeks say otherwise. Topics born late are expected to take a small share of the volume.
  func levelPriors(_ table: SeriesTable, _ settings: DetectorSettings) -> [LevelPrior] {
    var weightedExposure = 1e-9
    for t in 0..<end { weightedExposure += weights[t] * exposure[t] }
    let levels = table.names.indices.map { topic in
      let faulty = table.excluded[topic]
      var sum = 0.0
      var exposed = weightedExposure
      for t in 0..<end {
        if !faulty.isEmpty, faulty.contains(t) {
          exposed -= weights[t] * exposure[t]
        } else {
          sum += weights[t] * table.askers[topic * table.weeks + t]
        }
      }
      return log((sum + 0.5) / (max(0, exposed) + 0.5))
    }
    let known = table.firstSeen.count { settings.countsUnseenTopics || $0 <= week }
    let seen = table.names.indices.filter { table.firstSeen[$0] < end }.map { levels[$0] }
    var shared: LevelPrior?
    if known >= 8, seen.count >= 5 {
      let middle = median(seen)
      let spread = 1.4826 * median(seen.map { abs($0 - middle) })
      let deviation = max(settings.smallestLevelDeviation, spread)
      shared = LevelPrior(mean: middle, precision: 1 / (deviation * deviation))
    }
    return table.names.indices.map { topic in
      if isBornLate(topic, table, settings) {
        return LevelPrior(
          mean: log(settings.newTopicShare * scale), precision: 1 / log(1 + 1 / settings.newTopicShape))
      }
      return shared ?? LevelPrior(mean: levels[topic], precision: 1.0 / 9)
    }
  }

  /// Whether a topic was absent from the start of the archive (so far).
  func isBornLate(_ topic: Int, _ table: SeriesTable, _ settings: DetectorSettings) -> Bool {
    let first = table.firstSeen[topic]
    return settings.bornLateFromWeek != .max && (first > week || first >= settings.bornLateFromWeek)
  }

  /// First baseline week of a topic: the one after its first question when it was born late.
  func start(_ topic: Int, _ table: SeriesTable, _ settings: DetectorSettings) -> Int {
    guard isBornLate(topic, table, settings) else { return 0 }
    return min(end, table.firstSeen[topic] >= end ? end : table.firstSeen[topic] + 1)
  }
}
