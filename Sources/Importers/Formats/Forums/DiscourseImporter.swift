// Reads Discourse: a post as JSON per file, or a topic page with its posts.
import Archives
import Discussion
import Records

/// Reads Discourse posts, one JSON document per post, as `/posts/ID.json` and discourse-archive give them.
public struct DiscoursePostImporter: Importer {
  /// The format's name.
  public var format: String { "discourse.post" }

  /// A reader.
  public init() {}

  /// Whether it is an object with `topic_id`, `post_number` and `cooked`.
  public func recognises(_ sample: EntrySample) -> Bool {
    sample.start.first == UInt8(ascii: "{")
      && sample.outline.isObject(with: "topic_id", "post_number", "cooked")
  }

  /// Reads the post.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let post = try JSONDocumentReading.readOrQuarantine(entry, sample, sink) else { return }
    try DiscoursePost.read(post, title: post["topic_title"]?.string, parents: [:], record: 1, into: sink)
  }
}

/// Reads Discourse topic pages, as `/t/ID.json` gives them.
public struct DiscourseTopicImporter: Importer {
  /// The format's name.
  public var format: String { "discourse.topic" }

  /// A reader.
  public init() {}

  /// Whether it is an object with `post_stream.posts`.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "{") else { return false }
    return sample.outline.isObject(with: "post_stream", "post_stream.posts")
  }

  /// Reads the posts.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let topic = try JSONDocumentReading.readOrQuarantine(entry, sample, sink) else { return }
    let posts = topic[path: ["post_stream", "posts"]].map { Array($0.elements) } ?? []
    var numbers: [Int: String] = [:]
    for post in posts {
      if let number = post["post_number"]?.integer, let id = post["id"]?.text { numbers[number] = id }
    }
    var record = 0
    for post in posts {
      record += 1
      try DiscoursePost.read(
        post, title: topic["title"]?.string, parents: numbers, record: record, into: sink)
    }
    // A page holds 20 posts of a longer topic; the rest stands on other pages.
    if let stream = topic[path: ["post_stream", "stream"]]?.count, stream > record {
      sink.warn("incomplete-topic")
    }
  }
}

/// What Discourse says of a post.
private enum DiscoursePost {
  /// Small actions, such as "closed this topic".
  private static let smallAction = 3
  /// Whispers between moderators: not for the community.
  private static let whisper = 4

  static func read(
    _ post: JSONValue, title: String?, parents: [Int: String], record: Int, into sink: ImportSink
  ) throws {
    let place = sink.place(record: record)
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: raw(post), at: place)
    }
    guard let id = post["id"]?.text, let topic = post["topic_id"]?.text else {
      return try quarantine("value-missing", "het bericht heeft geen nummer of geen gesprek")
    }
    let type = post["post_type"]?.integer
    if type == smallAction || post["action_code"]?.string != nil { return sink.event() }
    if type == whisper { return sink.skip() }
    guard let created = post["created_at"]?.string.flatMap({ Timestamp(iso8601: $0) }) else {
      return try quarantine("date", "het bericht heeft geen leesbare datum")
    }
    let number = post["post_number"]?.integer
    let isDeleted = post["user_deleted"]?.boolean == true || post["deleted_at"]?.string != nil
    let isEdited = (post["version"]?.integer ?? 1) > 1
    var imported = ImportedPost(
      source: sink.settings.source, id: id, thread: topic,
      parent: post["reply_to_post_number"]?.integer.flatMap { parents[$0] },
      kind: number == 1 ? .topic : .reply, author: post["user_id"]?.text ?? post["username"]?.string,
      authorName: post["username"]?.string, createdAt: created,
      editedAt: isEdited ? post["updated_at"]?.string.flatMap { Timestamp(iso8601: $0) } : nil,
      title: number == 1 ? title.map(PlainText.line) : nil, body: "",
      state: isDeleted ? .withdrawn : .live, provenance: place)
    let isHTML = post["cooked"]?.string != nil
    if let html = post["cooked"]?.string {
      imported.take(
        HTMLText.lines(of: html, .init(quotes: HTMLQuotes(blockquotes: number != 1))), .markup)
    } else {
      imported.body = PlainText.normalised(post["raw"]?.string ?? "")
    }
    try sink.post(imported, raw: raw(post), isSplit: isHTML)
  }

  private static func raw(_ post: JSONValue) -> [UInt8] {
    Array((post["cooked"]?.string ?? post["id"]?.text ?? "").utf8.prefix(4096))
  }
}
