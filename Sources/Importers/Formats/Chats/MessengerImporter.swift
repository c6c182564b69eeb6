// Reads Messenger and Instagram: a conversation as Meta's download gives it in JSON.
import Archives
import Discussion
import Records

/// Reads conversations of Messenger and Instagram as Meta's download gives them in JSON, also those with end-to-end
/// encryption.
public struct MessengerImporter: Importer {
  /// The format's name.
  public var format: String { "facebook.messenger" }

  /// A reader.
  public init() {}

  /// Whether it is an object whose messages have a sender and a time in milliseconds.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "{") else { return false }
    let outline = sample.outline
    return outline.isObject(with: "messages", "messages.sender_name", "messages.timestamp_ms")
      || outline.isObject(with: "messages", "messages.senderName", "messages.timestamp", "threadName")
  }

  /// Whether the file is a whole account.
  public func makeSurvey() -> (any ImportSurvey)? { MessengerSurvey() }

  /// Reads the messages. A download with several conversations is a whole account: those are private, and left out
  /// unless the settings say otherwise. A file with one was chosen by somebody.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let export = try ChatMessages.read(entry, sample, sink) else { return }
    let conversation = MessengerConversation(export)
    if (sink.survey as? MessengerSurvey)?.isAccount == true, !sink.settings.includesPrivate {
      for _ in conversation.messages { sink.skipPrivate() }
      return
    }
    try conversation.read(into: sink)
  }
}

/// Tells a whole account from one conversation, which may be in several files: `message_1.json`, `message_2.json`.
final class MessengerSurvey: ImportSurvey {
  private var conversations: Set<String> = []

  /// Whether there is more than one conversation.
  var isAccount: Bool { conversations.count > 1 }

  /// What a conversation is stands behind its messages. One that cannot be read is told by its place.
  func look(at entry: ArchiveEntry) throws {
    let export = try? JSONDocumentReading.read(entry, try EntrySample(file: "", entry: entry))
    conversations.insert(export.flatMap(MessengerConversation.key) ?? "/" + entry.name)
  }
}

/// One conversation.
private struct MessengerConversation {
  /// What tells it from others.
  private let thread: String
  private let title: String?
  /// Whether its text is bytes read as Latin-1, as far as can be said of a whole file.
  private let isMojibake: Bool
  let messages: [JSONValue]

  private static let attachmentLists = ["photos", "videos", "audio_files", "files", "gifs", "media"]

  init(_ export: JSONValue) {
    messages = export["messages"].map { Array($0.elements) } ?? []
    isMojibake = !messages.contains { message in
      ["content", "text", "sender_name", "senderName"].contains {
        message[$0]?.string.map(MojibakeRepair.isBeyondBytes) ?? false
      }
    }
    let isMojibake = isMojibake
    let repair = { (text: String) in isMojibake ? MojibakeRepair.repaired(text) ?? text : text }
    let name = (export["title"] ?? export["threadName"])?.string.map { PlainText.line(repair($0)) }
    // A conversation between two is called after one of them, and that name is nobody's business.
    title = (export["participants"]?.count ?? 0) > 2 ? name : nil
    thread =
      export["thread_path"]?.string.map { Self.threadID(repair($0)) }
      ?? name.map { DerivedIdentity.id(of: ["messenger.thread", $0]) } ?? "messenger"
  }

  /// What tells a conversation from others, as far as its file does.
  static func key(of export: JSONValue) -> String? {
    export["thread_path"]?.string.map(threadID) ?? (export["title"] ?? export["threadName"])?.string
  }

  /// The number at the end of `inbox/name_of_the_group_1234567`; names change, and hold names of people.
  private static func threadID(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let hidden = DerivedIdentity.id(of: ["messenger.thread", last])
    guard let mark = last.lastIndex(of: "_") else { return hidden }
    let number = last[last.index(after: mark)...]
    return number.count >= 6 && number.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      ? String(number) : hidden
  }

