// SentencePiece's compiled table of what each character is written as.

/// A table of replacements in SentencePiece's own form (`precompiled_charsmap`): a double-array trie (Aoe, "An efficient
/// digital search algorithm by using a double-array structure", 1989, in darts-clone's layout) over UTF-8 bytes, whose
/// values point into a string of replacements that end with NUL.
struct CharacterMap: Sendable {
  private let units: [UInt32]
  private let replacements: [UInt8]

  /// A table from its bytes; nil where they are no table.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 4 else { return nil }
    let size = bytes.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
    guard size >= 4, size % 4 == 0, size <= bytes.count - 4 else { return nil }
    units = bytes.withUnsafeBytes { buffer in
      (0..<size / 4).map {
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 4 + $0 * 4, as: UInt32.self))
      }
    }
    replacements = Array(bytes[(4 + size)...])
  }

  /// The text with its characters replaced. As the tokenizers' own program does it: a short cluster of characters is
  /// looked up as a whole first, where the first of its characters that has a replacement decides.
  func normalize(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    for cluster in String(String.UnicodeScalarView(text)) {
      let bytes = Array(cluster.utf8)
      if bytes.count < 6, let replacement = replacement(for: bytes[...]) {
        result.append(contentsOf: replacement)
        continue
      }
      for scalar in cluster.unicodeScalars {
        if let replacement = replacement(
          for: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)[...])
        {
          result.append(contentsOf: replacement)
        } else {
          result.append(scalar)
        }
      }
    }
    return result
  }

  /// The replacement of the shortest beginning of the bytes that has one; nil where none has.
  private func replacement(for bytes: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    var node = 0
    guard let root = unit(0) else { return nil }
    node ^= Self.offset(root)
    for byte in bytes {
      if byte == 0 { break }
      node ^= Int(byte)
      guard let unit = unit(node), unit & 0x8000_00FF == UInt32(byte) else { return nil }
      node ^= Self.offset(unit)
      if unit >> 8 & 1 == 1 {
        guard let leaf = self.unit(node) else { return nil }
        let start = Int(leaf & 0x7FFF_FFFF)
        guard start <= replacements.count else { return nil }
        let end = replacements[start...].firstIndex(of: 0) ?? replacements.count
        return Array(String(decoding: replacements[start..<end], as: UTF8.self).unicodeScalars)
      }
    }
    return nil
  }

  private func unit(_ node: Int) -> UInt32? { node < units.count ? units[node] : nil }

  private static func offset(_ unit: UInt32) -> Int { Int((unit >> 10) << ((unit & (1 << 9)) >> 6)) }
}
