// What a file brings into the store, that its counts add up, and what happens when it is refused.
import Discussion
import GRDB
import Testing

@testable import Storage

@Suite struct ImportTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
  }

  @Test func aPostComesBackAsItWasStored() throws {
    let whole = Post(
      id: PostID(source: "jeugd", scope: "groep", native: "7"), source: "jeugd",
      thread: ThreadID(source: "jeugd", native: "3"), parent: PostID(source: "jeugd", native: "3"),
      kind: .comment,
      author: MemberID("k1-ab"), channel: "Wijkteams", createdAt: at(5), editedAt: at(9), title: "Één titel",
      body: "Tekst\nmet 🙂 en “aanhaling”", state: .live)
    let bare = post("8", "", author: nil)
    let report = try store.add([whole, bare], in: file("a.csv"))
    #expect(report.outcome == .accepted)
    #expect(report.counts.new == 2)
    #expect(report.counts.read == 2)
    #expect(try store.posts() == [bare, whole])
    #expect(try store.post(whole.id) == whole)
    let place = Provenance(file: "a.csv", entry: "", record: 1, line: 2, byte: nil)
    #expect(try store.provenance(of: whole.id) == [place])
  }

  @Test func anOverlappingFileChangesNothingThatDidNotChange() throws {
    try store.add([post("1"), post("2", "Tweede")], in: file("a.csv"))
    let before = try store.contentFingerprint()
    let report = try store.add([post("2", "  Tweede \n"), post("1")], in: file("b.csv"), night: secondNight)
    #expect(report.counts.unchanged == 2)
    #expect(report.counts.read == 2)
    #expect(try store.contentFingerprint() == before)
    #expect(try store.postsChanged(since: secondNight).isEmpty)
    #expect(try store.provenance(of: post("2").id).map(\.file) == ["a.csv", "b.csv"])
  }

  @Test func aKnownFileIsNotReadAgainUnderWhateverName() throws {
    try store.add([post("1")], in: file("a.csv"))
    let report = try store.importFile(file("kopie.csv", content: "a.csv"), night: secondNight) { _ in
      Issue.record("read again")
      return ReadSummary()
    }
    #expect(report.outcome == .unchanged)
    #expect(report.readOn == firstNight)
    #expect(report.counts.read == 0)
    let known = try store.knownFiles([file("a.csv"), file("b.csv")], night: secondNight)
    #expect(known.map { $0?.outcome } == [.unchanged, nil])
  }

  @Test func aNightDoneAgainReportsWhatItReportedBefore() throws {
    let first = try store.add([post("1")], in: file("a.csv"))
    let before = try store.dump([.files])
    let again = try store.add([post("1")], in: file("a.csv"))
    #expect(again == first)
    #expect(try store.dump([.files]) == before)
    #expect(try store.fileReports(night: firstNight) == [first])
  }

  @Test(arguments: [file("a.csv", mapping: "m2"), file("a.csv", reader: "2")])
  func aKnownFileIsReadAgainUnderAnotherMappingOrReader(again: ImportFile) throws {
    _ = try store.importFile(file("a.csv"), night: firstNight) { writer in
      try writer.add(post("1", "<p>Hallo</p>"), at: Provenance(file: "a.csv", entry: "", record: 1))
      try writer.add(post("verkeerd"), at: Provenance(file: "a.csv", entry: "", record: 2))
      try writer.add(post("3"), at: Provenance(file: "a.csv", entry: "", record: 3))
      try writer.quarantine(
        QuarantinedRecord(
          place: Provenance(file: "a.csv", entry: "", record: 4), reason: "date", message: "?"))
      return ReadSummary()
    }
    try store.add([post("3")], in: file("b.csv"))
    let report = try store.add([post("1", "Hallo"), post("2")], in: again)
    // What was misread is replaced and leaves no older text; what another file has too stays.
    #expect(
      try store.summary() == [
        "jeugd:1 live Hallo", "jeugd:2 live \(post("2").body)", "jeugd:3 live \(post("3").body)",
      ])
    #expect(report.counts.withdrawnReadings == 1)
    #expect(report.counts.read == 2)
    #expect(try store.quarantine().isEmpty)
    #expect(try store.provenance(of: post("3").id).map(\.file) == ["b.csv"])
    #expect(try store.integrityCheck() == ["ok"])
    // It ends as a store that never knew the first reading.
    let fresh = try scratch.store("fresh.sqlite")
    try fresh.add([post("3")], in: file("b.csv"))
    try fresh.add([post("1", "Hallo"), post("2")], in: again)
    #expect(try store.dump([.content]) == fresh.dump([.content]))
  }

  @Test func aRefusedFileLeavesOnlyItsRefusal() throws {
    try store.add([post("1")], in: file("a.csv"))
    let before = try store.dump([.content])
    let refusal = FileRefusal(
      reason: "json-truncated", message: "Het bestand is afgebroken.",
      place: Provenance(file: "b.json", entry: "", record: 3, byte: 70))
    let report = try store.importFile(file("b.json"), night: firstNight) { writer in
      try writer.add(post("2"), at: Provenance(file: "b.json", entry: "", record: 1))
      try writer.add(Member(id: MemberID("k1-x")))
      throw refusal
    }
    #expect(report.outcome == .refused)
    #expect(report.reason == "json-truncated")
    #expect(report.counts == ImportCounts())
    #expect(try store.dump([.content]) == before)
    #expect(try store.fileReports(night: firstNight).map(\.outcome) == [.accepted, .refused])
    // The next file goes on, and the refused one is not read again the next night.
    try store.add([post("3")], in: file("c.csv"))
    let next = try store.knownFiles([file("b.json")], night: secondNight)
    #expect(next.first??.outcome == .refused)
    #expect(next.first??.readOn == firstNight)
  }

  @Test func aRefusedEntryCostsNoOtherEntry() throws {
    let report = try store.importFile(file("a.zip"), night: firstNight) { writer in
      try writer.entry("een.csv") {
        try writer.add(post("1"), at: Provenance(file: "a.zip", entry: "een.csv", record: 1))
      }
      try writer.entry("twee.json") {
        try writer.add(post("2"), at: Provenance(file: "a.zip", entry: "twee.json", record: 1))
        throw FileRefusal(reason: "json-syntax", message: "Geen JSON.")
      }
      try writer.entry("drie.csv") {
        try writer.add(post("3"), at: Provenance(file: "a.zip", entry: "drie.csv", record: 1))
      }
      return ReadSummary(format: "zip", records: 2)
    }
    #expect(report.outcome == .quarantined)
    #expect(report.counts.new == 2)
    #expect(report.counts.refusedEntries == 1)
    #expect(try store.posts().map(\.id) == [post("1").id, post("3").id])
    #expect(try store.quarantine().map(\.place) == [Provenance(file: "a.zip", entry: "twee.json", record: 0)])
    #expect(try store.provenance(of: post("3").id).map(\.entry) == ["drie.csv"])
  }

  @Test func anErrorOfTheReaderIsThrownOnAndNothingIsKept() throws {
    struct ReaderFault: Error {}
    let before = try store.dump()
    #expect(throws: ReaderFault.self) {
      try store.importFile(file("a.csv"), night: firstNight) { writer in
        try writer.add(post("1"), at: Provenance(file: "a.csv", entry: "", record: 1))
        throw ReaderFault()
      }
    }
    #expect(try store.dump() == before)
  }

  @Test func everyRecordIsCountedInExactlyOnePlace() throws {
    try store.add([post("1"), post("2")], in: file("a"))
    let report = try store.importFile(file("b"), night: secondNight) { writer in
      let place = Provenance(file: "b", entry: "", record: 1)
      #expect(try writer.add(post("1"), at: place) == .unchanged)
      #expect(try writer.add(post("2", "Anders", edited: 3), at: place) == .revised)
      #expect(try writer.add(post("3"), at: place) == .new)
      #expect(try writer.add(post("3"), at: place) == .duplicate)
      #expect(try writer.add(post("1", "", state: .withdrawn), at: place) == .deleted)
      #expect(try writer.add(post("4", "NUL\0"), at: place) == .quarantined)
      try writer.quarantine(QuarantinedRecord(place: place, reason: "date", message: "?"))
      try writer.add(Member(id: MemberID("k1-x")))
      writer.noteSkipped(2)
      writer.noteEvents()
      writer.noteDuplicates()
      return ReadSummary(records: 12)
    }
    #expect(report.counts.read == 12)
    #expect(report.counts.stored == 2)
    #expect(try store.fileReports(night: secondNight).map(\.counts) == [report.counts])
    #expect((report.counts + report.counts).read == 24)
  }

  @Test func aFileWhoseCountsDoNotAddUpIsNotKept() throws {
    let before = try store.dump()
    #expect(throws: StoreError.countsDoNotAddUp(file: "a", read: 2, accounted: 1)) {
      try store.importFile(file("a"), night: firstNight) { writer in
        try writer.add(post("1"), at: Provenance(file: "a", entry: "", record: 1))
        return ReadSummary(records: 2)
      }
    }
    #expect(try store.dump() == before)
  }

  @Test func quarantineKeepsTheStartOfTheRawRecord() throws {
    _ = try store.importFile(file("a"), night: firstNight) { writer in
      try writer.quarantine(
        QuarantinedRecord(
          place: Provenance(file: "a", entry: "x.csv", record: 7, line: 9, byte: 400), reason: "encoding",
          message: "Geen UTF-8", raw: [UInt8](repeating: 0xFF, count: 9000)))
      return ReadSummary()
    }
    let record = try #require(try store.quarantine().first)
    #expect(record.place == Provenance(file: "a", entry: "x.csv", record: 7, line: 9, byte: 400))
    #expect(record.raw == [UInt8](repeating: 0xFF, count: QuarantinedRecord.longestRaw))
  }

  @Test func aFileThatIsNotReadyIsLookedAtAgain() throws {
    let growing = FileRefusal(outcome: .deferred, reason: "unstable", message: "Het bestand groeit nog.")
    for _ in 0..<2 { _ = try store.recordRefusal(growing, path: "a.csv", bytes: 12, night: firstNight) }
    #expect(try store.fileReports(night: firstNight).map(\.outcome) == [.deferred])
    try store.add([post("1")], in: file("a.csv"))
    #expect(try store.fileReports(night: firstNight).map(\.outcome) == [.accepted])
  }

  @Test func aMemberListAddsToWhatIsKnownOfMembers() throws {
    _ = try store.importFile(file("leden"), night: firstNight) { writer in
      try writer.add(Member(id: MemberID("k1-b"), organisation: "Wijkteam", region: "Haaglanden"))
      try writer.add(Member(id: MemberID("k1-a")))
      return ReadSummary(records: 2)
    }
    _ = try store.importFile(file("leden2"), night: firstNight) { writer in
      try writer.add(Member(id: MemberID("k1-b"), organisation: "GI", role: "jeugdbeschermer"))
      return ReadSummary()
    }
    #expect(
      try store.members() == [
        Member(id: MemberID("k1-a")),
        Member(id: MemberID("k1-b"), organisation: "GI", region: "Haaglanden", role: "jeugdbeschermer"),
      ])
  }

  /// While the first file fills an empty store its indexes are set aside.
  @Test func theFirstFileLeavesTheIndexesThatThereWere() throws {
    let indexes = { (store: CommunityStore) in
      try store.read {
        try String.fetchAll(
          $0, sql: "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
      }
    }
    let store = try scratch.store("first.sqlite")
    let before = try indexes(store)
    #expect(before.contains { $0.contains("post_by_creation") })
    let refused = try store.importFile(file("a"), night: firstNight) { writer in
      try writer.add(post("1"), at: Provenance(file: "a", entry: "", record: 1))
      throw FileRefusal(reason: "archive-truncated", message: "kapot")
    }
    #expect(refused.outcome == .refused)
    #expect(try indexes(store) == before)
    try store.add([post("1"), post("2")], in: file("b"))
    #expect(try indexes(store) == before)
    #expect(try store.integrityCheck() == ["ok"])
  }
}
