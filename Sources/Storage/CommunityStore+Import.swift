// How a file comes into the store: one transaction, kept whole or not at all.
import Discussion
import Foundation
import GRDB

/// What a reader says of a file that it read to the end.
public struct ReadSummary: Hashable, Sendable {
  /// The format it was recognised as.
  public var format: String?
  /// How many records the reader itself counted; nil when it does not count. When it differs from what was accounted
  /// for, nothing of the file is kept.
  public var records: Int?

  /// A summary from its parts.
  public init(format: String? = nil, records: Int? = nil) {
    self.format = format
    self.records = records
  }
}

extension CommunityStore {
  /// Stores what a file holds, in one transaction.
  ///
  /// A file whose content was read before, under the same mapping and by the same readers, is not read again. Read
  /// again under another mapping or by newer readers, what it brought before is replaced.
  ///
  /// - Parameters:
  ///   - file: what is read.
  ///   - night: the as-of day of the run; a run done again on the same day reports the same.
  ///   - again: whether to read the file although its content is known.
  ///   - tombstones: of whom and what was erased; every reading of posts needs them.
  ///   - read: reads the file, a second time where what is known of its records does not do, and gives every record to the writer. A ``FileRefusal`` that it throws rolls back
  ///     everything and is stored; any other error rolls back everything and is thrown on.
  /// - Returns: what became of the file.
  public func importFile(
    _ file: ImportFile, night: CalendarDay, again: Bool = false, tombstones: Tombstones? = nil,
    read: (ImportWriter) throws -> ReadSummary
  ) throws -> FileReport {
    if !again, let known = try knownFiles([file], night: night)[0] { return known }
    var except: Set<Int64>? = []
    while true {
      do {
        return try readFile(file, night: night, tombstones: tombstones, readingAllOf: except, read: read)
      } catch let error as KnownRecordsComeAgain {
        // Once more with those read; and if that does not do, with all of it read.
        except = except?.isEmpty == true ? error.posts : nil
      }
    }
  }

  private func readFile(
    _ file: ImportFile, night: CalendarDay, tombstones: Tombstones?, readingAllOf except: Set<Int64>?,
    read: (ImportWriter) throws -> ReadSummary
  ) throws -> FileReport {
    var refusal: FileRefusal?
    var stranger: (any Error)?
    let report: FileReport?
    do {
      report = try write { database in
        let writer = try ImportWriter(
          database, file: file, night: night, tombstones: tombstones, readingAllOf: except)
        do {
          let summary = try read(writer)
          return try writer.finish(summary)
        } catch let error where !writer.comingAgain.isEmpty && error is FileRefusal {
          // What is said of the file may have other numbers when all of it is read.
          let again = KnownRecordsComeAgain(posts: writer.comingAgain)
          stranger = again
          throw again
        } catch let error as FileRefusal {
          refusal = error
          throw error
        } catch let error where !(error is DatabaseError || error is StoreError) {
          stranger = error
          throw error
        }
      }
    } catch {
      if let stranger { throw stranger }
      guard refusal != nil else { throw error }
      report = nil
    }
    if let report { return report }
    guard let refusal else { throw StoreError.database(path: path, message: "no report") }
    return try storeRefusal(refusal, path: file.path, file: file, bytes: file.bytes, night: night)
  }

  /// Notes a file that could not even be opened for reading: no regular file, still growing, not readable.
  public func recordRefusal(
    _ refusal: FileRefusal, path: String, bytes: Int = 0, night: CalendarDay
  ) throws(StoreError) -> FileReport {
    try storeRefusal(refusal, path: path, file: nil, bytes: bytes, night: night)
  }

  /// What is known of files by their content, in one transaction: the report of each that need not be read, nil
  /// for each that must be.
  public func knownFiles(_ files: [ImportFile], night: CalendarDay) throws(StoreError) -> [FileReport?] {
    let known = try read { database in
      try files.map { try Readings.latest(database, of: $0) }
    }
    if known.allSatisfy({ $0 == nil }) { return files.map { _ in nil } }
    return try write { database in
      try zip(files, known).map { file, reading in
        guard let reading else { return nil }
        try Readings.note(database, reading: reading.id, path: file.path, night: night)
        return reading.report(path: file.path, night: night)
      }
    }
  }

