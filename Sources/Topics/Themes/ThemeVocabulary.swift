// The words of a catalogue and the parts of words in them, and texts as rows over these.

import Language

/// What texts are compared with a catalogue by: its words, and their runs of four
/// characters. Words are not stemmed: the runs already bring their forms together.
///
/// It depends on the catalogue alone, so a text has the same row whatever other texts there are.
struct ThemeVocabulary: Sendable {
  private let analyzer: TextAnalyzer
  private var columnOfWord: [String: Int32] = [:]
  private var columnOfGram: [UInt64: Int32] = [:]
  private var inverseFrequencies: [Float] = []
  /// The columns of words that were looked up: its own and those of its grams.
  private var cache: [String: (word: Int32?, grams: [Int32])] = [:]

  /// How many columns there are.
  var columnCount: Int { inverseFrequencies.count }

  /// Parts of words in fewer texts than this are left out…
  static let leastTextsOfGram = 2
  /// …and so are those in a larger share of them.
  static let mostTextsOfGram = 0.3

  /// The vocabulary of texts.
  init(texts: [String], analyzer: TextAnalyzer) {
    self.analyzer = analyzer
    var wordTexts: [String: Int] = [:]
    var gramTexts: [UInt64: Int] = [:]
    for text in texts {
      let terms = Set(Self.words(of: text, analyzer))
      for word in terms { wordTexts[word, default: 0] += 1 }
      for gram in Set(terms.flatMap { CharacterGrams.keys(of: $0) }) { gramTexts[gram, default: 0] += 1 }
    }
    let textCount = texts.count
    func rarity(_ frequency: Int) -> Float {
      Float(naturalLogarithm(Double(1 + textCount) / Double(1 + frequency)) + 1)
    }
    for (word, frequency) in wordTexts.sorted(by: { $0.key < $1.key }) {
      columnOfWord[word] = Int32(inverseFrequencies.count)
      inverseFrequencies.append(rarity(frequency))
    }
    let most = Self.mostTextsOfGram * Double(textCount)
    for (gram, frequency) in gramTexts.sorted(by: { $0.key < $1.key })
    where frequency >= Self.leastTextsOfGram && Double(frequency) <= most {
      columnOfGram[gram] = Int32(inverseFrequencies.count)
      inverseFrequencies.append(rarity(frequency))
    }
  }

  /// Texts as rows of length 1: sublinear TF-IDF of words and of grams, each of length 1, beside each other.
  mutating func rows(of texts: some Sequence<String>) -> SparseRows {
    var rows = SparseRows(columnCount: columnCount)
    for text in texts {
      let (words, grams) = columns(of: words(of: text))
      let parts = [weights(words), weights(grams)].filter { !$0.isEmpty }
      // Two parts of length 1 beside each other have length √2.
      let scale = 1 / Float(max(1, parts.count)).squareRoot()
      for part in parts {
        for (column, value) in part { rows.append(column: column, value: value * scale) }
      }
      rows.endRow()
    }
    return rows
  }

  /// The words of a text in lower case, in its order. Stop words count too: "he", "not" and "may" say something of what is
  /// asked, and the regression finds out what.
  func words(of text: String) -> [String] { Self.words(of: text, analyzer) }

  private static func words(of text: String, _ analyzer: TextAnalyzer) -> [String] {
    let tokenized = analyzer.tokenize(text)
    return tokenized.tokens.compactMap { token in
      let word = tokenized.word(token)
      return word.unicodeScalars.count > 1 ? word : nil
    }
  }

  /// The columns that one word of a text has.
  mutating func columns(ofTerm term: String) -> [Int32] {
    let columns = lookUp(term)
    return (columns.word.map { [$0] } ?? []) + columns.grams
  }

  private mutating func columns(of terms: [String]) -> (words: [Int32], grams: [Int32]) {
    var (words, grams): ([Int32], [Int32]) = ([], [])
    for term in terms {
      let columns = lookUp(term)
      if let word = columns.word { words.append(word) }
      grams.append(contentsOf: columns.grams)
    }
    return (words, grams)
  }

  private mutating func lookUp(_ term: String) -> (word: Int32?, grams: [Int32]) {
    if let known = cache[term] { return known }
    let found = (
      word: columnOfWord[term],
      grams: CharacterGrams.keys(of: term).compactMap { columnOfGram[$0] }
    )
    cache[term] = found
    return found
  }

  /// The distinct columns, ascending, with their weights, of length 1 together.
  private func weights(_ columns: [Int32]) -> [(column: Int32, value: Float)] {
    var weights: [(column: Int32, value: Float)] = []
    let sorted = columns.sorted()
    var start = 0
    var squares: Float = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      let frequency = end - start == 1 ? 1 : 1 + Float(naturalLogarithm(Double(end - start)))
      let value = frequency * inverseFrequencies[Int(sorted[start])]
      weights.append((sorted[start], value))
      squares += value * value
      start = end
    }
    let length = squares.squareRoot()
    return weights.map { ($0.column, $0.value / length) }
  }
}
