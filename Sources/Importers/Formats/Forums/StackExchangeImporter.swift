// Reads Stack Exchange: Posts.xml of the data dump.
import Archives
import Discussion

/// Reads `Posts.xml` of the Stack Exchange data dump: questions and answers; wikis, tag wikis and elections are
/// counted as events.
public struct StackExchangePostsImporter: Importer {
  /// The format's name.
  public var format: String { "stackexchange.posts" }

  /// A reader.
  public init() {}

  /// Whether it is XML with root `posts` and rows that have a `PostTypeId`.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "<") else { return false }
    let text = String(decoding: sample.head.prefix(1 << 14), as: UTF8.self)
    guard let root = text.firstRange(of: "<posts"), let row = text.firstRange(of: "<row ") else {
      return false
    }
    return root.upperBound < row.lowerBound && text[row.upperBound...].contains("PostTypeId=")
  }

  /// Reads the rows.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    var record = 0
    let parser = XMLEventParser { tag in
      guard tag.name == "row", tag.depth == 2 else { return }
      record += 1
      try Self.read(tag, sink.place(record: record, line: tag.line), sink)
    }
    try entry.forEachBlock { try parser.feed($0) }
    try parser.finish()
  }

  private static func read(_ row: XMLStartTag, _ place: Provenance, _ sink: ImportSink) throws {
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: row.raw, at: place)
    }
    guard let id = row["Id"], let type = row["PostTypeId"] else {
      return try quarantine("value-missing", "het bericht heeft geen nummer of soort")
    }
    guard type == "1" || type == "2" else { return sink.event() }
    let isQuestion = type == "1"
    // The dump's times name no zone and are UTC.
    guard let created = row["CreationDate"].flatMap({ LocalTime(iso8601: $0) })?.asUTC else {
      return try quarantine("date", "het bericht heeft geen leesbare datum")
    }
    guard let thread = isQuestion ? id : row["ParentId"] else {
      return try quarantine("value-missing", "het antwoord noemt geen vraag")
    }
    var post = ImportedPost(
      source: sink.settings.source, id: id, thread: thread, parent: isQuestion ? nil : thread,
      kind: isQuestion ? .topic : .reply, author: row["OwnerUserId"] ?? row["OwnerDisplayName"],
      authorName: row["OwnerDisplayName"], createdAt: created,
      editedAt: row["LastEditDate"].flatMap { LocalTime(iso8601: $0) }?.asUTC,
      title: row["Title"].map(PlainText.line), body: "", provenance: place)
    post.take(
      HTMLText.lines(of: row["Body"] ?? "", .init(quotes: HTMLQuotes(blockquotes: !isQuestion))), .markup)
    try sink.post(post, raw: row.raw, isSplit: true)
  }
}
