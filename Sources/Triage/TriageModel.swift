// The ranking of new posts for monitors: which are most like those that people called a crisis, hostile, and so on.

import Discussion

/// How much a post is of a class.
public struct TriageScore: Hashable, Sendable {
  /// How far it lies on the side of the class; above 0 it is more like its posts than like the others.
  public var score: Double
  /// The share of ordinary posts that are less like the class, 0 to 1, as seen on posts that the ranking did not learn from.
  public var standing: Double

  /// A score from its parts.
  public init(score: Double, standing: Double) {
    self.score = score
    self.standing = standing
  }
}

/// A trained ranking. It never says what a post is: it says which posts to read first. It sees text after redaction only, and
/// holds hashes of words, no words.
public struct TriageModel: Hashable, Sendable {
  let space: FeatureSpace
  /// Weights by class, in the order of ``TriageClass``.
  let weights: [[Float]]
  /// By class the scores of ordinary posts, ascending: a thousand and one quantiles.
  let ordinary: [[Float]]
  /// What it was trained on.
  public let fingerprint: UInt64

  init(space: FeatureSpace, weights: [[Float]], ordinary: [[Float]], fingerprint: UInt64) {
    self.space = space
    self.weights = weights
    self.ordinary = ordinary
    self.fingerprint = fingerprint
  }

  /// Learns from examples. The same examples in whatever order give the same ranking.
  public init(_ examples: [TriageExample], settings: TriageSettings = TriageSettings()) {
    let examples = Self.distinct(examples)
    let terms = TriageTerms()
    let hashes = examples.map { terms.hashes(of: $0.text) }
    let validated = CrossValidation.scores(examples, hashes: hashes, settings: settings)
    let space = FeatureSpace(hashes, fewest: settings.fewestExamples)
    let rows = hashes.map(space.row)
    self.init(
      space: space,
      weights: TriageClass.allCases.map {
        Self.weights(of: $0, examples, rows, width: space.keys.count, settings)
      },
      ordinary: TriageClass.allCases.map { one in
        Self.quantiles(
          zip(examples, validated).filter { !$0.0.classes.contains(one) && !$0.0.unlabelled.contains(one) }
            .compactMap { $0.1[one] })
      }, fingerprint: Self.fingerprint(of: examples))
  }

  /// A scorer for one caller.
  public func makeScorer() -> TriageScorer { TriageScorer(self) }

  /// Each text once, in the order of their ids. What one example says of a text holds for its copies.
  static func distinct(_ examples: [TriageExample]) -> [TriageExample] {
    var seen: Set<String> = []
    return examples.sorted { ($0.id, $0.text) < ($1.id, $1.text) }.filter { seen.insert($0.text).inserted }
  }

  /// A number that differs when what was learned from differs.
  public static func fingerprint(of examples: [TriageExample]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for example in distinct(examples) {
      let words = [
        example.id, example.text, example.classes.sorted().map(\.rawValue).joined(separator: " "),
        example.unlabelled.sorted().map(\.rawValue).joined(separator: " "),
      ]
      for word in words {
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ 0x1F) &* 0x100_0000_01B3
      }
    }
    return hash
  }

  static func weights(
    of one: TriageClass, _ examples: [TriageExample], _ rows: [FeatureSpace.Row], width: Int,
    _ settings: TriageSettings
  ) -> [Float] {
    let labelled = examples.indices.filter { !examples[$0].unlabelled.contains(one) }
    return LinearClassifier(settings: settings).weights(
      labelled.map { rows[$0] }, isMember: labelled.map { examples[$0].classes.contains(one) }, width: width)
  }

  private static func quantiles(_ scores: [Double]) -> [Float] {
    let sorted = scores.sorted()
    guard sorted.count > 1 else { return sorted.map { Float($0) } }
    return (0...1000).map { Float(sorted[$0 * (sorted.count - 1) / 1000]) }
  }
}

/// Scores texts by a model. Not `Sendable`: its stemmer belongs to one caller.
public final class TriageScorer {
  private let model: TriageModel
  private let terms = TriageTerms()

  init(_ model: TriageModel) { self.model = model }

  /// How much a text after redaction is of each class.
  public func scores(of text: String) -> [TriageClass: TriageScore] {
    let row = model.space.row(of: terms.hashes(of: text))
    var scores: [TriageClass: TriageScore] = [:]
    for (place, one) in TriageClass.allCases.enumerated() {
      let score = LinearClassifier.sum(row, model.weights[place])
      scores[one] = TriageScore(
        score: Double(score), standing: Self.share(of: model.ordinary[place], below: score))
    }
    return scores
  }

  /// The share of ascending values that lie below one.
  private static func share(of values: [Float], below score: Float) -> Double {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < score { low = middle + 1 } else { high = middle }
    }
    return values.isEmpty ? 0 : Double(low) / Double(values.count)
  }
}
