// Texts that stand on the platform more than once.
import Discussion

/// A text that stands there more than once.
public struct RepeatedText: Hashable, Sendable {
  /// How it came to stand there twice.
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// One person placed it more than once within some weeks.
    case placedAgain
    /// Somebody else placed it, or the same person long after.
    case copied
  }

  /// How it came to stand there twice.
  public var kind: Kind
  /// The posts that hold it, by time and identity; two at least.
  public var posts: [PostID]
  /// How many different people placed it, as far as the source names them.
  public var people: Int
  /// When it was placed first.
  public var firstAt: Timestamp
  /// When it was placed last.
  public var lastAt: Timestamp

  /// A repeated text from its parts.
  public init(kind: Kind, posts: [PostID], people: Int, firstAt: Timestamp, lastAt: Timestamp) {
    self.kind = kind
    self.posts = posts
    self.people = people
    self.firstAt = firstAt
    self.lastAt = lastAt
  }
}

/// Finds posts that say nearly the same, by the word pairs that they share.
///
/// Two texts are the same from a likeness of 0.8 on, and from 0.65 when one person placed both within two weeks: people add
/// a line when they place a question again. Texts of fewer than twelve words must be the same word for word, must open a
/// conversation, and then count with their titles; under four words nothing is a copy ("Dank je wel!"). Case, punctuation,
/// emoji, quoted lines and signatures do not count. What somebody else says again within the same conversation is a quotation.
public struct NearDuplicates: Sendable {
  /// Texts are the same from this likeness on.
  static let sameText = 0.8
  /// Texts of one person within ``placedAgainDays`` are the same from this likeness on.
  static let sameTextOfOnePerson = 0.65
  /// From so many words on a text may differ in some.
  static let longEnough = 12
  /// A text of fewer words is nobody's own.
  static let fewestWords = 4

  private let placedAgainDays: Int
  private let lookBackDays: Int

  /// Finds texts of which a copy was placed in the last so many days.
  /// - Parameters:
  ///   - placedAgainDays: one person's copies within so many days are one text placed more than once.
  ///   - lookBackDays: at least one of the posts is no older than this.
  public init(placedAgainDays: Int = 14, lookBackDays: Int = 30) {
    self.placedAgainDays = placedAgainDays
    self.lookBackDays = lookBackDays
  }

  /// The texts that stand there more than once: those of one person first, then the latest first.
  /// - Parameters:
  ///   - posts: all posts, in any order; withdrawn ones and those after `asOf` count for nothing.
  ///   - asOf: the instant for which is judged.
  public func find(in posts: [Post], asOf: Timestamp) -> [RepeatedText] {
    let since = asOf.advanced(byMilliseconds: -Self.milliseconds(lookBackDays))
    let live = posts.filter { $0.state == .live && $0.createdAt <= asOf }
      .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    let openers = ConversationOpeners.of(live)
    var texts = DistinctTexts(live, openers: openers)
    let asked = texts.holders.indices.filter { index in
      texts.isLong[index] && texts.holders[index].contains { live[$0].createdAt > since }
    }
    let search = LikenessSearch(texts: texts.shingles, least: Self.sameTextOfOnePerson)
    for pair in search.pairs(asked: asked)
    where pair.likeness >= Self.sameText
      || isPlacedAgain(texts.holders[pair.later], texts.holders[pair.earlier], live)
    {
      texts.groups.join(pair.later, pair.earlier)
    }
    var members: [Int: [Int]] = [:]
    for text in texts.holders.indices {
      members[texts.groups.root(text), default: []] += texts.holders[text]
    }
    return members.values.compactMap { group in
      repeated(Self.withoutQuotations(group.sorted().map { live[$0] }, openers: openers), since: since)
    }.sorted(by: Self.isTold)
  }

  /// The order in which they are told: one person's first, then the latest first.
  private static func isTold(_ left: RepeatedText, before right: RepeatedText) -> Bool {
    if (left.kind, left.lastAt) != (right.kind, right.lastAt) {
      return (left.kind.rawValue, right.lastAt) < (right.kind.rawValue, left.lastAt)
    }
    return left.posts.lexicographicallyPrecedes(right.posts)
  }

