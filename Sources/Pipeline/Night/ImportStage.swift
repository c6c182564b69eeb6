// What came into the inbox: each file read once, in one transaction of its own.
import Archives
import Configuration
import Crypto
import Discussion
import Foundation
import Importers
import Storage

/// Reads the inbox into the store.
struct ImportStage: NightStage {
  let name = "import"
  let label = "inname"

  /// Version of the readers: raise it when they read something better, and known files are read again.
  static let readerVersion = "1"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let pseudonymiser = try night.store.pseudonymiser(keyFile: night.file.key)
    let inbox = Inbox(folder: night.file.inbox).contents(for: night.file.sources)
    var reports: [FileReport] = []
    for (source, files) in inbox.files {
      let reader = try SourceReader(source: source, night: night, pseudonymiser: pseudonymiser)
      for file in files {
        night.advance(file.name)
        reports.append(try reader.read(file))
      }
    }
    // After the posts: a row may be about a post that came tonight.
    let tombstones = try night.store.tombstones(pseudonymiser, naming: try night.file.recordNaming())
    let sheets = SheetIntake(store: night.store, night: night.asOf, tombstones: tombstones)
    let corrected = try inbox.corrections.map { file in
      night.advance(file.name)
      return try sheets.read(file) {
        try CorrectionIntake(store: night.store, file: night.file, night: night.asOf)
      }
    }
    let decided = try inbox.decisions.map { file in
      night.advance(file.name)
      return try sheets.read(file) {
        try DecisionIntake(store: night.store, file: night.file, night: night.asOf)
      }
    }
    let judged = try inbox.verdicts.map { file in
      night.advance(file.name)
      return try sheets.read(file) { try VerdictIntake(store: night.store, night: night.asOf) }
    }
    reports += corrected + decided + judged
    let resources = ResourceIntake(store: night.store, file: night.file, night: night.asOf)
    var listed: [FileReport] = []
    for file in inbox.resources {
      night.advance(file.name)
      listed.append(try resources.read(file, isOnly: inbox.resources.count == 1))
    }
    reports += listed
    for passed in inbox.passed {
      let refusal = FileRefusal(outcome: .ignored, reason: "not-asked-for", message: passed.reason)
      reports.append(try night.store.recordRefusal(refusal, path: passed.name, night: night.asOf))
    }
    var outcome = Self.outcome(reports)
    let erased = reports.reduce(0) { $0 + $1.counts.erased }
    if erased > 0 { outcome.counts.append(.init("erased", "van gewiste mensen, niet opgeslagen", erased)) }
    if night.file.retention.rawTextDays != nil {
      night.advance("bewaartermijn")
      let retired = try Retention(file: night.file, store: night.store)
        .enforce(asOf: night.asOf, pseudonymiser, isDryRun: false)
      outcome.counts += [
        .init("texts_retired", "teksten voorbij de bewaartermijn weggehaald", retired.counts.posts),
        .init("revisions_retired", "oudere teksten weggehaald", retired.counts.revisions),
        .init("nights_retired", "oude dashboards weggehaald", retired.nights.count),
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
        .init(
          "skipped", "overgeslagen", counts.skipped + counts.events + counts.deleted + counts.duplicates),
      ],
      isIncomplete: failed > 0 || counts.quarantined > 0 || counts.refusedEntries > 0)
  }
}

/// Reads the files of one source.
struct SourceReader {
  let source: PipelineFile.Source
  let night: NightContext
  let pseudonymiser: Pseudonymiser
  let importer: FileImporter
  let mappingHash: String
  let tombstones: Tombstones

  init(source: PipelineFile.Source, night: NightContext, pseudonymiser: Pseudonymiser) throws {
    self.source = source
    self.night = night
    self.pseudonymiser = pseudonymiser
    // A day's grace for clocks that run ahead; a date after that is a mistake in the export.
    var settings = ImportSettings(
      source: source.name, zone: night.file.zone,
      notAfter: Clock.now.advanced(byMilliseconds: 86_400_000))
    var hash = SHA256()
    hash.update(data: Data("\(source.name)\0\(night.file.zone.identifier)\0".utf8))
    if let (mapping, data) = try source.readMapping() {
      settings.mappings = [mapping]
      hash.update(data: data)
    }
    mappingHash = Hexadecimal.text(hash.finalize())
    importer = FileImporter(settings: settings)
    tombstones = try night.store.tombstones(pseudonymiser, naming: try night.file.recordNaming())
  }

