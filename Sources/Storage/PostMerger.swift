// How a post that is read meets what is stored: new, the same, a newer or an older text, taken away.
import Discussion
import Foundation
import GRDB

/// Merges posts into the store, within one file's transaction.
final class PostMerger {
  let file: ImportFile
  let night: CalendarDay
  let reading: Int64
  let firstEntry: Int64
  let database: Database
  /// Entries of earlier readings of this very content, which this reading replaces.
  let superseded: Set<Int64>
  /// Complete exports made after this one: what they should have and do not is missing, whichever is read first.
  private let laterCoverage: [Coverage]
  /// Makes the keyed hashes by which texts are known that are kept no longer.
  private let pseudonymiser: Pseudonymiser?
  private let insert: Statement
  private let find: Statement
  let update: Statement
  let updateText: Statement
  private let sight: Statement
  let revise: Statement
  let forgetAside: Statement
  private var conversations: KnownConversations?
  let keepAside: Statement

  private struct Coverage {
    let source: String
    let range: ClosedRange<Int64>
    let marker: Int64
  }

  /// Why a post cannot be stored; nil when it can.
  static func reasonNotToStore(_ post: Post) -> (code: String, message: String)? {
    if post.id.description.isEmpty || post.source.isEmpty {
      return ("id", "Het bericht heeft geen kenmerk of geen bron.")
    }
    if holdsNUL(post.body) || holdsNUL(post.id.description) || holdsNUL(post.thread.description)
      || post.title.map(holdsNUL) ?? false || post.channel.map(holdsNUL) ?? false
      || post.parent.map({ holdsNUL($0.description) }) ?? false
    {
      return ("nul", "Het bericht bevat een NUL-teken, dat in tekst niet voorkomt.")
    }
    return nil
  }

  private static func holdsNUL(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
  }

  init(
    _ database: Database, file: ImportFile, night: CalendarDay, reading: Int64, firstEntry: Int64,
    pseudonymiser: Pseudonymiser?
  ) throws {
    self.pseudonymiser = pseudonymiser
    self.database = database
    self.file = file
    self.night = night
    self.reading = reading
    self.firstEntry = firstEntry
    superseded = Set(
      try Int64.fetchAll(
        database,
        sql: """
          SELECT entry.id FROM entry JOIN reading ON reading.id = entry.reading
          WHERE reading.sha256 = ? AND reading.id <> ?
          """, arguments: [file.sha256, reading]))
    laterCoverage = try Row.fetchAll(
      database,
      sql: """
        SELECT source, first, last, (SELECT min(id) FROM entry WHERE entry.reading = reading.id) AS marker
        FROM coverage JOIN reading ON reading.id = coverage.reading
        WHERE exported_at > ? AND reading.id <> ? AND sha256 IS NOT ? AND marker IS NOT NULL
        ORDER BY reading.id
        """, arguments: [file.exportedAt?.milliseconds, reading, file.sha256]
    ).map { row in
      Coverage(
        source: row["source"], range: (row["first"] as Int64)...(row["last"] as Int64), marker: row["marker"])
    }
    insert = try Statement(database, MergeSQL.insert)
    find = try Statement(database, MergeSQL.find)
    update = try Statement(database, MergeSQL.update)
    updateText = try Statement(database, MergeSQL.updateText)
    sight = try Statement(database, MergeSQL.sight)
    revise = try Statement(database, MergeSQL.revise)
    forgetAside = try Statement(database, MergeSQL.forgetAside)
    keepAside = try Statement(database, MergeSQL.keepAside)
  }

  /// Stores a post, or what is new about it.
  ///
  /// - Parameter isOpeningAssumed: whether nothing but its being the first of its conversation in this file says that it
  ///   opens it. What another file knows to be an answer stays one, and what comes before it is what opens.
  func store(
    _ given: Post, _ aside: PostAside?, isOpeningAssumed: Bool, entry: Int64, place: Provenance
  ) throws -> PostOutcome {
    var post = given
    if isOpeningAssumed { post.kind = try assumedKind(of: post) }
    conversations?.note(post)
    if try insertNew(post, entry: entry, place: place) {
      if aside != nil { try write(aside, number: database.lastInsertedRowID) }
      return post.state == .live ? .new : .deleted
    }
    return try merge(post, aside, isOpeningAssumed: isOpeningAssumed, entry: entry, place: place)
  }

  /// What a post is of which only its place in the file says that it opens its conversation.
  private func assumedKind(of post: Post) throws -> PostKind {
    if conversations == nil { conversations = try KnownConversations(database) }
    let thread = post.thread.description
    guard let first = conversations?.first(of: thread), first.id != post.id.description else { return .topic }
    if (first.createdAt, first.id) < (post.createdAt.milliseconds, post.id.description) { return .reply }
    try database.execute(
      sql: "UPDATE post SET kind = 'reply' WHERE thread = ? AND kind = 'topic' AND id <> ?",
      arguments: [thread, post.id.description])
    return .topic
  }

  private func insertNew(_ post: Post, entry: Int64, place: Provenance) throws -> Bool {
    let missing =
      post.state == .live
      ? laterCoverage.first { $0.source == post.source && $0.range.contains(post.createdAt.milliseconds) }
      : nil
    insert.bind(1, post.id.description)
    insert.bind(2, post.source)
    insert.bind(3, post.thread.description)
    insert.bind(4, post.parent == post.id ? nil : post.parent?.description)
    insert.bind(5, post.kind.rawValue)
    insert.bind(6, post.author?.description)
    insert.bind(7, post.channel)
    insert.bind(8, post.createdAt.milliseconds)
    insert.bind(9, post.editedAt?.milliseconds)
    insert.bind(10, missing == nil ? post.state.rawValue : StoredState.missing.rawValue)
    insert.bind(11, missing?.marker ?? (post.state == .live ? nil : entry))
    insert.bind(12, night.number)
    insert.bind(13, night.number)
    insert.bind(14, entry)
    insert.bind(15, place.record)
    insert.bind(16, place.line)
    insert.bind(17, place.byte)
    insert.bind(18, post.title)
    insert.bind(19, post.body)
    return try insert.run() == 1
  }

