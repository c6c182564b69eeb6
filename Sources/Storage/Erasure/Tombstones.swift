// Keeps what was erased out of the store: records are recognised by keyed hashes of who and what they are.
import Discussion
import GRDB

/// How a source's exports write authors and posts, for records that could not be read as such.
public struct RecordNaming: Hashable, Sendable {
  /// The names of the sources under which authors get their pseudonyms.
  public var sources: [String]
  /// What a mapping puts before a value to make it an author's or a post's identity; the empty text is always one.
  public var prefixes: [String]

  /// Naming from its parts.
  public init(sources: [String], prefixes: [String] = []) {
    self.sources = Set(sources).sorted()
    self.prefixes = Set(prefixes + [""]).sorted()
  }
}

/// The tombstones of a store, beside the key that they were made with.
public struct Tombstones: Sendable {
  let pseudonymiser: Pseudonymiser
  let naming: RecordNaming
  let tags: Set<String>
  /// The authors and members who are known.
  let authors: Set<String>

  /// The tombstones that a store has now.
  init(_ database: Database, _ pseudonymiser: Pseudonymiser, _ naming: RecordNaming) throws {
    self.pseudonymiser = pseudonymiser
    self.naming = naming
    tags = try String.fetchSet(database, sql: "SELECT tag FROM tombstone")
    authors =
      tags.isEmpty
      ? []
      : try String.fetchSet(
        database, sql: "SELECT author FROM post WHERE author IS NOT NULL UNION SELECT id FROM member")
  }

  /// Whether nothing was ever erased.
  public var isEmpty: Bool { tags.isEmpty }

  /// Whether this author is erased.
  public func covers(_ author: MemberID) -> Bool {
    !isEmpty && tags.contains(pseudonymiser.tombstone(author: author))
  }

  /// Whether this post is erased by itself.
  public func covers(_ post: PostID) -> Bool {
    !isEmpty && tags.contains(pseudonymiser.tombstone(post: post.description))
  }

  /// Whether a post that is read is erased, by itself or with its author.
  func covers(_ post: Post) -> Bool {
    !isEmpty && (covers(post.id) || post.author.map { covers($0) } ?? false)
  }

  /// The post without what it says of erased ones: an answer to an erased post stays an answer, to none that is known.
  func withoutReferences(_ post: Post) -> Post {
    guard !isEmpty else { return post }
    var post = post
    if let parent = post.parent, covers(parent) { post.parent = nil }
    let tag = pseudonymiser.tombstone(post: post.thread.description)
    if tags.contains(tag) { post.thread = Self.thread(source: post.source, tag: tag) }
    return post
  }

  /// The name of a conversation that bore the identity of its first post, now that this is erased.
  static func thread(source: String, tag: String) -> ThreadID {
    ThreadID(source: source, native: "gewist-" + tag)
  }

  /// Whether nothing may be kept of a record that could not be read: it names somebody or something erased, it is cut off
  /// before it could, or it names nobody who is known. Too often is safe: its place stays, and the export has it.
  ///
  /// A row of a file that monitors fill in is theirs: of it only the first counts.
  func withholds(_ record: QuarantinedRecord) -> Bool {
    guard !isEmpty, !record.raw.isEmpty else { return false }
    let isMonitors = QuarantinedRecord.reasonsOfSheets.contains(where: record.reason.hasPrefix)
    if record.raw.count >= QuarantinedRecord.longestRaw, !isMonitors { return true }
    var namesSomebody = isMonitors
    for token in RecordTokens.tokens(in: record.raw, record.message) {
      if covers(PostID(token)) { return true }
      for source in naming.sources {
        for prefix in naming.prefixes {
          if covers(PostID(source: source, native: prefix + token)) { return true }
          guard let author = pseudonymiser.memberID(source: source, authorKey: prefix + token) else {
            continue
          }
          if covers(author) { return true }
          if authors.contains(author.description) { namesSomebody = true }
        }
      }
    }
    return !namesSomebody
  }
}

extension QuarantinedRecord {
  /// The record with nothing of what it said: its place and the kind of fault stay.
  func withheld() -> QuarantinedRecord {
    QuarantinedRecord(place: place, reason: reason, message: Self.withheldMessage, raw: [])
  }

  /// How the reasons of rows begin that monitors filled in.
  static let reasonsOfSheets = ["correctie", "besluit", "bron-", "oordeel"]

  /// What is said of a record that may be an erased person's.
  static let withheldMessage =
    "Deze regel is niet te lezen en hoort misschien bij iemand die is gewist. De tekst is daarom niet bewaard."
}

extension CommunityStore {
  /// The tombstones, to be given to every import.
  public func tombstones(_ pseudonymiser: Pseudonymiser, naming: RecordNaming) throws(StoreError)
    -> Tombstones
  {
    try read { try Tombstones($0, pseudonymiser, naming) }
  }

  /// How many authors and posts were erased, and when last.
  public func tombstoneCounts() throws(StoreError) -> (authors: Int, posts: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT coalesce(sum(kind = 'author'), 0) AS authors, coalesce(sum(kind = 'post'), 0) AS posts FROM tombstone
          """)
      return (row?["authors"] ?? 0, row?["posts"] ?? 0)
    }
  }
}

extension Pseudonymiser {
  /// What stays of an erased author.
  func tombstone(author: MemberID) -> String { tag("erased author:" + author.description) }

  /// What stays of an erased post.
  func tombstone(post: String) -> String { tag("erased post:" + post) }
}