  /// Reads a file into the store, or notes why it could not be read.
  func read(_ file: Inbox.File) throws -> FileReport {
    let opened: ArchiveFile
    let digest: String
    do {
      opened = try ArchiveFile(path: file.path, limits: importer.settings.limits)
      digest = try opened.sha256()
    } catch let error as ArchiveError {
      let refusal = FileRefusal(
        outcome: error.reason.rawValue == "unstable" ? .deferred : .refused, reason: error.reason.rawValue,
        message: error.message)
      return try night.store.recordRefusal(refusal, path: file.name, bytes: file.size, night: night.asOf)
    }
    let input = ImportFile(
      path: file.name, sha256: digest, bytes: file.size, mappingHash: mappingHash,
      readerVersion: ImportStage.readerVersion, completeness: source.isComplete ? .complete : .partial)
    return try night.store.importFile(input, night: night.asOf, tombstones: tombstones) { writer in
      var revisions = 0
      let summary = try importer.read(opened, name: file.name) { item in
        if case .revision = item { revisions += 1 }
        try take(item, into: writer)
      }
      try Self.refuse(summary)
      writer.noteSkipped(summary.skipped)
      writer.noteEvents(summary.events)
      // Repeats that bring another state of a post went to the store, which counted them.
      writer.noteDuplicates(summary.duplicates - revisions)
      return ReadSummary(format: summary.format, records: summary.records)
    }
  }

  private static func refuse(_ summary: ImportSummary) throws {
    switch summary.outcome {
    case .accepted, .partial, .recordsQuarantined: return
    case .fileQuarantined, .fileDeferred, .ignored:
      throw FileRefusal(
        outcome: summary.outcome == .ignored
          ? .ignored : summary.outcome == .fileDeferred ? .deferred : .refused,
        reason: summary.reason ?? "unknown", message: summary.message ?? "er is niets in te lezen")
    }
  }

  private func take(_ item: ImportItem, into writer: ImportWriter) throws {
    switch item {
    case .post(let post), .revision(let post):
      try writer.add(stored(post), at: post.provenance)
    case .member(let member):
      guard let id = pseudonymiser.memberID(source: member.source, authorKey: member.author) else {
        return writer.noteSkipped()
      }
      try writer.add(
        Member(id: id, organisation: member.organisation, region: member.region, role: member.role))
    case .quarantined(let record):
      try writer.quarantine(
        Storage.QuarantinedRecord(
          place: record.provenance, reason: record.reason, message: record.message, raw: record.raw))
    }
  }

  /// A post under its identity in the store, its author under a pseudonym.
  private func stored(_ post: ImportedPost) -> Post {
    func id(_ native: String) -> PostID { PostID(source: post.source, native: native) }
    return Post(
      id: id(post.id), source: post.source, thread: ThreadID(source: post.source, native: post.thread),
      parent: post.parent.map(id), kind: post.kind,
      author: post.author.flatMap { pseudonymiser.memberID(source: post.source, authorKey: $0) },
      channel: post.channel, createdAt: post.createdAt, editedAt: post.editedAt, title: post.title,
      body: post.body,
      state: post.state)
  }
}

extension PipelineFile.Source {
  /// The mapping and its bytes; nil when the source needs none. Throws when it is wrong, with its place.
  func readMapping() throws(ConfigurationError) -> (mapping: Mapping, bytes: Data)? {
    guard let path = mapping else { return nil }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else { throw ConfigurationError(file: path, message: "de mapping is niet te lezen als tekst in UTF-8") }
    return (try Mapping(yaml: text, file: path), data)
  }
}
