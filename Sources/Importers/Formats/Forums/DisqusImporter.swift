// Reads Disqus: the XML that its export gives.
import Archives
import Discussion

/// Reads the comments of a Disqus export. Threads are the pages that were commented on, not posts.
public struct DisqusImporter: Importer {
  /// The format's name.
  public var format: String { "disqus.xml" }

  /// A reader.
  public init() {}

  /// Whether it is XML with root `disqus` in Disqus's namespace.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "<"), let root = XMLRoot(sample.head) else { return false }
    return root.name == "disqus" && root.tag.contains("disqus.com")
  }

  private static let shape = XMLRecordParser.Shape(
    records: ["disqus/thread", "disqus/post"],
    fields: [
      "message": 1 << 20, "createdAt": 64, "isDeleted": 8, "isSpam": 8, "author/email": 1024,
      "author/name": 1024,
      "author/isAnonymous": 8, "author/username": 1024, "thread@dsq:id": 64, "parent@dsq:id": 64,
    ])

  /// Reads the comments.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    var deletedThreads: Set<String> = []
    try XMLRecordParser.read(Self.shape, entry.forEachBlock) { record, _ in
      if record.path == "disqus/thread" {
        if record["isDeleted"] == "true", let id = record.attribute("id") { deletedThreads.insert(id) }
      } else {
        try Self.take(record, deletedThreads, sink)
      }
    }
  }

  private static func take(_ record: XMLRecord, _ deletedThreads: Set<String>, _ sink: ImportSink) throws {
    let place = sink.place(record: record.number, line: record.line)
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: record.raw, at: place)
    }
    if record["isSpam"] == "true" { return sink.skip() }
    guard let id = record.attribute("id"), let thread = record["thread@dsq:id"] else {
      return try quarantine("value-missing", "de reactie heeft geen nummer of geen pagina")
    }
    guard !record.cut.contains("message") else {
      return try quarantine("limit-field", "de reactie is groter dan 1 MB")
    }
    guard let created = record["createdAt"].flatMap({ Timestamp(iso8601: $0) }) else {
      return try quarantine("date", "de reactie heeft geen leesbare datum")
    }
    let isDeleted = record["isDeleted"] == "true" || deletedThreads.contains(thread)
    var post = ImportedPost(
      source: sink.settings.source, id: id, thread: thread, parent: record["parent@dsq:id"], kind: .comment,
      author: author(record), authorName: record["author/name"], createdAt: created, body: "",
      state: isDeleted ? .withdrawn : .live, provenance: place)
    post.take(
      HTMLText.lines(of: record["message"] ?? "", .init(quotes: HTMLQuotes(blockquotes: true))), .markup)
    try sink.post(post, raw: record.raw, isSplit: true)
  }

  /// The user name of a member; the address of a guest, or the name where a guest gave no address.
  private static func author(_ record: XMLRecord) -> String? {
    if record["author/isAnonymous"] != "true", let username = record["author/username"] { return username }
    return record["author/email"]?.lowercased() ?? record["author/name"]
  }
}
