// Signals of a run: written whole by a stage, read back as they were, with the night each was first published.
import Discussion
import GRDB

extension DerivedWriter {
  /// Replaces the signals: of all weeks, also those that earlier nights judged.
  ///
  /// A question that the store does not have is left out; a signal stays one without it.
  public func replaceSignals(_ signals: [Signal]) throws {
    let posts = try replacing(
      "signal_post",
      """
      INSERT OR IGNORE INTO signal_post (run, opened, number, week, post)
      SELECT ?, ?, ?, ?, number FROM post WHERE id = ?
      """)
    let weeks = try replacing(
      "signal_week", "INSERT INTO signal_week VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let signal = try replacing("signal", "INSERT INTO signal VALUES (?, ?, ?, ?, ?, ?)")
    for value in signals {
      signal.bind(1, run)
      signal.bind(2, value.id.week.number)
      signal.bind(3, value.id.number)
      signal.bind(4, value.topic?.number)
      signal.bind(5, value.scope.rawValue)
      signal.bind(6, value.isOpen ? 1 : 0)
      try signal.run()
      for week in value.weeks {
        try write(week, of: value.id, weeks)
        for post in week.posts {
          posts.bind(1, run)
          posts.bind(2, value.id.week.number)
          posts.bind(3, value.id.number)
          posts.bind(4, week.week.number)
          posts.bind(5, post.description)
          try posts.run()
        }
      }
    }
  }

  private func write(_ week: SignalWeek, of id: SignalID, _ statement: Statement) throws {
    statement.bind(1, run)
    statement.bind(2, id.week.number)
    statement.bind(3, id.number)
    statement.bind(4, week.week.number)
    statement.bind(5, week.isRaised ? 1 : 0)
    statement.bind(6, week.methods.map(\.rawValue).joined(separator: " "))
    statement.bind(7, week.windowWeeks)
    statement.bind(8, week.observed)
    statement.bind(9, week.expected)
    statement.bind(10, week.lower)
    statement.bind(11, week.upper)
    statement.bind(12, week.pValue)
    statement.bind(13, week.strength.rawValue)
    try statement.run()
  }
}

extension CommunityStore {
  /// A run's signals, by identity, with the night on which each was first published.
  public func signals(run: Int) throws(StoreError) -> [Signal] {
    var posts: [SignalWeekKey: [PostID]] = [:]
    let placed = try fetch(
      """
      SELECT opened, signal_post.number, week, post.id
      FROM signal_post JOIN post ON post.number = signal_post.post WHERE run = ?
      """, run
    ) { row in (SignalWeekKey(row), PostID(row.text(3))) }
    for (key, post) in placed { posts[key, default: []].append(post) }
    var weeks: [SignalID: [SignalWeek]] = [:]
    let told = try fetch(
      """
      SELECT opened, number, week, is_raised, methods, window_weeks, observed, expected, lower, upper, p_value, strength
      FROM signal_week WHERE run = ? ORDER BY opened, number, week
      """, run
    ) { row in
      let key = SignalWeekKey(row)
      return (key.signal, SignalWeek(row, posts: (posts[key] ?? []).sorted()))
    }
    for (signal, week) in told { weeks[signal, default: []].append(week) }
    let nights = try firstNights()
    return try fetch(
      "SELECT opened, number, topic, scope, is_open FROM signal WHERE run = ? ORDER BY opened, number", run
    ) { row in
      let id = SignalID(row)
      return Signal(
        id: id, topic: row.optionalInteger(2).map { TopicID(number: Int($0)) },
        scope: SignalScope(rawValue: row.text(3)) ?? .topic, weeks: weeks[id] ?? [],
        isOpen: row.integer(4) != 0, firstPublished: nights[id.description])
    }
  }

  /// The identities of all signals that were ever published.
  public func publishedSignals() throws(StoreError) -> [SignalID] {
    try firstNights().keys.compactMap { SignalID($0) }.sorted()
  }

  private func firstNights() throws(StoreError) -> [String: CalendarDay] {
    let first = try read { database in
      try Row.fetchAll(database, sql: "SELECT signal, night FROM signal_first_published").map {
        ($0["signal"] as String, CalendarDay(number: $0["night"]))
      }
    }
    return Dictionary(first) { one, _ in one }
  }
}

extension DerivedTables {
  /// Notes on which night each signal was first published.
  static func noteSignals(_ database: Database, run: Int) throws {
    let signals = try Row.fetchAll(
      database, sql: "SELECT opened, number FROM signal WHERE run = ?", arguments: [run]
    ).map { SignalID(week: ISOWeek(number: $0["opened"]), number: $0["number"]) }
    for signal in signals {
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO signal_first_published (signal, night)
          SELECT ?, as_of FROM run WHERE id = ?
          """, arguments: [signal.description, run])
    }
  }
}

/// A signal in a week: what its questions hang on.
private struct SignalWeekKey: Hashable {
  let signal: SignalID
  let week: ISOWeek

  /// Reads a row that starts with opening week, number and week.
  init(_ row: Statement) {
    signal = SignalID(row)
    week = ISOWeek(number: Int(row.integer(2)))
  }
}

extension SignalID {
  /// Reads a row that starts with opening week and number.
  fileprivate init(_ row: Statement) {
    self.init(week: ISOWeek(number: Int(row.integer(0))), number: Int(row.integer(1)))
  }
}

extension SignalWeek {
  fileprivate init(_ row: Statement, posts: [PostID]) {
    self.init(
      week: ISOWeek(number: Int(row.integer(2))), isRaised: row.integer(3) != 0,
      methods: row.text(4).split(separator: " ").compactMap { SignalMethod(rawValue: String($0)) },
      windowWeeks: Int(row.integer(5)), observed: Int(row.integer(6)), expected: row.real(7),
      lower: Int(row.integer(8)), upper: Int(row.integer(9)), pValue: row.real(10),
      strength: SignalStrength(rawValue: row.text(11)) ?? .signal, posts: posts)
  }
}
