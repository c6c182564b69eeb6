// Splits a stream of bytes into lines, whatever the blocks it comes in.
import Foundation

/// One line of a stream.
public struct Line: Sendable {
  /// Its bytes without the line end, cut at the splitter's limit.
  public var bytes: [UInt8]
  /// Its number, from 1.
  public var number: Int
  /// Byte offset of its start in the stream.
  public var byte: Int
  /// Its length in the stream without the line end; more than `bytes` holds when it was cut.
  public var length: Int
  /// Whether a line end closed it; false for a last line that the stream just ends.
  public var isTerminated: Bool

  /// Whether it is longer than the limit, and `bytes` only its start.
  public var isCut: Bool { length > bytes.count }
}

/// Splits a stream into lines at LF or CRLF. Feed it blocks of any size, then call ``finish(_:)``.
public struct LineSplitter {
  private var line = Line(bytes: [], number: 1, byte: 0, length: 0, isTerminated: false)
  private var pendingCarriageReturn = false
  private var position = 0
  private let limit: Int

  /// A splitter that keeps at most so many bytes of a line (16 MB unless told otherwise).
  public init(limit: Int = 16 << 20) { self.limit = limit }

  /// Takes the next block and hands out the lines that it completes.
  public mutating func feed(_ block: UnsafeRawBufferPointer, _ body: (Line) throws -> Void) rethrows {
    var start = 0
    while start < block.count {
      let rest = UnsafeRawBufferPointer(rebasing: block[start...])
      guard let end = rest.firstOffset(of: UInt8(ascii: "\n")) else {
        append(rest)
        position += rest.count
        return
      }
      append(UnsafeRawBufferPointer(rebasing: rest[..<end]))
      position += end + 1
      start += end + 1
      pendingCarriageReturn = false
      line.isTerminated = true
      try body(line)
      restart()
    }
  }

  /// Hands out the last line, if the stream did not end with a line end.
  public mutating func finish(_ body: (Line) throws -> Void) rethrows {
    if pendingCarriageReturn { keep(UnsafeRawBufferPointer(start: nil, count: 0), carriageReturn: true) }
    pendingCarriageReturn = false
    if line.length > 0 { try body(line) }
    restart()
  }

  /// Adds bytes to the line, holding back a carriage return that may belong to the line end.
  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let last = bytes.last else { return }
    let heldBack = pendingCarriageReturn
    pendingCarriageReturn = last == UInt8(ascii: "\r")
    keep(
      UnsafeRawBufferPointer(rebasing: pendingCarriageReturn ? bytes.dropLast() : bytes[...]),
      carriageReturn: heldBack)
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer, carriageReturn: Bool) {
    if carriageReturn {
      line.length += 1
      if line.bytes.count < limit { line.bytes.append(UInt8(ascii: "\r")) }
    }
    line.length += bytes.count
    line.bytes.append(contentsOf: bytes.prefix(max(0, limit - line.bytes.count)))
  }

  private mutating func restart() {
    line.number += 1
    line.byte = position
    line.length = 0
    line.isTerminated = false
    line.bytes.removeAll(keepingCapacity: true)
  }
}

extension UnsafeRawBufferPointer {
  /// Where a byte stands first; nil where it does not.
  fileprivate func firstOffset(of byte: UInt8) -> Int? {
    guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - start
  }
}

/// NDJSON: a JSON document on every line.
public enum JSONLines {
  /// Parses the lines of an NDJSON file as they come in. Empty lines are passed over.
  ///
  /// - Parameters:
  ///   - path: the file, UTF-8; `-` is standard input. A byte order mark at the start is passed over.
  ///   - body: is given each line's value, or why it is none, with the line's number from 1.
  public static func forEach(
    of path: String, _ body: (Result<JSONValue, JSONError>, _ line: Int) throws -> Void
  ) throws {
    let parser = JSONParser()
    var splitter = LineSplitter()
    try ByteReader.forEachBlock(of: path) { try splitter.feed($0) { try take($0, parser, body) } }
    try splitter.finish { try take($0, parser, body) }
  }

  /// Parses the lines of NDJSON bytes that are all in memory, as those of a file.
  public static func forEach(
    in bytes: [UInt8], _ body: (Result<JSONValue, JSONError>, _ line: Int) throws -> Void
  ) rethrows {
    let parser = JSONParser()
    var splitter = LineSplitter()
    try bytes.withUnsafeBytes { try splitter.feed($0) { try take($0, parser, body) } }
    try splitter.finish { try take($0, parser, body) }
  }

  private static func take(
    _ line: Line, _ parser: JSONParser, _ body: (Result<JSONValue, JSONError>, _ line: Int) throws -> Void
  ) rethrows {
    let hasMark = line.number == 1 && line.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? Array(line.bytes.dropFirst(3)) : line.bytes
    guard content.contains(where: { !isSpace($0) }) else { return }
    guard !line.isCut else { return try body(.failure(JSONError(reason: .size, byte: 0)), line.number) }
    try body(Result { () throws(JSONError) in try parser.parse(content) }, line.number)
  }

  /// Whether a byte is JSON's white space.
  public static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
