// Takes what an importer reads: counts it, tells repeated records apart, and passes it on.
import Discussion

/// Takes the items of one file from its importers, counts them and passes them on.
public final class ImportSink {
  /// The settings.
  public let settings: ImportSettings
  /// What is counted so far.
  public private(set) var summary: ImportSummary
  /// What was gathered before, where the importer asked for it.
  public internal(set) var survey: (any ImportSurvey)?
  /// The entry that is being read.
  var entry = ""
  private let file: String
  private let body: (ImportItem) throws -> Void
  private let known: (any KnownRecords)?
  private var seen: [UInt64: Seen] = [:]
  private(set) var reasons: [String: Int] = [:]
  /// The entries of which each code was noted, and where the last warning of a code stands.
  private var warned: [String: Set<String>] = [:]
  private var lastWarning: [String: Int] = [:]
  /// Codes of which one warning with a count says enough: with a chat come hundreds of pictures.
  private static let countedCodes: Set<String> = ["unknown-format"]

  /// What is remembered of a post, to tell repeats: short hashes only, so that memory stays small. They are compared for posts
  /// with the same identity, of which there are few.
  private struct Seen {
    var content: UInt32
    var body: UInt32
    var edited: UInt32
  }

  /// A sink for one file.
  public init(
    file: String, settings: ImportSettings, known: (any KnownRecords)? = nil,
    _ body: @escaping (ImportItem) throws -> Void
  ) {
    self.file = file
    self.settings = settings
    self.known = known
    summary = ImportSummary(file: file)
    self.body = body
  }

  /// The place of a record.
  public func place(record: Int, line: Int? = nil, byte: Int? = nil) -> Provenance {
    Provenance(file: file, entry: entry, record: record, line: line, byte: byte)
  }

  /// What makes the tags of records that are read alike, for importers that make one post of a record's bytes alone; nil
  /// where records are not known, or something of the rest of the file decides what is read.
  func tags(reading: [String]) -> (any RecordTags)? {
    survey == nil ? known?.tags(reading: reading) : nil
  }

  /// Takes a record that was read before and did not change since; false where it has to be read.
  func takesKnown(_ tag: RecordTag, at place: Provenance) throws -> Bool {
    guard let known else { return false }
    switch try known.take(tag, at: place) {
    case .no: return false
    case .unchanged:
      summary.records += 1
      summary.posts += 1
    case .repeated: repeated()
    }
    return true
  }

  /// Takes a post. A repeat of an earlier one is counted, not passed on; another state of one is passed on as a
  /// revision; another text under the same id without a time that orders both is quarantined, or, for mail, kept
  /// under a derived id.
  ///
  /// Quotes and signatures are looked for in the text of posts, not in lines of chats, unless the importer did that
  /// itself because its format marks them.
  ///
  /// - Parameter record: the tag of its record, from ``tags(reading:)``.
  public func post(
    _ post: ImportedPost, raw: @autoclosure () -> [UInt8] = [], record: RecordTag? = nil,
    isSplit: Bool = false
  ) throws {
    var post = post
    post.record = record
    if !isSplit, post.kind != .chat, post.asWritten == nil, let split = QuoteSplitter().split(post.body) {
      post.take(split)
    }
    guard post.createdAt >= Self.earliest else {
      return try quarantine("date", "de datum bestaat niet", raw: raw(), at: post.provenance)
    }
    // An edit in the future would make this text the newest for ever.
    if let after = settings.notAfter, let edited = post.editedAt, edited > after {
      post.editedAt = nil
      // Another night it may be no longer in the future.
      post.record = nil
    }
    if let after = settings.notAfter, post.createdAt > after {
      return try quarantine(
        "date", "de datum \(post.createdAt) ligt in de toekomst", raw: raw(), at: post.provenance)
    }
    let now = Self.seen(post)
    let identity = Self.identity(of: post)
    guard let earlier = seen[identity] else { return try takeNew(post, identity, now) }
    if earlier.content == now.content { return repeated() }
    if earlier.body == now.body {
      repeated()
      if post.identity != .messageID { try body(.revision(post)) }
      return
    }
    if post.identity == .messageID {
      var other = post
      other.id = DerivedIdentity.id(author: post.author, createdAt: post.createdAt, body: post.wholeText)
      other.identity = .derived
      other.flags = (post.flags + [.idConflict]).sorted()
      let identity = Self.identity(of: other)
      if seen[identity] != nil { return repeated() }
      return try takeNew(other, identity, Self.seen(other))
    }
    if earlier.edited != now.edited {
      repeated()
      return try body(.revision(post))
    }
    try quarantine(
      "id-conflict", "een eerder bericht heeft hetzelfde nummer met een andere tekst", raw: raw(),
      at: post.provenance)
  }

