// Lists of earlier posts are added to by each night, and hold only for what made them.
import Discussion
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct ArrivalTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...4).map { post("\($0)", minute: $0) }, in: file("a"))
  }

  private func list(_ native: String, _ earlier: String...) -> PostNeighbours {
    PostNeighbours(
      post: post(native).id, neighbours: earlier.map { .init(post: post($0).id, similarity: 0.5) })
  }

  @discardableResult
  private func night(
    _ lists: [PostNeighbours], fingerprint: String, recipe: UInt64 = 1, publish: Bool = true
  ) throws -> Int {
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "p", startedAt: Timestamp(seconds: 0)
    ).id
    _ = try store.settleBase(of: run, fingerprint: fingerprint)
    try store.completeStage(StageRecord(position: 1, name: "topics"), of: run) {
      try $0.addArrivals(lists, recipe: recipe)
    }
    if publish { try store.publish(run, exitStatus: 0, finishedAt: Timestamp(seconds: 1)) }
    return run
  }

  @Test func everyNightAddsAndNothingChanges() throws {
    let first = try night([list("2", "1"), list("1")], fingerprint: "a")
    #expect(try store.arrivals(run: first, recipe: 1) == [list("1"), list("2", "1")])
    #expect(
      try store.arrivalPosts(run: first, recipe: 1) == store.arrivals(run: first, recipe: 1).map(\.post))
    let second = try night([list("3", "2", "1")], fingerprint: "b")
    #expect(try store.arrivals(run: second, recipe: 1) == [list("1"), list("2", "1"), list("3", "2", "1")])
    #expect(
      try store.arrivalPosts(run: second, recipe: 1) == store.arrivals(run: second, recipe: 1).map(\.post))
    let third = try night([list("4", "3")], fingerprint: "c")
    #expect(try store.arrivals(run: third, recipe: 1).count == 4)
    #expect(
      try store.arrivalPosts(run: third, recipe: 1) == store.arrivals(run: third, recipe: 1).map(\.post))
  }

  @Test func aNightThatWasNotPublishedLeavesNothing() throws {
    try night([list("1")], fingerprint: "a")
    try night([list("2", "1")], fingerprint: "b", publish: false)
    let next = try night([list("3", "1")], fingerprint: "c")
    #expect(try store.arrivals(run: next, recipe: 1) == [list("1"), list("3", "1")])
    #expect(try store.arrivalPosts(run: next, recipe: 1) == store.arrivals(run: next, recipe: 1).map(\.post))
  }

  @Test func theSameNightDoneAgainEndsTheSame() throws {
    try night([list("1")], fingerprint: "a")
    for _ in 0..<3 {
      let run = try night([list("2", "1")], fingerprint: "b")
      #expect(try store.arrivals(run: run, recipe: 1) == [list("1"), list("2", "1")])
      #expect(try store.arrivalPosts(run: run, recipe: 1) == store.arrivals(run: run, recipe: 1).map(\.post))
    }
  }

  @Test func listsOfAnotherRecipeAreUsedNoMore() throws {
    try night([list("1"), list("2", "1")], fingerprint: "a")
    let changed = try night([list("1"), list("2"), list("3", "2")], fingerprint: "b", recipe: 2)
    #expect(try store.arrivals(run: changed, recipe: 1) == [list("1"), list("2", "1")])
    #expect(
      try store.arrivalPosts(run: changed, recipe: 1) == store.arrivals(run: changed, recipe: 1).map(\.post))
    #expect(try store.arrivals(run: changed, recipe: 2) == [list("1"), list("2"), list("3", "2")])
    #expect(
      try store.arrivalPosts(run: changed, recipe: 2) == store.arrivals(run: changed, recipe: 2).map(\.post))
    try night([], fingerprint: "c", recipe: 2)
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM arrival") } == 3)
  }

  @Test func aRemovedPostTakesAllListsAlong() throws {
    let run = try night([list("1"), list("2", "1"), list("3", "1")], fingerprint: "a")
    try store.write {
      try $0.execute(sql: "DELETE FROM post WHERE id = ?", arguments: [post("1").id.description])
    }
    #expect(try store.arrivals(run: run, recipe: 1).isEmpty)
    #expect(try store.arrivalPosts(run: run, recipe: 1) == store.arrivals(run: run, recipe: 1).map(\.post))
  }
}