  func read(into sink: ImportSink) throws {
    // Nothing is numbered: who and when tell messages apart, and the text where that is not enough.
    var counts: [String: Int] = [:]
    for message in messages { counts[Self.key(message), default: 0] += 1 }
    var record = 0
    for message in messages {
      record += 1
      try read(message, isAlone: counts[Self.key(message)] == 1, sink.place(record: record), sink)
    }
  }

  private static func sender(_ message: JSONValue) -> String? {
    (message["sender_name"] ?? message["senderName"])?.string
  }

  private static func time(_ message: JSONValue) -> Int64? {
    (message["timestamp_ms"] ?? message["timestamp"])?.text.flatMap(Int64.init)
  }

  private static func key(_ message: JSONValue) -> String {
    "\(time(message) ?? 0)@\(sender(message) ?? "")"
  }

  private func read(_ message: JSONValue, isAlone: Bool, _ place: Provenance, _ sink: ImportSink) throws {
    guard try ChatMessages.accept(message, place, sink) else { return }
    var isRepaired = false
    func text(_ value: String?) -> String? {
      guard let value else { return nil }
      guard isMojibake, let right = MojibakeRepair.repaired(value) else { return value }
      isRepaired = true
      return right
    }
    let type = message["type"]?.string ?? ""
    if ["Call", "Subscribe", "Unsubscribe", "call", "subscribe", "unsubscribe"].contains(type) {
      return sink.event()
    }
    let author = text(Self.sender(message)).map(PlainText.line)
    var body = PlainText.normalised(text((message["content"] ?? message["text"])?.string) ?? "")
    let raw = Array(Self.key(message).utf8) + [0x20] + Array(body.utf8.prefix(4000))
    guard let time = Self.time(message), time.magnitude < 1 << 50 else {
      return try sink.quarantine("date", "het bericht heeft geen leesbare tijd", raw: raw, at: place)
    }
    if isReaction(body) { return sink.event() }
    let isUnsent =
      message["is_unsent"]?.boolean == true || message["isUnsent"]?.boolean == true
      || Self.unsent.contains { body == $0 || body == (author ?? "") + " " + $0 }
    var attachments = Self.attachmentLists.reduce(0) { $0 + (message[$1]?.count ?? 0) }
    if message["sticker"]?.kind == .object { attachments += 1 }
    if let share = message["share"], share.kind == .object {
      attachments += 1
      if body.isEmpty { body = PlainText.normalised(text(share["link"]?.string) ?? "") }
    }
    if isUnsent {
      body = ""
      attachments = 0
    } else if body.isEmpty, attachments == 0 {
      return sink.skip()
    }
    let created = Timestamp(milliseconds: time)
    let parts = ["messenger", author ?? "", String(time)] + (isAlone ? [] : [PlainText.folded(body)])
    var post = ImportedPost(
      source: sink.settings.source, id: DerivedIdentity.id(of: parts), identity: .derived, thread: thread,
      kind: .chat, author: author, authorName: author, channel: title, createdAt: created, body: body,
      state: isUnsent ? .withdrawn : .live,
      flags: ((isRepaired ? [.charactersRepaired] : []) + ChatMessages.flags(of: body)).sorted(),
      provenance: place)
    post.attachments = attachments
    try sink.post(post, raw: raw)
  }

  /// What Meta writes in the place of a message that was taken back.
  private static let unsent = ["unsent a message", "You unsent a message", "This message was unsent"]

  /// Whether it is a reaction, which Instagram writes as a message.
  private func isReaction(_ body: String) -> Bool {
    let text = body.lowercased()
    return text == "liked a message" || text == "vond een bericht leuk"
      || (text.hasPrefix("reacted ") && text.hasSuffix(" to your message"))
      || (text.hasPrefix("reageerde met ") && text.hasSuffix(" op je bericht"))
  }
}
