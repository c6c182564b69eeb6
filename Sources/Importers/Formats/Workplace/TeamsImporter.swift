// Reads Microsoft Teams: the export with a JSON file of messages for each team.
import Archives
import Discussion
import Records

/// Reads the messages of teams, and of chats where private parts are read. A message's number is unique within its
/// channel, so that the channel is part of its identity; the numbers of chats are hashed, since they hold the numbers
/// of members.
public struct TeamsImporter: Importer {
  /// The format's name.
  public var format: String { "teams.export" }

  /// A reader.
  public init() {}

  /// Whether it is a list of messages as Teams writes them, or one of the lists beside them.
  public func recognises(_ sample: EntrySample) -> Bool { TeamsDocument(sample) != nil }

  /// What the channels are.
  public func makeSurvey() -> (any ImportSurvey)? { TeamsDirectory() }

  /// Reads the messages.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    let document = TeamsDocument(sample)
    guard let list = try JSONDocumentReading.readOrQuarantine(entry, sample, sink),
      case .messages = document
    else { return }
    let chats = Set(list.elements.map { $0["ChatId"]?.string })
    // A file of one chat and nothing else was chosen by somebody.
    let isOneChat = sample.entry.isEmpty && chats.count == 1
    let reader = TeamsMessages(
      directory: sink.survey as? TeamsDirectory, sink: sink,
      readsPrivate: sink.settings.includesPrivate || isOneChat)
    for (index, message) in list.elements.enumerated() {
      try reader.read(message, sink.place(record: index + 1))
    }
  }
}

/// Reads messages of Teams.
private struct TeamsMessages {
  let directory: TeamsDirectory?
  let sink: ImportSink
  let readsPrivate: Bool

  func read(_ message: JSONValue, _ place: Provenance) throws {
    func quarantine(_ reason: String, _ problem: String) throws {
      try sink.quarantine(reason, problem, raw: message.fragment, at: place)
    }
    let channel = message[path: ["ChannelIdentity", "ChannelId"]]?.string.filled
    if !readsPrivate, channel.map({ directory?.isPrivate($0) == true }) ?? (message.kind == .object) {
      return sink.skipPrivate()
    }
    guard message.kind == .object, let number = message["Id"]?.text.filled else {
      return try quarantine("value-missing", "het bericht heeft geen nummer (Id)")
    }
    if Self.isEvent(message) { return sink.event() }
    guard let chat = channel ?? message["ChatId"]?.string.filled else {
      return try quarantine("value-missing", "het bericht noemt geen kanaal of chat")
    }
    guard let created = message["CreatedDateTime"]?.string.flatMap({ Timestamp(iso8601: $0) }) else {
      return try quarantine("date", "het bericht heeft geen leesbare tijd (CreatedDateTime)")
    }
    let scope = channel ?? DerivedIdentity.id(of: ["teams", chat])
    func id(_ number: String) -> String { scope + "/" + number }
    let content = TeamsContent(message)
    let isDeleted = message["DeletedDateTime"]?.string.filled != nil
    if !isDeleted, content.isEmpty { return sink.skip() }
    let root = message["ReplyToId"]?.text.filled
    let quotes = content.quotedNumber.map(id)
    let sender = ["User", "Application", "Device"].lazy.compactMap { message[path: ["From", $0]] }
      .first { $0["Id"]?.text.filled != nil }
    var post = ImportedPost(
      source: sink.settings.source, id: id(number),
      thread: channel == nil ? scope : id(root ?? number), parent: root.map(id) ?? quotes,
      kind: channel == nil ? .chat : root == nil ? .topic : .reply, author: sender?["Id"]?.text,
      authorName: sender?["DisplayName"]?.string.filled, channel: channel.flatMap { directory?.name(of: $0) },
      createdAt: created,
      editedAt: message["LastEditedDateTime"]?.string.flatMap { Timestamp(iso8601: $0) }
        ?? (isDeleted ? message["DeletedDateTime"]?.string.flatMap { Timestamp(iso8601: $0) } : nil),
      title: content.title, body: content.body, state: isDeleted ? .withdrawn : .live, provenance: place)
    post.attachments = content.attachments
    post.quoted = content.quoted
    post.asWritten = content.asWritten
    try sink.post(post, raw: message.fragment)
  }

