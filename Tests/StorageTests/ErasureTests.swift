// Erasing in the store: what goes, what stays, and that nothing brings it back.
import Discussion
import Foundation
import Testing

@testable import Storage

@Suite struct ErasureTests {
  let scratch = Scratch()
  private let pseudonymiser = Pseudonymiser(key: Array(0..<32))
  private let naming = RecordNaming(sources: ["jeugd"], prefixes: ["lid-"])
  /// Nothing was made out of many posts.
  private let plain = ErasedWording(title: { _, _ in nil }, isErased: { _ in false }, state: { $0 })

  private func author(_ key: String) throws -> MemberID {
    try #require(pseudonymiser.memberID(source: "jeugd", authorKey: key))
  }

  private func erase(_ request: ErasureRequest, in store: CommunityStore) throws -> ErasureCounts {
    try store.erase(request, pseudonymiser, naming: naming, wording: plain, isDryRun: false)
  }

  private func bytes(_ store: CommunityStore) throws -> Data {
    try Data(contentsOf: URL(filePath: store.path))
  }

  private func importing(
    _ store: CommunityStore, _ name: String, _ read: (ImportWriter, Provenance) throws -> Void
  ) throws -> FileReport {
    try store.importFile(
      file(name), night: secondNight, tombstones: try store.tombstones(pseudonymiser, naming: naming)
    ) { writer in
      try read(writer, Provenance(file: name, entry: "", record: 1))
      return ReadSummary()
    }
  }

  @Test func theFileHoldsNothingOfThemNotEvenBeforeItIsWrittenAnew() throws {
    let store = try scratch.store()
    let (ada, bob) = (try author("ada"), try author("bob"))
    let long =
      "Over de Zonnekade en wat daar gebeurde. " + String(repeating: "Nog meer daarover. ", count: 900)
    try store.add(
      [
        post("1", long, author: ada.description),
        post("2", "Antwoord.", minute: 1, parent: "1", author: bob.description),
        post("3", "Weer de Zonnekade.", minute: 2, author: ada.description),
      ], in: file("a"))
    try store.add([post("3", "Later anders: Zonneplein.", edited: 9, author: ada.description)], in: file("b"))
    #expect(try bytes(store).range(of: Data("Zonnekade".utf8)) != nil)
    let counts = try erase(ErasureRequest(authors: [ada], day: firstNight), in: store)
    #expect((counts.posts, counts.revisions, counts.answers, counts.tombstones) == (2, 1, 1, 3))
    for needle in ["Zonnekade", "Zonneplein", "Nog meer daarover", ada.description] {
      #expect(try bytes(store).range(of: Data(needle.utf8)) == nil, "\(needle)")
    }
    let before = try bytes(store).count
    #expect(try store.hasUnfinishedErasure())
    try store.finishErasure {}
    #expect(try !store.hasUnfinishedErasure())
    #expect(try bytes(store).count < before)
    let left = try store.posts()
    #expect(left.map(\.id) == [post("2").id])
    #expect(left[0].parent == nil && left[0].kind == .reply)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["community.sqlite"])
  }

  @Test func noExportBringsThemBack() throws {
    let store = try scratch.store()
    let (ada, bob) = (try author("ada"), try author("bob"))
    try store.add([post("1", author: ada.description), post("2", author: bob.description)], in: file("a"))
    _ = try erase(ErasureRequest(authors: [ada], posts: [post("2").id], day: firstNight), in: store)
    let report = try importing(store, "b") { writer, place in
      #expect(try writer.add(post("1", "Ouder.", author: ada.description), at: place) == .erased)
      // Without an author, or with a NUL that would send it to quarantine: it is still that post.
      #expect(try writer.add(post("1", "Zonder naam\u{0}", author: nil), at: place) == .erased)
      #expect(try writer.add(post("9", "Nieuw van haar.", author: ada.description), at: place) == .erased)
      #expect(try writer.add(post("2", author: bob.description), at: place) == .erased)
      #expect(try writer.add(post("3", "Van hem.", parent: "1", author: bob.description), at: place) == .new)
      try writer.add(Member(id: ada, organisation: "De Zonnekade"))
    }
    #expect((report.counts.erased, report.counts.new, report.counts.read) == (5, 1, 6))
    #expect(report.outcome == .accepted)
    let left = try store.posts()
    #expect(left.map(\.id) == [post("3").id] && left[0].parent == nil)
    #expect(try store.members().isEmpty)
    #expect(try store.fileReports(night: secondNight).first?.counts.erased == 5)
  }

  @Test func aConversationThatBoreTheErasedPostsIdentityGetsAnother() throws {
    let store = try scratch.store()
    let first = post(
      "<ada@voorbeeld.nl>", author: try author("ada").description, thread: "<ada@voorbeeld.nl>")
    func answer(_ id: String) throws -> Post {
      post(
        id, "Antwoord \(id).", minute: 1, parent: "<ada@voorbeeld.nl>", author: "k1-b",
        thread: "<ada@voorbeeld.nl>")
    }
    try store.add([first, try answer("2")], in: file("a"))
    _ = try erase(ErasureRequest(posts: [first.id], day: firstNight), in: store)
    _ = try importing(store, "b") { writer, place in
      #expect(try writer.add(try answer("2"), at: place) == .unchanged)
      try writer.add(try answer("3"), at: place)
    }
    #expect(Set(try store.posts().map(\.thread)).count == 1)
    #expect(try bytes(store).range(of: Data("ada@voorbeeld".utf8)) == nil)
  }

