// A post's features with what was known when it came: later posts change nothing about them.

import Discussion

/// Rows to compare posts by, each weighed with how rare its terms were among the posts up to and with it.
///
/// The same blocks as ``PostFeatures`` has (stems, parts of words, themes), but a row is never weighed anew: so the
/// likeness of two posts is settled as soon as both are there, and what is seen of a week in the past is what would have
/// been seen then. Terms that no other post uses yet count in the row's length.
struct ArrivalRows {
  /// A row of length 1 for each post.
  let rows: SparseRows

  /// Parts of words in a larger share of the posts than this say nothing.
  static let largestGramShare = 0.3

  /// - Parameters:
  ///   - corpus: the posts' words, posts by time.
  ///   - scores: the posts' themes; nil without a catalogue.
  init(corpus: Corpus, scores: ThemeScores?, settings: TopicSettings) {
    var blocks = [FeatureBlock(rows: Self.weigh(corpus.stemCounts(), largestShare: 1), weight: 1)]
    if settings.language == .dutch {
      let grams = Self.weigh(corpus.characterGramCounts(), largestShare: Self.largestGramShare)
      blocks.append(FeatureBlock(rows: grams, weight: 1))
    }
    var rows = FeatureBlock.beside(blocks)
    if let scores {
      rows = FeatureBlock.beside([
        FeatureBlock(rows: rows, weight: 1),
        FeatureBlock(
          rows: scores.spreadBlock(themesPerPost: settings.themesPerPost), weight: settings.themeWeight),
      ])
    }
    self.rows = rows
  }

  /// Sublinear TF-IDF as in ``TermWeighting``, with the frequencies of the posts up to and with each.
  static func weigh(_ counts: TermCounts, largestShare: Double) -> SparseRows {
    var frequencies = [Int32](repeating: 0, count: counts.termCount)
    var rows = SparseRows(columnCount: counts.termCount)
    let postCount = counts.starts.count - 1
    rows.reserve(rows: postCount, numbers: counts.terms.count)
    for post in 0..<postCount {
      let positions = counts.starts[post]..<counts.starts[post + 1]
      let posts = Double(post + 1)
      for position in positions {
        let term = Int(counts.terms[position])
        frequencies[term] += 1
        let frequency = Double(frequencies[term])
        guard frequency <= max(3, largestShare * posts) else { continue }
        let count = counts.counts[position]
        let repetition = count == 1 ? 1 : 1 + naturalLogarithm(Double(count))
        let rarity = naturalLogarithm((1 + posts) / (1 + frequency)) + 1
        rows.append(column: Int32(term), value: Float(repetition * rarity))
      }
      rows.endRow()
    }
    rows.normalizeRows()
    return rows
  }
}
