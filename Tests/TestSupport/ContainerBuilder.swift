// Builds small zips and tars byte by byte, so that tests can also build broken ones.

/// Builds containers in memory.
public enum ContainerBuilder {
  /// A zip with its entries stored as they are.
  public static func zip(
    _ entries: [(name: String, content: [UInt8])], encrypted: Bool = false, badChecksum: Bool = false
  )
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in entries {
      let offset = bytes.count
      let flags = encrypted ? 1 : 0
      let common =
        little(20, 2) + little(flags, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
        + little(Int(crc32(content)) ^ (badChecksum ? 1 : 0), 4) + little(content.count, 4)
        + little(content.count, 4)
        + little(name.utf8.count, 2) + little(0, 2)
      bytes += little(0x0403_4B50, 4) + common + name.utf8 + content
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4)
        + little(offset, 4) + name.utf8
    }
    return bytes + directory + little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2)
      + little(entries.count, 2) + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
  }

  /// A tar with entries of a type each: `0` is a file, `2` a link.
  public static func tar(_ entries: [(name: String, type: Character, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, type, content) in entries {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, _ at: Int) {
        header.replaceSubrange(at..<(at + text.utf8.count), with: text.utf8)
      }
      put(name, 0)
      put("0000644", 100)
      put("0000000", 108)
      put("0000000", 116)
      let size = String(content.count, radix: 8)
      put(String(repeating: "0", count: 11 - size.count) + size, 124)
      put("00000000000", 136)
      put("        ", 148)
      put(String(type), 156)
      if type == "2" { put("/etc/passwd", 157) }
      put("ustar", 257)
      put("00", 263)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", 148)
      bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as in ISO 3309.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
