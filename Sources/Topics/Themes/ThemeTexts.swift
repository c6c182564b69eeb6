// What a catalogue says of its themes, cut into short texts: what the regression learns from.

/// Short texts that each speak of one theme.
struct ThemeTexts {
  /// The texts.
  private(set) var texts: [String] = []
  /// For each text the number of its theme.
  private(set) var themes: [Int32] = []
  /// How much each text counts.
  private(set) var weights: [Float] = []

  /// How much each kind of text counts beside an example question.
  static let titleWeight: Float = 2
  static let weakTermWeight: Float = 0.3

  /// The texts of a catalogue, theme by theme.
  init(_ catalogue: ThemeCatalogue) {
    for (number, theme) in catalogue.themes.enumerated() {
      add(theme.exampleQuestions, of: number)
      add(Self.sentences(theme.description), of: number)
      add([theme.title], of: number, weight: Self.titleWeight)
      add(theme.strongTerms + theme.abbreviations, of: number)
      add(theme.weakTerms, of: number, weight: Self.weakTermWeight)
    }
  }

  private mutating func add(_ some: [String], of theme: Int, weight: Float = 1) {
    texts.append(contentsOf: some)
    themes.append(contentsOf: repeatElement(Int32(theme), count: some.count))
    weights.append(contentsOf: repeatElement(weight, count: some.count))
  }

  /// The sentences of a description, as written text has them: cut after `.`, `?` and `!` with a space behind.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence: [Unicode.Scalar] = []
    var hasEnded = false
    for scalar in text.unicodeScalars {
      if hasEnded, scalar.properties.isWhitespace {
        sentences.append(string(sentence))
        sentence.removeAll(keepingCapacity: true)
      } else {
        sentence.append(scalar)
      }
      hasEnded = scalar == "." || scalar == "?" || scalar == "!"
    }
    sentences.append(string(sentence))
    return sentences.filter { !$0.isEmpty }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return String(string)
  }
}
