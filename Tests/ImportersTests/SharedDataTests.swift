// Real exports and hostile files from the folder beside the repository, where it is there.
import Archives
import Discussion
import Foundation
import Records
import TestSupport
import Testing

@testable import Importers

/// Real exports and hostile files.
enum SharedData {
  static let folder = Repository.sharedPath("data/exports/expected.json").map { _ in Repository.shared.path }

  static func json(_ path: String) throws -> JSONValue {
    try JSONParser().parse(try ByteReader.contents(of: (folder ?? "") + path))
  }

  static func mapping(_ path: String) throws -> Mapping {
    try Mapping(
      yaml: String(decoding: try ByteReader.contents(of: (folder ?? "") + path), as: UTF8.self), file: path)
  }

  /// Names of the exports in the formats that are built.
  static let exports: [String] = {
    guard folder != nil, let files = try? json("/data/exports/expected.json")["files"] else { return [] }
    let built =
      ["mbox", "discourse", "stackexchange", "mapped"] + ["slack", "mattermost", "zulip", "gitter", "teams"]
    return files.members.filter { member in
      let format = member.value["format"]?.string ?? ""
      return built.contains { format.hasPrefix($0) }
    }.map(\.key)
  }()
}

@Suite("Real exports", .enabled(if: SharedData.folder != nil, "the folder with shared data is not there"))
struct RealExportTests {
  @Test(
    "messages, authors, threads and times are as counted by an independent program",
    arguments: SharedData.exports)
  func counts(name: String) throws {
    let expected = try #require(try SharedData.json("/data/exports/expected.json")["files"]?[name])
    let mappings = try ["forum_export_nl", "posts"].map {
      try SharedData.mapping("/data/exports/mapped/\($0).mapping.yaml")
    }
    var settings = ImportSettings(mappings: mappings)
    // The count of this one takes a private channel in.
    settings.includesPrivate = name == "mattermost/export.jsonl"
    let importer = FileImporter(settings: settings)
    var posts: [ImportedPost] = []
    let path = (SharedData.folder ?? "") + "/data/exports/" + name
    let summary = try importer.read(path, name: name) { item in
      if case .post(let post) = item, post.state == .live { posts.append(post) }
    }
    #expect(summary.isKept)
    #expect(posts.count == expected["messages"]?.integer)
    #expect(Set(posts.compactMap(\.author)).count == expected["authors"]?.integer)
    #expect(Set(posts.map(\.thread)).count == expected["threads"]?.integer)
    #expect(
      posts.map(\.createdAt.seconds).min()
        == expected["first_utc"]?.string.flatMap { Timestamp(iso8601: $0)?.seconds })
    #expect(
      posts.map(\.createdAt.seconds).max()
        == expected["last_utc"]?.string.flatMap { Timestamp(iso8601: $0)?.seconds })
    for (count, key) in [
      (summary.duplicates, "duplicates"), (summary.deleted, "deleted"), (summary.events, "events"),
    ]
    where name != "stackexchange/api_questions.json" {
      #expect(count == expected[key]?.integer ?? 0, "\(key)")
    }
  }
}

@Suite("Hostile files", .enabled(if: SharedData.folder != nil, "the folder with shared data is not there"))
struct HostileFileTests {
  /// Cases of formats that are not read yet, or that take long in a debug build.
  static let later = ["json/utf16.json", "other/whatsapp_ambiguous.txt", "other/whatsapp_contradiction.txt"]
  static let slow = ["bomb_valid_records_2gb.jsonl.zst", "csv/line_50mb.csv.gz"]

  static let cases: [String] = {
    guard SharedData.folder != nil, let cases = try? SharedData.json("/data/hostile/expected.json")["cases"]
    else { return [] }
    return cases.elements.filter { $0["group"]?.string != "live" }.compactMap { $0["file"]?.string }
      .filter { !later.contains($0) && !slow.contains($0) }
  }()

  @Test("each ends as it should, without a crash", arguments: cases)
  func outcome(name: String) throws {
    let all = try #require(try SharedData.json("/data/hostile/expected.json")["cases"])
    let expected = try #require(all.elements.first { $0["file"]?.string == name })
    // The epochs in this one are said to be in seconds, which the common mapping does not say.
    let mapping =
      name == "csv/epoch_mixed.jsonl"
      ? try Mapping(
        yaml: """
          version: 1
          source: hostile
          files: [{match: "*.jsonl", format: jsonl}]
          fields: {id: {path: id}, created: {path: created, epoch: s}, body: {path: body}}
          """, file: "epochs.yaml") : try SharedData.mapping("/data/hostile/mapping.yaml")
    let settings = ImportSettings(notAfter: Timestamp(seconds: 1_800_000_000), mappings: [mapping])
    var items: [ImportItem] = []
    let summary = try FileImporter(settings: settings).read(
      (SharedData.folder ?? "") + "/data/hostile/" + name, name: name
    ) { items.append($0) }
    #expect(summary.outcome.rawValue == expected["outcome"]?.string, "\(summary.message ?? "")")
    if summary.isKept {
      ImporterConformance.expectSums(items, summary)
      #expect(summary.posts == expected["messages"]?.integer ?? summary.posts)
      #expect(summary.quarantined == expected["quarantined_records"]?.integer ?? summary.quarantined)
    }
    let reasons = items.compactMap { if case .quarantined(let record) = $0 { record.reason } else { nil } }
    if let reason = expected["reason"]?.string {
      #expect((reasons + summary.warnings.map(\.code) + [summary.reason ?? ""]).contains(reason))
    }
  }
}
