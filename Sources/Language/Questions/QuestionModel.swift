// The weights with which features count.

/// The weights of a language: a logistic model of sentences, and one of posts on top of it.
struct QuestionModel: Sendable {
  /// The weight of each sentence feature, in the order of ``SentenceFeature``.
  private(set) var sentenceWeights = [Double](repeating: 0, count: SentenceFeature.allCases.count)
  /// The weight of each post feature, in the order of ``PostFeature``.
  private(set) var postWeights = [Double](repeating: 0, count: PostFeature.allCases.count)
  /// What every sentence starts with.
  private(set) var sentenceBias = 0.0
  /// What every post starts with.
  private(set) var postBias = 0.0
  /// How much the score of the best sentence counts.
  private(set) var bestWeight = 1.0
  /// How much the score of the second best sentence counts, when it is above zero.
  private(set) var secondWeight = 0.0
  /// How much the score of the title counts, when it is above zero.
  private(set) var titleWeight = 0.0

  /// The model of a language.
  init(language: LanguageCode) {
    switch language {
    case .dutch: self.init(table: Self.dutchTable)
    case .english: self.init(table: Self.dutchTable + "\n" + Self.englishWeights)
    }
  }

  private static var dutchTable: String { dutchWeights + "\n" + handSetWeights }

  /// What the labelled posts cannot teach, because their platform has no such titles.
  private static let handSetWeights = """
    post.isReplyTitle -2.5
    """

  /// Reads a table with a name and a weight on each line; the last line with a name counts.
  init(table: String) {
    var weights: [String: Double] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, let value = Double(parts[1]) { weights[String(parts[0])] = value }
    }
    for feature in SentenceFeature.allCases {
      sentenceWeights[feature.rawValue] = weights["sentence.\(feature)"] ?? 0
    }
    for feature in PostFeature.allCases { postWeights[feature.rawValue] = weights["post.\(feature)"] ?? 0 }
    sentenceBias = weights["sentence"] ?? 0
    postBias = weights["post"] ?? 0
    bestWeight = weights["post.best"] ?? 1
    secondWeight = weights["post.second"] ?? 0
    titleWeight = weights["post.title"] ?? 0
  }

  /// The names in the tables that are no feature's, for a test that there are none.
  static func unknownNames(language: LanguageCode) -> [String] {
    let known = Set(
      SentenceFeature.allCases.map { "sentence.\($0)" } + PostFeature.allCases.map { "post.\($0)" }
        + ["sentence", "post", "post.best", "post.second", "post.title"])
    let table = language == .dutch ? dutchTable : englishWeights
    return table.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { !known.contains($0) }
  }
}
