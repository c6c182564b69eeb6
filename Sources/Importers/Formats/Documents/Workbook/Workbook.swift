// Opens a workbook of Excel: its sheets, its shared texts and its cell formats.
import Archives
import Discussion

/// A cell's value. A formula's is the value that was computed last.
enum CellValue: Hashable, Sendable {
  /// Text.
  case text(String)
  /// A number, as it would be written without exponent where it is whole.
  case number(String)
  /// Yes or no.
  case boolean(Bool)
  /// A date, with the number that it is kept as.
  case date(ReadDate)
  /// An error such as `#N/A`.
  case error(String)

  /// The value as text.
  var text: String {
    switch self {
    case .text(let text), .number(let text), .error(let text): text
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .date(.instant(let time)): time.description
    case .date(.day(let day)): day.description
    case .date(.local(let local)): String(local.asUTC.description.dropLast())
    }
  }
}

/// A row of a sheet.
struct SheetRow: Sendable {
  /// Its number on the sheet, from 1.
  var number: Int
  /// The cells by column, from 0; those without a value are left out.
  var cells: [Int: CellValue]
  /// Columns up to and including the last one that has a value.
  var width: Int { (cells.keys.max() ?? -1) + 1 }
  /// The row's texts, for headers and quarantine.
  var texts: [String] { (0..<width).map { cells[$0]?.text ?? "" } }
}

/// A workbook, opened.
struct Workbook {
  /// A sheet.
  struct Sheet: Hashable, Sendable {
    /// Its name.
    var name: String
    /// The part that holds it.
    var part: String
    /// Whether it is hidden.
    var isHidden: Bool
  }

  /// The sheets in the workbook's order; charts are left out.
  private(set) var sheets: [Sheet] = []
  private(set) var uses1904 = false
  private(set) var styles = CellStyles()
  private(set) var strings = SharedStrings()

  /// Reads what all sheets need.
  init(_ entry: ArchiveEntry) throws {
    var listed: [(name: String, relation: String, isHidden: Bool)] = []
    var targets: [String: String] = [:]
    var uses1904 = false
    var styles = CellStyles()
    var strings = SharedStrings()
    try entry.forEachPart { part in
      switch part.name.lowercased() {
      case "xl/workbook.xml":
        try Self.parse(part) { tag in
          switch XMLName.local(tag.name) {
          case "workbookPr":
            uses1904 = tag["date1904"].map { $0 == "1" || $0 == "true" } ?? uses1904
          case "sheet":
            listed.append(
              (
                tag["name"] ?? "", tag.attribute(local: "id") ?? "",
                tag["state"].map { $0 != "visible" } ?? false
              )
            )
          default: break
          }
        }
      case "xl/_rels/workbook.xml.rels":
        try Self.parse(part) { tag in
          guard XMLName.local(tag.name) == "Relationship", let id = tag["Id"], let target = tag["Target"],
            tag["Type"]?.hasSuffix("/worksheet") == true
          else { return }
          targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
      case "xl/styles.xml": try Self.parse(part) { styles.take($0) }
      case "xl/sharedstrings.xml": strings = try SharedStrings(part)
      default: break
      }
    }
    guard !listed.isEmpty else {
      throw ImportRefusal(reason: "xlsx-damaged", message: "is een Excel-bestand zonder werkbladen")
    }
    sheets = listed.compactMap { item in
      targets[item.relation].map { Sheet(name: item.name, part: Self.plain($0), isHidden: item.isHidden) }
    }
    self.uses1904 = uses1904
    self.styles = styles
    self.strings = strings
  }

  /// The sheet that a mapping means: by name, by number from 1, or the first that is not hidden.
  func sheet(_ wanted: String?) -> Sheet? {
    guard let wanted else { return sheets.first { !$0.isHidden } ?? sheets.first }
    let name = PlainText.line(wanted).lowercased()
    if let named = sheets.first(where: { PlainText.line($0.name).lowercased() == name }) { return named }
    guard let number = Int(wanted), sheets.indices.contains(number - 1) else { return nil }
    return sheets[number - 1]
  }

  /// Hands out a sheet's rows that hold something, in the order of the sheet.
  func forEachRow(of sheet: Sheet, in entry: ArchiveEntry, _ body: (SheetRow) throws -> Void) throws {
    var isFound = false
    try entry.forEachPart { part in
      guard !isFound, part.name.lowercased() == sheet.part.lowercased() else { return }
      isFound = true
      try withoutActuallyEscaping(body) { body in
        let reader = SheetReader(workbook: self, body)
        let parser = XMLEventParser(reader.start, text: reader.text, endElement: reader.end)
        try part.forEachBlock { try parser.feed($0) }
        try parser.finish()
      }
    }
    guard isFound else {
      throw ImportRefusal(
        reason: "xlsx-damaged", message: "mist het werkblad “\(sheet.name)” dat het zelf noemt")
    }
  }

  /// A path without `.` and `..`.
  private static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func parse(_ part: ArchiveEntry, _ body: @escaping (XMLStartTag) throws -> Void) throws {
    let parser = XMLEventParser(body)
    try part.forEachBlock { try parser.feed($0) }
    try parser.finish()
  }
}

/// The texts that cells share, in one run of bytes: a workbook may hold a million.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  /// Reads `xl/sharedStrings.xml`: plain texts and texts in runs; how they are pronounced is left out.
  init(_ part: ArchiveEntry) throws {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var isText = false
    var isPhonetic = false
    var open = OpenElements()
    let parser = XMLEventParser(
      { tag in
        switch open.start(tag) {
        case "t": isText = true
        case "rPh": isPhonetic = true
        default: break
        }
      }, text: { if isText, !isPhonetic { bytes.append(contentsOf: $0) } },
      endElement: {
        switch open.end() {
        case "t": isText = false
        case "rPh": isPhonetic = false
        case "si": ends.append(bytes.count)
        default: break
        }
      })
    try part.forEachBlock { block in
      try parser.feed(block)
      guard bytes.count <= 256 << 20 else {
        throw ImportRefusal(reason: "limit-bytes", message: "heeft meer dan 256 MB tekst in zijn cellen")
      }
    }
    try parser.finish()
    self.bytes = bytes
    self.ends = ends
  }

  /// How many bytes the text with a number has; 0 where there is none.
  func length(of index: Int) -> Int {
    ends.indices.contains(index) ? ends[index] - (index == 0 ? 0 : ends[index - 1]) : 0
  }

  /// The text with a number, from 0; nil where there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    return ExcelEscapes.undone(
      String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self))
  }
}
