// What the ranking makes of posts that it did not learn from.

import Discussion

/// Cross-validation: the examples are cut into parts, and each part is scored by what the others teach.
public enum CrossValidation {
  /// Scores by class of each example, in the order of `examples`; of classes that it is not labelled for, too.
  public static func scores(
    _ examples: [TriageExample], settings: TriageSettings = TriageSettings()
  ) -> [[TriageClass: Double]] {
    let terms = TriageTerms()
    return scores(examples, hashes: examples.map { terms.hashes(of: $0.text) }, settings: settings)
  }

  static func scores(
    _ examples: [TriageExample], hashes: [TriageTerms.Hashes], settings: TriageSettings
  ) -> [[TriageClass: Double]] {
    var scores = [[TriageClass: Double]](repeating: [:], count: examples.count)
    let drawn = draw(examples, settings: settings)
    for fold in 0..<settings.folds {
      let learned = examples.indices.filter { drawn[$0] != fold }
      let asked = examples.indices.filter { drawn[$0] == fold }
      guard !learned.isEmpty, !asked.isEmpty else { continue }
      let parts = TriageModel.learn(learned.map { examples[$0] }, learned.map { hashes[$0] }, settings)
      for part in parts {
        var scorer = PartScorer(part)
        for place in asked {
          for (one, sum) in zip(part.classes, scorer.sums(of: hashes[place])) {
            scores[place][one] = Double(sum)
          }
        }
      }
    }
    return scores
  }

  /// The part of each example: drawn by lot within those that are of the same classes, so that each part has its share.
  private static func draw(_ examples: [TriageExample], settings: TriageSettings) -> [Int] {
    var order = examples.indices.sorted { examples[$0].id < examples[$1].id }.map(Int32.init)
    var generator = SplitMix64(seed: settings.seed)
    generator.shuffle(&order)
    func key(_ index: Int) -> String {
      examples[index].classes.sorted().map(\.rawValue).joined(separator: " ")
    }
    let drawn = Dictionary(grouping: order.map(Int.init), by: key)
    var parts = [Int](repeating: 0, count: examples.count)
    var next = 0
    for key in drawn.keys.sorted() {
      for index in drawn[key] ?? [] {
        parts[index] = next % settings.folds
        next += 1
      }
    }
    return parts
  }
}
