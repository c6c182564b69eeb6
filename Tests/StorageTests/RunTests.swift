// The ledger of runs, and that a night starts from the last published one.
import Discussion
import Testing

@testable import Storage

@Suite struct RunTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...6).map { post("\($0)", minute: $0) }, in: file("a"))
  }

  private func begin(_ store: CommunityStore, on night: CalendarDay = firstNight, second: Int64 = 0) throws
    -> Run
  {
    try store.beginRun(
      asOf: night, programVersion: "1.0", pipelineHash: "p", startedAt: Timestamp(seconds: second))
  }

  /// A state in which one more topic is known than the night before.
  private func topics(after base: TopicState?) -> TopicState {
    let next = base?.nextNumber ?? 1
    let id = TopicID(number: next)
    return TopicState(
      topics: (base?.topics ?? []) + [
        Topic(id: id, title: "Onderwerp \(next)", words: ["wachttijd", "lijst"])
      ],
      assignments: [
        TopicAssignment(post: post("1").id, topic: id, similarity: 0.75),
        TopicAssignment(post: post("2").id, topic: nil, similarity: 0),
      ],
      events: [TopicEvent(kind: .born, topic: id, questions: 1)], nextNumber: next + 1, data: [1, 2, 0, 255])
  }

  @discardableResult
  private func night(
    _ store: CommunityStore, on night: CalendarDay = firstNight, fingerprint: String, publish: Bool = true
  ) throws -> Run {
    let run = try begin(store, on: night)
    let base = try store.settleBase(of: run.id, fingerprint: fingerprint)
    let state = topics(after: try base.flatMap { try store.topicState(run: $0) })
    try store.completeStage(StageRecord(position: 1, name: "onderwerpen", milliseconds: 12), of: run.id) {
      try $0.replaceTopics(state)
    }
    if publish { try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 60)) }
    return run
  }

  @Test func aNightStartsFromTheLastPublishedOne() throws {
    let first = try night(store, fingerprint: "a")
    let second = try night(store, on: secondNight, fingerprint: "b")
    #expect(try store.lastPublishedRun()?.id == second.id)
    #expect(try store.lastPublishedRun()?.base == first.id)
    #expect(try store.topicState(run: second.id)?.topics.map(\.id.description) == ["OND-0001", "OND-0002"])
  }

  @Test func aKilledRunLeavesNothingForTheNextOne() throws {
    try night(store, fingerprint: "a")
    let killed = try night(store, on: secondNight, fingerprint: "b", publish: false)
    let resumed = try night(store, on: secondNight, fingerprint: "b")
    #expect(resumed.id == killed.id)
    #expect(try store.attempts().map(\.status) == [.published, .interrupted, .published])
    let undisturbed = try scratch.store("undisturbed.sqlite")
    try undisturbed.add((1...6).map { post("\($0)", minute: $0) }, in: file("a"))
    try night(undisturbed, fingerprint: "a")
    try night(undisturbed, on: secondNight, fingerprint: "b")
    #expect(try store.dump() == undisturbed.dump())
  }

  @Test func aFailedRunIsContinuedAndToldAbout() throws {
    let failed = try begin(store)
    try store.fail(failed.id, exitStatus: 2, message: "Geen ruimte", finishedAt: Timestamp(seconds: 5))
    #expect(try store.runs().map(\.status) == [.failed])
    #expect(throws: StoreError.notTheCurrentRun(failed.id)) {
      try store.completeStage(StageRecord(position: 1, name: "x"), of: failed.id)
    }
    #expect(try begin(store, second: 9).id == failed.id)
    let attempt = try #require(try store.attempts().last)
    #expect(attempt.status == .failed)
    #expect(attempt.message == "Geen ruimte")
    #expect(attempt.exitStatus == 2)
    #expect(attempt.finishedAt == Timestamp(seconds: 5))
  }

  @Test func theSameNightDoneAgainStartsWhereItStartedAndEndsTheSame() throws {
    try night(store, fingerprint: "a")
    let once = try night(store, on: secondNight, fingerprint: "b")
    let state = try store.topicState(run: once.id)
    let again = try night(store, on: secondNight, fingerprint: "b")
    #expect(try store.topicState(run: again.id) == state)
    // And once more: what it starts from is still there.
    let third = try night(store, on: secondNight, fingerprint: "b")
    #expect(try store.topicState(run: third.id) == state)
    // With something new, a night starts from the last published one.
    let changed = try night(store, on: secondNight, fingerprint: "c")
    #expect(try store.topicState(run: changed.id)?.nextNumber == 4)
  }

  @Test func theFirstNightDoneAgainStartsFromNothing() throws {
    let once = try night(store, fingerprint: "a")
    let state = try store.topicState(run: once.id)
    let again = try night(store, fingerprint: "a")
    #expect(try store.topicState(run: again.id) == state)
  }

  @Test func whatOlderRunsDerivedIsForgotten() throws {
    let first = try night(store, fingerprint: "a")
    let second = try night(store, fingerprint: "b")
    let third = try night(store, fingerprint: "c")
    #expect(try store.topicState(run: first.id) == nil)
    #expect(try store.topicState(run: second.id) != nil)
    #expect(try store.topicState(run: third.id) != nil)
    #expect(try store.runs().map(\.id) == [3, 2, 1])
    #expect(try store.stages(of: first.id).map(\.name) == ["onderwerpen"])
  }

  @Test func aStageIsWrittenWholeOrNotAtAll() throws {
    struct StageFault: Error {}
    let run = try begin(store)
    try store.completeStage(StageRecord(position: 1, name: "vragen"), of: run.id) {
      try $0.replaceQuestions([Question(post: post("1").id, range: 0..<4, text: "Wie?")])
    }
    let before = try store.dump()
    #expect(throws: StoreError.self) {
      try store.completeStage(StageRecord(position: 1, name: "vragen", counts: "{\"n\":0}"), of: run.id) {
        try $0.replaceQuestions([])
        throw StageFault()
      }
    }
    #expect(try store.dump() == before)
  }

  @Test func aStageDoneAgainReplacesWhatItWrote() throws {
    let run = try begin(store)
    for text in ["Een?", "Twee?"] {
      try store.completeStage(StageRecord(position: 1, name: "vragen"), of: run.id) {
        try $0.replaceQuestions([Question(post: post("1").id, range: nil, text: text)])
      }
    }
    #expect(try store.questions(run: run.id) == [Question(post: post("1").id, range: nil, text: "Twee?")])
    #expect(try store.stages(of: run.id).count == 1)
  }
}
