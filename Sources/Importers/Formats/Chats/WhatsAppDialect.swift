// Tells what a record of a WhatsApp chat is: an event, a deleted message, a file, or what somebody wrote.

/// How WhatsApp writes a record behind its date.
enum WhatsAppDialect: ChatDialect {
  static func content(of text: String, marked: [Int]) -> ChatContent {
    let bytes = Array(text.utf8)
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    guard let colon = nameEnd(bytes[..<lineEnd]) else { return .event }
    let name = ChatName.ofPerson(bytes[..<colon])
    if name.isEmpty || isGroupEvent(bytes[..<colon]) { return .event }
    var start = colon + 1
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    // iPhones put a mark before what the program itself says.
    let isMarked =
      marked.contains { $0 > colon && $0 <= start } && start < bytes.count && bytes[start] != 0x40
    let line = lowercased(bytes[min(start, lineEnd)..<lineEnd].prefix(200))
    if isNotice(line, bytes[min(start, lineEnd)..<lineEnd]) { return .event }
    if isDeleted(line), lineEnd == bytes.count {
      return .message(ChatMessage(author: name, isDeleted: true))
    }
    if WhatsAppPhrases.waiting.contains(where: line.hasPrefix) { return .nothing }
    var message = ChatMessage(author: name)
    let lines = bytes[min(start, bytes.count)...].split(separator: 0x0A, omittingEmptySubsequences: false)
    var kept: [String] = []
    for line in lines {
      let (text, files) = withoutFiles(line, marked: marked)
      message.attachments += files
      if files == 0 || !text.isEmpty { kept.append(text) }
    }
    message.body = withoutEdited(PlainText.normalised(kept.joined(separator: "\n")))
    if message.attachments == 0, isMarked {
      let padded = " " + line
      if (WhatsAppPhrases.groupEvents + WhatsAppPhrases.markedEvents).contains(where: padded.contains) {
        return .event
      }
    }
    if message.body.isEmpty, message.attachments == 0 { return .nothing }
    return .message(message)
  }

  /// Whether what stands before the colon is no name but a sentence about the group.
  private static func isGroupEvent(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count(where: { $0 == 0x20 }) >= 3 else { return false }
    let text = " " + lowercased(bytes) + " "
    return WhatsAppPhrases.groupEvents.contains(where: text.contains)
  }

  /// Whether a text is a notice of the program. The name of the group may stand before it, with a colon of its own.
  private static func isNotice(_ line: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    if WhatsAppPhrases.notices.contains(where: line.hasPrefix) { return true }
    guard let colon = nameEnd(bytes) else { return false }
    let rest = lowercased(bytes[(colon + 1)...].prefix(200))
    return WhatsAppPhrases.notices.contains(where: rest.hasPrefix)
  }

  /// Where the name ends: at the first colon with a space or the line's end behind it.
  private static func nameEnd(_ line: ArraySlice<UInt8>) -> Int? {
    var position = line.startIndex
    while let colon = line[position...].firstIndex(of: UInt8(ascii: ":")) {
      let rest = line[(colon + 1)...]
      if rest.isEmpty || rest.first == 0x20 || rest.first == 0x0D { return colon }
      if rest.starts(with: [0xC2, 0xA0]) || rest.starts(with: [0xE2, 0x80, 0xAF]) { return colon }
      // A message that has disappeared leaves "name:.".
      if rest.first == UInt8(ascii: "."), rest.dropFirst().allSatisfy({ $0 <= 0x20 }) { return colon }
      position = colon + 1
    }
    return nil
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    PlainText.line(String(decoding: bytes, as: UTF8.self)).lowercased()
  }

  private static func isDeleted(_ line: String) -> Bool {
    let text = line.hasSuffix(".") ? String(line.dropLast()) : line
    return WhatsAppPhrases.deleted.contains(text)
      || WhatsAppPhrases.deletedBy.contains(where: text.hasPrefix)
  }

  /// A line without what stands for files in it, and how many those are. Names of files go too: they hold names of
  /// people.
  private static func withoutFiles(_ line: ArraySlice<UInt8>, marked: [Int]) -> (String, Int) {
    let text = String(decoding: line, as: UTF8.self)
    // Most lines have nothing of the kind.
    let ends = line.last { $0 > 0x20 }
    guard
      line.contains(UInt8(ascii: "<")) || ends == UInt8(ascii: ")") || hasMark(line, marked)
        || line.count < 48
    else { return (text, 0) }
    let folded = PlainText.line(text).lowercased()
    if WhatsAppPhrases.omittedFiles.contains(folded) || folded == "<null>" { return ("", 1) }
    if WhatsAppPhrases.attachedEnds.contains(where: folded.hasSuffix) { return ("", 1) }
    if let (caption, files) = withoutAttached(text) { return (caption, files) }
    for phrase in WhatsAppPhrases.omittedEnds where folded.hasSuffix(phrase) {
      if folded == phrase { return ("", 1) }
      guard hasMark(line, marked) else { continue }
      return (String(PlainText.line(text).dropLast(phrase.count)), 1)
    }
    for phrase in WhatsAppPhrases.omittedNamedEnds where folded.hasSuffix(phrase) {
      if folded == phrase || hasMark(line, marked) { return ("", 1) }
    }
    return (text, 0)
  }

  private static func hasMark(_ line: ArraySlice<UInt8>, _ marked: [Int]) -> Bool {
    marked.contains { $0 >= line.startIndex && $0 < line.endIndex }
  }

  /// A line without `<bijgevoegd: …>`, and without the name of a document before it; nil where it has none.
  private static func withoutAttached(_ text: String) -> (String, Int)? {
    guard let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
      return nil
    }
    let tag = PlainText.line(String(text[open...])).lowercased()
    guard WhatsAppPhrases.attachedStarts.contains(where: tag.hasPrefix) else { return nil }
    let before = String(text[..<open])
    let behind = String(text[text.index(after: close)...])
    // "Verslag.pdf • 2 pagina's <bijgevoegd: …>"
    return ((before.contains(" • ") ? "" : before) + behind, 1)
  }

  private static func withoutEdited(_ text: String) -> String {
    guard text.hasSuffix(">") else { return text }
    let end = text.suffix(40).lowercased()
    for phrase in WhatsAppPhrases.edited where end.hasSuffix(phrase) {
      return PlainText.normalised(String(text.dropLast(phrase.count)))
    }
    return text
  }
}
