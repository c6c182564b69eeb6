// Splits an mbox into mails at its "From " lines, whatever the blocks it comes in.
import Foundation

/// One mail of an mbox.
struct MboxMessage {
  /// Its bytes, behind the separating line.
  var bytes: ArraySlice<UInt8>
  /// Its number, from 1.
  var record: Int
  /// Byte offset of the separating line.
  var byte: Int
  /// Whether it was longer than the limit and `bytes` is only its start.
  var isCut: Bool
}

/// Splits an mbox. A line that starts with `From ` separates mails when it looks like a separator (an address or a time
/// in it) and header lines follow within three lines: sentences such as "From mij uit" are text.
struct MboxSplitter {
  private var buffer: [UInt8] = []
  /// Where in the buffer the search for a line start goes on.
  private var scanned = 0
  /// Byte offset of the buffer's start in the stream.
  private var base = 0
  private var record = 0
  /// Whether the buffer's start is a separating line that was recognised.
  private var inMessage = false
  private var isCut = false
  private static let limit = 64 << 20
  private static let lookahead = 16 << 10

  /// Takes the next block and hands out the mails that it completes.
  mutating func feed(_ block: UnsafeRawBufferPointer, _ body: (MboxMessage) throws -> Void) rethrows {
    buffer.append(contentsOf: block)
    try scan(isFinal: false, body)
  }

  /// Hands out the last mail.
  mutating func finish(_ body: (MboxMessage) throws -> Void) rethrows {
    try scan(isFinal: true, body)
    try emit(upTo: buffer.count, body)
    buffer = []
  }

  private mutating func scan(isFinal: Bool, _ body: (MboxMessage) throws -> Void) rethrows {
    while let lineStart = nextLineStart(isFinal: isFinal) {
      let rest = buffer[lineStart...]
      if !isFinal, rest.count < Self.lookahead, rest.starts(with: "From ".utf8.prefix(rest.count)) { return }
      if Self.isSeparator(rest.prefix(Self.lookahead)) {
        try emit(upTo: lineStart, body)
        inMessage = true
        scanned = 5
      } else {
        scanned = lineStart + 1
      }
    }
    if buffer.count > Self.limit, inMessage, scanned > Self.limit / 2 {
      // Keep the start, which quarantine shows, and let the rest go by.
      isCut = true
      let kept = 1 << 16
      let dropped = scanned - 1 - kept
      buffer.removeSubrange(kept..<(kept + dropped))
      droppedBytes += dropped
      scanned -= dropped
    }
  }

  private var droppedBytes = 0

  /// The next line start from `scanned` on at which `From ` may stand; nil when more bytes are needed.
  private mutating func nextLineStart(isFinal: Bool) -> Int? {
    var position = scanned
    while true {
      if position > 0 || inMessage {
        guard
          let end = buffer.withUnsafeBytes({ bytes -> Int? in
            let from = max(position - 1, 0)
            guard from < bytes.count, let base = bytes.baseAddress,
              let found = memchr(base + from, 0x0A, bytes.count - from)
            else { return nil }
            return UnsafeRawPointer(found) - base
          })
        else {
          scanned = max(buffer.count, 1)
          return nil
        }
        position = end + 1
      }
      let rest = buffer[position...]
      if rest.count < 5 {
        scanned = max(position, 1)
        if position == 0 { scanned = 0 }
        guard isFinal || !rest.starts(with: "From ".utf8.prefix(rest.count)) else { return nil }
        if isFinal { return nil }
        if rest.isEmpty { return nil }
      }
      if rest.starts(with: "From ".utf8) { return position }
      position += 1
    }
  }

  private mutating func emit(upTo end: Int, _ body: (MboxMessage) throws -> Void) rethrows {
    if inMessage {
      record += 1
      let start = (buffer[..<end].firstIndex(of: 0x0A) ?? end - 1) + 1
      try body(MboxMessage(bytes: buffer[min(start, end)..<end], record: record, byte: base, isCut: isCut))
    }
    base += end + droppedBytes
    droppedBytes = 0
    isCut = false
    buffer.removeSubrange(..<end)
    scanned = 0
    inMessage = false
  }

  /// Whether lines start with a separator and headers.
  static func isSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
    guard let first = lines.first, first.starts(with: "From ".utf8), lines.count > 1 else { return false }
    let text = String(decoding: first, as: UTF8.self)
    let hasTime = zip(zip(first, first.dropFirst()), first.dropFirst(2)).contains { pair, last in
      (0x30...0x39).contains(pair.0) && pair.1 == UInt8(ascii: ":") && (0x30...0x39).contains(last)
    }
    guard hasTime || text.contains("@") || text.contains(" at ") else { return false }
    for line in lines.dropFirst().prefix(3) {
      let isBlank = line.allSatisfy { $0 == 0x0D }
      if isBlank { return false }
      if isHeader(line) { return true }
    }
    return false
  }

  /// Whether a line is a header: a name without spaces and a colon.
  static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    return line[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
