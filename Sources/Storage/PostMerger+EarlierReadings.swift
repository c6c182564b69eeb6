// A file that is read again: what earlier readings of it brought goes, and what stays ends as if it was read once.
import Discussion
import GRDB

extension PostMerger {
  /// Removes what only earlier readings of this content brought; gives how many posts went.
  func removeEarlierReadings(of file: ImportFile) throws -> Int {
    let names: StatementArguments = ["content": file.sha256, "reading": reading]
    for sql in MergeSQL.forgetEarlierReadings { try database.execute(sql: sql, arguments: names) }
    guard !superseded.isEmpty else { return 0 }
    let here: StatementArguments = ["content": file.sha256, "reading": reading, "firstEntry": firstEntry]
    let left = try Int64.fetchAll(database, sql: MergeSQL.leftByThisReading, arguments: here)
    if !coverages.isEmpty { uncertain.formUnion(left) }
    try database.execute(sql: MergeSQL.forgetEarlierSightings, arguments: names)
    for sql in MergeSQL.forgetEarlierRevisions { try database.execute(sql: sql, arguments: names) }
    try database.execute(sql: MergeSQL.forgetEarlierPlaces, arguments: names)
    for number in try Int64.fetchAll(database, sql: MergeSQL.withoutText, arguments: names) {
      if let newest = try newestText(of: texts(of: number).filter { $0.revision != nil }).revision {
        try promote(newest, of: number)
      }
    }
    try database.execute(sql: MergeSQL.keepMarks, arguments: names)
    for sql in MergeSQL.forgetEarlierStates { try database.execute(sql: sql, arguments: names) }
    try database.execute(sql: MergeSQL.removeMisread, arguments: names)
    let removed = database.changesCount
    try database.execute(sql: MergeSQL.forgetMovedSightings)
    let touched = try Int64.fetchAll(
      database, sql: MergeSQL.touchedWithRevisions, arguments: ["firstEntry": firstEntry])
    for number in Set(touched + left).sorted() { try settle(number) }
    try Openings.reopen(database)
    return removed
  }

  /// A text of a post, with the places where it was read.
  private struct StoredText {
    /// Its revision; nil for the post's own text.
    var revision: Int64?
    /// When it was written.
    var time: Int64
    var isEdited: Bool
    var isKept: Bool
    var entries: [Int64]
  }

  /// Puts the newest text of a post in its place, where another stands there.
  private func settle(_ number: Int64) throws {
    let texts = try texts(of: number)
    guard texts.count > 1, texts.allSatisfy(\.isKept), let newest = try newestText(of: texts).revision
    else { return }
    try keepStoredText(number)
    try promote(newest, of: number)
  }

  /// The texts of a post, its own first.
  private func texts(of number: Int64) throws -> [StoredText] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT NULL AS revision, coalesce(edited_at, created_at) AS time, edited_at IS NOT NULL AS is_edited,
          text_tag IS NULL AND (title IS NOT NULL OR body <> '') AS is_kept, entry FROM post WHERE number = :post
        UNION ALL
        SELECT older.id, coalesce(older.edited_at, created_at), older.edited_at IS NOT NULL, older.text_tag IS NULL,
          older.entry FROM revision AS older JOIN post ON number = older.post WHERE older.post = :post
        """, arguments: ["post": number])
    return try rows.map { row in
      let revision: Int64? = row["revision"]
      let others = try Int64.fetchAll(
        database, sql: "SELECT entry FROM sighting WHERE post = ? AND revision IS ?",
        arguments: [number, revision])
      return StoredText(
        revision: revision, time: row["time"], isEdited: row["is_edited"], isKept: row["is_kept"],
        entries: [row["entry"]] + others)
    }
  }

  private func newestText(of texts: [StoredText]) throws -> StoredText {
    var newest = texts[0]
    for text in texts.dropFirst() where try isNewer(text, than: newest) { newest = text }
    return newest
  }

  private func isNewer(_ text: StoredText, than other: StoredText) throws -> Bool {
    if text.isEdited || other.isEdited, text.time != other.time { return text.time > other.time }
    if let mine = try order.newest(text.entries), let theirs = try order.newest(other.entries) {
      switch try order.order(mine, theirs) {
      case .newer: return true
      case .older: return false
      case .undecided: break
      }
    }
    return try order.arrival(text.entries) > order.arrival(other.entries)
  }

  /// An older text becomes the post's text.
  private func promote(_ revision: Int64, of number: Int64) throws {
    try database.execute(
      sql: MergeSQL.promote, arguments: ["night": night.number, "revision": revision])
    try database.execute(sql: "DELETE FROM aside WHERE post = ?", arguments: [number])
    try database.execute(
      sql: """
        INSERT INTO aside (post, as_written)
        SELECT post, as_written FROM revision WHERE id = ? AND as_written IS NOT NULL
        """, arguments: [revision])
    try forgetRevision(revision, of: number)
  }
}
