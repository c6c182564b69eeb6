// Real chats from the folder beside the repository, where it is there: counts, times and bodies.
import Archives
import Discussion
import Records
import TestSupport
import Testing

@testable import Importers

@Suite("Real chats", .enabled(if: SharedData.folder != nil, "the folder with shared data is not there"))
struct RealChatTests {
  static let formats = ["whatsapp", "telegram", "discord", "facebook", "signal", "linkedin"]

  static let files: [String] = {
    guard SharedData.folder != nil, let files = try? SharedData.json("/data/exports/expected.json")["files"]
    else { return [] }
    return files.members.filter { member in
      formats.contains { member.value["format"]?.string?.hasPrefix($0) == true }
    }.map(\.key)
  }()

  static func settings() throws -> ImportSettings {
    var settings = ImportSettings(zone: try #require(LocalZone(identifier: "Europe/Amsterdam")))
    settings.includesPrivate = true
    return settings
  }

  @Test("holds what an independent program counted, to the body", arguments: files)
  func counts(name: String) throws {
    let expected = try #require(try SharedData.json("/data/exports/expected.json")["files"]?[name])
    var posts: [ImportedPost] = []
    let summary = try FileImporter(settings: try Self.settings()).read(
      (SharedData.folder ?? "") + "/data/exports/" + name, name: name
    ) { if case .post(let post) = $0, post.state == .live { posts.append(post) } }
    #expect(summary.isKept)
    #expect(posts.count == expected["messages"]?.integer)
    #expect(Set(posts.compactMap(\.author)).count == expected["authors"]?.integer)
    #expect(Set(posts.map(\.thread)).count == expected["threads"]?.integer)
    let times = posts.map(\.createdAt.seconds)
    for (time, key) in [(times.min(), "first_utc"), (times.max(), "last_utc")] {
      #expect(time == expected[key]?.string.flatMap { Timestamp(iso8601: $0)?.seconds })
    }
    for (count, key) in [
      (summary.duplicates, "duplicates"), (summary.deleted, "deleted"), (summary.events, "events"),
      (summary.skipped, "skipped"), (summary.undated, "undated"),
    ] {
      #expect(count == expected[key]?.integer ?? 0, "\(key)")
    }
    for sample in expected["samples"].map({ Array($0.elements) }) ?? [] {
      let id = try #require(sample["id"]?.text)
      let post = try #require(posts.first { Self.ids(of: $0).contains(id) }, "\(id)")
      // Control characters are no text.
      let text = sample["text"]?.string.map(PlainText.line)
      #expect(PlainText.line(post.body) == text)
      #expect(sample["utc"]?.string.flatMap { Timestamp(iso8601: $0) } == post.createdAt)
    }
  }

  /// What the other program may call a post: it numbers rows where the source gives no ids.
  static func ids(of post: ImportedPost) -> Set<String> {
    let row = post.provenance.record - 1
    var ids: Set<String> = [post.id, post.id.split(separator: "/").last.map(String.init) ?? ""]
    ids.insert("\(post.authorName ?? "")@\(post.createdAt.milliseconds)")
    switch post.kind {
    case .chat where post.identity == .aligned: ids.insert("\(row)")
    case .topic: ids.insert("share:\(row)")
    case .comment: ids.insert("comment:\(row)")
    default: ids.formUnion(["message:\(row)", "#0/\(row)"])
    }
    return ids
  }

  @Test("is recognised by its own importer, and nothing else is recognised")
  func recognition() throws {
    let root = (SharedData.folder ?? "") + "/data/"
    let exports = try #require(try SharedData.json("/data/exports/expected.json")["files"]).members.map {
      ("exports/" + $0.key, $0.value["format"]?.string ?? "")
    }
    let telegram = ["json/truncated_telegram.json", "json/trailing_garbage.json", "json/utf16.json"]
    let hostile = HostileFileTests.cases.map { name in
      (
        "hostile/" + name,
        name.contains("whatsapp") ? "whatsapp.txt" : telegram.contains(name) ? "telegram.single" : ""
      )
    }
    for (name, format) in exports + hostile where !format.hasPrefix("_") {
      guard let file = try? ArchiveFile(path: root + name, limits: ArchiveLimits()) else { continue }
      var seen: Set<String> = []
      _ = try? file.forEachEntry { entry in
        let sample = try EntrySample(file: name, entry: entry)
        seen.formUnion(ChatsFormats.all.filter { $0.recognises(sample) }.map(\.format))
      }
      let isOurs = Self.formats.contains { format.hasPrefix($0) }
      let wanted: Set<String> =
        !isOurs ? [] : [format.hasPrefix("linkedin") ? "linkedin.export" : format]
      #expect(seen == wanted, "\(name)")
    }
  }

  @Test("two parts of a chat hold different messages, and read twice in any order they give the same")
  func overlap() throws {
    let names = ["whatsapp/lorem-merge-part1.txt", "whatsapp/lorem-merge-part2.txt"]
    func ids(_ names: [String]) throws -> Set<String> {
      var ids: Set<String> = []
      for name in names {
        _ = try FileImporter(settings: try Self.settings()).read(
          (SharedData.folder ?? "") + "/data/exports/" + name, name: name
        ) { if case .post(let post) = $0 { ids.insert(post.id) } }
      }
      return ids
    }
    let all = try ids(names)
    #expect(all.count == 600)
    #expect(try ids(names.reversed() + names) == all)
  }
}
