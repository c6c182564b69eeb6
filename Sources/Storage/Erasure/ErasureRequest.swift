// What is to be erased, and what became of it.
import Discussion

/// The people and posts that are taken out of a store.
public struct ErasureRequest: Sendable {
  /// Authors, with all that they wrote.
  public var authors: Set<MemberID>
  /// Posts by themselves.
  public var posts: Set<PostID>
  /// What people call them, as it was typed: records that could not be read and hold it are emptied too.
  public var names: [String]
  /// The day that the tombstones bear.
  public var day: CalendarDay

  /// A request from its parts.
  public init(
    authors: Set<MemberID> = [], posts: Set<PostID> = [], names: [String] = [], day: CalendarDay
  ) {
    self.authors = authors
    self.posts = posts
    self.names = names
    self.day = day
  }
}

/// The texts that an erasure takes out.
public struct ErasableTexts: Sendable {
  /// The posts.
  public var posts: [PostID]
  /// Their titles and texts, older ones too: each by itself.
  public var texts: [String]
  /// What vectors of them would be kept under.
  var embedded: [TextHash]
}

/// How texts that were made out of many posts are rid of what only the erased ones gave them.
public struct ErasedWording: Sendable {
  /// A title without the erased words, from a title and the words of its topic; nil when it may stay.
  public var title: @Sendable (_ title: String, _ words: [String]) -> String?
  /// Whether a word was used in erased posts only.
  public var isErased: @Sendable (_ word: String) -> Bool
  /// What the next night's topics start from, without the erased words and posts.
  public var state: @Sendable (_ data: [UInt8]) -> [UInt8]

  /// Wording from its parts.
  public init(
    title: @escaping @Sendable (_ title: String, _ words: [String]) -> String?,
    isErased: @escaping @Sendable (_ word: String) -> Bool,
    state: @escaping @Sendable (_ data: [UInt8]) -> [UInt8]
  ) {
    self.title = title
    self.isErased = isErased
    self.state = state
  }
}

/// What an erasure took out.
public struct ErasureCounts: Hashable, Sendable {
  /// Posts.
  public var posts = 0
  /// Older texts of them.
  public var revisions = 0
  /// Rows of member lists.
  public var members = 0
  /// Records in quarantine that were emptied.
  public var quarantined = 0
  /// Posts that lost the quotes and signature beside their words: they may be words of the erased.
  public var quotes = 0
  /// Answers by others that no longer say what they answer.
  public var answers = 0
  /// Vectors.
  public var vectors = 0
  /// Titles of topics that held words of theirs, also in the logs.
  public var titles = 0
  /// Lines of the log of corrections that no longer name a post.
  public var corrections = 0
  /// Lines of the log of verdicts that no longer name a post.
  public var verdicts = 0
  /// Tombstones that are new.
  public var tombstones = 0

  /// Nothing.
  public init() {}
}
