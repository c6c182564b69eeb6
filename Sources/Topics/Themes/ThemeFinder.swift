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
    /// How telling it is: 1 for a strong term of no other theme.
    public var gain: Double
  }

  /// A word of the text.
  public struct Word: Hashable, Sendable {
    /// The word.
    public var text: String
    /// What it adds to the score.
    public var gain: Double
  }

  /// The theme.
  public var theme: Theme
  /// How much the text speaks of it: about 1 for a text like the catalogue's own, hardly above 0 for others.
  public var score: Double
  /// The terms that point to it, those that say most first.
  public var terms: [Term]
  /// The words of the text that add most to the score, in lower case, with what they add, the most first.
  public var words: [Word]
  /// Whether one of them nearly always points to it.
  public var isNamed: Bool
}

/// Finds themes in texts.
public struct ThemeFinder: Sendable {
  /// The themes to find.
  public let catalogue: ThemeCatalogue
  private let analyzer: TextAnalyzer

  /// A text that scores less than this on a theme does not speak of it.
  public static let leastScore = 0.05
  /// How many words a match tells.
  static let words = 6

  /// A finder of a catalogue's themes in texts of a language.
  public init(catalogue: ThemeCatalogue, language: LanguageCode) {
    self.catalogue = catalogue
    analyzer = TextAnalyzer(language: language)
  }

  /// For each text its best themes, best first: those that it names by a strong term, and those that it scores enough
  /// on. The texts together tell which words there are, so that compounds can be told.
  public func matches(in texts: [String], themesPerText: Int = 4) -> [[ThemeMatch]] {
    var model = ThemeModel(catalogue, analyzer: analyzer)
    model.index.learnWords(in: texts)
    return texts.map { matches(in: $0, count: themesPerText, &model) }
  }

  /// The best themes of one of some texts, best first.
  public func matches(inText text: Int, of texts: [String], count: Int = 4) -> [ThemeMatch] {
    var model = ThemeModel(catalogue, analyzer: analyzer)
    model.index.learnWords(in: texts)
    return matches(in: texts[text], count: count, &model)
  }

  private func matches(in text: String, count: Int, _ model: inout ThemeModel) -> [ThemeMatch] {
    let terms = model.terms(in: [text])[0]
    let scores = ThemeScores(texts: [text], model: &model)
    let best = scores.best(ofPost: 0, count: scores.themeCount)
    let named = scores.namedThemes[0]
    let shown = best.prefix(count) + best.dropFirst(count).filter { named.contains($0.theme) }
    let unscored = named.filter { theme in !best.contains { $0.theme == theme } }
    return (shown + unscored.map { (theme: $0, score: Float(0)) }).compactMap { theme, score in
      let isNamed = scores.namedThemes[0].contains(theme)
      guard isNamed || Double(score) >= Self.leastScore else { return nil }
      let words = model.words(speakingFor: theme, in: text)
      return ThemeMatch(
        theme: catalogue.themes[Int(theme)], score: Double(score),
        terms: Self.terms(of: theme, among: terms, model),
        words: words.prefix(Self.words).map { ThemeMatch.Word(text: $0.word, gain: $0.gain) },
        isNamed: isNamed)
    }
  }

  /// For each text the slugs of the themes that it names by a term that nearly always points to them, ascending.
  public func namedThemes(in texts: [String]) -> [[String]] {
    var index = ThemeTermIndex(catalogue, analyzer: analyzer)
    return index.namedThemes(in: texts).map { themes in themes.map { catalogue.themes[Int($0)].slug } }
  }

  private static func terms(of theme: Int32, among terms: [Int32], _ model: ThemeModel) -> [ThemeMatch.Term] {
    let own = terms.compactMap { number -> ThemeMatch.Term? in
      let term = model.index.terms[Int(number)]
      guard term.themes.contains(theme) else { return nil }
      return ThemeMatch.Term(text: term.text, kind: term.kind, gain: model.weight(ofTerm: number))
    }
    return own.sorted { ($1.gain, $0.text) < ($0.gain, $1.text) }
  }
}
