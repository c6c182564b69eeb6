// Neighbours of posts and the history of topics, as they hold in a run.
import Discussion
import GRDB

extension CommunityStore {
  /// The nearest neighbours of every post that a run compared, by post. Empty when the run kept none, or when posts were
  /// removed from the store since: the next night makes them again.
  public func neighbours(run: Int) throws(StoreError) -> [PostNeighbours] {
    try read { database in
      let lists = try NeighbourRows.lists(database, run: run)
      guard !lists.isEmpty else { return [] }
      let statement = try Statement(database, "SELECT number, id FROM post ORDER BY id")
      var ids: [Int64: PostID] = [:]
      var order: [Int64] = []
      while try statement.step() {
        let number = statement.integer(0)
        ids[number] = PostID(statement.text(1))
        if lists[number] != nil { order.append(number) }
      }
      return order.compactMap { number in
        guard let post = ids[number], let list = lists[number] else { return nil }
        let neighbours = NeighbourList.unpacked(list).compactMap { neighbour in
          ids[neighbour.post].map {
            PostNeighbours.Neighbour(post: $0, similarity: Double(neighbour.similarity))
          }
        }
        return PostNeighbours(post: post, neighbours: neighbours)
      }
    }
  }

  /// The nearest neighbours of one post as a run found them; nil when it did not compare the post.
  public func neighbours(of post: PostID, run: Int) throws(StoreError) -> PostNeighbours? {
    try read { database in
      let number = try Int64.fetchOne(
        database, sql: "SELECT number FROM post WHERE id = ?", arguments: [post.description])
      guard let number, let list = try NeighbourRows.list(of: number, database, run: run) else { return nil }
      let id = try Statement(database, "SELECT id FROM post WHERE number = ?")
      let neighbours = try NeighbourList.unpacked(list).compactMap { neighbour in
        id.reset()
        id.bind(1, neighbour.post)
        guard try id.step() else { return nil as PostNeighbours.Neighbour? }
        return PostNeighbours.Neighbour(post: PostID(id.text(0)), similarity: Double(neighbour.similarity))
      }
      return PostNeighbours(post: post, neighbours: neighbours)
    }
  }

  /// What happened to topics up to and with a run, oldest night first. Nights that were done again count once.
  public func topicHistory(run: Int) throws(StoreError) -> [DatedTopicEvent] {
    try read { database in
      let statement = try Statement(
        database,
        """
        SELECT night, kind, topic, other, questions, askers FROM topic_history
        WHERE run = ?1 OR run <= (SELECT base FROM run WHERE id = ?1) ORDER BY run, position
        """)
      statement.bind(1, run)
      var events: [DatedTopicEvent] = []
      while try statement.step() {
        guard let kind = TopicEvent.Kind(rawValue: statement.text(1)) else { continue }
        let event = TopicEvent(
          kind: kind, topic: TopicID(number: Int(statement.integer(2))),
          other: statement.optionalInteger(3).map { TopicID(number: Int($0)) },
          questions: Int(statement.integer(4)))
        events.append(
          DatedTopicEvent(
            night: CalendarDay(number: Int(statement.integer(0))), event: event,
            askers: Int(statement.integer(5))))
      }
      return events
    }
  }
}

/// The tables of which rows outlive the run that wrote them.
enum LastingTables {
  /// Their names; each has a column `run`.
  static let all = ["neighbours", "topic_history", "arrival", "week_report"]

  /// Forgets what runs wrote that the published run is not derived from, and lists that later ones took the place of.
  static func settle(_ database: Database, run: Int, base: Int?) throws {
    for table in all {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE run <> ? AND run > ?", arguments: [run, base ?? 0])
    }
    guard let base else { return }
    try database.execute(
      sql: """
        DELETE FROM neighbours WHERE run <= ?1 AND EXISTS (
          SELECT 1 FROM neighbours AS later
          WHERE later.post = neighbours.post AND later.run > neighbours.run AND later.run <= ?1)
        """, arguments: [base])
    try database.execute(sql: "DELETE FROM neighbours WHERE run <= ? AND list IS NULL", arguments: [base])
    try database.execute(
      sql: """
        DELETE FROM week_report WHERE run <= ?1 AND EXISTS (
          SELECT 1 FROM week_report AS later
          WHERE later.week = week_report.week AND later.run > week_report.run AND later.run <= ?1)
        """, arguments: [base])
    try database.execute(
      sql: """
        DELETE FROM arrival WHERE run <= ?1 AND recipe <> (
          SELECT recipe FROM arrival WHERE run <= ?1 ORDER BY run DESC LIMIT 1)
          AND recipe <> (SELECT recipe FROM arrival WHERE run <= ?2 ORDER BY run DESC LIMIT 1)
        """, arguments: [base, run])
  }
}
