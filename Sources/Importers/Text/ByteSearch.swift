// Looks for words in texts byte by byte: Swift's own search compares characters, which takes many times as long.
import Foundation

extension StringProtocol {
  /// Whether a text stands in this one, byte for byte. All texts are in one form of Unicode when they are looked at.
  func holds(_ wanted: some StringProtocol) -> Bool {
    var text = String(self)
    var wanted = String(wanted)
    return text.withUTF8 { text in
      wanted.withUTF8 { wanted in text.firstOffset(of: wanted) != nil }
    }
  }

  /// How many words it has between spaces.
  var spacedWordCount: Int {
    var count = 0
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if byte != 0x20, previous == 0x20 { count += 1 }
      previous = byte
    }
    return count
  }
}

extension ArraySlice<UInt8> {
  /// Where the bytes of a text stand first; nil where they do not. Foundation's `firstRange(of:)` asks for them one by one.
  func place(of wanted: String) -> Range<Int>? {
    var wanted = wanted
    return wanted.withUTF8 { wanted in
      withUnsafeBufferPointer { $0.firstOffset(of: wanted) }.map { offset in
        (startIndex + offset)..<(startIndex + offset + wanted.count)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where other bytes stand first; nil where they do not.
  func firstOffset(of wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = wanted.first, let start = baseAddress, let other = wanted.baseAddress else {
      return wanted.isEmpty ? 0 : nil
    }
    var position = 0
    while position + wanted.count <= count {
      guard let found = memchr(start + position, Int32(first), count - position - wanted.count + 1) else {
        return nil
      }
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if memcmp(found, other, wanted.count) == 0 { return offset }
      position = offset + 1
    }
    return nil
  }
}
