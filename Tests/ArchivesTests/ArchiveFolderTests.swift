// Folders that are one export: what is handed out, in which order, within which limits.
import Crypto
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Archives

@Suite("Folders as one export")
struct ArchiveFolderTests {
  private let folder = TemporaryFolder()

  private func entries(_ limits: ArchiveLimits = ArchiveLimits()) throws -> (
    names: [String], warnings: [ArchiveWarning]
  ) {
    var names: [String] = []
    let warnings = try ArchiveFolder(path: folder.path, limits: limits).forEachEntry { entry in
      names.append(entry.name)
      try entry.forEachBlock { _ in }
    }
    return (names, warnings)
  }

  private func reason(_ limits: ArchiveLimits = ArchiveLimits()) -> ArchiveError.Reason? {
    do {
      _ = try entries(limits)
      return nil
    } catch { return (error as? ArchiveError)?.reason }
  }

  @Test(
    "a file with a date that no clock reaches is read all the same",
    arguments: [-9_999_999_999, 10_413_792_000])
  func farDates(seconds: Int) throws {
    try folder.write("far", to: "far.json")
    var times = [timeval(tv_sec: seconds, tv_usec: 0), timeval(tv_sec: seconds, tv_usec: 0)]
    #expect(utimes(folder.path("far.json"), &times) == 0)
    #expect(try entries().names == ["far.json"])
    #expect(try ArchiveFile(path: folder.path("far.json")).sha256().utf8.count == 64)
  }

  @Test("files are entries, in the order of their paths, with what is in containers among them")
  func order() throws {
    for name in ["b.json", "a/2.json", "a/1.json", "a-b/x", "a/.23vraag.json"] {
      try folder.write(name, to: name)
    }
    try Data(ContainerBuilder.zip([("c.csv", [65])])).write(to: URL(filePath: folder.path("a/d.zip")))
    var texts: [String: String] = [:]
    var numbers: [Int] = []
    let source = try ExportPath.open(folder.path)
    let warnings = try source.forEachEntry { entry in
      texts[entry.name] = String(decoding: try entry.contents(), as: UTF8.self)
      numbers.append(entry.number)
    }
    #expect(warnings.isEmpty && numbers == [1, 2, 3, 4, 6, 7])
    #expect(
      try entries().names == ["a-b/x", "a/.23vraag.json", "a/1.json", "a/2.json", "a/d.zip!/c.csv", "b.json"])
    #expect(texts["a/1.json"] == "a/1.json" && texts["a/d.zip!/c.csv"] == "A")
  }

  @Test("links, pipes and what systems put there are passed over; the first two are told")
  func oddities() throws {
    for name in [".DS_Store", "__MACOSX/a/._x", "a/._x", ".git/config", "a/x"] {
      try folder.write(name, to: name)
    }
    let outside = TemporaryFolder()
    try outside.write("geheim", to: "y")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: outside.path("y"))
    try manager.createSymbolicLink(atPath: folder.path("map"), withDestinationPath: outside.path)
    mkfifo(folder.path("a/pijp"), 0o600)
    let (names, warnings) = try entries()
    #expect(names == ["a/x"])
    #expect(
      warnings == ["a/pijp", "link", "map"].map { ArchiveWarning(code: .unsafeEntryType, entry: $0) })
    #expect(throws: ArchiveError.self) { try ExportPath.open(folder.path("map")) }
  }

  @Test("the limits hold over all files together")
  func limits() throws {
    for number in 1...5 { try folder.write(String(repeating: "x", count: 100), to: "\(number).txt") }
    #expect(reason() == nil)
    #expect(reason(ArchiveLimits(entries: 5)) == nil)
    #expect(reason(ArchiveLimits(entries: 4)) == .entries)
    #expect(reason(ArchiveLimits(unpackedBytes: 500)) == nil)
    #expect(reason(ArchiveLimits(unpackedBytes: 499)) == .bytes)
    // What a container among them unpacks to counts beside the others.
    let zip = ContainerBuilder.zip([("a", [UInt8](repeating: 65, count: 300))])
    try Data(ContainerBuilder.zip([("b.zip", zip)])).write(to: URL(filePath: folder.path("6.zip")))
    #expect(reason(ArchiveLimits(entries: 8)) == nil && reason(ArchiveLimits(entries: 7)) == .entries)
    #expect(reason(ArchiveLimits(unpackedBytes: 500 + zip.count + 300)) == nil)
    #expect(reason(ArchiveLimits(unpackedBytes: 500 + zip.count + 299)) == .bytes)
    var nested = zip
    for _ in 0..<3 { nested = ContainerBuilder.zip([("x", nested)]) }
    try Data(nested).write(to: URL(filePath: folder.path("6.zip")))
    #expect(reason() == .depth)
  }

  @Test("its hash is over the paths and hashes of the files, as sha256sum -z lists them")
  func hash() throws {
    try folder.write("abc", to: "b")
    try folder.write("", to: "a/c")
    let lines =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/c\0"
      + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\0"
    let before = ArchiveFolder(path: folder.path)
    #expect(try before.sha256() == Hexadecimal.text(SHA256.hash(data: Array(lines.utf8))))
    try before.checkUnchanged()
    let link = folder.path("a/c")
    try FileManager.default.moveItem(atPath: link, toPath: folder.path("a/d"))
    #expect(try ArchiveFolder(path: folder.path).sha256() != before.sha256())
    #expect(throws: ArchiveError.self) { try before.checkUnchanged() }
  }

  @Test("a folder of which a file changes, comes or goes while it is read is refused")
  func unstable() throws {
    try folder.write("een", to: "a")
    let opened = ArchiveFolder(path: folder.path)
    try folder.write("een en twee", to: "a")
    #expect(throws: ArchiveError.self) { try opened.forEachEntry { _ in } }
    let again = ArchiveFolder(path: folder.path)
    try again.forEachEntry { _ in }
    try again.checkUnchanged()
    try folder.write("nieuw", to: "b")
    #expect(throws: ArchiveError.self) { try again.checkUnchanged() }
  }

  @Test("a name that is no UTF-8 is read, and shown by its bytes")
  func names() throws {
    let bytes = Array(folder.path.utf8) + [UInt8(ascii: "/"), 0x63, 0x61, 0x66, 0xE9, 0]
    let file = try #require(fopen(bytes.map { CChar(bitPattern: $0) }, "w"))
    fputs("x", file)
    fclose(file)
    #expect(try entries().names == ["caf\\xE9"])
  }

  @Test("files that were unpacked with old dates are as young as they lie there")
  func age() throws {
    let path = try folder.write("x", to: "a")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: folder.path)
    let changed = Double(ArchiveFolder(path: folder.path).changed) / 1_000_000_000
    #expect(changed > Date.now.timeIntervalSince1970 - 600)
  }
}
