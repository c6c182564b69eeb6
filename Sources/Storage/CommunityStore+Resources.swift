// Existing material on topics and themes: the list that people dropped last.
import Discussion
import GRDB

extension CommunityStore {
  /// The resources of the list that was read last, in its order.
  public func resources() throws(StoreError) -> [Resource] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM resource ORDER BY position").map { row in
        Resource(
          name: row["name"], title: row["title"], publisher: row["publisher"], link: row["link"],
          topic: (row["topic"] as Int?).map(TopicID.init(number:)), theme: row["theme"], note: row["note"],
          validUntil: (row["valid_until"] as Int?).map(CalendarDay.init(number:)))
      }
    }
  }

  /// The SHA-256 of the file with the list that counts now; nil when none was ever read.
  public func resourceListHash() throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT sha256 FROM resource_list") }
  }
}

extension ImportWriter {
  /// Puts a list in the place of the one that counted.
  /// - Parameter list: the SHA-256 of its file.
  public func replaceResources(_ resources: [Resource], list: String) throws {
    try keepingFailure {
      try database.execute(sql: "DELETE FROM resource")
      for (position, resource) in resources.enumerated() {
        try database.execute(
          sql: "INSERT INTO resource VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            position, resource.name, resource.title, resource.publisher, resource.link,
            resource.topic?.number, resource.theme, resource.note, resource.validUntil?.number,
          ])
      }
      try database.execute(
        sql: """
          INSERT INTO resource_list (id, sha256) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256
          """, arguments: [list])
      noteResources(resources.count)
    }
  }
}
