// HTML to plain text through libxml2's HTML parser, which repairs what browsers repair.
import CXML2

/// Turns HTML into plain text that reads like the page: paragraphs apart by an empty line, list items and rows on
/// lines of their own, code as it stands; scripts, styles and comments left out.
enum HTMLText {
  /// How fragments of a source are read.
  struct Rules {
    /// Whether line breaks stand for themselves outside blocks, as in WordPress: an empty line ends a paragraph.
    var keepsLineBreaks = false
    /// Which elements hold quotes; nil where they are not asked for.
    var quotes: HTMLQuotes?
  }

  /// The text of an HTML fragment.
  static func text(of html: String) -> String { text(of: html, Rules()) }

  /// The lines of an HTML fragment, each with whose words it holds.
  static func lines(of html: String, _ rules: Rules) -> [MarkedLine] {
    HTMLQuotes.lines(of: text(of: html, rules))
  }

  /// The text; quotes and signatures stand between marks where the rules ask for them.
  private static func text(of html: String, _ rules: Rules) -> String {
    var html = html
    if rules.quotes != nil { html = HTMLQuotes.withoutMarks(html) }
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return PlainText.normalised(html)
    }
    // A comment before the first element would stand outside the root, and its block would not be counted.
    if rules.keepsLineBreaks { html = "<body>" + html }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = html.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document else { return PlainText.normalised(html) }
    defer { xmlFreeDoc(document) }
    var writer = HTMLTextWriter(rules: rules)
    if let root = xmlDocGetRootElement(document) { writer.walk(root) }
    return PlainText.normalised(String(decoding: writer.text, as: UTF8.self))
  }
}
