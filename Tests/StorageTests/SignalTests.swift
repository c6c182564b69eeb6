// Signals come back as they were stored, remember when they were first published, and let go of erased posts.
import Discussion
import GRDB
import Testing

@testable import Storage

@Suite struct SignalTests {
  let scratch: Scratch
  let store: CommunityStore
  let run: Run

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...6).map { post("\($0)", minute: $0) }, in: file("a"))
    run = try Self.begin(store, firstNight)
  }

  private static func begin(_ store: CommunityStore, _ night: CalendarDay) throws -> Run {
    try store.beginRun(
      asOf: night, programVersion: "1", pipelineHash: "", startedAt: Timestamp(seconds: 0))
  }

  private func week(
    _ number: Int, raised: Bool = false, methods: [SignalMethod] = [.counts],
    strength: SignalStrength = .signal,
    posts: [Int] = []
  ) -> SignalWeek {
    SignalWeek(
      week: ISOWeek(number: number), isRaised: raised, methods: methods, windowWeeks: 2, observed: 9,
      expected: 0.1 + 0.2, lower: 0, upper: 4, pValue: 1e-12, strength: strength,
      posts: posts.map { post("\($0)").id })
  }

  private func signal(
    _ opened: Int, _ number: Int, topic: Int? = 3, scope: SignalScope = .topic, isOpen: Bool = false,
    _ weeks: [SignalWeek]
  ) -> Signal {
    Signal(
      id: SignalID(week: ISOWeek(number: opened), number: number), topic: topic.map(TopicID.init(number:)),
      scope: scope, weeks: weeks, isOpen: isOpen)
  }

  private func write(_ signals: [Signal], in run: Int) throws {
    try store.completeStage(StageRecord(position: 4, name: "spikes"), of: run) {
      try $0.replaceSignals(signals)
    }
  }

  @Test func signalsComeBackInOrderOfIdentity() throws {
    let signals = [
      signal(
        2950, 1, scope: .part,
        [
          week(2950, raised: true, methods: [.counts, .neighbourhood], strength: .strong, posts: [1, 2, 5]),
          week(2951, methods: [], strength: .veryStrong),
        ]),
      signal(2950, 2, topic: nil, scope: .birth, [week(2950, methods: [.neighbourhood], posts: [3])]),
      signal(2950, 11, [week(2950)]),
      signal(2951, 1, isOpen: true, [week(2951, raised: true, posts: [1, 6])]),
    ]
    try write(signals.reversed(), in: run.id)
    #expect(try store.signals(run: run.id) == signals)
    #expect(try store.signals(run: run.id + 1).isEmpty)
    // A stage done again leaves nothing of what it wrote before.
    try write([signals[1]], in: run.id)
    #expect(try store.signals(run: run.id) == [signals[1]])
    #expect(try store.integrityCheck() == ["ok"])
  }

  @Test func aQuestionThatTheStoreDoesNotHaveIsLeftOut() throws {
    try write([signal(2950, 1, [week(2950, posts: [2, 7])])], in: run.id)
    #expect(try store.signals(run: run.id).map(\.posts) == [[post("2").id]])
  }

  @Test func anErasedPostLeavesItsSignalsButNotTheNumbersSeenThen() throws {
    try write([signal(2950, 1, [week(2950, posts: [1, 2])])], in: run.id)
    try store.write {
      try $0.execute(sql: "DELETE FROM post WHERE id = ?", arguments: [post("1").id.description])
    }
    let left = try #require(try store.signals(run: run.id).first)
    #expect(left.posts == [post("2").id])
    #expect(left.weeks.map(\.observed) == [9])
    #expect(try store.integrityCheck() == ["ok"])
  }

  @Test func aSignalKeepsTheNightOnWhichItWasFirstPublished() throws {
    let first = [signal(2950, 1, [week(2950)]), signal(2951, 1, [week(2951)])]
    try write(first, in: run.id)
    #expect(try store.signals(run: run.id).allSatisfy { $0.firstPublished == nil })
    try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 1))
    let next = try Self.begin(store, secondNight)
    // Found but not published: a run that fails tells readers nothing.
    try write(first + [signal(2951, 2, [week(2951)])], in: next.id)
    try store.fail(next.id, exitStatus: 2, message: "weg", finishedAt: Timestamp(seconds: 2))
    let again = try Self.begin(store, secondNight)
    #expect(try store.signals(run: again.id).isEmpty)
    try write(first + [signal(2952, 1, [week(2952)])], in: again.id)
    try store.publish(again.id, exitStatus: 0, finishedAt: Timestamp(seconds: 3))
    #expect(try store.signals(run: again.id).map(\.firstPublished) == [firstNight, firstNight, secondNight])
    // The run that this one would start from is kept, older ones are forgotten.
    let dump = try store.dump([.runs])
    #expect(dump.contains("signal_first_published\tsignal=\"SIG-2026-W29-1\""))
  }
}

@Suite struct LateArrivalTests {
  @Test func oldPostsAreCountedOnlyWhenTheyCameAfterOthers() throws {
    let scratch = Scratch()
    let store = try scratch.store()
    // Posts of 2 March, stored on 30 October: on a community's first night everything is old.
    try store.add((1...3).map { post("\($0)", minute: $0) }, in: file("a"))
    #expect(try store.lateArrivals(since: firstNight, until: secondNight) == 0)
    let recent = (firstNight.number - 20514 - 10) * 1_440
    try store.add(
      [post("4", minute: 4), post("5", minute: 5), post("6", minute: recent)], in: file("b"),
      night: secondNight)
    #expect(try store.lateArrivals(since: secondNight, until: secondNight) == 2)
    #expect(
      try store.lateArrivals(since: secondNight.advanced(by: 1), until: secondNight.advanced(by: 8)) == 0)
  }
}
