// Reads one export, a file or a folder, whatever its container and format: the entrance that the night uses.
import Archives
import Discussion

/// Reads files: opens containers, finds each entry's importer by its content, and hands out the items.
///
///     let importer = FileImporter(settings: settings)
///     let summary = try importer.read("inbox/export.zip", name: "export.zip") { item in try store.take(item) }
///     if summary.isKept { try store.commit() } else { try store.rollBack() }
public struct FileImporter: Sendable {
  /// The settings.
  public let settings: ImportSettings
  /// The importers that are tried on each entry.
  public let importers: [any Importer]

  /// An importer with all formats.
  public init(settings: ImportSettings) {
    self.settings = settings
    let all =
      settings.mappings.flatMap { mapping -> [any Importer] in
        Self.importers(of: mapping)
      } + Self.formats
    guard let wanted = settings.formats else {
      importers = all
      return
    }
    importers = all.filter { importer in
      wanted.contains { importer.format == $0 || importer.format.hasPrefix($0 + ".") }
    }
  }

  /// The names of all formats, those that need a mapping among them.
  public static var formatNames: [String] {
    (["mapped.csv", "mapped.json", "mapped.jsonl", "mapped.notes", "mapped.xlsx"] + formats.map(\.format))
      .sorted()
  }

  /// The importers that read by a mapping.
  static func importers(of mapping: Mapping) -> [any Importer] {
    [
      MappedCSVImporter(mapping: mapping), MappedJSONLImporter(mapping: mapping),
      MappedJSONImporter(mapping: mapping), MappedWorkbookImporter(mapping: mapping),
      MeetingNotesImporter(mapping: mapping),
    ]
  }

  /// The importers that need no mapping.
  public static let formats: [any Importer] =
    MailFormats.all + ForumsFormats.all + WorkplaceFormats.all + ChatsFormats.all + DocumentsFormats.all

  /// Reads a file, or a folder as one export, and hands out what is in it. Which folders are one export,
  /// ``marks(of:name:)`` tells.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: its name relative to the inbox, for provenance.
  ///   - body: takes the items, in order. When the summary says that the file is not kept, all of them have to be
  ///     undone.
  /// - Returns: the counts and the outcome.
  /// - Throws: only what the closure throws; what is wrong with the file stands in the summary.
  public func read(_ path: String, name: String, _ body: (ImportItem) throws -> Void) throws -> ImportSummary
  {
    do {
      return try read(try ExportPath.open(path, limits: settings.limits), name: name, body)
    } catch let error as ArchiveError {
      var summary = ImportSummary(file: name)
      summary.refuse(ImportRefusal(error))
      return summary
    }
  }

  /// Reads what is open and hands out what is in it.
  ///
  /// - Parameter known: knows the records that need not be read; nil reads all. What it takes is counted, as a post or as a
  ///   repeat, and not handed out.
  public func read(
    _ file: any EntrySource, name: String, known: (any KnownRecords)? = nil,
    _ body: (ImportItem) throws -> Void
  ) throws -> ImportSummary {
    try withoutActuallyEscaping(body) { body in
      let sink = ImportSink(file: name, settings: settings, known: known) { item in
        do { try body(item) } catch { throw CallerError(error: error) }
      }
      var digest: String?
      do {
        digest = try file.sha256()
        var session = FileReading(importers: importers, file: file, name: name, sink: sink)
        try session.run()
        var summary = session.summary()
        summary.sha256 = digest
        return summary
      } catch let error as CallerError {
        throw error.error
      } catch let error as ArchiveError {
        return refused(sink, ImportRefusal(error), digest)
      } catch let refusal as ImportRefusal {
        return refused(sink, refusal, digest)
      }
    }
  }

  private func refused(_ sink: ImportSink, _ refusal: ImportRefusal, _ digest: String?) -> ImportSummary {
    var summary = ImportSummary(file: sink.summary.file)
    summary.format = sink.summary.format
    summary.sha256 = digest
    summary.refuse(refusal)
    return summary
  }
}

/// Carries an error of the caller's closure past the handling of the file's own errors.
private struct CallerError: Error { var error: any Error }

