// Tries a mapping on a file without storing: what `themaradar map check` shows.
import Archives
import Configuration
import Discussion

/// Tries a mapping on a file: the first posts as they would be read, everything that would be put aside, and counts.
public struct MappingCheck: Sendable {
  /// How a check ended.
  public enum Verdict: Hashable, Sendable {
    /// All was read.
    case clean
    /// Something was put aside.
    case rejects
    /// The mapping does not fit the file, or the file cannot be read.
    case misfit
  }

  /// How it ended.
  public private(set) var verdict = Verdict.clean
  /// What to show people, line by line.
  public private(set) var lines: [String] = []
  /// What was counted.
  public private(set) var summary: ImportSummary
  /// The first posts.
  public private(set) var posts: [ImportedPost] = []
  /// Conversations and people found, deleted posts too.
  public private(set) var threads = 0
  /// People found.
  public private(set) var authors = 0

  /// Posts that are shown.
  public static let shown = 10

  /// Reads a file by a mapping, into nothing.
  ///
  /// - Parameters:
  ///   - mapping: the mapping.
  ///   - settings: zone, range and limits; its own mappings are left out.
  public init(_ mapping: Mapping, on file: ArchiveFile, name: String, settings: ImportSettings) throws {
    var settings = settings
    settings.mappings = [mapping]
    let importer = FileImporter(settings: settings)
    var rejects: [QuarantinedRecord] = []
    var first: [ImportedPost] = []
    var threads: Set<String> = []
    var authors: Set<String> = []
    var openers = 0
    summary = try importer.read(file, name: name) { item in
      switch item {
      case .post(let post):
        if first.count < Self.shown { first.append(post) }
        threads.insert(post.thread)
        if post.kind == .topic { openers += 1 }
        if let author = post.author { authors.insert(author) }
      case .quarantined(let record): rejects.append(record)
      case .revision, .member: break
      }
    }
    posts = first
    self.threads = threads.count
    self.authors = authors.count
    let misfits = try Self.misfits(mapping, file, name)
    let isRead = summary.format?.contains("mapped.") == true
    if !isRead || !summary.isKept {
      verdict = .misfit
      if let message = summary.message, summary.reason != "no-mapping" || misfits.isEmpty {
        lines.append("\(name): \(message) [\(summary.reason ?? "")]")
      } else if misfits.isEmpty {
        lines.append("\(name): er is niets gelezen")
      }
      lines += misfits.map(\.text)
      if summary.isKept || rejects.isEmpty { return }
    } else {
      lines += Self.table(first, mapping.zone ?? settings.zone)
      lines += misfits.map { "niet gelezen: \($0.text)" }
      // A table that the mapping means and does not fit would be missed every night.
      if misfits.contains(where: \.isMeant) { verdict = .misfit }
    }
    lines += rejects.map(Self.line)
    if isRead { lines += counts(openers) }
    if verdict == .clean, !rejects.isEmpty { verdict = .rejects }
  }

  private func counts(_ openers: Int) -> [String] {
    var parts = [
      "\(summary.posts) berichten", "\(threads) gesprekken (waarvan \(openers) met een openingsbericht)",
      "\(authors) schrijvers",
    ]
    for (count, word) in [
      (summary.deleted, "verwijderd"), (summary.members, "leden"), (summary.duplicates, "dubbel"),
      (summary.skipped, "overgeslagen"), (summary.quarantined, "niet te lezen"),
    ] where count > 0 { parts.append("\(count) \(word)") }
    var lines = ["", parts.joined(separator: ", ") + "."]
    for warning in summary.warnings {
      let others = warning.count > 1 ? " en \(warning.count - 1) andere" : ""
      lines.append("let op: \(warning.code)\(warning.entry.isEmpty ? "" : " in \(warning.entry)")\(others)")
    }
    return lines
  }

  // MARK: Why a file does not fit

  /// Why an entry is not read.
  private struct Misfit {
    var text: String
    /// Whether the mapping names it.
    var isMeant: Bool
  }

  /// What entries lack that nothing reads.
  private static func misfits(_ mapping: Mapping, _ file: ArchiveFile, _ name: String) throws -> [Misfit] {
    let importers = FileImporter.importers(of: mapping) + FileImporter.formats
    var found: [Misfit] = []
    _ = try? file.forEachEntry { entry in
      let sample = try EntrySample(file: name, entry: entry)
      guard found.count < 50, !importers.contains(where: { $0.recognises(sample) }) else { return }
      found += misfits(mapping, sample)
    }
    return found
  }

