// Takes people and posts out of the store, within one transaction.
import Discussion
import Foundation
import GRDB

/// One erasure. Rows that say something of a post go with it: their tables refer to it `ON DELETE CASCADE`. What holds
/// texts in another way is looked after here by name: a table with texts that is added later has to be added here too.
struct Eraser {
  /// What stands in a log where it named an erased post.
  static let erasedPost = "gewist"
  /// What stands in a log for the hash of its text.
  static let erasedVersion = "v0000000000000000"

  let database: Database
  let request: ErasureRequest
  let pseudonymiser: Pseudonymiser
  let naming: RecordNaming
  var counts = ErasureCounts()

  init(
    _ database: Database, _ request: ErasureRequest, _ pseudonymiser: Pseudonymiser, _ naming: RecordNaming
  ) {
    self.database = database
    self.request = request
    self.pseudonymiser = pseudonymiser
    self.naming = naming
  }

  /// The posts that are meant.
  static func posts(_ database: Database, _ request: ErasureRequest) throws -> [(number: Int64, id: String)] {
    let rows = try Statement(database, "SELECT number, id, author FROM post ORDER BY id")
    var posts: [(number: Int64, id: String)] = []
    while try rows.step() {
      let isTheirs = rows.optionalText(2).map { request.authors.contains(MemberID($0)) } ?? false
      if isTheirs || request.posts.contains(PostID(rows.text(1))) {
        posts.append((rows.integer(0), rows.text(1)))
      }
    }
    return posts
  }

  /// Everything that those posts say.
  static func texts(_ database: Database, of posts: [(number: Int64, id: String)]) throws -> ErasableTexts {
    let rows = try Statement(
      database,
      """
      SELECT title, body FROM post WHERE number = ?1 UNION ALL SELECT title, body FROM revision WHERE post = ?1
      """)
    var found = ErasableTexts(posts: posts.map { PostID($0.id) }, texts: [], embedded: [])
    for post in posts {
      rows.bind(1, post.number)
      while try rows.step() {
        let (title, body) = (rows.optionalText(0), rows.text(1))
        found.texts += [title, body].compactMap { $0 }.filter { !$0.isEmpty }
        found.embedded.append(TextHash(of: title.map { $0 + "\n" + body } ?? body))
      }
      rows.reset()
    }
    return found
  }

  /// Takes everything out. Nothing of it may be kept when this throws.
  mutating func erase(_ wording: ErasedWording) throws {
    try set("erasing", to: "1")
    let posts = try Self.posts(database, request)
    let texts = try Self.texts(database, of: posts)
    try bury(posts)
    try clearReferences(to: posts)
    try clearVerdicts(on: posts)
    try forgetVectors(texts.embedded)
    let entries = try entries(of: posts)
    for post in posts {
      counts.revisions +=
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM revision WHERE post = ?", arguments: [post.number]) ?? 0
      try database.execute(sql: "DELETE FROM post WHERE number = ?", arguments: [post.number])
    }
    counts.posts = posts.count
    // Reports hold counts and no words of posts. Those of weeks that are over stay; the newest is made anew without the posts
    // by the next night of its week.
    if !posts.isEmpty {
      try database.execute(
        sql: "UPDATE week_report SET is_complete = 0 WHERE week = (SELECT max(week) FROM week_report)")
    }
    try forgetNames(ofEntries: entries)
    for author in request.authors {
      try database.execute(sql: "DELETE FROM member WHERE id = ?", arguments: [author.description])
      counts.members += database.changesCount
    }
    try forgetQuotes()
    try emptyQuarantine(texts.texts)
    try reword(wording)
    try database.execute(sql: "DELETE FROM setting WHERE name = 'erasing'")
    try set(CommunityStore.unfinishedErasure, to: "1")
  }

