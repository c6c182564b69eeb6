// Cuts a text into lexemes in one pass over its UTF-8 bytes.

/// Cuts a text into lexemes. Their ranges follow each other without gaps and cover the whole text.
struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0
  private var scalars = 0
  private var lexemes: [Lexeme] = []

  /// The lexemes of a text, quotations and brackets marked.
  static func lexemes(of text: String) -> [Lexeme] {
    var lexer = Lexer(Array(text.utf8))
    lexer.lexemes.reserveCapacity(lexer.bytes.count / 3 + 4)
    while lexer.offset < lexer.bytes.count { lexer.next() }
    Quotations.mark(&lexer.lexemes)
    return lexer.lexemes
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The scalar so many bytes ahead of a place; 0 behind the end.
  @inline(__always)
  private func peek(_ place: Int) -> UInt32 {
    place < bytes.count ? UTF8Coding.scalar(in: bytes.span, at: place).value : 0
  }

  @inline(__always)
  private mutating func advance() -> UInt32 {
    let (value, length) = UTF8Coding.scalar(in: bytes.span, at: offset)
    offset += length
    scalars += 1
    return value
  }

  private var previousKind: LexemeKind { lexemes.last?.kind ?? .newline }

  private var followsBlank: Bool {
    switch previousKind {
    case .blank, .newline, .openBracket, .openQuote, .colon, .dash: true
    default: false
    }
  }

  private mutating func next() {
    let start = (byte: offset, scalar: scalars)
    var lexeme = Lexeme(
      kind: .other, byteStart: Int32(start.byte), byteEnd: 0, scalarStart: Int32(start.scalar), scalarEnd: 0)
    let first = UTF8Coding.scalar(in: bytes.span, at: offset).value
    if ScalarClass.isLetter(first) || isClitic(first) {
      readWordOrLink(into: &lexeme, first: first)
    } else if ScalarClass.isDigit(first) {
      readNumber(into: &lexeme)
    } else {
      readMark(into: &lexeme, first: first)
    }
    lexeme.byteEnd = Int32(offset)
    lexeme.scalarEnd = Int32(scalars)
    lexemes.append(lexeme)
  }

  // MARK: Words, links and numbers

  /// `'t`, `'s`, `'n`, `'k`, `'m` and `'r` at the start of a word: an apostrophe that opens no quotation.
  private func isClitic(_ first: UInt32) -> Bool {
    guard first == 0x27 || first == 0x2019 || first == 0x2018, followsBlank else { return false }
    let length = first == 0x27 ? 1 : 3
    switch peek(offset + length) | 0x20 {
    case 0x74, 0x73, 0x6E, 0x6B, 0x6D, 0x72:
      let following = peek(offset + length + 1)
      return following == 0x20 || following == 0x2D || following == 0xA0
    default: return false
    }
  }

  private mutating func readWordOrLink(into lexeme: inout Lexeme, first: UInt32) {
    lexeme.kind = .word
    lexeme.startsUpper = ScalarClass.isUpper(first)
    if startsLink() {
      readLink(into: &lexeme)
      return
    }
    if readDotted(into: &lexeme) { return }
    var hash = WordHash()
    hash.combine(advance())
    while offset < bytes.count {
      let scalar = peek(offset)
      if ScalarClass.isLetter(scalar) || ScalarClass.isDigit(scalar) {
        hash.combine(advance())
      } else if scalar == 0x27 || scalar == 0x2019 || scalar == 0x2D || scalar == 0x5F {
        let behind = peek(offset + (scalar == 0x2019 ? 3 : 1))
        guard ScalarClass.isLetter(behind) || ScalarClass.isDigit(behind) else { break }
        hash.combine(advance())
      } else if scalar == 0x40, ScalarClass.isLetter(peek(offset + 1)) {
        readLink(into: &lexeme)
        return
      } else {
        break
      }
    }
    lexeme.hash = hash.value
  }

  /// Whether `http://`, `https://`, `mailto:` or `www.` stands here.
  private func startsLink() -> Bool {
    func stands(_ text: StaticString) -> Bool {
      guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
      return text.withUTF8Buffer { expected in
        for index in 0..<expected.count where bytes[offset + index] | 0x20 != expected[index] | 0x20 {
          return false
        }
        return true
      }
    }
    switch bytes[offset] | 0x20 {
    case UInt8(ascii: "h"): return stands("http://") || stands("https://")
    case UInt8(ascii: "w"): return stands("www.")
    case UInt8(ascii: "m"): return stands("mailto:")
    default: return false
    }
  }

  /// Reads to the next blank, and gives back the marks that belong to the sentence.
  private mutating func readLink(into lexeme: inout Lexeme) {
    lexeme.kind = .link
    var end = (byte: offset, scalar: scalars)
    while offset < bytes.count {
      let scalar = peek(offset)
      if scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3C || scalar == 0x3E || scalar == 0x22 { break }
      _ = advance()
      switch scalar {
      case 0x2E, 0x2C, 0x3F, 0x21, 0x3A, 0x3B, 0x29, 0x5D, 0x27, 0x2019, 0x201D: continue
      default: end = (offset, scalars)
      }
    }
    (offset, scalars) = end
  }

  /// Reads an abbreviation with points inside: one to three letters and a point, at least twice.
  private mutating func readDotted(into lexeme: inout Lexeme) -> Bool {
    var place = offset
    var count = 0
    var end = offset
    while count < 8 {
      var letters = 0
      while letters < 4, place < bytes.count, ScalarClass.isLetter(UInt32(bytes[place])), bytes[place] < 0x80
      {
        place += 1
        letters += 1
      }
      guard letters > 0, letters < 4, peek(place) == 0x2E else { break }
      place += 1
      count += 1
      end = place
    }
    // `…nl.` of an address, `Dat.Is` of a typing error: only short first parts make an abbreviation.
    guard count >= 2, !ScalarClass.isLetter(peek(end)), peek(offset + 1) == 0x2E || peek(offset + 2) == 0x2E
    else { return false }
    var hash = WordHash()
    while offset < end { hash.combine(advance()) }
    lexeme.hash = hash.value
    lexeme.isDotted = true
    return true
  }

  private mutating func readNumber(into lexeme: inout Lexeme) {
    lexeme.kind = .number
    while offset < bytes.count {
      let scalar = peek(offset)
      if ScalarClass.isDigit(scalar) || ScalarClass.isLetter(scalar) {
        _ = advance()
        continue
      }
      switch scalar {
      case 0x2E, 0x2C, 0x3A, 0x2D, 0x2F, 0x27:
        guard
          ScalarClass.isDigit(peek(offset + 1)) || (scalar != 0x2E && ScalarClass.isLetter(peek(offset + 1)))
        else { return }
        _ = advance()
      default: return
      }
    }
  }

  // MARK: Marks and blanks

  private mutating func readMark(into lexeme: inout Lexeme, first: UInt32) {
    switch first {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
      lexeme.kind = .newline
      let mark = advance()
      if mark == 0x0D, peek(offset) == 0x0A { _ = advance() }
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF:
      lexeme.kind = .blank
      _ = advance()
      while offset < bytes.count, Self.isBlank(peek(offset)) { _ = advance() }
    case 0x2E, 0x21, 0x3F, 0x2026, 0xBF, 0x203D:
      readTerminal(into: &lexeme)
    case 0x2C:
      lexeme.kind = .comma
      _ = advance()
    case 0x3A, 0x3B:
      readColonOrSmiley(into: &lexeme)
    case 0x2D, 0x2013, 0x2014, 0x2022, 0x2A, 0xB7:
      lexeme.kind = .dash
      _ = advance()
    case 0x28, 0x5B, 0x7B: take(.openBracket, into: &lexeme)
    case 0x29, 0x5D, 0x7D: take(.closeBracket, into: &lexeme)
    case 0x201C, 0x201E, 0xAB: take(.openQuote, into: &lexeme)
    case 0x201D, 0xBB: take(.closeQuote, into: &lexeme)
    case 0x22, 0x27, 0x2018, 0x2019, 0x201A:
      // A straight mark opens where a blank stands before it and none behind it.
      let opens = followsBlank && !Self.isBlank(peek(offset + (first < 0x80 ? 1 : 3)))
      take(opens ? .openQuote : .closeQuote, into: &lexeme)
    case 0x3E: take(.greaterThan, into: &lexeme)
    case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x2190...0x21FF:
      lexeme.kind = .emoji
      _ = advance()
      while offset < bytes.count {
        switch peek(offset) {
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x200D: _ = advance()
        default: return
        }
      }
    default: _ = advance()
    }
  }

  private mutating func take(_ kind: LexemeKind, into lexeme: inout Lexeme) {
    lexeme.kind = kind
    _ = advance()
  }

  private mutating func readTerminal(into lexeme: inout Lexeme) {
    lexeme.kind = .terminal
    var points = 0
    while offset < bytes.count {
      switch peek(offset) {
      case 0x2E: points += 1
      case 0x2026: points += 2
      case 0x21: lexeme.exclaims = true
      case 0x3F, 0x203D: lexeme.asks = true
      case 0xBF: break
      default:
        lexeme.isEllipsis = points >= 2
        return
      }
      _ = advance()
    }
    lexeme.isEllipsis = points >= 2
  }

  private mutating func readColonOrSmiley(into lexeme: inout Lexeme) {
    let mark = advance()
    lexeme.kind = mark == 0x3A ? .colon : .dash
    var place = offset
    if peek(place) == 0x2D { place += 1 }
    switch peek(place) {
    case 0x29, 0x28, 0x44, 0x50, 0x70:
      let behind = peek(place + 1)
      guard !ScalarClass.isLetter(behind), followsBlank || peek(place) == 0x29 else { return }
      lexeme.kind = .emoji
      while offset <= place { _ = advance() }
    default: return
    }
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
