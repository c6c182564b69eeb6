// The rows of a file that people fill in, as a spreadsheet saves it: separators, encodings and headings as they come.
import Configuration
import Crypto
import Discussion
import Foundation
import Records

/// The columns of a kind of file that people fill in, by the names in the header.
protocol SheetColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The column that no such file can do without.
  static var key: Self { get }
  /// What is said of a file without anything in it.
  static var emptyMessage: String { get }
  /// What is said of a file without the column.
  static var noKeyMessage: String { get }
  /// Columns of the form that are there for people to read only.
  static var passedOver: Set<String> { get }
  /// Whether a column that is neither known nor passed over costs the file. Otherwise only one that is a known one but for
  /// a slip of the pen does: people add columns of their own.
  static var isStrict: Bool { get }
  /// What is said of a file whose columns do not go together; nil when they do.
  static func objection(to names: [String]) -> String?
}

extension SheetColumn {
  static var passedOver: Set<String> { [] }
  static var isStrict: Bool { false }
  static func objection(to names: [String]) -> String? { nil }
}

/// Why no row of a file can be used.
struct SheetFailure: Error, CustomStringConvertible {
  var description: String
}

/// A file that people fill in, read row by row; what a row means is looked up later.
struct InboxSheet<Columns: SheetColumn> {
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
    var cells: [Columns: String]
    /// Whether it could be read as CSV.
    var isReadable: Bool

    /// What stands in a column; empty for a column that is not there.
    subscript(column: Columns) -> String { cells[column] ?? "" }

    /// Whether it only explains: its first cell starts with a number sign.
    var isComment: Bool

    /// A hash over the cells: the same row again, in whatever file, order of columns or encoding, is the same row.
    var hash: String {
      var hash = SHA256()
      for column in Columns.allCases {
        hash.update(data: Data("\(self[column].utf8.count):\(self[column])".utf8))
      }
      return Hexadecimal.text(hash.finalize())
    }
  }

  /// The rows under the header.
  let rows: [Row]

  /// Reads a file's bytes.
  init(_ bytes: [UInt8]) throws(SheetFailure) {
    let text = table(ofSheet: bytes)
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: Self.header(text)) ?? UInt8(ascii: ";")
    let records = CSVParser.records(in: text, format: CSVFormat(delimiter: delimiter))
    guard let start = records.firstIndex(where: { !Self.isComment($0) }) else {
      throw SheetFailure(description: Columns.emptyMessage)
    }
    let names = records[start].strings.map { CorrectionBook.trimmed($0).lowercased() }
    try Self.check(names)
    rows = records[(start + 1)...].compactMap { record in
      var cells: [Columns: String] = [:]
      for column in Columns.allCases {
        if let position = names.firstIndex(of: column.rawValue), let cell = record.string(position) {
          cells[column] = CorrectionBook.trimmed(cell)
        }
      }
      // Spreadsheets save the rows that were emptied as rows of separators.
      guard record.problem != nil || record.strings.contains(where: { !CorrectionBook.trimmed($0).isEmpty })
      else { return nil }
      return Row(
        record: record.number, line: record.line, byte: record.byte, raw: record.raw, cells: cells,
        isReadable: record.problem == nil,
        isComment: Self.isComment(record))
    }
  }

  private static func check(_ names: [String]) throws(SheetFailure) {
    if let objection = Columns.objection(to: names) { throw SheetFailure(description: objection) }
    guard names.contains(Columns.key.rawValue) else { throw SheetFailure(description: Columns.noKeyMessage) }
    for name in names
    where !name.isEmpty && Columns(rawValue: name) == nil && !Columns.passedOver.contains(name) {
      let absent = Columns.allCases.map(\.rawValue).filter { !names.contains($0) }
      let nearest = EditDistance.nearest(to: name, among: absent)
      let isSlip = nearest.map { name.count >= 5 && EditDistance.between(name, $0) == 1 } ?? false
      guard isSlip || Columns.isStrict else { continue }
      throw SheetFailure(
        description: "heeft een onbekende kolom “\(name)”" + (nearest.map { "; bedoelt u “\($0)”?" } ?? ""))
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

/// The bytes of a table that a spreadsheet saved, as UTF-8, without what is none of the table's.
func table(ofSheet bytes: [UInt8]) -> [UInt8] {
  var text = utf8(ofSheet: bytes)
  // A first line that tells Excel the separator is none of the table's.
  if text.starts(with: Array("sep=".utf8)) {
    let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    // The line stays as a blank one, so that the numbers of lines are right.
    text.removeSubrange(..<end)
  }
  return text
}

/// The bytes as UTF-8 without a byte order mark. Excel saves "CSV" in code page 1252 and "Unicode text" in UTF-16.
private func utf8(ofSheet bytes: [UInt8]) -> [UInt8] {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return String(data: Data(bytes), encoding: .utf16).map { Array($0.utf8) } ?? bytes
  }
  if String(validating: bytes, as: UTF8.self) != nil { return bytes }
  return String(data: Data(bytes), encoding: .windowsCP1252).map { Array($0.utf8) } ?? bytes
}