  private func set(_ name: String, to value: String) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
  }

  /// Leaves a tombstone for each author and each post.
  private mutating func bury(_ posts: [(number: Int64, id: String)]) throws {
    let authors = request.authors.map { ("author", pseudonymiser.tombstone(author: $0)) }
    let ids = Set(posts.map(\.id)).union(request.posts.map(\.description))
    for (kind, tag) in authors + ids.map({ ("post", pseudonymiser.tombstone(post: $0)) }) {
      try database.execute(
        sql: "INSERT OR IGNORE INTO tombstone (tag, kind, erased_on) VALUES (?, ?, ?)",
        arguments: [tag, kind, request.day.number])
      counts.tombstones += database.changesCount
    }
  }

  /// Answers by others stay where they are, in a conversation without its first post.
  private mutating func clearReferences(to posts: [(number: Int64, id: String)]) throws {
    // Without an index each post would cost a walk through the table.
    let ids = Set(posts.map(\.id))
    let rows = try Statement(database, "SELECT number, parent, thread, source FROM post")
    var answers: [Int64] = []
    var conversations: [(number: Int64, thread: String)] = []
    while try rows.step() {
      if rows.optionalText(1).map(ids.contains) ?? false { answers.append(rows.integer(0)) }
      let thread = rows.text(2)
      if ids.contains(thread) {
        let name = Tombstones.thread(source: rows.text(3), tag: pseudonymiser.tombstone(post: thread))
        conversations.append((rows.integer(0), name.description))
      }
    }
    let theirs = Set(posts.map(\.number))
    for number in answers {
      try database.execute(sql: "UPDATE post SET parent = NULL WHERE number = ?", arguments: [number])
      if !theirs.contains(number) { counts.answers += 1 }
    }
    for (number, thread) in conversations {
      try database.execute(sql: "UPDATE post SET thread = ? WHERE number = ?", arguments: [thread, number])
    }
    let moved = try Row.fetchAll(
      database, sql: "SELECT number, post FROM correction WHERE post IS NOT NULL ORDER BY number")
    for row in moved where ids.contains(row["post"]) {
      try database.execute(
        sql: "UPDATE correction SET post = ? WHERE number = ?",
        arguments: [Self.erasedPost, row["number"] as Int])
      counts.corrections += 1
    }
  }

  /// What monitors decided about the posts stays as a count: which post it was, its text's hash and what was noted go.
  private mutating func clearVerdicts(on posts: [(number: Int64, id: String)]) throws {
    for post in posts {
      try database.execute(
        sql: """
          UPDATE verdict SET post = ?, version = ?, note = NULL, row_hash = CASE WHEN row_hash IS NULL THEN NULL ELSE '' END
          WHERE post = ?
          """, arguments: [Self.erasedPost, Self.erasedVersion, post.id])
      counts.verdicts += database.changesCount
    }
  }

  /// Takes the quotes and signatures of all posts: they may be words of the erased, and nothing in them tells whose they are.
  private mutating func forgetQuotes() throws {
    counts.quotes =
      try Int.fetchOne(
        database,
        sql:
          "SELECT count(*) FROM aside WHERE quoted IS NOT NULL OR signature IS NOT NULL OR as_written IS NOT NULL"
      )
      ?? 0
    // Of a record that quotes somebody nothing is kept, not even a hash: it is read again.
    try database.execute(
      sql:
        "UPDATE post SET record_tag = NULL, record_tag_rest = NULL WHERE number IN (SELECT post FROM aside)")
    try database.execute(sql: "DELETE FROM aside WHERE attachments = 0")
    try database.execute(sql: "UPDATE aside SET quoted = NULL, signature = NULL, as_written = NULL")
    try database.execute(sql: "UPDATE revision SET as_written = NULL WHERE as_written IS NOT NULL")
  }

  private mutating func forgetVectors(_ hashes: [TextHash]) throws {
    for hash in hashes {
      try database.execute(
        sql: "DELETE FROM embedding WHERE text_sha256 = ?",
        arguments: [Data(hash.bytes)])
      counts.vectors += database.changesCount
    }
  }

  /// The entries of archives that the posts were read at.
  private func entries(of posts: [(number: Int64, id: String)]) throws -> Set<Int64> {
    var entries: Set<Int64> = []
    for post in posts {
      entries.formUnion(
        try Int64.fetchAll(
          database,
          sql: """
            SELECT entry FROM post WHERE number = ?1 UNION SELECT entry FROM sighting WHERE post = ?1
            UNION SELECT entry FROM revision WHERE post = ?1
            """, arguments: [post.number]))
    }
    return entries
  }

  /// Takes the names of entries that held nothing else: mails are often named after who wrote them.
  private func forgetNames(ofEntries entries: Set<Int64>) throws {
    guard !entries.isEmpty else { return }
    let used = try Int64.fetchSet(
      database,
      sql: "SELECT entry FROM post UNION SELECT entry FROM sighting UNION SELECT entry FROM revision")
    for entry in entries.subtracting(used).sorted() {
      try database.execute(
        sql: "UPDATE entry SET path = 'gewist-' || id WHERE id = ? AND path <> ''", arguments: [entry])
    }
  }

  /// Empties the records in quarantine that hold their texts or name them, or of which nobody can tell whose they are.
  private mutating func emptyQuarantine(_ texts: [String]) throws {
    let tombstones = try Tombstones(database, pseudonymiser, naming)
    let beginnings = texts.map { Self.beginning(TextFolding.folded($0)) }.filter { !$0.isEmpty }
    let names = request.names.map { $0.lowercased() }.filter { $0.unicodeScalars.count >= 3 }
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, entry, reason, message, raw FROM quarantine WHERE message <> ? ORDER BY id",
      arguments: [QuarantinedRecord.withheldMessage])
    for row in rows {
      let raw: [UInt8] = Array(row["raw"] as Data)
      let message: String = row["message"]
      let text = TextFolding.folded(RecordTokens.plain(raw) + "\n" + message + "\n" + row["entry"])
      let lowered = text.lowercased()
      let record = QuarantinedRecord(
        place: Provenance(file: "", entry: "", record: 0), reason: row["reason"], message: message, raw: raw)
      guard
        tombstones.withholds(record) || names.contains(where: lowered.contains)
          || beginnings.contains(where: text.contains)
      else { continue }
      try database.execute(
        sql: "UPDATE quarantine SET raw = x'', message = ? WHERE id = ?",
        arguments: [QuarantinedRecord.withheldMessage, row["id"] as Int64])
      counts.quarantined += 1
    }
  }

  /// Enough of a text to recognise it, also where it is cut off; nothing of one that anybody could have written.
  private static func beginning(_ text: String) -> String {
    text.unicodeScalars.count < 12 ? "" : String(text.unicodeScalars.prefix(40))
  }
}
