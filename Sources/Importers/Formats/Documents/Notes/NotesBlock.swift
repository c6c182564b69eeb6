// What notes are made of, whatever they were written in: headings, points, paragraphs, tables.

/// One block of notes.
enum NotesBlock: Hashable, Sendable {
  /// A heading; level 1 is the highest.
  case heading(level: Int, text: String, line: Int)
  /// A point of a list; deeper ones have a higher level, from 0.
  case point(level: Int, text: String, line: Int)
  /// A paragraph that is no point.
  case paragraph(text: String, line: Int)
  /// A table: rows of cells, each a list of paragraphs.
  case table(rows: [[[String]]], line: Int)
}

/// A point of notes: what becomes a post.
struct NotesPoint: Hashable, Sendable {
  /// The headings that it stands below, the highest first.
  var path: [String]
  var text: String
  var line: Int
  /// The position, in the list of points, of the point that this one stands within.
  var parent: Int?
}

/// The points of notes, gathered from blocks.
struct NotesOutline: Sendable {
  private(set) var points: [NotesPoint] = []
  /// Paragraphs that are no points, with their lines.
  private(set) var paragraphs: [NotesPoint] = []
  /// What stands before the first heading or point: where a document says its date.
  private(set) var opening: [String] = []
  private var headings: [(level: Int, text: String)] = []
  private var open: [(level: Int, position: Int)] = []

  /// Level of a line that announces a list: below every real heading.
  private static let announcement = 100

  init(_ blocks: [NotesBlock]) {
    for (position, block) in blocks.enumerated() {
      switch block {
      case .heading(let level, let text, _): open(level, text)
      case .point(let level, let text, let line): add(level, text, line)
      case .paragraph(let text, let line):
        open = []
        if Self.announces(text, blocks[(position + 1)...].first) {
          open(Self.announcement, text)
        } else {
          headings.removeAll { $0.level == Self.announcement }
          if points.isEmpty { opening.append(contentsOf: text.split(separator: "\n").map(String.init)) }
          if !NotesDate.isLabelled(text) { paragraphs.append(NotesPoint(path: path, text: text, line: line)) }
        }
      case .table(let rows, let line): add(rows, line)
      }
    }
  }

  private var path: [String] { headings.map(\.text) }

  /// A short line right before a list says what the list is about, unless it is a sentence.
  private static func announces(_ text: String, _ next: NotesBlock?) -> Bool {
    guard case .point = next else { return false }
    return text.utf8.count <= 120 && !text.hasSuffix(".") && !text.contains("\n")
      && !NotesDate.isLabelled(text)
  }

  private mutating func open(_ level: Int, _ text: String) {
    headings.removeAll { $0.level >= level }
    let title = text.hasSuffix(":") ? String(text.dropLast()) : text
    headings.append((level, title))
    open = []
  }

  private mutating func add(_ level: Int, _ text: String, _ line: Int) {
    open.removeAll { $0.level >= level }
    points.append(NotesPoint(path: path, text: text, line: line, parent: open.last?.position))
    open.append((level, points.count - 1))
  }

  /// A table whose cells hold lists has a theme per column; any other has a point per row.
  private mutating func add(_ rows: [[[String]]], _ line: Int) {
    open = []
    headings.removeAll { $0.level == Self.announcement }
    guard let head = rows.first else { return }
    let names = head.map { $0.joined(separator: " ") }
    let body = rows.dropFirst()
    if body.isEmpty || names.count == 1 {
      for cell in rows.joined() { for text in cell { append(text, line, below: []) } }
    } else if body.contains(where: { $0.contains { $0.count > 1 } }) {
      for row in body {
        for (column, cell) in row.enumerated() {
          let name = column < names.count ? names[column] : ""
          for text in cell { append(text, line, below: name.isEmpty ? [] : [name]) }
        }
      }
    } else {
      for row in body {
        let cells = row.enumerated().compactMap { column, cell -> String? in
          let text = cell.joined(separator: "\n")
          guard !text.isEmpty else { return nil }
          let name = column < names.count ? names[column] : ""
          return name.isEmpty ? text : "\(name): \(text)"
        }
        if !cells.isEmpty { append(cells.joined(separator: "\n"), line, below: []) }
      }
    }
  }

  private mutating func append(_ text: String, _ line: Int, below names: [String]) {
    points.append(NotesPoint(path: path + names, text: text, line: line))
  }
}
