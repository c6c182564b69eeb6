// The HTML of Microsoft Teams, with tags of its own, to HTML that reads as Teams shows it.

/// A message's HTML: mentions, emoji and pictures as text or as a count, the quoted message apart.
struct TeamsMarkup {
  /// The HTML without what is Teams' own.
  private(set) var html: [UInt8] = []
  /// The HTML of the message that is quoted; empty where none is.
  private(set) var quote: [UInt8] = []
  /// How many pictures stand in it.
  private(set) var pictures = 0
  private var isInQuote = false
  /// Who was mentioned last, and where the writing stood behind it.
  private var mention: (who: String, end: Int)?
  private let mentioned: [String: String]

  /// A message's HTML.
  ///
  /// - Parameters:
  ///   - text: the HTML.
  ///   - mentioned: who the numbers of the mentions are, so that a name in several parts becomes one mention.
  init(_ text: String, mentioned: [String: String]) {
    self.mentioned = mentioned
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"),
        let end = Self.end(ofTagAt: position, in: bytes)
      else {
        write(bytes[position...position])
        position += 1
        continue
      }
      let tag = bytes[position...end]
      take(tag)
      position = end + 1
    }
  }

  private mutating func write(_ bytes: some Collection<UInt8>) {
    if isInQuote { quote.append(contentsOf: bytes) } else { html.append(contentsOf: bytes) }
  }

  private mutating func take(_ tag: ArraySlice<UInt8>) {
    switch Self.name(tag) {
    case "at":
      let id = Self.attribute("id", of: tag) ?? ""
      let who = mentioned[id] ?? id
      let gap = mention.map { html[min($0.end, html.count)...] }
      let isSame = mention?.who == who && !isInQuote && gap.map(Self.isSpace) == true
      if !isSame { write("@".utf8) }
      mention = (who, html.count)
    case "/at": mention?.end = html.count
    case "emoji": write((Self.attribute("alt", of: tag) ?? "").utf8)
    case "customemoji": write((Self.attribute("alt", of: tag).map { ":\($0):" } ?? "").utf8)
    case "img":
      if Self.contains("schema.skype.com/Emoji", tag) {
        write((Self.attribute("alt", of: tag) ?? "").utf8)
      } else {
        pictures += 1
      }
    case "blockquote" where Self.contains("schema.skype.com/Reply", tag): isInQuote = true
    case "/blockquote" where isInQuote: isInQuote = false
    case "attachment", "/attachment", "/emoji", "/customemoji", "systemeventmessage": break
    default: write(tag)
    }
  }

  /// Where a tag ends: `>` may stand in the value of an attribute. A `<` outside a value is no part of a tag, which also
  /// bounds the search: no byte is passed more than three times, once outside values and once in each kind of quotes.
  private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int? {
    guard start + 1 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "/") || isLetter(bytes[start + 1])
    else { return nil }
    var quote: UInt8?
    for position in (start + 1)..<bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return position
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let rest = tag.dropFirst()
    let isEnd = rest.first == UInt8(ascii: "/")
    let name = rest.dropFirst(isEnd ? 1 : 0).prefix(while: isLetter)
    return (isEnd ? "/" : "") + String(decoding: name, as: UTF8.self).lowercased()
  }

  /// The value of an attribute in double quotes, as it stands.
  private static func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> String? {
    guard let start = tag.firstRange(of: Array(" \(name)=\"".utf8)) else { return nil }
    return String(decoding: tag[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  private static func contains(_ text: String, _ tag: ArraySlice<UInt8>) -> Bool {
    tag.firstRange(of: Array(text.utf8)) != nil
  }

  /// Whether there is nothing but a space between two parts of a name.
  private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual("&nbsp;".utf8) || bytes.elementsEqual("\u{A0}".utf8)
      || bytes.allSatisfy { $0 == 0x20 }
  }
}
