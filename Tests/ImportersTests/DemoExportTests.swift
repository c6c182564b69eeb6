// The demo's export, read by its mapping, is the hand-written community again: every post, to the letter.
import Discussion
import Foundation
import Importers
import Records
import TestSupport
import Testing

@Suite("The demo's export")
struct DemoExportTests {
  static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
  }

  /// A post as the community was written.
  struct Written {
    var id: String
    var parent: String?
    var title: String?
    var body: String
    var channel: String
    var created: Timestamp
    var edited: Timestamp?
  }

  static func written() throws -> [Written] {
    try text("fixtures/community/posts.ndjson").split(separator: "\n").map { line in
      let value = try JSONParser().parse(String(line))
      let created = try #require((value["created_at"]?.string).flatMap { Timestamp(iso8601: $0) })
      return Written(
        id: try #require(value["id"]?.string), parent: value["parent_id"]?.string,
        title: value["title"]?.string,
        body: try #require(value["body"]?.string), channel: try #require(value["channel"]?.string),
        created: created, edited: (value["edited_at"]?.string).flatMap { Timestamp(iso8601: $0) })
    }
  }

  static func imported() throws -> (posts: [String: ImportedPost], members: [ImportedMember], ImportSummary) {
    let mapping = try Mapping(yaml: try text("pipelines/mappings/demo.yaml"), file: "demo.yaml")
    let importer = FileImporter(settings: ImportSettings(source: "jeugd", mappings: [mapping]))
    var posts: [String: ImportedPost] = [:]
    var members: [ImportedMember] = []
    let path = Repository.root.appending(path: "fixtures/demo/inbox/platform-export.zip").path
    let summary = try importer.read(path, name: "platform-export.zip") { item in
      switch item {
      case .post(let post): posts[post.id] = post
      case .member(let member): members.append(member)
      case .revision, .quarantined: Issue.record("\(item)")
      }
    }
    return (posts, members, summary)
  }

  /// The export's clock has no seconds.
  static func minute(_ time: Timestamp) -> Int64 { time.milliseconds / 60_000 }

  @Test("holds every post, its text, its place in the conversation and its times to the minute")
  func everyPost() throws {
    let written = try Self.written()
    let (posts, members, summary) = try Self.imported()
    #expect(written.count == 1492)
    #expect(posts.count == written.count)
    #expect(members.count == 276)
    #expect(summary.outcome == .accepted)
    #expect(summary.records == summary.posts + summary.members)

    let ids = Dictionary(
      uniqueKeysWithValues: try Self.text("fixtures/demo/ids.csv").split(whereSeparator: \.isNewline)
        .dropFirst()
        .map { row in
          let fields = row.split(separator: ",").map(String.init)
          return (fields[0], fields[1])
        })
    for expected in written {
      let id = try #require(ids[expected.id])
      let post = try #require(posts[id])
      #expect(post.wholeText == expected.body)
      #expect(post.title == expected.title)
      #expect(post.channel == expected.channel)
      #expect(post.parent == expected.parent.flatMap { ids[$0] })
      #expect(post.kind == (expected.parent == nil ? .topic : .reply))
      #expect(Self.minute(post.createdAt) == Self.minute(expected.created))
      #expect(post.editedAt.map(Self.minute) == expected.edited.map(Self.minute))
      #expect(post.thread == (expected.parent == nil ? id : posts[try #require(post.parent)]?.thread))
    }
  }

  @Test("gives no name: what the mapping does not mention is not read")
  func noNames() throws {
    let (posts, members, _) = try Self.imported()
    let numbers = Set(members.map(\.author))
    #expect(
      posts.values.allSatisfy { post in post.author.map(numbers.contains) == true && post.authorName == nil })
    #expect(numbers.allSatisfy { $0.allSatisfy(\.isNumber) })
  }
}
