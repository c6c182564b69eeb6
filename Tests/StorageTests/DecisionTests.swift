// The log of decisions: it only grows, outlives every run, and decides whether a night is the same night.
import Discussion
import GRDB
import Testing

@testable import Storage

@Suite struct DecisionTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
  }

  static let signal = SignalID(week: ISOWeek(number: 2900), number: 2)
  static let shown = ShownSignal(
    week: ISOWeek(number: 2901), observed: 9, expected: 2.125, lower: 0, upper: 5, windowWeeks: 2,
    strength: .strong, methods: [.counts, .neighbourhood],
    weeks: [ISOWeek(number: 2900), ISOWeek(number: 2901)],
    title: "Wachten title=op; “hulp”")

  private func line(
    _ number: Int, _ action: Decision.Action, row: String? = nil, topic: TopicID? = TopicID(number: 4)
  ) -> Decision {
    var signal: SignalID? = Self.signal
    if case .withdraw = action { signal = nil }
    return Decision(
      number: number, signal: signal, topic: signal == nil ? nil : topic, action: action,
      note: "Omdat het moet.",
      recordedOn: firstNight, by: "Ank", shown: signal == nil ? nil : Self.shown,
      source: row.map { .row(file: "besluiten.csv", line: 2, hash: $0) } ?? .command)
  }

  private static let actions: [Decision.Action] =
    DecisionKind.allCases.map { .decide($0, date: nil) }
    + [.decide(.themeMeeting, date: firstNight), .hold(firstNight)] + Usefulness.allCases.map { .rate($0) }
    + [.withdraw(3)]

  @Test func everyKindOfLineComesBackAsItWas() throws {
    let lines = Self.actions.enumerated().map { line($0 + 1, $1, row: $0 == 4 ? "h" : nil) }
    try store.append(lines)
    try store.append([line(lines.count + 1, .decide(.watch, date: nil), topic: nil)])
    #expect(try Array(store.decisionLog().prefix(lines.count)) == lines)
    #expect(try store.decisionLog().last?.topic == nil)
    #expect(try store.decisions() == Decisions(try scratch.store().decisionLog()))
    #expect(try store.dump([.corrections]).split(separator: "\n").count == lines.count + 1)
  }

  @Test func linesAreAddedAllOrNone() throws {
    try store.append([line(1, .decide(.watch, date: nil))])
    #expect(throws: StoreError.decisionOutOfOrder(4, expected: 3)) {
      try store.append([line(2, .rate(.useful)), line(4, .rate(.partly))])
    }
    #expect(try store.decisionLog().count == 1)
  }

  @Test(arguments: ["UPDATE decision SET note = 'x'", "DELETE FROM decision"])
  func aLineIsNeverChangedOrRemoved(sql: String) throws {
    try store.append([line(1, .decide(.watch, date: nil))])
    let before = try store.dump()
    #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    #expect(try store.dump() == before)
  }

  @Test func theLogOutlivesRuns() throws {
    let lines = Self.actions.enumerated().map { line($0 + 1, $1) }
    try store.append(lines)
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "p", startedAt: Timestamp(seconds: 0))
    _ = try store.settleBase(of: run.id, fingerprint: "1")
    try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 1))
    try store.write { try $0.execute(sql: "DELETE FROM run") }
    #expect(try store.decisionLog() == lines)
    #expect(try store.integrityCheck() == ["ok"])
  }

  @Test func aDecisionMakesItAnotherNight() throws {
    let before = try store.contentFingerprint()
    try store.append([line(1, .decide(.watch, date: nil))])
    let once = try store.contentFingerprint()
    #expect(once != before)
    try store.append([line(2, .rate(.useful))])
    #expect(try store.contentFingerprint() != once)
  }

  @Test func aFileOfWhichTheContentCameBackIsKnownToHaveBeenOtherwise() throws {
    func read(_ content: String) throws -> Bool {
      let input = file("besluiten.csv", content: content)
      let again = try store.wasOtherwise(input)
      _ = try store.importFile(input, night: firstNight, again: again) { writer in
        writer.noteSkipped()
        return ReadSummary(format: "besluiten", records: 1)
      }
      return again
    }
    #expect(try ["1", "1", "2", "1", "1"].map(read) == [false, false, true, true, false])
  }

  @Test func aRowThatFailsLeavesNothingBehind() throws {
    struct Killed: Error {}
    let before = try store.dump()
    #expect(throws: (any Error).self) {
      try store.importFile(file("besluiten.csv"), night: firstNight) { writer in
        try writer.add([line(1, .decide(.watch, date: nil))])
        throw Killed()
      }
    }
    #expect(try store.dump() == before)
    let report = try store.importFile(file("besluiten.csv"), night: firstNight) { writer in
      try writer.add([line(1, .decide(.watch, date: nil)), line(2, .rate(.useful))])
      return ReadSummary(format: "besluiten", records: 1)
    }
    #expect((report.counts.decisions, report.counts.read) == (1, 1))
  }
}
