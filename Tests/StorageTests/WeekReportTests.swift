// Reports of weeks: the last one written of each week counts, a night done again leaves no second one.
import Discussion
import TestSupport
import Testing

@testable import Storage

@Suite struct WeekReportTests {
  let scratch: Scratch
  let store: CommunityStore

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
  }

  private func report(_ week: Int, _ text: String) -> StoredWeekReport {
    StoredWeekReport(
      week: ISOWeek(number: week), asOf: firstNight, isComplete: true, summary: Array(text.utf8),
      topics: Array("topics of \(text)".utf8))
  }

  @discardableResult
  private func night(_ report: StoredWeekReport?, fingerprint: String, publish: Bool = true) throws -> Run {
    let run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "p", startedAt: Timestamp(seconds: 0))
    let base = try store.settleBase(of: run.id, fingerprint: fingerprint)
    try store.completeStage(StageRecord(position: 1, name: "dashboards"), of: run.id) {
      try $0.replaceWeekReport(report)
    }
    if publish { try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 1)) }
    var based = run
    based.base = base
    return based
  }

  private func kept(upTo run: Int?, topicsOf week: Int? = nil) throws -> [String] {
    try store.weekReports(upTo: run, topicsOf: week.map(ISOWeek.init(number:))).map {
      "\($0.week.number) \(String(decoding: $0.summary, as: UTF8.self)) \(String(decoding: $0.topics, as: UTF8.self))"
    }
  }

  @Test func theLastReportOfEachWeekCounts() throws {
    try night(report(1, "a"), fingerprint: "1")
    try night(report(1, "b"), fingerprint: "2")
    try night(report(2, "c"), fingerprint: "3")
    let last = try night(nil, fingerprint: "4")
    #expect(try kept(upTo: last.id) == ["1 b ", "2 c "])
    #expect(try kept(upTo: last.id, topicsOf: 2) == ["1 b ", "2 c topics of c"])
    #expect(try kept(upTo: nil) == [])
  }

  @Test func theSameNightDoneAgainSeesWhatItSawAndLeavesOneReport() throws {
    try night(report(1, "a"), fingerprint: "1")
    for _ in 0..<3 {
      let run = try night(report(1, "b"), fingerprint: "2")
      #expect(try kept(upTo: run.base) == ["1 a "])
      #expect(try kept(upTo: run.id) == ["1 b "])
    }
  }

  @Test func whatANightThatDiedKeptIsForgotten() throws {
    try night(report(1, "a"), fingerprint: "1")
    try night(report(2, "half"), fingerprint: "2", publish: false)
    let next = try night(nil, fingerprint: "3")
    #expect(try kept(upTo: next.id) == ["1 a "])
  }
}
