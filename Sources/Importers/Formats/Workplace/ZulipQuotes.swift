// Messages of others that a Zulip message quotes, apart from its author's own words.

/// The HTML of a message, what it quotes of other messages apart. Zulip announces a quote by a paragraph that mentions
/// its author silently and links to the message ("Anna said:", in the language of whoever quotes); a block without
/// that is what the author quotes from elsewhere, and stays.
struct ZulipQuotes {
  /// The author's own words.
  private(set) var own = ""
  /// The quotes with what announces them.
  private(set) var quoted = ""

  private static let start = "<blockquote>"
  private static let end = "</blockquote>"

  init(_ html: String) {
    var rest = html[...]
    while let block = rest.firstRange(of: Self.start) {
      let before = rest[..<block.lowerBound]
      let end = Self.end(ofBlockIn: rest[block.upperBound...])
      if let announcement = Self.announcement(before) {
        own += rest[..<announcement]
        quoted += rest[announcement..<end]
      } else {
        own += rest[..<end]
      }
      rest = rest[end...]
    }
    own += rest
  }

  /// Where the paragraph that announces a quote starts, at the end of what stands before the quote.
  private static func announcement(_ before: Substring) -> Substring.Index? {
    var text = before
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.hasSuffix("</a>:</p>"), let start = text.ranges(of: "<p>").last?.lowerBound else { return nil }
    let paragraph = text[start...]
    return paragraph.contains("user-mention silent") && paragraph.contains("#narrow/") ? start : nil
  }

  /// Where a block ends, blocks within it passed over: one pass over its tags.
  private static func end(ofBlockIn html: Substring) -> Substring.Index {
    let bytes = html.utf8
    var position = bytes.startIndex
    var depth = 1
    while let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[tag...].starts(with: start.utf8) {
        depth += 1
      } else if bytes[tag...].starts(with: end.utf8) {
        depth -= 1
        if depth == 0 { return bytes.index(tag, offsetBy: end.utf8.count) }
      }
      position = bytes.index(after: tag)
    }
    return html.endIndex
  }
}