  /// Whether Teams wrote it: who joined, calls, renamed channels.
  private static func isEvent(_ message: JSONValue) -> Bool {
    if let detail = message["EventDetail"], detail.kind == .object { return true }
    let type = message["MessageType"]?.string ?? "message"
    if type == "message" { return false }
    let sender = message["From"].map(\.isNull) ?? true
    return sender || type == "systemEventMessage" || type == "chatEvent" || type == "typing"
  }
}

/// What a message of Teams holds.
private struct TeamsContent {
  var title: String?
  var body = ""
  var quoted: String?
  var asWritten: String?
  /// The number of the message in the same chat that it quotes.
  var quotedNumber: String?
  var attachments = 0

  var isEmpty: Bool { body.isEmpty && title == nil && quoted == nil && attachments == 0 }

  init(_ message: JSONValue) {
    let text = message[path: ["Body", "Content"]]?.string ?? ""
    if message[path: ["Body", "ContentType"]]?.string == "text" {
      body = PlainText.normalised(text)
    } else {
      var mentioned: [String: String] = [:]
      for mention in message["Mentions"].map({ Array($0.elements) }) ?? [] {
        guard let id = mention["Id"]?.text else { continue }
        mentioned[id] = mention[path: ["Mentioned", "User", "Id"]]?.text
      }
      let markup = TeamsMarkup(text, mentioned: mentioned)
      body = HTMLText.text(of: String(decoding: markup.html, as: UTF8.self))
      quoted = Optional(HTMLText.text(of: String(decoding: markup.quote, as: UTF8.self))).filled
      attachments = markup.pictures
    }
    var titles: [String] = []
    for attachment in message["Attachments"].map({ Array($0.elements) }) ?? [] {
      take(attachment, &titles)
    }
    if let subject = message["Subject"]?.string.filled { titles.append(PlainText.line(subject)) }
    title = titles.isEmpty ? nil : titles.joined(separator: " – ")
    if let quoted { asWritten = [quoted, body].filter { !$0.isEmpty }.joined(separator: "\n\n") }
  }

  private mutating func take(_ attachment: JSONValue, _ titles: inout [String]) {
    let type = attachment["ContentType"]?.string ?? ""
    let content = (attachment["Content"]?.string).flatMap { try? JSONParser().parse($0) }
    switch type {
    case "messageReference", "forwardedMessageReference":
      quotedNumber = content?["messageId"]?.text
      let preview = content?["messagePreview"]?.string ?? content?["originalMessageContent"]?.string ?? ""
      let lines = [quoted, Optional(HTMLText.text(of: preview)).filled].compactMap(\.self)
      quoted = lines.isEmpty ? nil : lines.joined(separator: "\n")
      if type == "forwardedMessageReference" { quotedNumber = nil }
    case let type where type.hasSuffix("announcementBanner"):
      // The headline of an announcement; the subject stands below it.
      if let headline = content?["title"]?.string.filled { titles.insert(PlainText.line(headline), at: 0) }
    case let type where type.hasPrefix("application/vnd.microsoft.card."):
      guard body.isEmpty, let content else { return }
      body = PlainText.normalised(Self.words(in: content, depth: 0).joined(separator: "\n"))
    default: attachments += 1
    }
  }

  /// The words on a card, in the order in which they stand.
  private static func words(in value: JSONValue, depth: Int) -> [String] {
    guard depth < 32 else { return [] }
    if value.kind == .array { return value.elements.flatMap { words(in: $0, depth: depth + 1) } }
    return value.members.flatMap { key, value -> [String] in
      if ["title", "subtitle", "text"].contains(key), let text = value.string.filled {
        return [HTMLText.text(of: text)]
      }
      return words(in: value, depth: depth + 1)
    }
  }
}
