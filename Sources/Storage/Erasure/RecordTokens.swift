// The values that a record that could not be read may hold, whatever its format: to compare with those of erased people.

/// Pieces of records.
enum RecordTokens {
  /// Signs that end a value in every format: quotes, separators of columns, lines.
  private static let ends: [Set<Unicode.Scalar>] = [
    ["\"", "\t", "\n", "\r"],
    ["\"", "\t", "\n", "\r", ",", ";", "|", "<", ">"],
    ["\"", "\t", "\n", "\r", ",", ";", "|", "<", ">", " ", "=", ":", "{", "}", "[", "]", "(", ")", "'", "&"],
  ]
  /// Values that are longer are texts, not identities.
  private static let longest = 200

  /// All pieces that may be the identity of an author or a post, each once, sorted.
  static func tokens(in raw: [UInt8], _ more: String) -> [String] {
    let scalars = Array(plain(raw).unicodeScalars) + ["\n"] + Array(more.unicodeScalars)
    var tokens: Set<String> = []
    for ends in Self.ends {
      for piece in scalars.split(whereSeparator: ends.contains) {
        let trimmed = trimmed(piece)
        guard !trimmed.isEmpty, trimmed.count <= longest else { continue }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: trimmed)
        tokens.insert(String(text))
      }
    }
    return tokens.sorted()
  }

  private static func trimmed(_ piece: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var piece = piece
    while piece.first?.properties.isWhitespace ?? false { piece.removeFirst() }
    while piece.last?.properties.isWhitespace ?? false { piece.removeLast() }
    return piece
  }

  /// A record as text, with JSON's and CSV's ways of writing signs undone.
  static func plain(_ raw: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var pair: UInt32?
    let scalars = Array(String(decoding: raw, as: UTF8.self).unicodeScalars)
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      let next = position + 1 < scalars.count ? scalars[position + 1] : nil
      position += 1
      if scalar == "\"", next == "\"" {
        // A doubled quote is one; two ends of empty values are none the worse for it.
        text.append(scalar)
        position += 1
      } else if scalar == "\\", let next {
        position += 1
        switch next {
        case "n", "r": text.append("\n")
        case "t": text.append("\t")
        case "u":
          let digits = String(String.UnicodeScalarView(scalars[position..<min(position + 4, scalars.count)]))
          guard let value = UInt32(digits, radix: 16) else { continue }
          position += 4
          if let high = pair, (0xDC00..<0xE000).contains(value) {
            pair = nil
            Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (value - 0xDC00)).map { text.append($0) }
          } else if (0xD800..<0xDC00).contains(value) {
            pair = value
          } else {
            Unicode.Scalar(value).map { text.append($0) }
          }
        default: text.append(next)
        }
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
