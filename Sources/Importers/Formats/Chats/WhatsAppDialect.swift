// Tells what a record of a WhatsApp chat is: an event, a deleted message, a file, or what somebody wrote.

/// How WhatsApp writes a record behind its date.
enum WhatsAppDialect: ChatDialect {
  static func content(of bytes: [UInt8], marked: [Int]) -> ChatContent {
    let lineEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    guard let colon = nameEnd(bytes[..<lineEnd]) else { return .event }
    let name = ChatName.ofPerson(bytes[..<colon])
    if name.isEmpty || isEvent(bytes[..<colon]) { return .event }
    let start = textStart(bytes[...], behind: colon)
    let isMarked = Self.isMarked(bytes[...], colon, start, marked)
    let first = bytes[min(start, lineEnd)..<lineEnd]
    if isNotice(first) || nameEnd(first).map({ isNotice(first[textStart(first, behind: $0)...]) }) == true {
      return .event
    }
    let mayBeOwn = isMarked || WhatsAppPhrases.starts.mayStart(first)
    let line = mayBeOwn ? lowercased(first.prefix(200)) : ""
    if mayBeOwn, lineEnd == bytes.count, isDeleted(line) {
      return .message(ChatMessage(author: name, isDeleted: true))
    }
    if mayBeOwn, WhatsAppPhrases.waiting.contains(where: line.hasPrefix) { return .nothing }
    var message = ChatMessage(author: name)
    (message.body, message.attachments) = withoutFiles(bytes[min(start, bytes.count)...], marked: marked)
    if message.attachments == 0, isMarked {
      let padded = " " + line
      if (WhatsAppPhrases.events + WhatsAppPhrases.markedGroupEvents + WhatsAppPhrases.calls).contains(
        where: padded.contains)
      {
        return .event
      }
    }
    if message.body.isEmpty, message.attachments == 0 { return .nothing }
    return .message(message)
  }

