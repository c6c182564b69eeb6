// The filter `import`: reads exports and writes posts, summaries and quarantine as NDJSON, without a store.
import Archives
import Discussion
import Importers
import Records
import Storage

/// Reads files, archives and folders and writes what is in them as NDJSON.
public struct ImportFilter: Sendable {
  /// Files, archives and folders, in the order given.
  public var paths: [String]
  /// Mapping files.
  public var mappings: [String]
  /// The source's name for formats that need no mapping.
  public var source: String
  /// The zone of times that name none; a mapping names its own.
  public var zone: String
  /// Where posts go; `-` is standard output, nil for nowhere.
  public var posts: String?
  /// Where a line per file goes; nil for nowhere.
  public var summary: String?
  /// Where a line per record that could not be read goes; nil for nowhere.
  public var quarantine: String?
  /// The file that holds the key of the pseudonyms; nil for a random key.
  public var key: String?
  /// Times after this are impossible.
  public var notAfter: Timestamp
  /// Whether direct messages and private groups among public conversations are read too.
  public var includesPrivate = true

  /// A filter for paths; everything else has its defaults. Times after tomorrow are impossible: a day's grace for
  /// clocks that run ahead.
  public init(paths: [String]) {
    self.paths = paths
    mappings = []
    source = "import"
    zone = "Europe/Amsterdam"
    notAfter = Clock.now.advanced(byMilliseconds: 86_400_000)
  }

  /// Reads and writes.
  ///
  /// - Parameter report: is given each message for people, one line.
  /// - Returns: clean when all was read, incomplete when something was quarantined, failed when nothing could be
  ///   read or a setting is wrong.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let settings = try makeSettings()
      let pseudonymiser =
        try key.map { try Pseudonymiser(keyFile: $0, mayCreate: false) } ?? .underRandomKey()
      let outputs = ImportOutputs(
        posts: try posts.map { try ByteWriter(path: $0) },
        summary: try summary.map { try ByteWriter(path: $0) },
        quarantine: try quarantine.map { try ByteWriter(path: $0) }, pseudonymiser: pseudonymiser)
      let importer = FileImporter(settings: settings)
      let files = try paths.flatMap { path in
        try FolderWalk.files(at: path) { folder in
          !importer.marks(of: ArchiveFolder(path: folder.path), name: folder.name).isEmpty
        }
      }
      var readable = 0
      var isClean = true
      for file in files {
        let result = try outputs.take(file, importer)
        if result.isKept { readable += 1 }
        if !result.isKept || result.quarantined > 0 { isClean = false }
        if let message = result.message { report("\(file.name): \(message) [\(result.reason ?? "")]") }
      }
      try outputs.flush()
      if readable == 0 {
        report("er is niets gelezen: geen van de \(files.count) bestanden is te lezen")
        return .failed
      }
      return isClean ? .clean : .incomplete
    } catch {
      report("\(error)")
      return .failed
    }
  }

  private func makeSettings() throws -> ImportSettings {
    guard let zone = LocalZone(identifier: zone) else {
      throw ImportFilterError("onbekende tijdzone “\(zone)”")
    }
    let mappings = try mappings.map { path in
      try Mapping(yaml: String(decoding: try ByteReader.contents(of: path), as: UTF8.self), file: path)
    }
    var settings = ImportSettings(source: source, zone: zone, notAfter: notAfter, mappings: mappings)
    settings.includesPrivate = includesPrivate
    return settings
  }
}

/// A message about what could not be set up.
struct ImportFilterError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Where the lines go. A file's posts wait in a temporary file until it is known that they are to be kept.
private struct ImportOutputs {
  let posts: ByteWriter?
  let summary: ByteWriter?
  let quarantine: ByteWriter?
  let pseudonymiser: Pseudonymiser

  func take(_ file: FolderWalk.File, _ importer: FileImporter) throws -> ImportSummary {
    let spool = try posts.map { _ in try Spool() }
    let rejected = try quarantine.map { _ in try Spool() }
    let result = try importer.read(file.path, name: file.name) { item in
      switch item {
      case .post(let post) where post.state == .live: try spool?.writeLine(line(post))
      case .post, .revision, .member: break
      case .quarantined(let record): try rejected?.writeLine(line(record))
      }
    }
    if result.isKept {
      if let posts { try spool?.copy(to: posts) }
      if let quarantine { try rejected?.copy(to: quarantine) }
    } else {
      try quarantine?.writeLine(
        .object([
          ("file", .string(file.name)), ("entry", .null), ("record", .null), ("line", .null), ("byte", .null),
          ("reason", .optional(result.reason)), ("message", .optional(result.message)), ("raw", .null),
        ]))
    }
    try summary?.writeLine(line(result))
    return result
  }

  func flush() throws {
    try posts?.flush()
    try summary?.flush()
    try quarantine?.flush()
  }

  private func line(_ post: ImportedPost) -> JSONOutput {
    .object([
      ("source", .string(post.source)), ("file", .string(post.provenance.file)),
      ("entry", .string(post.provenance.entry)), ("id", .string(post.id)), ("thread", .string(post.thread)),
      ("parent", .optional(post.parent)),
      (
        "author",
        .optional(
          post.author.flatMap { pseudonymiser.memberID(source: post.source, authorKey: $0)?.description })
      ),
      ("kind", .string(post.kind.rawValue)), ("channel", .optional(post.channel)),
      ("created_at", .string(post.createdAt.description)),
      ("edited_at", .optional(post.editedAt?.description)), ("title", .optional(post.title)),
      ("body", .string(post.body)), ("quoted", .optional(post.quoted)),
      ("signature", .optional(post.signature)),
      ("as_written", .optional(post.asWritten)), ("attachments", .integer(post.attachments)),
      ("identity", .string(post.identity.rawValue)),
      ("flags", .array(post.flags.map { .string($0.rawValue) })),
      ("record", .integer(post.provenance.record)),
    ])
  }

  private func line(_ record: Importers.QuarantinedRecord) -> JSONOutput {
    .object([
      ("file", .string(record.provenance.file)), ("entry", .string(record.provenance.entry)),
      ("record", .integer(record.provenance.record)), ("line", .optional(record.provenance.line)),
      ("byte", .optional(record.provenance.byte)), ("reason", .string(record.reason)),
      ("message", .string(record.message)), ("raw", .string(String(decoding: record.raw, as: UTF8.self))),
    ])
  }

  private func line(_ result: ImportSummary) -> JSONOutput {
    .object([
      ("file", .string(result.file)), ("format", .optional(result.format)),
      ("outcome", .string(result.outcome.rawValue)), ("reason", .optional(result.reason)),
      ("posts", .integer(result.posts)), ("unchanged", .integer(result.unchanged)),
      ("quarantined", .integer(result.quarantined)), ("skipped", .integer(result.skipped)),
      ("events", .integer(result.events)), ("deleted", .integer(result.deleted)),
      ("duplicates", .integer(result.duplicates)), ("undated", .integer(result.undated)),
      ("members", .integer(result.members)), ("records", .integer(result.records)),
      ("message", .optional(result.message)), ("sha256", .optional(result.sha256)),
      (
        "warnings",
        .array(
          result.warnings.map {
            .object([
              ("code", .string($0.code)), ("entry", .string($0.entry)), ("count", .integer($0.count)),
            ])
          })
      ),
    ])
  }
}