extension ImportSummary {
  /// Says that nothing of the file may be kept.
  fileprivate mutating func refuse(_ refusal: ImportRefusal) {
    outcome = refusal.reason == "unstable" ? .fileDeferred : .fileQuarantined
    reason = refusal.reason
    message = refusal.entry.isEmpty ? refusal.message : "\(refusal.entry): \(refusal.message)"
  }
}

/// The reading of one file.
private struct FileReading {
  let importers: [any Importer]
  let file: any EntrySource
  let name: String
  let sink: ImportSink
  private var formats: Set<String> = []
  private var unread: [ImportRefusal] = []
  private var surveys: [Int: any ImportSurvey] = [:]
  private var entries = 0

  init(importers: [any Importer], file: any EntrySource, name: String, sink: ImportSink) {
    self.importers = importers
    self.file = file
    self.name = name
    self.sink = sink
  }

  mutating func run() throws {
    let oddities = try file.forEachEntry { entry in try read(entry) }
    for oddity in oddities {
      sink.entry = oddity.entry
      sink.warn(oddity.code.rawValue)
    }
    try file.checkUnchanged()
    // A single file that nobody can read is refused; an archive may hold other things than discussions.
    if formats.isEmpty,
      let first = unread.first(where: { $0.reason != "unknown-format" && $0.reason != "empty-file" })
    {
      throw first
    }
    if formats.isEmpty, entries == 1, let only = unread.first, only.entry.isEmpty, only.reason != "empty-file"
    {
      throw only
    }
    for refusal in unread {
      sink.entry = refusal.entry
      sink.warn(refusal.reason)
    }
    let counts = sink.summary
    if counts.quarantined > 20, counts.quarantined * 5 > counts.records {
      throw ImportRefusal(
        reason: "too-many-bad-records",
        message: "\(counts.quarantined) van de \(counts.records) berichten zijn niet te lezen")
    }
  }

  private mutating func read(_ entry: ArchiveEntry) throws {
    entries += 1
    let sample = try EntrySample(file: name, entry: entry)
    let fitting = importers.indices.filter { importers[$0].recognises(sample) }
    // A mapping that names this file and its columns was written by somebody for it: nothing is guessed.
    let mapped = fitting.filter { importers[$0].format.hasPrefix("mapped.") }
    let chosen = mapped.isEmpty ? fitting : mapped
    guard let position = chosen.first else {
      var refusal = try EntryDiagnosis.refusal(of: entry, sample)
      refusal.entry = entry.name
      return unread.append(refusal)
    }
    if chosen.count > 1 {
      let names = chosen.map { importers[$0].format }.joined(separator: ", ")
      throw ImportRefusal(
        reason: "ambiguous-format", message: "past bij meer dan één formaat: \(names)", entry: entry.name)
    }
    let importer = importers[position]
    formats.insert(importer.format)
    sink.entry = entry.name
    if chosen.count < fitting.count { sink.warn("mapping-preferred") }
    sink.survey = try survey(for: position)
    do { try importer.read(entry, sample, into: sink) } catch var refusal as ImportRefusal {
      refusal.entry = entry.name
      throw refusal
    }
  }

  /// What an importer has to know beforehand, gathered over all entries when the first of its format comes by.
  private mutating func survey(for position: Int) throws -> (any ImportSurvey)? {
    if let survey = surveys[position] { return survey }
    let importer = importers[position]
    guard let survey = importer.makeSurvey() else { return nil }
    surveys[position] = survey
    try file.forEachEntry { entry in
      if importer.recognises(try EntrySample(file: name, entry: entry)) {
        try survey.look(at: entry, file: name)
      }
    }
    return survey
  }

  func summary() -> ImportSummary {
    var summary = sink.summary
    summary.format = formats.isEmpty ? nil : formats.sorted().joined(separator: "+")
    let codes = summary.warnings.map(\.code)
    if summary.quarantined > 0 {
      summary.outcome = .recordsQuarantined
      summary.reason = sink.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    } else if codes.contains("unsafe-entry-type") {
      summary.outcome = .partial
      summary.reason = "unsafe-entry-type"
    } else if formats.isEmpty {
      summary.outcome = .ignored
      summary.reason = codes.contains("unknown-format") ? "no-discussion-files" : "empty-file"
    } else {
      summary.reason = codes.first
    }
    return summary
  }
}
