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
  /// Which exports are later than this one.
  let order: ExportOrder
  /// What other complete exports cover: what they should have and do not is missing, whichever is read first.
  let coverages: [Coverage]
  private var laterCoverage: (entry: Int64, LaterCoverage)?
  /// Posts of which it is to be seen once the file was read whether a complete export should have them and does not.
  var uncertain: Set<Int64> = []
  /// New posts that a later complete export should have and does not.
  private(set) var insertedAsMissing: Set<Int64> = []
  /// Makes the keyed hashes by which texts are known that are kept no longer.
  private let pseudonymiser: Pseudonymiser?
  /// Under what earlier readings of this content were done.
  private var knownRecipes: Set<String>?
  /// Posts that wait for the end of the file, because what it still brings says which text is newer.
  private var waiting: [Waiting] = []
  /// How many posts were read.
  private var read = 0
  /// Whether the post before was known: then this one is looked up before it is tried as a new one.
  private var expectsKnown = false
  private let insert: Statement
  private let find: Statement
  let update: Statement
  let updateText: Statement
  let sight: Statement
  let revise: Statement
  let forgetAside: Statement
  let keepAside: Statement
  private var openings: Openings
  /// Records that need not be read.
  var known: KnownRecords

  /// A post as it was read.
  struct Waiting {
    var post: Post
    var aside: PostAside?
    var isOpeningAssumed: Bool
    /// By what its record is known; nil where more than its bytes decides what it gives.
    var record: RecordTag?
    var entry: Int64
    var place: Provenance
  }

  /// How far the file is read, to come back to.
  struct Mark {
    fileprivate var read: Int
    fileprivate var waiting: Int
    fileprivate var newestPost: Int64?
    fileprivate var insertedAsMissing: Set<Int64>
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
    pseudonymiser: Pseudonymiser?, readingAllOf except: Set<Int64>?
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
    order = ExportOrder(database, reading: reading)
    coverages = try Coverage.all(database, except: file.sha256)
    openings = Openings(database, superseded: superseded)
    known = try KnownRecords(
      database, keepsTags: pseudonymiser != nil && superseded.isEmpty, except: except)
    insert = try Statement(database, MergeSQL.insert)
    find = try Statement(database, MergeSQL.find)
    update = try Statement(database, MergeSQL.update)
    updateText = try Statement(database, MergeSQL.updateText)
    sight = try Statement(database, MergeSQL.sight)
    revise = try Statement(database, MergeSQL.revise)
    forgetAside = try Statement(database, MergeSQL.forgetAside)
    keepAside = try Statement(database, MergeSQL.keepAside)
  }

  /// Stores a post, or what is new about it; nil when that is decided at the end of the file.
  ///
  /// - Parameter isOpeningAssumed: whether nothing but its being the first of its conversation in this file says that it
  ///   opens it. What another file knows to be an answer stays one, and what comes before it is what opens.
  func store(
    _ given: Post, _ aside: PostAside?, isOpeningAssumed: Bool, record: RecordTag?, entry: Int64,
    place: Provenance
  ) throws -> PostOutcome? {
    var post = given
    order.note(post)
    read += 1
    if isOpeningAssumed { post.kind = try openings.kind(of: post) }
    try openings.note(post)
    let isFound = expectsKnown ? try isStored(post) : false
    expectsKnown = true
    let read = Waiting(
      post: post, aside: aside, isOpeningAssumed: isOpeningAssumed, record: isOpeningAssumed ? nil : record,
      entry: entry, place: place)
    if !isFound, try insertNew(read) {
      expectsKnown = false
      let number = database.lastInsertedRowID
      if let aside { try add(aside, number: number) }
      if isOpeningAssumed { openings.noteOpener(post, number: number) }
      return post.state == .live ? .new : .deleted
    }
    if let outcome = try merge(read, isFound: isFound) { return outcome }
    waiting.append(read)
    return nil
  }

  /// Counts a known post that is not read.
  func noteSeen(at time: Int64) {
    read += 1
    expectsKnown = true
    order.note(time)
  }

  /// Whether a post is stored; then ``find`` stands on its row.
  private func isStored(_ post: Post) throws -> Bool {
    find.bind(1, post.id.description)
    if try find.step() { return true }
    find.reset()
    return false
  }

  /// The number of a post in the store; nil where it is not there.
  func number(of post: Post) throws -> Int64? {
    guard try isStored(post) else { return nil }
    defer { find.reset() }
    return find.integer(0)
  }

  /// Stores what waited for the end of the file.
  func finish(_ note: (PostOutcome, Post, Provenance) throws -> Void) throws {
    order.isAtEnd = true
    for read in waiting {
      guard let outcome = try merge(read) else {
        throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "undecided")
      }
      try note(outcome, read.post, read.place)
    }
    waiting = []
    if !known.comingAgain.isEmpty { throw KnownRecordsComeAgain(posts: known.comingAgain) }
  }

  /// How far the file is read.
  var mark: Mark {
    Mark(
      read: read, waiting: waiting.count, newestPost: order.newestPost, insertedAsMissing: insertedAsMissing)
  }

  /// Forgets what was read since, as the database did.
  func goBack(to mark: Mark) {
    if read == mark.read { return }
    read = mark.read
    insertedAsMissing = mark.insertedAsMissing
    waiting.removeSubrange(mark.waiting...)
    order.goBack(to: mark.newestPost)
    // What was taken is not told apart by entries: from here on all is read.
    known.takes = false
    openings = Openings(database, superseded: superseded)
    laterCoverage = nil
  }

  private func insertNew(_ read: Waiting) throws -> Bool {
    let (post, entry, place) = (read.post, read.entry, read.place)
    let later = try later(entry)
    let missing = post.state == .live ? later.decided.first { $0.covers(post) } : nil
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
    insert.bind(20, read.isOpeningAssumed ? 1 : 0)
    insert.bind(21, read.record?.first)
    insert.bind(22, read.record?.second)
    guard try insert.run() == 1 else { return false }
    if missing != nil { insertedAsMissing.insert(database.lastInsertedRowID) }
    if missing == nil, post.state == .live, later.perhaps.contains(where: { $0.covers(post) }) {
      uncertain.insert(database.lastInsertedRowID)
    }
    return true
  }

  private func later(_ entry: Int64) throws -> LaterCoverage {
    if let laterCoverage, laterCoverage.entry == entry { return laterCoverage.1 }
    let found = try LaterCoverage(coverages, than: entry, order)
    laterCoverage = (entry, found)
    return found
  }

  /// Stores what is new about a known post; nil when that cannot be decided yet.
  ///
  /// - Parameter isFound: whether ``find`` stands on its row already.
  private func merge(_ given: Waiting, isFound: Bool = false) throws -> PostOutcome? {
    var (read, post) = (given, given.post)
    guard try isFound || isStored(post) else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "post vanished")
    }
    let stored = StoredPost(find)
    let text = textChange(post, stored)
    find.reset()
    guard try note(stored.number) else { return .unchanged }
    let isAssumed = try isStillAssumed(read, stored)
    if read.isOpeningAssumed, !isAssumed { post.kind = PostKind(rawValue: stored.kind) ?? post.kind }

    // Of what only an earlier reading of this very file said, nothing counts beside what this one says.
    var isOnlyHere = false
    if !superseded.isEmpty, text != .other, stored.knowsMore(than: post) {
      isOnlyHere = try self.isOnlyHere(stored)
    }
    var edits = isOnlyHere ? .undecided : Order(post, stored)
    let byEdits = edits
    // A mark of an earlier date makes nothing of a post that a later export has, or should have.
    let asksOrder = text == .other || post.state != stored.state.postState || stored.state == .missing
    if edits == .undecided, asksOrder {
      guard let byExport = try orderByExport(read.entry, stored) else { return nil }
      edits = byExport
    }
    var change = MergedPost(stored: stored, post: post, order: edits, text: text)
    change.isOpeningAssumed = isAssumed
    change.isOnlyHere = isOnlyHere
    if text == .other {
      guard try decideText(&change, entry: read.entry) else { return .quarantined }
      if change.text == .correct { change.isOnlyHere = try self.isOnlyHere(stored) }
    }
    guard try decideState(&change, entry: read.entry, byEdits: byEdits) else { return nil }
    if !superseded.isEmpty, change.order == .undecided, change.text == .none,
      change.fields(night: night, textChanged: false) != nil, try isOlderByArrival(read.entry, stored)
    {
      change.order = .older
      read.record = nil
    }
    return try apply(change, read)
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

  private func apply(_ change: MergedPost, _ read: Waiting) throws -> PostOutcome {
    let stored = change.stored
    let number = stored.number
    var takesText = false
    switch change.text {
    case .none where change.known != nil: try noteKnown(change, read)
    case .none where !change.isBare && superseded.contains(stored.entry) && stored.lastEntry < firstEntry:
      try write(text: nil, number: number, entry: read.entry, place: read.place)
    case .none, .other: try sight(number, read, as: change.isBare ? 0 : nil)
    case .addOlder: try keep(read.post, read.aside, of: number, entry: read.entry, place: read.place)
    case .revise:
      try keepStoredText(number)
      takesText = true
    case .replace:
      try keepStoredPlace(stored)
      takesText = true
    case .correct:
      if !superseded.contains(stored.entry) { try keepStoredPlace(stored) }
      takesText = true
    }
    if takesText {
      if let known = change.known { try dissolve(known, of: number) }
      try write(text: read.post, number: number, entry: read.entry, place: read.place)
      try write(read.aside, number: number)
    }
    let changesText = takesText || change.text == .addOlder
    if let fields = change.fields(night: night, textChanged: changesText) {
      try write(fields, number: number)
    } else if let record = read.record, change.isAsStored {
      try remember(record, of: stored)
    }
    if read.isOpeningAssumed, change.isOpeningAssumed { openings.noteOpener(change.post, number: number) }
    let changesState = change.state.map { $0.to != stored.state } ?? false
    if changesState, change.state?.to == .withdrawn { return .deleted }
    if changesText || changesState { return .revised }
    return stored.lastEntry >= firstEntry ? .duplicate : .unchanged
  }

  /// Under which other mappings and readers earlier readings of this content were done.
  func earlierRecipes() throws -> Set<String> {
    if let knownRecipes { return knownRecipes }
    let found = try String.fetchSet(
      database,
      sql: """
        SELECT mapping_hash || char(10) || reader_version FROM reading
        WHERE sha256 = ? AND id <> ? AND (mapping_hash <> ? OR reader_version <> ?)
        """, arguments: [file.sha256, reading, file.mappingHash, file.readerVersion])
    knownRecipes = found
    return found
  }
}