  private static func milliseconds(_ days: Int) -> Int64 { Int64(days) * 86_400_000 }

  /// Whether one person placed one of some posts within the days after one of others, or before.
  private func isPlacedAgain(_ later: [Int], _ earlier: [Int], _ posts: [Post]) -> Bool {
    // A text that stands there hundreds of times is looked at in its latest places.
    later.suffix(LikenessSearch.mostPerPair).contains { one in
      earlier.suffix(LikenessSearch.mostPerPair).contains { isPlacedAgain(posts[one], posts[$0]) }
    }
  }

  private func isPlacedAgain(_ one: Post, _ other: Post) -> Bool {
    guard let author = one.author, author == other.author else { return false }
    let apart = one.createdAt.milliseconds - other.createdAt.milliseconds
    return apart.magnitude <= Self.milliseconds(placedAgainDays).magnitude
  }

  /// What a group of posts with one text is, by time; nil when it is no repetition, or an old one.
  private func repeated(_ own: [Post], since: Timestamp) -> RepeatedText? {
    guard own.count > 1, let first = own.first, let last = own.last, last.createdAt > since else {
      return nil
    }
    var latest: [MemberID: Post] = [:]
    var kind = RepeatedText.Kind.copied
    for post in own {
      guard let author = post.author else { continue }
      if post.createdAt > since, let before = latest[author], isPlacedAgain(post, before) {
        kind = .placedAgain
      }
      latest[author] = post
    }
    return RepeatedText(
      kind: kind, posts: own.map(\.id), people: latest.count, firstAt: first.createdAt,
      lastAt: last.createdAt)
  }

  /// The posts but for replies that say again what somebody else said earlier in the conversation.
  private static func withoutQuotations(_ posts: [Post], openers: Set<PostID>) -> [Post] {
    var said: [ThreadID: MemberID?] = [:]
    return posts.filter { post in
      if !openers.contains(post.id), let before = said[post.thread], before == nil || before != post.author {
        return false
      }
      said.updateValue(post.author, forKey: post.thread)
      return true
    }
  }
}

/// The different texts of posts, with the posts that hold each.
private struct DistinctTexts {
  private(set) var shingles: [TextShingles] = []
  private(set) var holders: [[Int]] = []
  private(set) var isLong: [Bool] = []
  var groups = DisjointGroups()

  /// The texts of posts that are long enough to be somebody's own, in the order in which they were placed last: whatever
  /// was placed lately comes after all that was not.
  init(_ posts: [Post], openers: Set<PostID>) {
    var texts: [[UInt64]: Int] = [:]
    var found: [(holders: [Int], shingles: TextShingles, isLong: Bool)] = []
    for (index, post) in posts.enumerated() {
      var words = FoldedWords.of(post.body)
      let isLong = words.count >= NearDuplicates.longEnough
      if !isLong {
        guard openers.contains(post.id) else { continue }
        words = FoldedWords.of(post.title ?? "") + words
        guard words.count >= NearDuplicates.fewestWords else { continue }
        // What is short with its title must be the same as a whole: it is no likeness of a longer text.
        words.append(0)
      }
      if let text = texts[words] {
        found[text].holders.append(index)
      } else {
        texts[words] = found.count
        found.append(([index], TextShingles(isLong ? words : []), isLong))
      }
    }
    found.sort { ($0.holders.last ?? 0) < ($1.holders.last ?? 0) }
    holders = found.map(\.holders)
    shingles = found.map(\.shingles)
    isLong = found.map(\.isLong)
    groups = DisjointGroups(count: holders.count)
  }
}

/// Which of some things belong together: disjoint sets with path halving (Tarjan and van Leeuwen, 1984).
private struct DisjointGroups {
  private var parents: [Int] = []

  init(count: Int = 0) { parents = Array(0..<count) }

  /// The one by which the group of a thing is known: the smallest of it.
  mutating func root(_ thing: Int) -> Int {
    var thing = thing
    while parents[thing] != thing {
      parents[thing] = parents[parents[thing]]
      thing = parents[thing]
    }
    return thing
  }

  /// Two things, and all that belongs with them, belong together.
  mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (root(one), root(other))
    parents[max(left, right)] = min(left, right)
  }
}
