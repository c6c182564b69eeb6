// The smallest pieces of a text: words, numbers, marks, blanks, each with its place.

/// What a piece of text is.
enum LexemeKind: UInt8 {
  /// Letters, with digits, apostrophes and hyphens inside; also abbreviations with points inside (`o.a.`).
  case word
  /// Digits, with points, commas, colons and hyphens inside.
  case number
  /// A web address or e-mail address.
  case link
  /// One or more of `.`, `!`, `?` and `…`.
  case terminal
  /// A comma.
  case comma
  /// A colon.
  case colon
  /// A semicolon, or a dash between blanks.
  case dash
  /// An opening bracket.
  case openBracket
  /// A closing bracket.
  case closeBracket
  /// A mark that opens a quotation.
  case openQuote
  /// A mark that closes a quotation.
  case closeQuote
  /// `>`.
  case greaterThan
  /// Emoji and smileys.
  case emoji
  /// Blanks within a line.
  case blank
  /// The end of a line.
  case newline
  /// Anything else.
  case other
}

/// A piece of text. Small on purpose: a post has a few hundred of them.
struct Lexeme {
  /// What it is.
  var kind: LexemeKind
  /// Whether it begins with a capital.
  var startsUpper = false
  /// Whether it stands in a quotation.
  var inQuote = false
  /// Whether it stands between brackets.
  var inBracket = false
  /// For terminals: whether a question mark is among the marks.
  var asks = false
  /// For terminals: whether an exclamation mark is among the marks.
  var exclaims = false
  /// For terminals: whether it is two points or more, or `…`.
  var isEllipsis = false
  /// For words: whether points stand inside it, as in `i.v.m.`.
  var isDotted = false
  /// Where it begins, in UTF-8 bytes.
  var byteStart: Int32
  /// Where it ends, in UTF-8 bytes.
  var byteEnd: Int32
  /// Where it begins, in Unicode scalars.
  var scalarStart: Int32
  /// Where it ends, in Unicode scalars.
  var scalarEnd: Int32
  /// For words: the hash of the lower-case form (``WordHash``).
  var hash: UInt64 = 0
  /// For words: what the word list says of it.
  var classes: WordClass = []
}

/// A hash of words, equal on every machine: FNV-1a with 64 bits over lower-case UTF-8 (Fowler, Noll and Vo,
/// 1991). Word lists of some hundreds of words make a chance collision a matter of one in 10^16.
struct WordHash {
  /// The hash of the scalars put in so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Puts in a scalar; it is lowered, and typographic apostrophes become plain ones.
  @inline(__always)
  mutating func combine(_ scalar: UInt32) {
    let lowered = scalar == 0x2019 || scalar == 0x2018 ? 0x27 : ScalarClass.lowercased(scalar)
    var rest = lowered
    repeat {
      value = (value ^ UInt64(rest & 0xFF)) &* 0x0000_0100_0000_01B3
      rest >>= 8
    } while rest != 0
  }

  /// The hash of a word.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var hash = WordHash()
    for scalar in word.unicodeScalars { hash.combine(scalar.value) }
    return hash.value
  }
}
