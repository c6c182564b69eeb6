// The log of what people decided about signals: it only grows, and outlives every run.
import Discussion
import GRDB

extension CommunityStore {
  /// The log of decisions, oldest first.
  public func decisionLog() throws(StoreError) -> [Decision] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM decision ORDER BY number").compactMap(Decision.init)
    }
  }

  /// What the log comes down to.
  public func decisions() throws(StoreError) -> Decisions { Decisions(try decisionLog()) }

  /// Whether the inbox held another content under this file's name when it was last read: a file that people change back
  /// holds rows that are meant anew.
  public func wasOtherwise(_ file: ImportFile) throws(StoreError) -> Bool {
    try read { database in
      let latest = try Row.fetchOne(
        database, sql: "SELECT sha256 FROM reading WHERE path = ? ORDER BY id DESC LIMIT 1",
        arguments: [file.path])
      return latest.map { ($0["sha256"] as String?) != file.sha256 } ?? false
    }
  }

  /// Adds lines to the log, all or none. Their numbers must follow on the log's last.
  public func append(_ lines: [Decision]) throws(StoreError) {
    try write { try DecisionLog.append(lines, to: $0) }
  }
}

/// Rows of `decision`.
enum DecisionLog {
  static func append(_ lines: [Decision], to database: Database) throws {
    var next = try Int.fetchOne(database, sql: "SELECT coalesce(max(number), 0) + 1 FROM decision") ?? 1
    for line in lines {
      guard line.number == next else { throw StoreError.decisionOutOfOrder(line.number, expected: next) }
      next += 1
      try database.execute(
        sql: """
          INSERT INTO decision (number, recorded_on, recorded_by, action, signal, topic, kind, day, usefulness, other,
            shown, note, file, line, row_hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """, arguments: arguments(line))
    }
  }

  private static func arguments(_ line: Decision) -> StatementArguments {
    var (file, row, hash): (String?, Int?, String?)
    if case .row(let path, let number, let digest) = line.source {
      (file, row, hash) = (path, number, digest)
    }
    let action = line.action.columns
    return [
      line.number, line.recordedOn.number, line.by, action.name, line.signal?.description,
      line.topic?.number, action.kind, action.day, action.usefulness, action.other, line.shown?.text,
      line.note, file, row, hash,
    ]
  }
}

extension Decision.Action {
  /// The columns of `decision` that say what is recorded.
  fileprivate struct Columns {
    var name: String
    var kind: String?
    var day: Int?
    var usefulness: String?
    var other: Int?
  }

  fileprivate var columns: Columns {
    switch self {
    case .decide(let kind, let date): Columns(name: "decide", kind: kind.rawValue, day: date?.number)
    case .rate(let usefulness): Columns(name: "rate", usefulness: usefulness.rawValue)
    case .hold(let date): Columns(name: "hold", day: date.number)
    case .withdraw(let line): Columns(name: "withdraw", other: line)
    }
  }

  fileprivate init?(_ row: Row) {
    let day = (row["day"] as Int?).map(CalendarDay.init(number:))
    let kind = (row["kind"] as String?).flatMap(DecisionKind.init(rawValue:))
    let usefulness = (row["usefulness"] as String?).flatMap(Usefulness.init(rawValue:))
    switch (row["action"] as String, kind, usefulness, day) {
    case ("decide", let kind?, _, let day): self = .decide(kind, date: day)
    case ("rate", _, let usefulness?, _): self = .rate(usefulness)
    case ("hold", _, _, let day?): self = .hold(day)
    case ("withdraw", _, _, _): self = .withdraw(row["other"] ?? 0)
    default: return nil
    }
  }
}

extension Decision {
  fileprivate init?(_ row: Row) {
    guard let action = Action(row) else { return nil }
    var source = LogSource.command
    if let file: String = row["file"] {
      source = .row(file: file, line: row["line"] ?? 0, hash: row["row_hash"] ?? "")
    }
    self.init(
      number: row["number"], signal: (row["signal"] as String?).flatMap { SignalID($0) },
      topic: (row["topic"] as Int?).map(TopicID.init(number:)), action: action, note: row["note"],
      recordedOn: CalendarDay(number: row["recorded_on"]), by: row["recorded_by"],
      shown: (row["shown"] as String?).flatMap { ShownSignal(text: $0) }, source: source)
  }
}
