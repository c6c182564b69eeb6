// How a CSV file is written: delimiter, quoting, limits.

/// How a CSV file is written. The default is RFC 4180.
public struct CSVFormat: Hashable, Sendable {
  /// How a quote inside a quoted field is written.
  public enum QuoteStyle: String, Hashable, Sendable, CaseIterable {
    /// Twice: `"He said ""yes"""`, as RFC 4180 has it.
    case double
    /// Behind a backslash: `"He said \"yes\""`; a doubled quote is understood as well.
    case backslash
  }

  /// The byte between fields.
  public var delimiter: UInt8
  /// How quotes inside quoted fields are written.
  public var quote: QuoteStyle
  /// Longest field, in bytes; what is over is dropped and the record marked.
  public var fieldLimit: Int
  /// Most fields in a record; what is over is dropped and the record marked.
  public var columnLimit: Int

  /// A format from its parts.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: QuoteStyle = .double, fieldLimit: Int = 1 << 20,
    columnLimit: Int = 1000
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.fieldLimit = fieldLimit
    self.columnLimit = columnLimit
  }

  /// The delimiter among `, ; tab |` that the first line holds most often outside quotes; nil when it holds none.
  public static func delimiter(ofFirstLineIn bytes: some Sequence<UInt8>) -> UInt8? {
    // The first line may be all of a large document of JSON: its bytes are not asked for one by one.
    if let found = bytes.withContiguousStorageIfAvailable(mostFrequentDelimiter) { return found }
    return Array(bytes).withUnsafeBufferPointer(mostFrequentDelimiter)
  }

  private static func mostFrequentDelimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var (commas, semicolons, tabs, bars) = (0, 0, 0, 0)
    var isQuoted = false
    scan: for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted: break scan
      case UInt8(ascii: ",") where !isQuoted: commas += 1
      case UInt8(ascii: ";") where !isQuoted: semicolons += 1
      case UInt8(ascii: "\t") where !isQuoted: tabs += 1
      case UInt8(ascii: "|") where !isQuoted: bars += 1
      default: break
      }
    }
    let most = max(commas, semicolons, tabs, bars)
    if most == 0 { return nil }
    if commas == most { return UInt8(ascii: ",") }
    if semicolons == most { return UInt8(ascii: ";") }
    return tabs == most ? UInt8(ascii: "\t") : UInt8(ascii: "|")
  }
}

/// What is wrong with a record as such; its fields may still be there.
public enum CSVProblem: Hashable, Sendable {
  /// A quote was opened on a line and never closed.
  case unterminatedQuote(line: Int)
  /// A field is longer than the limit.
  case fieldTooLong(column: Int)
  /// The record has more fields than the limit.
  case tooManyColumns
}

/// One record of a CSV file.
public struct CSVRecord: Sendable {
  /// The record's number, from 1, the header included.
  public internal(set) var number = 0
  /// The line on which it starts, from 1.
  public internal(set) var line = 1
  /// Byte offset of its start.
  public internal(set) var byte = 0
  /// The first thing wrong with it as such; nil when nothing is.
  public internal(set) var problem: CSVProblem?
  /// The first bytes of the record as they stand in the file, at most 4,096.
  public internal(set) var raw: [UInt8] = []

  var content: [UInt8] = []
  var ends: [Int] = []

  /// How many fields it has.
  public var count: Int { ends.count }

  /// The bytes of a field, quotes removed; empty for a field that is not there.
  public subscript(field: Int) -> ArraySlice<UInt8> {
    guard field >= 0, field < ends.count else { return [] }
    return content[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
  }

  /// A field as text, from UTF-8; nil for a field that is not there.
  public func string(_ field: Int) -> String? {
    guard field >= 0, field < ends.count else { return nil }
    return String(decoding: self[field], as: UTF8.self)
  }

  /// All fields as text, from UTF-8.
  public var strings: [String] { (0..<count).map { String(decoding: self[$0], as: UTF8.self) } }

  /// Whether the line was empty: one field without content or quotes.
  public internal(set) var isBlank = true

  mutating func clear() {
    problem = nil
    raw.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isBlank = true
  }
}
