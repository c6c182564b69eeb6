// Scores by what was learned from one lot of examples.

import Discussion

/// A part of a model laid out for scoring many texts, for one caller.
struct PartScorer {
  let part: TriageModel.Part
  private var counts: FeatureSpace.Counts
  /// The weights of all classes side by side, column after column.
  private let weights: [Float]

  init(_ part: TriageModel.Part) {
    self.part = part
    counts = FeatureSpace.Counts(part.space)
    var weights: [Float] = []
    weights.reserveCapacity((part.space.keys.count + 1) * part.classes.count)
    for column in 0...part.space.keys.count {
      for place in part.classes.indices { weights.append(part.weights[place][column]) }
    }
    self.weights = weights
  }

  /// A text as a row over the part's features.
  mutating func row(of hashes: TriageTerms.Hashes) -> FeatureSpace.Row {
    part.space.row(of: hashes, counts: &counts)
  }

  /// How far a text lies on the side of each of the part's classes.
  mutating func sums(of hashes: TriageTerms.Hashes) -> [Float] {
    let row = row(of: hashes)
    let width = part.classes.count
    var sums = Array(weights.suffix(width))
    sums.withUnsafeMutableBufferPointer { sums in
      for (column, value) in zip(row.columns, row.values) {
        let start = Int(column) * width
        for place in 0..<width { sums[place] += value * weights[start + place] }
      }
    }
    return sums
  }
}
