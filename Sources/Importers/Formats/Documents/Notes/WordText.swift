// Reads a Word document into blocks of notes.
import Archives

/// Reads a Word document: headings by their style, points by their list numbering, tables by cell. Text that was
/// deleted with changes tracked is left out.
enum WordText {
  /// The title of a document, where a paragraph has the style of one, and its blocks.
  static func read(_ entry: ArchiveEntry) throws -> (title: String?, blocks: [NotesBlock]) {
    var styles: [String: WordStyle] = [:]
    try entry.forEachPart { part in
      guard part.name.lowercased() == "word/styles.xml" else { return }
      styles = try Self.styles(part)
    }
    var blocks: [NotesBlock] = []
    var title: String?
    var isFound = false
    try entry.forEachPart { part in
      guard part.name.lowercased() == "word/document.xml", !isFound else { return }
      isFound = true
      let reader = WordReader(styles: styles)
      let parser = XMLEventParser(reader.start, text: reader.text, endElement: reader.end)
      try part.forEachBlock { try parser.feed($0) }
      try parser.finish()
      blocks = reader.blocks
      title = reader.title
    }
    return (title, blocks)
  }

  private static func styles(_ part: ArchiveEntry) throws -> [String: WordStyle] {
    var styles: [String: WordStyle] = [:]
    var id = ""
    let parser = XMLEventParser { tag in
      switch XMLName.local(tag.name) {
      case "style":
        id = tag.attribute(local: "styleId") ?? ""
        styles[id] = WordStyle(name: id.lowercased())
      case "name": styles[id]?.name = (tag.attribute(local: "val") ?? "").lowercased()
      case "basedOn": styles[id]?.base = tag.attribute(local: "val")
      case "outlineLvl": styles[id]?.level = tag.attribute(local: "val").flatMap { Int($0) }
      case "numPr": styles[id]?.isList = true
      default: break
      }
    }
    try part.forEachBlock { try parser.feed($0) }
    try parser.finish()
    return styles
  }
}

/// What a style says of paragraphs.
struct WordStyle: Sendable {
  var name: String
  var base: String?
  var level: Int?
  var isList = false
}

/// Reads `word/document.xml`.
private final class WordReader {
  private let styles: [String: WordStyle]
  private(set) var blocks: [NotesBlock] = []
  private(set) var title: String?
  private var number = 0
  private var characters: [UInt8] = []
  private var isText = false
  private var open = OpenElements()
  private var style: String?
  private var listLevel: Int?
  private var isNumbered = false
  private var outlineLevel: Int?
  /// Tables within each other: rows of the outermost, whose cells take the text of inner ones.
  private var tableDepth = 0
  private var rows: [[[String]]] = []
  private var cell: [String] = []

  init(styles: [String: WordStyle]) { self.styles = styles }

  func start(_ tag: XMLStartTag) {
    switch open.start(tag) {
    case "p":
      number += 1
      characters = []
      style = nil
      listLevel = nil
      isNumbered = false
      outlineLevel = nil
    case "pStyle": style = tag.attribute(local: "val")
    case "numPr": isNumbered = true
    case "ilvl": listLevel = tag.attribute(local: "val").flatMap { Int($0) }
    case "numId": if tag.attribute(local: "val") == "0" { isNumbered = false }
    case "outlineLvl": outlineLevel = tag.attribute(local: "val").flatMap { Int($0) }
    case "t": isText = true
    case "tab": if !characters.isEmpty { characters.append(0x09) }
    case "br", "cr": characters.append(0x0A)
    case "noBreakHyphen": characters.append(UInt8(ascii: "-"))
    case "tbl":
      tableDepth += 1
      if tableDepth == 1 { rows = [] }
    case "tr": if tableDepth == 1 { rows.append([]) }
    case "tc": if tableDepth == 1 { cell = [] }
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) { if isText { characters.append(contentsOf: bytes) } }

  func end() {
    switch open.end() {
    case "t": isText = false
    case "p": endParagraph()
    case "tc": if tableDepth == 1, !rows.isEmpty { rows[rows.count - 1].append(cell) }
    case "tbl":
      tableDepth -= 1
      if tableDepth == 0, !rows.isEmpty { blocks.append(.table(rows: rows, line: number)) }
    default: break
    }
  }

  private func endParagraph() {
    let text = PlainText.normalised(String(decoding: characters, as: UTF8.self))
    characters = []
    guard !text.isEmpty else { return }
    if tableDepth > 0 { return cell.append(NotesMark.removed(text)) }
    if let level = outlineLevel.map({ min(max($0, 0), 9) + 1 }) ?? headingLevel(of: style, depth: 0),
      level <= 9
    {
      if title == nil, isTitle(style, depth: 0) { title = PlainText.line(text) }
      blocks.append(.heading(level: level, text: PlainText.line(text), line: number))
    } else if let level = isNumbered ? listLevel ?? 0 : listLevel(of: style, depth: 0) {
      blocks.append(.point(level: level, text: text, line: number))
    } else if let point = NotesMark.point(text) {
      blocks.append(.point(level: 0, text: point, line: number))
    } else {
      blocks.append(.paragraph(text: text, line: number))
    }
  }

  /// Word calls its headings `heading 1` in styles of every language; the id is translated (`Kop1`).
  private func headingLevel(of id: String?, depth: Int) -> Int? {
    guard let id, depth < 10 else { return nil }
    let name = styles[id]?.name ?? id.lowercased()
    if Self.titles.contains(name) { return 1 }
    for prefix in ["heading", "kop"] where name.hasPrefix(prefix) {
      if let level = Int(PlainText.line(String(name.dropFirst(prefix.count)))) { return level }
    }
    if let level = styles[id]?.level { return min(max(level, 0), 9) + 1 }
    return headingLevel(of: styles[id]?.base, depth: depth + 1)
  }

  private static let titles = ["title", "titel"]

  /// Whether a style is that of a document's title, or one made from it.
  private func isTitle(_ id: String?, depth: Int) -> Bool {
    guard let id, depth < 10 else { return false }
    if Self.titles.contains(styles[id]?.name ?? id.lowercased()) { return true }
    return isTitle(styles[id]?.base, depth: depth + 1)
  }

  /// The level that a style gives a point, from 0; nil for a style that is no list. `List Bullet 2` is within a point.
  private func listLevel(of id: String?, depth: Int) -> Int? {
    guard let id, depth < 10 else { return nil }
    let name = styles[id]?.name ?? id.lowercased()
    for prefix in ["list bullet", "list number", "lijstopsom.teken", "lijstnummering"]
    where name.hasPrefix(prefix) {
      return min(max(Int(PlainText.line(String(name.dropFirst(prefix.count)))) ?? 1, 1), 9) - 1
    }
    if styles[id]?.isList == true { return 0 }
    return listLevel(of: styles[id]?.base, depth: depth + 1)
  }
}

/// Marks of lists that somebody typed.
enum NotesMark {
  /// The text behind a typed mark; nil where there is none.
  static func point(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, "-*•‣◦▪–·".unicodeScalars.contains(first) else { return nil }
    let rest = PlainText.normalised(String(text.unicodeScalars.dropFirst()))
    return rest.isEmpty ? nil : rest
  }

  /// The text without a typed mark.
  static func removed(_ text: String) -> String { point(text) ?? text }
}
