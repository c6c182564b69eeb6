// A text cut into words, each with the place where it stands and its lower-case form.

/// A word of a text.
public struct Token: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes of the text.
  public var byteRange: Range<Int>
  /// Where it stands, in Unicode scalars of the text.
  public var scalarRange: Range<Int>
  /// Where its lower-case form stands in ``TokenizedText/lowercased``.
  var lowercasedRange: Range<Int>
}

/// A text cut into words. The lower-case forms share one buffer, so that a text costs two allocations and not
/// one for every word.
public struct TokenizedText: Sendable {
  /// The words in the order of the text.
  public internal(set) var tokens: [Token] = []
  /// The lower-case forms of all words, one behind the other, as UTF-8.
  public internal(set) var lowercased: [UInt8] = []

  /// The lower-case form of a word.
  public func word(_ token: Token) -> String {
    String(decoding: lowercased[token.lowercasedRange], as: UTF8.self)
  }

  /// The lower-case form of a word as UTF-8 bytes.
  public func bytes(_ token: Token) -> ArraySlice<UInt8> { lowercased[token.lowercasedRange] }

  /// All words in lower case, in the order of the text.
  public var words: [String] { tokens.map(word) }
}

extension TokenizedText {
  /// Cuts a text into words: a letter, then letters, digits, `_`, `-`, `+`, `#` and `'` for as long as they
  /// follow, given back until the word ends with a letter, digit, `_`, `+` or `#`. Equal to the expression
  /// `[^\W\d_][\w\-+#']*[\w+#]|[^\W\d_]` over lower-case text. Text should be NFC: a combining mark ends a word.
  init(_ text: String) {
    var copy = text
    copy.makeContiguousUTF8()
    let bytes = copy.utf8Span.span
    lowercased.reserveCapacity(bytes.count)
    tokens.reserveCapacity(bytes.count / 6)
    var offset = 0
    var scalars = 0
    while offset < bytes.count {
      let (first, length) = UTF8Coding.scalar(in: bytes, at: offset)
      guard ScalarClass.isLetter(first) else {
        offset += length
        scalars += 1
        continue
      }
      let start = (byte: offset, scalar: scalars, lower: lowercased.count)
      UTF8Coding.append(ScalarClass.lowercased(first), to: &lowercased)
      offset += length
      scalars += 1
      var end = (byte: offset, scalar: scalars, lower: lowercased.count)
      while offset < bytes.count {
        let (next, length) = UTF8Coding.scalar(in: bytes, at: offset)
        let closes = Self.closesWord(next)
        guard closes || next == 0x2D || next == 0x27 else { break }
        UTF8Coding.append(ScalarClass.lowercased(next), to: &lowercased)
        offset += length
        scalars += 1
        if closes { end = (offset, scalars, lowercased.count) }
      }
      lowercased.removeLast(lowercased.count - end.lower)
      (offset, scalars) = (end.byte, end.scalar)
      tokens.append(
        Token(
          byteRange: start.byte..<end.byte, scalarRange: start.scalar..<end.scalar,
          lowercasedRange: start.lower..<end.lower))
    }
  }

  /// Letters, digits, `_`, `+` and `#`: what a word may end with.
  @inline(__always)
  private static func closesWord(_ scalar: UInt32) -> Bool {
    if ScalarClass.isLetter(scalar) || ScalarClass.isDigit(scalar) { return true }
    return scalar == 0x5F || scalar == 0x2B || scalar == 0x23
  }
}
