// What runs derived: a stage writes it in one transaction, pages and the next night read it.
import Discussion
import GRDB

extension CommunityStore {
  /// Completes a stage of the current run: what it derived and its row in the ledger, in one transaction.
  ///
  /// A stage done again replaces its row and what it writes.
  public func completeStage(
    _ stage: StageRecord, of run: Int, write: (DerivedWriter) throws -> Void = { _ in }
  ) throws(StoreError) {
    try self.write { database in
      try Self.requireCurrent(run, database)
      try write(DerivedWriter(database, run: run))
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO stage (run, position, name, status, counts, milliseconds) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [run, stage.position, stage.name, stage.status, stage.counts, stage.milliseconds])
    }
  }

  /// The asking sentences, by post and place.
  public func questions(run: Int) throws(StoreError) -> [Question] {
    try fetch(
      """
      SELECT post.id, range_start, range_end, text FROM question JOIN post ON post.number = question.post
      WHERE run = ? ORDER BY post.id, ordinal
      """, run
    ) { row in
      let range = row.optionalInteger(1).map { Int($0)..<max(Int($0), Int(row.integer(2))) }
      return Question(post: PostID(row.text(0)), range: range, text: row.text(3))
    }
  }

  /// Topics, assignments, events and what the next night starts from; nil when the run derived none, or it has been
  /// forgotten.
  public func topicState(run: Int) throws(StoreError) -> TopicState? {
    let next = try fetch("SELECT next_number, data FROM topic_state WHERE run = ?", run) { row in
      TopicState(nextNumber: Int(row.integer(0)), data: row.blob(1))
    }
    guard var state = next.first else { return nil }
    state.topics = try fetch(
      "SELECT number, title, words, theme, origin, status, successor FROM topic WHERE run = ? ORDER BY number",
      run
    ) { row in
      Topic(
        id: TopicID(number: Int(row.integer(0))), title: row.text(1),
        words: row.text(2).split(separator: "\n").map(String.init), theme: row.optionalText(3),
        origin: TopicOrigin(rawValue: row.text(4)) ?? .free,
        status: TopicStatus(rawValue: row.text(5)) ?? .active,
        successor: row.optionalInteger(6).map { TopicID(number: Int($0)) })
    }
    state.assignments = try fetch(
      """
      SELECT post.id, topic, similarity FROM assignment JOIN post ON post.number = assignment.post
      WHERE run = ? ORDER BY post.id
      """, run
    ) { row in
      TopicAssignment(
        post: PostID(row.text(0)), topic: row.optionalInteger(1).map { TopicID(number: Int($0)) },
        similarity: row.real(2))
    }
    state.events = try fetch(
      "SELECT kind, topic, other, questions FROM topic_event WHERE run = ? ORDER BY position", run
    ) { row in
      TopicEvent(
        kind: TopicEvent.Kind(rawValue: row.text(0)) ?? .born, topic: TopicID(number: Int(row.integer(1))),
        other: row.optionalInteger(2).map { TopicID(number: Int($0)) }, questions: Int(row.integer(3)))
    }
    return state
  }

  /// The weekly counts, by series and week.
  public func weeklyCounts(run: Int) throws(StoreError) -> [WeeklyCount] {
    try fetch("SELECT * FROM weekly_count WHERE run = ? ORDER BY series, week", run) { row in
      WeeklyCount(
        series: row.text(1), week: ISOWeek(number: Int(row.integer(2))), questions: Int(row.integer(3)),
        distinctAskers: Int(row.integer(4)), distinctOrganisations: Int(row.integer(5)),
        askersInFourWeeks: Int(row.integer(6)), organisationsInFourWeeks: Int(row.integer(7)),
        totalQuestions: Int(row.integer(8)))
    }
  }

  /// The detector's assessments, by series and week.
  public func assessments(run: Int) throws(StoreError) -> [Assessment] {
    try fetch("SELECT * FROM assessment WHERE run = ? ORDER BY series, week", run) { row in
      Assessment(
        series: row.text(1), week: ISOWeek(number: Int(row.integer(2))), flag: row.integer(3) != 0,
        open: row.integer(4) != 0, strength: row.optionalText(5).flatMap(SignalStrength.init(rawValue:)),
        score: row.real(6), windowWeeks: Int(row.integer(7)), observed: Int(row.integer(8)),
        expected: row.real(9),
        lower: Int(row.integer(10)), upper: Int(row.integer(11)), pValue: row.real(12),
        weekExpected: row.real(13),
        weekLower: Int(row.integer(14)), weekUpper: Int(row.integer(15)),
        anomalousVolume: row.integer(16) != 0)
    }
  }

  /// What moderation found, by post and place.
  public func findings(run: Int) throws(StoreError) -> [StoredFinding] {
    try fetch(
      """
      SELECT post.id, finding.kind, range_start, range_end FROM finding JOIN post ON post.number = finding.post
      WHERE run = ? ORDER BY post.id, ordinal
      """, run
    ) { row in
      guard let kind = FindingKind(rawValue: row.text(1)) else { return nil }
      let start = Int(row.integer(2))
      return StoredFinding(
        post: PostID(row.text(0)), kind: kind, range: start..<max(start, Int(row.integer(3))))
    }
  }

  /// The monitors' queue, by rank.
  public func reviewItems(run: Int) throws(StoreError) -> [ReviewItem] {
    let reasons = try fetch(
      "SELECT rank, code, amount FROM review_reason WHERE run = ? ORDER BY rank, ordinal", run
    ) { row in
      ReviewReason(code: row.text(1), amount: row.optionalInteger(2).map(Int.init)).map {
        (Int(row.integer(0)), $0)
      }
    }
    let byRank = Dictionary(grouping: reasons, by: \.0)
    return try fetch(
      """
      SELECT rank, post.id, back FROM review_item JOIN post ON post.number = review_item.post
      WHERE run = ? ORDER BY rank
      """, run
    ) { row in
      let rank = Int(row.integer(0))
      return ReviewItem(
        post: PostID(row.text(1)), reasons: (byRank[rank] ?? []).map(\.1), rank: rank,
        back: row.optionalText(2).flatMap(ReviewReturn.init(rawValue:)))
    }
  }

  /// Rows of a run, as values; those that make none are left out.
  func fetch<Value>(
    _ sql: String, _ run: Int, _ value: (Statement) -> Value?
  ) throws(StoreError) -> [Value] {
    try read { database in
      let statement = try Statement(database, sql)
      statement.bind(1, run)
      var values: [Value] = []
      while try statement.step() { if let value = value(statement) { values.append(value) } }
      return values
    }
  }
}

/// The tables that hold what runs derived.
enum DerivedTables {
  /// Their names; each has a column `run`.
  static let all = [
    "question", "topic", "assignment", "topic_event", "topic_state", "weekly_count", "assessment", "finding",
    "review_reason", "review_item", "signal_post", "signal_week", "signal", "triage",
  ]

  /// Those that say something about a post, with their columns but for run and post.
  static let aboutPosts = [
    "question": "ordinal, range_start, range_end, text", "assignment": "topic, similarity",
    "finding": "ordinal, finding.kind, range_start, range_end", "review_item": "rank, back",
    "signal_post": "opened, signal_post.number, week", "triage": "class, score, standing",
  ]
}
