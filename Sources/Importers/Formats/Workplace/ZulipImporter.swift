// Reads Zulip: archives that zulip-archive made.
import Archives
import Discussion
import Records

/// Reads an archive made by zulip-archive: a folder for each stream, a file for each topic. Streams are told apart by
/// their number, since they keep their old names beside the new. A message that stands in two topics, because one was
/// renamed, is one post in the later topic. A conversation is identified by the message that opens it: renaming or
/// resolving a topic, or moving it to another stream, leaves that as it is.
public struct ZulipImporter: Importer {
  /// The format's name.
  public var format: String { "zulip.archive" }

  /// A reader.
  public init() {}

  /// Whether it is a list of messages as zulip-archive writes them, or its index.
  public func recognises(_ sample: EntrySample) -> Bool { ZulipDocument(sample) != nil }

  /// The streams' names, and which topic a message belongs to.
  public func makeSurvey() -> (any ImportSurvey)? { ZulipArchive() }

  /// Reads the messages of a topic.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    let kind = ZulipDocument(sample)
    guard let messages = try JSONDocumentReading.readOrQuarantine(entry, sample, sink), case .topic = kind
    else { return }
    let archive = sink.survey as? ZulipArchive
    let topic = ZulipTopic(sample.entry.isEmpty ? sample.file : sample.entry)
    let home = { (number: String) in archive?.isHome(entry.name, of: number) ?? true }
    let opening = messages.elements.filter { !Self.isEvent($0) }.compactMap { $0["id"]?.text }
      .filter(home).compactMap { UInt64($0) }.min()
    for (index, message) in messages.elements.enumerated() {
      try Self.read(message, topic, archive, opening: opening, sink.place(record: index + 1), sink)
    }
  }

  /// Whether Zulip wrote it: new streams, renamed and resolved topics.
  private static func isEvent(_ message: JSONValue) -> Bool {
    message["sender_full_name"]?.string == "Notification Bot"
  }

  private static func read(
    _ message: JSONValue, _ topic: ZulipTopic, _ archive: ZulipArchive?, opening: UInt64?,
    _ place: Provenance,
    _ sink: ImportSink
  ) throws {
    func quarantine(_ reason: String, _ problem: String) throws {
      try sink.quarantine(reason, problem, raw: message.fragment, at: place)
    }
    guard let number = message["id"]?.text.filled else {
      return try quarantine("value-missing", "het bericht heeft geen nummer (id)")
    }
    if archive?.isHome(place.entry, of: number) == false { return sink.repeated() }
    if isEvent(message) { return sink.event() }
    guard let seconds = message["timestamp"]?.integer, seconds > 0 else {
      return try quarantine("date", "het bericht heeft geen leesbare tijd (timestamp)")
    }
    let content = message["content"]?.string ?? ""
    let quotes = ZulipQuotes(content)
    let thread = opening.map { String($0) } ?? number
    let opens = thread == number
    let author = message["sender_full_name"]?.string.filled
    var post = ImportedPost(
      source: sink.settings.source, id: number, thread: thread, kind: opens ? .topic : .reply,
      author: author, authorName: author, channel: archive?.name(ofStream: topic.stream) ?? topic.streamName,
      createdAt: Timestamp(seconds: Int64(seconds)), title: opens ? PlainText.line(topic.topic) : nil,
      body: HTMLText.text(of: quotes.own), provenance: place)
    if let quoted = Optional(HTMLText.text(of: quotes.quoted)).filled {
      post.quoted = quoted
      post.asWritten = HTMLText.text(of: content)
    }
    post.attachments = uploads(in: content)
    try sink.post(post, raw: message.fragment)
  }

  /// How many different files a message links to that were put on Zulip's server.
  private static func uploads(in html: String) -> Int {
    var paths: Set<String> = []
    var rest = html[...]
    while let start = rest.firstRange(of: "/user_uploads/") {
      rest = rest[start.upperBound...]
      let path = rest.prefix { $0 != "\"" && $0 != "?" && $0 != "&" }
      // A smaller copy of a picture that is linked as well.
      if !path.hasPrefix("thumbnail/") { paths.insert(String(path)) }
    }
    return paths.count
  }
}
