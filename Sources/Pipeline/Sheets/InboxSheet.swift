// The rows of a file that people fill in, as a spreadsheet saves it: separators, encodings and headings as they come.
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
    let start = text.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: start) ?? UInt8(ascii: ";")
    let records = CSVParser.records(in: text, format: CSVFormat(delimiter: delimiter))
    guard let header = records.first else { throw SheetFailure(description: Columns.emptyMessage) }
    let names = header.strings.map { CorrectionBook.trimmed($0).lowercased() }
    guard names.contains(Columns.key.rawValue) else { throw SheetFailure(description: Columns.noKeyMessage) }
    rows = records.dropFirst().compactMap { record in
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
        isComment: CorrectionBook.trimmed(record.string(0) ?? "").hasPrefix("#"))
    }
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
