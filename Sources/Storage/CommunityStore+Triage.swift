// How posts rank for what monitors look for, and which posts are new.
import Discussion
import GRDB

/// How much a post is of a class.
public struct StoredTriage: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// What it may be.
  public var triageClass: TriageClass
  /// How far it lies on the side of the class.
  public var score: Double
  /// The share of ordinary posts that are less like the class, from 0 to 1.
  public var standing: Double

  /// A row from its parts.
  public init(post: PostID, triageClass: TriageClass, score: Double, standing: Double) {
    self.post = post
    self.triageClass = triageClass
    self.score = score
    self.standing = standing
  }
}

/// A post that came in, or got another text.
public struct PostArrival: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// Whether it was known before, with another text.
  public var isRevision: Bool

  /// An arrival from its parts.
  public init(post: PostID, isRevision: Bool) {
    self.post = post
    self.isRevision = isRevision
  }
}

/// How far the posts of a store and their older texts are numbered.
public struct PostMark: Hashable, Sendable {
  let post: Int64
  let revision: Int64
}

extension DerivedWriter {
  /// Replaces how posts rank.
  public func replaceTriage(_ rows: [StoredTriage]) throws {
    let statement = try replacing(
      "triage",
      "INSERT INTO triage (run, post, class, score, standing) SELECT ?, number, ?, ?, ? FROM post WHERE id = ?"
    )
    for row in rows {
      statement.bind(1, run)
      statement.bind(2, row.triageClass.rawValue)
      statement.bind(3, row.score)
      statement.bind(4, row.standing)
      statement.bind(5, row.post.description)
      try statement.run()
    }
  }
}

extension CommunityStore {
  /// How posts rank, by post and class.
  public func triage(run: Int) throws(StoreError) -> [StoredTriage] {
    try fetch(
      """
      SELECT post.id, class, score, standing FROM triage JOIN post ON post.number = triage.post
      WHERE run = ? ORDER BY post.id, class
      """, run
    ) { row in
      TriageClass(rawValue: row.text(1)).map {
        StoredTriage(
          post: PostID(row.text(0)), triageClass: $0, score: row.real(2), standing: row.real(3))
      }
    }
  }

  /// The posts that stand and that came or got another text on a night or later, by identity. Nil stands for all.
  /// - Parameter time: posts that were written from then on count too, whenever they came; nil for none.
  public func arrivals(since night: CalendarDay?, writtenFrom time: Timestamp? = nil) throws(StoreError)
    -> [PostArrival]
  {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, changed_night >= :night AND first_night < :night AS revised FROM post
          WHERE (changed_night >= :night OR created_at >= :time) AND state = 'live' ORDER BY id
          """,
        arguments: ["night": night?.number ?? Int(Int32.min), "time": time?.milliseconds ?? Int64.max])
      return try Array(rows.map { PostArrival(post: PostID($0["id"]), isRevision: $0["revised"]) })
    }
  }

  /// How far the posts and their older texts are numbered: see ``posts(after:)``.
  public func postMark() throws(StoreError) -> PostMark {
    try read { database in
      PostMark(
        post: try Int64.fetchOne(database, sql: "SELECT coalesce(max(number), 0) FROM post") ?? 0,
        revision: try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM revision") ?? 0)
    }
  }

  /// The posts that stand and that came in or got another text since a mark, by identity. Reads these alone.
  public func posts(after mark: PostMark) throws(StoreError) -> [Post] {
    try read { database in
      let statement = try Statement(
        database,
        PostRow.select(withdrawn: false)
          + """
           AND number IN (
            SELECT number FROM post WHERE number > ?1 UNION SELECT post FROM revision WHERE id > ?2)
            ORDER BY id
          """)
      statement.bind(1, mark.post)
      statement.bind(2, mark.revision)
      var posts: [Post] = []
      while try statement.step() { posts.append(PostRow.post(statement)) }
      return posts
    }
  }

  /// The files that were read or refused, under each name that they had in the inbox.
  public func knownPaths() throws(StoreError) -> [(path: String, bytes: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT path, bytes FROM reading
          UNION SELECT night_file.path, reading.bytes FROM night_file JOIN reading ON reading.id = night_file.reading
          """
      ).map { ($0["path"], $0["bytes"]) }
    }
  }

  /// The posts that stand and that were written or edited at an instant or later, by time. Reads these alone.
  public func posts(since time: Timestamp) throws(StoreError) -> [Post] {
    try read { database in
      let statement = try Statement(
        database,
        PostRow.select(withdrawn: false)
          + """
           AND number IN (
            SELECT number FROM post WHERE created_at >= ?1
            UNION SELECT number FROM post WHERE edited_at >= ?1)
          """)
      statement.bind(1, time.milliseconds)
      var posts: [Post] = []
      while try statement.step() { posts.append(PostRow.post(statement)) }
      return posts.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }
  }
}