  private static func misfits(_ mapping: Mapping, _ sample: EntrySample) -> [Misfit] {
    let place = sample.entry.isEmpty ? sample.file : sample.entry
    let named = mapping.files.filter { $0.matches(sample) }
    guard !named.isEmpty else {
      let patterns = mapping.files.flatMap(\.match).map { "“\($0)”" }.joined(separator: ", ")
      return [
        Misfit(
          text: "\(place): de naam past bij geen enkele match in de mapping (\(patterns))", isMeant: false)
      ]
    }
    return named.map { Misfit(text: "\(place): \(reason($0, sample))", isMeant: true) }
  }

  private static func reason(_ file: MappedFile, _ sample: EntrySample) -> String {
    func words(_ misfit: MappedColumns.Misfit, _ names: [String]) -> String {
      switch misfit {
      case .noQuestions: return "geen kolom past bij “questions”; er zijn: \(list(names))"
      case .missing(let column):
        let near = EditDistance.nearest(to: PlainText.line(column), among: names)
        return "de kolom “\(column)” ontbreekt"
          + (near.map { "; bedoelt u “\($0)”?" } ?? "") + " Kolommen: \(list(names))"
      }
    }
    switch file.format {
    case .csv:
      guard sample.document == nil else { return "is een Excel- of Word-bestand, geen CSV" }
      guard let header = MappedCSVImporter.header(of: file, sample) else { return "heeft geen eerste regel" }
      let names = MappedCSVImporter.names(header, file)
      do throws(MappedColumns.Misfit) { _ = try MappedColumns(file, names: names) } catch {
        return words(error, names)
      }
      return "past niet"
    case .xlsx:
      guard let workbook = sample.workbook else { return "is geen leesbaar Excel-bestand" }
      guard let rows = workbook.rows(of: file.sheet) else {
        return "heeft geen werkblad “\(file.sheet ?? "1")”; wel: \(list(workbook.sheets))"
      }
      let names = (rows.max { $0.cells.count < $1.cells.count }?.texts ?? []).map(PlainText.line)
      do throws(MappedColumns.Misfit) { _ = try SheetHeader(file, rows: rows) } catch {
        return words(error, names)
      }
      return "past niet"
    case .json, .jsonl:
      let outline = sample.outline
      guard outline.opening == UInt8(ascii: "{") || outline.opening == UInt8(ascii: "[") else {
        return "is geen JSON"
      }
      let known = outline.paths.sorted()
      guard let path = MappedJSONImporter.missing(file, outline) else {
        return file.format == .json && (outline.opening == UInt8(ascii: "{")) == file.records.isEmpty
          ? "“records” past niet: \(file.records.isEmpty ? "het document is een object, geen lijst" : "het document is een lijst")"
          : "past niet bij \(file.format.rawValue)"
      }
      let near = EditDistance.nearest(to: path, among: known)
      return "het pad “\(path)” ontbreekt" + (near.map { "; bedoelt u “\($0)”?" } ?? "")
        + " Paden: \(list(known))"
    case .notes: return "is geen tekst en geen Word-document"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.filter { !$0.isEmpty }.prefix(30).map { "“\($0.prefix(60))”" }
    return shown.isEmpty ? "geen" : shown.joined(separator: ", ") + (names.count > 30 ? ", …" : "")
  }

  // MARK: What is shown

  private static func line(_ record: QuarantinedRecord) -> String {
    var place = record.provenance.entry.isEmpty ? "" : "\(record.provenance.entry), "
    place += "record \(record.provenance.record)"
    if let line = record.provenance.line { place += ", regel \(line)" }
    return "niet te lezen: \(place): \(record.message) [\(record.reason)]"
  }

  private static func table(_ posts: [ImportedPost], _ zone: LocalZone) -> [String] {
    posts.flatMap { post -> [String] in
      let kind =
        switch post.kind {
        case .topic: "opent"
        case .reply: post.parent.map { "antwoord op \($0)" } ?? "in gesprek"
        case .comment: "opmerking"
        case .chat: "chat"
        }
      var head = "\(post.id)  gesprek \(post.thread)  \(kind)  \(post.createdAt)"
      head += "  " + (post.author.map(SampleValue.shortened) ?? "zonder schrijver")
      if let channel = post.channel { head += "  [\(channel)]" }
      if post.state == .withdrawn { head += "  verwijderd" }
      var lines = [head]
      if let title = post.title { lines.append("    \(title.prefix(80))") }
      if let quoted = post.quoted { lines.append("    (bij: \(PlainText.line(quoted).prefix(70)))") }
      let body = PlainText.line(post.body)
      lines.append("    \(body.prefix(80))\(body.count > 80 ? "…" : "")")
      return lines
    }
  }
}
