// Writes CSV as RFC 4180 has it.

/// Writes CSV records: a field is quoted when it holds a delimiter, a quote or a line end, or starts or ends with
/// a space.
public struct CSVWriter: Sendable {
  /// The bytes written so far; take them out with ``take()``.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let lineEnd: [UInt8]

  /// A writer.
  ///
  /// - Parameters:
  ///   - delimiter: the byte between fields.
  ///   - carriageReturns: whether lines end in CRLF, as RFC 4180 has it, or in LF.
  ///   - byteOrderMark: whether to start with one, for spreadsheets that otherwise guess the encoding.
  public init(delimiter: UInt8 = UInt8(ascii: ","), carriageReturns: Bool = true, byteOrderMark: Bool = false)
  {
    self.delimiter = delimiter
    lineEnd = Array((carriageReturns ? "\r\n" : "\n").utf8)
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Writes one record.
  public mutating func write(_ fields: [String]) {
    for (position, field) in fields.enumerated() {
      if position > 0 { bytes.append(delimiter) }
      // A record of one empty field would be a blank line, which readers pass over.
      write(field, alone: fields.count == 1)
    }
    bytes.append(contentsOf: lineEnd)
  }

  /// Hands out the bytes written so far and starts afresh, so that long output stays out of memory.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// A cell that a spreadsheet would run as a formula, made harmless with an apostrophe in front: cells that
  /// start with `= + - @`, tab or CR and are no plain number.
  public static func neutralised(_ field: String) -> String {
    guard let first = field.utf8.first, "=+-@\t\r".utf8.contains(first), Double(field) == nil else {
      return field
    }
    return "'" + field
  }

  private mutating func write(_ field: String, alone: Bool) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      field.utf8.contains {
        $0 == delimiter || $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
      } || field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ")
      || (alone && field.isEmpty)
    guard needsQuotes else { return bytes.append(contentsOf: field.utf8) }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
