// Opening containers: what is handed out, and what is refused with which reason.
import Archives
import Foundation
import TestSupport
import Testing

@Suite("Archives")
struct ArchiveFileTests {
  /// Names and contents of all entries.
  static func entries(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) throws -> [String: String]
  {
    var found: [String: String] = [:]
    try ArchiveFile(bytes: bytes, limits: limits).forEachEntry { entry in
      found[entry.name] = String(decoding: try entry.contents(), as: UTF8.self)
    }
    return found
  }

  /// The reason that opening and reading is refused.
  static func refusal(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) -> ArchiveError.Reason? {
    do {
      _ = try entries(bytes, limits)
      return nil
    } catch { return (error as? ArchiveError)?.reason }
  }

  static let text = Array("id,body\n1,hoi\n".utf8)

  @Test("a plain file is its own single entry, whatever its name")
  func plainFile() throws {
    #expect(try Self.entries(Self.text) == ["": "id,body\n1,hoi\n"])
  }

  @Test("entries of a zip and a tar are handed out with their names, also out of containers within them")
  func nested() throws {
    let inner = ContainerBuilder.zip([("b.csv", Self.text)])
    let zip = ContainerBuilder.zip([("a.csv", Array("x".utf8)), ("map/inner.zip", inner)])
    #expect(try Self.entries(zip) == ["a.csv": "x", "map/inner.zip!/b.csv": "id,body\n1,hoi\n"])
    let tar = ContainerBuilder.tar([("c.txt", "0", Array("c".utf8)), ("inner.bin", "0", inner)])
    #expect(try Self.entries(tar) == ["c.txt": "c", "inner.bin!/b.csv": "id,body\n1,hoi\n"])
  }

  @Test("containers within each other are opened up to the limit", arguments: 1...6)
  func depth(levels: Int) {
    var bytes = Self.text
    for _ in 0..<levels { bytes = ContainerBuilder.zip([("x", bytes)]) }
    #expect(Self.refusal(bytes) == (levels > 3 ? .depth : nil))
  }

  @Test("a zip that lost its end is refused, although libarchive reads it")
  func truncatedZip() {
    let zip = ContainerBuilder.zip([("a.csv", Self.text)])
    for cut in [1, 10, 22, 40, zip.count - 31] {
      #expect(Self.refusal(Array(zip.dropLast(cut))) == .truncated, "cut by \(cut)")
    }
  }

  @Test("a truncated tar is refused")
  func truncatedTar() {
    let tar = ContainerBuilder.tar([("a", "0", [UInt8](repeating: 65, count: 3000))])
    #expect(Self.refusal(Array(tar.prefix(1500))) == .truncated)
  }

  @Test("a wrong checksum is refused")
  func checksum() {
    #expect(Self.refusal(ContainerBuilder.zip([("a", Self.text)], badChecksum: true)) == .checksum)
  }

  @Test("an encrypted zip is refused before it is read")
  func encrypted() {
    #expect(Self.refusal(ContainerBuilder.zip([("a", Self.text)], encrypted: true)) == .encrypted)
  }

  @Test("links are reported and passed over, double names reported and read")
  func oddEntries() throws {
    let tar = ContainerBuilder.tar([("link", "2", []), ("a", "0", Self.text), ("a", "0", Array("2".utf8))])
    var contents: [String] = []
    let warnings = try ArchiveFile(bytes: tar).forEachEntry { entry in
      contents.append(String(decoding: try entry.contents(), as: UTF8.self))
    }
    #expect(contents == ["id,body\n1,hoi\n", "2"])
    #expect(
      warnings == [
        ArchiveWarning(code: .unsafeEntryType, entry: "link"),
        ArchiveWarning(code: .duplicateEntryName, entry: "a"),
      ])
  }

  @Test("limits on bytes, ratio, entries and documents hold")
  func limits() {
    let large = [UInt8](repeating: 65, count: 100_000)
    let tar = ContainerBuilder.tar([("a", "0", large), ("b", "0", large)])
    #expect(Self.refusal(tar, ArchiveLimits(unpackedBytes: 150_000)) == .bytes)
    #expect(Self.refusal(tar, ArchiveLimits(documentBytes: 50_000)) == .bytes)
    #expect(Self.refusal(tar, ArchiveLimits(entries: 1)) == .entries)
    #expect(Self.refusal(tar, ArchiveLimits(fileBytes: 1000)) == .bytes)
    // Counted over nested containers: each level alone is within the ratio.
    #expect(Self.refusal(tar, ArchiveLimits(ratio: 0x7FFF_FFFF, ratioFreeBytes: 0)) == nil)
  }

  @Test("a zip whose directory claims far more than it holds is refused before it is unpacked")
  func claimedSize() {
    var zip = ContainerBuilder.zip([("a", Self.text)])
    let directory = zip.count - 22 - 47
    zip.replaceSubrange((directory + 24)..<(directory + 28), with: [0, 0, 0, 0x40])
    #expect(Self.refusal(zip) == .ratio)
  }

  @Test("the start of an entry can be looked at without using it up")
  func peeks() throws {
    let entry = ArchiveEntry(name: "x", blocks: [[1, 2], [3], [], [4, 5]])
    #expect(try Array(entry.peek(3)) == [1, 2, 3])
    #expect(try entry.contents() == [1, 2, 3, 4, 5])
    #expect(try entry.contents() == [])
  }

  @Test("links, folders, pipes and missing files are refused without waiting")
  func notRegular() throws {
    let folder = TemporaryFolder()
    let file = folder.path("a")
    try Data(Self.text).write(to: URL(fileURLWithPath: file))
    try FileManager.default.createSymbolicLink(atPath: file + "-link", withDestinationPath: file)
    mkfifo(file + "-pipe", 0o600)
    func reason(_ path: String) -> ArchiveError.Reason? {
      do {
        _ = try ArchiveFile(path: path)
        return nil
      } catch { return error.reason }
    }
    #expect(reason(file) == nil)
    #expect(reason(file + "-link") == .notRegular)
    #expect(reason(file + "-pipe") == .notRegular)
    #expect(reason(folder.path) == .notRegular)
    #expect(reason(file + "-none") == .io)
  }

  @Test("a file that changes while it is read is told, and its hash is that of its bytes")
  func unstable() throws {
    let folder = TemporaryFolder()
    let path = try folder.write("abc", to: "a")
    let file = try ArchiveFile(path: path)
    // The example of FIPS 180-2, appendix B.1.
    #expect(try file.sha256() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    try file.checkUnchanged()
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("d".utf8))
    try handle.close()
    #expect(throws: ArchiveError.self) { try file.checkUnchanged() }
  }

  @Test("cut or altered containers never crash", arguments: 0..<150)
  func neverCrashes(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let inner = ContainerBuilder.zip([("b", Self.text)])
    var bytes =
      seed % 2 == 0
      ? ContainerBuilder.zip([("a", Self.text), ("in", inner)])
      : ContainerBuilder.tar([("a", "0", Self.text), ("in", "0", inner)])
    for _ in 0...random(4) {
      switch random(3) {
      case 0: bytes[random(bytes.count)] = UInt8(random(256))
      case 1: bytes.remove(at: random(bytes.count))
      default: bytes.removeLast(random(bytes.count / 2))
      }
    }
    // Whatever comes of it, it comes as entries or as an error of ours.
    do { _ = try Self.entries(bytes) } catch { #expect(error is ArchiveError) }
  }
}