  /// Whether a mail with this id and text was already taken, so that one without a date can be told as a repeat.
  func isRepeat(id: String, source: String, text: String) -> Bool {
    seen[Self.identity(source, id)]?.body == UInt32(truncatingIfNeeded: Self.hash(of: text))
  }

  /// Takes a member.
  public func member(_ member: ImportedMember) throws {
    summary.records += 1
    summary.members += 1
    try body(.member(member))
  }

  /// Takes a record that could not be read.
  public func quarantine(_ reason: String, _ message: String, raw: [UInt8], at place: Provenance) throws {
    summary.records += 1
    summary.quarantined += 1
    if reason == "date" { summary.undated += 1 }
    reasons[reason, default: 0] += 1
    try body(
      .quarantined(
        QuarantinedRecord(
          reason: reason, message: message, raw: Array(raw.prefix(4096)), provenance: place)))
  }

  /// Counts a record that is left out on purpose.
  public func skip() {
    summary.records += 1
    summary.skipped += 1
  }

  /// Counts a record that is left out because it is private, and says so once per entry.
  public func skipPrivate() {
    skip()
    warn("private-skipped")
  }

  /// Counts a system message.
  public func event() {
    summary.records += 1
    summary.events += 1
  }

  /// Counts a record that repeats an earlier one.
  func repeated() {
    summary.records += 1
    summary.duplicates += 1
  }

  /// Notes something odd about the entry, once. Entries that nobody reads are one warning with their number.
  public func warn(_ code: String) {
    guard warned[code, default: []].insert(entry).inserted else { return }
    if Self.countedCodes.contains(code), let position = lastWarning[code] {
      summary.warnings[position].count += 1
      return
    }
    lastWarning[code] = summary.warnings.count
    summary.warnings.append(ImportWarning(code: code, entry: entry))
  }

  private func takeNew(_ post: ImportedPost, _ identity: UInt64, _ now: Seen) throws {
    seen[identity] = now
    summary.records += 1
    if post.state == .live { summary.posts += 1 } else { summary.deleted += 1 }
    try body(.post(post))
  }

  /// The start of 1900: mail may be dated before the web, nothing was written before that.
  private static let earliest = Timestamp(seconds: -2_208_988_800)

  private static func identity(of post: ImportedPost) -> UInt64 { identity(post.source, post.id) }

  private static func identity(_ source: String, _ id: String) -> UInt64 {
    var hasher = Hasher()
    combine(source, into: &hasher)
    combine(id, into: &hasher)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private static func seen(_ post: ImportedPost) -> Seen {
    let body = hash(of: post.wholeText)
    var hasher = Hasher()
    hasher.combine(body)
    combine(post.title ?? "", into: &hasher)
    hasher.combine(post.title == nil)
    combine(post.thread, into: &hasher)
    hasher.combine(post.createdAt)
    hasher.combine(post.state == .live)
    var edited = Hasher()
    edited.combine(post.editedAt)
    return Seen(
      content: UInt32(truncatingIfNeeded: hasher.finalize()), body: UInt32(truncatingIfNeeded: body),
      edited: UInt32(truncatingIfNeeded: edited.finalize()))
  }

  private static func hash(of text: String) -> Int {
    var hasher = Hasher()
    combine(text, into: &hasher)
    return hasher.finalize()
  }

  /// Hashes the bytes of a text: texts are in one form already, so that nothing has to be put into it again.
  private static func combine(_ text: String, into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      hasher.combine(bytes.count)
    }
  }
}
