// Writes a tree of HTML elements as text, with marks around quotes where they are asked for.
import CXML2

/// Writes the text of a tree of elements. Walks without recursion: depth is the document's, not the stack's.
struct HTMLTextWriter {
  private(set) var text: [UInt8] = []
  private let rules: HTMLText.Rules
  /// Nesting of WordPress's blocks, which say themselves where paragraphs end.
  private var blocks = 0
  private var pendingMarks: [UInt8] = []
  /// Elements that a mark was opened for, innermost last.
  private var marked: [(node: xmlNodePtr, mark: TextMark)] = []
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

  /// Elements in which white space between others is no text.
  private static let frames: Set<String> = [
    "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "select", "html",
  ]

  init(rules: HTMLText.Rules) { self.rules = rules }

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
        let bytes = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
        if keepsLineBreaks, isBetweenElements(node, bytes) { return false }
        write(bytes)
      }
      return false
    case XML_COMMENT_NODE:
      if rules.keepsLineBreaks, let content = node.pointee.content { countBlock(String(cString: content)) }
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
      if let quotes = rules.quotes, quotes.opensRest(node, name) {
        breakLine(1)
        pendingMarks += HTMLQuotes.opening(.quoted)
      } else if let quotes = rules.quotes, let mark = quotes.mark(of: node, name) {
        breakLine(1)
        marked.append((node, mark))
        pendingMarks += HTMLQuotes.opening(mark)
      }
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
    if let last = marked.last, last.node == node {
      marked.removeLast()
      // An element without text leaves no mark.
      let opening = HTMLQuotes.opening(last.mark)
      if pendingMarks.suffix(opening.count) == opening[...] {
        pendingMarks.removeLast(opening.count)
      } else {
        text += HTMLQuotes.closing
      }
      breakLine(1)
    }
    if Self.paragraphs.contains(name) { breakLine(2) } else if Self.lines.contains(name) { breakLine(1) }
  }

  private static func name(of node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  private var keepsLineBreaks: Bool { rules.keepsLineBreaks && blocks == 0 }

  /// White space in tables and lists, and between block elements.
  private func isBetweenElements(_ node: xmlNodePtr, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let parent = node.pointee.parent, Self.frames.contains(Self.name(of: parent)) else { return false }
    return bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// `<!-- wp:paragraph -->` and `<!-- /wp:paragraph -->`; the classic block holds text as it was before there were
  /// blocks.
  private mutating func countBlock(_ comment: String) {
    let words = comment.split { $0 == " " || $0 == "\n" }
    guard let name = words.first, words.last != "/", !comment.hasSuffix("/") else { return }
    if name == "wp:freeform" || name == "/wp:freeform" { return }
    if name.hasPrefix("wp:") { blocks += 1 } else if name.hasPrefix("/wp:") { blocks = max(0, blocks - 1) }
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

  private mutating func flushMarks() {
    guard !pendingMarks.isEmpty else { return }
    text += pendingMarks
    pendingMarks = []
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    let keepsLineBreaks = keepsLineBreaks
    var breaks = 0
    for byte in bytes {
      if preformatted > 0 {
        flushBreaks()
        flushMarks()
        text.append(byte)
      } else if byte == 0x0A, keepsLineBreaks {
        breaks += 1
        breakLine(min(breaks, 2))
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingSpace = true
      } else {
        breaks = 0
        if pendingBreaks > 0 {
          flushBreaks()
        } else if pendingSpace, let last = text.last, last != 0x0A, last != 0x20 {
          text.append(0x20)
        }
        pendingSpace = false
        flushMarks()
        text.append(byte)
      }
    }
  }
}
