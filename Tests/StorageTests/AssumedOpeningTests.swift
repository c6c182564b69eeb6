// Exports that do not say which post opens a conversation: what is known stays known, in whatever order they come.
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Openings that a file only assumes") struct AssumedOpeningTests {
  private static func post(_ id: String, hour: Int64, assumed: Bool) -> (Post, Bool) {
    let post = Post(
      id: PostID(source: "j", native: id), source: "j", thread: ThreadID(source: "j", native: "gesprek"),
      kind: assumed ? .topic : .reply, author: nil,
      createdAt: Timestamp(seconds: 1_700_000_000 + hour * 3600),
      body: "Tekst van \(id)")
    return (post, assumed)
  }

  /// All of it, and a later export that starts in the middle.
  private static let whole = [
    post("a", hour: 1, assumed: true), post("b", hour: 2, assumed: false), post("c", hour: 3, assumed: false),
  ]
  private static let part = [post("b", hour: 2, assumed: true), post("c", hour: 3, assumed: false)]
  private static let later = [post("d", hour: 4, assumed: true)]

  @Test(
    "the earliest post opens and no other, whatever file comes first",
    arguments: [[0, 1, 2], [1, 0, 2], [2, 1, 0], [2, 0, 1], [1, 2, 0], [0, 2, 1, 0]])
  func order(files: [Int]) throws {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    for file in files {
      let posts = [Self.whole, Self.part, Self.later][file]
      let input = ImportFile(path: "\(file)", sha256: String(repeating: "\(file)", count: 64), bytes: 1)
      _ = try store.importFile(input, night: CalendarDay(number: 1), again: true) { writer in
        for (index, (post, assumed)) in posts.enumerated() {
          let place = Provenance(file: "\(file)", entry: "", record: index + 1)
          try writer.add(post, isOpeningAssumed: assumed, at: place)
        }
        return ReadSummary(records: posts.count)
      }
    }
    let kinds = Dictionary(uniqueKeysWithValues: try store.posts().map { ($0.id.description, $0.kind) })
    #expect(kinds == ["j:a": .topic, "j:b": .reply, "j:c": .reply, "j:d": .reply])
  }
}
