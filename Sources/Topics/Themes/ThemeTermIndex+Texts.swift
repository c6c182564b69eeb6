// Which terms and themes texts use by name.

extension ThemeTermIndex {
  /// Makes the words of texts known.
  mutating func learnWords(in texts: [String]) {
    for text in texts { learnWords(of: words(of: text)) }
  }

  /// For each text the themes that it names by a term that nearly always points to them, ascending.
  mutating func namedThemes(in texts: [String]) -> [[Int32]] {
    terms(in: texts).map { found in
      var themes = Set<Int32>()
      for term in found {
        switch terms[Int(term)].kind {
        case .strong, .abbreviation, .compoundOfStrong: themes.formUnion(terms[Int(term)].themes)
        case .weak, .compoundOfWeak: break
        }
      }
      return themes.sorted()
    }
  }

  /// For each text the terms that it uses, ascending, each once. The texts together tell which words there are, so that
  /// compounds can be told.
  mutating func terms(in texts: [String]) -> [[Int32]] {
    let words = texts.map { self.words(of: $0) }
    for text in words { learnWords(of: text) }
    return words.map { Set(terms(in: $0)).sorted() }
  }
}
