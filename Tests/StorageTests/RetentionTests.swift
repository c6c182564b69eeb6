// Texts whose time is over: gone from the file, known when they come again, and the post stays what it was.
import Discussion
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct RetentionTests {
  let scratch = Scratch()
  private let pseudonymiser = Pseudonymiser(key: Array(0..<32))

  private func retire(_ store: CommunityStore, before minute: Int, isDryRun: Bool = false) throws
    -> RetentionCounts
  {
    try store.retire(before: at(minute), night: secondNight, pseudonymiser, isDryRun: isDryRun) { post in
      func without(_ text: String) -> String { text.replacingOccurrences(of: "Zonnekade", with: "[adres]") }
      return RetiredText(
        title: post.title.map(without), body: without(post.body),
        questions: post.body.contains("?") ? [without(post.body)] : [],
        version: TextVersion(digits: "00000000000000ff"))
    }
  }

  /// Imports posts as a night does, with the key at hand.
  @discardableResult
  private func add(_ posts: [Post], in file: ImportFile, to store: CommunityStore) throws -> ImportCounts {
    let tombstones = try store.tombstones(pseudonymiser, naming: RecordNaming(sources: ["jeugd"]))
    return try store.importFile(file, night: firstNight, tombstones: tombstones) { writer in
      for (index, post) in posts.enumerated() {
        try writer.add(post, at: Provenance(file: file.path, entry: "", record: index + 1))
      }
      return ReadSummary()
    }.counts
  }

  private let old = post("1", "Wie woont er aan de Zonnekade?", title: "Zonnekade", minute: 1)
  private let edited = post("2", "Zonnekade, later.", minute: 2, edited: 50)
  private let new = post("3", "Zonnekade vandaag.", minute: 60)

  @Test func whatIsOldLosesItsTextAndNothingElse() throws {
    let store = try scratch.store()
    try add([old, edited, new], in: file("a"), to: store)
    let before = try store.posts()
    #expect(try retire(store, before: 40).posts == 1)
    let after = try store.posts()
    #expect(after.map(\.body) == ["Wie woont er aan de [adres]?", edited.body, new.body])
    #expect(after.map(\.title) == ["[adres]", nil, nil])
    for (old, new) in zip(before, after) {
      var same = new
      (same.title, same.body) = (old.title, old.body)
      #expect(same == old)
    }
    #expect(try retire(store, before: 40).isEmpty)
    #expect(try store.retiredPosts() == 1)
    #expect(try store.keptQuestions() == [old.id: ["Wie woont er aan de [adres]?"]])
  }

  @Test func theFileHoldsTheTextNoMore() throws {
    let store = try scratch.store()
    try add([old], in: file("a"), to: store)
    try add(
      [post("1", "Anders aan de Zonnekade.", title: "Ook Zonnekade", minute: 1, edited: 3)], in: file("b"),
      to: store)
    let counts = try retire(store, before: 40)
    #expect((counts.posts, counts.revisions) == (1, 1))
    let bytes = try Data(contentsOf: URL(filePath: store.path))
    #expect(bytes.range(of: Data("Zonnekade".utf8)) == nil)
  }

  @Test func theSameTextInALaterExportChangesNothing() throws {
    let store = try scratch.store()
    try add([old], in: file("a"), to: store)
    try add([post("1", "Nieuwer: Zonnekade.", minute: 1)], in: file("b"), to: store)
    _ = try retire(store, before: 40)
    let dump = try store.posts()
    // The current text with other white space, and the older one.
    #expect(
      try add([post("1", "Nieuwer:  Zonnekade.\n", minute: 1)], in: file("c"), to: store).unchanged == 1)
    #expect(try add([old], in: file("d"), to: store).stored == 0)
    // Read again under another mapping.
    #expect(
      try add([post("1", "Nieuwer: Zonnekade.", minute: 1)], in: file("b", mapping: "m2"), to: store).stored
        == 0)
    #expect(try store.posts() == dump)
    #expect(try retire(store, before: 40).posts == 0)
    let bytes = try Data(contentsOf: URL(filePath: store.path))
    #expect(bytes.range(of: Data("Zonnekade".utf8)) == nil)
  }

  @Test func aRealEditIsTakenAndHasItsOwnTime() throws {
    let store = try scratch.store()
    try add([old], in: file("a"), to: store)
    _ = try retire(store, before: 40)
    let change = post("1", "Nu aan het Zonneplein.", minute: 1, edited: 50)
    #expect(try add([change], in: file("b"), to: store).revised == 1)
    #expect(try store.posts().map(\.body) == ["Nu aan het Zonneplein."])
    #expect(try store.revisions(of: old.id).map(\.body) == ["Wie woont er aan de [adres]?"])
    #expect(try retire(store, before: 40).posts == 0)
    #expect(try retire(store, before: 70).posts == 1)
  }

  private func verdict(_ number: Int, on post: Post, version: String, night: CalendarDay = firstNight) throws
    -> Verdict
  {
    Verdict(
      number: number,
      action: .judge(
        Verdict.Judgement(
          post: post.id, version: try #require(TextVersion(digits: version)), kind: .noAction,
          shown: [.personalData(.address)])), recordedOn: night)
  }

  @Test func whichTextItWasIsKeptOfPostsThatPeopleDecidedAboutUntilItIsEdited() throws {
    let store = try scratch.store()
    let other = post("4", "Zonnekade, zei men.", minute: 3)
    try add([old, other, new], in: file("a"), to: store)
    try store.append([try verdict(1, on: old, version: "00000000000000ff")])
    _ = try retire(store, before: 40)
    #expect(try store.keptVersions() == [old.id: try #require(TextVersion(digits: "00000000000000ff"))])
    try add([post("1", "Nu aan het Zonneplein.", minute: 1, edited: 50)], in: file("b"), to: store)
    #expect(try store.keptVersions().isEmpty)
  }

  @Test func postsThatWereRetiredBeforeHaveTheTextThatPeopleLastSpokeOf() throws {
    let path = scratch.path("oud.sqlite")
    let edited = post("5", "Zonnekade, eerst.", minute: 3)
    do {
      let store = try scratch.store("oud.sqlite")
      try add([old, edited, new, post("6", "Zonnekade, stil.", minute: 4)], in: file("a"), to: store)
      try store.append([
        try verdict(1, on: old, version: "00000000000000aa"),
        try verdict(2, on: old, version: "00000000000000bb"),
        try verdict(3, on: edited, version: "00000000000000cc"),
      ])
      let tombstones = try store.tombstones(pseudonymiser, naming: RecordNaming(sources: ["jeugd"]))
      _ = try store.importFile(file("b"), night: secondNight, tombstones: tombstones) { writer in
        try writer.add(
          post("5", "Zonnekade, anders.", minute: 3, edited: 4),
          at: Provenance(file: "b", entry: "", record: 1))
        return ReadSummary()
      }
      _ = try retire(store, before: 40)
    }
    // The store as it was before versions were kept.
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          ALTER TABLE post DROP COLUMN kept_version;
          DELETE FROM grdb_migrations WHERE identifier = 'which text stood there before';
          """)
    }
    try queue.close()
    let store = try scratch.store("oud.sqlite")
    // The first was judged as it stood, twice; the second was edited after its verdict; nobody spoke of the third.
    #expect(try store.retiredPosts() == 3)
    #expect(try store.keptVersions() == [old.id: try #require(TextVersion(digits: "00000000000000bb"))])
  }

  @Test func oldNotesAndNamesGoAndTheLinesStay() throws {
    let store = try scratch.store()
    try add([old], in: file("a"), to: store)
    var first = try verdict(1, on: old, version: "00000000000000aa")
    (first.note, first.by) = ("Zonnekade", "Ank")
    var second = try verdict(2, on: old, version: "00000000000000aa", night: secondNight)
    (second.note, second.by) = ("Later", "Ank")
    try store.append([first, second])
    let before = try store.dump()
    #expect(try store.emptyNotes(before: secondNight, isDryRun: true) == 1)
    #expect(try store.dump() == before)
    #expect(try store.emptyNotes(before: secondNight, isDryRun: false) == 1)
    (first.note, first.by) = (nil, nil)
    #expect(try store.verdictLog() == [first, second])
    #expect(try store.emptyNotes(before: secondNight, isDryRun: false) == 0)
    #expect(throws: StoreError.self) {
      try store.write { try $0.execute(sql: "UPDATE verdict SET note = 'x'") }
    }
  }

  @Test func aTryChangesNothing() throws {
    let store = try scratch.store()
    try add([old, new], in: file("a"), to: store)
    let dump = try store.dump()
    #expect(try retire(store, before: 40, isDryRun: true).posts == 1)
    #expect(try store.dump() == dump)
  }

  @Test func recordsInQuarantineHaveTheirTimeToo() throws {
    let store = try scratch.store()
    for (name, night) in [("a", firstNight), ("b", secondNight)] {
      _ = try store.importFile(file(name), night: night) { writer in
        let place = Provenance(file: name, entry: "", record: 1)
        try writer.quarantine(
          QuarantinedRecord(
            place: place, reason: "date", message: "“Zonnekade”", raw: Array("Zonnekade".utf8)))
        return ReadSummary()
      }
    }
    #expect(try retire(store, before: 40).quarantined == 1)
    #expect(try store.quarantine().map(\.raw.isEmpty) == [true, false])
    #expect(try retire(store, before: 40).isEmpty)
  }
}
