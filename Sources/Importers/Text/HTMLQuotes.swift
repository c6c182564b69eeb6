// Which HTML elements hold earlier posts and signatures, and the marks that carry this through to lines of text.
import CXML2

/// The elements with which mail programs and forums set quotes and signatures apart.
struct HTMLQuotes: Sendable {
  /// Whether a plain `blockquote` may hold an earlier post: in answers on forums; in mail it may be an indent, and in an
  /// opening post there is nothing earlier to quote.
  var blockquotes: Bool

  private static let quotedClasses: Set<String> = [
    "gmail_quote", "gmail_quote_container", "gmail_extra", "yahoo_quoted", "moz-cite-prefix",
    "protonmail_quote",
    "zmail_extra", "OutlookMessageHeader", "bbcode_quote", "quotecontent", "quotetitle", "bbCodeBlock--quote",
    "bbp-quote", "d4p-bbp-quote", "d4p-bbt-quote", "bbp-the-quote",
  ]
  private static let quotedIdentifiers: Set<String> = [
    "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container", "reply-intro",
  ]
  private static let signatureClasses: Set<String> = [
    "gmail_signature", "moz-signature", "protonmail_signature_block", "gmail_signature_prefix",
  ]
  private static let signatureIdentifiers: Set<String> = [
    "Signature", "signature", "ms-outlook-mobile-signature",
  ]

  /// Whose words an element holds; nil where it does not say.
  func mark(of node: xmlNodePtr, _ name: String) -> TextMark? {
    if name == "blockquote", Self.attribute("type", of: node)?.lowercased() == "cite" { return .quoted }
    if name == "aside" || name == "div" || name == "blockquote" || name == "span" || name == "pre" {
      let classes = Self.attribute("class", of: node)?.split(separator: " ").map(String.init) ?? []
      if classes.contains(where: Self.quotedClasses.contains) { return .quoted }
      if classes.contains(where: Self.signatureClasses.contains) { return .signature }
      // Discourse; its other asides are previews of links.
      if name == "aside", classes.contains("quote") { return .quoted }
      if let id = Self.attribute("id", of: node) {
        if Self.quotedIdentifiers.contains(id) { return .quoted }
        if Self.signatureIdentifiers.contains(id) { return .signature }
      }
    }
    // The part of a mail that Discourse folds away.
    if name == "details", Self.attribute("class", of: node)?.contains("elided") == true { return .quoted }
    return name == "blockquote" && blockquotes ? .cited : nil
  }

  /// Whether all that follows an element is quoted: Outlook on the web puts the headers of the earlier mail in one, and
  /// its text behind it.
  func opensRest(_ node: xmlNodePtr, _ name: String) -> Bool {
    name == "div" && Self.attribute("id", of: node) == "divRplyFwdMsg"
  }

  private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
    xmlHasProp(node, name)?.pointee.children?.pointee.content.map { String(cString: $0) }
  }

  // MARK: - Marks

  // Noncharacters (Unicode 23.7), U+FDD0 to U+FDD3: never part of text that is exchanged.
  private static let quotedMark: UInt32 = 0xFDD0
  private static let signatureMark: UInt32 = 0xFDD1
  private static let citedMark: UInt32 = 0xFDD2
  private static let endMark: UInt32 = 0xFDD3

  /// The mark before an element's text, in UTF-8.
  static func opening(_ mark: TextMark) -> [UInt8] {
    [0xEF, 0xB7, mark == .quoted ? 0x90 : mark == .signature ? 0x91 : 0x92]
  }

  /// The mark behind it.
  static let closing: [UInt8] = [0xEF, 0xB7, 0x93]

  /// The text without these marks, which a hostile source may hold.
  static func withoutMarks(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) }))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (quotedMark...endMark).contains(scalar.value)
  }

  /// The lines of a text with marks, without white space around the whole.
  static func lines(of text: String) -> [MarkedLine] {
    var open: [TextMark] = []
    var lines: [MarkedLine] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // The outermost says whose words they are: a signature in a quote is quoted.
      var mark = open.first
      var scalars = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        switch scalar.value {
        case quotedMark, signatureMark, citedMark:
          open.append(
            scalar.value == quotedMark ? .quoted : scalar.value == signatureMark ? .signature : .cited)
          if mark == nil { mark = open.first }
        case endMark: _ = open.popLast()
        default: scalars.append(scalar)
        }
      }
      lines.append(MarkedLine(text: String(scalars), mark: mark ?? .own))
    }
    while let last = lines.last, PlainText.normalised(last.text).isEmpty { lines.removeLast() }
    while let first = lines.first, PlainText.normalised(first.text).isEmpty { lines.removeFirst() }
    return lines
  }
}
