// The filter `import` as other programs use it: files in, NDJSON out, exit status.
import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@Suite("The import filter")
struct ImportFilterTests {
  /// A folder with what the filter reads and writes.
  private struct Folder {
    let temporary = TemporaryFolder()

    func path(_ name: String) -> String { temporary.path(name) }

    func write(_ name: String, _ text: String) throws -> String { try temporary.write(text, to: name) }

    /// A key file; the bytes 0 to 31 unless given.
    func key(mode: Int, _ key: String = String(decoding: UInt8(0)..<32, as: UTF8.self)) throws -> String {
      let path = try write("key", key)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      return path
    }

    func lines(_ name: String) throws -> [JSONValue] {
      var values: [JSONValue] = []
      let bytes = try ByteReader.contents(of: path(name))
      try JSONLines.forEach(in: bytes) { result, _ in values.append(try result.get()) }
      return values
    }
  }

  private static let mapping = """
    version: 1
    source: proef
    files: [{match: "*.csv"}]
    fields:
      id: {column: id}
      created: {column: tijd, date: iso8601}
      author: {column: wie}
      body: {column: tekst}
    """

  private func filter(_ folder: Folder, _ path: String) throws -> ImportFilter {
    var filter = ImportFilter(paths: [path])
    filter.mappings = [try folder.write("mapping.yaml", Self.mapping)]
    filter.key = try folder.key(mode: 0o600)
    filter.posts = folder.path("posts")
    filter.summary = folder.path("summary")
    filter.quarantine = folder.path("quarantine")
    return filter
  }

  @Test("a folder is read in order, authors get pseudonyms, bad records and refused files are told apart")
  func folder() throws {
    let folder = Folder()
    _ = try folder.write(
      "in/b/2.csv", "id,tijd,wie,tekst\n1,2024-03-01T10:00,Anna Bos,hoi\n2,nooit,Anna Bos,hoi\n")
    _ = try folder.write("in/a.csv", "id,tijd,wie,tekst\n3,2024-03-01T10:00,anna bos ,eerst\n")
    _ = try folder.write("in/c.bin", "\u{1}\u{2}niets")
    // A document that breaks off gives no posts at all, although its first could be read.
    _ = try folder.write(
      "in/d.xml", "<posts><row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2015-01-27T20:09:32\" Body=\"x\"/>")
    _ = try folder.write("in/.verborgen.csv", "id")
    let status = try filter(folder, folder.path("in")).run { _ in }
    #expect(status == .incomplete)
    let posts = try folder.lines("posts")
    #expect(posts.map { $0["file"]?.string } == ["a.csv", "b/2.csv"])
    #expect(posts.map { $0["id"]?.string } == ["3", "1"])
    #expect(posts.map { $0["created_at"]?.string } == ["2024-03-01T09:00:00Z", "2024-03-01T09:00:00Z"])
    let authors = Set(posts.compactMap { $0["author"]?.string })
    #expect(authors.count == 1 && authors.allSatisfy { $0.hasPrefix("k1-") && $0.count == 35 })
    #expect(
      posts.first?.members.map(\.key).prefix(13) == [
        "source", "file", "entry", "id", "thread", "parent", "author", "kind", "channel", "created_at",
        "edited_at",
        "title", "body",
      ])
    let summary = try folder.lines("summary")
    #expect(summary.map { $0["file"]?.string } == ["a.csv", "b/2.csv", "c.bin", "d.xml"])
    #expect(
      summary.map { $0["outcome"]?.string } == [
        "accepted", "records-quarantined", "file-quarantined", "file-quarantined",
      ])
    #expect(summary.map { $0["reason"]?.string } == [nil, "date", "unknown-format", "xml-syntax"])
    let quarantine = try folder.lines("quarantine")
    #expect(quarantine.map { $0["reason"]?.string } == ["date", "unknown-format", "xml-syntax"])
    #expect(quarantine.first?["line"]?.integer == 3 && quarantine.first?["record"]?.integer == 2)
    #expect(quarantine.first?["raw"]?.string == "2,nooit,Anna Bos,hoi")
  }

  @Test("authors get the pseudonyms that the store gives them under the same key, and others without a key")
  func pseudonyms() throws {
    let folder = Folder()
    let path = try folder.write("a.csv", "id,tijd,wie,tekst\n3,2024-03-01T10:00, LID-0042,eerst\n")
    var filter = try filter(folder, path)
    filter.mappings = [
      try folder.write("jeugd.yaml", Self.mapping.replacingOccurrences(of: "proef", with: "jeugd"))
    ]
    func author() throws -> String? {
      #expect(filter.run { _ in } == .clean)
      return try folder.lines("posts").first?["author"]?.string
    }
    // The same golden value as the store's: an independent program made it.
    #expect(try author() == "k1-735ac07d3bad275e164d3a26661e9cd3")
    filter.key = nil
    let others = try [author(), author()]
    #expect(Set(others).count == 2 && others.allSatisfy { $0?.count == 35 })
  }

  @Test("a key that others can read, that is too short or that is missing is refused", arguments: [0, 1, 2])
  func badKey(flaw: Int) throws {
    let folder = Folder()
    var filter = try filter(folder, try folder.write("a.csv", "id,tijd,wie,tekst\n"))
    switch flaw {
    case 0: filter.key = try folder.key(mode: 0o644)
    case 1: filter.key = try folder.key(mode: 0o600, "kort")
    default: filter.key = folder.path("nergens")
    }
    var messages: [String] = []
    #expect(filter.run { messages.append($0) } == .failed)
    #expect(messages.count == 1 && messages.first?.contains(filter.key ?? "") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.path("posts")))
  }

  @Test("two runs give the same bytes, and outputs are readable by their owner only")
  func deterministic() throws {
    let folder = Folder()
    let path = try folder.write("a.csv", "id,tijd,wie,tekst\n3,2024-03-01T10:00,Anna,eerst\n")
    let filter = try filter(folder, path)
    #expect(filter.run { _ in } == .clean)
    let first = try ByteReader.contents(of: filter.posts ?? "")
    #expect(filter.run { _ in } == .clean)
    #expect(try ByteReader.contents(of: filter.posts ?? "") == first)
    let mode = try FileManager.default.attributesOfItem(atPath: filter.posts ?? "")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("what cannot be run ends with 2 and says why")
  func cannotRun() throws {
    let folder = Folder()
    var messages: [String] = []
    #expect(try filter(folder, folder.path("niets")).run { messages.append($0) } == .failed)
    let bin = try folder.write("c.bin", "\u{1}\u{2}niets")
    #expect(try filter(folder, bin).run { messages.append($0) } == .failed)
    var broken = try filter(folder, bin)
    broken.mappings = [try folder.write("fout.yaml", "version: 1\nbron: x\n")]
    #expect(broken.run { messages.append($0) } == .failed)
    #expect(messages.count == 4)
    #expect(messages.last?.contains("fout.yaml:2:1: ") == true)
  }
}
