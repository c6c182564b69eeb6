// Lets posts that resemble each other share their themes.

/// Adds to each post's themes those of its nearest neighbours: a post that uses none of a theme's words, but resembles
/// posts that do, gets the theme from them (label propagation, one step; Zhu & Ghahramani, 2002).
struct ThemeSmoothing {
  var settings: TopicSettings

  /// How many neighbours count.
  static let neighbours = 10
  /// How much the neighbours' mean counts beside the post's own themes.
  static let share: Float = 1

  /// The themes of each post after smoothing: rows of length 1.
  /// - Parameters:
  ///   - themes: a row of length 1 for each post.
  ///   - words: the posts' other features, rows of length 1.
  func smoothed(_ themes: SparseRows, beside words: SparseRows) -> SparseRows {
    let together = FeatureBlock.beside([
      FeatureBlock(rows: words, weight: 1), FeatureBlock(rows: themes, weight: settings.themeWeight),
    ])
    let edges = EdgeList(
      NearestNeighbours(of: together, limit: Self.neighbours), postCount: together.rowCount)
    var neighbours = [[(post: Int32, weight: Float)]](repeating: [], count: together.rowCount)
    for edge in 0..<edges.count {
      let (first, second, weight) = (edges.first[edge], edges.second[edge], Float(edges.weights[edge]))
      neighbours[Int(first)].append((second, weight))
      neighbours[Int(second)].append((first, weight))
    }
    var smoothed = SparseRows(columnCount: themes.columnCount)
    var row = [Float](repeating: 0, count: themes.columnCount)
    for post in 0..<together.rowCount {
      for position in themes.positions(ofRow: post) {
        row[Int(themes.columns[position])] += themes.values[position]
      }
      let total = neighbours[post].reduce(Float(0)) { $0 + $1.weight }
      for (other, weight) in neighbours[post] where total > 0 {
        let factor = Self.share * weight / total
        for position in themes.positions(ofRow: Int(other)) {
          row[Int(themes.columns[position])] += factor * themes.values[position]
        }
      }
      ThemeScores.append(row, to: &smoothed, keeping: ThemeScores.featured)
      for theme in row.indices { row[theme] = 0 }
    }
    smoothed.normalizeRows()
    return smoothed
  }
}
