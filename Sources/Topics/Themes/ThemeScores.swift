// How much each post speaks of each theme: what a regression on the catalogue's texts makes of its words.

import Language

/// The themes that each post speaks of most.
struct ThemeScores: Sendable {
  /// How many themes there are.
  let themeCount: Int
  /// For each post its highest scores, theme by theme: about 1 for a text like those of the theme, above 0.
  private(set) var rows: SparseRows
  /// For each post the themes that it names by a strong term or an abbreviation, or by a compound of a strong term.
  private(set) var namedThemes: [[Int32]]
  /// The themes close to each theme, either way round.
  private let related: [[Int32]]

  /// How many themes of a post are kept.
  static let kept = 32
  /// How many are kept as features, to compare posts by.
  static let featured = 20
  /// How much of a theme goes over to the themes close to it.
  static let spreading: Float = 0.25

  var postCount: Int { rows.rowCount }

  /// Scores texts by what was learned of a catalogue.
  init(texts: [String], learned: LearnedThemes, analyzer: TextAnalyzer) {
    var model = ThemeModel(learned, analyzer: analyzer)
    self.init(texts: texts, model: &model)
  }

  /// Scores texts by a model that was learned before.
  init(texts: [String], model: inout ThemeModel) {
    themeCount = model.catalogue.themes.count
    namedThemes = model.namedThemes(in: texts)
    related = Self.related(model.catalogue)
    let features = model.vocabulary.rows(of: texts)
    let (regression, themeCount) = (model.regression, themeCount)
    let blocks = mapBlocks(of: texts.count, blockSize: 256) { block in
      var scores = SparseRows(columnCount: themeCount)
      for text in block { Self.append(regression.scores(of: features, text), to: &scores) }
      return scores
    }
    var rows = SparseRows(columnCount: themeCount)
    for block in blocks {
      for row in 0..<block.rowCount {
        for position in block.positions(ofRow: row) {
          rows.append(column: block.columns[position], value: block.values[position])
        }
        rows.endRow()
      }
    }
    self.rows = rows
  }

  /// Adds the scores of more posts behind these.
  mutating func append(_ more: ThemeScores) {
    rows = SparseRows(joining: [rows, more.rows], columnCount: themeCount)
    namedThemes += more.namedThemes
  }

  /// The highest scores of a post, highest first; equal ones by the order of the themes.
  func best(ofPost post: Int, count: Int) -> [(theme: Int32, score: Float)] {
    let scores = rows.positions(ofRow: post).map { (theme: rows.columns[$0], score: rows.values[$0]) }
    return Array(scores.sorted { ($1.score, $0.theme) < ($0.score, $1.theme) }.prefix(count))
  }

  /// The best themes of each post as features: shares of the best one to the power of 1.5, so that the best stand out,
  /// rows of length 1.
  func block(themesPerPost: Int) -> SparseRows {
    var block = SparseRows(columnCount: themeCount)
    for post in 0..<postCount {
      for (theme, share) in shares(ofPost: post, count: themesPerPost) {
        block.append(column: theme, value: share)
      }
      block.endRow()
    }
    block.normalizeRows()
    return block
  }

  /// The best themes of each post, and in part the themes close to those: posts that fall to either side of a border
  /// meet there.
  func spreadBlock(themesPerPost: Int) -> SparseRows {
    var block = SparseRows(columnCount: themeCount)
    var row = [Float](repeating: 0, count: themeCount)
    for post in 0..<postCount {
      for (theme, share) in shares(ofPost: post, count: themesPerPost) {
        row[Int(theme)] += share
        for other in related[Int(theme)] { row[Int(other)] += share * Self.spreading }
      }
      Self.append(row, to: &block, keeping: Self.featured)
      for theme in row.indices { row[theme] = 0 }
    }
    block.normalizeRows()
    return block
  }

  private func shares(ofPost post: Int, count: Int) -> [(theme: Int32, share: Float)] {
    let best = best(ofPost: post, count: count)
    return best.sorted { $0.theme < $1.theme }.map { theme, score in
      let share = Double(score / best[0].score)
      return (theme, Float(share * share.squareRoot()))
    }
  }

  /// Adds a row with the highest of some numbers, those above 0.
  static func append(_ numbers: [Float], to rows: inout SparseRows, keeping kept: Int = kept) {
    let positive = numbers.indices.filter { numbers[$0] > 0 }
    let highest =
      positive.count <= kept
      ? positive
      : positive.sorted { (numbers[$1], $0) < (numbers[$0], $1) }.prefix(kept).sorted()
    for number in highest { rows.append(column: Int32(number), value: numbers[number]) }
    rows.endRow()
  }

  private static func related(_ catalogue: ThemeCatalogue) -> [[Int32]] {
    var numberOfSlug: [String: Int] = [:]
    for (number, theme) in catalogue.themes.enumerated() { numberOfSlug[theme.slug] = number }
    var related = [Set<Int32>](repeating: [], count: catalogue.themes.count)
    for (number, theme) in catalogue.themes.enumerated() {
      for slug in theme.related {
        guard let other = numberOfSlug[slug], other != number else { continue }
        related[number].insert(Int32(other))
        related[other].insert(Int32(number))
      }
    }
    return related.map { $0.sorted() }
  }
}
