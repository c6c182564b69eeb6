// Whether two texts say the same: exporters wrap lines and pad with spaces, which is no edit.
import Foundation

/// Comparison of texts in which white space is folded: every run of it counts as one space, none at the ends.
enum TextFolding {
  /// The text with its white space folded.
  static func folded(_ text: String) -> String {
    var text = text
    let bytes = text.withUTF8 { bytes in
      var reader = FoldedBytes(bytes)
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      while let byte = reader.next() { folded.append(byte) }
      return folded
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether two texts are the same but for white space.
  static func same(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    if left.count == right.count, let one = left.baseAddress, let other = right.baseAddress,
      memcmp(one, other, left.count) == 0
    {
      return true
    }
    var (left, right) = (FoldedBytes(left), FoldedBytes(right))
    while true {
      let (one, other) = (left.next(), right.next())
      if one != other { return false }
      if one == nil { return true }
    }
  }

  /// Whether two texts are the same but for white space.
  static func same(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in right.withUTF8 { right in same(left, right) } }
  }
}

/// The bytes of a UTF-8 text with its white space folded (ASCII white space and the no-break space U+00A0).
private struct FoldedBytes {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var started = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> UInt8? {
    let start = position
    while position < bytes.count, let length = spaceLength { position += length }
    guard position < bytes.count else { return nil }
    if started, position > start {
      // The run counts as one space; what follows it is given by the next call.
      started = false
      return UInt8(ascii: " ")
    }
    started = true
    defer { position += 1 }
    return bytes[position]
  }

  /// Length of the white space at the position; nil where there is none.
  private var spaceLength: Int? {
    switch bytes[position] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where position + 1 < bytes.count && bytes[position + 1] == 0xA0: 2
    default: nil
    }
  }
}
