// Reads Discord: a channel as DiscordChatExporter writes it in JSON.
import Archives
import Discussion
import Records

/// Reads channels of Discord as DiscordChatExporter writes them in JSON, whole or in parts.
public struct DiscordImporter: Importer {
  /// The format's name.
  public var format: String { "discord.dce" }

  /// A reader.
  public init() {}

  /// Whether it is an object with `guild`, `channel` and `messages`.
  public func recognises(_ sample: EntrySample) -> Bool {
    sample.start.first == UInt8(ascii: "{")
      && sample.outline.isObject(with: "guild", "guild.id", "channel", "channel.id", "messages")
  }

  /// How many channels the file has.
  public func makeSurvey() -> (any ImportSurvey)? { DiscordSurvey() }

  /// Reads the messages. Private channels are left out, unless the settings say otherwise or the file holds one of them and
  /// nothing else: somebody chose that one.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    guard let export = try ChatMessages.read(entry, sample, sink) else { return }
    let channel = DiscordChannel(export)
    let isLeftOut =
      (sink.survey as? DiscordSurvey)?.hasOneChannel == false && channel.isPrivate
      && !sink.settings.includesPrivate
    let messages = export["messages"].map { Array($0.elements) } ?? []
    if isLeftOut {
      for _ in messages { sink.skipPrivate() }
      return
    }
    var record = 0
    for message in messages {
      record += 1
      try Self.read(message, channel, sink.place(record: record), sink)
    }
  }

  private static func read(
    _ message: JSONValue, _ channel: DiscordChannel, _ place: Provenance, _ sink: ImportSink
  ) throws {
    guard try ChatMessages.accept(message, place, sink) else { return }
    // Numbers are kinds that the exporter did not know; 0 and 19 are those two.
    guard ["Default", "Reply", "0", "19"].contains(message["type"]?.text ?? "Default") else {
      return sink.event()
    }
    let content = PlainText.normalised(withEmojiNames(message["content"]?.string ?? ""))
    let raw = Array((message["id"]?.text ?? "").utf8) + [0x20] + Array(content.utf8.prefix(4000))
    func quarantine(_ reason: String, _ problem: String) throws {
      try sink.quarantine(reason, problem, raw: raw, at: place)
    }
    guard let id = message["id"]?.text, let thread = channel.id else {
      return try quarantine("value-missing", "het bericht heeft geen nummer of geen kanaal")
    }
    guard let (created, flags) = ChatMessages.time(message["timestamp"]?.string, sink.settings.zone) else {
      return try quarantine("date", "het bericht heeft geen leesbare datum")
    }
    let embeds = message["embeds"].map { Array($0.elements) } ?? []
    let body = content.isEmpty ? text(of: embeds) : content
    let forwarded = message[path: ["forwardedMessage", "content"]]?.string.map(PlainText.normalised) ?? ""
    let files = (message["attachments"]?.count ?? 0) + (message["stickers"]?.count ?? 0)
    let attachments = files == 0 && body.isEmpty ? embeds.count : files
    if body.isEmpty, attachments == 0, forwarded.isEmpty { return sink.skip() }
    let name = channel.name
    // The message with which a thread of a forum opens has the thread's number.
    let opens = id == thread
    var post = ImportedPost(
      source: sink.settings.source, id: id, thread: thread,
      parent: message[path: ["reference", "messageId"]]?.text, kind: opens ? .topic : .chat,
      author: message[path: ["author", "id"]]?.text ?? message[path: ["author", "name"]]?.string,
      authorName: message[path: ["author", "nickname"]]?.string ?? message[path: ["author", "name"]]?.string,
      channel: name, createdAt: created,
      editedAt: ChatMessages.time(message["timestampEdited"]?.string, sink.settings.zone)?.0,
      title: opens ? name : nil, body: body,
      flags: (flags + ChatMessages.flags(of: body)).sorted(), provenance: place)
    post.attachments = attachments
    if !forwarded.isEmpty {
      post.quoted = forwarded
      post.asWritten = body.isEmpty ? forwarded : body + "\n\n" + forwarded
    }
    try sink.post(post, raw: raw)
  }

  /// What the embeds of a message without text say, such as those of a bot that passes news on.
  private static func text(of embeds: [JSONValue]) -> String {
    let texts = embeds.flatMap { [$0["title"]?.string ?? "", $0["description"]?.string ?? ""] }
    return PlainText.normalised(texts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// `<:name:123>` as `:name:`.
  private static func withEmojiNames(_ text: String) -> String {
    guard text.contains("<:") || text.contains("<a:") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      result += bytes[position..<open]
      let start = bytes[(open + 1)...].starts(with: "a:".utf8) ? open + 2 : open + 1
      let name = bytes[start...].dropFirst().prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 }
      let number = bytes[name.endIndex...].dropFirst().prefix { (0x30...0x39).contains($0) }
      let isEmoji =
        bytes[start...].first == UInt8(ascii: ":") && !name.isEmpty && !number.isEmpty
        && bytes[number.endIndex...].first == UInt8(ascii: ">")
      result += isEmoji ? bytes[start...name.endIndex] : bytes[open...open]
      position = isEmoji ? number.endIndex + 1 : open + 1
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }
}

/// A channel as it stands before or behind its messages.
private struct DiscordChannel {
  let id: String?
  /// Its name; nil for direct messages, which are called after those who write them.
  let name: String?
  let isPrivate: Bool

  init(_ export: JSONValue) {
    let channel = export["channel"]
    id = channel?["id"]?.text
    let type = channel?["type"]?.text ?? ""
    // Numbers are Discord's own for kinds that the exporter did not know by name. Direct messages are of no server.
    let isDirect =
      type.hasPrefix("Direct") || ["1", "3"].contains(type)
      || export[path: ["guild", "id"]]?.text == "0"
    name = isDirect ? nil : channel?["name"]?.string.map(PlainText.line)
    isPrivate = isDirect || type == "GuildPrivateThread" || type == "12"
  }

  /// The number of the channel that an entry holds, read from what stands before its messages where that is enough.
  static func id(of entry: ArchiveEntry) throws -> String? {
    let sample = try EntrySample(file: "", entry: entry)
    if let messages = sample.head.place(of: "\"messages\""),
      let start = try? JSONParser().parse(
        Array(sample.head[..<messages.lowerBound]) + Array("\"messages\":[]}".utf8)),
      let id = DiscordChannel(start).id
    {
      return id
    }
    return (try? JSONDocumentReading.read(entry, sample)).flatMap { DiscordChannel($0).id }
  }
}

/// Counts the channels of a file; one may be in several parts.
final class DiscordSurvey: ImportSurvey {
  private var channels: Set<String> = []

  /// Whether there is one channel and nothing else.
  var hasOneChannel: Bool { channels.count <= 1 }

  func look(at entry: ArchiveEntry) throws {
    channels.insert(try DiscordChannel.id(of: entry) ?? entry.name)
  }
}
