// Keeps what somebody wrote apart from the earlier posts that they quote and from their signature.
import Foundation

/// Whose words a line holds.
enum TextMark: Hashable, Sendable {
  /// The author's, written for this post.
  case own
  /// An earlier post's.
  case quoted
  /// What stands in a block for quotes, of which it has to be seen whether it is an earlier post or a source.
  case cited
  /// A signature, or what a program or a mailing list puts below.
  case signature
}

/// A line of a text and whose words it holds, as far as markup tells.
struct MarkedLine: Hashable, Sendable {
  var text: String
  var mark: TextMark
}

/// A text in three: nothing of it is lost, as all of it stands in `whole`.
struct SplitText: Hashable, Sendable {
  /// All of it, in the order in which it was written.
  var whole: String
  /// The author's own words.
  var body: String
  /// Earlier posts, with the lines that announce them; nil where there are none.
  var quoted: String?
  /// The signature; nil where there is none.
  var signature: String?
}

/// Splits texts. Rather too little than too much: what is not surely a quote or a signature is the author's own.
///
/// The body is never empty where there was text: a post that holds only a signature or only a quote keeps it as body.
struct QuoteSplitter: Sendable {
  /// Where a text comes from, which says what `>` in front of a line is worth.
  enum Style: Sendable {
    /// Mail: `>` is how programs quote.
    case mail
    /// Text that people typed: `>` may be an arrow or "more than".
    case plain
    /// HTML, where elements mark quotes: `>` counts only below a line that announces a quote.
    case markup
  }

  var style: Style

  init(_ style: Style = .plain) { self.style = style }

  /// The text in its parts; nil when all of it is the author's own.
  func split(_ text: String) -> SplitText? {
    // Said twice, as most texts end here and need not be cut into lines.
    guard Self.isWorthALook(text) else { return nil }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return parts(of: lines.map { MarkedLine(text: String(Substring($0)), mark: .own) })
  }

  /// The text in its parts, with the lines that markup tells of; nil when all of it is the author's own.
  func split(_ marked: [MarkedLine]) -> SplitText? {
    guard
      marked.contains(where: { $0.mark != .own })
        || Self.isWorthALook(marked.map(\.text).joined(separator: "\n"))
    else { return nil }
    return parts(of: marked)
  }

  private func parts(of marked: [MarkedLine]) -> SplitText? {
    var lines = BulletinBoardQuotes.pieces(of: marked).map(SplitLine.init)
    QuotedLines.mark(&lines, style)
    SignatureLines.mark(&lines)
    guard lines.contains(where: { $0.mark != .own && !$0.isBlank }) else { return nil }
    for giveBack in [TextMark.signature, .quoted] where !lines.contains(where: { $0.isOwnText }) {
      for index in lines.indices where lines[index].mark == giveBack { lines[index].mark = .own }
    }
    guard lines.contains(where: { $0.mark != .own && !$0.isBlank }) else { return nil }
    return SplitText(
      whole: PlainText.normalised(marked.map(\.text).joined(separator: "\n")),
      body: Self.text(of: lines, .own) ?? "",
      quoted: Self.text(of: lines, .quoted), signature: Self.text(of: lines, .signature))
  }

