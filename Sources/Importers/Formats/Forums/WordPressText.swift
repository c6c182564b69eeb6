// WordPress's way of writing: HTML in which line breaks count, with shortcodes in brackets.

/// Turns the content of posts and comments into text.
enum WordPressText {
  /// The lines of a content, each with whose words it holds.
  static func lines(of content: String, isAnswer: Bool) -> [MarkedLine] {
    HTMLText.lines(
      of: withoutShortcodes(content),
      .init(keepsLineBreaks: true, quotes: HTMLQuotes(blockquotes: isAnswer)))
  }

  /// Shortcodes of WordPress itself. What others stand around is text; these hold none, or an address.
  private static let known: Set<String> = [
    "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist",
  ]

  /// The content without shortcodes, with what stands between an opening and a closing one. Brackets that people write,
  /// such as `[...]`, `[1]` and `[sic]`, stay: a shortcode that is not WordPress's own is told by a value (`a="b"`) or by
  /// an underscore or hyphen in its name, such as `[vc_row]`.
  static func withoutShortcodes(_ content: String) -> String {
    let bytes = Array(content.utf8)
    guard bytes.contains(UInt8(ascii: "[")) else { return content }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var removed: Set<String> = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "["), let code = Shortcode(bytes, at: position) else {
        result.append(bytes[position])
        position += 1
        continue
      }
      let isCode =
        code.isClosing ? removed.contains(code.name) || known.contains(code.name) : isShortcode(code)
      if isCode {
        removed.insert(code.name)
      } else {
        result += bytes[position..<code.end]
      }
      position = code.end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isShortcode(_ code: Shortcode) -> Bool {
    known.contains(code.name) || code.hasValue || code.name.contains("_")
      || code.name.contains("-") && code.name.count > 4
  }

  /// `[name …]` or `[/name]`.
  private struct Shortcode {
    let name: String
    let isClosing: Bool
    let hasValue: Bool
    let end: Int

    init?(_ bytes: [UInt8], at start: Int) {
      var position = start + 1
      isClosing = position < bytes.count && bytes[position] == UInt8(ascii: "/")
      if isClosing { position += 1 }
      let nameStart = position
      while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
      let name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
      // Bulletin boards' own tags are no shortcodes: they say what is quoted.
      guard let first = name.utf8.first, (0x61...0x7A).contains(first), name != "quote",
        position < bytes.count, " ]/\t\n".utf8.contains(bytes[position])
      else { return nil }
      self.name = name
      var quote: UInt8?
      var hasValue = false
      while position < bytes.count, position - start < 4096 {
        let byte = bytes[position]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          guard bytes[position - 1] == UInt8(ascii: "=") else { return nil }
          quote = byte
        } else if byte == UInt8(ascii: "=") {
          hasValue = true
        } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") {
          return nil
        } else if byte == UInt8(ascii: "]") {
          self.hasValue = hasValue
          end = position + 1
          return
        }
        position += 1
      }
      return nil
    }

    private static func isName(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-")
    }
  }
}
