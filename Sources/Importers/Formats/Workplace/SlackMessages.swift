// Reads the messages of one Slack conversation.
import Discussion
import Records

/// Reads the messages of one conversation, one after another.
struct SlackMessages {
  let conversation: SlackConversation
  let sink: ImportSink
  /// Whether the conversation is private and only to be counted.
  let isLeftOut: Bool
  private let markup: SlackMarkup
  private let cards: SlackCards
  private var record = 0

  init(_ conversation: SlackConversation, _ directory: SlackDirectory?, _ sink: ImportSink) {
    self.conversation = conversation
    self.sink = sink
    markup = SlackMarkup(directory: directory)
    cards = SlackCards(markup: markup)
    // A file of its own was chosen by somebody, and so was an archive of one conversation.
    let isAlone = directory?.hasOneConversation ?? true
    isLeftOut = conversation.isPrivate && !sink.settings.includesPrivate && !isAlone
  }

  /// What is said about a channel, not in it.
  private static let events: Set<String> = [
    "message_replied", "reminder_add", "reminder_delete", "joiner_notification",
    "joiner_notification_for_inviter", "app_conversation_join", "app_conversation_leave", "ekm_access_denied",
    "assistant_app_thread", "huddle_thread", "list_record_comment", "document_mention", "file_mention",
    "pinned_item", "unpinned_item", "tabbed_canvas_updated", "file_created",
  ]
  private static let eventPrefixes = ["channel_", "group_", "sh_room_", "dm_", "mpim_", "external_shared_"]

  private static func isEvent(_ type: String, _ subtype: String) -> Bool {
    if type != "message" { return true }
    if subtype.hasPrefix("bot_") { return subtype != "bot_message" }
    return events.contains(subtype) || eventPrefixes.contains { subtype.hasPrefix($0) }
  }

  /// Reads a message, and the replies that slackdump nests in it.
  mutating func read(_ message: JSONValue) throws {
    record += 1
    let place = sink.place(record: record)
    if isLeftOut {
      sink.skipPrivate()
    } else if message.kind != .object {
      try sink.quarantine("json-type", "het bericht is geen object", raw: message.fragment, at: place)
    } else {
      try read(message, place)
    }
    for reply in message["slackdump_thread_replies"].map({ Array($0.elements) }) ?? [] { try read(reply) }
  }

  private func read(_ message: JSONValue, _ place: Provenance) throws {
    let subtype = message["subtype"]?.string ?? ""
    switch subtype {
    case "message_changed":
      // The row's own time is that of the change; the message keeps its number.
      guard let changed = message["message"] else { return sink.event() }
      if changed["subtype"]?.string == "tombstone" { return try post(changed, .tombstone, place) }
      try post(changed, .changed(SlackTime(message["ts"]?.string)?.instant), place)
    case "message_deleted":
      let time = SlackTime(message["ts"]?.string)?.instant
      let earlier = message["previous_message"] ?? message
      try post(earlier, .deleted(number: message["deleted_ts"]?.string, time), place)
    case "tombstone": try post(message, .tombstone, place)
    default:
      if Self.isEvent(message["type"]?.string ?? "message", subtype) { return sink.event() }
      try post(message, .plain, place)
    }
  }

  /// What a row says of a message.
  private enum Row {
    case plain, tombstone
    case changed(Timestamp?)
    case deleted(number: String?, Timestamp?)
  }

