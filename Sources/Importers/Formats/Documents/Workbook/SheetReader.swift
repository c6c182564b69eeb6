// Reads the rows of a sheet out of its XML, cell by cell.

/// Reads the rows of a sheet. Cells may stand in any order, be left out, or not say where they are.
final class SheetReader {
  private let workbook: Workbook
  private let body: (SheetRow) throws -> Void
  private var row: SheetRow?
  private var lastRow = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var open = OpenElements()
  private var isInline = false
  private var isPhonetic = false
  private static let cellLimit = 1 << 20

  init(workbook: Workbook, _ body: @escaping (SheetRow) throws -> Void) {
    self.workbook = workbook
    self.body = body
  }

  func start(_ tag: XMLStartTag) {
    switch open.start(tag) {
    case "row":
      // Excel has no more rows than these; another number is a mistake or worse.
      let said = tag["r"].flatMap { Int($0) }.flatMap { (1...1_048_576).contains($0) ? $0 : nil }
      let number = said ?? lastRow + 1
      lastRow = number
      column = -1
      row = SheetRow(number: number, cells: [:])
    case "c":
      column = tag["r"].flatMap(Self.column) ?? column + 1
      type = tag["t"] ?? "n"
      style = tag["s"].flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
    case "v": isValue = true
    case "is": isInline = true
    case "t": isValue = isInline && !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard isValue, value.count <= Self.cellLimit else { return }
    value.append(contentsOf: bytes)
  }

  func end() throws {
    switch open.end() {
    case "v", "t": isValue = false
    case "is": isInline = false
    case "rPh": isPhonetic = false
    case "c":
      guard (0..<16_384).contains(column), let cell = cell() else { return }
      row?.cells[column] = cell
    case "row":
      if let row, !row.cells.isEmpty { try body(row) }
      row = nil
    default: break
    }
  }

  private func cell() -> CellValue? {
    guard !value.isEmpty else { return nil }
    if value.count > Self.cellLimit { return .error("te lang") }
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      guard let index = Int(text) else { return nil }
      if workbook.strings.length(of: index) > Self.cellLimit { return .error("te lang") }
      return workbook.strings[index].flatMap { $0.isEmpty ? nil : .text($0) }
    case "str", "inlineStr": return .text(ExcelEscapes.undone(text))
    case "b": return .boolean(text == "1" || text == "true")
    case "e": return .error(text)
    case "d":
      let date = DatePattern("iso8601")?.read(PlainText.line(text))
      return date.map(CellValue.date) ?? .text(text)
    default: return number(PlainText.line(text))
    }
  }

  private func number(_ text: String) -> CellValue? {
    guard let number = Double(text) else { return .text(text) }
    switch workbook.styles.date(ofStyle: style) {
    case .day(let withTime):
      if let date = ExcelSerial.date(number, uses1904: workbook.uses1904, withTime: withTime) {
        return .date(date)
      }
    case .time where number >= 1:
      if let date = ExcelSerial.date(number, uses1904: workbook.uses1904, withTime: true) {
        return .date(date)
      }
    case .time, nil: break
    }
    return .number(Self.digits(text, number))
  }

  /// A whole number by its digits, `1E+3` and `5.0` too, so that numbers of posts stay what they were.
  private static func digits(_ text: String, _ number: Double) -> String {
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    guard number == number.rounded(), abs(number) < 9_007_199_254_740_992 else { return text }
    return String(Int64(number))
  }

  /// The column of a reference such as `BC12`, from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    var letters = 0
    for byte in reference.utf8 {
      let letter = byte & 0xDF
      guard (0x41...0x5A).contains(letter), byte >= 0x41 else { break }
      letters += 1
      guard letters <= 3 else { return nil }
      column = column * 26 + Int(letter - 0x40)
    }
    return letters > 0 ? column - 1 : nil
  }
}

/// Control characters in texts of Excel are written as `_x000D_`.
enum ExcelEscapes {
  /// The text with such characters put back.
  static func undone(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "_"), position + 6 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "x"), bytes[position + 6] == UInt8(ascii: "_"),
        let value = UInt32(
          String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.append(contentsOf: String(scalar).utf8)
        position += 7
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
