// Reads LinkedIn: the posts, comments and messages of a member's own data export.
import Archives
import Discussion
import Records

/// Reads the tables of a LinkedIn member export: what the member posted and commented, and, where the settings say so,
/// their messages. Tables that hold no discussion are counted as skipped, once each.
public struct LinkedInImporter: Importer {
  /// The format's name.
  public var format: String { "linkedin.export" }

  /// A reader.
  public init() {}

  /// Whether its header is that of a table of the export.
  public func recognises(_ sample: EntrySample) -> Bool { LinkedInTable(sample) != nil }

  /// Whose export it is.
  public func makeSurvey() -> (any ImportSurvey)? { LinkedInOwner() }

  /// Reads the table.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let table = LinkedInTable(sample) else {
      throw ImportRefusal(reason: "unknown-format", message: "is geen tabel van LinkedIn")
    }
    if table.kind == .other || table.kind == .profile { return sink.skip() }
    let surveyed = sink.survey as? LinkedInOwner
    let owner = surveyed ?? LinkedInOwner()
    if surveyed == nil || sample.entry.isEmpty { owner.look(at: sample, table) }
    if table.isWindows1252 { sink.warn(ImportFlag.encodingGuessed.rawValue) }
    var rows = LinkedInRows(table: table, owner: owner, sink: sink)
    try table.forEachRecord(entry, sample) { try rows.take($0) }
  }
}

/// The reading of one table.
private struct LinkedInRows {
  let table: LinkedInTable
  let owner: LinkedInOwner
  let sink: ImportSink
  private let width: Int
  private let ownerKey: String?
  private let flags: [ImportFlag]
  private var records = 0

  init(table: LinkedInTable, owner: LinkedInOwner, sink: ImportSink) {
    self.table = table
    self.owner = owner
    self.sink = sink
    width = (table.columns.values.max() ?? 0) + 1
    ownerKey = owner.key
    flags = table.isWindows1252 ? [.encodingGuessed] : []
  }

  mutating func take(_ record: CSVRecord) throws {
    records += 1
    let place = sink.place(record: records, line: record.line, byte: record.byte)
    if table.kind == .messages, !sink.settings.includesPrivate { return sink.skipPrivate() }
    if let (reason, message) = problem(of: record) {
      return try sink.quarantine(reason, message, raw: record.raw, at: place)
    }
    let date = table.line("date", record)
    guard let created = LinkedInTable.time(date), created >= sink.settings.notBefore else {
      let message =
        date.isEmpty
        ? "er staat geen datum bij" : "de kolom Date is geen datum van LinkedIn (\(date.count) tekens)"
      return try sink.quarantine("date", message, raw: record.raw, at: place)
    }
    guard var post = post(record, created, place) else { return sink.skip() }
    if post.identity == .native { return try sink.post(post, raw: record.raw) }
    post.id = DerivedIdentity.id(
      of: ["linkedin", post.kind.rawValue, post.thread, post.createdAt.description]
        + (post.kind == .chat ? [post.author ?? ""] : []) + [PlainText.folded(post.body)])
    try sink.post(post, raw: record.raw)
  }

  private func problem(of record: CSVRecord) -> (String, String)? {
    switch record.problem {
    case .unterminatedQuote(let line):
      return ("csv-quote", "het aanhalingsteken op regel \(line) wordt nergens gesloten")
    case .fieldTooLong(let column): return ("limit-field", "de cel in kolom \(column) is groter dan 1 MB")
    case .tooManyColumns: return ("limit-columns", "heeft meer dan 1.000 kolommen")
    case nil: break
    }
    let textColumn = table.columns[textName] ?? 0
    let extra = record.count > width && (width..<record.count).contains { !record[$0].isEmpty }
    if record.count <= textColumn || extra {
      return ("columns", "heeft \(record.count) kolommen in plaats van \(width)")
    }
    return nil
  }

  private var textName: String {
    switch table.kind {
    case .shares: "sharecommentary"
    case .comments: "message"
    default: "content"
    }
  }

  /// The post of a record, without its derived id; nil where it says nothing.
  private func post(_ record: CSVRecord, _ created: Timestamp, _ place: Provenance) -> ImportedPost? {
    let cell = table.cell(textName, record)
    let valid = String(validating: cell, as: UTF8.self)
    var text = valid ?? String(decoding: cell, as: UTF8.self)
    if table.kind == .comments { text = text.replacing("\\\"", with: "\"") }
    // Newer messages are written as HTML.
    let isMarkup = table.kind == .messages && text.hasPrefix("<") && text.contains("</")
    let body = isMarkup ? HTMLText.text(of: text) : PlainText.normalised(text)
    let hasFiles = table.kind == .messages && !table.line("attachments", record).isEmpty
    if LinkedInTable.isEmpty(body), !hasFiles { return nil }
    var post = ImportedPost(
      source: sink.settings.source, id: "", identity: .derived, thread: "", kind: .comment, author: ownerKey,
      authorName: owner.name, createdAt: created, body: body,
      flags: (flags + (valid == nil ? [.charactersReplaced] : [])).sorted(), provenance: place)
    switch table.kind {
    case .shares:
      let link = table.line("sharelink", record)
      post.kind = .topic
      post.thread = LinkedInTable.thread(link)
      if post.thread.hasPrefix("urn:") {
        post.id = post.thread
        post.identity = .native
      } else if link.isEmpty {
        post.thread = DerivedIdentity.id(of: ["linkedin.share", created.description, PlainText.folded(body)])
      }
    case .comments:
      post.thread = LinkedInTable.thread(table.line("link", record))
      if post.thread.isEmpty {
        post.thread = DerivedIdentity.id(of: [
          "linkedin.comment", created.description, PlainText.folded(body),
        ])
      }
    default:
      if table.line("is message draft", record).lowercased() == "yes" { return nil }
      post.kind = .chat
      post.thread = table.line("conversation id", record)
      let from = table.line("from", record)
      let address = table.line("sender profile url", record)
      post.author = from == owner.name ? ownerKey : address.isEmpty ? from : address
      post.authorName = from
      post.title = nil
      post.attachments = hasFiles ? 1 : 0
      if LinkedInTable.isEmpty(body) { post.body = "" }
    }
    return post
  }
}
