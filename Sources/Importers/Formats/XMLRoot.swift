// The root element of a document, from its first bytes.

/// The start tag of a document's root.
struct XMLRoot {
  /// Its name.
  let name: String
  /// The tag as it stands in the document.
  let tag: String

  /// The root in the first bytes of a document, behind its declaration and comments; nil where there is none.
  init?(_ head: ArraySlice<UInt8>) {
    var rest = head.drop { $0 <= 0x20 }
    while rest.first == UInt8(ascii: "<") {
      let next = rest.dropFirst().first
      if rest.starts(with: "<!--".utf8) {
        guard let end = Self.end(of: "-->", in: rest) else { return nil }
        rest = rest[end...]
      } else if next == UInt8(ascii: "?") {
        guard let end = Self.end(of: "?>", in: rest) else { return nil }
        rest = rest[end...]
      } else {
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }
        let name = tag.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        guard !name.isEmpty, next != UInt8(ascii: "!") else { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        self.tag = String(decoding: tag, as: UTF8.self)
        return
      }
      rest = rest.drop { $0 <= 0x20 }
    }
    return nil
  }

  private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    var position = bytes.startIndex
    while position + mark.count <= bytes.endIndex {
      if bytes[position...].starts(with: mark) { return position + mark.count }
      position += 1
    }
    return nil
  }
}
