// How the topic stage writes neighbours and the history of topics.
import Discussion
import GRDB

extension DerivedWriter {
  /// Replaces the neighbours of all posts. Only lists that differ from those that the run starts from are written.
  ///
  /// Similarities are kept in single precision, which is how they are computed.
  public func replaceNeighbours(_ lists: [PostNeighbours]) throws {
    let insert = try replacing("neighbours", "INSERT INTO neighbours (post, run, list) VALUES (?, ?, ?)")
    let numbers = try postNumbers()
    var before = try listsOfBase()
    for list in lists {
      guard let number = numbers[list.post.description] else { continue }
      let neighbours = list.neighbours.compactMap { neighbour in
        numbers[neighbour.post.description].map { (post: $0, similarity: Float(neighbour.similarity)) }
      }
      let packed = NeighbourList.packed(neighbours)
      if before.removeValue(forKey: number) == packed { continue }
      insert.bind(1, number)
      insert.bind(2, run)
      insert.bind(3, packed)
      try insert.run()
    }
    for number in before.keys.sorted() {
      insert.bind(1, number)
      insert.bind(2, run)
      insert.bind(3, nil as Int?)
      try insert.run()
    }
  }

  /// Replaces what the run adds to the history of topics.
  public func replaceTopicHistory(_ events: [DatedTopicEvent]) throws {
    let statement = try replacing(
      "topic_history",
      """
      INSERT INTO topic_history (run, position, night, kind, topic, other, questions, askers)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for (position, value) in events.enumerated() {
      statement.bind(1, run)
      statement.bind(2, position)
      statement.bind(3, value.night.number)
      statement.bind(4, value.event.kind.rawValue)
      statement.bind(5, value.event.topic.number)
      statement.bind(6, value.event.other?.number)
      statement.bind(7, value.event.questions)
      statement.bind(8, value.askers)
      try statement.run()
    }
  }

  func postNumbers() throws -> [String: Int64] {
    let statement = try Statement(database, "SELECT id, number FROM post")
    var numbers: [String: Int64] = [:]
    while try statement.step() { numbers[statement.text(0)] = statement.integer(1) }
    return numbers
  }

  /// The lists that the run starts from, by the number of the post.
  private func listsOfBase() throws -> [Int64: [UInt8]] {
    let base = try Int.fetchOne(database, sql: "SELECT base FROM run WHERE id = ?", arguments: [run])
    guard let base else { return [:] }
    return try NeighbourRows.lists(database, run: base)
  }
}

/// Rows of the table of neighbours.
enum NeighbourRows {
  /// The packed lists that hold in a run, by the number of the post.
  static func lists(_ database: Database, run: Int) throws -> [Int64: [UInt8]] {
    let statement = try Statement(
      database, "SELECT post, list FROM neighbours WHERE run = ?1 OR run <= ?2 ORDER BY post, run")
    try bind(statement, run, database)
    var lists: [Int64: [UInt8]] = [:]
    while try statement.step() { lists[statement.integer(0)] = statement.isNull(1) ? nil : statement.blob(1) }
    return lists
  }

  /// The packed list of a post that holds in a run; nil when the post was not compared.
  static func list(of post: Int64, _ database: Database, run: Int) throws -> [UInt8]? {
    let statement = try Statement(
      database,
      """
      SELECT list FROM neighbours WHERE (run = ?1 OR run <= ?2) AND post = ?3 ORDER BY run DESC LIMIT 1
      """)
    try bind(statement, run, database)
    statement.bind(3, post)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.blob(0)
  }

  /// All rows as lines of text, with the posts' own identities.
  static func dump(_ database: Database) throws -> [String] {
    let names = try Statement(database, "SELECT number, id FROM post")
    var ids: [Int64: String] = [:]
    while try names.step() { ids[names.integer(0)] = names.text(1) }
    let rows = try Statement(database, "SELECT run, post, list FROM neighbours")
    var lines: [String] = []
    while try rows.step() {
      let list = NeighbourList.unpacked(rows.blob(2)).map { "\(ids[$0.post] ?? "?"):\($0.similarity)" }
      let text = rows.isNull(2) ? "NULL" : list.joined(separator: " ").debugDescription
      let post = ids[rows.integer(1)] ?? "?"
      lines.append("neighbours\trun=\(rows.integer(0))\tpost=\(post.debugDescription)\tlist=\(text)")
    }
    return lines.sorted()
  }

  /// A run holds its own rows and those of the runs it was derived from: its base and what came before that.
  private static func bind(_ statement: Statement, _ run: Int, _ database: Database) throws {
    let base = try Int.fetchOne(database, sql: "SELECT base FROM run WHERE id = ?", arguments: [run])
    statement.bind(1, run)
    statement.bind(2, base ?? 0)
  }
}
