// Puts text right that was written in UTF-8 and read as Latin-1 on the way, and leaves right text as it is.

/// Puts text right in which every byte of UTF-8 became a character of its own, as Meta writes it into its exports.
enum MojibakeRepair {
  /// The text as it was meant; nil where it is no such text. It is one when all of its characters are bytes, some of
  /// them above ASCII, and together they are UTF-8: right text as good as never is ("é" alone is not).
  static func repaired(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var hasHighBytes = false
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return nil }
      if byte >= 0x80 { hasHighBytes = true }
      bytes.append(byte)
    }
    return hasHighBytes ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// Whether a text has characters that no byte is: then whatever wrote it did not write bytes.
  static func isBeyondBytes(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { $0.value > 0xFF }
  }
}
