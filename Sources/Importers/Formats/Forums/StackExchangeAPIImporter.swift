// Reads Stack Exchange: a page of questions as its API gives it.
import Archives
import Discussion
import Records

/// Reads pages of questions of the Stack Exchange API, with their answers and comments. Comments that the page gives
/// without their text are counted as skipped.
public struct StackExchangeAPIImporter: Importer {
  /// The format's name.
  public var format: String { "stackexchange.api" }

  /// A reader.
  public init() {}

  /// Whether it is an object with `items` that have a `question_id`, and the API's `quota_remaining`.
  public func recognises(_ sample: EntrySample) -> Bool {
    sample.start.first == UInt8(ascii: "{")
      && sample.outline.isObject(with: "items", "items.question_id", "items.creation_date")
  }

  /// Reads the questions.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let page = try JSONDocumentReading.readOrQuarantine(entry, sample, sink) else { return }
    let questions = Set(
      (page["items"].map { Array($0.elements) } ?? []).compactMap { $0["question_id"]?.text })
    var record = 0
    func read(_ value: JSONValue, _ key: String, _ kind: PostKind, question: String?) throws {
      record += 1
      // Questions and answers are numbered together, as in the data dump, so that both give the same identity. Only where
      // somebody made up numbers does an answer have that of a question. Comments are numbered apart.
      let isTaken = kind == .reply && value[key]?.text.map(questions.contains) == true
      let prefix = isTaken ? "a" : kind == .comment ? "c" : ""
      try Self.read(value, key, kind, prefix, question: question, sink.place(record: record), sink)
    }
    for question in page["items"].map({ Array($0.elements) }) ?? [] {
      let id = question["question_id"]?.text
      try read(question, "question_id", .topic, question: id)
      for answer in question["answers"].map({ Array($0.elements) }) ?? [] {
        try read(answer, "answer_id", .reply, question: id)
        for comment in answer["comments"].map({ Array($0.elements) }) ?? [] {
          try read(comment, "comment_id", .comment, question: id)
        }
      }
      for comment in question["comments"].map({ Array($0.elements) }) ?? [] {
        try read(comment, "comment_id", .comment, question: id)
      }
    }
  }

  private static func read(
    _ value: JSONValue, _ key: String, _ kind: PostKind, _ prefix: String, question: String?,
    _ place: Provenance, _ sink: ImportSink
  ) throws {
    let markup = value["body"]?.string ?? ""
    let body =
      markup.isEmpty ? PlainText.normalised(value["body_markdown"]?.string ?? "") : HTMLText.text(of: markup)
    guard let number = value[key]?.text, let thread = question,
      let created = value["creation_date"]?.integer.map({ Timestamp(seconds: Int64($0)) })
    else {
      let reason = value["creation_date"]?.integer == nil ? "date" : "value-missing"
      return try sink.quarantine(
        reason, "het bericht heeft geen nummer of datum", raw: Array(body.utf8.prefix(4096)), at: place)
    }
    if kind == .comment, body.isEmpty { return sink.skip() }
    let isComment = kind == .comment
    var post = ImportedPost(
      source: sink.settings.source, id: prefix + number, thread: thread,
      parent: kind == .topic ? nil : isComment ? value["post_id"]?.text ?? thread : thread, kind: kind,
      author: value[path: ["owner", "user_id"]]?.text ?? value[path: ["owner", "display_name"]]?.string,
      authorName: value[path: ["owner", "display_name"]]?.string, createdAt: created,
      editedAt: value["last_edit_date"]?.integer.map { Timestamp(seconds: Int64($0)) },
      title: kind == .topic ? value["title"]?.string.map { HTMLText.text(of: $0) } : nil, body: body,
      provenance: place)
    if !markup.isEmpty {
      let quotes = HTMLQuotes(blockquotes: kind != .topic)
      post.take(HTMLText.lines(of: markup, .init(quotes: quotes)), .markup)
    }
    try sink.post(post, raw: Array(body.utf8.prefix(4096)), isSplit: !markup.isEmpty)
  }
}
