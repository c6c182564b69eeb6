// The features of a fit, held still: later posts are compared by the words and rarities that were known then.

import Language

/// What posts were compared by when all were grouped, and how later posts look in it.
struct HeldFeatures {
  /// How many neighbours a post takes themes from.
  static let neighbours = ThemeSmoothing.neighbours

  private let settings: TopicSettings
  private let analyzer: TextAnalyzer
  private let stemmer: Stemmer
  private let stems: HeldBlock<String>
  private let grams: HeldBlock<UInt64>?
  private let wordingWidth: Int
  /// The fit's themes before posts shared them; nil without a catalogue.
  private let themes: SparseRows?
  /// The fit's words and themes, turned around: for each column the posts that use it.
  private let postsOfColumn: SparseRows
  private let postCount: Int

  /// Later posts as rows over the fit's columns.
  struct Rows {
    /// What they are compared by, rows of length 1 or empty.
    var rows: SparseRows
    /// How much of each post's words the fit's posts use too.
    var familiarities: [Double]
    /// The fit's posts that each resembles most, most similar first.
    var neighbours: [[(post: Int, similarity: Float)]]
  }

  /// Holds the features of a fit.
  init(_ features: PostFeatures, settings: TopicSettings) {
    self.settings = settings
    analyzer = settings.analyzer
    stemmer = analyzer.makeStemmer()
    let corpus = features.corpus
    postCount = features.rows.rowCount
    stems = HeldBlock(
      columnOfTerm: Dictionary(
        zip(corpus.stems, features.columnOfStem).filter { $0.1 >= 0 }, uniquingKeysWith: { first, _ in first }
      ),
      inverseFrequencies: features.inverseFrequencies, postCount: postCount)
    grams = settings.language == .dutch ? HeldBlock(gramsOf: corpus) : nil
    wordingWidth = Int(features.themeColumns.lowerBound)
    themes = features.themeScores?.spreadBlock(themesPerPost: settings.themesPerPost)
    let wording = features.rows.prefix(columns: wordingWidth)
    postsOfColumn = Self.together(wording, themes, settings).transposed()
  }

  /// How some later posts look.
  /// - Parameter scores: their themes; nil without a catalogue.
  func rows(of texts: [String], scores: ThemeScores?) -> Rows {
    var words = SparseRows(columnCount: stems.columnCount)
    var parts = SparseRows(columnCount: grams?.columnCount ?? 0)
    var familiarities: [Double] = []
    for text in texts {
      let terms = analyzer.terms(in: text)
      familiarities.append(stems.append(terms.map(stemmer.stem), to: &words))
      _ = grams?.append(terms.flatMap { CharacterGrams.keys(of: $0) }, to: &parts)
    }
    var blocks = [FeatureBlock(rows: words, weight: 1)]
    if grams != nil { blocks.append(FeatureBlock(rows: parts, weight: 1)) }
    let wording = FeatureBlock.beside(blocks)
    guard themes != nil, let scores else {
      return Rows(rows: wording, familiarities: familiarities, neighbours: neighbours(of: wording))
    }
    let spread = scores.spreadBlock(themesPerPost: settings.themesPerPost)
    let neighbours = neighbours(of: Self.together(wording, spread, settings))
    let rows = Self.together(wording, smoothed(spread, neighbours), settings)
    return Rows(rows: rows, familiarities: familiarities, neighbours: neighbours)
  }

  private static func together(
    _ wording: SparseRows, _ themes: SparseRows?, _ settings: TopicSettings
  ) -> SparseRows {
    guard let themes else { return wording }
    return FeatureBlock.beside([
      FeatureBlock(rows: wording, weight: 1), FeatureBlock(rows: themes, weight: settings.themeWeight),
    ])
  }

  private func neighbours(of rows: SparseRows) -> [[(post: Int, similarity: Float)]] {
    let (index, postCount) = (postsOfColumn, postCount)
    return mapBlocks(of: rows.rowCount, blockSize: 8) { block in
      block.map { row in
        var sums = [Float](repeating: 0, count: postCount)
        sums.withUnsafeMutableBufferPointer { sums in
          let (others, weights) = (index.columns.span, index.values.span)
          for position in rows.positions(ofRow: row) {
            let weight = rows.values[position]
            for posting in index.positions(ofRow: Int(rows.columns[position])) {
              sums[Int(others[posting])] += weight * weights[posting]
            }
          }
        }
        var highest = HighestFew(limit: Self.neighbours)
        sums.withUnsafeMutableBufferPointer { highest.offerAll($0) }
        return zip(highest.posts, highest.similarities).map { (post: Int($0), similarity: $1) }
      }
    }.flatMap { $0 }
  }

