// What the posts of a topic give to themes, and to what themes fall under.

/// The themes of some posts taken together.
struct ThemeShares {
  /// A free topic falls under a task when its posts give it at least this share of what they give to themes…
  static let leastTaskShare = 0.45
  /// …and this many times as much as to the next…
  static let taskLead = 1.5
  /// …and at least this share of them names a theme of it by a strong term.
  static let leastNamed = 0.25

  /// For each theme its share, 0 to 1; empty when the posts speak of none.
  private let shares: [Double]
  /// For each post the themes that it names.
  private let named: [[Int32]]

  /// The shares of posts, given by their numbers.
  init(posts: [Int], features: PostFeatures) {
    guard let rows = features.themes, let scores = features.themeScores else {
      (shares, named) = ([], [])
      return
    }
    var sums = [Double](repeating: 0, count: rows.columnCount)
    for post in posts {
      // Rows have length 1, so the squares of a post's numbers add up to 1.
      for position in rows.positions(ofRow: post) {
        sums[Int(rows.columns[position])] += Double(rows.values[position]) * Double(rows.values[position])
      }
    }
    let total = sums.reduce(0, +)
    shares = total > 0 ? sums.map { $0 / total } : []
    named = posts.map { scores.namedThemes[$0] }
  }

  /// The themes, largest share first.
  func themes(of catalogue: ThemeCatalogue, limit: Int) -> [TopicExplanation.ThemeShare] {
    let order = shares.indices.filter { shares[$0] > 0 }.sorted { (shares[$1], $0) < (shares[$0], $1) }
    return order.prefix(limit).map { theme in
      TopicExplanation.ThemeShare(
        title: catalogue.themes[theme].title, share: shares[theme],
        posts: named.count { $0.contains(Int32(theme)) })
    }
  }

  /// What the themes fall under, largest share first; themes that fall under nothing are left out.
  func tasks(of catalogue: ThemeCatalogue) -> [TopicExplanation.ThemeShare] {
    guard !shares.isEmpty else { return [] }
    let taskOfTheme = catalogue.themes.map { theme in
      catalogue.tasks.firstIndex { $0.slug == theme.task }
    }
    var sums = [Double](repeating: 0, count: catalogue.tasks.count)
    for (theme, task) in taskOfTheme.enumerated() { if let task { sums[task] += shares[theme] } }
    let posts = catalogue.tasks.indices.map { task in
      named.count { $0.contains { taskOfTheme[Int($0)] == task } }
    }
    let order = sums.indices.filter { sums[$0] > 0 }.sorted { (sums[$1], $0) < (sums[$0], $1) }
    return order.map {
      TopicExplanation.ThemeShare(title: catalogue.tasks[$0].title, share: sums[$0], posts: posts[$0])
    }
  }

  /// The title of the task that clearly leads; nil when none does.
  func leadingTask(of catalogue: ThemeCatalogue) -> String? {
    let tasks = tasks(of: catalogue)
    guard let first = tasks.first, first.share >= Self.leastTaskShare,
      Double(first.posts) >= Self.leastNamed * Double(named.count)
    else { return nil }
    let second = tasks.dropFirst().first?.share ?? 0
    return first.share >= Self.taskLead * second ? first.title : nil
  }
}
