// Reads Telegram Desktop's JSON: one chat, or a whole account.
import Archives
import Discussion
import Records

/// Reads `result.json` of one chat, as Telegram Desktop exports it.
public struct TelegramChatImporter: Importer {
  /// The format's name.
  public var format: String { "telegram.single" }

  /// A reader.
  public init() {}

  /// Whether it is an object whose messages have a type and a date.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "{") else { return false }
    let outline = sample.outline
    return outline.isObject(with: "messages")
      && (outline.isObject(with: "messages.type", "messages.date")
        || outline.paths.contains("messages.date_unixtime"))
      && TelegramChat.senders.contains { outline.paths.contains("messages." + $0) }
      && !outline.paths.contains("channel")
  }

  /// Reads the chat. It was chosen by whoever exported it, so that it is read whatever its kind.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let chat = try TelegramDocument.read(entry, sample, sink) else { return }
    var record = 0
    try TelegramChat(chat, number: 0).read(&record, into: sink)
  }
}

/// Reads `result.json` of a whole account, as Telegram Desktop exports it. Chats between two and private groups are left
/// out, unless the settings say otherwise.
public struct TelegramAccountImporter: Importer {
  /// The format's name.
  public var format: String { "telegram.full" }

  /// A reader.
  public init() {}

  /// Whether it is an object with a list of chats; a long list of contacts may stand before it.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "{") else { return false }
    let outline = sample.outline
    return outline.isObject(with: "chats", "chats.list")
      || outline.isObject(with: "personal_information", "contacts", "contacts.list")
  }

  /// Reads the chats.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let account = try TelegramDocument.read(entry, sample, sink) else { return }
    var record = 0
    var number = 0
    for key in ["chats", "left_chats"] {
      for value in account[path: [key, "list"]].map({ Array($0.elements) }) ?? [] {
        let chat = TelegramChat(value, number: number)
        number += 1
        if chat.isPrivate, !sink.settings.includesPrivate {
          for _ in 0..<chat.messages { sink.skipPrivate() }
          record += chat.messages
        } else {
          try chat.read(&record, into: sink)
        }
      }
    }
  }
}

/// The document of an export.
private enum TelegramDocument {
  static func read(_ entry: ArchiveEntry, _ sample: EntrySample, _ sink: ImportSink) throws -> JSONValue? {
    try ChatMessages.read(entry, sample, sink, repair: withJSONEscapes)
  }

  /// Telegram Desktop writes control characters as `\x1B`, which JSON does not have.
  static func withJSONEscapes(_ bytes: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    var repaired: [UInt8] = []
    var copied = 0
    var position = 0
    while let found = bytes[position...].firstIndex(of: backslash), found + 1 < bytes.count {
      position = found + 2
      if bytes[found + 1] == UInt8(ascii: "x") {
        repaired += bytes[copied..<found]
        repaired += "\\u00".utf8
        copied = position
      }
    }
    return copied == 0 ? bytes : repaired + bytes[copied...]
  }
}

/// A chat of an export.
private struct TelegramChat {
  /// Keys of which a message has one.
  static let senders = ["from", "from_id", "actor", "actor_id", "text"]
  /// Kinds of chats that are called after a person.
  private static let personalKinds: Set<String> = ["personal_chat", "bot_chat", "saved_messages"]
  /// Kinds of chats that anybody can read.
  private static let publicKinds: Set<String> = ["public_supergroup", "public_channel", "public_group"]

  private let chat: JSONValue
  private let thread: String
  private let name: String?
  private let hasID: Bool

  init(_ chat: JSONValue, number: Int) {
    self.chat = chat
    let title = chat["name"]?.string.map(PlainText.line)
    // A chat between two is called after one of them, and that name is nobody's business.
    name = Self.personalKinds.contains(chat["type"]?.string ?? "") ? nil : title
    let id = chat["id"]?.text
    hasID = id != nil
    thread = id ?? title.map { DerivedIdentity.id(of: ["telegram.chat", $0]) } ?? "telegram"
  }

