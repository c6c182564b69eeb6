// The statements with which a file changes posts that are stored.
import Discussion
import GRDB

extension PostMerger {
  /// Keeps the stored text as a revision, with its places, because a newer one comes.
  func keepStoredText(_ number: Int64) throws {
    try database.execute(
      sql: """
        INSERT INTO revision (post, edited_at, night, entry, record, line, byte, title, body, text_tag, as_written)
        SELECT number, edited_at, ?, entry, record, line, byte, title, body, text_tag, as_written
        FROM post LEFT JOIN aside ON aside.post = post.number WHERE number = ?
        """, arguments: [night.number, number])
    try database.execute(
      sql: "UPDATE sighting SET revision = ? WHERE post = ? AND revision IS NULL",
      arguments: [database.lastInsertedRowID, number])
  }

  /// Keeps the place of a post, because its text comes from elsewhere.
  func keepStoredPlace(_ stored: StoredPost) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO sighting (post, entry, record, line, byte, revision)
        SELECT number, entry, record, line, byte, ? FROM post WHERE number = ?
        """, arguments: [stored.isBareMark ? 0 : nil, stored.number])
  }

  /// Keeps a text that is older than the stored one.
  func keep(_ post: Post, _ aside: PostAside?, of number: Int64, entry: Int64, place: Provenance) throws {
    revise.bind(1, number)
    revise.bind(2, post.editedAt?.milliseconds)
    revise.bind(3, night.number)
    revise.bind(4, entry)
    revise.bind(5, place.record)
    revise.bind(6, place.line)
    revise.bind(7, place.byte)
    revise.bind(8, post.title)
    revise.bind(9, post.body)
    revise.bind(10, aside?.asWritten)
    try revise.run()
  }

  /// Keeps what stands beside a post's words, in the place of what stood there.
  func write(_ aside: PostAside?, number: Int64) throws {
    forgetAside.bind(1, number)
    try forgetAside.run()
    if let aside { try add(aside, number: number) }
  }

  /// Keeps what stands beside the words of a new post.
  func add(_ aside: PostAside, number: Int64) throws {
    keepAside.bind(1, number)
    keepAside.bind(2, aside.quoted)
    keepAside.bind(3, aside.signature)
    keepAside.bind(4, aside.asWritten)
    keepAside.bind(5, aside.attachments)
    try keepAside.run()
  }

  func write(text post: Post?, number: Int64, entry: Int64, place: Provenance) throws {
    updateText.bind(1, number)
    updateText.bind(2, entry)
    updateText.bind(3, place.record)
    updateText.bind(4, place.line)
    updateText.bind(5, place.byte)
    updateText.bind(6, post == nil ? 0 : 1)
    updateText.bind(7, post?.title)
    updateText.bind(8, post?.body)
    try updateText.run()
  }

  func write(_ fields: MergedPost.Fields, number: Int64) throws {
    update.bind(1, number)
    update.bind(2, fields.thread)
    update.bind(3, fields.parent)
    update.bind(4, fields.kind)
    update.bind(5, fields.author)
    update.bind(6, fields.channel)
    update.bind(7, fields.createdAt)
    update.bind(8, fields.editedAt)
    update.bind(9, fields.state.rawValue)
    update.bind(10, fields.stateEntry)
    update.bind(11, fields.changedNight)
    update.bind(12, fields.isOpeningAssumed ? 1 : 0)
    try update.run()
  }

  /// Notes that a post was seen at a place.
  ///
  /// - Parameter revision: the older text that it has there; 0 for a bare mark that it was taken away, nil for its text.
  func sight(_ number: Int64, _ read: Waiting, as revision: Int64?) throws {
    try sight(number, entry: read.entry, read.place, as: revision)
  }

  /// Notes that a post was seen at a place of an entry.
  func sight(_ number: Int64, entry: Int64, _ place: Provenance, as revision: Int64?) throws {
    sight.bind(1, number)
    sight.bind(2, entry)
    sight.bind(3, place.record)
    sight.bind(4, place.line)
    sight.bind(5, place.byte)
    sight.bind(6, revision)
    try sight.run()
  }

  /// Notes that an older text was seen once more; one that only earlier readings of this content knew is known from this
  /// one now.
  func noteKnown(_ change: MergedPost, _ read: Waiting) throws {
    guard let known = change.known else { return }
    guard superseded.contains(known.entry) else {
      return try sight(change.stored.number, read, as: known.id)
    }
    try database.execute(
      sql: """
        UPDATE revision SET entry = :entry, record = :record, line = :line, byte = :byte, edited_at = :edited,
          title = CASE WHEN text_tag IS NULL THEN :title END, body = CASE WHEN text_tag IS NULL THEN :body ELSE '' END,
          as_written = CASE WHEN text_tag IS NULL THEN :written END
        WHERE id = :id
        """,
      arguments: [
        "entry": read.entry, "record": read.place.record, "line": read.place.line, "byte": read.place.byte,
        "edited": read.post.editedAt?.milliseconds, "title": read.post.title, "body": read.post.body,
        "written": read.aside?.asWritten, "id": known.id,
      ])
  }

  /// An older text that is the post's text again: its places become places of the post's text.
  func dissolve(_ known: StoredRevision, of number: Int64) throws {
    if !superseded.contains(known.entry) {
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO sighting (post, entry, record, line, byte)
          SELECT post, entry, record, line, byte FROM revision WHERE id = ?
          """, arguments: [known.id])
    }
    try forgetRevision(known.id, of: number)
  }

  /// Takes a revision away whose text is the post's own now.
  func forgetRevision(_ revision: Int64, of number: Int64) throws {
    try database.execute(
      sql: "UPDATE sighting SET revision = NULL WHERE post = ? AND revision = ?",
      arguments: [number, revision])
    try database.execute(sql: "DELETE FROM revision WHERE id = ?", arguments: [revision])
  }
}
