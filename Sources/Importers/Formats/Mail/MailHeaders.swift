// The headers of a mail, unfolded, and what identifies it and the mails it answers.
import CMail

/// The headers of a mail.
struct MailHeaders {
  private var values: [(name: String, value: [UInt8])] = []
  /// Bytes looked at.
  static let limit = 256 << 10

  /// Reads the headers at the start of a mail, at most 256 kB. A line that is no header is passed over.
  init(_ message: ArraySlice<UInt8>) {
    var position = message.startIndex
    let end = min(message.endIndex, position + Self.limit)
    while position < end {
      let lineEnd = message[position..<end].firstIndex(of: 0x0A) ?? end
      var line = message[position..<lineEnd]
      position = lineEnd + 1
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        if !values.isEmpty {
          values[values.count - 1].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
        }
      } else if MboxSplitter.isHeader(line), let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        values.append((name, Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })))
      }
    }
  }

  /// Names of the headers, in small letters.
  var names: [String] { values.map(\.name) }

  /// The bytes of the first header of a name.
  subscript(name: String) -> [UInt8]? { values.first { $0.name == name }?.value }

  /// The text of the first header of a name, encoded words decoded; nil when it is missing or empty.
  func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    let text = Self.decoded(value)
    return text.isEmpty ? nil : text
  }

  /// Text of a header value: encoded words (RFC 2047) decoded, raw bytes above ASCII as UTF-8 or Windows-1252.
  static func decoded(_ value: [UInt8]) -> String {
    let (raw, _) = NamedCharset.decode(value.filter { $0 != 0 }, charset: nil)
    guard let decoded = tm_decode_header(raw) else { return PlainText.line(raw) }
    defer { tm_free(decoded) }
    return PlainText.line(String(cString: decoded))
  }

  /// The Message-ID; nil when there is none.
  var messageID: String? { self["message-id"].flatMap { Self.identifiers($0).first } }

  /// Identifiers of the mails it answers, oldest first: References, then In-Reply-To where that adds one.
  var ancestors: [String] {
    var found = self["references"].map(Self.identifiers) ?? []
    for id in self["in-reply-to"].map(Self.identifiers) ?? [] where !found.contains(id) { found.append(id) }
    return found
  }

  /// Identifiers between angle brackets; where there are no brackets, words with an `@` in them, or a single word such
  /// as the address of a mail in LISTSERV's archive.
  static func identifiers(_ value: [UInt8]) -> [String] {
    var found: [String] = []
    var start: Int?
    for (position, byte) in value.enumerated() {
      if byte == UInt8(ascii: "<") {
        start = position + 1
      } else if byte == UInt8(ascii: ">"), let from = start {
        let id = value[from..<position].filter { $0 > 0x20 }
        if !id.isEmpty { found.append(String(decoding: id, as: UTF8.self)) }
        start = nil
      }
    }
    if !found.isEmpty || value.contains(UInt8(ascii: "<")) { return found }
    let words = value.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    let addresses = words.filter { $0.contains(UInt8(ascii: "@")) }
    let isIdentifier =
      words.count == 1 && words[0].count >= 8 && words[0].contains { "=?/$.-_".utf8.contains($0) }
      && words[0].contains { (0x30...0x39).contains($0) }
    return (addresses.isEmpty && isIdentifier ? words : addresses).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Who a mail is from.
struct MailAddress: Hashable {
  /// The address in small letters, or the name where there is none.
  var key: String
  /// The name.
  var name: String?

  /// Reads a From header: `Name <address>`, `address (Name)`, Pipermail's `name at host`, or an address among words.
  /// Where the archive hides all addresses behind the same words, the name tells people apart.
  init?(_ header: [UInt8]) {
    let header = Self.withoutMasks(header)
    var address: ArraySlice<UInt8> = []
    var name = header[...]
    if let open = header.lastIndex(of: UInt8(ascii: "<")) {
      let close = header[open...].firstIndex(of: UInt8(ascii: ">")) ?? header.endIndex
      address = header[(open + 1)..<close]
      name = header[..<open]
    } else if let open = header.firstIndex(of: UInt8(ascii: "(")) {
      address = header[..<open]
      let close = header.lastIndex(of: UInt8(ascii: ")")) ?? header.endIndex
      name = header[(open + 1)..<max(open + 1, close)]
    } else if let word = header.split(separator: 0x20).first(where: { $0.contains(UInt8(ascii: "@")) }) {
      address = word
      name = (header[..<word.startIndex] + header[word.endIndex...])[...]
    } else {
      address = header[...]
    }
    let shown = MailHeaders.decoded(Array(name)).trimmed(of: "\"' ")
    var key = PlainText.line(String(decoding: address, as: UTF8.self)).lowercased().trimmed(of: "\"'<>, ")
    if !key.contains("@"), let range = key.firstRange(of: " at ") { key.replaceSubrange(range, with: "@") }
    if key.isEmpty || !key.contains("@") && !shown.isEmpty { key = shown.lowercased() }
    guard !key.isEmpty else { return nil }
    self.key = key
    self.name = shown.isEmpty || shown == key ? nil : shown
  }

  /// What archives write in the place of addresses.
  private static let masks = ["[log in to unmask]", "[email protected]", "[hidden email]", "[e-mail hidden]"]

  private static func withoutMasks(_ header: [UInt8]) -> [UInt8] {
    guard header.contains(UInt8(ascii: "[")) else { return header }
    var text = String(decoding: header, as: UTF8.self)
    for mask in masks {
      while let found = text.firstRange(of: mask) { text.removeSubrange(found) }
    }
    return Array(text.utf8)
  }
}

extension String {
  /// The text without any of these characters around it.
  fileprivate func trimmed(of characters: String) -> String {
    let unwanted = Set(characters.unicodeScalars)
    var scalars = unicodeScalars[...]
    while let first = scalars.first, unwanted.contains(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, unwanted.contains(last) { scalars = scalars.dropLast() }
    return String(scalars)
  }
}
