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
  /// What was learned from one lot of examples: of the classes for which the same examples are labelled.
  struct Part: Hashable, Sendable {
    /// Which classes.
    var classes: [TriageClass]
    /// The terms of those examples, and how rare they are among them.
    var space: FeatureSpace
    /// Weights by class.
    var weights: [[Float]]
    /// By class the scores of ordinary posts, ascending: a thousand and one quantiles.
    var ordinary: [[Float]]
  }

  let parts: [Part]
  /// What it was trained on.
  public let fingerprint: UInt64

  init(parts: [Part], fingerprint: UInt64) {
    self.parts = parts
    self.fingerprint = fingerprint
  }

  /// Learns from examples. The same examples in whatever order give the same ranking.
  public init(_ examples: [TriageExample], settings: TriageSettings = TriageSettings()) {
    self = Self.train(examples, settings: settings).model
  }

  /// Learns from examples, and tells what the ranking makes of each when it learns from the others only.
  /// - Returns: the ranking; the examples, each text once, by id; and their scores by class, in that order.
  public static func train(_ examples: [TriageExample], settings: TriageSettings = TriageSettings()) -> (
    model: TriageModel, examples: [TriageExample], scores: [[TriageClass: Double]]
  ) {
    let examples = distinct(examples)
    let terms = TriageTerms()
    let hashes = examples.map { terms.hashes(of: $0.text) }
    let validated = CrossValidation.scores(examples, hashes: hashes, settings: settings)
    let parts = learn(examples, hashes, settings).map { part in
      var part = part
      part.ordinary = part.classes.map { one in
        let scores = zip(examples, validated).filter {
          !$0.0.classes.contains(one) && !$0.0.unlabelled.contains(one)
        }
        return quantiles(scores.compactMap { $0.1[one] })
      }
      return part
    }
    return (TriageModel(parts: parts, fingerprint: fingerprint(of: examples)), examples, validated)
  }

  /// What some examples teach, without how ordinary posts score.
  static func learn(
    _ examples: [TriageExample], _ hashes: [TriageTerms.Hashes], _ settings: TriageSettings
  ) -> [Part] {
    // How rare a term is among other examples would blur what sets these apart.
    let labelled = TriageClass.allCases.map { one in
      examples.indices.filter { !examples[$0].unlabelled.contains(one) }
    }
    var lots: [[Int]] = []
    for lot in labelled where !lots.contains(lot) { lots.append(lot) }
    return lots.map { lot in
      let classes = TriageClass.allCases.enumerated().filter { labelled[$0.offset] == lot }.map(\.element)
      let space = FeatureSpace(lot.map { hashes[$0] }, fewest: settings.fewestExamples)
      var counts = FeatureSpace.Counts(space)
      let rows = lot.map { space.row(of: hashes[$0], counts: &counts) }
      let weights = classes.map { one in
        LinearClassifier(settings: settings).weights(
          rows, isMember: lot.map { examples[$0].classes.contains(one) }, width: space.keys.count)
      }
      return Part(classes: classes, space: space, weights: weights, ordinary: classes.map { _ in [] })
    }
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

  private static func quantiles(_ scores: [Double]) -> [Float] {
    let sorted = scores.sorted()
    guard sorted.count > 1 else { return sorted.map { Float($0) } }
    return (0...1000).map { Float(sorted[$0 * (sorted.count - 1) / 1000]) }
  }

  /// The share of ascending values that lie below one.
  static func share(of values: [Float], below score: Float) -> Double {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < score { low = middle + 1 } else { high = middle }
    }
    return values.isEmpty ? 0 : Double(low) / Double(values.count)
  }
}
