// How a stage writes what it derived: all of it anew, within the stage's transaction.
import Discussion
import GRDB

/// Replaces what a run derived, within one stage's transaction. Must not be used after the stage.
///
/// What is said of a post that the store does not have is left out: the post was taken away while the stage worked.
public final class DerivedWriter {
  let database: Database
  let run: Int

  init(_ database: Database, run: Int) {
    self.database = database
    self.run = run
  }

  /// Replaces the asking sentences.
  public func replaceQuestions(_ questions: [Question]) throws {
    let statement = try replacing(
      "question",
      """
      INSERT INTO question (run, post, ordinal, range_start, range_end, text)
      SELECT ?, number, ?, ?, ?, ? FROM post WHERE id = ?
      """)
    var ordinals: [PostID: Int] = [:]
    for question in questions {
      let ordinal = ordinals[question.post, default: 0]
      ordinals[question.post] = ordinal + 1
      statement.bind(1, run)
      statement.bind(2, ordinal)
      statement.bind(3, question.range?.lowerBound)
      statement.bind(4, question.range?.upperBound)
      statement.bind(5, question.text)
      statement.bind(6, question.post.description)
      try statement.run()
    }
  }

  /// Replaces topics, assignments, events and what the next night starts from.
  public func replaceTopics(_ state: TopicState) throws {
    let topic = try replacing(
      "topic",
      """
      INSERT INTO topic (run, number, title, words, theme, origin, status, successor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for value in state.topics {
      topic.bind(1, run)
      topic.bind(2, value.id.number)
      topic.bind(3, value.title)
      topic.bind(4, value.words.joined(separator: "\n"))
      topic.bind(5, value.theme)
      topic.bind(6, value.origin.rawValue)
      topic.bind(7, value.status.rawValue)
      topic.bind(8, value.successor?.number)
      try topic.run()
    }
    let assignment = try replacing(
      "assignment",
      "INSERT INTO assignment (run, post, topic, similarity) SELECT ?, number, ?, ? FROM post WHERE id = ?")
    for value in state.assignments {
      assignment.bind(1, run)
      assignment.bind(2, value.topic?.number)
      assignment.bind(3, value.similarity)
      assignment.bind(4, value.post.description)
      try assignment.run()
    }
    let event = try replacing(
      "topic_event",
      "INSERT INTO topic_event (run, position, kind, topic, other, questions) VALUES (?, ?, ?, ?, ?, ?)")
    for (position, value) in state.events.enumerated() {
      event.bind(1, run)
      event.bind(2, position)
      event.bind(3, value.kind.rawValue)
      event.bind(4, value.topic.number)
      event.bind(5, value.other?.number)
      event.bind(6, value.questions)
      try event.run()
    }
    let next = try replacing(
      "topic_state", "INSERT INTO topic_state (run, next_number, data) VALUES (?, ?, ?)")
    next.bind(1, run)
    next.bind(2, state.nextNumber)
    next.bind(3, state.data)
    try next.run()
  }

  /// Replaces the weekly counts.
  public func replaceWeeklyCounts(_ counts: [WeeklyCount]) throws {
    let statement = try replacing(
      "weekly_count", "INSERT INTO weekly_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for count in counts {
      statement.bind(1, run)
      statement.bind(2, count.series)
      statement.bind(3, count.week.number)
      statement.bind(4, count.questions)
      statement.bind(5, count.distinctAskers)
      statement.bind(6, count.distinctOrganisations)
      statement.bind(7, count.askersInFourWeeks)
      statement.bind(8, count.organisationsInFourWeeks)
      statement.bind(9, count.totalQuestions)
      try statement.run()
    }
  }

  /// Replaces the detector's assessments.
  public func replaceAssessments(_ assessments: [Assessment]) throws {
    let statement = try replacing(
      "assessment", "INSERT INTO assessment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for value in assessments {
      statement.bind(1, run)
      statement.bind(2, value.series)
      statement.bind(3, value.week.number)
      statement.bind(4, value.flag ? 1 : 0)
      statement.bind(5, value.open ? 1 : 0)
      statement.bind(6, value.strength?.rawValue)
      statement.bind(7, value.score)
      statement.bind(8, value.windowWeeks)
      statement.bind(9, value.observed)
      statement.bind(10, value.expected)
      statement.bind(11, value.lower)
      statement.bind(12, value.upper)
      statement.bind(13, value.pValue)
      statement.bind(14, value.weekExpected)
      statement.bind(15, value.weekLower)
      statement.bind(16, value.weekUpper)
      statement.bind(17, value.anomalousVolume ? 1 : 0)
      try statement.run()
    }
  }

  /// Replaces what moderation found.
  public func replaceFindings(_ findings: [StoredFinding]) throws {
    let statement = try replacing(
      "finding",
      """
      INSERT INTO finding (run, post, ordinal, kind, range_start, range_end)
      SELECT ?, number, ?, ?, ?, ? FROM post WHERE id = ?
      """)
    var ordinals: [PostID: Int] = [:]
    for finding in findings {
      let ordinal = ordinals[finding.post, default: 0]
      ordinals[finding.post] = ordinal + 1
      statement.bind(1, run)
      statement.bind(2, ordinal)
      statement.bind(3, finding.kind.rawValue)
      statement.bind(4, finding.range.lowerBound)
      statement.bind(5, finding.range.upperBound)
      statement.bind(6, finding.post.description)
      try statement.run()
    }
  }

  /// Replaces the monitors' queue.
  public func replaceReviewItems(_ items: [ReviewItem]) throws {
    let item = try replacing(
      "review_item",
      "INSERT INTO review_item (run, rank, back, post) SELECT ?, ?, ?, number FROM post WHERE id = ?"
    )
    let reason = try Statement(
      database, "INSERT INTO review_reason (run, rank, ordinal, code, amount) VALUES (?, ?, ?, ?, ?)")
    for value in items {
      item.bind(1, run)
      item.bind(2, value.rank)
      item.bind(3, value.back?.rawValue)
      item.bind(4, value.post.description)
      guard try item.run() == 1 else { continue }
      for (ordinal, cause) in value.reasons.enumerated() {
        reason.bind(1, run)
        reason.bind(2, value.rank)
        reason.bind(3, ordinal)
        reason.bind(4, cause.code)
        reason.bind(5, cause.amount)
        try reason.run()
      }
    }
  }

  /// Empties a table of what the run wrote, and prepares the statement that fills it.
  func replacing(_ table: String, _ sql: String) throws -> Statement {
    try database.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [run])
    return try Statement(database, sql)
  }
}
