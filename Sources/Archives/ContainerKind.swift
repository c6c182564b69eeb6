// Which containers are opened, told by their first bytes and never by their name.

/// A kind of container or compression that is opened.
enum ContainerKind: Hashable, Sendable {
  case zip, sevenZip, tar, gzip, bzip2, xz, zstandard

  /// Bytes needed to tell.
  static let headLength = 512

  /// The kind of container that starts with these bytes; nil for anything else. Whether a zip is a document, its
  /// directory says.
  init?(head: ArraySlice<UInt8>) {
    func starts(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if starts([0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if starts(Array("BZh".utf8)), head.count > 3, (0x31...0x39).contains(head[head.startIndex + 3]) {
      self = .bzip2
    } else if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .xz
    } else if starts([0x28, 0xB5, 0x2F, 0xFD]) || Self.isSkippableZstandardFrame(head) {
      self = .zstandard
    } else if Self.isTar(head) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Whether it can only be read with its end at hand.
  var needsSeeking: Bool { self == .zip || self == .sevenZip }

  private static func isSkippableZstandardFrame(_ head: ArraySlice<UInt8>) -> Bool {
    let start = head.startIndex
    return head.count > 12 && (0x50...0x5F).contains(head[start])
      && head.dropFirst().prefix(3).elementsEqual([0x2A, 0x4D, 0x18])
  }

  /// A tar header has no magic in its oldest form, but a checksum over its 512 bytes.
  private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 512 else { return false }
    let header = Array(head.prefix(512))
    let digits = header[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard !digits.isEmpty, header[0] != 0 else { return false }
    let expected = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    var sum = 8 * 0x20
    for (position, byte) in header.enumerated() where !(148..<156).contains(position) { sum += Int(byte) }
    return sum == expected
  }
}
