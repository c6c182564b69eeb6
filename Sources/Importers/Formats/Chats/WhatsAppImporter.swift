// Reads WhatsApp: a chat exported as text, alone or in its zip.
import Archives
import Discussion

/// Reads chats that WhatsApp exports as text, in every layout of dates. The order of day and month is decided over the
/// whole chat.
public struct WhatsAppImporter: Importer {
  /// The format's name.
  public var format: String { "whatsapp.txt" }

  /// A reader.
  public init() {}

  /// Whether it starts with a dated line of a chat, and another one follows, unless that is all.
  public func recognises(_ sample: EntrySample) -> Bool {
    ChatRecognition.isChat(sample) && !ChatRecognition.isSignal(sample)
  }

  /// How the dates of each chat are written, who write in it, and what it calls itself.
  public func makeSurvey() -> (any ImportSurvey)? { ChatSurvey<WhatsAppDialect>() }

  /// Reads the chat.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    try ChatTextReading<WhatsAppDialect>.read(
      entry, sample, name: Self.chatName(sample), program: "whatsapp", into: sink)
  }

  /// The chat's name, where the names of files have it: `WhatsApp-chat met NAME.txt`, `WhatsApp Chat - NAME.zip`. Another
  /// name of a file is not taken for that of a chat.
  static func chatName(_ sample: EntrySample) -> String? {
    let parts = (sample.file.split(separator: "/") + sample.entry.split(separator: "/")).reversed()
    return parts.lazy.compactMap { chatName(String($0)) }.first
  }

  private static func chatName(_ part: String) -> String? {
    var name = PlainText.line(part.replacing("_", with: " "))
    if name.hasSuffix("!") { name.removeLast() }
    for suffix in [".gz", ".xz", ".txt", ".zip"] where name.lowercased().hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    let letters = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let start = WhatsAppPhrases.chatNames.first(where: { letters.starts(with: $0.utf8) }) else {
      return nil
    }
    let rest = ChatName.withoutCopy(
      PlainText.line(String(decoding: Array(name.utf8).dropFirst(start.utf8.count), as: UTF8.self)))
    return rest.isEmpty ? nil : rest
  }
}

/// Tells chats that are exported as text.
enum ChatRecognition {
  /// Lines looked at.
  private static let linesSeen = 400

  /// Whether the first line with text is dated as in a chat, and another is, unless the first message is all there is.
  static func isChat(_ sample: EntrySample) -> Bool {
    guard let first = sample.start.first,
      (0x30...0x39).contains(first) || first == UInt8(ascii: "[") || first >= 0xE2
    else { return false }
    var lines = 0
    var dated = 0
    var startsDated = false
    ChatLines.forEach(in: sample) { line in
      guard lines < linesSeen, line.bytes.contains(where: { $0 > 0x20 }) else { return }
      lines += 1
      let bytes = DirectionMarks.removed(from: line.bytes).bytes
      guard ChatLineHeader(bytes) != nil else { return }
      dated += 1
      if lines == 1 { startsDated = true }
    }
    return startsDated && (dated > 1 || sample.isWhole || lines == linesSeen)
  }

  /// Whether it is signal-export's way of writing: dates as `[2024-03-01, 09:05]` without seconds, which WhatsApp
  /// always writes between brackets, or `[2024-03-01 09:05:00]` and text that ends in two spaces.
  static func isSignal(_ sample: EntrySample) -> Bool {
    var dated = 0
    var ownLayout = 0
    var hasSpaces = 0
    ChatLines.forEach(in: sample) { line in
      guard dated < 100, let header = ChatLineHeader(line.bytes) else { return }
      dated += 1
      let layout = header.layout
      guard layout.frame == .brackets, layout.yearStands == .first, layout.separator == UInt8(ascii: "-")
      else { return }
      if layout.hasComma != layout.hasSeconds { ownLayout += 1 }
      let text = String(decoding: line.bytes, as: UTF8.self)
      if !layout.hasSeconds || text.hasSuffix("  ") || text.hasSuffix("(This message was deleted)") {
        hasSpaces += 1
      }
    }
    return dated > 0 && ownLayout == dated && hasSpaces * 2 > dated
  }
}
