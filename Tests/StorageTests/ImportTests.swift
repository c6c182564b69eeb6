// What a file brings into the store, and that its counts add up.
import Discussion
import Testing

@testable import Storage

@Suite struct ImportTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = try Scratch()
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
    #expect(
      try store.provenance(of: whole.id) == [
        Provenance(file: "a.csv", entry: "", record: 1, line: 2, byte: nil)
      ])
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
}
