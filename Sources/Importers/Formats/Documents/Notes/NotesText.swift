// Reads notes in Markdown and plain text into blocks.
import Records

/// Reads Markdown and plain text: headings with `#` or a line below them, lists with marks or numbers, tables with
/// bars, paragraphs.
enum NotesText {
  /// The front matter between two lines of `---`, and the blocks below it.
  static func read(_ text: String) -> (frontMatter: [String], blocks: [NotesBlock]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var start = 0
    var frontMatter: [String] = []
    if lines.first == "---",
      let end = lines.dropFirst().prefix(60).firstIndex(where: { $0 == "---" || $0 == "..." })
    {
      frontMatter = Array(lines[1..<end])
      start = end + 1
    }
    var reader = Reader()
    for number in start..<max(start, lines.count) { reader.take(lines[number], number + 1) }
    return (frontMatter, reader.finish())
  }

  /// Reads line by line.
  private struct Reader {
    var blocks: [NotesBlock] = []
    private var paragraph: [String] = []
    private var paragraphLine = 0
    private var table: [[[String]]] = []
    private var tableLine = 0
    private var isFenced = false
    private var isAfterBlank = true

    init() {}

    mutating func take(_ line: String, _ number: Int) {
      let indent = Self.indent(line)
      let text = PlainText.line(line)
      if text.hasPrefix("```") || text.hasPrefix("~~~") { isFenced.toggle() }
      if text.isEmpty {
        endParagraph()
        endTable()
        isAfterBlank = true
        return
      }
      defer { isAfterBlank = false }
      if !isFenced {
        if text.hasPrefix("|"), text.dropFirst().contains("|") { return row(text, number) }
        endTable()
        if let level = Self.underline(text), paragraph.count == 1 {
          let heading = paragraph[0]
          paragraph = []
          blocks.append(.heading(level: level, text: Self.plain(heading), line: number - 1))
          return
        }
        if text.utf8.allSatisfy({
          $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_")
        }),
          text.utf8.count >= 3
        {
          return endParagraph()
        }
        if let (level, heading) = Self.heading(text) {
          endParagraph()
          return blocks.append(.heading(level: level, text: Self.plain(heading), line: number))
        }
        if let point = Self.point(text) {
          endParagraph()
          return blocks.append(.point(level: indent / 2, text: Self.plain(point), line: number))
        }
        // A line that goes on below a point belongs to it; after an empty line only when it is indented.
        if paragraph.isEmpty, case .point(let level, let before, let first)? = blocks.last,
          indent >= 2 || !isAfterBlank && !Self.announces(text)
        {
          blocks[blocks.count - 1] = .point(level: level, text: before + "\n" + Self.plain(text), line: first)
          return
        }
      }
      if paragraph.isEmpty { paragraphLine = number }
      paragraph.append(text)
    }

    mutating func finish() -> [NotesBlock] {
      endParagraph()
      endTable()
      return blocks
    }

    private mutating func endParagraph() {
      guard !paragraph.isEmpty else { return }
      let text = paragraph.joined(separator: "\n")
      // A line in bold on its own is a heading that somebody made by hand.
      if paragraph.count == 1, text.utf8.count > 4, text.hasPrefix("**"), text.hasSuffix("**") {
        blocks.append(.heading(level: 90, text: Self.plain(text), line: paragraphLine))
      } else {
        blocks.append(.paragraph(text: Self.plain(text), line: paragraphLine))
      }
      paragraph = []
    }

    private mutating func row(_ text: String, _ number: Int) {
      endParagraph()
      if table.isEmpty { tableLine = number }
      var inner = text.dropFirst()
      if inner.hasSuffix("|") { inner = inner.dropLast() }
      let cells = inner.split(separator: "|", omittingEmptySubsequences: false).map {
        PlainText.line(String($0))
      }
      let isRule = cells.allSatisfy { cell in
        !cell.isEmpty && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
      }
      if isRule { return }
      table.append(
        cells.map { cell in
          cell.replacing("<br/>", with: "<br>").split(separator: "<br>").map {
            Self.plain(PlainText.line(String($0)))
          }
          .filter { !$0.isEmpty }
        })
    }

    private mutating func endTable() {
      guard !table.isEmpty else { return }
      blocks.append(.table(rows: table, line: tableLine))
      table = []
    }

    private static func indent(_ line: String) -> Int {
      line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    }

    /// Whether a line that is not indented starts something new: `Wat helpt:` below a point does not go on with it.
    private static func announces(_ text: String) -> Bool {
      (text.hasSuffix(":") || text.hasSuffix("?")) && text.first?.isUppercase == true
    }

    private static func underline(_ text: String) -> Int? {
      guard text.utf8.count >= 3 else { return nil }
      if text.utf8.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
      return text.utf8.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
    }

    private static func heading(_ text: String) -> (Int, String)? {
      let level = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
      guard (1...6).contains(level) else { return nil }
      let rest = text.dropFirst(level)
      guard rest.first == " " else { return nil }
      var title = PlainText.line(String(rest))
      while title.hasSuffix("#") { title.removeLast() }
      title = PlainText.line(title)
      return title.isEmpty ? nil : (level, title)
    }

    /// The text of a point: behind a mark, a number, or a box to tick.
    static func point(_ text: String) -> String? {
      guard let first = text.unicodeScalars.first else { return nil }
      var rest: Substring
      if "-*+•‣◦▪–—·o".unicodeScalars.contains(first) {
        rest = text.dropFirst()
        guard rest.first == " " else { return nil }
      } else {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
        let isLetter = digits == 0 && (0x61...0x7A).contains(first.value)
        let length = isLetter ? 1 : digits
        guard (1...3).contains(length) else { return nil }
        rest = text.dropFirst(length)
        guard let mark = rest.first, mark == ")" || (mark == "." && !isLetter) else { return nil }
        rest = rest.dropFirst()
        guard rest.first == " " else { return nil }
      }
      var point = PlainText.line(String(rest))
      for box in ["[ ] ", "[x] ", "[X] "] where point.hasPrefix(box) { point.removeFirst(box.count) }
      return point.isEmpty ? nil : point
    }

    /// The text without the marks of bold, italics and links.
    static func plain(_ text: String) -> String {
      var text = text
      for mark in ["**", "__", "`"] where text.contains(mark) { text = text.replacing(mark, with: "") }
      guard text.contains("](") else { return PlainText.normalised(text) }
      var result = ""
      var rest = text[...]
      while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "]("),
        let close = rest[middle.upperBound...].firstIndex(of: ")")
      {
        result += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
        rest = rest[rest.index(after: close)...]
      }
      return PlainText.normalised(result + rest)
    }
  }
}
