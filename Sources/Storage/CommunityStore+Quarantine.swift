// What stands in quarantine, with what a person needs to find it, to look at it and to have it read again.
import Discussion
import Foundation
import GRDB

/// A record that could not be read, or a file of which nothing could be kept.
public struct QuarantineItem: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable {
    /// A record; the rest of its file was read.
    case record = "R"
    /// A whole file.
    case file = "B"
  }
  /// What it is.
  public var kind: Kind
  /// Its number among those of its kind. A file that is read again gets new numbers.
  public var number: Int64
  /// The record, or of a file the reason and nothing else.
  public var record: QuarantinedRecord
  /// The SHA-256 of the file's bytes; nil when it could not be read.
  public var sha256: String?
  /// The night on which it came in quarantine.
  public var night: CalendarDay

  /// What people name it by: `R12` or `B7`.
  public var name: String { kind.rawValue + String(number) }
}

extension CommunityStore {
  /// All records in quarantine, and the files that the last night, or who read after it, could not read: by file, entry and record.
  public func quarantineItems() throws(StoreError) -> [QuarantineItem] {
    try read { database in
      let records = try Row.fetchAll(
        database,
        sql: """
          SELECT reading.path, reading.sha256, reading.night, quarantine.*
          FROM quarantine JOIN reading ON reading.id = quarantine.reading
          ORDER BY reading.path, reading.sha256, entry, record, quarantine.id
          """
      ).map { row in
        QuarantineItem(
          kind: .record, number: row["id"],
          record: QuarantinedRecord(
            place: Provenance(
              file: row["path"], entry: row["entry"], record: row["record"], line: row["line"],
              byte: row["byte"]),
            reason: row["reason"], message: row["message"], raw: Array(row["raw"] as Data)),
          sha256: row["sha256"], night: CalendarDay(number: row["night"]))
      }
      let files = try Row.fetchAll(
        database,
        sql: """
          SELECT night_file.path AS found_path, reading.* FROM night_file
          JOIN reading ON reading.id = night_file.reading
          WHERE outcome IN ('refused', 'deferred')
            AND night_file.night >= coalesce((SELECT max(as_of) FROM run WHERE status = 'published'), 0)
            AND NOT EXISTS (
              SELECT 1 FROM night_file AS later WHERE later.path = night_file.path AND later.night > night_file.night)
          ORDER BY night_file.path, reading.sha256, reading.id
          """
      ).map { row in
        QuarantineItem(
          kind: .file, number: row["id"],
          record: QuarantinedRecord(
            place: Provenance(
              file: row["found_path"], entry: row["place_entry"] ?? "", record: row["place_record"] ?? 0,
              line: row["place_line"], byte: row["place_byte"]),
            reason: row["reason"] ?? "", message: row["message"] ?? ""),
          sha256: row["sha256"], night: CalendarDay(number: row["night"]))
      }
      return files + records
    }
  }
}