  /// What all lines of a message say, and how many files hang on it.
  private static func withoutFiles(_ bytes: ArraySlice<UInt8>, marked: [Int]) -> (body: String, files: Int) {
    var kept: [UInt8] = []
    var files = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let file = fileLine(line, marked: marked)
      files += file?.files ?? 0
      if let file, file.text.isEmpty { continue }
      if !kept.isEmpty { kept.append(0x0A) }
      if let file { kept += file.text.utf8 } else { kept += line }
    }
    return (withoutEdited(PlainText.normalised(String(decoding: kept, as: UTF8.self))), files)
  }

  // MARK: - Lines of the program

  static func programLine(_ line: ArraySlice<UInt8>, marked: [Int]) -> ChatProgramLine? {
    guard let colon = nameEnd(line), line[..<colon].contains(where: { $0 > 0x20 }), !isEvent(line[..<colon])
    else { return said(line) }
    var end = colon
    // A group's name may have a colon of its own.
    for _ in 0..<2 {
      let text = line[textStart(line, behind: end)...]
      if isNotice(text) {
        var said = Self.said(text)
        said.name = ChatName.ofPerson(line[..<end])
        said.naming = .speaking
        return said
      }
      guard let next = nameEnd(line[(end + 1)...]) else { break }
      end = next
    }
    let start = textStart(line, behind: colon)
    guard isMarked(line, colon, start, marked) else { return nil }
    let text = line[start...]
    let padded = " " + lowercased(text.prefix(longestEvent)) + " "
    if WhatsAppPhrases.markedGroupEvents.contains(where: padded.contains) {
      return ChatProgramLine(isOfGroup: true)
    }
    return WhatsAppPhrases.events.contains(where: padded.contains) ? said(text) : nil
  }

  /// Bytes of what the program says that are looked at: names of groups have at most a hundred characters.
  private static let longestEvent = 1000

  /// What a text of the program says.
  private static func said(_ bytes: ArraySlice<UInt8>) -> ChatProgramLine {
    let text = PlainText.line(String(decoding: bytes.prefix(longestEvent), as: UTF8.self))
    let padded = " " + text.lowercased() + " "
    var line = ChatProgramLine()
    line.isOfGroup =
      WhatsAppPhrases.groupEvents.contains(where: padded.contains)
      || (isNotice(bytes) && [" groep", " group "].contains(where: padded.contains))
    if WhatsAppPhrases.renamings.contains(where: padded.contains) {
      line.name = lastQuoted(text)
      line.naming = .renaming
    } else if WhatsAppPhrases.makings.contains(where: padded.contains) {
      line.name = lastQuoted(text)
    }
    return line
  }

  /// What stands between the last two quotation marks.
  private static func lastQuoted(_ text: String) -> String? {
    let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
    guard let end = text.lastIndex(where: marks.contains),
      let start = text[..<end].lastIndex(where: marks.contains)
    else { return nil }
    return PlainText.folded(String(text[text.index(after: start)..<end]))
  }

  /// Whether what stands before the colon is no name but a sentence about the group.
  private static func isEvent(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Numbers of telephones have many spaces too.
    guard bytes.count(where: { $0 == 0x20 }) >= 3, bytes.contains(where: { $0 | 0x20 >= 0x61 }) else {
      return false
    }
    let text = " " + lowercased(bytes.prefix(longestEvent)) + " "
    return WhatsAppPhrases.events.contains(where: text.contains)
  }

  /// Whether a text is a notice of the program about the chat. The name of the group may stand before it.
  private static func isNotice(_ text: ArraySlice<UInt8>) -> Bool {
    guard WhatsAppPhrases.starts.mayStart(text) else { return false }
    let line = lowercased(text.prefix(200))
    return WhatsAppPhrases.notices.contains(where: line.hasPrefix)
  }

  /// Where the text behind a name's colon starts.
  private static func textStart(_ line: ArraySlice<UInt8>, behind colon: Int) -> Int {
    var start = colon + 1
    while start < line.endIndex, line[start] == 0x20 { start += 1 }
    return min(start, line.endIndex)
  }

  /// Whether the program says a text: iPhones put a mark before that.
  private static func isMarked(_ line: ArraySlice<UInt8>, _ colon: Int, _ start: Int, _ marked: [Int]) -> Bool
  {
    start < line.endIndex && line[start] != UInt8(ascii: "@")
      && marked.contains { $0 > colon && $0 <= start }
  }

  /// Where the name of who wrote a line ends: at the first colon with a space or the line's end behind it.
  static func nameEnd(_ line: ArraySlice<UInt8>) -> Int? {
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

  /// What a line says beside what stands for files in it, and how many those are; nil where nothing does. Names of files go
  /// too: they hold names of people.
  private static func fileLine(_ line: ArraySlice<UInt8>, marked: [Int]) -> (text: String, files: Int)? {
    // Most lines have nothing of the kind.
    let end = line.last { $0 > 0x20 }
    let isMarked = hasMark(line, marked)
    guard
      isMarked || end == UInt8(ascii: ")") || line.contains(UInt8(ascii: "<"))
        || (line.count < 48 && WhatsAppPhrases.omittedStarts.mayStart(line))
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let folded = PlainText.line(text).lowercased()
    if WhatsAppPhrases.omittedFiles.contains(folded) || folded == "<null>" { return ("", 1) }
    if WhatsAppPhrases.attachedEnds.contains(where: folded.hasSuffix) { return ("", 1) }
    if let (caption, files) = withoutAttached(text) { return (caption, files) }
    for phrase in WhatsAppPhrases.omittedEnds where folded.hasSuffix(phrase) {
      if folded == phrase { return ("", 1) }
      guard isMarked else { continue }
      return (String(PlainText.line(text).dropLast(phrase.count)), 1)
    }
    for phrase in WhatsAppPhrases.omittedNamedEnds where folded.hasSuffix(phrase) {
      if folded == phrase || isMarked { return ("", 1) }
    }
    return nil
  }

  /// Whether one of the marks, which are in order, stands in a line.
  private static func hasMark(_ line: ArraySlice<UInt8>, _ marked: [Int]) -> Bool {
    var low = 0
    var high = marked.count
    while low < high {
      let middle = (low + high) / 2
      if marked[middle] < line.startIndex { low = middle + 1 } else { high = middle }
    }
    return low < marked.count && marked[low] < line.endIndex
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
    guard text.utf8.last == UInt8(ascii: ">") else { return text }
    let end = text.suffix(40).lowercased()
    for phrase in WhatsAppPhrases.edited where end.hasSuffix(phrase) {
      return PlainText.normalised(String(text.dropLast(phrase.count)))
    }
    return text
  }
}
