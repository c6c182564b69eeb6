// What is learned from a catalogue, once for all texts.

import Language

/// What a regression learned from a catalogue's texts: the part of the work that takes time, done on all processors.
struct LearnedThemes: Sendable {
  let catalogue: ThemeCatalogue
  let vocabulary: ThemeVocabulary
  let regression: ThemeRegression

  /// Learns the catalogue that settings name; nil when they name none, or one without themes.
  init?(_ settings: TopicSettings) {
    guard let catalogue = settings.catalogue, !catalogue.themes.isEmpty else { return nil }
    self.init(catalogue, analyzer: settings.analyzer)
  }

  /// Learns a catalogue.
  init(_ catalogue: ThemeCatalogue, analyzer: TextAnalyzer) {
    self.catalogue = catalogue
    let texts = ThemeTexts(catalogue)
    var vocabulary = ThemeVocabulary(texts: texts.texts, analyzer: analyzer)
    regression = ThemeRegression(
      rows: vocabulary.rows(of: texts.texts), themes: texts.themes, weights: texts.weights,
      themeCount: catalogue.themes.count)
    self.vocabulary = vocabulary
  }
}

/// A catalogue with the terms of its themes in an index, and with what a regression learned from its texts. It depends
/// on the catalogue alone.
struct ThemeModel {
  let catalogue: ThemeCatalogue
  var index: ThemeTermIndex
  var vocabulary: ThemeVocabulary
  let regression: ThemeRegression

  /// Learns a catalogue.
  init(_ catalogue: ThemeCatalogue, analyzer: TextAnalyzer) {
    self.init(LearnedThemes(catalogue, analyzer: analyzer), analyzer: analyzer)
  }

  /// A model with what was learned before.
  init(_ learned: LearnedThemes, analyzer: TextAnalyzer) {
    catalogue = learned.catalogue
    index = ThemeTermIndex(catalogue, analyzer: analyzer)
    vocabulary = learned.vocabulary
    regression = learned.regression
  }

  /// For each text the themes that it names by a term that nearly always points to them, ascending.
  mutating func namedThemes(in texts: [String]) -> [[Int32]] { index.namedThemes(in: texts) }

  /// For each text the terms that it uses, ascending, each once.
  mutating func terms(in texts: [String]) -> [[Int32]] { index.terms(in: texts) }

  /// How telling a term is beside others of the same theme: less so when more themes name it.
  func weight(ofTerm term: Int32) -> Double {
    let term = index.terms[Int(term)]
    let themeCount = Double(catalogue.themes.count)
    let share = naturalLogarithm(1 + themeCount / Double(term.ownerCount)) / naturalLogarithm(1 + themeCount)
    return term.kind.weight * share
  }

  /// What each word of a text adds to its score for a theme, those that add most first; words that add nothing or speak
  /// against it are left out.
  mutating func words(speakingFor theme: Int32, in text: String) -> [(word: String, gain: Double)] {
    let row = vocabulary.rows(of: [text])
    // A column that several words of the text share counts for each of them in part.
    let terms = vocabulary.words(of: text)
    var words: [String] = []
    var uses: [Int32: Float] = [:]
    var columnsOfWord: [String: [Int32]] = [:]
    for term in terms {
      let columns = vocabulary.columns(ofTerm: term)
      for column in columns { uses[column, default: 0] += 1 }
      if columnsOfWord[term] == nil { words.append(term) }
      columnsOfWord[term, default: []] += columns
    }
    var values: [Int32: Float] = [:]
    for position in row.positions(ofRow: 0) { values[row.columns[position]] = row.values[position] }
    let gains = words.map { word in
      var gain: Float = 0
      for column in columnsOfWord[word] ?? [] {
        guard let value = values[column], let count = uses[column] else { continue }
        gain += regression.contribution(ofColumn: column, value: value / count, to: theme)
      }
      return (word: word, gain: Double(gain))
    }
    return gains.filter { $0.gain > 0 }.sorted { ($1.gain, $0.word) < ($0.gain, $1.word) }
  }
}
