// Which text of a post is the newest, whatever order files come in.
import Discussion
import Testing

@testable import Storage

@Suite struct MergeTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
  }

  @Test func anEditedPostKeepsItsOlderText() throws {
    try store.add([post("1", "Oud")], in: file("a"))
    let report = try store.add([post("1", "Nieuw", edited: 10)], in: file("b"), night: secondNight)
    #expect(report.counts.revised == 1)
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
    #expect(try store.revisions(of: post("1").id).first?.place.file == "a")
    #expect(try store.provenance(of: post("1").id).map(\.file) == ["a", "b"])
    #expect(try store.postsChanged(since: secondNight) == [post("1").id])
  }

  @Test func anOlderTextThatComesLaterIsKeptAsAnOlderText() throws {
    try store.add([post("1", "Nieuw", edited: 10)], in: file("b"))
    let report = try store.add([post("1", "Oud")], in: file("a"))
    #expect(report.counts.revised == 1)
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
    let again = try store.add([post("1", "Oud ")], in: file("c"))
    #expect(again.counts.unchanged == 1)
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
  }

  @Test func withoutEditTimesTheLaterImportIsTheNewest() throws {
    try store.add([post("1", "Oud")], in: file("a"))
    try store.add([post("1", "Nieuw")], in: file("b"))
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
    // A copy of the first file's text is no edit back: that text is known as an older one.
    let copy = try store.add([post("1", "Oud")], in: file("c"))
    #expect(copy.counts.unchanged == 1)
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func withoutEditTimesTheLaterExportIsTheNewest(order: [Int]) throws {
    let exports = [
      (file("a", exported: 100), post("1", "Oud")), (file("b", exported: 200), post("1", "Nieuw")),
    ]
    for index in order { try store.add([exports[index].1], in: exports[index].0) }
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
  }

  @Test func twoTextsInOneFileThatNothingOrdersAreAConflict() throws {
    let report = try store.add([post("1", "Een"), post("1", "Twee"), post("2", "Drie")], in: file("a"))
    #expect(report.outcome == .quarantined)
    #expect(report.counts.new == 2)
    #expect(report.counts.quarantined == 1)
    #expect(try store.summary() == ["jeugd:1 live Een", "jeugd:2 live Drie"])
    let quarantined = try store.quarantine()
    #expect(quarantined.map(\.reason) == ["id-conflict"])
    #expect(quarantined.first?.raw == Array("Twee".utf8))
    #expect(quarantined.first?.place.record == 2)
  }

  @Test func aRecordRepeatedInOneFileIsCountedAsADuplicate() throws {
    let report = try store.add([post("1"), post("1"), post("1", edited: 5)], in: file("a"))
    #expect(report.counts.new == 1)
    #expect(report.counts.duplicates == 2)
    #expect(try store.post(post("1").id)?.editedAt == at(5))
    #expect(try store.provenance(of: post("1").id).map(\.record) == [1, 2, 3])
  }

  @Test func aTextEditedWithinOneFileIsARevision() throws {
    try store.add([post("1", "Een"), post("1", "Twee", edited: 4)], in: file("a"))
    #expect(try store.summary() == ["jeugd:1 live Twee < Een"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func whatOneExportDoesNotSayIsFilledByTheOther(order: [Int]) throws {
    let bare = post("2", minute: 3, author: nil, channel: nil)
    var whole = post("2", minute: 3, author: "k1-b", channel: "Groep")
    whole.parent = PostID(source: "jeugd", native: "1")
    let files = [(file("a"), bare), (file("b"), whole)]
    for index in order { try store.add([files[index].1], in: files[index].0) }
    #expect(try store.posts() == [whole])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func aWithdrawnPostStaysWithdrawnAndKeepsItsText(order: [Int]) throws {
    let files = [(file("a"), post("1", "Tekst")), (file("b"), post("1", "", state: .withdrawn))]
    var deleted = 0
    for index in order { deleted += try store.add([files[index].1], in: files[index].0).counts.deleted }
    #expect(deleted == 1)
    #expect(try store.summary() == ["jeugd:1 withdrawn Tekst"])
    #expect(try store.posts().isEmpty)
    #expect(try store.postCounts() == (live: 0, withdrawn: 1))
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func aBareMarkOfWithdrawalSaysNothingElse(order: [Int]) throws {
    let whole = post("2", "Tekst", minute: 3, parent: "1", thread: "t7", channel: "Groep")
    let mark = post("2", "", minute: 50, state: .withdrawn, author: nil, thread: "2")
    let files = [(file("a"), whole), (file("b"), mark)]
    for index in order { try store.add([files[index].1], in: files[index].0) }
    var expected = whole
    expected.state = .withdrawn
    #expect(try store.posts(withdrawn: true) == [expected])
  }

  @Test func aCopyOfAnOlderTextMovesNothing() throws {
    try store.add([post("1", "Oud", thread: "t1", channel: "Oude groep")], in: file("a"))
    try store.add([post("1", "Nieuw", thread: "t2", channel: "Nieuwe groep")], in: file("b"))
    let before = try store.posts()
    try store.add([post("1", "Oud", thread: "t1", channel: "Oude groep")], in: file("c"))
    #expect(try store.posts() == before)
    #expect(before.first?.channel == "Nieuwe groep")
  }

  @Test func readAgainAWithdrawnPostIsWhatTheNewReadingSays() throws {
    try store.add([post("1"), post("2")], in: file("z"))
    let marks = [post("1", "", state: .withdrawn), post("2", "", state: .withdrawn)]
    #expect(try store.add(marks, in: file("a")).counts.deleted == 2)
    // Under the new mapping only post 1 was really taken away.
    let again = try store.add([marks[0], post("2")], in: file("a", mapping: "m2"))
    #expect(again.counts.deleted == 0)
    #expect(try store.post(post("1").id)?.state == .withdrawn)
    #expect(try store.post(post("2").id)?.state == .live)
    #expect(try store.post(post("1").id)?.body == post("1").body)
  }

  @Test func aWithdrawnPostThatWasEditedLaterStandsAgain() throws {
    try store.add([post("1", "Tekst"), post("1", "", state: .withdrawn)], in: file("a"))
    try store.add([post("1", "Terug", edited: 60)], in: file("b"))
    #expect(try store.summary() == ["jeugd:1 live Terug < Tekst"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func whatACompleteExportNoLongerHasIsWithdrawn(order: [Int]) throws {
    let files = [
      (
        file("a", exported: 100),
        [post("1"), post("2", minute: 1), post("3", minute: 2), post("9", minute: 90)]
      ),
      (file("b", exported: 200, completeness: .complete), [post("1"), post("3", minute: 2)]),
    ]
    for index in order { try store.add(files[index].1, in: files[index].0) }
    // Post 9 is later than anything the complete export has: that says nothing.
    #expect(try store.posts().map(\.id) == [post("1").id, post("3").id, post("9").id])
    #expect(try store.post(post("2").id)?.state == .withdrawn)
    let back = try store.add([post("2", minute: 1)], in: file("c", exported: 300))
    #expect(back.counts.revised == 1)
    #expect(try store.post(post("2").id)?.state == .live)
  }

  @Test func aCompleteExportWithRecordsInQuarantineTakesNothingAway() throws {
    try store.add([post("1"), post("2", minute: 1), post("3", minute: 2)], in: file("a"))
    let report = try store.importFile(file("b", completeness: .complete), night: firstNight) { writer in
      try writer.add(post("1"), at: Provenance(file: "b", entry: "", record: 1))
      try writer.quarantine(
        QuarantinedRecord(
          place: Provenance(file: "b", entry: "", record: 2), reason: "date", message: "Geen datum"))
      try writer.add(post("3", minute: 2), at: Provenance(file: "b", entry: "", record: 3))
      return ReadSummary()
    }
    #expect(report.counts.missing == 0)
    #expect(try store.posts().count == 3)
  }

  /// Every order of files whose texts carry edit times, some read twice, gives the same posts, older texts and places.
  @Test(arguments: 0..<24)
  func theOrderOfFilesDoesNotMatterWhereEditTimesDecide(order: Int) throws {
    let exports: [[Post]] = [
      [post("1", "Een"), post("2", "Twee", minute: 2), post("3", "Drie", minute: 3)],
      [post("1", "Een, beter", edited: 20), post("2", "Twee", minute: 2), post("4", "Vier", minute: 4)],
      [
        post("1", "Een, nog beter", edited: 30), post("3", "Drie", minute: 3, edited: 9),
        post("5", minute: 5),
      ],
      [
        post("1", "Een, beter", edited: 20), post("2", "", minute: 2, edited: 50, state: .withdrawn),
        post("4", "Vier!", minute: 4, edited: 7),
      ],
    ]
    var rest = Array(exports.indices)
    var code = order
    for choices in (1...exports.count).reversed() {
      let index = rest.remove(at: code % choices)
      code /= choices
      for name in ["x", "y"] { try store.add(exports[index], in: file("\(name)\(index)")) }
    }
    let straight = try scratch.store("straight.sqlite")
    for index in exports.indices {
      for name in ["x", "y"] { try straight.add(exports[index], in: file("\(name)\(index)")) }
    }
    #expect(try store.dump([.content]) == straight.dump([.content]))
    #expect(try store.contentFingerprint() == straight.contentFingerprint())
    #expect(try store.summary().first == "jeugd:1 live Een, nog beter < Een < Een, beter")
  }
}
