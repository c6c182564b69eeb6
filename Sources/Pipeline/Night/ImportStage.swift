// What came into the inbox: each file read once, in one transaction of its own.
import Archives
import Foundation
import Storage

/// Reads the inbox into the store.
struct ImportStage: NightStage {
  let name = "import"
  let label = "inname"

  /// Version of the readers: raise it when they read something better, and known files are read again.
  static let readerVersion = "3"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let pseudonymiser = try night.store.pseudonymiser(keyFile: night.file.key)
    let inbox = Inbox(folder: night.file.inbox).contents(for: night.file.sources)
    let moving = Inbox.moving(among: inbox.all, night.file, night.store) {
      night.advance("even wachten tot nieuwe bestanden stil liggen")
    }
    var reports: [FileReport] = []
    var readFiles: [(file: Inbox.File, report: FileReport)] = []
    let tombstones = try night.store.tombstones(pseudonymiser, naming: try night.file.recordNaming())
    for (source, files) in inbox.files {
      let reader = try SourceReader(
        source: source, file: night.file, store: night.store, night: night.asOf, pseudonymiser: pseudonymiser,
        tombstones: tombstones)
      for file in files where !moving.contains(file.name) {
        night.advance(file.name)
        let report = try reader.read(file)
        reports.append(report)
        readFiles.append((file, report))
      }
    }
    for file in inbox.all where moving.contains(file.name) {
      reports.append(
        try night.store.recordRefusal(Inbox.stillMoving, path: file.name, bytes: file.size, night: night.asOf)
      )
    }
    // After the posts: a row may be about a post that came tonight.
    let sheets = SheetIntake(store: night.store, night: night.asOf, tombstones: tombstones)
    let corrected = try inbox.corrections.filter { !moving.contains($0.name) }.map { file in
      night.advance(file.name)
      return try sheets.read(file) {
        try CorrectionIntake(store: night.store, file: night.file, night: night.asOf)
      }
    }
    let decided = try inbox.decisions.filter { !moving.contains($0.name) }.map { file in
      night.advance(file.name)
      return try sheets.read(file) {
        try DecisionIntake(store: night.store, file: night.file, night: night.asOf)
      }
    }
    let judged = try inbox.verdicts.filter { !moving.contains($0.name) }.map { file in
      night.advance(file.name)
      return try sheets.read(file) { try VerdictIntake(store: night.store, night: night.asOf) }
    }
    reports += corrected + decided + judged
    let resources = ResourceIntake(store: night.store, file: night.file, night: night.asOf)
    var listed: [FileReport] = []
    for file in inbox.resources where !moving.contains(file.name) {
      night.advance(file.name)
      listed.append(try resources.read(file, isOnly: inbox.resources.count == 1))
    }
    reports += listed
    for passed in inbox.passed {
      reports.append(try night.store.recordRefusal(passed.refusal, path: passed.name, night: night.asOf))
    }
    var outcome = Self.outcome(reports)
    if let folder = night.file.importing.moveTo {
      let (moved, failed) = Inbox(folder: night.file.inbox).move(
        readFiles.filter { $0.report.wasRead }.map(\.file), to: folder)
      outcome.counts.append(.init("files_moved", "verplaatst", moved))
      if !failed.isEmpty {
        outcome.counts.append(.init("files_not_moved", "niet te verplaatsen", failed.count))
        outcome.isIncomplete = true
      }
    }
    let erased = reports.reduce(0) { $0 + $1.counts.erased }
    if erased > 0 { outcome.counts.append(.init("erased", "van gewiste mensen, niet opgeslagen", erased)) }
    if night.file.retention.hasTerm {
      night.advance("bewaartermijn")
      let retired = try Retention(file: night.file, store: night.store)
        .enforce(asOf: night.asOf, pseudonymiser, isDryRun: false)
      outcome.counts += [
        .init("texts_retired", "teksten voorbij de bewaartermijn weggehaald", retired.counts.posts),
        .init("revisions_retired", "oudere teksten weggehaald", retired.counts.revisions),
        .init("nights_retired", "oude dashboards weggehaald", retired.nights.count),
        .init("notes_retired", "oude toelichtingen weggehaald", retired.notes),
      ]
    }
    if !corrected.isEmpty {
      let counts = corrected.reduce(ImportCounts()) { $0 + $1.counts }
      outcome.counts += [
        .init("corrections", "correcties opgenomen", counts.corrections),
        .init("corrections_refused", "correcties geweigerd", counts.quarantined),
      ]
    }
    if !decided.isEmpty {
      let counts = decided.reduce(ImportCounts()) { $0 + $1.counts }
      outcome.counts += [
        .init("decisions", "besluiten opgenomen", counts.decisions),
        .init("decisions_refused", "besluiten geweigerd", counts.quarantined),
      ]
    }
    if !judged.isEmpty {
      let counts = judged.reduce(ImportCounts()) { $0 + $1.counts }
      outcome.counts += [
        .init("verdicts", "oordelen opgenomen", counts.verdicts),
        .init("verdicts_refused", "oordelen geweigerd", counts.quarantined),
      ]
    }
    if !listed.isEmpty {
      let counts = listed.reduce(ImportCounts()) { $0 + $1.counts }
      outcome.counts += [
        .init("resources", "bronnen opgenomen", counts.resources),
        .init("resources_refused", "bronnen geweigerd", counts.quarantined),
      ]
    }
    return (outcome, { _ in })
  }

  private static func outcome(_ reports: [FileReport]) -> StageOutcome {
    let counts = reports.reduce(ImportCounts()) { $0 + $1.counts }
    let failed = reports.count { [.refused, .deferred].contains($0.outcome) }
    return StageOutcome(
      counts: [
        .init("files", "bestanden", reports.count),
        .init("files_unchanged", "al bekend", reports.count { $0.outcome == .unchanged }),
        .init("files_failed", "niet te lezen", failed), .init("read", "regels gelezen", counts.read),
        .init("stored", "opgeslagen", counts.stored), .init("unchanged", "ongewijzigd", counts.unchanged),
        .init("quarantined", "in quarantaine", counts.quarantined),
        .init("members", "leden", counts.members),
        .init("skipped", "overgeslagen", counts.skipped),
        .init("other", "overig", counts.events + counts.deleted + counts.duplicates),
      ],
      isIncomplete: failed > 0 || counts.quarantined > 0 || counts.refusedEntries > 0)
  }
}
