// The command `replay` as people start it: it reads the store, leaves it alone, and says what it cannot do.
import Foundation
import Testing

@Suite(.serialized) struct ReplayProgramTests {
  private static let community: SmallCommunity? = {
    guard let community = try? SmallCommunity(posts: 0..<300),
      (try? community.night())?.status == 0
    else { return nil }
    return community
  }()

  /// The bytes of everything in the folder of the store.
  private func files(_ community: SmallCommunity) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: community.folder + "/out") {
      files[name] = FileManager.default.contents(atPath: community.folder + "/out/" + name) ?? Data()
    }
    return files
  }

  private func replay(_ community: SmallCommunity, _ more: [String] = []) throws -> Program.Result {
    try Program.run(["replay", community.pipeline, "--progress", "silent"] + more)
  }

  @Test func theStoreStaysAsItIsAndTheSameBytesComeOutTwice() throws {
    let community = try #require(Self.community)
    let before = try files(community)
    #expect(before["store.sqlite"].map { $0.count > 10_000 } == true)
    var outcomes: [[Data?]] = []
    for name in ["een", "twee"] {
      let folder = community.folder + "/" + name
      let result = try replay(
        community,
        [
          "--every", "week", "--signals", folder + "/signalen.csv", "--settings", folder + "/standen.csv",
          "--page", folder + "/terugblik/",
        ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.isEmpty)
      outcomes.append(
        ["signalen.csv", "standen.csv", "terugblik/index.html"].map {
          FileManager.default.contents(atPath: folder + "/" + $0)
        })
    }
    #expect(try files(community) == before)
    #expect(outcomes[0].allSatisfy { $0 != nil })
    #expect(outcomes[0] == outcomes[1])
  }

  @Test func theFilesHoldNoTextsAndNoNames() throws {
    let community = try #require(Self.community)
    let path = community.folder + "/bladzijde.html"
    let result = try replay(community, ["--page", path])
    #expect(
      result.output.hasPrefix("week,as_of,signal,topic,title,scope,methods,strength,window_weeks,observed,"))
    let page = try String(contentsOfFile: path, encoding: .utf8)
    struct Written: Decodable {
      var body: String
      var author_name: String
    }
    for line in try SmallCommunity.lines()[0..<300] {
      let post = try JSONDecoder().decode(Written.self, from: Data(line.utf8))
      let start = post.body.prefix(40)
      for text in [page, result.output] {
        #expect(!text.contains(post.author_name))
        #expect(start.count < 40 || !text.contains(start))
      }
    }
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    let community = try #require(Self.community)
    let turned = try replay(community, ["--from", "2024-05-01", "--to", "2024-03-01"])
    #expect(turned.status == 2)
    #expect(turned.errors.contains("--from 2024-05-01 ligt na --to 2024-03-01"))
    #expect(turned.output.isEmpty)
    #expect(try replay(community, ["--from", "2030-01-01"]).status == 2)
    #expect(try replay(community, ["--every", "day"]).status == 2)
    let fresh = try SmallCommunity(posts: 0..<5)
    let missing = try replay(fresh)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("er is nog geen nacht geweest"))
    #expect(!FileManager.default.fileExists(atPath: fresh.folder + "/out/store.sqlite"))
  }

  @Test func anEmptyStoreAndAYoungCommunityAreNoFailureOfTheProgram() throws {
    let young = try SmallCommunity(posts: 0..<20)
    try FileManager.default.removeItem(atPath: young.folder + "/inbox/posts.jsonl")
    _ = try young.night()
    let empty = try replay(young)
    #expect(empty.status == 2)
    #expect(empty.errors.contains("er zijn geen berichten"))
    // The first posts of the community lie within three weeks.
    try young.put(0..<20, as: "posts.jsonl")
    #expect(try young.night().status == 0)
    let result = try replay(young, ["--to", "2023-11-26"])
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.split(separator: "\n").count == 1)
  }
}
