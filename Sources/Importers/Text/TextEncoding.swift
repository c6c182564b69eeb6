// Character sets: told by byte order mark, converted to UTF-8 as a stream.
import CMail

/// How text is encoded in bytes.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8.
  case utf8
  /// UTF-16, little end first.
  case utf16LittleEndian
  /// UTF-16, big end first.
  case utf16BigEndian
  /// Windows code page 1252, which holds ISO 8859-1.
  case windows1252

  /// The encoding that a name in a mapping means; nil for an unknown one. `utf-16` without an order is little
  /// end first, unless a byte order mark says otherwise.
  public init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf16", "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii": self = .windows1252
    default: return nil
    }
  }

  /// The encoding that a byte order mark tells, and the mark's length; nil without a mark.
  static func byteOrderMark(_ head: ArraySlice<UInt8>) -> (TextEncoding, length: Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Bytes as text in UTF-8; characters that do not fit become U+FFFD. UTF-8 is passed on unchecked.
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var stream = TextStream(encoding: self)
    var text: [UInt8] = []
    bytes.withUnsafeBytes { block in stream.decode(block) { text.append(contentsOf: $0) } }
    return text
  }

  /// The scalars of bytes 0x80 to 0x9F in code page 1252; those it leaves out map to themselves, as browsers have it.
  static let windows1252Scalars: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// Converts a stream of bytes to UTF-8, whatever the blocks it comes in. UTF-8 itself passes through as it is.
struct TextStream {
  let encoding: TextEncoding
  private var carried: [UInt8] = []
  private var highSurrogate: UInt16?

  init(encoding: TextEncoding) { self.encoding = encoding }

  /// Converts a block.
  mutating func decode(_ block: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void)
    rethrows
  {
    switch encoding {
    case .utf8:
      try body(block)
    case .windows1252:
      var text: [UInt8] = []
      text.reserveCapacity(block.count + block.count / 8)
      for byte in block {
        if byte < 0x80 {
          text.append(byte)
        } else {
          let scalar = byte < 0xA0 ? TextEncoding.windows1252Scalars[Int(byte) - 0x80] : UInt16(byte)
          Self.append(UInt32(scalar), to: &text)
        }
      }
      try text.withUnsafeBytes(body)
    case .utf16LittleEndian, .utf16BigEndian:
      var text: [UInt8] = []
      var bytes = carried
      bytes.append(contentsOf: block)
      var position = 0
      while position + 1 < bytes.count {
        let pair = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
        take(encoding == .utf16LittleEndian ? pair.0 | pair.1 << 8 : pair.0 << 8 | pair.1, &text)
        position += 2
      }
      carried = Array(bytes[position...])
      try text.withUnsafeBytes(body)
    }
  }

  private mutating func take(_ unit: UInt16, _ text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        let scalar = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        return Self.append(scalar, to: &text)
      }
      Self.append(0xFFFD, to: &text)
    }
    if (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
    } else {
      Self.append((0xDC00...0xDFFF).contains(unit) ? 0xFFFD : UInt32(unit), to: &text)
    }
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// Text out of bytes of which a name tells the character set, as in mail.
enum NamedCharset {
  /// The text, and whether the set had to be guessed or characters replaced.
  static func decode(_ bytes: [UInt8], charset: String?) -> (text: String, flags: [ImportFlag]) {
    let isASCII = !bytes.contains { $0 >= 0x80 }
    let name = charset?.lowercased() ?? ""
    let knownNames = ["", "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252"]
    // Sets such as UTF-16 or ISO 2022 use ASCII bytes for other characters.
    if !knownNames.contains(name) {
      var length = 0
      if let converted = bytes.withUnsafeBufferPointer({ tm_convert(name, $0.baseAddress, $0.count, &length) }
      ) {
        defer { tm_free(converted) }
        return (String(decoding: UnsafeRawBufferPointer(start: converted, count: length), as: UTF8.self), [])
      }
    }
    if isASCII { return (String(decoding: bytes, as: UTF8.self), []) }
    if ["iso-8859-1", "latin1", "windows-1252"].contains(name) {
      return (String(decoding: TextEncoding.windows1252.decode(bytes[...]), as: UTF8.self), [])
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return (text, name == "utf-8" || name == "utf8" ? [] : [.encodingGuessed])
    }
    if name == "utf-8" || name == "utf8" {
      return (String(decoding: bytes, as: UTF8.self), [.charactersReplaced])
    }
    return (String(decoding: TextEncoding.windows1252.decode(bytes[...]), as: UTF8.self), [.encodingGuessed])
  }
}
