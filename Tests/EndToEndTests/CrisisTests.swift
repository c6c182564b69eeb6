// Between two nights: what is new is ranked and listed, read now or not, and the next night shows it as new.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct CrisisTests {
  /// A community after its first night, to make copies of.
  private static let first = Result {
    let community = try SmallCommunity(posts: 0..<30)
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  private static let urgent =
    "Meisje van 15 belt net: ze heeft pillen geslikt, zegt sorry en neemt niet meer op. Wat moet ik nu doen?"
  private static let calm = "Wie heeft er een leuke werkvorm voor een ouderavond over schermtijd?"

  private static func write(
    _ posts: [(id: String, text: String)], to community: SmallCommunity, as name: String
  )
    throws
  {
    let lines = posts.map { id, text in
      #"{"id": "\#(id)", "thread_id": "t\#(id)", "parent_id": null, "channel": "vragen", "title": null, "#
        + #""body": "\#(text)", "author_id": "schrijver\#(id)", "created_at": "2024-06-28T10:00:00+02:00"}"#
        + "\n"
    }
    try lines.joined().write(toFile: community.folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  private func community() throws -> SmallCommunity { try SmallCommunity(copyOf: try Self.first.get()) }

  private func crisis(_ community: SmallCommunity, since: String = "2024-06-28", _ more: [String] = []) throws
    -> Program.Result
  {
    try Program.run(["crisis", community.pipeline, "--since", since] + more)
  }

  @Test(
    "a new export with a post in danger ends with status 3, lists all new posts and tells none of their text")
  func urgentPost() throws {
    let community = try community()
    #expect(try crisis(community).status == 0)
    try Self.write([("k1", Self.calm), ("k2", Self.urgent)], to: community, as: "nieuw.jsonl")
    let found = try crisis(community)
    #expect(found.status == 3, "\(found.errors)")
    let lines = found.output.split(separator: "\n")
    let (urgent, calm) = (
      lines.firstIndex { $0.contains("jeugd:k2") }, lines.firstIndex { $0.contains("jeugd:k1") }
    )
    let (first, second) = (try #require(urgent), try #require(calm))
    #expect(first < second && lines[first].contains("LEES NU") && !lines[second].contains("LEES NU"))
    for needed in ["112", "0800-2000", "0800-0113", "kan een crisis missen"] {
      #expect(found.output.contains(needed))
    }
    for word in ["pillen", "schrijverk", "werkvorm"] {
      #expect(!found.output.contains(word) && !found.errors.contains(word))
    }
  }

  @Test("what was read between two nights is new to the next, once, and stands in its queue")
  func nextNight() throws {
    let community = try community()
    try Self.write([("k1", Self.calm), ("k2", Self.urgent)], to: community, as: "nieuw.jsonl")
    #expect(try crisis(community).status == 3)
    let night = try community.night(["--as-of", "2024-07-02"])
    #expect(night.status == 0, "\(night.errors)")
    let data = community.folder + "/out/dashboards/latest/monitors/data/"
    let new = try String(contentsOfFile: data + "nieuwe_berichten.csv", encoding: .utf8).split(
      separator: "\r\n")
    #expect(new.count == 3 && new[1].contains("jeugd:k2") && new[2].contains("jeugd:k1"))
    let queue = try String(contentsOfFile: data + "moderatie.csv", encoding: .utf8)
    #expect(queue.contains("triage:crisis"))
    #expect(try community.night(["--as-of", "2024-07-03"]).status == 0)
    let later = try String(contentsOfFile: data + "nieuwe_berichten.csv", encoding: .utf8).split(
      separator: "\r\n")
    #expect(later.count == 1, "nothing came in since")
  }

  @Test("posts count by when they were written or by when they came in, whichever brings them")
  func since() throws {
    let community = try community()
    try Self.write([("k2", Self.urgent)], to: community, as: "laat.jsonl")
    // Written long before the moment, but read just now.
    #expect(try crisis(community, since: "2024-06-29T00:00").status == 3)
    // Known by now, and written before it.
    let again = try crisis(community, since: "2024-06-29T00:00")
    #expect(again.status == 0 && again.output.contains("0 berichten"))
    #expect(try crisis(community, since: "2024-06-28T07:59:00Z").status == 3)
    #expect(try crisis(community, since: "2024-06-28T08:00:01Z").status == 0)
    let wrong = try crisis(community, since: "gisteren")
    #expect(wrong.status == 2 && wrong.errors.contains("is geen moment") && wrong.output.isEmpty)
  }

  @Test("a known post that gets another text is new, also when its source tells no time of the edit")
  func edited() throws {
    let community = try community()
    try Self.write([("k1", Self.calm)], to: community, as: "een.jsonl")
    #expect(try crisis(community, since: "2024-06-29").status == 0)
    try Self.write([("k1", Self.urgent)], to: community, as: "twee.jsonl")
    let found = try crisis(community, since: "2024-06-29")
    #expect(found.status == 3 && found.output.contains("jeugd:k1"), "\(found.output)")
    #expect(try crisis(community, since: "2024-06-29").status == 0)
  }

  @Test(
    "a possible crisis stays in the queue until it is judged, and one that was postponed comes back, however old it is"
  )
  func patience() throws {
    let community = try community()
    try Self.write(
      [("k2", Self.urgent), ("k3", Self.urgent + " En haar zusje ook.")], to: community, as: "nieuw.jsonl")
    #expect(try community.night().status == 0)
    #expect(try crises(community) == ["jeugd:k2", "jeugd:k3"])
    let later = try Program.run([
      "review", community.pipeline, "jeugd:k2", "--oordeel", "uitgesteld", "--tot", "2099-01-01",
    ])
    #expect(later.status == 0, "\(later.errors)")
    #expect(try community.night(["--as-of", "2024-12-01"]).status == 0)
    #expect(try crises(community) == ["jeugd:k3"], "nobody judged it")
    #expect(try community.night(["--as-of", "2099-01-02"]).status == 0)
    #expect(Set(try crises(community)) == ["jeugd:k2", "jeugd:k3"])
  }

  /// The posts that stand in the queue as a possible crisis.
  private func crises(_ community: SmallCommunity) throws -> [String] {
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    let run = try #require(try store.lastPublishedRun())
    return try store.reviewItems(run: run.id)
      .filter {
        $0.reasons.contains { $0.code == "triage:crisis" } && $0.post.description.hasPrefix("jeugd:k")
      }
      .map(\.post.description).sorted()
  }

  @Test("while a night is at work only the store is looked at, and that is said")
  func nightAtWork() throws {
    let community = try community()
    try Self.write([("k2", Self.urgent)], to: community, as: "nieuw.jsonl")
    let path = community.folder + "/out/store.sqlite.lock"
    let descriptor = open(path, O_CREAT | O_RDWR, 0o600)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    let found = try crisis(community, since: "2024-06-29")
    #expect(found.status == 1 && found.errors.contains("nacht aan het werk") && !found.output.contains("k2"))
    #expect(try crisis(community, since: "2024-06-29", ["--no-inbox"]).status == 0)
  }

  @Test("a night that starts while crisis holds the store waits a moment")
  func brief() throws {
    let community = try community()
    let path = community.folder + "/out/store.sqlite.lock"
    let descriptor = open(path, O_CREAT | O_RDWR, 0o600)
    #expect(flock(descriptor, LOCK_EX) == 0 && ftruncate(descriptor, 1) == 0)
    let release = Thread {
      Thread.sleep(forTimeInterval: 1)
      close(descriptor)
    }
    release.start()
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(night.status == 0, "\(night.errors)")
  }

  @Test("the table has every new post with its standing in every class")
  func table() throws {
    let community = try community()
    try Self.write([("k1", Self.calm), ("k2", Self.urgent)], to: community, as: "nieuw.jsonl")
    let found = try crisis(community, ["--csv", "-"])
    let rows = found.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      rows[0].joined(separator: ",")
        == "post_id,thread_id,channel,created_at,read_now,crisis,identifiable_client,hostile,spam")
    #expect(rows[1][0] == "jeugd:k2" && rows[1][4] == "1" && rows[2][0] == "jeugd:k1" && rows[2][4] == "0")
    #expect(rows[1].count == 9 && rows[2].count == 9 && found.status == 3)
  }

  @Test("a file that cannot be read is told, and the others are read")
  func brokenFile() throws {
    let community = try community()
    try Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]).write(
      to: URL(filePath: community.folder + "/inbox/stuk.jsonl"))
    let found = try crisis(community)
    #expect(found.status == 1 && found.errors.contains("stuk.jsonl is niet gelezen: "), "\(found.errors)")
    try Self.write([("k2", Self.urgent)], to: community, as: "nieuw.jsonl")
    #expect(try crisis(community).status == 3, "danger is told before what fell short")
  }

  @Test("verdicts teach the ranking in the next night, and an erasure takes what was learned away")
  func learning() throws {
    let community = try community()
    try Self.write([("k1", Self.calm), ("k2", Self.urgent)], to: community, as: "nieuw.jsonl")
    #expect(try community.night().status == 0)
    let kept = community.folder + "/out/store.sqlite.rangschikking"
    #expect(!FileManager.default.fileExists(atPath: kept))
    let said = try Program.run([
      "review", community.pipeline, "jeugd:k1", "--oordeel", "doorverwezen", "--reden", "crisis",
    ])
    #expect(said.status == 0, "\(said.errors)")
    let before = try standing("jeugd:k1", community)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: kept))
    #expect(try standing("jeugd:k1", community) > before)
    let erased = try Program.run(["erase", community.pipeline, "--post", "jeugd:k1", "--no-run"])
    #expect(erased.status == 0, "\(erased.errors)")
    #expect(!FileManager.default.fileExists(atPath: kept))
  }

  /// How much a post is like a crisis, by the last night.
  private func standing(_ post: String, _ community: SmallCommunity) throws -> Double {
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    let run = try #require(try store.lastPublishedRun())
    let row = try store.triage(run: run.id).first { $0.post.description == post && $0.triageClass == .crisis }
    return try #require(row).score
  }
}
