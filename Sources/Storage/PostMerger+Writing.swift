// The statements with which a file changes posts that are stored.
import Discussion
import GRDB

extension PostMerger {
  /// Keeps the stored text as a revision, because a newer one comes.
  func keepStoredText(_ stored: StoredPost) throws {
    try database.execute(
      sql: """
        INSERT INTO revision (post, edited_at, night, entry, record, line, byte, title, body, text_tag, as_written)
        SELECT number, edited_at, ?, entry, record, line, byte, title, body, text_tag, as_written
        FROM post LEFT JOIN aside ON aside.post = post.number WHERE number = ?
        """, arguments: [night.number, stored.number])
  }

  /// Keeps the place of a post without text, because its text comes from elsewhere.
  func keepStoredPlace(_ stored: StoredPost) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO sighting (post, entry, record, line, byte)
        SELECT number, entry, record, line, byte FROM post WHERE number = ?
        """, arguments: [stored.number])
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
    guard let aside else { return }
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
    try update.run()
  }

  func isKnownRevision(_ post: Post, of number: Int64) throws -> Bool {
    let texts = try Row.fetchCursor(
      database, sql: "SELECT title, body, text_tag FROM revision WHERE post = ?", arguments: [number])
    let mine = textTag(post)
    while let row = try texts.next() {
      if let tag: String = row["text_tag"] {
        if tag == mine { return true }
        continue
      }
      if TextFolding.same(row["title"] ?? "", post.title ?? ""), TextFolding.same(row["body"], post.body) {
        return true
      }
    }
    return false
  }

  /// Which text is newer by the dates of the exports that they stand in.
  func orderByExport(_ stored: StoredPost) throws -> Order {
    guard let mine = file.exportedAt?.milliseconds, stored.entry < firstEntry,
      let other = try exportDate(stored.entry)
    else { return .undecided }
    return mine == other ? .undecided : mine > other ? .newer : .older
  }

  func exportDate(_ entry: Int64) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: "SELECT exported_at FROM reading WHERE id = (SELECT reading FROM entry WHERE id = ?)",
      arguments: [entry])
  }

  /// Marks the posts that a complete export should have and does not; gives their number.
  func markMissing(source: String, range: ClosedRange<Int64>, marker: Int64) throws -> Int {
    try database.execute(
      sql: "INSERT INTO coverage (reading, source, first, last) VALUES (?, ?, ?, ?)",
      arguments: [reading, source, range.lowerBound, range.upperBound])
    try database.execute(
      sql: MergeSQL.markMissing,
      arguments: [
        "marker": marker, "night": night.number, "source": source, "first": range.lowerBound,
        "last": range.upperBound, "firstEntry": firstEntry, "exportedAt": file.exportedAt?.milliseconds,
      ])
    return database.changesCount
  }

  /// Removes what only earlier readings of this content brought; gives how many posts went.
  func removeEarlierReadings(of file: ImportFile) throws -> Int {
    let names: StatementArguments = ["content": file.sha256, "reading": reading]
    for sql in MergeSQL.forgetEarlierReadings { try database.execute(sql: sql, arguments: names) }
    guard !superseded.isEmpty else { return 0 }
    for sql in MergeSQL.forgetEarlierPlaces { try database.execute(sql: sql, arguments: names) }
    try database.execute(sql: MergeSQL.removeMisread, arguments: names)
    let removed = database.changesCount
    try database.execute(sql: MergeSQL.forgetMovedSightings)
    return removed
  }
}
