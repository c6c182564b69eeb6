// HTML to plain text through libxml2's HTML parser, which repairs what browsers repair.
import CXML2

/// Turns HTML into plain text that reads like the page: paragraphs apart by an empty line, list items and rows on
/// lines of their own, code as it stands; scripts, styles and comments left out.
enum HTMLText {
  /// The text of an HTML fragment.
  static func text(of html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return PlainText.normalised(html)
    }
    var html = html
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
    var writer = HTMLTextWriter()
    if let root = xmlDocGetRootElement(document) { writer.walk(root) }
    return PlainText.normalised(String(decoding: writer.text, as: UTF8.self))
  }
}

/// Writes the text of a tree of elements. Walks without recursion: depth is the document's, not the stack's.
private struct HTMLTextWriter {
  var text: [UInt8] = []
  private var pendingBreaks = 0
  private var pendingSpace = false
  private var preformatted = 0

  private static let paragraphs: Set<String> = [
    "p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "section",
    "article",
    "aside", "hr", "figure", "header", "footer",
  ]
  private static let lines: Set<String> = [
    "div", "li", "tr", "dt", "dd", "option", "body", "figcaption", "address", "form", "fieldset",
  ]
  private static let hidden: Set<String> = [
    "script", "style", "head", "noscript", "template", "iframe", "object", "svg",
  ]

  mutating func walk(_ root: xmlNodePtr) {
    var node = root
    while true {
      if enter(node), let child = node.pointee.children {
        node = child
        continue
      }
      leave(node)
      while node.pointee.next == nil {
        guard node != root, let parent = node.pointee.parent, parent != root else { return }
        node = parent
        leave(node)
      }
      if node == root { return }
      node = node.pointee.next
    }
  }

  /// Writes what stands before or in a node; whether its children are to be written too.
  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content {
        write(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
      return false
    case XML_ELEMENT_NODE:
      let name = Self.name(of: node)
      if Self.hidden.contains(name) { return false }
      if name == "br" {
        lineBreak()
      } else if name == "td" || name == "th" {
        pendingSpace = true
      } else if Self.paragraphs.contains(name) {
        breakLine(2)
      } else if Self.lines.contains(name) {
        breakLine(1)
      }
      if name == "pre" { preformatted += 1 }
      return true
    default:
      return false
    }
  }

  private mutating func leave(_ node: xmlNodePtr) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    let name = Self.name(of: node)
    if Self.hidden.contains(name) { return }
    if name == "pre" { preformatted -= 1 }
    if Self.paragraphs.contains(name) { breakLine(2) } else if Self.lines.contains(name) { breakLine(1) }
  }

  private static func name(of node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  private mutating func breakLine(_ count: Int) {
    pendingBreaks = max(pendingBreaks, count)
    pendingSpace = false
  }

  private mutating func lineBreak() {
    flushBreaks()
    while text.last == 0x20 { text.removeLast() }
    if !text.isEmpty { text.append(0x0A) }
    pendingSpace = false
  }

  private mutating func flushBreaks() {
    guard pendingBreaks > 0 else { return }
    while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
    if !text.isEmpty { text.append(contentsOf: repeatElement(0x0A, count: pendingBreaks)) }
    pendingBreaks = 0
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if preformatted > 0 {
        flushBreaks()
        text.append(byte)
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingSpace = true
      } else {
        if pendingBreaks > 0 {
          flushBreaks()
        } else if pendingSpace, let last = text.last, last != 0x0A, last != 0x20 {
          text.append(0x20)
        }
        pendingSpace = false
        text.append(byte)
      }
    }
  }
}
