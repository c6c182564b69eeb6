// Reads Signal: a chat that signal-export wrote as text.
import Archives
import Discussion

/// Reads chats of Signal as signal-export writes them: `[2024-03-01, 09:05] name: text`.
public struct SignalImporter: Importer {
  /// The format's name.
  public var format: String { "signal.txt" }

  /// A reader.
  public init() {}

  /// Whether it is a chat with the dates that signal-export writes.
  public func recognises(_ sample: EntrySample) -> Bool {
    ChatRecognition.isChat(sample) && ChatRecognition.isSignal(sample)
  }

  /// How the dates of each chat are written.
  public func makeSurvey() -> (any ImportSurvey)? { ChatDateSurvey() }

  /// Reads the chat.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    try ChatTextReading<SignalDialect>.read(
      entry, sample, name: Self.chatName(sample), thread: "signal", into: sink)
  }

  /// The folder that signal-export makes for a chat, with `chat.md` (`index.md` before) in it.
  static func chatName(_ sample: EntrySample) -> String? {
    let leaf = sample.leafName.lowercased()
    guard leaf == "chat.md" || leaf == "index.md" else { return nil }
    let path = sample.entry.isEmpty ? sample.file : sample.entry
    return path.split(separator: "/").dropLast().last.map { PlainText.line(String($0)) }
  }
}

/// How signal-export writes a record behind its date.
enum SignalDialect: ChatDialect {
  private static let calls = [
    "incoming call", "incoming voice call", "incoming video call", "incoming group call", "outgoing call",
    "outgoing voice call", "outgoing video call", "outgoing group call", "missed call", "missed voice call",
    "missed video call", "missed group call",
  ]

  static func content(of text: String, marked: [Int]) -> ChatContent {
    let bytes = Array(text.utf8)
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    guard let colon = bytes[..<lineEnd].firstIndex(of: UInt8(ascii: ":")) else { return .event }
    let name = PlainText.line(String(decoding: bytes[..<colon], as: UTF8.self))
    guard !name.isEmpty else { return .event }
    var message = ChatMessage(author: name)
    var quoted: [String] = []
    var kept: [String] = []
    for line in String(decoding: bytes[(colon + 1)...], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let (text, files) = withoutFiles(String(line))
      let plain = PlainText.folded(text)
      message.attachments += files
      // "(- name: emoji -)" are reactions, "(( emoji ))" is a sticker.
      if plain.hasPrefix("(- "), plain.hasSuffix(" -)") { continue }
      if plain.hasPrefix("(( "), plain.hasSuffix(" ))") {
        message.attachments += 1
        continue
      }
      if text.hasPrefix("> "), kept.allSatisfy({ PlainText.folded($0).isEmpty }) {
        quoted.append(text)
      } else {
        kept.append(text)
      }
    }
    message.body = PlainText.normalised(kept.joined(separator: "\n"))
    message.quoted = quoted.isEmpty ? nil : PlainText.normalised(quoted.joined(separator: "\n"))
    let lower = message.body.lowercased()
    if lower == "(this message was deleted)" {
      return .message(ChatMessage(author: name, isDeleted: true))
    }
    if calls.contains(where: { lower == $0 || lower.hasPrefix($0 + " (") }) { return .event }
    if message.body.isEmpty, message.attachments == 0, message.quoted == nil { return .nothing }
    return .message(message)
  }

  /// A line without links to the files that signal-export put beside it: `![name](./media/name)`.
  private static func withoutFiles(_ line: String) -> (String, Int) {
    var text = line
    var files = 0
    while let target = text.firstRange(of: "](./media/") ?? text.firstRange(of: "](media/"),
      let close = text[target.upperBound...].firstIndex(of: ")"),
      let open = text[..<target.lowerBound].lastIndex(of: "[")
    {
      var start = open
      if start > text.startIndex, text[text.index(before: start)] == "!" { start = text.index(before: start) }
      text.removeSubrange(start...close)
      files += 1
    }
    return (text, files)
  }
}