  /// Whether a file with this content was ever read to its end.
  public func knowsContent(sha256: String) throws(StoreError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql:
          "SELECT EXISTS (SELECT 1 FROM reading WHERE sha256 = ? AND outcome IN ('accepted', 'quarantined'))",
        arguments: [sha256]) ?? false
    }
  }

  private func storeRefusal(
    _ refusal: FileRefusal, path: String, file: ImportFile?, bytes: Int, night: CalendarDay
  ) throws(StoreError) -> FileReport {
    try write { database in
      let id = try Readings.insert(database, path: path, file: file, bytes: bytes, night: night)
      try database.execute(
        sql: """
          UPDATE reading SET outcome = ?, reason = ?, message = ?,
            place_entry = ?, place_record = ?, place_line = ?, place_byte = ? WHERE id = ?
          """,
        arguments: [
          refusal.outcome.rawValue, refusal.reason, refusal.message, refusal.place?.entry,
          refusal.place?.record,
          refusal.place?.line, refusal.place?.byte, id,
        ])
      try Readings.note(database, reading: id, path: path, night: night)
      return FileReport(
        path: path, sha256: file?.sha256, bytes: bytes, outcome: FileReport.Outcome(refusal.outcome),
        readOn: night, reason: refusal.reason, message: refusal.message)
    }
  }

  /// What a night did with the files it found, by path. A run done again on the same day changes nothing here.
  public func fileReports(night: CalendarDay) throws(StoreError) -> [FileReport] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT night_file.path AS found_path, reading.* FROM night_file
          JOIN reading ON reading.id = night_file.reading
          WHERE night_file.night = ? ORDER BY night_file.path, reading.sha256, reading.id
          """, arguments: [night.number])
      return rows.map { Readings.Known($0).report(path: $0["found_path"], night: night) }
    }
  }

  /// What the last nights did with the files they found, oldest night first.
  public func fileHistory(lastNights count: Int, upTo night: CalendarDay) throws(StoreError) -> [(
    night: CalendarDay, report: FileReport
  )] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT night_file.night AS found_night, night_file.path AS found_path, reading.* FROM night_file
          JOIN reading ON reading.id = night_file.reading
          WHERE night_file.night IN (
            SELECT DISTINCT night FROM night_file WHERE night <= ? ORDER BY night DESC LIMIT ?)
          ORDER BY night_file.night, night_file.path, reading.sha256, reading.id
          """, arguments: [night.number, count])
      return rows.map { row in
        let found = CalendarDay(number: row["found_night"])
        return (found, Readings.Known(row).report(path: row["found_path"], night: found))
      }
    }
  }

  /// The path of every content that was ever read, with the first night that read it.
  public func arrivals() throws(StoreError) -> [(path: String, night: CalendarDay)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT path, min(night) AS first FROM reading WHERE outcome IN ('accepted', 'quarantined')
          GROUP BY sha256, path ORDER BY path, first
          """
      ).map { ($0["path"], CalendarDay(number: $0["first"])) }
    }
  }

  /// The nights on which files were found, newest first.
  public func nights() throws(StoreError) -> [CalendarDay] {
    try read {
      try Int.fetchAll($0, sql: "SELECT DISTINCT night FROM night_file ORDER BY night DESC")
        .map(CalendarDay.init(number:))
    }
  }

  /// All files that were really read or refused, by path: the latest reading of each content.
  public func files() throws(StoreError) -> [FileReport] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM reading WHERE sha256 IS NULL
            OR id IN (SELECT max(id) FROM reading GROUP BY sha256)
          ORDER BY path, sha256, id
          """)
      return rows.map { row in
        let reading = Readings.Known(row)
        return reading.report(path: reading.path, night: reading.night)
      }
    }
  }

  /// What stands in quarantine: by file, entry and record.
  public func quarantine(limit: Int = .max) throws(StoreError) -> [QuarantinedRecord] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT reading.path, quarantine.* FROM quarantine JOIN reading ON reading.id = quarantine.reading
          ORDER BY reading.path, reading.sha256, entry, record, quarantine.id LIMIT ?
          """, arguments: [limit])
      return try Array(
        rows.map { row in
          QuarantinedRecord(
            place: Provenance(
              file: row["path"], entry: row["entry"], record: row["record"], line: row["line"],
              byte: row["byte"]),
            reason: row["reason"], message: row["message"], raw: Array(row["raw"] as Data))
        })
    }
  }
}
