// Posts that a complete export should have and does not: missing, whichever file is read first.
import Discussion
import Foundation
import GRDB

extension PostMerger {
  /// Marks the posts that this complete export should have and does not, but for those that a later export has; gives
  /// their number.
  func markMissing(source: String, range: ClosedRange<Int64>, marker: Int64) throws -> Int {
    try database.execute(
      sql: "INSERT INTO coverage (reading, source, first, last) VALUES (?, ?, ?, ?)",
      arguments: [reading, source, range.lowerBound, range.upperBound])
    let lacking: StatementArguments = [
      "source": source, "first": range.lowerBound, "last": range.upperBound, "firstEntry": firstEntry,
    ]
    let later = try Int64.fetchAll(database, sql: MergeSQL.entriesOfLacking, arguments: lacking)
      .filter { try order.isLater($0, than: marker) }
    try database.execute(
      sql: MergeSQL.markMissing,
      arguments: lacking + [
        "marker": marker, "night": night.number,
        "later": "[" + later.map(String.init).joined(separator: ",") + "]",
      ])
    return database.changesCount
  }

  /// Sees of posts whose place among exports is known only now whether a complete export should have them and does not.
  ///
  /// - Returns: how many of them are missing that stood until now, or came with this file.
  func settleMissing() throws -> Int {
    let found = try uncertain.isEmpty ? [] : settleUncertain()
    let numbers = found.union(insertedAsMissing)
    guard !numbers.isEmpty else { return 0 }
    return try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM post WHERE state = 'missing' AND number IN (SELECT value FROM json_each(?))",
      arguments: ["[" + numbers.map(String.init).joined(separator: ",") + "]"]) ?? 0
  }

  private func settleUncertain() throws -> Set<Int64> {
    var found: Set<Int64> = []
    let coverages = try Coverage.all(database, except: nil)
    for number in uncertain.sorted() {
      guard
        let row = try Row.fetchOne(
          database,
          sql: "SELECT source, created_at, state FROM post WHERE number = ? AND state <> 'withdrawn'",
          arguments: [number])
      else { continue }
      let places = try Int64.fetchAll(database, sql: MergeSQL.places, arguments: ["post": number])
      let readings = Set(try places.map { try order.origin($0).reading })
      let missedBy = try coverages.first { coverage in
        try coverage.covers(source: row["source"], createdAt: row["created_at"])
          && !readings.contains(coverage.reading)
          && !places.contains { try order.isLater($0, than: coverage.marker) }
      }
      let state = missedBy == nil ? StoredState.live : .missing
      guard row["state"] != state.rawValue else { continue }
      try database.execute(
        sql: "UPDATE post SET state = ?, state_entry = ?, changed_night = ? WHERE number = ?",
        arguments: [state.rawValue, missedBy?.marker, night.number, number])
      if state == .missing { found.insert(number) }
    }
    return found
  }
}
