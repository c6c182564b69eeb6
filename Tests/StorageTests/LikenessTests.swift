// Neighbours come back as they were stored, cost nothing where nothing changed, and never name a wrong post; what
// happened to topics is remembered once.
import Discussion
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct LikenessTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...6).map { post("\($0)", minute: $0) }, in: file("a"))
  }

  private func list(_ native: String, _ others: [(String, Double)]) -> PostNeighbours {
    PostNeighbours(
      post: post(native).id, neighbours: others.map { .init(post: post($0.0).id, similarity: $0.1) })
  }

  private func event(_ topic: Int, _ kind: TopicEvent.Kind = .born, night: CalendarDay = firstNight)
    -> DatedTopicEvent
  {
    DatedTopicEvent(
      night: night, event: TopicEvent(kind: kind, topic: TopicID(number: topic), questions: 7), askers: 6)
  }

  @discardableResult
  private func night(
    _ store: CommunityStore, _ lists: [PostNeighbours], _ events: [DatedTopicEvent] = [],
    fingerprint: String, publish: Bool = true
  ) throws -> Run {
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "p", startedAt: Timestamp(seconds: 0))
    _ = try store.settleBase(of: run.id, fingerprint: fingerprint)
    try store.completeStage(StageRecord(position: 1, name: "onderwerpen"), of: run.id) {
      try $0.replaceNeighbours(lists)
      try $0.replaceTopicHistory(events)
    }
    if publish { try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 1)) }
    return run
  }

  private func rows(of run: Int) throws -> Int {
    try store.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM neighbours WHERE run = ?", arguments: [run]) ?? -1
    }
  }

  private var lists: [PostNeighbours] {
    [
      list("1", [("2", 0.5), ("3", 0.25)]), list("2", [("1", 0.5)]), list("3", [("1", 0.25)]),
      list("4", []),
    ]
  }

  @Test func listsComeBackByPostMostSimilarFirst() throws {
    let run = try night(store, lists.reversed(), fingerprint: "a")
    #expect(try store.neighbours(run: run.id) == lists)
    for list in lists { #expect(try store.neighbours(of: list.post, run: run.id) == list) }
    // The night did not compare this post; the one above has no neighbours.
    #expect(try store.neighbours(of: post("5").id, run: run.id) == nil)
    #expect(try store.neighbours(of: PostID("jeugd:onbekend"), run: run.id) == nil)
  }

  @Test func aNightWritesOnlyTheListsThatChanged() throws {
    try night(store, lists, fingerprint: "a")
    var changed = lists
    changed[1] = list("2", [("5", 0.75), ("1", 0.5)])
    changed[3] = list("5", [("2", 0.75)])
    let second = try night(store, changed, fingerprint: "b")
    // The list that changed, the new one, and that the fourth post is compared no more.
    #expect(try rows(of: second.id) == 3)
    #expect(try store.neighbours(run: second.id) == changed)
    #expect(try store.neighbours(of: post("4").id, run: second.id) == nil)
    let third = try night(store, changed, fingerprint: "c")
    #expect(try rows(of: third.id) == 0)
    #expect(try store.neighbours(run: third.id) == changed)
    #expect(try store.neighbours(of: post("2").id, run: third.id) == changed[1])
  }

  @Test func theListsThatARunStartsFromStayAndOlderOnesGo() throws {
    for number in 1...5 {
      try night(store, [list("1", [("2", Double(number) / 8)])], fingerprint: "\(number)")
      #expect(
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM neighbours") } == min(number, 2))
    }
    #expect(try store.neighbours(run: 4).first?.neighbours.first?.similarity == 0.5)
    #expect(try store.neighbours(run: 5).first?.neighbours.first?.similarity == 0.625)
  }

  @Test func theSameNightDoneAgainEndsTheSame() throws {
    try night(store, lists, [event(1)], fingerprint: "a")
    let changed = [list("1", [("3", 0.5)])]
    for _ in 0..<3 {
      let run = try night(store, changed, [event(2)], fingerprint: "b")
      #expect(try store.neighbours(run: run.id) == changed)
      #expect(try store.topicHistory(run: run.id) == [event(1), event(2)])
    }
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM topic_history") } == 2)
  }

  @Test func theFirstNightDoneAgainIsRememberedOnce() throws {
    try night(store, lists, [event(1)], fingerprint: "a")
    let again = try night(store, lists, [event(1)], fingerprint: "a")
    #expect(try store.topicHistory(run: again.id) == [event(1)])
    #expect(try store.neighbours(run: again.id) == lists)
  }

  @Test func aKilledRunLeavesNoListsAndNoHistory() throws {
    let first = try night(store, lists, [event(1)], fingerprint: "a")
    try night(store, [], [event(2, .died)], fingerprint: "b", publish: false)
    // While it is at work, the published night still has its own.
    #expect(try store.neighbours(run: first.id) == lists)
    #expect(try store.topicHistory(run: first.id) == [event(1)])
    let second = try night(store, lists, [event(3)], fingerprint: "b")
    #expect(try store.neighbours(run: second.id) == lists)
    #expect(try store.topicHistory(run: second.id) == [event(1), event(3)])
    let undisturbed = try scratch.store("undisturbed.sqlite")
    try undisturbed.add((1...6).map { post("\($0)", minute: $0) }, in: file("a"))
    try night(undisturbed, lists, [event(1)], fingerprint: "a")
    try night(undisturbed, lists, [event(3)], fingerprint: "b")
    #expect(try store.dump() == undisturbed.dump())
  }

  @Test func historyOutlivesWhatOlderRunsDerived() throws {
    for number in 1...6 {
      let run = try night(store, [], [event(number)], fingerprint: "\(number)")
      #expect(try store.topicHistory(run: run.id) == (1...number).map { event($0) })
    }
  }

  @Test func noListNamesAPostThatTookTheNumberOfAnother() throws {
    let run = try night(store, lists, fingerprint: "a")
    // A reader that reads the file otherwise takes its posts away, and another post gets a number that was free.
    try store.add([post("7", minute: 7)], in: file("a", reader: "2"))
    #expect(try store.neighbours(run: run.id) == [])
    let next = try night(store, [list("7", [])], fingerprint: "b")
    #expect(try store.neighbours(run: next.id) == [list("7", [])])
  }

  @Test func theDumpTellsListsByThePostsOwnNames() throws {
    let other = try scratch.store("other.sqlite")
    try other.add((1...6).reversed().map { post("\($0)", minute: $0) }, in: file("a"))
    for store in [store, other] { try night(store, lists, [event(1)], fingerprint: "a") }
    let lines = try store.dump([.runs]).split(separator: "\n")
    #expect(lines.contains("neighbours\trun=1\tpost=\"jeugd:1\"\tlist=\"jeugd:2:0.5 jeugd:3:0.25\""))
    #expect(lines.contains { $0.hasPrefix("topic_history\trun=1\tposition=0\t") })
    func neighbours(_ store: CommunityStore) throws -> [Substring] {
      try store.dump([.runs]).split(separator: "\n").filter { $0.hasPrefix("neighbours") }
    }
    #expect(try neighbours(other) == neighbours(store))
  }

  @Test func anOlderStoreRemembersWhatItStillKnows() throws {
    let path = scratch.path("older.sqlite")
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "runs and what they derived")
    try queue.write {
      try $0.execute(
        sql: """
          INSERT INTO run (id, as_of, program_version, pipeline_hash, status) VALUES (4, 20700, '1', '', 'published');
          INSERT INTO topic_event VALUES (4, 0, 'born', 9, NULL, 5);
          """)
    }
    try queue.close()
    let history = try CommunityStore(path: path).topicHistory(run: 4)
    let known = TopicEvent(kind: .born, topic: TopicID(number: 9), questions: 5)
    #expect(history == [DatedTopicEvent(night: CalendarDay(number: 20700), event: known, askers: 0)])
  }

  @Test func packedListsComeBackToTheBitAndBrokenOnesDoNoHarm() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let list = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
        let bits = Int.random(in: 1...62, using: &generator)
        return (
          post: Int64.random(in: 0..<(1 << bits), using: &generator),
          similarity: Float.random(in: 0...1, using: &generator)
        )
      }
      let packed = NeighbourList.packed(list)
      let unpacked = NeighbourList.unpacked(packed)
      #expect(unpacked.map(\.post) == list.map(\.post))
      #expect(unpacked.map(\.similarity) == list.map(\.similarity))
      let cut = NeighbourList.unpacked(packed.dropLast(Int.random(in: 0...9, using: &generator)))
      #expect(zip(cut, list).allSatisfy { $0.post == $1.post && $0.similarity == $1.similarity })
    }
  }
}
