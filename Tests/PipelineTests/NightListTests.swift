// What the ledger tells of earlier nights: nothing of the night's own day, and a night that was done again counts once.
import Dashboards
import Discussion
import Testing

@testable import Pipeline
@testable import Storage

@Suite struct NightListTests {
  private static let day = CalendarDay(number: 20_000)
  private static let zone = LocalZone.utc

  private func attempt(
    _ run: Int, _ day: Int, at second: Int64, _ status: RunAttempt.Status = .published, exit: Int? = 0,
    message: String? = nil
  ) -> RunAttempt {
    RunAttempt(
      run: run, asOf: Self.day.advanced(by: day), startedAt: Timestamp(seconds: second),
      finishedAt: [.running, .interrupted].contains(status) ? nil : Timestamp(seconds: second + 20),
      status: status, exitStatus: exit, message: message)
  }

  private func run(_ id: Int, _ day: Int, settings: String = "a") -> Run {
    Run(
      id: id, asOf: Self.day.advanced(by: day), programVersion: "1", pipelineHash: settings,
      status: .published, exitStatus: 0)
  }

  private func nights(_ attempts: [RunAttempt], _ runs: [Run], before day: Int) -> [PastNight] {
    NightList.report(
      attempts: attempts.reversed(), runs: runs,
      stages: [
        1: [StageRecord(position: 1, name: "import", counts: #"{"files":2,"read":30}"#, milliseconds: 1500)]
      ],
      before: Self.day.advanced(by: day), zone: Self.zone,
      harmless: { $0.replacing("geheim", with: "[weg]") }
    ).nights
  }

  @Test func nothingOfTheNightsOwnDayIsTold() {
    let attempts = [attempt(1, 0, at: 10), attempt(2, 1, at: 100), attempt(3, 1, at: 200)]
    let runs = [run(1, 0), run(2, 1), run(3, 1)]
    #expect(nights(attempts, runs, before: 0).isEmpty)
    let once = nights(Array(attempts.prefix(2)), runs, before: 1)
    #expect(once.map(\.day) == [Self.day])
    #expect(nights(attempts, runs, before: 1) == once, "the same day done again changes nothing")
    #expect(once[0].attempts[0].milliseconds == 20_000)
    #expect(once[0].stages[0].counts == [.init("files", 2), .init("read", 30)])
    #expect(once[0].hasNewSettings == nil)
  }

  @Test func aNightThatWasDoneAgainCountsOnceByItsLastStart() {
    let attempts = [
      attempt(1, 0, at: 10, .interrupted, exit: nil),
      attempt(1, 0, at: 20, .failed, exit: 2, message: "geheim bestand"), attempt(1, 0, at: 30, exit: 1),
      attempt(2, 1, at: 40, .failed, exit: 2, message: "vol"),
    ]
    let found = nights(attempts, [run(1, 0), run(2, 3, settings: "b")], before: 3)
    #expect(found.count == 2)
    #expect(found[0].attempts.map(\.outcome) == [.interrupted, .failed, .incomplete])
    #expect(found[0].attempts[1].message == "[weg] bestand")
    #expect(found[0].stages.count == 1)
    // The run went on for a later day: what its stages say is not of this one.
    #expect(found[1].attempts.map(\.outcome) == [.failed])
    #expect(found[1].stages.isEmpty && found[1].version == nil && found[1].hasNewSettings == nil)
  }

  @Test func otherSettingsAreTold() {
    let attempts = [attempt(1, 0, at: 10), attempt(2, 1, at: 20), attempt(3, 2, at: 30)]
    let runs = [run(1, 0), run(2, 1), run(3, 2, settings: "b")]
    #expect(nights(attempts, runs, before: 9).map(\.hasNewSettings) == [nil, false, true])
  }
}
