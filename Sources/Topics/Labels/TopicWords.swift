// The words that set a topic apart, for people to read.

import Discussion
import Language

/// Words that many of a topic's posts share and few others use: the share of the topic's posts with the word times the
/// logarithm of how much larger that is than elsewhere.
struct TopicWords {
  /// How many words a topic gets.
  static let limit = 10
  /// A word sets a topic apart when its posts use it so many times as often as others do…
  static let leastRatio = 2.0
  /// …but a topic gets this many words, telling or not.
  static let leastWords = 3
  /// A word must be shared by so many of the topic's posts, and by two people where the authors are known.
  static let leastPosts = 2
  /// A word that may be a name is shown only when so many of the topic's posts use it, and so many people where the
  /// authors are known: then it is a place or a product, or a name that everybody uses.
  static let leastPostsOfName = 5
  /// See ``leastPostsOfName``.
  static let leastAuthorsOfName = 3

  private let corpus: Corpus
  /// For each word whether it may be shown.
  private let isLabel: [Bool]
  /// The words of each post, ascending, each once.
  private let counts: TermCounts
  private let frequencies: [Int32]

  init(corpus: Corpus, analyzer: TextAnalyzer) {
    self.corpus = corpus
    isLabel = corpus.words.map { $0.unicodeScalars.count > 2 && !analyzer.isForumWord($0) }
    counts = corpus.wordCounts()
    frequencies = counts.documentFrequencies()
  }

  /// The words of each topic, most telling first.
  /// - Parameters:
  ///   - topics: the topic of each post, -1 for none.
  ///   - authors: who wrote each post, as far as known: a word that one person uses is no word of the community.
  func words(topics: [Int32], topicCount: Int, authors: [MemberID?]) -> [[String]] {
    var members = [[Int]](repeating: [], count: topicCount)
    for (post, topic) in topics.enumerated() where topic >= 0 { members[Int(topic)].append(post) }
    return members.map { words(of: $0, authors: authors) }
  }

  private func words(of posts: [Int], authors: [MemberID?]) -> [String] {
    var users: [Int32: [Int]] = [:]
    for post in posts {
      for word in counts.terms[counts.starts[post]..<counts.starts[post + 1]] where isLabel[Int(word)] {
        users[word, default: []].append(post)
      }
    }
    let elsewhere = Double(corpus.postCount - posts.count)
    var scored: [(word: Int32, score: Double, setsApart: Bool)] = []
    for (word, users) in users where isShared(word, by: users, authors: authors) {
      let share = Double(users.count) / Double(posts.count)
      let shareElsewhere = (Double(frequencies[Int(word)]) - Double(users.count) + 0.5) / (elsewhere + 1)
      let score = share * naturalLogarithm(share / shareElsewhere)
      scored.append((word, score, share >= Self.leastRatio * shareElsewhere))
    }
    scored.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      return corpus.words[Int(left.word)] < corpus.words[Int(right.word)]
    }
    let telling = withoutVariants(scored.filter(\.setsApart).map(\.word))
    if telling.count >= Self.leastWords { return telling }
    return Array(withoutVariants(scored.map(\.word)).prefix(Self.leastWords))
  }

  private func isShared(_ word: Int32, by posts: [Int], authors: [MemberID?]) -> Bool {
    let isName = corpus.looksLikeName(word)
    guard posts.count >= (isName ? Self.leastPostsOfName : Self.leastPosts) else { return false }
    let known = Set(posts.compactMap { authors[$0] })
    return known.isEmpty || known.count >= (isName ? Self.leastAuthorsOfName : 2)
  }

  /// Leaves out words with the stem of an earlier one, or whose stem begins with the same six letters.
  private func withoutVariants(_ words: [Int32]) -> [String] {
    var result: [String] = []
    var stems = Set<Int32>()
    var beginnings = Set<String>()
    for word in words {
      let stem = corpus.stemOfWord[Int(word)]
      let beginning = String(String.UnicodeScalarView(corpus.stems[Int(stem)].unicodeScalars.prefix(6)))
      guard !stems.contains(stem) else { continue }
      if beginning.unicodeScalars.count == 6, beginnings.contains(beginning) { continue }
      stems.insert(stem)
      beginnings.insert(beginning)
      result.append(corpus.words[Int(word)])
      if result.count == Self.limit { break }
    }
    return result
  }
}
