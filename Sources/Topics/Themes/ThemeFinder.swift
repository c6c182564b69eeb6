// Tells which themes of a catalogue texts speak of, and by which words: to try a catalogue out.

import Language

/// A theme that a text speaks of, and why.
public struct ThemeMatch: Hashable, Sendable {
  /// A term that the text uses.
  public struct Term: Hashable, Sendable {
    /// As the catalogue writes it.
    public var text: String
    /// How it counts.
    public var kind: ThemeTermKind
    /// What it adds to the score.
    public var gain: Double
  }

  /// The theme.
  public var theme: Theme
  /// How much the text speaks of it; about 1 is usual for a text that has nothing to do with it.
  public var score: Double
  /// The terms that point to it, those that say most first.
  public var terms: [Term]
  /// Whether one of them nearly always points to it.
  public var isNamed: Bool
}

/// Finds themes in texts.
public struct ThemeFinder: Sendable {
  /// The themes to find.
  public let catalogue: ThemeCatalogue
  private let analyzer: TextAnalyzer

  /// A finder of a catalogue's themes in texts of a language.
  public init(catalogue: ThemeCatalogue, language: LanguageCode) {
    self.catalogue = catalogue
    analyzer = TextAnalyzer(language: language)
  }

  /// For each text its best themes, best first. The texts together tell which terms are rare.
  public func matches(in texts: [String], themesPerText: Int = 4) -> [[ThemeMatch]] {
    let raw = ThemeRawScores(texts: texts, catalogue: catalogue, analyzer: analyzer)
    let scores = ThemeScores(raw, textCount: texts.count)
    return texts.indices.map { matches(inText: $0, raw, scores, count: themesPerText) }
  }

  /// The best themes of one of some texts, best first. The texts together tell which terms are rare.
  public func matches(inText text: Int, of texts: [String], count: Int = 4) -> [ThemeMatch] {
    let raw = ThemeRawScores(texts: texts, catalogue: catalogue, analyzer: analyzer)
    return matches(inText: text, raw, ThemeScores(raw, textCount: texts.count), count: count)
  }

  private func matches(inText text: Int, _ raw: ThemeRawScores, _ scores: ThemeScores, count: Int)
    -> [ThemeMatch]
  {
    scores.best(ofPost: text, count: count).map { theme, score in
      ThemeMatch(
        theme: catalogue.themes[Int(theme)], score: Double(score),
        terms: terms(of: theme, inText: text, raw), isNamed: scores.namedThemes[text].contains(theme))
    }
  }

  /// For each text the slugs of the themes that it names by a term that nearly always points to them, ascending.
  public func namedThemes(in texts: [String]) -> [[String]] {
    let raw = ThemeRawScores(texts: texts, catalogue: catalogue, analyzer: analyzer)
    return texts.indices.map { text in
      raw.namedThemes(ofText: text).map { catalogue.themes[Int($0)].slug }
    }
  }

  private func terms(of theme: Int32, inText text: Int, _ raw: ThemeRawScores) -> [ThemeMatch.Term] {
    let terms = raw.terms(ofText: text).compactMap { number -> ThemeMatch.Term? in
      let term = raw.index.terms[Int(number)]
      guard term.themes.contains(theme) else { return nil }
      return ThemeMatch.Term(text: term.text, kind: term.kind, gain: raw.gain(of: number, inText: text))
    }
    return terms.sorted { ($1.gain, $0.text) < ($0.gain, $1.text) }
  }
}
