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
  /// All blocks beside each other, the word block first.
  private(set) var rows: SparseRows
  /// For each post its best themes as a row of length 1; nil without a catalogue.
  let themes: SparseRows?
  /// The posts' theme scores; nil without a catalogue.
  let themeScores: ThemeScores?

  init(texts: some Sequence<String>, settings: TopicSettings) {
    let analyzer = TextAnalyzer(language: settings.language, extraStopWords: settings.extraStopWords)
    corpus = Corpus(texts: texts, analyzer: analyzer)
    let weighted = TermWeighting(minimumDocuments: 2).weigh(corpus.stemCounts())
    columnOfStem = weighted.columnOfTerm
    inverseFrequencies = weighted.inverseFrequencies
    var stemOfColumn = [Int32](repeating: 0, count: weighted.rows.columnCount)
    for (stem, column) in columnOfStem.enumerated() where column >= 0 {
      stemOfColumn[Int(column)] = Int32(stem)
    }
    self.stemOfColumn = stemOfColumn
    var blocks = [FeatureBlock(rows: weighted.rows, weight: 1)]
    if settings.language == .dutch {
      // Dutch writes compounds as one word; English does not, and there the block did harm.
      let weighting = TermWeighting(minimumDocuments: 3, maximumShare: 0.3)
      blocks.append(FeatureBlock(rows: weighting.weigh(corpus.characterGramCounts()).rows, weight: 1))
    }
    let words = FeatureBlock.beside(blocks)
    guard let catalogue = settings.catalogue, !catalogue.themes.isEmpty else {
      (rows, themes, themeScores) = (words, nil, nil)
      familiarities = weighted.familiarities
      return
    }
    let scores = ThemeScores(texts: Array(texts), catalogue: catalogue, analyzer: analyzer)
    themeScores = scores
    themes = scores.block(themesPerPost: settings.themesPerPost)
    // A theme that a post names is something it shares with others, like a word that others use too.
    familiarities = weighted.familiarities.enumerated().map { post, familiarity in
      guard !scores.namedThemes[post].isEmpty else { return familiarity }
      return Self.familiarity(familiarity, with: settings.themeWeight)
    }
    let spread = scores.spreadBlock(themesPerPost: settings.themesPerPost)
    let smoothed = ThemeSmoothing(settings: settings).smoothed(spread, beside: words)
    rows = FeatureBlock.beside([
      FeatureBlock(rows: words, weight: 1), FeatureBlock(rows: smoothed, weight: settings.themeWeight),
    ])
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

  /// How familiar a post is that also has features of another kind, which count `weight` times as much as its words.
  private static func familiarity(_ familiarity: Double, with weight: Float) -> Double {
    let square = Double(weight) * Double(weight)
    return ((familiarity * familiarity + square) / (1 + square)).squareRoot()
  }

  /// How many columns the word block has: they come first.
  var wordColumnCount: Int32 { Int32(stemOfColumn.count) }
}
