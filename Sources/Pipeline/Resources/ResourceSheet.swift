// The rows of a list of resources as a spreadsheet saves it, and what each of them says.
import Configuration
import Discussion
import Foundation
import Records
import Topics

/// A list of existing material, read row by row: a wrong row costs only itself.
struct ResourceSheet {
  /// The columns, by the names in the header.
  enum Column: String, CaseIterable {
    case name = "bron"
    case title = "titel"
    case publisher = "uitgever"
    case link = "link"
    case topic = "onderwerp"
    case theme = "thema"
    case note = "toelichting"
    case validUntil = "geldig_tot"
  }

  /// A row.
  struct Row {
    /// Its number among the records, the header included.
    var record: Int
    /// The line on which it starts.
    var line: Int
    /// Its first byte.
    var byte: Int
    /// Its bytes, cut off.
    var raw: [UInt8]
    /// What its cells hold, trimmed, by column.
    var cells: [Column: String]
    /// Whether it could be read as CSV.
    var isReadable: Bool
    /// Whether it only explains: its first cell starts with a number sign.
    var isComment: Bool

    /// What stands in a column; empty for a column that is not there.
    subscript(column: Column) -> String { cells[column] ?? "" }
  }

  /// Why no row of a file can be used.
  enum Failure: Error, CustomStringConvertible {
    /// It holds nothing.
    case empty
    /// It has no column with titles.
    case noTitles
    /// It has a column that a list of resources does not have.
    case unknownColumn(String, nearest: String?)

    var description: String {
      let columns = Column.allCases.map(\.rawValue).joined(separator: ";")
      switch self {
      case .empty: return "is leeg: er hoort een regel met kolomnamen in te staan (\(columns))"
      case .noTitles:
        return
          "heeft geen kolom “titel”; de eerste regel noemt de kolommen (\(columns)). Is dit een export met berichten, "
          + "geef het dan een andere naam"
      case .unknownColumn(let name, let nearest):
        return "heeft een onbekende kolom “\(name)”" + (nearest.map { "; bedoelt u “\($0)”?" } ?? "")
      }
    }
  }

  /// The rows under the header.
  let rows: [Row]

  /// Reads a file's bytes.
  init(_ bytes: [UInt8]) throws(Failure) {
    let text = table(ofSheet: bytes)
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: Self.header(text)) ?? UInt8(ascii: ";")
    let records = CSVParser.records(in: text, format: CSVFormat(delimiter: delimiter))
    guard let start = records.firstIndex(where: { !Self.isComment($0) }) else { throw .empty }
    let header = records[start]
    let names = header.strings.map { CorrectionBook.trimmed($0).lowercased() }
    guard names.contains(Column.title.rawValue) else { throw .noTitles }
    for name in names where !name.isEmpty && Column(rawValue: name) == nil {
      throw .unknownColumn(
        name, nearest: EditDistance.nearest(to: name, among: Column.allCases.map(\.rawValue)))
    }
    rows = records[(start + 1)...].compactMap { record in
      var cells: [Column: String] = [:]
      for column in Column.allCases {
        if let position = names.firstIndex(of: column.rawValue), let cell = record.string(position) {
          cells[column] = CorrectionBook.trimmed(cell)
        }
      }
      guard record.problem != nil || record.strings.contains(where: { !CorrectionBook.trimmed($0).isEmpty })
      else { return nil }
      return Row(
        record: record.number, line: record.line, byte: record.byte, raw: record.raw, cells: cells,
        isReadable: record.problem == nil,
        isComment: Self.isComment(record))
    }
  }

  private static func isComment(_ record: CSVRecord) -> Bool {
    CorrectionBook.trimmed(record.string(0) ?? "").hasPrefix("#")
  }

  /// The text from its first line on that is neither blank nor a comment: only that line tells the separator.
  private static func header(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var rest = text[...]
    while let first = rest.first, [UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(first)
    {
      rest =
        first == UInt8(ascii: "#")
        ? rest.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } : rest.dropFirst()
    }
    return rest
  }
}

/// What the rows of a list are judged by.
struct ResourceDirectory {
  /// The topic that a number or title names.
  var topic: (String) throws(CorrectionRefusal) -> TopicID
  /// The themes and what they fall under; nil where the community has none.
  var catalogue: ThemeCatalogue?
  /// A text without the personal data in it; nil when there are none.
  var redact: (String) -> String? = { _ in nil }

  /// The name that never changes of a theme, or of what themes fall under, by that name or by its title.
  func theme(_ text: String) throws(ResourceRefusal) -> String {
    guard let catalogue else { throw .noThemes }
    let known =
      catalogue.themes.map { ($0.slug, $0.title) } + catalogue.tasks.map { ($0.slug, $0.title) }
    let wanted = text.lowercased()
    if let found = known.first(where: { $0.0 == wanted || $0.1.lowercased() == wanted }) { return found.0 }
    throw .unknownTheme(text, nearest: EditDistance.nearest(to: wanted, among: known.map(\.0)))
  }
}

extension ResourceSheet.Row {
  /// Longest title, in characters.
  static let longestTitle = 200
  /// Longest note, in characters.
  static let longestNote = 500

  /// What the row says.
  func resource(_ directory: ResourceDirectory) throws(ResourceRefusal) -> Resource {
    guard isReadable else { throw .unreadableRow }
    guard !self[.title].isEmpty else { throw .emptyColumn(ResourceSheet.Column.title.rawValue) }
    guard self[.title].count <= Self.longestTitle else {
      throw .longText(.title, self[.title].count, most: Self.longestTitle)
    }
    guard self[.note].count <= Self.longestNote else {
      throw .longText(.note, self[.note].count, most: Self.longestNote)
    }
    guard self[.link].isEmpty || Self.isWebAddress(self[.link]) else { throw .badLink }
    guard !self[.topic].isEmpty || !self[.theme].isEmpty else { throw .noSubject }
    for column in [ResourceSheet.Column.name, .title, .publisher, .note, .link] {
      if directory.redact(self[column]) != nil { throw .personalData(column) }
    }
    var resource = Resource(
      name: self[.name], title: self[.title], publisher: self[.publisher], link: self[.link],
      note: self[.note])
    if !self[.topic].isEmpty {
      do { resource.topic = try directory.topic(self[.topic]) } catch { throw .topic(error) }
    }
    if !self[.theme].isEmpty { resource.theme = try directory.theme(self[.theme]) }
    if !self[.validUntil].isEmpty {
      guard let day = DutchDay.read(self[.validUntil]) else { throw .badDay }
      resource.validUntil = day
    }
    return resource
  }

  /// Whether a text is an address on the web that a page may lead to: nothing that a browser would run, and nothing
  /// that is written otherwise than it is read.
  static func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), text.utf8.count <= 2000,
      text.unicodeScalars.allSatisfy({ scalar in
        scalar.value > 32 && scalar.value != 127 && !scalar.properties.isWhitespace
          && !scalar.properties.isDefaultIgnorableCodePoint && !"<>\"`\\{}|^".unicodeScalars.contains(scalar)
      }), let address = URL(string: text), let host = address.host(), host.contains("."),
      address.user() == nil, address.password() == nil
    else { return false }
    return true
  }
}
