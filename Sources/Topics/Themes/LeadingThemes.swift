// Which theme a topic is about, when most of its posts speak of one.

/// The theme of each topic that has one.
struct LeadingThemes {
  /// A topic is about a theme when its posts give it at least this share of what they give to themes…
  static let leastShare = 0.25
  /// …and at least this share of them names it by a strong term.
  static let leastNamed = 0.2

  /// For each topic its theme, as a number of the catalogue; nil where no theme leads.
  private(set) var themes: [Int?]
  /// For each topic whether it is the largest of those with its theme.
  private(set) var isLargest: [Bool]

  /// - Parameters:
  ///   - topics: the topic of each post, -1 for none.
  ///   - features: the posts' features, with themes.
  init(topics: [Int32], topicCount: Int, features: PostFeatures) {
    themes = [Int?](repeating: nil, count: topicCount)
    isLargest = [Bool](repeating: false, count: topicCount)
    guard let rows = features.themes, let scores = features.themeScores else { return }
    var members = [[Int]](repeating: [], count: topicCount)
    for (post, topic) in topics.enumerated() where topic >= 0 { members[Int(topic)].append(post) }
    for topic in members.indices where !members[topic].isEmpty {
      themes[topic] = Self.leadingTheme(of: members[topic], rows: rows, scores: scores)
    }
    var largest = [Int?](repeating: nil, count: rows.columnCount)
    for topic in themes.indices {
      guard let theme = themes[topic] else { continue }
      if let known = largest[theme], members[known].count >= members[topic].count { continue }
      largest[theme] = topic
    }
    for topic in largest { if let topic { isLargest[topic] = true } }
  }

  private static func leadingTheme(of posts: [Int], rows: SparseRows, scores: ThemeScores) -> Int? {
    var shares = [Double](repeating: 0, count: rows.columnCount)
    for post in posts {
      // Rows have length 1, so the squares of a post's numbers add up to 1.
      for position in rows.positions(ofRow: post) {
        shares[Int(rows.columns[position])] += Double(rows.values[position]) * Double(rows.values[position])
      }
    }
    var leader = 0
    for theme in shares.indices where shares[theme] > shares[leader] { leader = theme }
    let named = posts.count { scores.namedThemes[$0].contains(Int32(leader)) }
    let count = Double(posts.count)
    return shares[leader] >= leastShare * count && Double(named) >= leastNamed * count ? leader : nil
  }
}
