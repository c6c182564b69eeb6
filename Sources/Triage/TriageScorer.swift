// Scores texts by a ranking, and tells which of their words weigh.

import Discussion
import Language

/// Scores texts by a model. Not `Sendable`: its stemmer belongs to one caller.
public final class TriageScorer {
  private var parts: [PartScorer]
  private let terms = TriageTerms()
  private let stopWords = StopWords(language: .dutch)

  init(_ model: TriageModel) { parts = model.parts.map(PartScorer.init) }

  /// How much a text after redaction is of each class.
  public func scores(of text: String) -> [TriageClass: TriageScore] {
    let hashes = terms.hashes(of: text)
    var scores: [TriageClass: TriageScore] = [:]
    for index in parts.indices {
      let sums = parts[index].sums(of: hashes)
      let part = parts[index].part
      for (place, one) in part.classes.enumerated() {
        scores[one] = TriageScore(
          score: Double(sums[place]),
          standing: TriageModel.share(of: part.ordinary[place], below: sums[place]))
      }
    }
    return scores
  }

  /// The words of a text after redaction that most push it towards a class, as they stand in the text.
  /// - Parameter limit: at most so many.
  /// - Returns: words of at least three letters, no stop words and no placeholders, each once, the heaviest first.
  public func explanation(of text: String, class one: TriageClass, limit: Int) -> [String] {
    guard limit > 0, let index = parts.firstIndex(where: { $0.part.classes.contains(one) }),
      let place = parts[index].part.classes.firstIndex(of: one)
    else { return [] }
    let hashes = terms.hashes(of: text, origins: true)
    let row = parts[index].row(of: hashes)
    let part = parts[index].part
    let pushes = Self.pushes(of: hashes, row: row, space: part.space, weights: part.weights[place])
    let scalars = Array(text.unicodeScalars)
    var (spellings, sums): ([String: String], [String: Float]) = ([:], [:])
    for (range, push) in zip(hashes.places, pushes) {
      let word = String(String.UnicodeScalarView(scalars[range]))
      let key = word.lowercased()
      guard scalars[range].count(where: \.properties.isAlphabetic) >= 3, !word.hasPrefix("["),
        !stopWords.contains(key)
      else { continue }
      if spellings[key] == nil { spellings[key] = word }
      sums[key, default: 0] += push
    }
    let heaviest = sums.values.map(abs).max() ?? 0
    return sums.filter { $0.value > 0 && $0.value >= heaviest * Self.leastShare }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit).compactMap { spellings[$0.key] }
  }

  /// A word that weighs less than this share of the heaviest, whichever way that pushes, says nothing of its own.
  private static let leastShare: Float = 0.2

  /// What each word adds to the score: by itself, in pairs (half for each of both), by its runs of characters
  /// and as a cue.
  private static func pushes(
    of hashes: TriageTerms.Hashes, row: FeatureSpace.Row, space: FeatureSpace, weights: [Float]
  ) -> [Float] {
    // What one occurrence of each term adds: a term's value is the same wherever it stands.
    var shares = [Float](repeating: 0, count: space.keys.count)
    var occurrences = shares
    let words = hashes.words.map { Int(space.column(of: $0) ?? -1) }
    let runs = hashes.runs.map { Int(space.column(of: $0) ?? -1) }
    for column in words where column >= 0 { occurrences[column] += 1 }
    for column in runs where column >= 0 { occurrences[column] += 1 }
    for (column, value) in zip(row.columns.map(Int.init), row.values) {
      shares[column] = value * weights[column] / max(1, occurrences[column])
    }
    var pushes = [Float](repeating: 0, count: hashes.places.count)
    var previous = -1
    for (column, origin) in zip(words, hashes.wordOrigins.map(Int.init)) {
      let push = column >= 0 ? shares[column] : 0
      let isPair = origin == previous
      pushes[origin] += isPair ? push / 2 : push
      if isPair { pushes[origin - 1] += push / 2 }
      previous = origin
    }
    var word = 0
    for (column, origin) in zip(runs, hashes.runOrigins.map(Int.init)) where column >= 0 {
      while word + 1 < pushes.count, hashes.places[word].upperBound <= origin { word += 1 }
      if hashes.places.indices.contains(word) { pushes[word] += shares[column] }
    }
    for (kind, hash) in TriageTerms.cueHashes.enumerated() {
      guard let column = space.column(of: hash), shares[Int(column)] != 0 else { continue }
      let places = pushes.indices.filter { hashes.kinds[$0] & (1 << CueLexicon.Kinds(kind)) != 0 }
      for place in places { pushes[place] += shares[Int(column)] / Float(places.count) }
    }
    return pushes
  }
}
