// The parts of a theme score: rarity of the terms found, and cosines to what the catalogue says of the theme.

import Language

/// The scores of texts before they are set against what is usual.
struct ThemeRawScores {
  let index: ThemeTermIndex
  /// How many texts there are, the catalogue's own questions included.
  let textCount: Int
  /// Where each text's terms start, and at the end where the last one's stop.
  private var starts: [Int] = [0]
  private var terms: [Int32] = []
  /// The square root of how many words each text has.
  private var lengths: [Double] = []
  /// How much each term says: its rarity, shared among the themes that name it.
  private(set) var termWeights: [Double] = []
  private let rows: SparseRows
  private let descriptions: SparseRows
  private let questions: SparseRows
  let themeCount: Int

  /// How much the cosine to a theme's description counts, and the one to its questions.
  static let descriptionWeight = 6.0
  static let questionWeight = 4.2
  /// Texts of fewer words count as this long.
  static let leastLength = 8

  /// Reads texts. The questions in the catalogue are read along: they tell what is usual when there are few texts.
  init(texts: [String], catalogue: ThemeCatalogue, analyzer: TextAnalyzer) {
    let all = texts + catalogue.themes.flatMap(\.exampleQuestions)
    textCount = all.count
    themeCount = catalogue.themes.count
    var index = ThemeTermIndex(catalogue, analyzer: analyzer)
    let words = all.map(index.words)
    for text in words { index.learnWords(of: text) }
    for text in words {
      terms.append(contentsOf: Set(index.terms(in: text)).sorted())
      starts.append(terms.count)
      lengths.append(Double(max(Self.leastLength, text.count)).squareRoot())
    }
    self.index = index
    termWeights = Self.weights(of: index.terms, in: terms, textCount: textCount, themeCount: themeCount)

    let documents =
      catalogue.themes.map(Self.document)
      + catalogue.themes.map { $0.exampleQuestions.joined(separator: "\n") }
    let corpus = Corpus(texts: all + documents, analyzer: analyzer)
    let weighted = TermWeighting(minimumDocuments: 1).weigh(corpus.stemCounts()).rows
    rows = weighted
    descriptions = weighted.selecting(Array(textCount..<textCount + themeCount)).transposed()
    questions = weighted.selecting(Array(textCount + themeCount..<textCount + 2 * themeCount)).transposed()
  }

  /// What a theme says, its title and strong terms thrice.
  private static func document(_ theme: Theme) -> String {
    var parts = [theme.title, theme.title, theme.title, theme.description]
    for _ in 0..<3 { parts += theme.strongTerms }
    return (parts + theme.weakTerms + theme.exampleQuestions).joined(separator: "\n")
  }

  private static func weights(of terms: [ThemeTerm], in found: [Int32], textCount: Int, themeCount: Int)
    -> [Double]
  {
    var frequencies = [Int](repeating: 0, count: terms.count)
    for term in found { frequencies[Int(term)] += 1 }
    return terms.indices.map { term in
      let rarity = naturalLogarithm(Double(textCount + 1) / (Double(frequencies[term]) + 0.5))
      let share =
        naturalLogarithm(1 + Double(themeCount) / Double(terms[term].ownerCount))
        / naturalLogarithm(1 + Double(themeCount))
      return terms[term].kind.weight * max(0, rarity) * share
    }
  }

  /// The terms that a text uses, ascending, each once.
  func terms(ofText text: Int) -> ArraySlice<Int32> { terms[starts[text]..<starts[text + 1]] }

  /// What a term adds to a text's score for its themes.
  func gain(of term: Int32, inText text: Int) -> Double { termWeights[Int(term)] / lengths[text] }

  /// The themes that a text names by a term that nearly always points to them, ascending.
  func namedThemes(ofText text: Int) -> [Int32] {
    var themes = Set<Int32>()
    for term in terms(ofText: text) {
      switch index.terms[Int(term)].kind {
      case .strong, .abbreviation, .compoundOfStrong: themes.formUnion(index.terms[Int(term)].themes)
      case .weak, .compoundOfWeak: break
      }
    }
    return themes.sorted()
  }

  /// Writes a text's score for each theme.
  func score(text: Int, into row: inout [Double]) {
    for theme in row.indices { row[theme] = 0 }
    for term in terms(ofText: text) {
      let gain = gain(of: term, inText: text)
      for theme in index.terms[Int(term)].themes { row[Int(theme)] += gain }
    }
    addCosines(of: text, to: descriptions, weight: Self.descriptionWeight, into: &row)
    addCosines(of: text, to: questions, weight: Self.questionWeight, into: &row)
  }

  private func addCosines(of text: Int, to documents: SparseRows, weight: Double, into row: inout [Double]) {
    for position in rows.positions(ofRow: text) {
      let value = weight * Double(rows.values[position])
      for posting in documents.positions(ofRow: Int(rows.columns[position])) {
        row[Int(documents.columns[posting])] += value * Double(documents.values[posting])
      }
    }
  }
}
