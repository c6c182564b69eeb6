// Reads Gitter: messages as its API gave them.
import Archives
import Discussion
import Records

/// Reads a list of Gitter messages as one JSON document. A room is one chat; where messages name the one that they
/// answer, those form a conversation of their own.
public struct GitterImporter: Importer {
  /// The format's name.
  public var format: String { "gitter.json" }

  /// A reader.
  public init() {}

  /// Whether it is a list of objects with `id`, `text`, `sent` and `fromUser`.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "[") else { return false }
    let paths = sample.outline.paths
    return ["id", "text", "sent", "fromUser", "fromUser.id"].allSatisfy { paths.contains($0) }
  }

  /// Reads the messages.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let messages = try JSONDocumentReading.readOrQuarantine(entry, sample, sink) else { return }
    for (index, message) in messages.elements.enumerated() {
      try Self.read(message, sink.place(record: index + 1), sink)
    }
  }

  private static func read(_ message: JSONValue, _ place: Provenance, _ sink: ImportSink) throws {
    func quarantine(_ reason: String, _ problem: String) throws {
      try sink.quarantine(reason, problem, raw: message.fragment, at: place)
    }
    guard let id = message["id"]?.text.filled else {
      return try quarantine("value-missing", "het bericht heeft geen nummer (id)")
    }
    guard let created = message["sent"]?.string.flatMap({ Timestamp(iso8601: $0) }) else {
      return try quarantine("date", "het bericht heeft geen leesbare tijd (sent)")
    }
    let body = PlainText.normalised(message["text"]?.string ?? "")
    let edited = message["editedAt"]?.string.flatMap { Timestamp(iso8601: $0) }
    let parent = message["parentId"]?.text.filled
    let room = message["room"]?.text.filled
    let opens = parent == nil && (message["threadMessageCount"]?.integer ?? 0) > 0
    // Gitter deletes by leaving the text empty.
    try sink.post(
      ImportedPost(
        source: sink.settings.source, id: id, thread: parent ?? (opens ? id : "room/" + (room ?? "")),
        parent: parent, kind: opens ? .topic : parent == nil ? .chat : .reply,
        author: message[path: ["fromUser", "id"]]?.text.filled
          ?? message[path: ["fromUser", "username"]]?.string.filled,
        authorName: message[path: ["fromUser", "displayName"]]?.string.filled
          ?? message[path: ["fromUser", "username"]]?.string.filled,
        channel: room, createdAt: created, editedAt: edited, body: body,
        state: body.isEmpty ? .withdrawn : .live, provenance: place), raw: message.fragment)
  }
}
