// What the rest of the night reads: posts and members, always in the same order.
import Discussion
import GRDB

/// An older text of a post.
public struct PostRevision: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// When this text was written, where the source says so.
  public var editedAt: Timestamp?
  /// The title it had.
  public var title: String?
  /// The text it had.
  public var body: String
  /// Where it was read.
  public var place: Provenance
}

extension CommunityStore {
  /// All posts, by time and then identity.
  ///
  /// - Parameter withdrawn: whether posts that no longer stand on the platform are given too.
  public func posts(withdrawn: Bool = false) throws(StoreError) -> [Post] {
    var posts: [Post] = []
    try read { database in
      posts.reserveCapacity(try Int.fetchOne(database, sql: "SELECT count(*) FROM post") ?? 0)
      let statement = try Statement(database, PostRow.select(withdrawn: withdrawn))
      while try statement.step() { posts.append(PostRow.post(statement)) }
    }
    posts.sort { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    return posts
  }

  /// Gives each post in the order of the identities, one at a time: memory does not grow with their number.
  public func forEachPost(withdrawn: Bool = false, _ body: (Post) throws -> Void) throws {
    var stranger: (any Error)?
    do {
      try read { database in
        let statement = try Statement(database, PostRow.select(withdrawn: withdrawn) + " ORDER BY id")
        while try statement.step() {
          let post = PostRow.post(statement)
          do { try body(post) } catch {
            stranger = error
            throw error
          }
        }
      }
    } catch {
      throw stranger ?? error
    }
  }

  /// The post of an identity; nil when there is none.
  public func post(_ id: PostID) throws(StoreError) -> Post? {
    try read { database in
      let statement = try Statement(database, PostRow.select(withdrawn: true) + " WHERE id = ?")
      statement.bind(1, id.description)
      return try statement.step() ? PostRow.post(statement) : nil
    }
  }

  /// How many posts are stored: those that stand, and those that no longer do.
  public func postCounts() throws(StoreError) -> (live: Int, withdrawn: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT count(*) AS posts, coalesce(sum(state = 'live'), 0) AS live FROM post")
      let (posts, live): (Int, Int) = (row?["posts"] ?? 0, row?["live"] ?? 0)
      return (live, posts - live)
    }
  }

  /// How many posts first came in on nights of a period that were older than four weeks by then. None when nothing was
  /// stored before it: then everything is old.
  public func lateArrivals(since first: CalendarDay, until last: CalendarDay) throws(StoreError) -> Int {
    try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT count(*) FROM post WHERE first_night BETWEEN :first AND :last AND state = 'live'
            AND created_at < (first_night - 28) * 86400000
            AND EXISTS (SELECT 1 FROM post WHERE first_night < :first)
          """, arguments: ["first": first.number, "last": last.number]) ?? 0
    }
  }

  /// The posts that came, got another text, or were withdrawn on a night or later, by identity.
  public func postsChanged(since night: CalendarDay) throws(StoreError) -> [PostID] {
    try read {
      try String.fetchAll(
        $0, sql: "SELECT id FROM post WHERE changed_night >= ? ORDER BY id", arguments: [night.number]
      )
      .map(PostID.init)
    }
  }

  /// The older texts of a post, oldest first.
  public func revisions(of id: PostID) throws(StoreError) -> [PostRevision] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT revision.*, reading.path AS file, entry.path AS entry_path FROM revision
          JOIN post ON post.number = revision.post JOIN entry ON entry.id = revision.entry
          JOIN reading ON reading.id = entry.reading
          WHERE post.id = ? ORDER BY coalesce(revision.edited_at, post.created_at), revision.id
          """, arguments: [id.description]
      ).map { row in
        PostRevision(
          post: id, editedAt: (row["edited_at"] as Int64?).map(Timestamp.init(milliseconds:)),
          title: row["title"],
          body: row["body"], place: Provenance(row))
      }
    }
  }

  /// Every place where a post was read, older texts too: by file, entry and record.
  public func provenance(of id: PostID) throws(StoreError) -> [Provenance] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH found AS (
            SELECT entry, record, line, byte FROM post WHERE id = :id
            UNION SELECT entry, record, line, byte FROM sighting
              WHERE post = (SELECT number FROM post WHERE id = :id)
            UNION SELECT entry, record, line, byte FROM revision
              WHERE post = (SELECT number FROM post WHERE id = :id))
          SELECT reading.path AS file, entry.path AS entry_path, record, line, byte FROM found
          JOIN entry ON entry.id = found.entry JOIN reading ON reading.id = entry.reading
          ORDER BY file, entry_path, record
          """, arguments: ["id": id.description]
      ).map(Provenance.init)
    }
  }

  /// All members of the member lists, by pseudonym.
  public func members() throws(StoreError) -> [Member] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM member ORDER BY id").map { row in
        Member(
          id: MemberID(row["id"]), organisation: row["organisation"], region: row["region"], role: row["role"]
        )
      }
    }
  }
}

/// Posts out of rows.
enum PostRow {
  /// Selects posts; conditions and order may be added.
  static func select(withdrawn: Bool) -> String {
    """
    SELECT id, source, thread, parent, kind, author, channel, created_at, edited_at, title, body, state FROM post
    """ + (withdrawn ? "" : " WHERE state = 'live'")
  }

  /// The post in the row that the statement stands on.
  static func post(_ row: Statement) -> Post {
    Post(
      id: PostID(row.text(0)), source: row.text(1), thread: ThreadID(row.text(2)),
      parent: row.optionalText(3).map(PostID.init), kind: PostKind(rawValue: row.text(4)) ?? .topic,
      author: row.optionalText(5).map(MemberID.init), channel: row.optionalText(6),
      createdAt: Timestamp(milliseconds: row.integer(7)),
      editedAt: row.optionalInteger(8).map(Timestamp.init(milliseconds:)), title: row.optionalText(9),
      body: row.text(10), state: (StoredState(rawValue: row.text(11)) ?? .live).postState)
  }
}

extension Provenance {
  /// The place in a row with `file`, `entry_path`, `record`, `line` and `byte`.
  init(_ row: Row) {
    self.init(
      file: row["file"], entry: row["entry_path"], record: row["record"], line: row["line"], byte: row["byte"]
    )
  }
}