  /// Records as exports write them, whose author is `ada` or `lid-17`, or whose post is 1.
  @Test(arguments: [
    #"{"author":"ada","body":"Zonnekade"#, "3;\"ada\";Zonnekade;gisteren", "gisteren,Zonnekade,ADA ",
    "From: Ada <ada>\nZonnekade", #"<row Id="9" OwnerUserId="17" Body="Zonnekade"/>"#,
    #"{"id":1,"b":"Zonnekade"}"#,
    #"{"author":"\u0061da","body":"Zonnekade"}"#, "Zonnekade",
    "bob;" + String(repeating: "Zonnekade ", count: 410),
  ])
  func recordsThatCannotBeReadAreKeptWithoutTheirText(raw: String) throws {
    let store = try scratch.store()
    let authors = [try author("ada"), try author("lid-17")]
    try store.add(
      authors.enumerated().map { post("\($0.offset)", author: $0.element.description) }
        + [post("7", author: try author("bob").description)], in: file("a"))
    func quarantine(_ writer: ImportWriter, _ place: Provenance) throws {
      try writer.quarantine(
        QuarantinedRecord(
          place: place, reason: "date", message: "“Zonnekade” is geen datum", raw: Array(raw.utf8)))
      try writer.quarantine(
        QuarantinedRecord(place: place, reason: "date", message: "geen datum", raw: Array("bob;Zomaar".utf8)))
    }
    _ = try store.importFile(file("q"), night: firstNight) { writer in
      try quarantine(writer, Provenance(file: "q", entry: "", record: 1))
      return ReadSummary()
    }
    let counts = try erase(
      ErasureRequest(authors: Set(authors), posts: [post("1").id], day: firstNight), in: store)
    #expect(counts.quarantined == 1)
    _ = try importing(store, "r", quarantine)
    let kept = try store.quarantine()
    #expect(kept.count == 4)
    #expect(kept.filter { $0.raw.isEmpty }.count == 2)
    #expect(kept.filter { $0.raw == Array("bob;Zomaar".utf8) }.count == 2)
    #expect(try bytes(store).range(of: Data("Zonnekade".utf8)) == nil)
  }

  @Test func aTombstoneSaysNothingOfWhomItIsFor() throws {
    let store = try scratch.store()
    let ada = try author("ada")
    try store.add([post("zeer-eigen-nummer", author: ada.description)], in: file("a"))
    _ = try erase(ErasureRequest(authors: [ada], day: firstNight), in: store)
    try store.finishErasure {}
    for needle in ["zeer-eigen-nummer", ada.description, String(ada.description.dropFirst(3)), "ada"] {
      #expect(try bytes(store).range(of: Data(needle.utf8)) == nil, "\(needle)")
    }
    #expect(try store.tombstoneCounts() == (1, 1))
    // Another key makes others of it.
    let other = Pseudonymiser(key: Array(1..<33))
    #expect(try !store.tombstones(other, naming: naming).covers(ada))
    #expect(try store.tombstones(pseudonymiser, naming: naming).covers(ada))
  }

  @Test func whatWasMadeOutOfManyPostsIsReworded() throws {
    let store = try scratch.store()
    try store.add([post("1"), post("2", author: "k1-b")], in: file("a"))
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "", startedAt: Timestamp(seconds: 1))
    let topic = Topic(id: TopicID(number: 1), title: "haar eigen vraag", words: ["eigen", "gedeeld"])
    try store.completeStage(StageRecord(position: 1, name: "onderwerpen"), of: run.id) { writer in
      try writer.replaceTopics(
        TopicState(topics: [topic], nextNumber: 2, data: Array("1\teigen\t0.5\n".utf8)))
    }
    try store.append([
      RecordedCorrection(
        correction: TopicCorrection(number: 1, action: .move(post("1").id, to: nil)), recordedOn: firstNight)
    ])
    let version = try #require(TextVersion("v0123456789abcdef"))
    try store.append(
      ["1", "2"].enumerated().map { index, id in
        Verdict(
          number: index + 1,
          action: .judge(
            Verdict.Judgement(
              post: post(id).id, version: version, kind: .noAction, about: [],
              shown: [.personalData(.person)],
              until: nil)), note: "gebeld", recordedOn: firstNight, by: "Ank",
          source: .row(file: "oordelen.csv", line: 2, hash: "ab12"))
      })
    let wording = ErasedWording(
      title: { title, words in title.contains("eigen") ? words.filter { $0 != "eigen" }.joined() : nil },
      isErased: { $0 == "eigen" }, state: { _ in [] })
    let counts = try store.erase(
      ErasureRequest(posts: [post("1").id], day: firstNight), pseudonymiser, naming: naming, wording: wording,
      isDryRun: false)
    #expect((counts.titles, counts.corrections) == (1, 1))
    let state = try #require(try store.topicState(run: run.id))
    #expect(state.topics.map(\.title) == ["gedeeld"] && state.topics.map(\.words) == [["gedeeld"]])
    #expect(state.data.isEmpty)
    #expect(try store.corrections().first?.correction.action == .move(PostID("gewist"), to: nil))
    let verdicts = try store.verdictLog()
    #expect(counts.verdicts == 1 && verdicts.map(\.note) == [nil, "gebeld"])
    var judged: Verdict.Judgement?
    if case .judge(let found) = verdicts[0].action { judged = found }
    #expect(judged?.post == PostID("gewist") && judged?.version != version && judged?.kind == .noAction)
    #expect(verdicts[0].source == .row(file: "oordelen.csv", line: 2, hash: ""))
    #expect(throws: StoreError.self) {
      try store.write { try $0.execute(sql: "UPDATE verdict SET note = NULL") }
    }
    // The log is closed again.
    #expect(throws: StoreError.self) {
      try store.write { try $0.execute(sql: "UPDATE correction SET note = 'anders'") }
    }
  }
}
