// The log of verdicts: it only grows, outlives every run, and decides whether a night is the same night.
import Discussion
import GRDB
import Testing

@testable import Storage

@Suite struct VerdictTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
  }

  private static let version = TextVersion("v0123456789abcdef")

  private func line(
    _ number: Int, _ kind: VerdictKind, about: [ReviewReason] = [], row: String? = nil
  ) throws
    -> Verdict
  {
    Verdict(
      number: number,
      action: .judge(
        Verdict.Judgement(
          post: PostID("jeugd:1"), version: try #require(Self.version), kind: kind, about: about,
          shown: [
            .personalData(.bsn), .triage(.crisis, confidence: 0.9), .unanswered(workingDays: 3),
          ],
          until: kind == .postponed ? firstNight.advanced(by: 3) : nil)), note: "Omdat het moet.",
      recordedOn: firstNight, by: "Ank",
      source: row.map { .row(file: "oordelen.csv", line: 2, hash: $0) } ?? .command)
  }

  @Test func everyKindOfLineComesBackAsItWas() throws {
    var lines = try VerdictKind.allCases.enumerated().map { index, kind in
      try line(
        index + 1, kind,
        about: index == 1 ? [.personalData(.phone), .triage(.spam, confidence: 0)] : [],
        row: index == 4 ? "h" : nil)
    }
    lines.append(Verdict(number: lines.count + 1, action: .withdraw(3), recordedOn: firstNight))
    for answer in QuoteAnswer.allCases {
      let quotation = Quotation(
        post: PostID("jeugd:1"), version: try #require(Self.version), answer: answer)
      lines.append(
        Verdict(
          number: lines.count + 1, action: .quote(quotation), note: "Mag.", recordedOn: firstNight, by: "Ank")
      )
    }
    try store.append(lines)
    #expect(try store.verdictLog() == lines)
    #expect(try store.verdicts() == Verdicts(lines))
    #expect(try store.dump([.corrections]).split(separator: "\n").count == lines.count)
  }

  @Test func linesAreAddedAllOrNone() throws {
    try store.append([try line(1, .noAction)])
    #expect(throws: StoreError.verdictOutOfOrder(4, expected: 3)) {
      try store.append([try line(2, .unjust), try line(4, .removed)])
    }
    #expect(try store.verdictLog().count == 1)
  }

  @Test(arguments: [
    "UPDATE verdict SET note = 'x'", "UPDATE verdict SET note = NULL",
    "UPDATE verdict SET verdict = 'onterecht'",
    "UPDATE verdict SET post = 'x'",
    "DELETE FROM verdict",
  ])
  func aLineIsNeverChangedOrRemoved(sql: String) throws {
    try store.append([try line(1, .noAction)])
    let before = try store.dump()
    #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    #expect(try store.dump() == before)
  }

  @Test func aVerdictMakesItAnotherNight() throws {
    let before = try store.contentFingerprint()
    try store.append([try line(1, .noAction)])
    let once = try store.contentFingerprint()
    #expect(once != before)
    try store.append([Verdict(number: 2, action: .withdraw(1), recordedOn: firstNight)])
    #expect(try store.contentFingerprint() != once)
  }

  @Test func aRowThatFailsLeavesNothingBehind() throws {
    struct Killed: Error {}
    let before = try store.dump()
    #expect(throws: (any Error).self) {
      try store.importFile(file("oordelen.csv"), night: firstNight) { writer in
        try writer.add([try line(1, .noAction)])
        throw Killed()
      }
    }
    #expect(try store.dump() == before)
    let report = try store.importFile(file("oordelen.csv"), night: firstNight) { writer in
      try writer.add([try line(1, .noAction)])
      return ReadSummary(format: "oordelen", records: 1)
    }
    #expect((report.counts.verdicts, report.counts.read) == (1, 1))
  }
}
