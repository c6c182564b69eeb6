// The log of what people decided about topics: it only grows, and outlives every run.
import Discussion
import GRDB

/// A line of the log of corrections, with who recorded it and where it came from.
public struct RecordedCorrection: Hashable, Sendable {
  /// Where a line came from.
  public typealias Source = LogSource

  /// The line.
  public var correction: TopicCorrection
  /// The day it was recorded: for a row of a file the night that read it.
  public var recordedOn: CalendarDay
  /// Who says so, in their own words; nil when they did not say.
  public var by: String?
  /// Why, in their own words.
  public var note: String?
  /// Where it came from.
  public var source: Source

  /// A line from its parts.
  public init(
    correction: TopicCorrection, recordedOn: CalendarDay, by: String? = nil, note: String? = nil,
    source: Source = .command
  ) {
    self.correction = correction
    self.recordedOn = recordedOn
    self.by = by
    self.note = note
    self.source = source
  }
}

extension CommunityStore {
  /// The log of corrections, oldest first. Posts are named by their identity as text: a post that was erased since
  /// leaves the log as it is.
  public func corrections() throws(StoreError) -> [RecordedCorrection] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM correction ORDER BY number").compactMap(
        RecordedCorrection.init)
    }
  }

  /// What the log comes down to.
  public func topicCorrections() throws(StoreError) -> TopicCorrections {
    TopicCorrections(try corrections().map(\.correction))
  }

  /// Adds lines to the log, all or none. Their numbers must follow on the log's last.
  public func append(_ lines: [RecordedCorrection]) throws(StoreError) {
    try write { try CorrectionLog.append(lines, to: $0) }
  }

  /// The hashes of the rows of files that the log took.
  public func knownCorrectionRows() throws(StoreError) -> Set<String> {
    try read {
      Set(
        try String.fetchAll($0, sql: "SELECT DISTINCT row_hash FROM correction WHERE row_hash IS NOT NULL"))
    }
  }

  /// The number that the next topic gets, whoever makes it: above all that any run gave out, and above all that the
  /// log names. Numbers are never used twice.
  public func nextTopicNumber() throws(StoreError) -> Int {
    try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT max(1, coalesce((SELECT max(next_number) FROM topic_state), 1),
            coalesce((SELECT max(number) + 1 FROM topic), 1), coalesce((SELECT max(topic) + 1 FROM correction), 1),
            coalesce((SELECT max(other) + 1 FROM correction WHERE action = 'merge'), 1))
          """) ?? 1
    }
  }

  /// The identities of all posts, also of those that no longer stand, sorted.
  public func postIDs() throws(StoreError) -> [PostID] {
    try read { try String.fetchAll($0, sql: "SELECT id FROM post ORDER BY id").map(PostID.init) }
  }

  /// Whether an earlier night read this very file and had to refuse rows of it: they may be right by now.
  public func refusedRecords(of file: ImportFile, before night: CalendarDay) throws(StoreError) -> Bool {
    try read { database in
      guard let known = try Readings.latest(database, of: file) else { return false }
      return known.night < night && known.counts.quarantined > 0
    }
  }
}

/// Rows of `correction`.
enum CorrectionLog {
  static func append(_ lines: [RecordedCorrection], to database: Database) throws {
    var next = try Int.fetchOne(database, sql: "SELECT coalesce(max(number), 0) + 1 FROM correction") ?? 1
    for line in lines {
      guard line.correction.number == next else {
        throw StoreError.correctionOutOfOrder(line.correction.number, expected: next)
      }
      next += 1
      try database.execute(
        sql: """
          INSERT INTO correction
            (number, recorded_on, recorded_by, action, topic, other, post, title, is_on, note, file, line, row_hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """, arguments: arguments(line))
    }
  }

  private static func arguments(_ line: RecordedCorrection) -> StatementArguments {
    var (file, row, hash): (String?, Int?, String?)
    if case .row(let path, let line, let digest) = line.source { (file, row, hash) = (path, line, digest) }
    let action = line.correction.action.columns
    return [
      line.correction.number, line.recordedOn.number, line.by, action.name, action.topic, action.other,
      action.post, action.title, action.isOn, line.note, file, row, hash,
    ]
  }
}

extension TopicCorrection.Action {
  /// The columns of `correction` that say what was decided.
  struct Columns {
    var name: String
    var topic: Int?
    var other: Int?
    var post: String?
    var title: String?
    var isOn: Int?
  }

  fileprivate var columns: Columns {
    switch self {
    case .rename(let topic, let title): Columns(name: "rename", topic: topic.number, title: title)
    case .merge(let topic, let heir): Columns(name: "merge", topic: topic.number, other: heir.number)
    case .create(let topic, let title): Columns(name: "create", topic: topic.number, title: title)
    case .move(let post, let topic): Columns(name: "move", topic: topic?.number, post: post.description)
    case .pin(let topic, let isOn): Columns(name: "pin", topic: topic.number, isOn: isOn ? 1 : 0)
    case .mute(let topic, let isOn): Columns(name: "mute", topic: topic.number, isOn: isOn ? 1 : 0)
    case .keep(let topic, .whole): Columns(name: "keep_whole", topic: topic.number)
    case .keep(let topic, .title): Columns(name: "keep_title", topic: topic.number)
    case .keep(let topic, .apart(let other)):
      Columns(name: "keep_apart", topic: topic.number, other: other.number)
    case .withdraw(let line): Columns(name: "withdraw", other: line)
    }
  }

  fileprivate init?(_ row: Row) {
    let topic = (row["topic"] as Int?).map(TopicID.init(number:))
    let other: Int? = row["other"]
    let isOn = (row["is_on"] as Int?) != 0
    switch (row["action"] as String, topic) {
    case ("rename", let topic?): self = .rename(topic, title: row["title"] ?? "")
    case ("merge", let topic?): self = .merge(topic, into: TopicID(number: other ?? topic.number))
    case ("create", let topic?): self = .create(topic, title: row["title"] ?? "")
    case ("move", let topic): self = .move(PostID(row["post"] ?? ""), to: topic)
    case ("pin", let topic?): self = .pin(topic, isOn)
    case ("mute", let topic?): self = .mute(topic, isOn)
    case ("keep_whole", let topic?): self = .keep(topic, .whole)
    case ("keep_title", let topic?): self = .keep(topic, .title)
    case ("keep_apart", let topic?):
      self = .keep(topic, .apart(from: TopicID(number: other ?? topic.number)))
    case ("withdraw", _): self = .withdraw(other ?? 0)
    default: return nil
    }
  }
}

extension RecordedCorrection {
  fileprivate init?(_ row: Row) {
    guard let action = TopicCorrection.Action(row) else { return nil }
    var source = Source.command
    if let file: String = row["file"] {
      source = .row(file: file, line: row["line"] ?? 0, hash: row["row_hash"] ?? "")
    }
    self.init(
      correction: TopicCorrection(number: row["number"], action: action),
      recordedOn: CalendarDay(number: row["recorded_on"]), by: row["recorded_by"], note: row["note"],
      source: source)
  }
}
