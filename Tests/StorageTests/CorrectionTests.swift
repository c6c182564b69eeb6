// The log of corrections: it only grows, outlives runs and posts, and decides whether a night is the same night.
import Discussion
import GRDB
import Testing

@testable import Storage

@Suite struct CorrectionTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...3).map { post("\($0)", minute: $0) }, in: file("a"))
  }

  private func line(_ number: Int, _ action: TopicCorrection.Action, row: String? = nil) -> RecordedCorrection
  {
    RecordedCorrection(
      correction: TopicCorrection(number: number, action: action), recordedOn: firstNight, by: "Ank",
      note: nil,
      source: row.map { .row(file: "correcties.csv", line: 2, hash: $0) } ?? .command)
  }

  private static let actions: [TopicCorrection.Action] = [
    .rename(TopicID(number: 1), title: "Wachten"), .merge(TopicID(number: 2), into: TopicID(number: 1)),
    .create(TopicID(number: 9), title: "Nieuw"), .move(PostID("jeugd:1"), to: TopicID(number: 9)),
    .move(PostID("jeugd:2"), to: nil), .pin(TopicID(number: 1), true), .pin(TopicID(number: 1), false),
    .mute(TopicID(number: 1), true), .mute(TopicID(number: 1), false), .withdraw(3),
    .keep(TopicID(number: 1), .whole), .keep(TopicID(number: 1), .title),
    .keep(TopicID(number: 1), .apart(from: TopicID(number: 2))),
  ]

  @Test func everyKindOfLineComesBackAsItWas() throws {
    let lines = Self.actions.enumerated().map { line($0 + 1, $1, row: $0 == 4 ? "h" : nil) }
    try store.append(lines)
    #expect(try store.corrections() == lines)
    #expect(try store.knownCorrectionRows() == ["h"])
    #expect(try store.dump([.corrections]).split(separator: "\n").count == lines.count)
    let reopened = try scratch.store()
    #expect(try reopened.corrections() == lines)
  }

  @Test func linesAreAddedAllOrNone() throws {
    try store.append([line(1, .pin(TopicID(number: 1), true))])
    #expect(throws: StoreError.correctionOutOfOrder(4, expected: 3)) {
      try store.append([line(2, .pin(TopicID(number: 2), true)), line(4, .pin(TopicID(number: 3), true))])
    }
    #expect(try store.corrections().count == 1)
  }

  @Test(arguments: ["UPDATE correction SET title = 'x'", "DELETE FROM correction"])
  func aLineIsNeverChangedOrRemoved(sql: String) throws {
    try store.append([line(1, .pin(TopicID(number: 1), true))])
    let before = try store.dump()
    #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    #expect(try store.dump() == before)
  }

  @Test func theLogOutlivesRunsAndPosts() throws {
    let lines = Self.actions.enumerated().map { line($0 + 1, $1) }
    try store.append(lines)
    for night in [firstNight, secondNight] {
      let run = try store.beginRun(
        asOf: night, programVersion: "1", pipelineHash: "p", startedAt: Timestamp(seconds: 0))
      _ = try store.settleBase(of: run.id, fingerprint: "\(night)")
      try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 1))
    }
    try store.write { try $0.execute(sql: "DELETE FROM run") }
    try store.write { try $0.execute(sql: "DELETE FROM post WHERE id = 'jeugd:1'") }
    #expect(try store.corrections() == lines)
    #expect(try store.integrityCheck() == ["ok"])
  }

  @Test func aCorrectionMakesItAnotherNight() throws {
    let before = try store.contentFingerprint()
    try store.append([line(1, .pin(TopicID(number: 1), true))])
    let once = try store.contentFingerprint()
    #expect(once != before)
    try store.append([line(2, .pin(TopicID(number: 1), false))])
    #expect(try store.contentFingerprint() != once)
  }

  @Test func numbersOfTopicsAreNeverGivenTwice() throws {
    #expect(try store.nextTopicNumber() == 1)
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "p", startedAt: Timestamp(seconds: 0))
    try store.completeStage(StageRecord(position: 1, name: "topics"), of: run.id) {
      try $0.replaceTopics(TopicState(nextNumber: 5))
    }
    #expect(try store.nextTopicNumber() == 5)
    try store.append([line(1, .create(TopicID(number: 5), title: "Nieuw")), line(2, .withdraw(1))])
    #expect(try store.nextTopicNumber() == 6, "also when the line was taken back")
  }

  /// Reads rows as the file of corrections does: a hash per row, and those that are wrong into quarantine.
  private func read(
    _ rows: [String], wrong: Set<String> = [], in file: ImportFile, night: CalendarDay = firstNight,
    failing: Bool = false
  ) throws -> FileReport {
    struct Killed: Error {}
    let known = try store.knownCorrectionRows()
    var next = (try store.corrections().last?.correction.number ?? 0) + 1
    let again = try store.refusedRecords(of: file, before: night)
    return try store.importFile(file, night: night, again: again) { writer in
      try writer.forgetQuarantineOfEarlierVersions()
      for (index, row) in rows.enumerated() {
        if wrong.contains(row) {
          let place = Provenance(file: file.path, entry: "", record: index + 2, line: index + 2)
          try writer.quarantine(
            QuarantinedRecord(place: place, reason: "correctie", message: "Mis.", raw: []))
        } else if known.contains(row) {
          writer.noteKnown()
        } else {
          try writer.add([line(next, .pin(TopicID(number: next), true), row: row)])
          next += 1
        }
      }
      if failing { throw Killed() }
      return ReadSummary(format: "correcties", records: rows.count)
    }
  }

  @Test func aRowIsTakenOnceAndOneThatIsMendedLeavesTheQuarantine() throws {
    let first = try read(["a", "b", "c"], wrong: ["c"], in: file("correcties.csv", content: "1"))
    #expect((first.counts.corrections, first.counts.quarantined) == (2, 1))
    #expect(first.outcome == .quarantined)
    // The same night again: the same report, nothing more in the log.
    #expect(try read(["a", "b", "c"], wrong: ["c"], in: file("correcties.csv", content: "1")) == first)
    #expect(try store.corrections().count == 2)
    // Another night looks at the refused row again, and it may be right by then.
    let later = try read(["a", "b", "c"], in: file("correcties.csv", content: "1"), night: secondNight)
    #expect((later.counts.corrections, later.counts.unchanged) == (1, 2))
    #expect(try store.quarantine().isEmpty)
    // From then on there is nothing to read.
    #expect(
      try read(["a", "b", "c"], in: file("correcties.csv", content: "1"), night: secondNight.advanced(by: 1))
        .outcome
        == .unchanged)
    let grown = try read(["a", "b", "c", "d"], in: file("correcties.csv", content: "2"), night: secondNight)
    #expect((grown.counts.corrections, grown.counts.unchanged, grown.counts.read) == (1, 3, 4))
  }

  @Test func whatIsInterruptedLeavesNoRowBehind() throws {
    let before = try store.dump()
    #expect(throws: (any Error).self) {
      try read(["a", "b"], in: file("correcties.csv"), failing: true)
    }
    #expect(try store.dump() == before)
    #expect(try read(["a", "b"], in: file("correcties.csv")).counts.corrections == 2)
  }
}