  private func post(_ message: JSONValue, _ row: Row, _ place: Provenance) throws {
    var number = message["ts"]?.string
    var edited = SlackTime(message[path: ["edited", "ts"]]?.string)?.instant
    var state = PostState.live
    var text = (body: "", quoted: String?.none)
    switch row {
    case .plain: text = self.text(of: message)
    case .changed(let time):
      text = self.text(of: message)
      edited = edited ?? time
    case .deleted(let deleted, let time):
      number = deleted ?? number
      edited = time ?? edited
      state = .withdrawn
      text = self.text(of: message)
    // Its text is Slack's: "This message was deleted."
    case .tombstone: state = .withdrawn
    }
    guard let number, !number.isEmpty else {
      return try sink.quarantine(
        "value-missing", "het bericht heeft geen nummer (ts)", raw: message.fragment, at: place)
    }
    guard let time = SlackTime(number) else {
      return try sink.quarantine(
        "date", "het bericht heeft geen leesbare tijd (ts)", raw: message.fragment, at: place)
    }
    let isTombstone = if case .tombstone = row { true } else { false }
    let attachments = isTombstone ? 0 : Self.attachments(of: message)
    if state == .live, text.body.isEmpty, text.quoted == nil, attachments == 0,
      message["attachments"].map({ $0.count == 0 }) ?? true
    {
      return sink.skip()
    }
    let thread = message["thread_ts"]?.string.filled ?? number
    var post = ImportedPost(
      source: sink.settings.source, id: id(number), thread: id(thread),
      parent: thread == number ? nil : id(thread), kind: thread == number ? .topic : .reply,
      author: isTombstone ? nil : Self.author(of: message),
      authorName: isTombstone ? nil : name(of: message), channel: conversation.name,
      createdAt: time.instant, editedAt: edited, body: text.body, state: state, provenance: place)
    post.attachments = attachments
    if let quoted = text.quoted {
      post.quoted = quoted
      post.asWritten = [text.body, quoted].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    try sink.post(post, raw: message.fragment)
  }

  private func id(_ number: String) -> String {
    conversation.key.isEmpty ? number : conversation.key + "/" + number
  }

  private func text(of message: JSONValue) -> (body: String, quoted: String?) {
    let shares = message["attachments"]
    let quoted = cards.text(ofShares: shares)
    var body = markup.text(Self.words(of: message))
    if body.isEmpty, !["file_share", "file_comment"].contains(message["subtype"]?.string) {
      body = cards.text(ofBlocks: message["blocks"])
    }
    if body.isEmpty || message["bot_id"]?.string != nil {
      let extra = cards.text(ofCards: message["attachments"])
      if body.isEmpty { body = extra } else if !extra.isEmpty { body += "\n" + extra }
    }
    return (PlainText.normalised(body), quoted)
  }

  /// The mrkdwn that the author wrote. Older exports put a sentence of Slack's around the comment on a file, with the
  /// names of the author and the file.
  private static func words(of message: JSONValue) -> String {
    let text = message["text"]?.string ?? ""
    switch message["subtype"]?.string {
    case "file_share":
      guard text.hasPrefix("<@"), let start = text.firstRange(of: " uploaded a file: <") else { return text }
      let comment = message[path: ["file", "initial_comment", "comment"]]?.string.filled
      return comment ?? text[start.upperBound...].firstRange(of: "> and commented: ")
        .map { String(text[$0.upperBound...]) } ?? ""
    case "file_comment":
      return message[path: ["comment", "comment"]]?.string.filled ?? text
    default: return text
    }
  }

  private static func attachments(of message: JSONValue) -> Int {
    let files = (message["files"].map { Array($0.elements) } ?? []).filter {
      $0["mode"]?.string != "tombstone"
    }
    guard files.isEmpty, message["subtype"]?.string == "file_share" else { return files.count }
    return message["file"]?.kind == .object ? 1 : 0
  }

  /// The key of the author: Slack's id of the member, else of the bot, else the name that the bot took.
  private static func author(of message: JSONValue) -> String? {
    for path in [["user"], ["bot_id"], ["comment", "user"], ["username"], ["bot_profile", "id"]] {
      if let key = message[path: path]?.string.filled { return key }
    }
    return nil
  }

  private func name(of message: JSONValue) -> String? {
    if let user = message["user"]?.string.filled ?? message[path: ["comment", "user"]]?.string,
      let name = markup.directory?.name(ofUser: user)
    {
      return name
    }
    let paths = [
      ["user_profile", "display_name"], ["user_profile", "real_name"], ["username"], ["bot_profile", "name"],
    ]
    return paths.lazy.compactMap { message[path: $0]?.string.filled }.first
  }
}