  /// The lines of one mark, with an empty line where others stood in between.
  private static func text(of lines: [SplitLine], _ mark: TextMark) -> String? {
    var parts: [String] = []
    var part = ""
    var previous: Int?
    for (index, line) in lines.enumerated() where line.mark == mark {
      if let previous, previous + 1 != index, !PlainText.normalised(part).isEmpty {
        parts.append(PlainText.normalised(part))
        part = ""
      }
      part += line.text + (line.endsLine ? "\n" : "")
      previous = index
    }
    parts.append(PlainText.normalised(part))
    parts.removeAll(where: \.isEmpty)
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  /// Whether any line starts as quotes, their announcements and signatures start, or ends as an announcement does: most
  /// texts have none, and are done.
  private static func isWorthALook(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let address = bytes.baseAddress else { return false }
      if hasQuoteTag(bytes) { return true }
      var start = 0
      while start < bytes.count {
        let found = memchr(address + start, 0x0A, bytes.count - start)
        let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(address) } ?? bytes.count
        if isTrigger(bytes, start, end) { return true }
        start = end + 1
      }
      return false
    }
  }

  /// Whether `[qu` stands anywhere, as `[quote]` starts.
  private static func hasQuoteTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let address = bytes.baseAddress else { return false }
    var position = 0
    while position + 6 < bytes.count,
      let found = memchr(address + position, Int32(UInt8(ascii: "[")), bytes.count - position - 6)
    {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(address)
      if bytes[index + 1] | 0x20 == UInt8(ascii: "q"), bytes[index + 2] | 0x20 == UInt8(ascii: "u") {
        return true
      }
      position = index + 1
    }
    return false
  }

  /// Whether a byte is part of a space, an asterisk for bold print, or a no-break space.
  private static func isPadding(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x2A, 0xC2, 0xA0: true
    default: false
    }
  }

  private static func isTrigger(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var start = start
    var end = end
    while start < end, isPadding(bytes[start]) { start += 1 }
    while start < end, isPadding(bytes[end - 1]) { end -= 1 }
    guard start < end else { return false }
    if bytes[start] == UInt8(ascii: ">") { return true }
    if bytes[end - 1] == UInt8(ascii: ":"),
      UnsafeBufferPointer(rebasing: bytes[start..<end]).contains(where: { (0x30...0x39).contains($0) })
    {
      return true
    }
    if end - start > 1, isRule(bytes[start]), isRule(bytes[start + 1]) { return true }
    // The name of a mail header, at most as long as "Verzonden" and "Onderwerp".
    for index in start..<min(end, start + 11) where bytes[index] == UInt8(ascii: ":") { return true }
    var word: UInt32 = 0
    for offset in 0..<4 {
      word = word << 8 | UInt32(start + offset < end ? bytes[start + offset] | 0x20 : 0x20)
    }
    return firstLetters.contains(UInt8(truncatingIfNeeded: word >> 24)) && triggers.contains(word)
  }

  private static func isRule(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "=")
  }

  private static let firstLetters: LetterSet = {
    var letters = LetterSet()
    for word in triggers { letters.insert(UInt8(truncatingIfNeeded: word >> 24)) }
    return letters
  }()

  /// The first four letters of greetings, of what telephones put below mail, and of what lists and offices do.
  private static let triggers: Set<UInt32> = {
    let starts = [
      "met ", "vrie", "vrin", "hart", "coll", "warm", "zonn", "spor", "liev", "best", "goed", "vele", "alva",
      "beda", "dank", "veel", "groe", "grtz", "grt", "grt,", "grtj", "gr", "gr.", "gr,", "mvg", "mvg,",
      "mvg.", "mvrg", "m.v.", "vr. ", "vr.g", "v.gr", "hoog", "lief", "opre", "en g", "rega", "kind", "with",
      "all ", "sinc", "your", "chee", "rgds", "gree", "mit ", "freu", "viel", "cord", "salu", "verz", "vers",
      "sent",
      "get ", "down", "outl", "von ", "gese", "envo", "envi", "begi", "you ", "je o", "je h", "u on", "to u",
      "disc", "dit ", "deze", "de i", "aan ", "denk", "this", "the ",
    ]
    return Set(
      starts.map { start in
        (Array(start.utf8) + [0x20, 0x20, 0x20]).prefix(4).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
      })
  }()
}

/// A set of bytes that are lower-case letters, asked for every line of every post.
private struct LetterSet {
  private var bits: UInt32 = 0

  mutating func insert(_ byte: UInt8) {
    if (0x61...0x7A).contains(byte) { bits |= 1 << UInt32(byte - 0x61) }
  }

  func contains(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) && bits & 1 << UInt32(byte - 0x61) != 0
  }
}

/// A line while it is looked at.
struct SplitLine {
  let text: String
  var mark: TextMark
  /// Whether a line break follows; not where a quote starts in the middle of a line.
  let endsLine: Bool
  /// The line in small letters, white space folded, without asterisks for bold print.
  let key: String
  /// Whether it starts with `>`, or with a name and `>` as some programs quote ("Anna> Wie weet dit?").
  let isAngled: Bool
  /// Whether it starts with a name and `>`.
  let hasNamedAngle: Bool

  init(_ piece: BulletinBoardQuotes.Piece) {
    text = piece.text
    mark = piece.mark
    endsLine = piece.endsLine
    key = PlainText.key(text)
    let angle = UInt8(ascii: ">")
    hasNamedAngle = text.utf8.contains(angle) && Self.startsWithNamedAngle(text)
    isAngled = hasNamedAngle || key.utf8.first == angle
  }

  var isBlank: Bool { key.isEmpty }
  var isOwn: Bool { mark == .own }
  var isOwnText: Bool { mark == .own && !isBlank }
  /// Whether a word ends in a question mark. One inside a word is a letter that got lost, or part of an address.
  var asks: Bool {
    guard key.utf8.contains(UInt8(ascii: "?")) else { return false }
    let bytes = Array(key.utf8)
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "?")
        && (index + 1 == bytes.count || " )\"'!?".utf8.contains(bytes[index + 1]))
    }
  }

  private static func startsWithNamedAngle(_ text: String) -> Bool {
    let letters = text.prefix { $0.isLetter }
    guard (2...12).contains(letters.count), letters.first?.isUppercase == true else { return false }
    return text[letters.endIndex...].hasPrefix("> ")
  }
}

extension ImportedPost {
  /// Takes the parts of a text.
  mutating func take(_ split: SplitText) {
    body = split.body
    quoted = split.quoted
    signature = split.signature
    asWritten = split.whole == split.body ? nil : split.whole
  }

  /// Takes a text with what its markup says of quotes, and looks for others in it.
  mutating func take(_ lines: [MarkedLine], _ style: QuoteSplitter.Style) {
    if let split = QuoteSplitter(style).split(lines) {
      take(split)
    } else {
      body = PlainText.normalised(lines.map(\.text).joined(separator: "\n"))
    }
  }
}
