// What the columns of the features stand for, in words that people know.

import Language

/// Names what two rows of features share.
struct FeatureColumns {
  /// Smaller parts are not named by themselves.
  static let leastShare = 0.005

  let features: PostFeatures
  let settings: TopicSettings
  private var themeColumns: Range<Int32> { features.themeColumns }

  init(features: PostFeatures, settings: TopicSettings) {
    self.features = features
    self.settings = settings
  }

  /// For each stem of a post the word as it writes it.
  func words(ofPost post: Int) -> [Int32: String] { words(ofPosts: [post]) }

  /// For each stem of some posts the word that they write most often; of equals the first.
  func words(ofPosts posts: [Int]) -> [Int32: String] {
    let corpus = features.corpus
    var counts: [Int32: Int] = [:]
    for post in posts {
      for word in corpus.tokens[corpus.starts[post]..<corpus.starts[post + 1]] {
        counts[word, default: 0] += 1
      }
    }
    var best: [Int32: Int32] = [:]
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
      let stem = corpus.stemOfWord[Int(word)]
      if let known = best[stem], counts[known, default: 0] >= count { continue }
      best[stem] = word
    }
    return best.mapValues { corpus.words[Int($0)] }
  }

  /// What each column adds to the cosine of two rows of length 1, as shares of it, largest first. After the largest the
  /// other words, and the other themes, are taken together.
  func shares(
    of left: SparseRows, _ row: Int, with right: SparseRows, _ other: Int, words: [Int32: String], limit: Int
  ) -> [FeatureShare] {
    var named: [FeatureShare] = []
    var together: [FeatureShare.Kind: Double] = [:]
    var total = 0.0
    let columns = right.columns[right.positions(ofRow: other)]
    for position in left.positions(ofRow: row) {
      let column = left.columns[position]
      guard let match = columns.binarySearch(column) else { continue }
      let product = Double(left.values[position]) * Double(right.values[match])
      total += product
      let kind = kind(of: column)
      if let text = text(of: column, kind, words) {
        named.append(FeatureShare(kind: kind, text: text, share: product))
      } else {
        together[kind, default: 0] += product
      }
    }
    guard total > 0 else { return [] }
    named.sort { ($1.share, $0.text) < ($0.share, $1.text) }
    let telling = named.prefix(limit).prefix { $0.share >= Self.leastShare * total }
    for rest in named.dropFirst(telling.count) { together[rest.kind, default: 0] += rest.share }
    let rest = FeatureShare.Kind.allCases.compactMap { kind in
      together[kind].map { FeatureShare(kind: kind, text: "", share: $0) }
    }
    return (telling + rest).map {
      FeatureShare(kind: $0.kind, text: $0.text, share: $0.share / total)
    }
  }

  private func kind(of column: Int32) -> FeatureShare.Kind {
    if column < features.wordColumnCount { return .word }
    if themeColumns.contains(column) { return .theme }
    return .wordParts
  }

  private func text(of column: Int32, _ kind: FeatureShare.Kind, _ words: [Int32: String]) -> String? {
    switch kind {
    case .word:
      let stem = features.stemOfColumn[Int(column)]
      return words[stem] ?? features.corpus.stems[Int(stem)]
    case .theme: return settings.catalogue?.themes[Int(column - themeColumns.lowerBound)].title
    case .wordParts, .other: return nil
    }
  }
}
