// The whole night, as a person starts it: the same bytes every time, whatever happens to the program.
import Foundation
import Storage
import Testing

@Suite(.serialized) struct NightTests {
  private static let posts = 0..<200

  private static let stages = [
    "[1/6] inname", "[2/6] vragen", "[3/6] onderwerpen", "[4/6] signalen", "[5/6] moderatie",
    "[6/6] dashboards",
  ]

  /// The bytes and the store's contents after an undisturbed night.
  private static let undisturbed: (dashboards: [String: Data], store: String) = {
    do {
      let community = try SmallCommunity(posts: posts)
      let result = try community.night()
      guard result.status == 0 else { return ([:], result.errors) }
      return (
        try community.dashboards(), try CommunityStore(path: community.folder + "/out/store.sqlite").dump()
      )
    } catch { return ([:], "\(error)") }
  }()

  @Test func aNightEndsWellAndSaysWhereThePagesAre() throws {
    #expect(!Self.undisturbed.dashboards.isEmpty, "\(Self.undisturbed.store)")
    #expect(Self.undisturbed.dashboards["latest"] == Data("2024-06-30".utf8))
    for page in [
      "kerngroep/index.html", "kerngroep/onderwerpen.html", "monitors/index.html", "monitors/inname.html",
    ] {
      #expect(Self.undisturbed.dashboards["2024-06-30/" + page] != nil, "\(page)")
    }
  }

  @Test func twoNightsOverTheSameInboxGiveTheSameBytes() throws {
    let community = try SmallCommunity(posts: Self.posts)
    #expect(try community.night().status == 0)
    #expect(try community.night().status == 0)
    #expect(try community.dashboards() == Self.undisturbed.dashboards)
  }

  @Test(arguments: stages.indices, [0, 120])
  func aNightThatWasKilledEndsAsIfNothingHadHappened(stage: Int, delay: Int) throws {
    let community = try SmallCommunity(posts: Self.posts)
    let killed = try community.night(killedAt: Self.stages[stage], afterMilliseconds: delay)
    // With a delay the stage may already be over, or the whole night; without one it never is.
    if delay == 0 { #expect(killed.status == 128 + SIGKILL, "\(killed.errors)") }
    let resumed = try community.night()
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try community.dashboards() == Self.undisturbed.dashboards)
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    #expect(try store.integrityCheck() == ["ok"])
    #expect(try store.dump() == Self.undisturbed.store)
  }

  @Test func aLanguageModelIsAskedOnceForEachText() throws {
    let community = try SmallCommunity(posts: Self.posts)
    let program = community.folder + "/embed"
    let script = #"""
      #!/bin/sh
      tee -a "${0%/*}/asked" | sed -E 's/^\{"id":"([0-9]+)","text":".*(kind|ouder).*$/{"id":"\1","vector":[1,0]}/; t
      s/^\{"id":"([0-9]+)".*$/{"id":"\1","vector":[0,1]}/'

      """#
    try script.write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "embeddings: {command: [./embed]}\n")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    func asked() throws -> Int {
      try String(contentsOfFile: community.folder + "/asked", encoding: .utf8).split(separator: "\n").count
    }
    let first = try community.night()
    #expect(first.status == 0, "\(first.errors)")
    let texts = try asked()
    let dashboards = try community.dashboards()
    #expect(texts > 50)
    #expect(dashboards != Self.undisturbed.dashboards)
    #expect(try community.night().status == 0)
    #expect(try asked() == texts)
    #expect(try community.dashboards() == dashboards)
    // A program that fails ends the night, with its reason and without a text.
    try "#!/bin/sh\ncat >&2\nexit 9\n".write(toFile: program, atomically: false, encoding: .utf8)
    try community.put(200..<230, as: "later.jsonl")
    let failed = try community.night()
    #expect(failed.status == 2)
    #expect(failed.errors.contains("status 9"))
    #expect(!failed.errors.contains("\"text\""))
    #expect(try community.dashboards() == dashboards)
    // Without the model the cache is emptied and the topics are those of the words again.
    try settings.write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    #expect(try community.night().status == 0)
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    #expect(try store.keepVectors(model: nil, of: []) == 0)
  }

  @Test func anOverlappingExportChangesNothingThatDidNotChange() throws {
    let community = try SmallCommunity(posts: Self.posts)
    #expect(try community.night().status == 0)
    try community.put(120..<220, as: "later.jsonl")
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(night.status == 0, "\(night.errors)")
    let expected =
      "2 bestanden, 1 al bekend, 0 niet te lezen, 100 regels gelezen, 20 opgeslagen, 80 ongewijzigd"
    #expect(night.output.contains(expected), "\(night.output)")
  }

  @Test func topicsKeepTheirIdentityWhenPostsComeIn() throws {
    let community = try SmallCommunity(posts: 0..<280)
    #expect(try community.night().status == 0)
    let path = community.folder + "/out/store.sqlite"
    func topics() throws -> [String: Int] {
      let store = try CommunityStore(path: path)
      let run = try #require(try store.lastPublishedRun()).id
      let state = try #require(try store.topicState(run: run))
      let pairs = state.assignments.compactMap { row in row.topic.map { (row.post.description, $0.number) } }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    let before = try topics()
    try community.put(280..<320, as: "later.jsonl")
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    let after = try topics()
    let kept = before.count { after[$0.key] == $0.value }
    #expect(before.count > 30)
    #expect(Double(kept) >= 0.8 * Double(before.count), "\(kept) of \(before.count)")
  }

  @Test func twoNightsAtOnceAreRefused() throws {
    let community = try SmallCommunity(posts: Self.posts)
    let lock = open(community.folder + "/out/store.sqlite.lock", O_CREAT | O_RDWR, 0o600)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let second = try community.night()
    #expect(second.status == 2)
    #expect(second.errors.contains("al bezig"))
  }

  @Test func aBrokenArchiveIsNamedAndTheOthersAreStillRead() throws {
    let community = try SmallCommunity(posts: 0..<60)
    try Data("PK\u{3}\u{4}kapot".utf8).write(to: URL(filePath: community.folder + "/inbox/export.zip"))
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacingOccurrences(of: "*.jsonl", with: "*").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    let night = try community.night()
    #expect(night.status == 1, "\(night.errors)")
    #expect(night.output.contains("60 opgeslagen") && night.output.contains("1 niet te lezen"))
    let page = try #require(try community.dashboards()["2024-06-30/monitors/inname.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("export.zip"))
  }

  @Test func statusTellsOfTheLastNights() throws {
    let community = try SmallCommunity(posts: 0..<60)
    #expect(try Program.run(["status", community.pipeline]).status == 2)
    #expect(try community.night().status == 0)
    let status = try Program.run(["status", community.pipeline])
    #expect(status.status == 0)
    #expect(status.output.contains("gepubliceerd") && status.output.contains("topics"))
  }

  @Test func checkExplainsWithoutRunning() throws {
    let community = try SmallCommunity(posts: 0..<60)
    let check = try Program.run(["check", community.pipeline])
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.contains("1 bestand(en)"))
    #expect(!FileManager.default.fileExists(atPath: community.folder + "/out/store.sqlite"))
  }

  @Test(arguments: [
    ["run"], ["run", "/nergens.yaml"], ["check", "/nergens.yaml"], ["gibberish"], ["run", "--as-of"],
  ])
  func wrongUsageExitsWithTwo(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 2)
  }
}
