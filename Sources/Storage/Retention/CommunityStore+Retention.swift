// Texts whose time is over: what stands in their place keeps the post what it was for topics and counts.
import Discussion
import Foundation
import GRDB

/// What a retention took out, or would.
public struct RetentionCounts: Hashable, Sendable {
  /// Posts whose text was replaced.
  public var posts = 0
  /// Older texts that were emptied.
  public var revisions = 0
  /// Records in quarantine that were emptied.
  public var quarantined = 0

  /// Nothing.
  public init() {}

  /// Whether there was nothing to do.
  public var isEmpty: Bool { self == RetentionCounts() }
}

/// What is kept of a post's text.
public struct RetiredText: Hashable, Sendable {
  /// In the title's place.
  public var title: String?
  /// In the text's place.
  public var body: String
  /// What the post asked, best first; empty when it asked nothing.
  public var questions: [String]
  /// Which text it was: what people decided about it stays about this post.
  public var version: TextVersion?

  /// A text from its parts.
  public init(title: String?, body: String, questions: [String], version: TextVersion? = nil) {
    self.title = title
    self.body = body
    self.questions = questions
    self.version = version
  }
}

extension QuarantinedRecord {
  /// What is said of a record whose time is over.
  static let overdueMessage = "De tekst van deze regel is weggehaald: de bewaartermijn is voorbij."
}

extension CommunityStore {
  /// Replaces the texts of posts that were written and last edited before an instant, and empties their older texts and
  /// what has been in quarantine as long. Done in one transaction; what is freed is overwritten (`secure_delete`).
  ///
  /// The post keeps its identity, times, conversation and author. A keyed hash of its text stays, so that an export
  /// that has it still changes nothing; and of a post that people decided about, or were asked about, which text it was.
  ///
  /// - Parameters:
  ///   - limit: the instant.
  ///   - night: files that were read on an earlier night had their time too.
  ///   - replacement: what stands in the place of a post's text.
  ///   - isDryRun: whether to undo it all, and only tell what it would have been.
  public func retire(
    before limit: Timestamp, night: CalendarDay, _ pseudonymiser: Pseudonymiser, isDryRun: Bool,
    replacement: (Post) -> RetiredText
  ) throws(StoreError) -> RetentionCounts {
    let overdue = try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT number FROM post WHERE max(created_at, coalesce(edited_at, created_at)) < ? AND (
            text_tag IS NULL AND (title IS NOT NULL OR body <> '')
            OR EXISTS (SELECT 1 FROM aside WHERE aside.post = post.number)
            OR EXISTS (SELECT 1 FROM revision WHERE revision.post = post.number AND text_tag IS NULL))
          ORDER BY number
          """, arguments: [limit.milliseconds])
    }
    return try write { database in
      try database.execute(sql: "SAVEPOINT retention")
      var counts = RetentionCounts()
      let find = try Statement(
        database, PostRow.select(withdrawn: true) + " WHERE number = ? AND text_tag IS NULL")
      let replace = try Statement(
        database,
        """
        UPDATE post SET title = ?2, body = ?3, text_tag = ?4, kept_version = CASE
          WHEN EXISTS (SELECT 1 FROM verdict WHERE verdict.post = post.id)
            OR EXISTS (SELECT 1 FROM review_item WHERE review_item.post = post.number) THEN ?5 END
        WHERE number = ?1
        """)
      let older = try Statement(
        database, "SELECT id, title, body FROM revision WHERE post = ? AND text_tag IS NULL")
      let empty = try Statement(
        database,
        "UPDATE revision SET title = NULL, body = '', as_written = NULL, text_tag = ?2 WHERE id = ?1")
      let quotes = try Statement(database, "DELETE FROM aside WHERE post = ?")
      let asked = try Statement(database, "UPDATE question SET text = '' WHERE post = ?")
      let forget = try Statement(database, "DELETE FROM kept_question WHERE post = ?")
      let keep = try Statement(database, "INSERT INTO kept_question (post, ordinal, text) VALUES (?, ?, ?)")
      for number in overdue {
        find.bind(1, number)
        let post = try find.step() ? PostRow.post(find) : nil
        find.reset()
        if let post, post.title != nil || !post.body.isEmpty {
          let new = replacement(post)
          replace.bind(1, number)
          replace.bind(2, new.title)
          replace.bind(3, new.body)
          replace.bind(4, pseudonymiser.textTag(title: post.title, body: post.body))
          replace.bind(5, new.version?.description)
          try replace.run()
          // Sentences of it that an earlier night found; this night finds those that are kept.
          for statement in [quotes, asked, forget] {
            statement.bind(1, number)
            try statement.run()
          }
          for (ordinal, question) in new.questions.enumerated() {
            keep.bind(1, number)
            keep.bind(2, ordinal)
            keep.bind(3, question)
            try keep.run()
          }
          counts.posts += 1
        }
        quotes.bind(1, number)
        try quotes.run()
        older.bind(1, number)
        var revisions: [(id: Int64, tag: String)] = []
        while try older.step() {
          let tag = pseudonymiser.textTag(title: older.optionalText(1), body: older.text(2))
          revisions.append((older.integer(0), tag))
        }
        older.reset()
        for revision in revisions {
          empty.bind(1, revision.id)
          empty.bind(2, revision.tag)
          try empty.run()
        }
        counts.revisions += revisions.count
      }
      try database.execute(
        sql: """
          UPDATE quarantine SET raw = x'', message = ?1 WHERE raw <> x'' AND reading IN (
            SELECT id FROM reading WHERE night < ?2)
          """, arguments: [QuarantinedRecord.overdueMessage, night.number])
      counts.quarantined = database.changesCount
      if isDryRun { try database.execute(sql: "ROLLBACK TO retention") }
      try database.execute(sql: "RELEASE retention")
      return counts
    }
  }

  /// What the posts asked whose text was replaced; empty for those that asked nothing.
  public func keptQuestions() throws(StoreError) -> [PostID: [String]] {
    try read { database in
      let rows = try Statement(
        database,
        """
        SELECT post.id, kept_question.text FROM post LEFT JOIN kept_question ON kept_question.post = post.number
        WHERE text_tag IS NOT NULL ORDER BY post.number, ordinal
        """)
      var questions: [PostID: [String]] = [:]
      while try rows.step() {
        questions[PostID(rows.text(0)), default: []] += rows.isNull(1) ? [] : [rows.text(1)]
      }
      return questions
    }
  }

  /// Which text posts had before another was put in its place: those that people decided about or were asked about.
  public func keptVersions() throws(StoreError) -> [PostID: TextVersion] {
    try read { database in
      let rows = try Statement(database, "SELECT id, kept_version FROM post WHERE kept_version IS NOT NULL")
      var versions: [PostID: TextVersion] = [:]
      while try rows.step() { versions[PostID(rows.text(0))] = TextVersion(rows.text(1)) }
      return versions
    }
  }

  /// How many posts have another text than they were written with, because the time of that was over.
  public func retiredPosts() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM post WHERE text_tag IS NOT NULL") ?? 0 }
  }
}

extension Pseudonymiser {
  /// What tells a text from another when it is gone; white space makes no other text.
  func textTag(title: String?, body: String) -> String {
    tag("text:" + TextFolding.folded(title ?? "") + "\0" + TextFolding.folded(body))
  }
}
