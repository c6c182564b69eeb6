// The store as text, in which two stores that know the same are the same: for tests and for people who compare.
import Discussion
import GRDB

extension CommunityStore {
  /// Which part of the store a dump shows.
  public enum DumpPart: Hashable, Sendable, CaseIterable {
    /// Posts, older texts, places, members: independent of the order in which files came.
    case content
    /// What nights did with files, and what stands in quarantine.
    case files
    /// Runs with their stages and what they derived, without times. Starts of the program that were killed leave nothing.
    case runs
    /// What people decided about topics, signals and posts.
    case corrections
  }

  /// The store's contents as text: a line per row, sorted, without internal numbers, times of runs or durations.
  public func dump(_ parts: Set<DumpPart> = Set(DumpPart.allCases)) throws(StoreError) -> String {
    try read { database in
      var lines: [String] = []
      for part in DumpPart.allCases where parts.contains(part) {
        for (name, sql) in part.tables {
          lines += try Row.fetchAll(database, sql: sql).map { row in
            name + "\t" + row.map { column, value in "\(column)=\(Self.text(value))" }.joined(separator: "\t")
          }.sorted()
        }
        if part == .runs { lines += try NeighbourRows.dump(database) }
      }
      return lines.map { $0 + "\n" }.joined()
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "NULL"
    case .int64(let value): String(value)
    case .double(let value): "\(value)"
    case .string(let value): value.debugDescription
    case .blob(let value): "x" + Hexadecimal.text(value)
    }
  }
}

extension CommunityStore.DumpPart {
  private static let place = """
    reading.sha256 AS file, entry.path AS entry, found.record, found.line, found.byte
    """
  private static let places = """
    JOIN entry ON entry.id = found.entry JOIN reading ON reading.id = entry.reading
    """
  private static let counts = ImportCounts.fields.map(\.name).joined(separator: ", ")

  /// The part's tables, with natural keys instead of internal numbers.
  fileprivate var tables: [(name: String, sql: String)] {
    switch self {
    case .content:
      [
        (
          "post",
          """
          SELECT id, source, thread, parent, kind, author, channel, created_at, edited_at, state, first_night,
            changed_night, title, body FROM post
          """
        ),
        (
          "revision",
          "SELECT post.id AS post, revision.edited_at, revision.title, revision.body FROM revision JOIN post ON post.number = revision.post"
        ),
        (
          "place",
          """
          SELECT post.id AS post, \(Self.place) FROM (
            SELECT number AS post, entry, record, line, byte FROM post
            UNION SELECT post, entry, record, line, byte FROM sighting
            UNION SELECT post, entry, record, line, byte FROM revision) AS found
          JOIN post ON post.number = found.post \(Self.places)
          """
        ),
        (
          "kept_question",
          "SELECT id AS post, ordinal, text FROM kept_question JOIN post ON post.number = kept_question.post"
        ),
        (
          "aside",
          """
          SELECT id AS post, quoted, signature, as_written, attachments FROM aside JOIN post ON post.number = aside.post
          """
        ),
        ("member", "SELECT * FROM member"),
        ("setting", "SELECT * FROM setting"),
      ]
    case .files:
      [
        (
          "reading",
          """
          SELECT path, sha256, bytes, mapping_hash, reader_version, exported_at, night, format, outcome, reason, message,
            place_entry, place_record, place_line, place_byte, \(Self.counts) FROM reading
          """
        ),
        (
          "coverage",
          "SELECT reading.path, reading.sha256, source, first, last FROM coverage JOIN reading ON reading.id = reading"
        ),
        (
          "night",
          "SELECT night_file.night, night_file.path, sha256 FROM night_file JOIN reading ON reading.id = reading"
        ),
        (
          "quarantine",
          """
          SELECT path, sha256, quarantine.entry, record, line, byte, quarantine.reason, quarantine.message, raw
          FROM quarantine JOIN reading ON reading.id = reading
          """
        ),
        ("resource", "SELECT * FROM resource"),
        ("resource_list", "SELECT * FROM resource_list"),
      ]
    case .runs:
      [
        ("run", "SELECT * FROM run"),
        ("stage", "SELECT run, position, name, status, counts FROM stage"),
        ("signal_first_published", "SELECT * FROM signal_first_published"),
        ("topic_history", "SELECT * FROM topic_history"),
        ("week_report", "SELECT * FROM week_report"),
      ]
        + DerivedTables.all.map { table in
          guard let columns = DerivedTables.aboutPosts[table] else {
            return (table, "SELECT * FROM \(table)")
          }
          return (
            table,
            "SELECT run, post.id AS post, \(columns) FROM \(table) JOIN post ON post.number = \(table).post"
          )
        }
    case .corrections:
      [
        ("correction", "SELECT * FROM correction"), ("decision", "SELECT * FROM decision"),
        ("tombstone", "SELECT * FROM tombstone"),
        ("verdict", "SELECT * FROM verdict"),
      ]
    }
  }
}
