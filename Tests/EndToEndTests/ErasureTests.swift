// Erasing somebody: not a byte of them stays, no export brings them back, and everybody else stays as they are.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct ErasureTests {
  /// A record of the demo community.
  private struct Record: Decodable {
    var id: String
    var thread_id: String
    var parent_id: String?
    var body: String
    var author_id: String
    var author_name: String
  }

  /// Somebody of the demo community, with all that must be found nowhere.
  private struct Person {
    var id: String
    var name: String
    var posts: [Record]
    /// What identifies them.
    var identities: [String]
    /// Stretches of their texts that nobody else wrote.
    var stretches: [String]
    var needles: [String] { identities + stretches }
  }

  private static let posts = 0..<340

  private static let records = Result {
    try SmallCommunity.lines()[posts].map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
  }

  /// A question of theirs that nobody answers: it stands on the monitors' pages.
  private static func question(of author: Record) -> Record {
    Record(
      id: "vraag1", thread_id: "tvraag1", parent_id: nil,
      body: "Wie heeft ervaring met de nieuwe kamertraining aan de Zonnekade en hoe pakt dat uit?",
      author_id: author.author_id, author_name: author.author_name)
  }

  /// Plain words of a text, long enough to be theirs, which look the same in HTML, CSV and JSON.
  private static func stretches(of text: String) -> [String] {
    text.split { !($0.isLetter && $0.isASCII) && $0 != " " }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.count >= 25 }
  }

  /// The person with most posts of those who open conversations that others answer.
  private static func person(in community: SmallCommunity) throws -> Person {
    let records = try Self.records.get()
    let byAuthor = Dictionary(grouping: records, by: \.author_id)
    let answered = Set(records.compactMap(\.parent_id))
    let ranked = byAuthor.filter { $0.value.contains { $0.parent_id == nil && answered.contains($0.id) } }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let (id, written) = try #require(ranked.first)
    let name = try #require(written.first?.author_name)
    let posts = written + [question(of: written[0])]
    let others = records.filter { $0.author_id != id }.map(\.body).joined(separator: "\n")
    let pseudonymiser = try Pseudonymiser(keyFile: community.folder + "/out/key", mayCreate: false)
    let pseudonym = try #require(pseudonymiser.memberID(source: "jeugd", authorKey: id)).description
    return Person(
      id: id, name: name, posts: posts, identities: [pseudonym, id, name],
      stretches: posts.flatMap { stretches(of: $0.body) }.filter { !others.contains($0) })
  }

  /// A community with an older text of one of their posts and with records of theirs that could not be read.
  private static let first = Result {
    let community = try SmallCommunity(posts: posts)
    let person = try ErasureTests.person(in: community)
    let post = try #require(person.posts.first { $0.parent_id == nil })
    let lines = [
      line(post, body: "Een eerdere versie die zij later heeft veranderd, met andere woorden erin."),
      line(question(of: post), created: "2024-06-18T10:00:00+02:00"),
      line(post, id: "kapot1", created: "gisteren"),
      #"{"author_name": "\#(person.name)", "author_id": "\#(person.id)", "body": "Half geschreven en afgebroken door"#,
    ]
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: community.folder + "/inbox/a-eerder.jsonl", atomically: true, encoding: .utf8)
    let night = try community.night()
    #expect(night.status == 1, "\(night.errors)")
    return community
  }

  private static func line(
    _ post: Record, id: String? = nil, body: String? = nil, created: String = "2024-01-15T10:00:00+01:00"
  ) -> String {
    let text = (body ?? post.body).replacingOccurrences(of: "\"", with: "\\\"")
    return
      #"{"id": "\#(id ?? post.id)", "thread_id": "\#(post.thread_id)", "parent_id": null, "channel": "v", "#
      + #""title": null, "body": "\#(text)", "author_id": "\#(post.author_id)", "#
      + #""author_name": "\#(post.author_name)", "created_at": "\#(created)"}"#
  }

  private func community() throws -> SmallCommunity { try SmallCommunity(copyOf: try Self.first.get()) }

  private func store(_ community: SmallCommunity) throws -> CommunityStore {
    try CommunityStore(path: community.folder + "/out/store.sqlite")
  }

  /// The needles that stand in any file below a folder, hidden ones too, each with the file.
  private func found(_ needles: [String], below folder: String) -> Set<String> {
    var hits: Set<String> = []
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      for needle in needles where bytes.range(of: Data(needle.utf8)) != nil {
        hits.insert("\(path): \(needle)")
      }
    }
    return hits
  }

  private func erase(_ arguments: [String], in community: SmallCommunity) throws -> Program.Result {
    try Program.run(["erase", community.pipeline] + arguments)
  }

  private let earlier = [
    "eerdere versie die zij later heeft veranderd", "Half geschreven en afgebroken door",
  ]

  @Test func notAByteOfAnAuthorStays() throws {
    let community = try community()
    let person = try Self.person(in: community)
    let out = community.folder + "/out"
    let before = found(person.needles + earlier, below: out)
    #expect(person.stretches.count > 5)
    for needle in person.identities + earlier {
      #expect(before.contains { $0.hasSuffix(needle) }, "\(needle)")
    }
    #expect(before.contains { $0.hasPrefix("dashboards/") })
    let others = try store(community).posts(withdrawn: true).count

    let erased = try erase(["--author", person.id, "--name", person.name], in: community)
    #expect(erased.status == 1, "\(erased.errors)")  // the night again puts the broken lines aside
    #expect(
      erased.output.contains("Gewist: \(person.posts.count) berichten, 1 oudere tekst, "), "\(erased.output)"
    )
    #expect(!erased.output.contains(person.id + " ") && !erased.errors.contains(person.name))
    #expect(found(person.needles + earlier, below: out).isEmpty)
    #expect(try store(community).posts(withdrawn: true).count == others - person.posts.count)
    #expect(try store(community).integrityCheck() == ["ok"])
    #expect(try community.dashboards()["2024-06-30/monitors/index.html"] != nil)

    // The same export under another name, and an older one with older texts.
    try community.put(Self.posts, as: "posts-nogmaals.jsonl")
    let text = try String(contentsOfFile: community.folder + "/inbox/posts-nogmaals.jsonl", encoding: .utf8)
    try (text + "\n\n").write(
      toFile: community.folder + "/inbox/posts-nogmaals.jsonl", atomically: true, encoding: .utf8)
    let older =
      person.posts.map { Self.line($0, body: "Nog ouder: " + $0.body) }.joined(separator: "\n") + "\n"
    try older.write(toFile: community.folder + "/inbox/ouder.jsonl", atomically: true, encoding: .utf8)
    try (Self.line(person.posts[0], id: "kapot2", created: "eergisteren") + "\n").write(
      toFile: community.folder + "/inbox/kapot.jsonl", atomically: true, encoding: .utf8)
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(night.status == 1, "\(night.errors)")
    #expect(
      night.output.contains("\(person.posts.count * 2 - 1) van gewiste mensen, niet opgeslagen"),
      "\(night.output)")
    #expect(found(person.needles + earlier, below: out).isEmpty)
    // The intake page still adds up.
    let table = try #require(try community.dashboards()["2024-07-01/monitors/excel/inname.csv"])
    #expect(!String(decoding: table, as: UTF8.self).contains(";nee;"))
  }

  @Test func postsOfOthersThatNameOrQuoteThemAreListedByIdAndPlace() throws {
    let community = try community()
    let person = try Self.person(in: community)
    let other = try #require(try Self.records.get().first { $0.author_id != person.id })
    let lines = [
      Self.line(other, id: "noemt", body: "Zoals \(person.name.uppercased()) vorige week al zei."),
      Self.line(other, id: "citeert", body: "Iemand vroeg: " + (person.posts.last?.body ?? "")),
      Self.line(other, id: "zwijgt", body: "Daar heb ik niets over te melden."),
    ]
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: community.folder + "/inbox/anderen.jsonl", atomically: true, encoding: .utf8)
    #expect(try community.night().status == 1)
    let erased = try erase(["--author", person.id, "--name", person.name, "--no-run"], in: community)
    #expect(erased.status == 0, "\(erased.errors)")
    #expect(erased.output.contains("\njeugd:noemt;hele naam;anderen.jsonl regel 1\n"), "\(erased.output)")
    #expect(erased.output.contains("\njeugd:citeert;citaat;anderen.jsonl regel 2\n"))
    #expect(!erased.output.contains("zwijgt") && !erased.output.contains("Zonnekade"))
    #expect(!erased.output.contains(person.name) && !erased.output.contains(person.name.uppercased()))
  }

  @Test func repliesByOthersStayInTheirConversation() throws {
    let community = try community()
    let person = try Self.person(in: community)
    let theirs = Set(person.posts.map { "jeugd:" + $0.id })
    let before = try store(community).posts().filter { !theirs.contains($0.id.description) }
    let answers = before.filter { $0.parent.map { theirs.contains($0.description) } ?? false }
    #expect(!answers.isEmpty)
    #expect(try erase(["--author", person.id, "--no-run"], in: community).status == 0)
    let after = try store(community).posts()
    #expect(after.map(\.id) == before.map(\.id))
    for (old, new) in zip(before, after) {
      let expected = old.parent.flatMap { theirs.contains($0.description) ? nil : $0 }
      #expect(new.parent == expected)
      #expect((new.body, new.kind, new.thread.description) == (old.body, old.kind, old.thread.description))
    }
    #expect(try community.dashboards().isEmpty)
    #expect(try community.night().status == 1)
    #expect(try community.dashboards()["latest"] == Data("2024-06-30".utf8))
  }

  @Test func aTryTellsTheSameAndChangesNothing() throws {
    let community = try community()
    let person = try Self.person(in: community)
    let (dump, pages) = (try store(community).dump(), try community.dashboards())
    let tried = try erase(["--author", person.id, "--dry-run"], in: community)
    #expect(tried.status == 0, "\(tried.errors)")
    #expect(
      tried.output.contains("Zou wissen: \(person.posts.count) berichten, 1 oudere tekst, "),
      "\(tried.output)")
    #expect(try store(community).dump() == dump)
    #expect(try community.dashboards() == pages)
  }

  @Test func onePostGoesAndTheAuthorsOthersStay() throws {
    let community = try community()
    let person = try Self.person(in: community)
    let post = try #require(person.posts.last { !Self.stretches(of: $0.body).isEmpty })
    let count = try store(community).posts().count
    let erased = try erase(["--post", "jeugd:" + post.id], in: community)
    #expect(erased.status < 2, "\(erased.errors)")
    #expect(found(Self.stretches(of: post.body), below: community.folder + "/out").isEmpty)
    #expect(try store(community).posts().count == count - 1)
    // Again is no mistake: it is gone.
    let again = try erase(["--post", "jeugd:" + post.id, "--no-run"], in: community)
    #expect(again.status == 0 && again.output.contains("al gewist"), "\(again.errors)")
  }

  @Test func anErasureThatWasKilledIsFinishedByTheNextNight() throws {
    let community = try community()
    let person = try Self.person(in: community)
    do {
      let store = try store(community)
      let pseudonymiser = try store.pseudonymiser(keyFile: community.folder + "/out/key")
      let author = try #require(pseudonymiser.memberID(source: "jeugd", authorKey: person.id))
      _ = try store.erase(
        ErasureRequest(authors: [author], day: CalendarDay(number: 20000)), pseudonymiser,
        naming: RecordNaming(sources: ["jeugd"]),
        wording: ErasedWording(title: { _, _ in nil }, isErased: { _ in false }, state: { $0 }),
        isDryRun: false)
      #expect(try store.hasUnfinishedErasure())
    }
    #expect(
      found(person.stretches, below: community.folder + "/out").contains { $0.hasPrefix("dashboards/") })
    #expect(try community.night(["--as-of", "2024-07-01"]).status < 2)
    #expect(try !store(community).hasUnfinishedErasure())
    let dashboards = community.folder + "/out/dashboards"
    #expect(found(person.stretches, below: dashboards).isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: dashboards).sorted() == ["2024-07-01", "latest"])
  }

  @Test func signalsAndTopicsKeepTheirNumbers() throws {
    let community = try community()
    let person = try Self.person(in: community)
    func signals() throws -> [String: [Int]] {
      let store = try store(community)
      let run = try #require(try store.lastPublishedRun())
      let told = try store.signals(run: run.id).map { ($0.id.description, $0.weeks.map(\.observed)) }
      return Dictionary(uniqueKeysWithValues: told)
    }
    let before = try signals()
    #expect(try erase(["--author", person.id], in: community).status < 2)
    let after = try signals()
    for (signal, weeks) in before {
      #expect(after[signal]?.starts(with: weeks.dropLast()) ?? false, "\(signal)")
    }
  }

  @Test(arguments: [
    ["--author", "niemand-van-hier"], ["--post", "jeugd:bestaat-niet"], ["--author"], [],
    ["--author", "k1-00000000000000000000000000000000"],
  ])
  func whoeverIsNotKnownIsNotErased(arguments: [String]) throws {
    let community = try community()
    let dump = try store(community).dump()
    let refused = try erase(arguments, in: community)
    #expect(refused.status == 2 && !refused.errors.isEmpty)
    #expect(try store(community).dump() == dump)
  }

  @Test func nothingIsErasedWhileANightRuns() throws {
    let community = try community()
    let person = try Self.person(in: community)
    let lock = open(community.folder + "/out/store.sqlite.lock", O_CREAT | O_RDWR, 0o600)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let refused = try erase(["--author", person.id], in: community)
    #expect(refused.status == 2 && refused.errors.contains("al bezig"))
  }
}
