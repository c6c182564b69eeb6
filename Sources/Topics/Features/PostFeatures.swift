// A post's features: what it is compared by.

import Language

/// The features of a collection of posts.
struct PostFeatures {
  /// The posts' words.
  let corpus: Corpus
  /// For each column of the word block its stem, as a number of the corpus.
  let stemOfColumn: [Int32]
  /// For each stem its column in the word block; -1 for stems that too few posts use.
  let columnOfStem: [Int32]
  /// For each column of the word block how rare its stem is.
  let inverseFrequencies: [Double]
  /// For each post how much of its words other posts use too, 0 to 1; more when it names a theme of the catalogue.
  private(set) var familiarities: [Double]
  /// All blocks beside each other: the stems, the parts of words, the themes, and an embedding behind them.
  private(set) var rows: SparseRows
  /// The columns of the themes in ``rows``; empty without a catalogue.
  let themeColumns: Range<Int32>
  /// For each post its best themes as a row of length 1; nil without a catalogue.
  let themes: SparseRows?
  /// The posts' theme scores; nil without a catalogue.
  let themeScores: ThemeScores?

  /// How runs of characters are weighed.
  static let gramWeighting = TermWeighting(minimumDocuments: 3, maximumShare: 0.3)

  init(texts: some Sequence<String>, settings: TopicSettings) {
    let analyzer = settings.analyzer
    let texts = Array(texts)
    let learned = LearnedThemes(settings)
    let (wording, scores) = inParallel(
      { Wording(texts: texts, analyzer: analyzer) },
      { learned.map { ThemeScores(texts: texts, learned: $0, analyzer: analyzer) } })
    self.init(wording, scores: scores, settings: settings)
  }

  /// - Parameter scores: the themes of the texts, scored before; nil without a catalogue.
  init(texts: [String], scores: ThemeScores?, settings: TopicSettings) {
    self.init(Wording(texts: texts, analyzer: settings.analyzer), scores: scores, settings: settings)
  }

  private init(_ wording: Wording, scores: ThemeScores?, settings: TopicSettings) {
    corpus = wording.corpus
    columnOfStem = wording.weighted.columnOfTerm
    inverseFrequencies = wording.weighted.inverseFrequencies
    var stemOfColumn = [Int32](repeating: 0, count: wording.weighted.rows.columnCount)
    for (stem, column) in columnOfStem.enumerated() where column >= 0 {
      stemOfColumn[Int(column)] = Int32(stem)
    }
    self.stemOfColumn = stemOfColumn
    let wordColumns = Int32(wording.rows.columnCount)
    themeColumns = wordColumns..<wordColumns + Int32(scores?.themeCount ?? 0)
    guard let scores else {
      (rows, themes, themeScores) = (wording.rows, nil, nil)
      familiarities = wording.weighted.familiarities
      return
    }
    themeScores = scores
    themes = scores.block(themesPerPost: settings.themesPerPost)
    // A theme that a post names is something it shares with others, like a word that others use too.
    familiarities = wording.weighted.familiarities.enumerated().map { post, familiarity in
      guard !scores.namedThemes[post].isEmpty else { return familiarity }
      return Self.familiarity(familiarity, with: settings.themeWeight)
    }
    let spread = scores.spreadBlock(themesPerPost: settings.themesPerPost)
    let smoothed = ThemeSmoothing(settings: settings).smoothed(spread, beside: wording.rows)
    rows = FeatureBlock.beside([
      FeatureBlock(rows: wording.rows, weight: 1),
      FeatureBlock(rows: smoothed, weight: settings.themeWeight),
    ])
  }

  /// What the posts' words give, without a catalogue.
  private struct Wording: Sendable {
    let corpus: Corpus
    let weighted: TermWeighting.Weighted
    let rows: SparseRows

    init(texts: [String], analyzer: TextAnalyzer) {
      corpus = Corpus(texts: texts, analyzer: analyzer)
      weighted = TermWeighting(minimumDocuments: 2).weigh(corpus.stemCounts())
      var blocks = [FeatureBlock(rows: weighted.rows, weight: 1)]
      if analyzer.language == .dutch {
        // Dutch writes compounds as one word; English does not, and there the block did harm.
        let grams = PostFeatures.gramWeighting.weigh(corpus.characterGramCounts())
        blocks.append(FeatureBlock(rows: grams.rows, weight: 1))
      }
      rows = FeatureBlock.beside(blocks)
    }
  }

  /// The features with the rows of an embedding beside them. A vector, too, is something that a post shares with others.
  func beside(_ embedding: DenseRows?, weight: Float) -> PostFeatures {
    guard let embedding else { return self }
    var features = self
    features.rows = rows.beside(embedding, weight: weight)
    for post in familiarities.indices where !embedding.isEmpty(row: post) {
      features.familiarities[post] = Self.familiarity(familiarities[post], with: weight)
    }
    return features
  }

  /// What posts are compared by when people have shown what belongs together: also the themes as they were scored, before
  /// posts shared them, so that fine differences within a theme count.
  func forSeeds(themeWeight: Float) -> SparseRows {
    // An embedding lies beside the columns and tells posts apart well enough.
    guard let scores = themeScores, rows.embedding == nil else { return rows }
    var scored = scores.rows
    scored.normalizeRows()
    return FeatureBlock.beside([
      FeatureBlock(rows: rows, weight: 1), FeatureBlock(rows: scored, weight: themeWeight),
    ])
  }

  /// How familiar a post is that also has features of another kind, which count `weight` times as much as its words.
  private static func familiarity(_ familiarity: Double, with weight: Float) -> Double {
    let square = Double(weight) * Double(weight)
    return ((familiarity * familiarity + square) / (1 + square)).squareRoot()
  }

  /// How many columns the word block has: they come first.
  var wordColumnCount: Int32 { Int32(stemOfColumn.count) }
}
