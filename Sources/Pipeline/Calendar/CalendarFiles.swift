// Reads the calendar files strictly: every mistake has a file, a line and a reason, and nothing is guessed.
import Configuration
import Discussion
import Records

/// A calendar file as rows: comments taken out, columns by the names in the header.
struct CalendarRows {
  /// A row.
  struct Row {
    let line: Int
    let cells: [String]
  }

  /// The file, as the user named it.
  let file: String
  /// The columns, by name.
  let columns: [String: Int]
  /// The rows under the header.
  let rows: [Row]

  /// Reads a file. Its first row that is no comment is the header.
  init(_ file: String, required: [String], optional: [String] = []) throws(ConfigurationError) {
    let bytes: [UInt8]
    do { bytes = try ByteReader.contents(of: file) } catch {
      throw ConfigurationError(file: file, message: "de kalender is niet te lezen: \(error)")
    }
    let text = Self.withoutComments(
      bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    guard String(validating: text, as: UTF8.self) != nil else {
      throw ConfigurationError(file: file, message: "de kalender is geen tekst in UTF-8")
    }
    let start = text.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let format = CSVFormat(delimiter: CSVFormat.delimiter(ofFirstLineIn: start) ?? UInt8(ascii: ","))
    let records = CSVParser.records(in: text, format: format)
    guard let header = records.first else {
      throw ConfigurationError(file: file, message: "de kalender is leeg")
    }
    let names = header.strings.map { CorrectionBook.trimmed($0).lowercased() }
    for (position, name) in names.enumerated() where !name.isEmpty {
      guard names.firstIndex(of: name) == position else {
        throw ConfigurationError(
          file: file, line: header.line, message: "de kolom \"\(name)\" staat er twee keer")
      }
      guard (required + optional).contains(name) else {
        let known = required + optional
        let hint = EditDistance.nearest(to: name, among: known).map { "; bedoelt u \"\($0)\"?" } ?? ""
        throw ConfigurationError(
          file: file, line: header.line, message: "onbekende kolom \"\(name)\"\(hint)")
      }
    }
    for name in required where !names.contains(name) {
      throw ConfigurationError(
        file: file, line: header.line,
        message: "de kolom \"\(name)\" ontbreekt; de eerste regel noemt \(required.joined(separator: ", "))")
    }
    self.file = file
    columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [Row] = []
    for record in records.dropFirst() {
      if let problem = record.problem {
        throw ConfigurationError(
          file: file, line: record.line, message: "deze regel is niet te lezen: \(problem)")
      }
      let cells = record.strings.map(CorrectionBook.trimmed)
      if cells.allSatisfy(\.isEmpty) { continue }
      rows.append(Row(line: record.line, cells: cells))
    }
    self.rows = rows
  }

  /// What stands in a column; empty where the row ends before it or the file does not have it.
  func text(_ column: String, _ row: Row) -> String {
    guard let position = columns[column], position < row.cells.count else { return "" }
    return row.cells[position]
  }

  /// The day in a column.
  func day(_ column: String, _ row: Row) throws(ConfigurationError) -> CalendarDay {
    let text = text(column, row)
    if let day = DutchDay.read(text) { return day }
    throw error(row, "in de kolom \"\(column)\" staat \"\(text)\"; dat is geen dag zoals 2026-04-27")
  }

  /// A mistake in a row.
  func error(_ row: Row, _ message: String) -> ConfigurationError {
    ConfigurationError(file: file, line: row.line, message: message)
  }

  /// The text with lines that start with a number sign left blank, so that lines keep their numbers.
  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var (isLineStart, isComment) = (true, false)
    for byte in bytes {
      let isEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineStart { isComment = byte == UInt8(ascii: "#") }
      if isEnd || !isComment { kept.append(byte) }
      isLineStart = isEnd
    }
    return kept
  }
}

/// A file of school holidays: `vakantie,regio,eerste_dag,laatste_dag,status`.
enum SchoolHolidayFile {
  /// A holiday of more days than this is a mistake in a year.
  private static let longest = 100

  /// Reads a file. Throws the first mistake: a column, day or status that is not right, a holiday that ends before it
  /// starts, or two of one region on the same day.
  static func read(_ path: String) throws(ConfigurationError) -> [SchoolHolidays.Holiday] {
    let rows = try CalendarRows(
      path, required: ["vakantie", "regio", "eerste_dag", "laatste_dag"], optional: ["status"])
    var found: [(holiday: SchoolHolidays.Holiday, row: CalendarRows.Row)] = []
    for row in rows.rows {
      let holiday = try holiday(row, rows)
      for other in found
      where other.holiday.region == holiday.region && other.holiday.days.overlaps(holiday.days) {
        throw rows.error(
          row,
          "de \(holiday.name) in \(holiday.region) overlapt de \(other.holiday.name) van regel \(other.row.line)"
        )
      }
      found.append((holiday, row))
    }
    guard !found.isEmpty else {
      throw ConfigurationError(file: path, message: "er staat geen enkele vakantie in")
    }
    return found.map(\.holiday)
  }

  private static func holiday(_ row: CalendarRows.Row, _ rows: CalendarRows) throws(ConfigurationError)
    -> SchoolHolidays.Holiday
  {
    let (name, region) = (rows.text("vakantie", row), rows.text("regio", row).lowercased())
    guard !name.isEmpty else { throw rows.error(row, "de kolom \"vakantie\" is leeg") }
    guard !region.isEmpty else { throw rows.error(row, "de kolom \"regio\" is leeg") }
    let (first, last) = (try rows.day("eerste_dag", row), try rows.day("laatste_dag", row))
    guard first <= last else {
      throw rows.error(row, "de laatste dag (\(last)) ligt voor de eerste (\(first))")
    }
    let length = last.number - first.number + 1
    guard length <= longest else {
      throw rows.error(row, "deze vakantie duurt \(length) dagen: klopt het jaar?")
    }
    let status = rows.text("status", row).lowercased()
    guard let certainty = status.isEmpty ? .fixed : SchoolHolidays.Certainty(rawValue: status) else {
      let words = SchoolHolidays.Certainty.allCases.map(\.rawValue).joined(separator: ", ")
      throw rows.error(row, "de status \"\(status)\" is er niet: kies uit \(words)")
    }
    return SchoolHolidays.Holiday(name: name, region: region, days: first...last, certainty: certainty)
  }
}

/// A file of public holidays: `datum,naam`.
enum PublicHolidayFile {
  /// Reads a file: the days with their names. Throws the first mistake.
  static func read(_ path: String) throws(ConfigurationError) -> [CalendarDay: String] {
    let rows = try CalendarRows(path, required: ["datum"], optional: ["naam"])
    var days: [CalendarDay: String] = [:]
    for row in rows.rows {
      let (day, name) = (try rows.day("datum", row), rows.text("naam", row))
      // Two holidays may fall on one day, as Ascension Day does on Liberation Day in 2016.
      guard let other = days[day] else {
        days[day] = name
        continue
      }
      guard other != name else { throw rows.error(row, "\(day) staat er twee keer") }
      days[day] = other + ", " + name
    }
    return days
  }
}
