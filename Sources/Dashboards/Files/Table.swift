// A table of values with typed columns, and its two CSV forms: one for programs, one for Dutch Excel.
import Records

/// A column: its name is a contract, columns are only ever appended.
struct Column: Hashable, Sendable {
  /// What a column holds. The raw values stand in `kolommen.csv`.
  enum Kind: String, Hashable, Sendable {
    case text = "tekst"
    case integer = "geheel getal"
    case decimal = "getal"
    case date = "datum"
    case week = "ISO-week"
    case choice = "keuze"
  }
  let name: String
  let kind: Kind
  let unit: String
  let meaning: String
  let since: Int

  init(_ name: String, _ kind: Kind, _ meaning: String, unit: String = "", since: Int = 1) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
    self.since = since
  }
}

/// A value in a table.
enum Cell: Hashable, Sendable {
  /// Running text; made harmless for spreadsheets.
  case text(String)
  /// A word, a date or an id that the program itself made.
  case word(String)
  case integer(Int)
  /// A number in hundredths.
  case hundredths(Int)
  /// Nothing: not known, not applicable, or suppressed.
  case empty

  /// An integer, or nothing.
  static func optional(_ value: Int?) -> Cell { value.map(Cell.integer) ?? .empty }

  /// "ja" or "nee".
  static func yes(_ truth: Bool) -> Cell { .word(truth ? "ja" : "nee") }
}

/// A table that becomes a file.
struct Table: Sendable {
  /// The file's name without folder and ending.
  let name: String
  let columns: [Column]
  let rows: [[Cell]]

  /// `data/*.csv`: RFC 4180, comma, CRLF, UTF-8 without byte order mark, decimal point.
  var dataForm: [UInt8] {
    write(with: CSVWriter(), decimalSign: ".")
  }

  /// `excel/*.csv`: semicolon, CRLF, UTF-8 with byte order mark, decimal comma: what Dutch Excel opens by itself.
  var excelForm: [UInt8] {
    write(with: CSVWriter(delimiter: UInt8(ascii: ";"), byteOrderMark: true), decimalSign: ",")
  }

  private func write(with writer: CSVWriter, decimalSign: String) -> [UInt8] {
    var writer = writer
    writer.write(columns.map(\.name))
    for row in rows { writer.write(row.map { Self.render($0, decimalSign: decimalSign) }) }
    return writer.take()
  }

  private static func render(_ cell: Cell, decimalSign: String) -> String {
    switch cell {
    case .text(let text): harmless(text)
    case .word(let word): word
    case .integer(let value): String(value)
    case .hundredths(let value):
      (value < 0 ? "-" : "") + String(value.magnitude / 100) + decimalSign
        + (value.magnitude % 100 < 10 ? "0" : "") + String(value.magnitude % 100)
    case .empty: ""
    }
  }

  /// Text that no spreadsheet takes for a formula: decided by the column's type, never for numbers. Looks past
  /// blanks at the start, and at the full-width forms of the signs as well. Control characters are left out.
  static func harmless(_ text: String) -> String {
    // Nearly all text starts with a letter or digit and holds no control character: nothing to do.
    guard let start = text.utf8.first else { return text }
    if isLetterOrDigit(start), text.utf8.allSatisfy({ $0 >= 32 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.value >= 32 || "\t\n\r".unicodeScalars.contains(scalar) {
      scalars.append(scalar)
    }
    guard let first = scalars.first(where: { !blanks.contains($0) }), signs.contains(first) else {
      return String(scalars)
    }
    return "'" + String(scalars)
  }
}

extension Table {
  /// What spreadsheets pass over before a sign.
  private static let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{FEFF}", "\u{200B}"]
  /// What spreadsheets start a formula at.
  private static let signs: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// The dictionary of all columns of some tables, itself included.
  static func dictionary(of tables: [Table]) -> Table {
    let columns = [
      Column("bestand", .text, "Naam van het bestand"),
      Column("kolom", .text, "Naam van de kolom"),
      Column("type", .choice, "Soort waarde"),
      Column("eenheid", .text, "Waarin geteld is"),
      Column("betekenis", .text, "Wat er staat"),
      Column("sinds_versie", .integer, "Vanaf welke versie van de bestanden de kolom bestaat"),
    ]
    let described = tables.flatMap { table in table.columns.map { (table.name, $0) } }
    let rows = (described + columns.map { ("kolommen", $0) }).map { name, column in
      [
        Cell.word(name + ".csv"), .word(column.name), .word(column.kind.rawValue), .word(column.unit),
        .text(column.meaning), .integer(column.since),
      ]
    }
    return Table(name: "kolommen", columns: columns, rows: rows)
  }
}
