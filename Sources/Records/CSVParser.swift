// Reads CSV as one state machine over bytes, whatever the blocks it comes in.

/// Reads CSV record by record. Feed it blocks of any size, then call ``finish(_:)``. Understands LF, CR and CRLF line
/// ends, quoted cells over several lines, and both quote styles. Blank lines are passed over. A quote in the middle of
/// an unquoted field is text; text behind a closing quote belongs to the field.
///
///     var parser = CSVParser()
///     bytes.withUnsafeBytes { parser.feed($0) { record in print(record.strings) } }
///     parser.finish { record in print(record.strings) }
public struct CSVParser {
  private enum State { case recordStart, fieldStart, plain, quoted, quoteInQuoted, escapeInQuoted, afterCR }

  private let format: CSVFormat
  private var state = State.recordStart
  private var record = CSVRecord()
  private var fieldStart = 0
  private var skipsField = false
  private var line = 1
  private var position = 0
  private var quoteLine = 1
  /// The last byte was a CR inside a quoted field: a LF behind it is the same line end.
  private var countedCR = false

  /// A parser for a format.
  public init(format: CSVFormat = CSVFormat()) { self.format = format }

  /// Reads all records of bytes in memory.
  public static func records(in bytes: [UInt8], format: CSVFormat = CSVFormat()) -> [CSVRecord] {
    var parser = CSVParser(format: format)
    var records: [CSVRecord] = []
    bytes.withUnsafeBytes { parser.feed($0) { records.append($0) } }
    parser.finish { records.append($0) }
    return records
  }

  /// Takes the next block and hands out the records that it completes.
  public mutating func feed(_ block: UnsafeRawBufferPointer, _ body: (CSVRecord) throws -> Void) rethrows {
    let quote = UInt8(ascii: "\"")
    var index = 0
    while index < block.count {
      let byte = block[index]
      if state == .afterCR {
        state = .recordStart
        if byte == UInt8(ascii: "\n") {
          index += 1
          position += 1
          continue
        }
      }
      if state == .recordStart { startRecord() }
      if state == .quoted || state == .plain {
        let run = plainRun(in: block, from: index)
        if run > index {
          keep(UnsafeRawBufferPointer(rebasing: block[index..<run]))
          position += run - index
          index = run
          countedCR = false
          continue
        }
      }
      index += 1
      position += 1
      keepRaw(byte)
      switch state {
      case .quoted:
        if byte == quote {
          state = .quoteInQuoted
        } else if byte == UInt8(ascii: "\\"), format.quote == .backslash {
          state = .escapeInQuoted
        } else {
          countLine(byte)
          keep(byte)
        }
      case .escapeInQuoted:
        state = .quoted
        if byte != quote && byte != UInt8(ascii: "\\") { keep(UInt8(ascii: "\\")) }
        countLine(byte)
        keep(byte)
      case .quoteInQuoted where byte == quote:
        state = .quoted
        keep(byte)
      case .fieldStart where byte == quote:
        state = .quoted
        quoteLine = line
        record.isBlank = false
      default:
        try takeOutsideQuotes(byte, body)
      }
    }
  }

  /// Hands out the last record, if the stream did not end with a line end.
  public mutating func finish(_ body: (CSVRecord) throws -> Void) rethrows {
    switch state {
    case .recordStart, .afterCR: return
    case .quoted, .escapeInQuoted: record.problem = .unterminatedQuote(line: quoteLine)
    case .fieldStart, .plain, .quoteInQuoted: break
    }
    try endRecord(body)
    state = .recordStart
  }

  private mutating func takeOutsideQuotes(_ byte: UInt8, _ body: (CSVRecord) throws -> Void) rethrows {
    if byte == format.delimiter {
      record.isBlank = false
      endField()
      state = .fieldStart
    } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      line += 1
      state = byte == UInt8(ascii: "\r") ? .afterCR : .recordStart
      try endRecord(body)
    } else {
      state = .plain
      record.isBlank = false
      keep(byte)
    }
  }

  /// Where the run of bytes that only belong to the field ends.
  private func plainRun(in block: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    if state == .plain {
      while index < block.count, block[index] != format.delimiter, block[index] != UInt8(ascii: "\n"),
        block[index] != UInt8(ascii: "\r")
      { index += 1 }
    } else {
      while index < block.count, block[index] != UInt8(ascii: "\""), block[index] != UInt8(ascii: "\n"),
        block[index] != UInt8(ascii: "\r"), block[index] != UInt8(ascii: "\\")
      { index += 1 }
    }
    return index
  }

  private mutating func countLine(_ byte: UInt8) {
    if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !countedCR) { line += 1 }
    countedCR = byte == UInt8(ascii: "\r")
  }

  private mutating func startRecord() {
    record.clear()
    record.line = line
    record.byte = position
    fieldStart = 0
    skipsField = false
    countedCR = false
    state = .fieldStart
  }

  private mutating func keepRaw(_ byte: UInt8) {
    if record.raw.count < 4096 { record.raw.append(byte) }
  }

  private mutating func keep(_ byte: UInt8) {
    if skipsField { return }
    if record.content.count - fieldStart >= format.fieldLimit { return overflow() }
    record.content.append(byte)
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    if record.raw.count < 4096 { record.raw.append(contentsOf: bytes.prefix(4096 - record.raw.count)) }
    if skipsField { return }
    let room = format.fieldLimit - (record.content.count - fieldStart)
    record.content.append(contentsOf: bytes.prefix(room))
    if bytes.count > room { overflow() }
  }

  private mutating func overflow() {
    skipsField = true
    if record.problem == nil { record.problem = .fieldTooLong(column: record.ends.count + 1) }
  }

  private mutating func endField() {
    if record.ends.count < format.columnLimit {
      record.ends.append(record.content.count)
    } else {
      record.content.removeLast(record.content.count - fieldStart)
      if record.problem == nil { record.problem = .tooManyColumns }
    }
    fieldStart = record.content.count
    skipsField = false
  }

  private mutating func endRecord(_ body: (CSVRecord) throws -> Void) rethrows {
    endField()
    if record.isBlank { return }
    record.number += 1
    while let last = record.raw.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      record.raw.removeLast()
    }
    try body(record)
  }
}
