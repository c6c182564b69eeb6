// The word list and the phrase tables by which the question detector reads a language.

/// A set way of asking: kinds of words that follow each other, with room for other words between them.
struct QuestionPhrase: Sendable {
  /// The feature it gives a sentence.
  var feature: SentenceFeature
  /// Whether it has to begin a clause.
  var isAnchored: Bool
  /// The kinds of words, each with how many other words may stand before it.
  var steps: [(kinds: WordClass, gap: Int)]
}

/// Word list and phrase tables of one language.
struct QuestionLexicon: Sendable {
  private var classes: [UInt64: WordClass] = [:]
  private var suffixes: [(bytes: [UInt8], classes: WordClass)] = []
  /// The set ways of asking.
  private(set) var phrases: [QuestionPhrase] = []
  /// The kinds of words with which a phrase begins: other words need no look.
  private(set) var phraseStarts: WordClass = []

  /// The lists of a language.
  init(language: LanguageCode) {
    switch language {
    case .dutch: self.init(words: Self.dutchWords, endings: Self.dutchEndings, phrases: Self.dutchPhrases)
    case .english: self.init(words: Self.englishWords, endings: "", phrases: Self.englishPhrases)
    }
  }

  /// Reads the tables. Words: `kind: word word …` a line. Endings: the same, for the ends of compounds. Phrases:
  /// `feature: step step …`, a step being kinds parted by `|`, with `~n` before it when up to n words may stand
  /// between, and `^` as the first step when the phrase begins a clause.
  private init(words: String, endings: String, phrases: String) {
    for (name, items) in Self.lines(words) {
      let kind = WordClass.named(name)
      for item in items { classes[WordHash.of(item), default: []].formUnion(kind) }
    }
    for (name, items) in Self.lines(endings) {
      for item in items { suffixes.append((Array(item.utf8), WordClass.named(name))) }
    }
    let features = Dictionary(
      uniqueKeysWithValues: SentenceFeature.allCases.map { (String(describing: $0), $0) })
    for (name, items) in Self.lines(phrases) {
      guard let feature = features[name] else { continue }
      var phrase = QuestionPhrase(feature: feature, isAnchored: false, steps: [])
      var gap = 0
      for item in items {
        if item == "^" {
          phrase.isAnchored = true
        } else if item.hasPrefix("~") {
          gap = Int(item.dropFirst()) ?? 0
        } else {
          let kinds = item.split(separator: "|").reduce(into: WordClass()) { $0.formUnion(.named($1)) }
          phrase.steps.append((kinds, gap))
          gap = 0
        }
      }
      guard let first = phrase.steps.first else { continue }
      phraseStarts.formUnion(first.kinds)
      self.phrases.append(phrase)
    }
  }

  private static func lines(_ table: String) -> [(name: String, items: [Substring])] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (
        parts[0].filter { !$0.isWhitespace }, parts[1].split(whereSeparator: \.isWhitespace)
      )
    }
  }

  /// The names in the tables that mean nothing, for a test that there are none.
  static func unknownNames(language: LanguageCode) -> [String] {
    let (words, endings, phrases) =
      switch language {
      case .dutch: (dutchWords, dutchEndings, dutchPhrases)
      case .english: (englishWords, "", englishPhrases)
      }
    let features = Set(SentenceFeature.allCases.map { String(describing: $0) })
    let kinds = Set(WordClass.names)
    var unknown = (lines(words) + lines(endings)).map(\.name).filter { !kinds.contains($0) }
    for (name, items) in lines(phrases) {
      if !features.contains(name) { unknown.append(name) }
      for item in items where item != "^" && !item.hasPrefix("~") {
        unknown += item.split(separator: "|").map(String.init).filter { !kinds.contains($0) }
      }
    }
    return unknown
  }

  /// Sets ``Lexeme/classes`` of every word.
  func classify(_ lexemes: inout [Lexeme], of text: [UInt8]) {
    for index in lexemes.indices where lexemes[index].kind == .word {
      if let known = classes[lexemes[index].hash] {
        lexemes[index].classes = known
      } else if lexemes[index].byteEnd - lexemes[index].byteStart >= 6 {
        lexemes[index].classes = ending(of: lexemes[index], in: text)
      }
    }
  }

  private func ending(of lexeme: Lexeme, in text: [UInt8]) -> WordClass {
    let end = Int(lexeme.byteEnd)
    let length = end - Int(lexeme.byteStart)
    search: for (suffix, kinds) in suffixes where suffix.count < length {
      for offset in 1...suffix.count where text[end - offset] | 0x20 != suffix[suffix.count - offset] | 0x20 {
        continue search
      }
      return kinds
    }
    return []
  }
}