  private func merge(
    _ given: Post, _ aside: PostAside?, isOpeningAssumed: Bool, entry: Int64, place: Provenance
  ) throws -> PostOutcome {
    var post = given
    find.bind(1, post.id.description)
    guard try find.step() else { throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "post vanished") }
    let stored = StoredPost(find)
    let text = textChange(post, stored)
    let isSameText = text == .none
    find.reset()
    if isOpeningAssumed, stored.kind == PostKind.reply.rawValue { post.kind = .reply }

    let seenHere = stored.lastEntry >= firstEntry
    var order = Order(post, stored)
    if order == .undecided, !isSameText || post.state != stored.state.postState {
      order = try orderByExport(stored)
    }
    var change = MergedPost(stored: stored, post: post, order: order, text: text)

    if text == .other {
      let isKnown = try isKnownRevision(post, of: stored.number)
      if superseded.contains(stored.entry), stored.lastEntry < firstEntry {
        change.text = .replace
      } else if order == .older || (order == .undecided && isKnown) {
        change.text = isKnown ? .none : .addOlder
        // A text that is known as an older one says nothing about where the post stands now either.
        change.order = .older
      } else if order == .undecided, seenHere {
        return .quarantined
      } else {
        change.text = .revise
      }
    }
    try decideState(&change, entry: entry)
    return try apply(change, aside, entry: entry, place: place, seenHere: seenHere)
  }

  /// What the text of a post that is read means beside the stored one.
  private func textChange(_ post: Post, _ stored: StoredPost) -> MergedPost.Text {
    if post.state == .withdrawn, post.body.isEmpty, post.title == nil { return .none }
    // Without the key nothing can be told of such a text, and nothing of it comes back.
    if let tag = stored.textTag { return tag == textTag(post) ?? tag ? .none : .other }
    if stored.hasNoText { return post.body.isEmpty && post.title == nil ? .none : .replace }
    var (title, body) = (post.title ?? "", post.body)
    let isSame =
      title.withUTF8 { TextFolding.same($0, find.bytes(StoredPost.titleColumn)) }
      && body.withUTF8 { TextFolding.same($0, find.bytes(StoredPost.bodyColumn)) }
    return isSame ? .none : .other
  }

  /// The keyed hash of a post's text; nil without the key.
  func textTag(_ post: Post) -> String? { pseudonymiser?.textTag(title: post.title, body: post.body) }

  private func decideState(_ change: inout MergedPost, entry: Int64) throws {
    let (post, stored) = (change.post, change.stored)
    switch (post.state, stored.state) {
    case (.live, .live): return
    case (.withdrawn, .withdrawn):
      // An earlier reading of this very file said so: now this one does.
      if saidByEarlierReading(stored) { change.state = (.withdrawn, entry) }
    case (.withdrawn, .live), (.withdrawn, .missing):
      // Taken away is taken away, unless the stored text is known to be of a later date.
      if change.order != .older { change.state = (.withdrawn, entry) }
    case (.live, .withdrawn):
      // It stands again only when this text is known to be of a later date, or the other was misread.
      if change.order == .newer || saidByEarlierReading(stored) { change.state = (.live, nil) }
    case (.live, .missing):
      // Here it is: it stands again, unless this export is known to be older than the one that missed it.
      let missedBy = try stored.stateEntry.flatMap(exportDate)
      if let mine = file.exportedAt?.milliseconds, let missedBy, mine < missedBy { return }
      change.state = (.live, nil)
    }
  }

  private func saidByEarlierReading(_ stored: StoredPost) -> Bool {
    stored.stateEntry.map { superseded.contains($0) } ?? false
  }

  private func apply(
    _ change: MergedPost, _ aside: PostAside?, entry: Int64, place: Provenance, seenHere: Bool
  ) throws -> PostOutcome {
    let stored = change.stored
    switch change.text {
    case .none, .other, .replace: break
    case .revise: try keepStoredText(stored)
    case .addOlder: try keep(change.post, aside, of: stored.number, entry: entry, place: place)
    }
    let takesText = change.text == .revise || change.text == .replace
    let isReplacement = superseded.contains(stored.entry) && stored.lastEntry < firstEntry
    if change.text == .replace, !isReplacement { try keepStoredPlace(stored) }
    if takesText {
      try write(text: change.post, number: stored.number, entry: entry, place: place)
      try write(aside, number: stored.number)
    } else if isReplacement {
      try write(text: nil, number: stored.number, entry: entry, place: place)
    } else if change.text == .none {
      sight.bind(1, stored.number)
      sight.bind(2, entry)
      sight.bind(3, place.record)
      sight.bind(4, place.line)
      sight.bind(5, place.byte)
      try sight.run()
    }
    let changesText = takesText || change.text == .addOlder
    if let fields = change.fields(night: night, textChanged: changesText) {
      try write(fields, number: stored.number)
    }
    let changesState = change.state.map { $0.to != stored.state } ?? false
    if changesState, change.state?.to == .withdrawn { return .deleted }
    if changesText || changesState { return .revised }
    return seenHere ? .duplicate : .unchanged
  }
}