  /// The themes of later posts with those of their neighbours (``ThemeSmoothing``).
  private func smoothed(
    _ spread: SparseRows, _ neighbours: [[(post: Int, similarity: Float)]]
  ) -> SparseRows {
    guard let themes else { return spread }
    var smoothed = SparseRows(columnCount: spread.columnCount)
    var row = [Float](repeating: 0, count: spread.columnCount)
    for post in 0..<spread.rowCount {
      for position in spread.positions(ofRow: post) {
        row[Int(spread.columns[position])] += spread.values[position]
      }
      let total = neighbours[post].reduce(Float(0)) { $0 + $1.similarity }
      for (other, similarity) in neighbours[post] where total > 0 {
        let factor = ThemeSmoothing.share * similarity / total
        for position in themes.positions(ofRow: other) {
          row[Int(themes.columns[position])] += factor * themes.values[position]
        }
      }
      ThemeScores.append(row, to: &smoothed, keeping: ThemeScores.featured)
      for theme in row.indices { row[theme] = 0 }
    }
    smoothed.normalizeRows()
    return smoothed
  }
}

/// One kind of terms with the columns and rarities that they had.
private struct HeldBlock<Term: Hashable> {
  private let columnOfTerm: [Term: Int32]
  private let inverseFrequencies: [Double]
  /// How rare a term is that was not known.
  private let highestRarity: Double

  var columnCount: Int { inverseFrequencies.count }

  init(columnOfTerm: [Term: Int32], inverseFrequencies: [Double], postCount: Int) {
    self.columnOfTerm = columnOfTerm
    self.inverseFrequencies = inverseFrequencies
    highestRarity = naturalLogarithm(Double(1 + postCount)) + 1
  }

  /// Adds a row of length 1, sublinear TF-IDF as in ``TermWeighting``.
  /// - Returns: how much of the terms was known: the length of the row over what it would be with the others.
  func append(_ terms: [Term], to rows: inout SparseRows) -> Double {
    var columns: [Int32] = []
    columns.reserveCapacity(terms.count)
    var unknown: [Term: Int] = [:]
    for term in terms {
      if let column = columnOfTerm[term] { columns.append(column) } else { unknown[term, default: 0] += 1 }
    }
    columns.sort()
    var weights: [(column: Int32, weight: Double)] = []
    var squares = 0.0
    var start = 0
    while start < columns.count {
      var end = start + 1
      while end < columns.count, columns[end] == columns[start] { end += 1 }
      let weight = Self.frequency(end - start) * inverseFrequencies[Int(columns[start])]
      weights.append((columns[start], weight))
      squares += weight * weight
      start = end
    }
    let length = squares.squareRoot()
    for (column, weight) in weights { rows.append(column: column, value: Float(weight / length)) }
    rows.endRow()
    // Sorted, so that the sum does not depend on the order of a dictionary.
    for count in unknown.values.sorted() {
      let weight = Self.frequency(count) * highestRarity
      squares += weight * weight
    }
    return squares > 0 ? length / squares.squareRoot() : 0
  }

  private static func frequency(_ count: Int) -> Double {
    count == 1 ? 1 : 1 + naturalLogarithm(Double(count))
  }
}

extension HeldBlock<UInt64> {
  /// The runs of characters in the words of a corpus, numbered and weighed as for its posts.
  init(gramsOf corpus: Corpus) {
    var grams: [UInt64] = []
    var isKnown = Set<UInt64>()
    for word in corpus.words {
      for gram in CharacterGrams.keys(of: word) where isKnown.insert(gram).inserted { grams.append(gram) }
    }
    let weighted = PostFeatures.gramWeighting.weigh(corpus.characterGramCounts())
    self.init(
      columnOfTerm: Dictionary(
        zip(grams, weighted.columnOfTerm).filter { $0.1 >= 0 }, uniquingKeysWith: { first, _ in first }),
      inverseFrequencies: weighted.inverseFrequencies, postCount: corpus.postCount)
  }
}

extension SparseRows {
  /// The first columns of all rows, of length 1 where they hold something.
  fileprivate func prefix(columns width: Int) -> SparseRows {
    var rows = SparseRows(columnCount: width)
    for row in 0..<rowCount {
      for position in positions(ofRow: row) where columns[position] < width {
        rows.append(column: columns[position], value: values[position])
      }
      rows.endRow()
    }
    rows.normalizeRows()
    return rows
  }
}