  /// Whether it is marked as a kind of chat that not everybody can read.
  var isPrivate: Bool { chat["type"]?.string.map { !Self.publicKinds.contains($0) } ?? false }

  /// How many messages it has.
  var messages: Int { chat["messages"]?.count ?? 0 }

  func read(_ record: inout Int, into sink: ImportSink) throws {
    for message in chat["messages"].map({ Array($0.elements) }) ?? [] {
      record += 1
      try read(message, sink.place(record: record), sink)
    }
  }

  private func read(_ message: JSONValue, _ place: Provenance, _ sink: ImportSink) throws {
    guard try ChatMessages.accept(message, place, sink) else { return }
    switch message["type"]?.string {
    case "message", nil: break
    case "unsupported": return sink.skip()
    default: return sink.event()
    }
    let body = PlainText.normalised(text(of: message))
    let raw = Array((message["id"]?.text ?? "").utf8) + [0x20] + Array(body.utf8.prefix(4000))
    guard let (created, flags) = Self.time(message, "date", sink.settings.zone) else {
      return try sink.quarantine("date", "het bericht heeft geen leesbare datum", raw: raw, at: place)
    }
    let attachments = Self.attachments(of: message)
    if body.isEmpty, attachments == 0 { return sink.skip() }
    let author = Self.author(message)
    let own = message["id"]?.text
    // A reaction sets the time of editing too. It is kept, since it orders two states of a message; whether the text
    // changed shows when both are compared.
    let edited = Self.time(message, "edited", sink.settings.zone)?.0
    var post = ImportedPost(
      source: sink.settings.source,
      id: own.map { hasID ? "\(thread)/\($0)" : DerivedIdentity.id(of: ["telegram", thread, $0]) }
        ?? DerivedIdentity.id(of: ["telegram", thread, author ?? "", created.description, body]),
      identity: own != nil && hasID ? .native : .derived, thread: thread,
      parent: message["reply_to_message_id"]?.text.flatMap { hasID ? "\(thread)/\($0)" : nil }, kind: .chat,
      author: author, authorName: message["from"]?.string, channel: name, createdAt: created,
      editedAt: edited.flatMap { $0 > created ? $0 : nil }, body: body,
      flags: (flags + ChatMessages.flags(of: body)).sorted(), provenance: place)
    post.attachments = attachments
    try sink.post(post, raw: raw)
  }

  /// The key of who wrote it: old exports give the bare number.
  private static func author(_ message: JSONValue) -> String? {
    guard let id = message["from_id"], let text = id.text else { return message["from"]?.string }
    return id.kind == .number ? "user" + text : text
  }

  /// What it says: a text, a list of parts, or the question and answers of a poll.
  private func text(of message: JSONValue) -> String {
    var text = Self.text(message["text"])
    if let poll = message["poll"], poll.kind == .object {
      let answers = poll["answers"].map { Array($0.elements) } ?? []
      let lines = [Self.text(poll["question"])] + answers.map { "- " + Self.text($0["text"]) }
      text += (text.isEmpty ? "" : "\n") + lines.joined(separator: "\n")
    }
    return text
  }

  private static func text(_ value: JSONValue?) -> String {
    guard let value else { return "" }
    switch value.kind {
    case .string: return value.string ?? ""
    case .array: return value.elements.map { text($0) }.joined()
    case .object: return value["text"]?.string ?? ""
    default: return ""
    }
  }

  private static func attachments(of message: JSONValue) -> Int {
    let keys = [
      "photo", "file", "media_type", "sticker_emoji", "location_information", "contact_information",
      "game_title", "invoice_information",
    ]
    return keys.contains { message[$0] != nil } ? 1 : 0
  }

  /// A time: seconds since 1970 where it is there, else the clock of the one who exported.
  private static func time(
    _ message: JSONValue, _ key: String, _ zone: LocalZone
  ) -> (Timestamp, [ImportFlag])? {
    if let seconds = message[key + "_unixtime"]?.text.flatMap(Int64.init), seconds.magnitude < 1 << 40 {
      return (Timestamp(seconds: seconds), [])
    }
    return ChatMessages.time(message[key]?.string, zone)
  }
}
