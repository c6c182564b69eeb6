// The states of posts are held to those that there are, and that costs no table in memory for each post.
import GRDB
import Testing

@testable import Storage

@Suite struct StateCheckTests {
  private let scratch = Scratch()
  private static let insert = """
    INSERT INTO post (id, source, thread, kind, created_at, state, first_night, changed_night, entry, record, body)
    VALUES ('a:1', 'a', 'a:1', 'topic', 1, ?, 1, 1, 1, 1, 'tekst')
    """

  private func olderStore(_ name: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: scratch.path(name))
    try Schema.migrator.migrate(queue, upTo: "what stands beside the words of posts")
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO reading (id, path, bytes, mapping_hash, reader_version, night, outcome)
            VALUES (1, 'a', 1, '', '', 1, 'accepted');
          INSERT INTO entry (id, reading, path) VALUES (1, 1, '');
          """)
    }
    return queue
  }

  private func opensTable(_ queue: DatabaseQueue) throws -> Bool {
    try queue.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN " + Self.insert, arguments: ["live"]).contains {
        $0["opcode"] == "OpenEphemeral"
      }
    }
  }

  @Test func anOlderStoreKeepsItsPostsAndItsRule() throws {
    let queue = try olderStore("oud.sqlite")
    #expect(try opensTable(queue))
    try queue.write { try $0.execute(sql: Self.insert, arguments: ["missing"]) }
    try Schema.migrator.migrate(queue)
    #expect(try !opensTable(queue))
    try queue.write { database in
      #expect(try String.fetchAll(database, sql: "SELECT state FROM post") == ["missing"])
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(throws: DatabaseError.self) { try database.execute(sql: "UPDATE post SET state = 'weg'") }
      try database.execute(sql: "UPDATE post SET state = 'withdrawn'")
    }
    try queue.close()
    #expect(try CommunityStore(path: scratch.path("oud.sqlite")).integrityCheck() == ["ok"])
  }
}
