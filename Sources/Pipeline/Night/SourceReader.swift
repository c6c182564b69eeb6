// Reads the exports of one source into the store: each in one transaction, kept whole or not at all.
import Archives
import Configuration
import Crypto
import Discussion
import Foundation
import Importers
import Storage

/// Reads the files of one source.
struct SourceReader {
  let source: PipelineFile.Source
  let store: CommunityStore
  let night: CalendarDay
  let pseudonymiser: Pseudonymiser
  let importer: FileImporter
  let mappingHash: String
  let tombstones: Tombstones
  private let members: MemberNames

  /// A reader of one source's files.
  ///
  /// - Parameter night: the as-of day under which what is read is noted.
  init(
    source: PipelineFile.Source, file: PipelineFile, store: CommunityStore, night: CalendarDay,
    pseudonymiser: Pseudonymiser, tombstones: Tombstones
  ) throws {
    self.source = source
    self.store = store
    self.night = night
    self.pseudonymiser = pseudonymiser
    members = MemberNames(pseudonymiser)
    self.tombstones = tombstones
    // A day's grace for clocks that run ahead; a date after that is a mistake in the export.
    var settings = ImportSettings(
      source: source.name, zone: file.zone, notAfter: Clock.now.advanced(byMilliseconds: 86_400_000),
      limits: file.importing.limits)
    settings.includesPrivate = source.includesPrivate
    settings.formats = source.formats
    // Whatever decides how a file is read: when any of it changes, known files are read again.
    var hash = SHA256()
    let limits = file.importing.limits
    let readings: [String] =
      [source.name, file.zone.identifier, String(source.includesPrivate)] + (source.formats ?? ["*"]).sorted()
      + [
        limits.fileBytes, limits.unpackedBytes, limits.documentBytes, limits.ratio, limits.depth,
        limits.entries,
      ].map(String.init)
    hash.update(data: Data(readings.joined(separator: "\0").utf8))
    if let (mapping, data) = try source.readMapping() {
      settings.mappings = [mapping]
      hash.update(data: data)
    }
    mappingHash = Hexadecimal.text(hash.finalize())
    importer = FileImporter(settings: settings)
  }

  /// Reads a file, or a folder that is one export, into the store, or notes why it could not be read.
  ///
  /// - Parameter again: whether to read it although its content is known.
  func read(_ file: Inbox.File, again: Bool = false) throws -> FileReport {
    let opened: any EntrySource
    let digest: String
    do {
      opened = try ExportPath.open(file.path, limits: importer.settings.limits)
      digest = try opened.sha256()
    } catch let error as ArchiveError {
      let refusal = FileRefusal(
        outcome: error.reason.rawValue == "unstable" ? .deferred : .refused, reason: error.reason.rawValue,
        message: error.entry.isEmpty ? error.message : "\(error.entry): \(error.message)")
      return try store.recordRefusal(refusal, path: file.name, bytes: file.size, night: night)
    }
    let input = ImportFile(
      path: file.name, sha256: digest, bytes: file.size, mappingHash: mappingHash,
      readerVersion: ImportStage.readerVersion, completeness: source.isComplete ? .complete : .partial)
    return try store.importFile(
      input, night: night, again: again, tombstones: tombstones
    ) { writer in
      var revisions = 0
      let known = RecordsInStore(writer)
      let summary = try importer.read(opened, name: file.name, known: known) { item in
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
      let aside = PostAside(
        quoted: post.quoted, signature: post.signature, asWritten: post.asWritten,
        attachments: post.attachments)
      try writer.add(
        stored(post), aside, isOpeningAssumed: post.flags.contains(.openingAssumed), record: post.record,
        at: post.provenance)
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
      author: post.author.flatMap { members.id(source: post.source, authorKey: $0) },
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

/// Asks the store for the records that need not be read.
private final class RecordsInStore: KnownRecords {
  private let writer: ImportWriter

  init(_ writer: ImportWriter) { self.writer = writer }

  func tags(reading: [String]) -> (any RecordTags)? { writer.recordTagger(reading: reading) }

  func take(_ tag: RecordTag, at place: Provenance) throws -> KnownRecord {
    switch try writer.add(known: tag, at: place) {
    case .unchanged: .unchanged
    case .duplicate: .repeated
    default: .no
    }
  }
}

extension RecordTagger: RecordTags {}

/// The pseudonyms of authors that came by: a keyed hash for each post would cost more than the rest of its storing.
private final class MemberNames {
  /// Enough for every community; a file with more authors costs time and no memory.
  private static let most = 50_000

  private let pseudonymiser: Pseudonymiser
  private var known: [String: [String: MemberID?]] = [:]
  private var count = 0

  init(_ pseudonymiser: Pseudonymiser) { self.pseudonymiser = pseudonymiser }

  func id(source: String, authorKey: String) -> MemberID? {
    if let id = known[source]?[authorKey] { return id }
    let id = pseudonymiser.memberID(source: source, authorKey: authorKey)
    if count == Self.most {
      known = [:]
      count = 0
    }
    known[source, default: [:]][authorKey] = .some(id)
    count += 1
    return id
  }
}
