// The ledger of runs: starting, the base of tonight's topics, publishing, and what `themaradar status` tells.
import Discussion
import GRDB

extension CommunityStore {
  /// Starts a run. One that did not get as far as publication is continued under its number, and what it derived is
  /// forgotten. The caller holds the lock that keeps two nights from running at once.
  ///
  /// - Parameter startedAt: the clock's time, for the ledger only.
  public func beginRun(
    asOf: CalendarDay, programVersion: String, pipelineHash: String, startedAt: Timestamp
  ) throws(StoreError) -> Run {
    try write { database in
      try database.execute(sql: "UPDATE attempt SET status = 'interrupted' WHERE status = 'running'")
      try database.execute(
        sql: "DELETE FROM stage WHERE run IN (SELECT id FROM run WHERE status <> 'published')")
      for table in DerivedTables.all + LastingTables.all {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE run IN (SELECT id FROM run WHERE status <> 'published')")
      }
      let unfinished = try Int.fetchOne(database, sql: "SELECT id FROM run WHERE status <> 'published'")
      let id = try unfinished ?? Int.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM run") ?? 1
      try database.execute(
        sql: """
          INSERT INTO run (id, as_of, program_version, pipeline_hash, status) VALUES (?, ?, ?, ?, 'running')
          ON CONFLICT (id) DO UPDATE SET as_of = excluded.as_of, program_version = excluded.program_version,
            pipeline_hash = excluded.pipeline_hash, status = 'running', exit_status = NULL, fingerprint = NULL,
            base = NULL
          """, arguments: [id, asOf.number, programVersion, pipelineHash])
      try database.execute(
        sql: "INSERT INTO attempt (run, as_of, started_at, status) VALUES (?, ?, ?, 'running')",
        arguments: [id, asOf.number, startedAt.milliseconds])
      return Run(
        id: id, asOf: asOf, programVersion: programVersion, pipelineHash: pipelineHash, status: .running,
        exitStatus: nil, fingerprint: nil, base: nil)
    }
  }

  /// Records what a run derives from, and decides which published run its topics start from.
  ///
  /// That is the last published one. But when that one had this same fingerprint, the run is the same night done
  /// again: it starts where that one started, so that it ends with the same topics, events and pages.
  ///
  /// - Parameter fingerprint: of everything that decides the outcome: ``contentFingerprint()``, pipeline, day, version.
  /// - Returns: the number of the run to start from; nil when there is none.
  public func settleBase(of run: Int, fingerprint: String) throws(StoreError) -> Int? {
    try write { database in
      try Self.requireCurrent(run, database)
      let last = try Self.lastPublished(database)
      let base = last?.fingerprint == fingerprint ? last?.base : last?.id
      try database.execute(
        sql: "UPDATE run SET fingerprint = ?, base = ? WHERE id = ?", arguments: [fingerprint, base, run])
      return base
    }
  }

  /// Ends a run whose dashboards are in place: from now on the next night starts from it. What older runs derived is
  /// forgotten.
  public func publish(_ run: Int, exitStatus: Int, finishedAt: Timestamp) throws(StoreError) {
    try write { database in
      try Self.requireCurrent(run, database)
      try database.execute(
        sql: "UPDATE run SET status = 'published', exit_status = ? WHERE id = ?",
        arguments: [exitStatus, run])
      try Self.endAttempt(
        database, status: .published, exitStatus: exitStatus, message: nil, finishedAt: finishedAt)
      try DerivedTables.noteSignals(database, run: run)
      let base = try Int.fetchOne(database, sql: "SELECT base FROM run WHERE id = ?", arguments: [run])
      for table in DerivedTables.all {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE run <> ? AND run IS NOT ?", arguments: [run, base])
      }
      try LastingTables.settle(database, run: run, base: base)
    }
  }

  /// Ends a run that could not be finished; the next start continues it.
  public func fail(_ run: Int, exitStatus: Int, message: String, finishedAt: Timestamp) throws(StoreError) {
    try write { database in
      try Self.requireCurrent(run, database)
      try database.execute(
        sql: "UPDATE run SET status = 'failed', exit_status = ? WHERE id = ?", arguments: [exitStatus, run])
      try Self.endAttempt(
        database, status: .failed, exitStatus: exitStatus, message: message, finishedAt: finishedAt)
    }
  }

  /// The newest published run; nil before the first.
  public func lastPublishedRun() throws(StoreError) -> Run? { try read { try Self.lastPublished($0) } }

  /// The runs, newest first.
  public func runs(limit: Int = .max) throws(StoreError) -> [Run] {
    try read {
      try Row.fetchAll($0, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [limit]).map(
        Run.init)
    }
  }

  /// The program's starts, newest first.
  public func attempts(limit: Int = .max) throws(StoreError) -> [RunAttempt] {
    try read {
      try Row.fetchAll($0, sql: "SELECT * FROM attempt ORDER BY id DESC LIMIT ?", arguments: [limit])
        .map(RunAttempt.init)
    }
  }

  /// The completed stages of a run, in order.
  public func stages(of run: Int) throws(StoreError) -> [StageRecord] {
    try read {
      try Row.fetchAll($0, sql: "SELECT * FROM stage WHERE run = ? ORDER BY position", arguments: [run])
        .map(StageRecord.init)
    }
  }

  /// The completed stages of all runs, in order.
  public func stages() throws(StoreError) -> [Int: [StageRecord]] {
    try read {
      let rows = try Row.fetchAll($0, sql: "SELECT * FROM stage ORDER BY run, position")
      return Dictionary(grouping: rows) { $0["run"] as Int }.mapValues { $0.map(StageRecord.init) }
    }
  }

  static func lastPublished(_ database: Database) throws -> Run? {
    try Row.fetchOne(database, sql: "SELECT * FROM run WHERE status = 'published' ORDER BY id DESC LIMIT 1")
      .map(Run.init)
  }

  static func requireCurrent(_ run: Int, _ database: Database) throws {
    let status = try String.fetchOne(database, sql: "SELECT status FROM run WHERE id = ?", arguments: [run])
    guard status == Run.Status.running.rawValue else { throw StoreError.notTheCurrentRun(run) }
  }

  private static func endAttempt(
    _ database: Database, status: RunAttempt.Status, exitStatus: Int, message: String?, finishedAt: Timestamp
  ) throws {
    try database.execute(
      sql:
        "UPDATE attempt SET status = ?, exit_status = ?, message = ?, finished_at = ? WHERE status = 'running'",
      arguments: [status.rawValue, exitStatus, message, finishedAt.milliseconds])
  }
}

extension Run {
  init(_ row: Row) {
    self.init(
      id: row["id"], asOf: CalendarDay(number: row["as_of"]), programVersion: row["program_version"],
      pipelineHash: row["pipeline_hash"], status: Status(rawValue: row["status"]) ?? .failed,
      exitStatus: row["exit_status"], fingerprint: row["fingerprint"], base: row["base"])
  }
}

extension StageRecord {
  init(_ row: Row) {
    self.init(
      position: row["position"], name: row["name"], status: row["status"], counts: row["counts"],
      milliseconds: row["milliseconds"])
  }
}

extension RunAttempt {
  init(_ row: Row) {
    self.init(
      run: row["run"], asOf: CalendarDay(number: row["as_of"]),
      startedAt: Timestamp(milliseconds: row["started_at"]),
      finishedAt: (row["finished_at"] as Int64?).map(Timestamp.init(milliseconds:)),
      status: Status(rawValue: row["status"]) ?? .failed, exitStatus: row["exit_status"],
      message: row["message"])
  }
}
