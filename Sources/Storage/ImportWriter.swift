// What a reader hands its records to while a file is read: counts each of them in exactly one place.
import Discussion
import GRDB

/// What became of a post that was read.
public enum PostOutcome: String, Hashable, Sendable {
  /// It was not known.
  case new
  /// It was known with another text.
  case revised
  /// It was known as it is.
  case unchanged
  /// It was taken away on the platform, which was not known.
  case deleted
  /// It was in this same file before.
  case duplicate
  /// It cannot be stored.
  case quarantined
  /// It, or its author, was erased: nothing of it is stored
  case erased
  /// Which of its texts is the newest is known only at the end of the file: it is stored and counted then.
  case waiting
}

/// Takes the records of one file, within the file's transaction. Must not be used after the file was read.
public final class ImportWriter {
  /// What became of the records so far.
  public private(set) var counts = ImportCounts()
  /// The file that is read.
  public let file: ImportFile

  let database: Database
  let night: CalendarDay
  let reading: Int64
  let firstEntry: Int64
  private let merger: PostMerger
  private let indexes: IndexesOfPosts
  private let tombstones: Tombstones?
  private var entries: [String: Int64] = [:]
  private var lastEntry: (path: String, id: Int64)?
  private var covered: [String: ClosedRange<Int64>] = [:]
  private var failure: (any Error)?
  private lazy var insertEntry = Result {
    try Statement(database, "INSERT INTO entry (reading, path) VALUES (?, ?)")
  }
  private lazy var insertQuarantine = Result {
    try Statement(
      database,
      """
      INSERT INTO quarantine (reading, entry, record, line, byte, reason, message, raw)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }
  private lazy var upsertMember = Result {
    try Statement(
      database,
      """
      INSERT INTO member (id, organisation, region, role) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET organisation = coalesce(excluded.organisation, organisation),
        region = coalesce(excluded.region, region), role = coalesce(excluded.role, role)
      """)
  }

  init(
    _ database: Database, file: ImportFile, night: CalendarDay, tombstones: Tombstones? = nil,
    readingAllOf except: Set<Int64>? = []
  ) throws {
    self.tombstones = tombstones
    self.database = database
    self.file = file
    self.night = night
    reading = try Readings.insert(database, path: file.path, file: file, bytes: file.bytes, night: night)
    firstEntry = try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM entry") ?? 1
    indexes = try IndexesOfPosts(database)
    merger = try PostMerger(
      database, file: file, night: night, reading: reading, firstEntry: firstEntry,
      pseudonymiser: tombstones?.pseudonymiser, readingAllOf: indexes.areSetAside ? nil : except)
  }

  /// What makes the tags by which records are known that are read in one way; nil where none are kept, as when the file is
  /// read again.
  public func recordTagger(reading: [String]) -> RecordTagger? {
    guard merger.known.keepsTags else { return nil }
    return tombstones?.pseudonymiser.recordTagger(reading: [file.mappingHash, file.readerVersion] + reading)
  }

  /// Takes a record by its tag, when an earlier file had it and its post is as that left it: the same comes of it as of
  /// reading it. A record that this file had before is not counted here: the reader counts it.
  ///
  /// - Returns: what became of it; nil where it has to be read.
  public func add(known tag: RecordTag, at place: Provenance) throws -> PostOutcome? {
    try keepingFailure {
      switch try merger.takeKnown(tag, entry: try entryID(place.entry), place: place) {
      case .unchanged(let source, let time):
        counts.unchanged += 1
        if file.completeness != .partial { cover(source: source, time: time) }
        return .unchanged
      case .repeated: return .duplicate
      case nil: return nil
      }
    }
  }

  /// Stores a post, or notes that it was seen here too.
  ///
  /// A post that is known with another text: the text with the later edit time is the newest; without edit times that of
  /// the later export. Which export is later is told by its date (``ImportFile/exportedAt``), else by the names: the
  /// later of one full date in each, where they are otherwise alike, or the higher of the numbers in which alone they
  /// differ, when that export also has the newest post of the two. None of this depends on which file is read first. Else
  /// the text of the file that came later is the newest. The other is kept as a revision. Two texts in one file that
  /// nothing orders are a conflict: the second goes to quarantine (`id-conflict`). White space makes no other text.
  ///
  /// - Parameters:
  ///   - aside: what stands beside its words. Of two readings with the same words the first one's is kept.
  ///   - isOpeningAssumed: whether it counts as the first post of its conversation only because nothing in the file comes
  ///     before it.
  ///   - record: the tag of its record, from ``recordTagger(reading:)``; nil where more than the record's bytes decides
  ///     what is read from it.
  ///   - place: where it was read.
  @discardableResult
  public func add(
    _ post: Post, _ aside: PostAside? = nil, isOpeningAssumed: Bool = false, record: RecordTag? = nil,
    at place: Provenance
  ) throws -> PostOutcome {
    try keepingFailure {
      if let tombstones, tombstones.covers(post) {
        try merger.noteLeftOut(post)
        counts.erased += 1
        return .erased
      }
      let post = tombstones?.withoutReferences(post) ?? post
      // Of what quotes anybody nothing is kept once somebody was erased, not even a hash.
      let isWhole = tombstones?.isEmpty ?? true || aside == aside?.withoutWords
      let aside = isWhole ? aside : aside?.withoutWords
      if let reason = PostMerger.reasonNotToStore(post) {
        try merger.noteLeftOut(post)
        try store(
          QuarantinedRecord(place: place, reason: reason.code, message: reason.message, raw: raw(of: post)))
        return .quarantined
      }
      let outcome = try merger.store(
        post, aside, isOpeningAssumed: isOpeningAssumed && post.kind == .topic,
        record: isWhole ? record : nil,
        entry: try entryID(place.entry),
        place: place)
      if let outcome { try count(outcome, post, at: place) }
      if file.completeness != .partial, outcome != .quarantined {
        cover(source: post.source, time: post.createdAt.milliseconds)
      }
      return outcome ?? .waiting
    }
  }

  private func count(_ outcome: PostOutcome, _ post: Post, at place: Provenance) throws {
    switch outcome {
    case .new: counts.new += 1
    case .revised: counts.revised += 1
    case .unchanged: counts.unchanged += 1
    case .deleted: counts.deleted += 1
    case .duplicate: counts.duplicates += 1
    case .erased: counts.erased += 1
    case .quarantined:
      try store(
        QuarantinedRecord(
          place: place, reason: "id-conflict",
          message: "Dit bericht staat twee keer in dit bestand met verschillende tekst, "
            + "en nergens blijkt uit welke tekst de nieuwste is.",
          raw: raw(of: post)))
    case .waiting: break
    }
  }

  /// Stores what a member list says of a member. What a later list does not say stays as it was.
  public func add(_ member: Member) throws {
    try keepingFailure {
      if let tombstones, tombstones.covers(member.id) {
        counts.erased += 1
        return
      }
      let statement = try upsertMember.get()
      statement.bind(1, member.id.description)
      statement.bind(2, member.organisation)
      statement.bind(3, member.region)
      statement.bind(4, member.role)
      try statement.run()
      counts.members += 1
    }
  }

  /// Adds the lines that a row of a file of corrections comes down to.
  public func add(_ lines: [RecordedCorrection]) throws {
    try keepingFailure {
      try CorrectionLog.append(lines, to: database)
      counts.corrections += 1
    }
  }

  /// Adds the lines that a row of a file of decisions comes down to.
  public func add(_ lines: [Decision]) throws {
    try keepingFailure {
      try DecisionLog.append(lines, to: database)
      counts.decisions += 1
    }
  }

  /// Adds the lines that a row of a file of verdicts comes down to.
  public func add(_ lines: [Verdict]) throws {
    try keepingFailure {
      try VerdictLog.append(lines, to: database)
      counts.verdicts += 1
    }
  }

  /// Counts rows of a list of resources that were taken.
  func noteResources(_ count: Int) { counts.resources += count }

  /// Counts rows that an earlier file brought.
  public func noteKnown(_ count: Int = 1) { counts.unchanged += count }

  /// Takes what earlier versions of this file left in quarantine away: a person mends such a file and puts it back.
  public func forgetQuarantineOfEarlierVersions() throws {
    try keepingFailure {
      try database.execute(
        sql: "DELETE FROM quarantine WHERE reading IN (SELECT id FROM reading WHERE path = ? AND id <> ?)",
        arguments: [file.path, reading])
    }
  }

  /// Stores a record that cannot be a post, with its reason.
  public func quarantine(_ record: QuarantinedRecord) throws {
    try keepingFailure {
      try store(tombstones?.withholds(record) ?? false ? record.withheld() : record)
    }
  }

  /// Counts records that are left out on purpose, such as private messages.
  public func noteSkipped(_ count: Int = 1) { counts.skipped += count }

  /// Counts records that are events and no posts.
  public func noteEvents(_ count: Int = 1) { counts.events += count }

  /// Counts records that the reader itself recognised as repeated.
  public func noteDuplicates(_ count: Int = 1) { counts.duplicates += count }

  /// Reads one entry of an archive. When it throws a ``FileRefusal``, what the entry brought is rolled back, the
  /// refusal goes to quarantine as record 0 of the entry, and the rest of the file goes on.
  public func entry(_ path: String, read: () throws -> Void) throws {
    let before = (counts: counts, entries: entries, lastEntry: lastEntry, covered: covered)
    let mark = merger.mark
    var refusal: FileRefusal?
    try keepingFailure {
      try database.execute(sql: "SAVEPOINT entry")
      do {
        try read()
      } catch let error as FileRefusal {
        refusal = error
        try database.execute(sql: "ROLLBACK TO entry")
        (counts, entries, lastEntry, covered) = before
        merger.goBack(to: mark)
      }
      try database.execute(sql: "RELEASE entry")
      guard let refusal else { return }
      counts.refusedEntries += 1
      let place = refusal.place ?? Provenance(file: file.path, entry: path, record: 0)
      try insert(QuarantinedRecord(place: place, reason: refusal.reason, message: refusal.message))
    }
  }

  /// Posts that were taken by their records and of which others came.
  var comingAgain: Set<Int64> { merger.known.comingAgain }

  /// Ends the file: what complete exports no longer have, what an earlier reading brought, the counts.
  func finish(_ summary: ReadSummary) throws -> FileReport {
    if let failure { throw failure }
    try indexes.restore()
    try merger.finish { outcome, post, place in try count(outcome, post, at: place) }
    if let read = summary.records, read != counts.read {
      throw StoreError.countsDoNotAddUp(file: file.path, read: read, accounted: counts.read)
    }
    counts.withdrawnReadings = try merger.removeEarlierReadings(of: file)
    // A record in quarantine may be the very post that seems to be missing: then nothing is concluded.
    if counts.quarantined + counts.refusedEntries == 0, let marker = entries.values.min() {
      for (source, range) in covered.sorted(by: { $0.key < $1.key }) {
        counts.missing += try merger.markMissing(source: source, range: range, marker: marker)
      }
    }
    counts.missing += try merger.settleMissing()
    let outcome: FileReport.Outcome =
      counts.quarantined + counts.refusedEntries > 0 ? .quarantined : .accepted
    let columns = ImportCounts.fields.map { "\($0.name) = ?" }.joined(separator: ", ")
    let values: [any DatabaseValueConvertible] = ImportCounts.fields.map { counts[keyPath: $0.path] }
    try database.execute(
      sql: "UPDATE reading SET outcome = ?, format = ?, newest_post = ?, \(columns) WHERE id = ?",
      arguments: StatementArguments(
        [outcome.rawValue, summary.format, merger.order.newestPost] as [(any DatabaseValueConvertible)?])
        + StatementArguments(values) + [reading])
    try Readings.note(database, reading: reading, path: file.path, night: night)
    return FileReport(
      path: file.path, sha256: file.sha256, bytes: file.bytes, outcome: outcome, readOn: night,
      format: summary.format, counts: counts)
  }

  private func entryID(_ path: String) throws -> Int64 {
    if let lastEntry, lastEntry.path == path { return lastEntry.id }
    if let id = entries[path] {
      lastEntry = (path, id)
      return id
    }
    let statement = try insertEntry.get()
    statement.bind(1, reading)
    statement.bind(2, path)
    try statement.run()
    let id = statement.lastInsertedRow
    entries[path] = id
    lastEntry = (path, id)
    return id
  }

  private func store(_ record: QuarantinedRecord) throws {
    try insert(record)
    counts.quarantined += 1
  }

  private func insert(_ record: QuarantinedRecord) throws {
    let statement = try insertQuarantine.get()
    statement.bind(1, reading)
    statement.bind(2, record.place.entry)
    statement.bind(3, record.place.record)
    statement.bind(4, record.place.line)
    statement.bind(5, record.place.byte)
    statement.bind(6, record.reason)
    statement.bind(7, record.message)
    statement.bind(8, record.raw.prefix(QuarantinedRecord.longestRaw))
    try statement.run()
  }

  private func raw(of post: Post) -> [UInt8] {
    Array(((post.title.map { $0 + "\n\n" } ?? "") + post.body).utf8.prefix(QuarantinedRecord.longestRaw))
  }

  private func cover(source: String, time: Int64) {
    if case .completeBetween(let first, let last) = file.completeness {
      covered[source] = min(first, last).milliseconds...max(first, last).milliseconds
    } else if let range = covered[source] {
      if !range.contains(time) {
        covered[source] = min(range.lowerBound, time)...max(range.upperBound, time)
      }
    } else {
      covered[source] = time...time
    }
  }

  /// Once the database refused something the file cannot be stored, even when the reader goes on.
  func keepingFailure<Value>(_ work: () throws -> Value) throws -> Value {
    if let failure { throw failure }
    do {
      return try work()
    } catch {
      if !(error is FileRefusal) { failure = error }
      throw error
    }
  }
}
