// Copies: what counts as the same post placed twice, and what does not.
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Moderation

@Suite("Posts that repeat an earlier one") struct CopiedPostsTests {
  static let question =
    "Meisje van twaalf gaat niet meer naar school en is angstig, de diagnostiek begint pas over negen maanden. Wat zet "
    + "je intussen in zodat ze niet wegzakt?"

  static func post(
    _ id: String, author: String?, minute: Int, _ body: String = question, thread: String? = nil
  ) -> Post {
    Post(
      id: PostID("j:\(id)"), source: "j", thread: ThreadID("j:\(thread ?? id)"), kind: .topic,
      author: author.map(MemberID.init), createdAt: Timestamp(seconds: 1_700_000_040 + Int64(minute) * 60),
      body: body)
  }

  static let asOf = Timestamp(seconds: 1_800_000_000)
  static let day = 24 * 60

  @Test("one person who places a question again within two weeks asks it once, in any order of the posts")
  func placedAgain() {
    let posts = [
      Self.post("1", author: "a", minute: 0),
      Self.post("2", author: "a", minute: Self.day, "(ook geplaatst bij Algemeen, sorry) " + Self.question),
      Self.post("3", author: "a", minute: 13 * Self.day, "Herhaling: " + Self.question),
    ]
    let expected = [PostID("j:2"): PostID("j:1"), PostID("j:3"): PostID("j:1")]
    #expect(CopiedPosts.originals(in: posts, asOf: Self.asOf) == expected)
    #expect(CopiedPosts.originals(in: posts.reversed(), asOf: Self.asOf) == expected)
  }

  @Test("who asks again after two weeks asks anew, and who copies somebody else asks too")
  func notCopies() {
    #expect(
      CopiedPosts.originals(
        in: [Self.post("1", author: "a", minute: 0), Self.post("2", author: "a", minute: 15 * Self.day)],
        asOf: Self.asOf
      ).isEmpty)
    #expect(
      CopiedPosts.originals(
        in: [Self.post("1", author: "a", minute: 0), Self.post("2", author: "b", minute: Self.day)],
        asOf: Self.asOf
      ).isEmpty)
    #expect(
      CopiedPosts.originals(
        in: [
          Self.post("1", author: "a", minute: 0),
          Self.post(
            "2", author: "a", minute: 5,
            "Hoe regelen jullie het vervoer naar school voor kinderen die ver weg wonen?"),
        ], asOf: Self.asOf
      ).isEmpty)
  }

  @Test(
    "a conversation that was imported again under other ids counts once; other people's same words at one time do not"
  )
  func importedAgain() {
    let posts = [
      Self.post("oud-1", author: "a", minute: 0), Self.post("nieuw-77", author: "a", minute: 0),
      Self.post("ander", author: "z", minute: 0), Self.post("nog-een", author: "y", minute: 0),
    ]
    #expect(CopiedPosts.originals(in: posts, asOf: Self.asOf).count == 1)
    let nameless = [Self.post("1", author: nil, minute: 0), Self.post("2", author: nil, minute: 0)]
    #expect(CopiedPosts.originals(in: nameless, asOf: Self.asOf).count == 1)
    // 1_700_000_040 + 19 hours and a bit: the whole hour, as where days have no time.
    let hour = (1_700_002_800 - 1_700_000_040) / 60
    let undated = [Self.post("1", author: nil, minute: hour), Self.post("2", author: nil, minute: hour)]
    #expect(CopiedPosts.originals(in: undated, asOf: Self.asOf).isEmpty)
  }

  @Test("what one person places every ten days counts as asked again at times")
  func everyTenDays() {
    let posts = (0..<6).map { Self.post("\($0)", author: "a", minute: $0 * 10 * Self.day) }
    #expect(CopiedPosts.originals(in: posts, asOf: Self.asOf).count == 3)
  }

  @Test("the copies that the hand-written community was given are found, and nothing else is")
  func handWritten() throws {
    struct Row: Decodable {
      var id: String
      var signals: [String]
    }
    struct Line: Decodable {
      var id: String
      var thread_id: String
      var author_id: String
      var created_at: String
      var title: String?
      var body: String
      var parent_id: String?
    }
    let folder = Repository.root.appending(path: "fixtures/community")
    func lines<Value: Decodable>(_ name: String, as type: Value.Type) throws -> [Value] {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(type, from: Data($0.utf8))
      }
    }
    let planted = Dictionary(
      try lines("labels.ndjson", as: Row.self).compactMap { row in
        row.signals.first { $0.hasPrefix("duplicate_of:") }.map { (row.id, String($0.dropFirst(13))) }
      }, uniquingKeysWith: { $1 })
    let posts = try lines("posts.ndjson", as: Line.self).map { line in
      Post(
        id: PostID(line.id), source: "j", thread: ThreadID(line.thread_id),
        kind: line.parent_id == nil ? .topic : .reply,
        author: MemberID(line.author_id), createdAt: try #require(Timestamp(iso8601: line.created_at)),
        title: line.title, body: line.body)
    }
    let found = CopiedPosts.originals(in: posts, asOf: Self.asOf)
    let asText = Dictionary(uniqueKeysWithValues: found.map { ($0.key.description, $0.value.description) })
    #expect(planted.count == 15)
    #expect(asText == planted)
  }
}
