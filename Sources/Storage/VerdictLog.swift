// The log of what monitors decided about posts: it only grows, and outlives every run.
import Discussion
import GRDB

extension CommunityStore {
  /// The log of verdicts, oldest first.
  public func verdictLog() throws(StoreError) -> [Verdict] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM verdict ORDER BY number").compactMap(
        Verdict.init)
    }
  }

  /// What the log comes down to.
  public func verdicts() throws(StoreError) -> Verdicts { Verdicts(try verdictLog()) }

  /// Adds lines to the log, all or none. Their numbers must follow on the log's last.
  public func append(_ lines: [Verdict]) throws(StoreError) {
    try write { try VerdictLog.append(lines, to: $0) }
  }
}

/// Rows of `verdict`.
enum VerdictLog {
  static func append(_ lines: [Verdict], to database: Database) throws {
    var next =
      try Int.fetchOne(database, sql: "SELECT coalesce(max(number), 0) + 1 FROM verdict") ?? 1
    for line in lines {
      guard line.number == next else {
        throw StoreError.verdictOutOfOrder(line.number, expected: next)
      }
      next += 1
      try database.execute(
        sql: """
          INSERT INTO verdict (number, recorded_on, recorded_by, action, post, version, verdict, about, shown, until, other,
            note, file, line, row_hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """, arguments: arguments(line))
    }
  }

  private static func arguments(_ line: Verdict) -> StatementArguments {
    var (file, row, hash): (String?, Int?, String?)
    if case .row(let path, let number, let digest) = line.source {
      (file, row, hash) = (path, number, digest)
    }
    var other: Int?
    if case .withdraw(let number) = line.action { other = number }
    let (judgement, quotation) = (line.judgement, line.quotation)
    let version = judgement?.version ?? quotation?.version
    return [
      line.number, line.recordedOn.number, line.by,
      judgement != nil ? "judge" : quotation != nil ? "quote" : "withdraw", line.post?.description,
      version?.description, judgement?.kind.rawValue ?? quotation?.answer.rawValue,
      judgement.flatMap { $0.about.isEmpty ? nil : codes($0.about) },
      judgement.map { codes($0.shown) },
      judgement?.until?.number, other, line.note, file, row, hash,
    ]
  }

  private static func codes(_ reasons: [ReviewReason]) -> String {
    reasons.map(\.code).joined(separator: "|")
  }

  fileprivate static func reasons(_ codes: String?) -> [ReviewReason] {
    (codes ?? "").split(separator: "|").compactMap { ReviewReason(code: String($0)) }
  }
}

extension Verdict {
  fileprivate init?(_ row: Row) {
    let action: Action
    switch row["action"] as String {
    case "withdraw": action = .withdraw(row["other"] ?? 0)
    case "quote":
      guard let post: String = row["post"],
        let version = (row["version"] as String?).flatMap({ TextVersion($0) }),
        let answer = (row["verdict"] as String?).flatMap(QuoteAnswer.init(rawValue:))
      else { return nil }
      action = .quote(Quotation(post: PostID(post), version: version, answer: answer))
    default:
      guard let post: String = row["post"],
        let version = (row["version"] as String?).flatMap({ TextVersion($0) }),
        let kind = (row["verdict"] as String?).flatMap(VerdictKind.init(rawValue:))
      else { return nil }
      action = .judge(
        Judgement(
          post: PostID(post), version: version, kind: kind, about: VerdictLog.reasons(row["about"]),
          shown: VerdictLog.reasons(row["shown"]),
          until: (row["until"] as Int?).map(CalendarDay.init(number:))))
    }
    var source = LogSource.command
    if let file: String = row["file"] {
      source = .row(file: file, line: row["line"] ?? 0, hash: row["row_hash"] ?? "")
    }
    self.init(
      number: row["number"], action: action, note: row["note"],
      recordedOn: CalendarDay(number: row["recorded_on"]), by: row["recorded_by"], source: source)
  }
}
