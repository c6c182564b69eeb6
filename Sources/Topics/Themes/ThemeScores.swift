// How much each post speaks of each theme: its terms, and its likeness to the theme's description and questions.

import Language

/// A score for each post and theme.
struct ThemeScores: Sendable {
  /// How many themes there are.
  let themeCount: Int
  /// The scores, post by post, theme by theme within it. Not negative; about 1 is what a post gives a theme on average.
  private(set) var values: [Float]
  /// For each post the themes that it names by a strong term or an abbreviation, or by a compound of a strong term.
  let namedThemes: [[Int32]]

  var postCount: Int { themeCount == 0 ? 0 : values.count / themeCount }

  /// Scores texts.
  init(texts: [String], catalogue: ThemeCatalogue, analyzer: TextAnalyzer) {
    self.init(ThemeRawScores(texts: texts, catalogue: catalogue, analyzer: analyzer), textCount: texts.count)
  }

  /// Sets the first raw scores against what is usual among all.
  init(_ raw: ThemeRawScores, textCount: Int) {
    themeCount = raw.themeCount
    namedThemes = (0..<textCount).map { raw.namedThemes(ofText: $0) }
    values = []
    values.reserveCapacity(textCount * themeCount)
    var row = [Double](repeating: 0, count: themeCount)
    var sums = [Double](repeating: 0, count: themeCount)
    for text in 0..<raw.textCount {
      raw.score(text: text, into: &row)
      for theme in row.indices { sums[theme] += row[theme] }
      if text < textCount { for score in row { values.append(Float(score)) } }
    }
    // A theme that everything resembles says little: its mean counts against it, as far as it is above the general mean.
    let means = sums.map { $0 / Double(max(1, raw.textCount)) }
    let overall = means.reduce(0, +) / Double(max(1, means.count))
    for place in values.indices {
      let mean = means[place % themeCount] + overall
      values[place] = mean > 0 ? Float(Double(values[place]) / mean) : 0
    }
  }

  /// The scores of one post.
  func scores(ofPost post: Int) -> ArraySlice<Float> { values[post * themeCount..<(post + 1) * themeCount] }

  /// The highest scores of a post, highest first; equal ones by the order of the themes.
  func best(ofPost post: Int, count: Int) -> [(theme: Int32, score: Float)] {
    var best: [(theme: Int32, score: Float)] = []
    for (theme, score) in scores(ofPost: post).enumerated() where score > 0 {
      guard best.count < count || score > best[best.count - 1].score else { continue }
      var place = best.count
      while place > 0, best[place - 1].score < score { place -= 1 }
      best.insert((Int32(theme), score), at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  /// The best themes of each post as features: shares of the best one, squared, rows of length 1.
  func block(themesPerPost: Int) -> SparseRows {
    var rows = SparseRows(columnCount: themeCount)
    rows.reserve(rows: postCount, numbers: postCount * themesPerPost)
    for post in 0..<postCount {
      let best = best(ofPost: post, count: themesPerPost)
      for (theme, score) in best.sorted(by: { $0.theme < $1.theme }) {
        let share = score / best[0].score
        rows.append(column: theme, value: share * share)
      }
      rows.endRow()
    }
    rows.normalizeRows()
    return rows
  }
}
