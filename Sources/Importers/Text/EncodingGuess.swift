// Guesses an encoding where nothing names it, and says so.

/// Guesses an encoding where nothing names it.
enum EncodingGuess {
  /// Whether bytes are Windows-1252 rather than UTF-8: they are no UTF-8, and every byte above ASCII is a letter,
  /// quote, dash or sign that stands where text has one. A single damaged record in UTF-8 does not look like that.
  static func isWindows1252(_ head: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(head)
    var high = 0
    for (position, byte) in bytes.enumerated() where byte >= 0x80 {
      high += 1
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF].contains(byte) { return false }
      // Runs of three and more are multi-byte characters, not Dutch.
      if position >= 2, bytes[position - 1] >= 0x80, bytes[position - 2] >= 0x80 { return false }
    }
    guard high > 0 else { return false }
    // A character cut by the end of the sample is still UTF-8.
    let whole = bytes.suffix(3).contains { $0 >= 0xC0 } ? bytes.dropLast(3) : bytes[...]
    return String(validating: whole, as: UTF8.self) == nil
  }
}

/// Passes bytes on without the byte order mark at their start, whatever the blocks.
struct ByteOrderMarkRemover {
  private var held: [UInt8]? = []

  mutating func pass(_ block: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void)
    rethrows
  {
    guard var start = held else { return try body(block) }
    start.append(contentsOf: block)
    if start.count < 3 {
      held = start
      return
    }
    held = nil
    let length = TextEncoding.byteOrderMark(start[...])?.length ?? 0
    try start.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[length...])) }
  }

  mutating func finish(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    guard let start = held, !start.isEmpty else { return }
    held = nil
    let length = TextEncoding.byteOrderMark(start[...])?.length ?? 0
    try start.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[length...])) }
  }
}
