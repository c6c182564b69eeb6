// Texts that were made out of many posts, without what only the erased ones gave them.
import Discussion
import Foundation
import GRDB

extension Eraser {
  /// Rewords topics, what the next night starts from, and titles in the logs.
  mutating func reword(_ wording: ErasedWording) throws {
    try rewordTopics(wording)
    for row in try Row.fetchAll(database, sql: "SELECT run, data FROM topic_state ORDER BY run") {
      let before: [UInt8] = Array(row["data"] as Data)
      let after = wording.state(before)
      guard after != before else { continue }
      try database.execute(
        sql: "UPDATE topic_state SET data = ? WHERE run = ?", arguments: [Data(after), row["run"] as Int])
    }
    let corrections = try Row.fetchAll(
      database, sql: "SELECT number, title FROM correction WHERE title IS NOT NULL ORDER BY number")
    for row in corrections {
      guard let title = wording.title(row["title"], []) else { continue }
      try database.execute(
        sql: "UPDATE correction SET title = ? WHERE number = ?",
        arguments: [title, row["number"] as Int])
      counts.titles += 1
    }
    let decisions = try Row.fetchAll(
      database, sql: "SELECT number, shown FROM decision WHERE shown IS NOT NULL ORDER BY number")
    for row in decisions {
      guard var shown = ShownSignal(text: row["shown"]), let title = wording.title(shown.title, []) else {
        continue
      }
      shown.title = title
      try database.execute(
        sql: "UPDATE decision SET shown = ? WHERE number = ?",
        arguments: [shown.text, row["number"] as Int])
      counts.titles += 1
    }
  }

  private mutating func rewordTopics(_ wording: ErasedWording) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT run, number, title, words FROM topic ORDER BY run, number")
    for row in rows {
      let title: String = row["title"]
      let words = (row["words"] as String).split(separator: "\n").map(String.init)
      let kept = words.filter { !wording.isErased($0) }
      let newTitle = wording.title(title, words)
      guard newTitle != nil || kept.count != words.count else { continue }
      try database.execute(
        sql: "UPDATE topic SET title = ?, words = ? WHERE run = ? AND number = ?",
        arguments: [
          newTitle ?? title, kept.joined(separator: "\n"), row["run"] as Int, row["number"] as Int,
        ])
      if newTitle != nil { counts.titles += 1 }
    }
  }
}
