// A support vector machine without a kernel: weights that set the posts of one class apart from the others.

import Discussion

/// Trains weights for one class: L2-regularised, squared hinge loss, by dual coordinate descent (C.-J. Hsieh et al., "A dual
/// coordinate descent method for large-scale linear SVM", ICML 2008). A mistake about the smaller side counts as many
/// times more as it is smaller.
struct LinearClassifier {
  let settings: TriageSettings

  /// Weights by column; the last is the constant.
  /// - Parameters:
  ///   - rows: the examples.
  ///   - isMember: whether each is of the class.
  ///   - width: how many columns there are.
  func weights(_ rows: [FeatureSpace.Row], isMember: [Bool], width: Int) -> [Float] {
    var weights = [Float](repeating: 0, count: width + 1)
    let members = isMember.count(where: \.self)
    guard members > 0, members < rows.count else { return weights }
    let total = Float(rows.count)
    let penalty = isMember.map {
      Float(settings.penalty) * total / (2 * Float($0 ? members : rows.count - members))
    }
    let lengths = rows.map { $0.values.reduce(1) { $0 + $1 * $1 } }
    var multipliers = [Float](repeating: 0, count: rows.count)
    var order = Array(0..<Int32(rows.count))
    var generator = SplitMix64(seed: settings.seed)
    for _ in 0..<settings.longestPasses {
      generator.shuffle(&order)
      var largest: Float = 0
      for example in order.map(Int.init) {
        let row = rows[example]
        let side: Float = isMember[example] ? 1 : -1
        let softness = 1 / (2 * penalty[example])
        let gradient = side * Self.sum(row, weights) - 1 + softness * multipliers[example]
        let before = multipliers[example]
        let after = max(0, before - gradient / (lengths[example] + softness))
        guard after != before else { continue }
        multipliers[example] = after
        largest = max(largest, abs(after - before))
        let step = (after - before) * side
        weights.withUnsafeMutableBufferPointer { weights in
          for place in row.columns.indices { weights[Int(row.columns[place])] += step * row.values[place] }
          weights[width] += step
        }
      }
      if Double(largest) < settings.tolerance { break }
    }
    return weights
  }

  /// How far a row lies on the side of the class.
  static func sum(_ row: FeatureSpace.Row, _ weights: [Float]) -> Float {
    weights.withUnsafeBufferPointer { weights in
      var sum = weights[weights.count - 1]
      for place in row.columns.indices { sum += row.values[place] * weights[Int(row.columns[place])] }
      return sum
    }
  }
}
