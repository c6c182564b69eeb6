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

  private func add(
    _ posts: [(Post, Bool)], in name: String, reader: String = "1", to store: CommunityStore
  ) throws {
    let input = ImportFile(path: name, sha256: name, bytes: 1, readerVersion: reader)
    _ = try store.importFile(input, night: CalendarDay(number: 1)) { writer in
      for (index, (post, assumed)) in posts.enumerated() {
        let place = Provenance(file: name, entry: "", record: index + 1)
        try writer.add(post, isOpeningAssumed: assumed, at: place)
      }
      return ReadSummary(records: posts.count)
    }
  }

  private func kinds(_ store: CommunityStore) throws -> [String: PostKind] {
    Dictionary(uniqueKeysWithValues: try store.posts().map { ($0.id.description, $0.kind) })
  }

  @Test(
    "posts under ids of a mapping that was mended make nobody else's opening an answer",
    arguments: [[0], [0, 1], [1, 0]])
  func mended(again: [Int]) throws {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    // The earlier mapping took another column for the id: it sorts before the right one.
    let files = [
      [Self.post("0a", hour: 1, assumed: true), Self.post("0b", hour: 2, assumed: false)],
      [Self.post("0a", hour: 1, assumed: true), Self.post("0c", hour: 3, assumed: false)],
    ]
    let mended = [
      [Self.post("a", hour: 1, assumed: true), Self.post("b", hour: 2, assumed: false)],
      [Self.post("a", hour: 1, assumed: true), Self.post("c", hour: 3, assumed: false)],
    ]
    for index in again.sorted() { try add(files[index], in: "\(index)", to: store) }
    for index in again { try add(mended[index], in: "\(index)", reader: "2", to: store) }
    #expect(try kinds(store)["j:a"] == .topic)
    #expect(try store.posts().count { $0.kind == .topic } == 1)
  }

  @Test("what another file says to open a conversation opens it", arguments: [[0, 1], [1, 0]])
  func explicit(order: [Int]) throws {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    var told = Self.post("b", hour: 2, assumed: false)
    told.0.kind = .topic
    let files = [[told], [Self.post("a", hour: 1, assumed: true), Self.post("c", hour: 3, assumed: false)]]
    for index in order { try add(files[index], in: "\(index)", to: store) }
    #expect(try kinds(store) == ["j:a": .topic, "j:b": .topic, "j:c": .reply])
  }

  @Test(
    "an earlier post of a file that says what opens makes an assumed opening an answer",
    arguments: [[0, 1], [1, 0]])
  func earlier(order: [Int]) throws {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    var told = Self.post("a", hour: 1, assumed: false)
    told.0.kind = .topic
    let files = [[told], Self.part]
    for index in order { try add(files[index], in: "\(index)", to: store) }
    #expect(try kinds(store) == ["j:a": .topic, "j:b": .reply, "j:c": .reply])
  }

  /// Walking all posts for each conversation would take minutes.
  @Test("an export that starts earlier than the one before it is read in one go")
  func many() throws {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    func opening(_ number: Int, hour: Int64) -> (Post, Bool) {
      var (post, assumed) = Self.post("\(number)-\(hour)", hour: hour, assumed: true)
      post.thread = ThreadID(source: "j", native: "\(number)")
      return (post, assumed)
    }
    let count = 20_000
    try add((0..<count).map { opening($0, hour: 2) }, in: "later", to: store)
    try add((0..<count).map { opening($0, hour: 1) }, in: "earlier", to: store)
    #expect(try store.posts().count { $0.kind == .topic } == count)
  }
}
