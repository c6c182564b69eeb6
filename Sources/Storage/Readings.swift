// The rows about files that were read: finding a known content, and what a night found.
import Discussion
import GRDB

/// Rows of `reading` and `night_file`.
enum Readings {
  /// A file that was really read, or refused.
  struct Known {
    let id: Int64
    let path: String
    let sha256: String?
    let bytes: Int
    let mappingHash: String
    let readerVersion: String
    let night: CalendarDay
    let format: String?
    let outcome: FileReport.Outcome
    let reason: String?
    let message: String?
    let counts: ImportCounts

    init(_ row: Row) {
      id = row["id"]
      path = row["path"]
      sha256 = row["sha256"]
      bytes = row["bytes"]
      mappingHash = row["mapping_hash"]
      readerVersion = row["reader_version"]
      night = CalendarDay(number: row["night"])
      format = row["format"]
      outcome = FileReport.Outcome(rawValue: row["outcome"]) ?? .refused
      reason = row["reason"]
      message = row["message"]
      var counts = ImportCounts()
      for field in ImportCounts.fields { counts[keyPath: field.path] = row[field.name] }
      self.counts = counts
    }

    /// What a night says of it: the whole story on the night that read it, "unchanged" for copies and later nights.
    func report(path: String, night: CalendarDay) -> FileReport {
      let isFresh = night == self.night && path == self.path
      let wasRead = outcome == .accepted || outcome == .quarantined
      return FileReport(
        path: path, sha256: sha256, bytes: bytes, outcome: isFresh || !wasRead ? outcome : .unchanged,
        readOn: self.night, format: format, reason: reason, message: message,
        counts: isFresh ? counts : ImportCounts())
    }
  }

  /// The latest reading of a file's content, when it need not be read again.
  static func latest(_ database: Database, of file: ImportFile) throws -> Known? {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM reading WHERE sha256 = ? ORDER BY id DESC LIMIT 1",
      arguments: [file.sha256])
    guard let known = row.map(Known.init), known.mappingHash == file.mappingHash,
      known.readerVersion == file.readerVersion, known.outcome != .deferred
    else { return nil }
    return known
  }

  /// A new row for a file that is going to be read.
  static func insert(
    _ database: Database, path: String, file: ImportFile?, bytes: Int, night: CalendarDay
  ) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO reading (path, sha256, bytes, mapping_hash, reader_version, exported_at, night, outcome)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'accepted')
        """,
      arguments: [
        path, file?.sha256, bytes, file?.mappingHash ?? "", file?.readerVersion ?? "",
        file?.exportedAt?.milliseconds, night.number,
      ])
    return database.lastInsertedRowID
  }

  /// Notes that a night found a file. What the same night noted before of the same file gives way.
  static func note(_ database: Database, reading: Int64, path: String, night: CalendarDay) throws {
    try database.execute(
      sql: """
        DELETE FROM night_file WHERE night = :night AND path = :path AND reading IN (
          SELECT id FROM reading WHERE id <> :reading
            AND (sha256 IS NULL OR sha256 IS (SELECT sha256 FROM reading WHERE id = :reading)))
        """, arguments: ["night": night.number, "path": path, "reading": reading])
    try database.execute(
      sql: "INSERT OR IGNORE INTO night_file (night, path, reading) VALUES (?, ?, ?)",
      arguments: [night.number, path, reading])
  }
}

extension FileReport.Outcome {
  init(_ outcome: FileRefusal.Outcome) {
    switch outcome {
    case .refused: self = .refused
    case .ignored: self = .ignored
    case .deferred: self = .deferred
    }
  }
}
