// The end of a zip: libarchive reads a zip that lost its end without complaint, so it is checked here.

/// What a zip's own directory says, read from its last bytes.
struct ZipDirectory {
  /// Sum of the sizes that the entries claim to unpack to.
  var claimedBytes = 0
  /// Entries that claim to unpack to more than nothing.
  var entries = 0
  /// What document it is, by the names of its parts; nil for a zip of files.
  private(set) var document: DocumentKind?

  /// The directory of a zip; nil when its end is missing, or it cannot be looked up.
  static func read(_ input: ContainerInput) throws -> ZipDirectory? {
    guard let size = input.size else { return nil }
    var failure: (any Error)?
    let directory = ZipDirectory(size: size) { range in
      if let memory = input as? MemoryInput { return memory.bytes(in: range) }
      do { return try (input as? FileInput)?.bytes(in: range) ?? [] } catch {
        failure = error
        return []
      }
    }
    if let failure { throw failure }
    return directory
  }

  /// Reads the end record, and the directory where it lies within the bytes.
  ///
  /// - Parameters:
  ///   - size: length of the zip.
  ///   - read: gives the bytes of a range, which lies within the zip.
  /// - Returns: nil when there is no end record: the zip was cut.
  init?(size: Int, read: (Range<Int>) -> [UInt8]) {
    let tailStart = max(0, size - 65_557)
    let tail = read(tailStart..<size)
    guard let end = Self.endRecord(in: tail) else { return nil }
    func number(_ bytes: [UInt8], _ at: Int, _ length: Int) -> Int {
      (0..<length).reversed().reduce(0) { $0 << 8 | Int(at + $1 < bytes.count ? bytes[at + $1] : 0) }
    }
    let directorySize = number(tail, end + 12, 4)
    // Sizes beyond 32 bits stand in another record; those archives are counted while they are unpacked.
    let directoryEnd = tailStart + end
    guard directorySize < 64 << 20, directorySize <= directoryEnd else { return }
    let directory = read((directoryEnd - directorySize)..<directoryEnd)
    var at = 0
    var names: [String] = []
    while at + 46 <= directory.count, number(directory, at, 4) == 0x0201_4B50 {
      let unpacked = number(directory, at + 24, 4)
      if unpacked != 0xFFFF_FFFF { claimedBytes += unpacked }
      if unpacked > 0 { entries += 1 }
      let name = directory.dropFirst(at + 46).prefix(number(directory, at + 28, 2))
      if name.count == 19 || name.count == 15 || name.count == 17 {
        names.append(String(decoding: name, as: UTF8.self).replacing("\\", with: "/").lowercased())
      }
      at += 46 + number(directory, at + 28, 2) + number(directory, at + 30, 2) + number(directory, at + 32, 2)
    }
    document = DocumentKind(parts: names)
  }

  private static func endRecord(in tail: [UInt8]) -> Int? {
    var at = tail.count - 22
    while at >= 0 {
      if tail[at] == 0x50, tail[at + 1] == 0x4B, tail[at + 2] == 0x05, tail[at + 3] == 0x06 { return at }
      at -= 1
    }
    return nil
  }
}
