// What came in, as the import page shows it: every record read in exactly one column.
import Dashboards
import Discussion
import Storage

/// Makes the rows of the import page from what the store keeps of files and quarantine.
enum IntakeBuilder {
  /// How far the data reach and what became of each file that this night found.
  static func intake(_ night: NightContext, posts: [Post]) throws -> IntakeReport {
    let newest = posts.last.map { night.file.zone.local($0.createdAt) }
    let reports = try night.store.fileReports(night: night.asOf)
    let history = try night.store.fileHistory(lastNights: nightsTold, upTo: night.asOf)
    return IntakeReport(
      coveredUntil: newest?.day, newestPost: newest, files: reports.map(row),
      sources: try sources(night, posts: posts, reports), nights: nights(history, night.file.sources))
  }

  /// So many nights are told of.
  private static let nightsTold = 60

  private static func sources(
    _ night: NightContext, posts: [Post], _ reports: [FileReport]
  ) throws -> [IntakeSource] {
    let arrivals = try night.store.arrivals()
    var newest: [String: Timestamp] = [:]
    for post in posts { newest[post.source] = max(newest[post.source] ?? post.createdAt, post.createdAt) }
    return try night.file.sources.map { source in
      let isTheirs = { (path: String) in
        Inbox.source(of: path, among: night.file.sources)?.name == source.name
      }
      // A mapping names its own source: posts bear that name.
      let posted = newest[try source.readMapping()?.mapping.source ?? source.name]
      return IntakeSource(
        name: source.name, pattern: source.files, everyDays: source.everyDays,
        lastArrival: arrivals.filter { isTheirs($0.path) }.map(\.night).max(),
        newestPost: posted.map { night.file.zone.day(of: $0) },
        tonight: tally(reports.filter { isTheirs($0.path) }, on: night.asOf))
    }
  }

  private static func nights(
    _ history: [(night: CalendarDay, report: FileReport)], _ sources: [PipelineFile.Source]
  ) -> [IntakeNight] {
    struct Key: Hashable {
      var night: CalendarDay
      var source: String?
    }
    let groups = Dictionary(grouping: history) { night, report in
      Key(night: night, source: Inbox.source(of: report.path, among: sources)?.name)
    }
    return groups.map { key, files in
      IntakeNight(day: key.night, source: key.source, tally: tally(files.map(\.report), on: key.night))
    }.sorted { ($0.day, $0.source ?? "~") < ($1.day, $1.source ?? "~") }
  }

  private static func tally(_ reports: [FileReport], on night: CalendarDay) -> IntakeTally {
    var tally = IntakeTally()
    for report in reports {
      switch report.outcome {
      case .accepted, .quarantined: tally.files += 1
      case .refused, .deferred: tally.failed += 1
      case .unchanged, .ignored: continue
      }
      tally.stored += report.counts.new
      tally.revised += report.counts.revised
      tally.quarantined += report.counts.quarantined + report.counts.refusedEntries
    }
    return tally
  }

  /// Records and files that could not be read, of all nights.
  static func quarantine(_ night: NightContext) throws -> [QuarantineRow] {
    try night.store.quarantineItems().filter { $0.kind == .record }.map { item in
      var row = QuarantineRow(
        place: item.record.place, reason: item.record.reason, message: item.record.message,
        advice: QuarantineAdvice.text(for: item.record.reason))
      row.name = item.name
      row.since = item.night
      return row
    }
  }

  private static func row(_ report: FileReport) -> IntakeFile {
    let counts = report.counts
    var file = IntakeFile(
      file: report.path, format: report.format ?? "", outcome: outcome(report.outcome),
      reason: report.message ?? "", read: counts.read, stored: counts.new, revised: counts.revised,
      unchanged: counts.unchanged, quarantined: counts.quarantined, members: counts.members,
      skipped: counts.skipped, events: counts.events, deleted: counts.deleted, duplicates: counts.duplicates,
      corrections: counts.corrections, decisions: counts.decisions, verdicts: counts.verdicts,
      resources: counts.resources, erased: counts.erased)
    file.advice = QuarantineAdvice.text(for: report.reason ?? "")
    return file
  }

  private static func outcome(_ outcome: FileReport.Outcome) -> IntakeFile.Outcome {
    switch outcome {
    case .accepted, .quarantined: .imported
    case .unchanged: .known
    case .ignored: .ignored
    case .refused, .deferred: .failed
    }
  }
}
