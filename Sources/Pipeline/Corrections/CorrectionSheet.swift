// The rows of a file of corrections as a spreadsheet saves it: separators, encodings and headings as they come.
import Configuration
import Crypto
import Discussion
import Foundation
import Records

/// A file of corrections, read row by row; what a row means is looked up later.
struct CorrectionSheet {
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

    /// What stands in a column; empty for a column that is not there.
    subscript(column: Column) -> String { cells[column] ?? "" }

    /// Whether it only explains: its first cell starts with a number sign.
    var isComment: Bool

    /// A hash over the cells: the same row again, in whatever file, order of columns or encoding, is the same row.
    var hash: String {
      var hash = SHA256()
      for column in Column.allCases {
        hash.update(data: Data("\(self[column].utf8.count):\(self[column])".utf8))
      }
      return Hexadecimal.text(hash.finalize())
    }
  }

  /// The columns, by the names in the header.
  enum Column: String, CaseIterable {
    case action = "actie"
    case topic = "onderwerp"
    case target = "naar"
    case title = "titel"
    case post = "bericht"
    case note = "toelichting"
    case by = "door"
  }

  /// Why no row of a file can be used.
  enum Failure: Error, CustomStringConvertible {
    /// It holds nothing.
    case empty
    /// It has no column with the actions.
    case noActions

    var description: String {
      switch self {
      case .empty:
        "is leeg: er hoort een regel met kolomnamen in te staan (actie;onderwerp;naar;titel;bericht;…)"
      case .noActions:
        "heeft geen kolom “actie”. Neem het voorbeeld over dat bij de pagina’s van de monitors staat. Is dit een "
          + "export met berichten, geef het dan een andere naam"
      }
    }
  }

  /// The rows under the header.
  let rows: [Row]

  /// Reads a file's bytes.
  init(_ bytes: [UInt8]) throws(Failure) {
    let text = Self.table(bytes)
    let start = text.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let delimiter = CSVFormat.delimiter(ofFirstLineIn: start) ?? UInt8(ascii: ";")
    let records = CSVParser.records(in: text, format: CSVFormat(delimiter: delimiter))
    guard let header = records.first else { throw .empty }
    let names = header.strings.map { CorrectionBook.trimmed($0).lowercased() }
    guard names.contains(Column.action.rawValue) else { throw .noActions }
    rows = records.dropFirst().compactMap { record in
      var cells: [Column: String] = [:]
      for column in Column.allCases {
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

  /// The bytes of a table that a spreadsheet saved, as UTF-8, without what is none of the table's.
  static func table(_ bytes: [UInt8]) -> [UInt8] {
    var text = utf8(bytes)
    // A first line that tells Excel the separator is none of the table's.
    if text.starts(with: Array("sep=".utf8)) {
      let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      // The line stays as a blank one, so that the numbers of lines are right.
      text.removeSubrange(..<end)
    }
    return text
  }

  /// The bytes as UTF-8 without a byte order mark. Excel saves "CSV" in code page 1252 and "Unicode text" in UTF-16.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return String(data: Data(bytes), encoding: .utf16).map { Array($0.utf8) } ?? bytes
    }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return String(data: Data(bytes), encoding: .windowsCP1252).map { Array($0.utf8) } ?? bytes
  }
}

extension CorrectionSheet.Row {
  /// The words for the actions, as people write them.
  static let actions = [
    "hernoem", "voeg-samen", "splits", "verplaats", "zet-vast", "laat-los", "verberg", "toon", "herroep",
  ]

  /// What the row asks.
  func request() throws(CorrectionRefusal) -> CorrectionRequest {
    guard isReadable else { throw .unreadableRow }
    let word = try filled(.action)
    let action = word.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "-")
    switch action {
    case "hernoem":
      return .rename(
        topic: try filled(.topic),
        title: self[.title].isEmpty ? try filled(.target, as: .title) : self[.title])
    case "voeg-samen": return .merge(topics: [try filled(.topic)], into: try filled(.target))
    case "splits":
      let title = self[.title].isEmpty ? self[.target] : self[.title]
      guard !title.isEmpty else { throw .emptyColumn(CorrectionSheet.Column.title.rawValue) }
      return .split(topic: try filled(.topic), title: title, posts: [try filled(.post)])
    case "verplaats":
      let target = self[.target].isEmpty ? self[.title] : self[.target]
      guard !target.isEmpty else { throw .emptyColumn(CorrectionSheet.Column.target.rawValue) }
      return .move(posts: [try filled(.post)], to: target)
    case "zet-vast", "laat-los": return .pin(topic: try filled(.topic), isOn: action == "zet-vast")
    case "verberg", "toon": return .mute(topic: try filled(.topic), isOn: action == "verberg")
    case "herroep":
      return .withdraw(lines: self[.topic].isEmpty ? try filled(.target, as: .topic) : self[.topic])
    default: throw .unknownAction(word, nearest: EditDistance.nearest(to: action, among: Self.actions))
    }
  }

  /// What stands in a column that must not be empty; `named` is the column that people are told to fill.
  private func filled(_ column: CorrectionSheet.Column, as named: CorrectionSheet.Column? = nil)
    throws(CorrectionRefusal) -> String
  {
    guard !self[column].isEmpty else { throw .emptyColumn((named ?? column).rawValue) }
    return self[column]
  }
}
