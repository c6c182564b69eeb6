// Exports without edit times: the later one's text is the newer, told by its newest post, whichever file is read first.
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Exports that nothing but their newest post orders") struct ExportOrderTests {
  private static func post(_ id: Int64, _ text: String) -> Post {
    Post(
      id: PostID(source: "j", native: "\(id)"), source: "j", thread: ThreadID(source: "j", native: "\(id)"),
      kind: .topic, author: nil, createdAt: Timestamp(seconds: 1_700_000_000 + id * 3600), body: text)
  }

  /// The first export, and one made later: post 2 was edited, post 3 was taken away, post 4 is new.
  private static let first = [post(1, "een"), post(2, "twee"), post(3, "drie")]
  private static let second = [post(1, "een"), post(2, "twee, gewijzigd"), post(4, "vier")]

  private static func store(_ files: [Int], isComplete: Bool) throws -> (dump: String, asked: Int) {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    var asked = 0
    for file in files {
      let posts = [first, second][file]
      let input = ImportFile(
        path: "\(file)", sha256: String(repeating: "\(file)", count: 64), bytes: 1,
        completeness: isComplete ? .complete : .partial)
      _ = try store.importFile(
        input, night: CalendarDay(number: 1),
        newestPost: {
          asked += 1
          return posts.map(\.createdAt).max()
        },
        read: { writer in
          for (index, post) in posts.enumerated() {
            try writer.add(post, at: Provenance(file: "\(file)", entry: "", record: index + 1))
          }
          return ReadSummary(records: posts.count)
        })
    }
    let kept = try store.posts(withdrawn: true).map { "\($0.id) \($0.state.rawValue) \($0.body)" }
    return (kept.sorted().joined(separator: "\n"), asked)
  }

  @Test(
    "the later export's text stands, in both orders and read again",
    arguments: [[0, 1], [1, 0], [1, 0, 1, 0]])
  func text(files: [Int]) throws {
    let (dump, asked) = try Self.store(files, isComplete: false)
    #expect(dump == "j:1 live een\nj:2 live twee, gewijzigd\nj:3 live drie\nj:4 live vier")
    // The file is read once more only where a text differs, and not for the first file.
    #expect(asked == 1)
  }

  @Test(
    "what a complete later export no longer has is gone, in both orders",
    arguments: [[0, 1], [1, 0], [0, 1, 0]])
  func missing(files: [Int]) throws {
    let (dump, _) = try Self.store(files, isComplete: true)
    #expect(dump == "j:1 live een\nj:2 live twee, gewijzigd\nj:3 withdrawn drie\nj:4 live vier")
  }
}
