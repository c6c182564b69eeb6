// The one form that text is kept in: NFC, lines ended by LF, no control characters, no white space around it.
import Foundation

/// Brings text into the one form that it is kept in.
enum PlainText {
  /// The text in NFC with LF line ends; control characters other than tab and LF are dropped, a byte order mark
  /// too, and white space around the whole.
  static func normalised(_ text: String) -> String {
    var text = text
    if text.withUTF8(isNormal) { return text }
    let (bytes, needsComposition) = text.withUTF8(cleaned)
    let plain = String(decoding: bytes, as: UTF8.self)
    return needsComposition ? plain.precomposedStringWithCanonicalMapping : plain
  }

  /// Whether a text is in its form already, as nearly all are: Latin letters, dashes, quotes, pictures, no carriage return,
  /// no control character, no white space around it.
  private static func isNormal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = text.last else { return true }
    if spaceWidth(text, 0) != nil || last <= 0x20 { return false }
    for width in 2...3 where text.count >= width {
      if spaceWidth(text, text.count - width) == width { return false }
    }
    var position = 0
    while position < text.count {
      let byte = text[position]
      switch byte {
      case 0x20...0x7E, 0x09, 0x0A: position += 1
      // U+0080 to U+009F are controls.
      case 0xC2:
        guard position + 1 < text.count, text[position + 1] >= 0xA0 else { return false }
        position += 2
      case 0xC3...0xCB: position += 2
      case 0xE2:
        guard position + 2 < text.count, isStable(text[position + 1], text[position + 2]) else {
          return false
        }
        position += 3
      // U+1F000 to U+1FFFF.
      case 0xF0:
        guard position + 1 < text.count, text[position + 1] == 0x9F else { return false }
        position += 4
      default: return false
      }
    }
    return true
  }

  /// Whether a scalar whose three bytes start with E2 is one whole character that NFC leaves alone: U+2010 to U+2027 and U+2030
  /// to U+205E (dashes, quotes, dots), U+20AC (the euro), U+2500 to U+27BF (boxes and signs).
  private static func isStable(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0x90...0xA7).contains(third) || third >= 0xB0
    case 0x81: third < 0x9F
    case 0x82: third == 0xAC
    case 0x94...0x9E: true
    default: false
    }
  }

  /// The bytes of a text that are kept, and whether it may hold characters in two parts, which are U+0300 and above.
  private static func cleaned(_ text: UnsafeBufferPointer<UInt8>) -> (ArraySlice<UInt8>, Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var needsComposition = false
    var position = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      switch byte {
      case 0x20...0x7E, 0x09: bytes.append(byte)
      case 0x0A:
        if position < 2 || text[position - 2] != 0x0D { bytes.append(byte) }
      case 0x0D: bytes.append(0x0A)
      case 0..<0x20, 0x7F: continue
      // U+0080 to U+009F are controls.
      case 0xC2 where position < text.count && text[position] < 0xA0: position += 1
      case 0xEF where position + 1 < text.count && text[position] == 0xBB && text[position + 1] == 0xBF:
        position += 2
      default:
        if byte >= 0xCC { needsComposition = true }
        bytes.append(byte)
      }
    }
    return (trimmed(bytes[...]), needsComposition)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let width = bytes.withUnsafeBufferPointer({ spaceWidth($0, 0) }) { bytes = bytes.dropFirst(width) }
    trimming: while true {
      for width in 1...3 where bytes.count >= width {
        let end = bytes.suffix(width)
        if end.withUnsafeBufferPointer({ spaceWidth($0, 0) }) == width {
          bytes = bytes.dropLast(width)
          continue trimming
        }
      }
      return bytes
    }
  }

  /// How many bytes the white space takes that stands at a place; nil where none does. These are all that Unicode has.
  private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : nil }
    guard position + 1 < bytes.count else { return nil }
    let second = bytes[position + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : nil }
    guard (0xE1...0xE3).contains(first), position + 2 < bytes.count else { return nil }
    let isSpace =
      switch (first, second, bytes[position + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
        (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        true
      default: false
      }
    return isSpace ? 3 : nil
  }

  /// One line: normalised, and every run of white space a single space.
  static func line(_ text: String) -> String {
    var text = text
    // Such a text is in its form already.
    return text.withUTF8(isFolded) ? text : folded(normalised(text))
  }

  /// The text with every run of white space as one space, and none around it.
  static func folded(_ text: String) -> String {
    var text = text
    if text.withUTF8(isFolded) { return text }
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var pendingSpace = false
      var position = 0
      while position < bytes.count {
        if let width = spaceWidth(bytes, position) {
          pendingSpace = !result.isEmpty
          position += width
        } else {
          if pendingSpace { result.append(0x20) }
          pendingSpace = false
          result.append(bytes[position])
          position += 1
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The text folded, in small letters and without asterisks for bold print: how lines are compared with what programs write.
  static func key(_ text: String) -> String {
    var text = text
    if let key = text.withUTF8(latinKey) { return key }
    let plain = text.utf8.contains(UInt8(ascii: "*")) ? text.filter { $0 != "*" } : text
    return folded(plain).lowercased()
  }

  /// The key of a text in Latin letters, as nearly all are; nil for another, or one with other white space than spaces.
  private static func latinKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    var pendingSpace = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x20, 0x09:
        pendingSpace = !key.isEmpty
        continue
      case UInt8(ascii: "*"): continue
      case 0x21...0x7E, 0xC3: break
      default: return nil
      }
      if pendingSpace { key.append(0x20) }
      pendingSpace = false
      if byte == 0xC3 {
        guard position < bytes.count else { return nil }
        // U+00C0 to U+00DE, but for the sign of multiplication, have their small letter 32 further.
        let second = bytes[position]
        position += 1
        key.append(byte)
        key.append((0x80...0x9E).contains(second) && second != 0x97 ? second + 0x20 : second)
      } else {
        key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether a text is ASCII with single spaces and none around it.
  private static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text {
      if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return text.isEmpty || previous != 0x20
  }
}
