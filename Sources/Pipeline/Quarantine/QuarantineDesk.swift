// themaradar quarantine: what could not be read, why, what to do about it, and reading it again.
import Archives
import Discussion
import Foundation
import Records
import Storage

/// Shows what stands in quarantine, and reads files again. Every answer is Dutch text on standard output.
public struct QuarantineDesk {
  /// Which of it is meant.
  public struct Selection: Sendable {
    /// Numbers such as `R12` or `B7`.
    public var names: [String] = []
    /// A file's path below the inbox.
    public var file: String?
    /// A reason's code, such as `date`.
    public var reason: String?

    /// All of it.
    public init() {}

    fileprivate func holds(_ item: QuarantineItem) -> Bool {
      (names.isEmpty || names.contains(where: { $0.uppercased() == item.name }))
        && (file == nil || file == item.record.place.file) && (reason == nil || reason == item.record.reason)
    }
  }

  private let path: String
  private let desk: TopicDesk

  /// The desk of the community in a pipeline file.
  public init(pipeline path: String) {
    self.path = path
    desk = TopicDesk(pipeline: path)
  }

  /// Lists what stands in quarantine: numbers, places and reasons, and of a record no more than the value that is wrong.
  ///
  /// - Parameter asCSV: whether to write CSV for programs, in place of a table.
  public func list(_ selection: Selection, asCSV: Bool) -> ExitStatus {
    desk.telling {
      let items = try items(selection)
      if asCSV {
        var writer = CSVWriter()
        writer.write([
          "nummer", "sinds", "bestand", "onderdeel", "record", "regel", "byte", "reden", "uitleg", "advies",
        ])
        for item in items { writer.write(Self.row(item).map(CSVWriter.neutralised)) }
        desk.output.write(String(decoding: writer.take(), as: UTF8.self))
      } else if items.isEmpty {
        desk.output.write("Er staat niets in quarantaine.\n")
      } else {
        let rows = items.map { item in
          [
            item.name, "\(item.night)", QuarantineTexts.place(item), item.record.reason,
            QuarantineTexts.message(item),
          ]
        }
        desk.output.write(TextTable.text([["nr", "sinds", "plaats", "reden", "uitleg"]] + rows))
        desk.output.write(QuarantineTexts.afterList(items, pipeline: path))
      }
      return items.isEmpty ? .clean : .incomplete
    }
  }

  /// Shows one or more of it whole, with what the records hold: for the eyes of a monitor.
  public func show(_ selection: Selection) -> ExitStatus {
    desk.telling {
      let items = try items(selection)
      guard !items.isEmpty else { throw NightError.cannotRun(QuarantineTexts.nothingFits) }
      desk.output.write(items.map(QuarantineTexts.whole).joined(separator: "\n"))
      return .clean
    }
  }

  /// Reads the files again in which it stands, as the mapping and the readers are now. What is right by now is stored
  /// and leaves the quarantine; the dashboards show it after the next night.
  public func retry(_ selection: Selection) -> ExitStatus {
    desk.telling {
      let file = try PipelineFile.read(path)
      try Community.requireStore(file)
      let lock = try RunLock(besideStore: file.store)
      defer { withExtendedLifetime(lock) {} }
      let store = try CommunityStore(path: file.store)
      let items = try store.quarantineItems().filter(selection.holds)
      guard !items.isEmpty else { throw NightError.cannotRun(QuarantineTexts.nothingFits) }
      let reports = try Self.read(items, of: file, store)
      for (path, report) in reports { desk.output.write(QuarantineTexts.retried(path, report)) }
      let isClean = reports.allSatisfy { $0.report?.outcome == .accepted }
      return isClean ? .clean : .incomplete
    }
  }

  private func items(_ selection: Selection) throws -> [QuarantineItem] {
    let file = try PipelineFile.read(path)
    try Community.requireStore(file)
    let store = try CommunityStore(readOnly: file.store)
    return try store.quarantineItems().filter(selection.holds)
  }

  /// Reads the very files again in which items stand, told by their content, from the inbox or from where they were moved
  /// to; a file that was never read is told by its path. Nil for those that are in neither.
  private static func read(_ items: [QuarantineItem], of file: PipelineFile, _ store: CommunityStore) throws
    -> [(
      path: String, report: FileReport?
    )]
  {
    let pseudonymiser = try store.pseudonymiser(keyFile: file.key)
    let tombstones = try store.tombstones(pseudonymiser, naming: try file.recordNaming())
    let night = try file.dayOfIntake(store)
    let folders = [file.inbox] + [file.importing.moveTo].compactMap(\.self)
    let found = folders.flatMap { Inbox(folder: $0).contents(for: file.sources).files }
      .flatMap { source, files in files.map { (source: source, file: $0) } }
    var digests: [String: String] = [:]
    func digest(_ candidate: Inbox.File) -> String? {
      if let known = digests[candidate.path] { return known }
      let digest = try? ExportPath.open(candidate.path, limits: file.importing.limits).sha256()
      digests[candidate.path] = digest
      return digest
    }
    struct Wanted: Hashable {
      var path: String
      var sha256: String?
    }
    var seen: Set<Wanted> = []
    return try items.compactMap { item in
      let wanted = Wanted(path: item.record.place.file, sha256: item.sha256)
      guard seen.insert(wanted).inserted else { return nil }
      let match = found.first { candidate in
        guard let sha256 = wanted.sha256 else { return candidate.file.name == wanted.path }
        return digest(candidate.file) == sha256
      }
      guard let match else { return (wanted.path, nil) }
      let reader = try SourceReader(
        source: match.source, file: file, store: store, night: night, pseudonymiser: pseudonymiser,
        tombstones: tombstones)
      return (wanted.path, try reader.read(match.file, again: true))
    }
  }

  private static func row(_ item: QuarantineItem) -> [String] {
    let place = item.record.place
    return [
      item.name, "\(item.night)", place.file, place.entry, place.record > 0 ? String(place.record) : "",
      place.line.map(String.init) ?? "", place.byte.map(String.init) ?? "", item.record.reason,
      item.record.message,
      QuarantineAdvice.text(for: item.record.reason),
    ]
  }
}
