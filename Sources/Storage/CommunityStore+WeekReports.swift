// Reports of weeks as they were fixed: written once by the night that fixed them, read by all later ones.
import Discussion
import GRDB

/// The report of one week as a night fixed it, in the dashboards' own form.
public struct StoredWeekReport: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// The day whose data were used.
  public var asOf: CalendarDay
  /// Whether all data of the week were in.
  public var isComplete: Bool
  /// The report beside its topics.
  public var summary: [UInt8]
  /// Its topics; empty where they were not asked for.
  public var topics: [UInt8]

  /// A report from its parts.
  public init(week: ISOWeek, asOf: CalendarDay, isComplete: Bool, summary: [UInt8], topics: [UInt8]) {
    self.week = week
    self.asOf = asOf
    self.isComplete = isComplete
    self.summary = summary
    self.topics = topics
  }
}

extension CommunityStore {
  /// The reports of all weeks as they stood after a run, oldest first: of each week the last one that was written.
  ///
  /// - Parameters:
  ///   - run: the run; nil when there is none yet.
  ///   - week: the week of which the topics are read as well: they are the larger part.
  public func weekReports(upTo run: Int?, topicsOf week: ISOWeek? = nil) throws(StoreError)
    -> [StoredWeekReport]
  {
    guard let run else { return [] }
    return try read { database in
      let rows = try Statement(
        database,
        """
        SELECT week, as_of, is_complete, summary, CASE WHEN week = ?2 THEN topics ELSE x'' END
        FROM week_report AS report WHERE run <= ?1 AND NOT EXISTS (
          SELECT 1 FROM week_report AS later
          WHERE later.week = report.week AND later.run > report.run AND later.run <= ?1)
        ORDER BY week
        """)
      rows.bind(1, run)
      rows.bind(2, week?.number)
      var reports: [StoredWeekReport] = []
      while try rows.step() {
        reports.append(
          StoredWeekReport(
            week: ISOWeek(number: Int(rows.integer(0))), asOf: CalendarDay(number: Int(rows.integer(1))),
            isComplete: rows.integer(2) != 0, summary: Array(rows.blob(3)), topics: Array(rows.blob(4))))
      }
      return reports
    }
  }
}

extension DerivedWriter {
  /// Replaces the report that this run keeps of its week; nil when it keeps to that of an earlier night.
  public func replaceWeekReport(_ report: StoredWeekReport?) throws {
    try database.execute(sql: "DELETE FROM week_report WHERE run = ?", arguments: [run])
    guard let report else { return }
    let statement = try Statement(database, "INSERT INTO week_report VALUES (?, ?, ?, ?, ?, ?)")
    statement.bind(1, report.week.number)
    statement.bind(2, run)
    statement.bind(3, report.asOf.number)
    statement.bind(4, report.isComplete ? 1 : 0)
    statement.bind(5, report.summary)
    statement.bind(6, report.topics)
    try statement.run()
  }
}
