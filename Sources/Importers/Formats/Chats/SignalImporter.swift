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

  /// How the dates of each chat are written, and who write in it.
  public func makeSurvey() -> (any ImportSurvey)? { ChatSurvey<SignalDialect>() }

  /// Reads the chat.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    try ChatTextReading<SignalDialect>.read(
      entry, sample, name: Self.chatName(sample), program: "signal", into: sink)
  }

  /// The folder that signal-export makes for a chat, with `chat.md` (`index.md` before) in it.
  static func chatName(_ sample: EntrySample) -> String? {
    let leaf = sample.leafName.lowercased()
    guard leaf == "chat.md" || leaf == "index.md" else { return nil }
    let path = sample.entry.isEmpty ? sample.file : sample.entry
    // A folder that is an archive is no chat.
    return path.split(separator: "/").dropLast().last.flatMap {
      $0.hasSuffix("!") ? nil : PlainText.line(String($0))
    }
  }
}

/// How signal-export writes a record behind its date.
enum SignalDialect: ChatDialect {
  private static let calls = [
    "incoming call", "incoming voice call", "incoming video call", "incoming group call", "outgoing call",
    "outgoing voice call", "outgoing video call", "outgoing group call", "missed call", "missed voice call",
    "missed video call", "missed group call",
  ]

  /// signal-export writes nothing of what Signal says itself of a chat's name.
  static func programLine(_ line: ArraySlice<UInt8>, marked: [Int]) -> ChatProgramLine? { nil }

  static func nameEnd(_ line: ArraySlice<UInt8>) -> Int? { line.firstIndex(of: UInt8(ascii: ":")) }

  static func content(of bytes: [UInt8], marked: [Int]) -> ChatContent {
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    guard let colon = nameEnd(bytes[..<lineEnd]) else { return .event }
    let name = PlainText.line(String(decoding: bytes[..<colon], as: UTF8.self))
    guard !name.isEmpty else { return .event }
    var message = ChatMessage(author: name)
    var quoted: [String] = []
    var kept: [String] = []
    var hasText = false
    for line in bytes[(colon + 1)...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      let (written, files) = withoutFiles(line)
      let text = String(decoding: written, as: UTF8.self)
      let plain = PlainText.folded(text)
      message.attachments += files
      // "(- name: emoji -)" are reactions, "(( emoji ))" is a sticker.
      if plain.hasPrefix("(- "), plain.hasSuffix(" -)") { continue }
      if plain.hasPrefix("(( "), plain.hasSuffix(" ))") {
        message.attachments += 1
        continue
      }
      if text.hasPrefix("> "), !hasText {
        quoted.append(text)
      } else {
        kept.append(text)
        if !plain.isEmpty { hasText = true }
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
  private static func withoutFiles(_ line: ArraySlice<UInt8>) -> (text: [UInt8], files: Int) {
    var text: [UInt8] = []
    var files = 0
    // Where brackets opened in the text; a link goes from the last of them.
    var open: [Int] = []
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      if byte == UInt8(ascii: "]"), let start = open.last, isLink(line[position...]) {
        // Without an end there is none for the links that follow either.
        guard let close = line[position...].firstIndex(of: UInt8(ascii: ")")) else {
          return (text + line[position...], files)
        }
        open.removeLast()
        text.removeSubrange(start...)
        if text.last == UInt8(ascii: "!") { text.removeLast() }
        files += 1
        position = close + 1
        continue
      }
      if byte == UInt8(ascii: "[") { open.append(text.count) }
      text.append(byte)
      position += 1
    }
    return (text, files)
  }

  private static func isLink(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.starts(with: "](./media/".utf8) || rest.starts(with: "](media/".utf8)
  }
}
