// Notes in the logs whose time is over: the lines stay, so that nothing that was decided comes back.
import Discussion
import GRDB

extension CommunityStore {
  /// Empties the notes in the logs, and who recorded a line, in lines from before a day. What was decided stays.
  ///
  /// - Parameter isDryRun: whether to change nothing, and only tell in how many lines.
  public func emptyNotes(before day: CalendarDay, isDryRun: Bool) throws(StoreError) -> Int {
    try write { database in
      // The logs only grow, but for this and for an erasure.
      if !isDryRun {
        try database.execute(sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('erasing', '1')")
      }
      var lines = 0
      for log in ["correction", "decision", "verdict"] {
        let isOld = "recorded_on < \(day.number) AND (note IS NOT NULL OR recorded_by IS NOT NULL)"
        lines += try Int.fetchOne(database, sql: "SELECT count(*) FROM \(log) WHERE \(isOld)") ?? 0
        if !isDryRun {
          try database.execute(sql: "UPDATE \(log) SET note = NULL, recorded_by = NULL WHERE \(isOld)")
        }
      }
      if !isDryRun { try database.execute(sql: "DELETE FROM setting WHERE name = 'erasing'") }
      return lines
    }
  }
}
