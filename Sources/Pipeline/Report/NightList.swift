// How earlier nights went, from the ledger: for the monitors' page.
import Dashboards
import Discussion
import Moderation
import Storage

/// Makes the list of nights of days before a night. What the ledger holds of the night's own day is left out: it holds the
/// clock's time, and the same night done again must give the same pages.
enum NightList {
  /// A message is cut after so many characters.
  private static let messageLength = 300

  /// The nights of earlier days.
  static func report(_ night: NightContext, redactor: Redactor) throws -> NightsReport {
    report(
      attempts: try night.store.attempts(), runs: try night.store.runs(), stages: try night.store.stages(),
      before: night.asOf, zone: night.file.zone
    ) { message in
      redactor.redact(RawText(message)).shortened(to: Self.messageLength).text
    }
  }

  /// The nights of days before a day.
  ///
  /// - Parameters:
  ///   - attempts: the program's starts, newest first.
  ///   - harmless: a message without what may not be shown.
  static func report(
    attempts: [RunAttempt], runs: [Run], stages: [Int: [StageRecord]], before: CalendarDay, zone: LocalZone,
    harmless: (String) -> String
  ) -> NightsReport {
    let runOf = Dictionary(runs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byDay = Dictionary(grouping: attempts.reversed().filter { $0.asOf < before }, by: \.asOf)
    var settings: String?
    var nights: [PastNight] = []
    for day in byDay.keys.sorted() {
      guard let starts = byDay[day], let last = starts.last else { continue }
      // A run that was not finished is done again under its number, maybe for a later day: then it tells of that day.
      let run = runOf[last.run].flatMap { $0.asOf == day && last.status == .published ? $0 : nil }
      nights.append(
        PastNight(
          day: day, attempts: starts.map { attempt($0, zone: zone, harmless) },
          stages: run.map { stages[$0.id] ?? [] }?.map(stage) ?? [], version: run?.programVersion,
          hasNewSettings: run.flatMap { run in settings.map { $0 != run.pipelineHash } }))
      settings = run?.pipelineHash ?? settings
    }
    return NightsReport(nights: nights)
  }

  private static func attempt(_ attempt: RunAttempt, zone: LocalZone, _ harmless: (String) -> String)
    -> PastNight.Attempt
  {
    let outcome: PastNight.Outcome =
      switch attempt.status {
      case .running, .interrupted: .interrupted
      case .failed: .failed
      case .published: attempt.exitStatus == 0 ? .clean : .incomplete
      }
    return PastNight.Attempt(
      startedAt: zone.local(attempt.startedAt),
      milliseconds: attempt.finishedAt.map { Int($0.milliseconds - attempt.startedAt.milliseconds) },
      outcome: outcome, message: attempt.message.map(harmless))
  }

  private static func stage(_ record: StageRecord) -> PastNight.Stage {
    PastNight.Stage(
      name: record.name, counts: counts(record.counts), milliseconds: record.milliseconds,
      isIncomplete: record.status == "incomplete")
  }

  /// The counts of a stage as the ledger holds them: a flat object of whole numbers, in order.
  private static func counts(_ json: String) -> [PastNight.Count] {
    json.split { "{},".contains($0) }.compactMap { pair in
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let value = Int(parts[1].trimmingSpaces) else { return nil }
      return PastNight.Count(parts[0].filter { $0 != "\"" && $0 != " " }, value)
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    drop { $0 == " " }
  }
}
