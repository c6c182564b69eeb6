// Reads mail: mbox files of any archiver, and single messages.
import Archives
import CMail
import Discussion

/// Reads mbox: Pipermail, HyperKitty, groups.io, PonyMail, Takeout and the like.
public struct MboxImporter: Importer {
  /// The format's name.
  public var format: String { "mbox" }

  /// A reader.
  public init() {}

  /// Whether it starts with a `From ` line behind which headers follow.
  public func recognises(_ sample: EntrySample) -> Bool {
    MboxSplitter.isSeparator(sample.start.prefix(1 << 14))
  }

  /// Which mails of the file belong together.
  public func makeSurvey() -> (any ImportSurvey)? { MailThreads() }

  /// Reads the mails.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    let threads = sink.survey as? MailThreads
    var splitter = MboxSplitter()
    func take(_ message: MboxMessage) throws {
      let place = sink.place(record: message.record, byte: message.byte)
      if message.isCut {
        return try sink.quarantine(
          "limit-bytes", "het bericht is groter dan 64 MB", raw: Array(message.bytes.prefix(4096)), at: place)
      }
      try Mail.read(message.bytes, threads, place, sink)
    }
    try entry.forEachBlock { try splitter.feed($0, take) }
    try splitter.finish(take)
  }
}

/// Reads a single mail (`.eml`).
public struct MessageImporter: Importer {
  /// The format's name.
  public var format: String { "eml" }

  /// A reader.
  public init() {}

  /// Whether it starts with headers, two or more of From, Date, Message-ID and Subject among them.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard MboxSplitter.isHeader(sample.head.prefix { $0 != 0x0A }) else { return false }
    let names = Set(MailHeaders(sample.head).names)
    return names.intersection(["from", "date", "message-id", "subject"]).count >= 2
  }

  /// Which mails of a folder belong together.
  public func makeSurvey() -> (any ImportSurvey)? { MailThreads(areSingle: true) }

  /// Reads the mail.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    let message = try entry.contents()
    try Mail.read(message[...], sink.survey as? MailThreads, sink.place(record: 1, byte: 0), sink)
  }
}

/// What a mail says.
private enum Mail {
  private static let maximumDepth: Int32 = 32
  private static let maximumParts: Int32 = 1000

  static func read(
    _ message: ArraySlice<UInt8>, _ threads: MailThreads?, _ place: Provenance, _ sink: ImportSink
  ) throws {
    let headers = MailHeaders(message)
    func quarantine(_ reason: String, _ problem: String) throws {
      try sink.quarantine(reason, problem, raw: Array(message.prefix(4096)), at: place)
    }
    let (content, status) = text(of: message)
    switch Int(status) {
    case Int(tm_too_deep): return try quarantine("limit-depth", "heeft te veel delen in elkaar")
    case Int(tm_too_many_parts): return try quarantine("limit-parts", "heeft meer dan \(maximumParts) delen")
    case Int(tm_ok): break
    default: return try quarantine("mail-syntax", "is niet als e-mail te lezen")
    }
    let source = sink.settings.source
    guard let date = headers["date"].flatMap({ MailDate.read($0) }),
      let (created, assumed) = LocalZone.utc.instant(of: date)
    else {
      if let id = headers.messageID, sink.isRepeat(id: id, source: source, text: content.text) {
        return sink.repeated()
      }
      return try quarantine("date", "de e-mail heeft geen leesbare datum")
    }
    let author = headers["from"].flatMap { MailAddress($0) }
    let id = headers.messageID
    let ancestors = headers.ancestors.filter { $0 != id }
    let text = content.text
    let identity = id ?? DerivedIdentity.id(author: author?.key, createdAt: created, body: text)
    let first = id ?? ancestors.first
    let thread = first.map { threads?.thread(of: $0) ?? ancestors.first ?? $0 } ?? identity
    var post = ImportedPost(
      source: source, id: identity, identity: id == nil ? .derived : .messageID, thread: thread,
      parent: ancestors.last, kind: ancestors.isEmpty ? .topic : .reply, author: author?.key,
      authorName: author?.name, channel: list(headers), createdAt: created, title: headers.text("subject"),
      body: text, flags: (content.flags + assumed).sorted(), provenance: place)
    post.attachments = content.attachments
    post.take(content.lines, .mail)
    try sink.post(post, raw: Array(message.prefix(4096)), isSplit: true)
  }

  /// The name of the mailing list, from its List-Id.
  private static func list(_ headers: MailHeaders) -> String? {
    headers["list-id"].flatMap { MailHeaders.identifiers($0).first }
  }

  /// What a mail holds to read.
  private struct Content {
    var lines: [MarkedLine] = []
    var flags: [ImportFlag] = []
    var attachments = 0

    /// All of its text.
    var text: String { PlainText.normalised(lines.map(\.text).joined(separator: "\n")) }
  }

  private static func text(of message: ArraySlice<UInt8>) -> (content: Content, status: Int32) {
    var found = tm_text()
    message.withUnsafeBytes { bytes in
      tm_read(
        bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, maximumDepth, maximumParts, &found)
    }
    defer { tm_text_clear(&found) }
    let bytes = Array(UnsafeBufferPointer(start: found.bytes, count: found.length))
    let charset = found.charset.map { String(cString: $0) }
    let (decoded, flags) = NamedCharset.decode(bytes, charset: charset)
    let lines =
      found.is_html != 0
      ? HTMLText.lines(of: decoded, .init(quotes: HTMLQuotes(blockquotes: false)))
      : PlainText.normalised(unescaped(decoded)).split(separator: "\n", omittingEmptySubsequences: false).map
      {
        MarkedLine(text: String($0), mark: .own)
      }
    return (Content(lines: lines, flags: flags, attachments: Int(found.attachments)), found.status)
  }

  /// Takes one `>` off lines such as `>From `, which archivers put there.
  private static func unescaped(_ text: String) -> String {
    guard text.contains(">From ") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.drop { $0 == ">" }.hasPrefix("From ") && line.hasPrefix(">") ? line.dropFirst() : line
    }.joined(separator: "\n")
  }
}
