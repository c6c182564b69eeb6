// The files of corrections in the inbox: each row is taken into the log once, and a wrong one costs only itself.
import Archives
import Discussion
import Foundation
import Importers
import Records
import Storage

/// Reads files of corrections into the log.
struct CorrectionIntake {
  /// The format's name on the import page.
  static let format = "correcties"
  /// Largest file, in bytes: some hundred thousand rows.
  private static let largestFile = 16 << 20

  let store: CommunityStore
  let file: PipelineFile
  let night: CalendarDay

  /// Whether a file of the inbox holds corrections: its name says so, `correcties.csv` or `Correcties week 12.csv`.
  static func recognises(_ name: String) -> Bool {
    let last = (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
    return last.hasPrefix("correcties") && last.hasSuffix(".csv")
  }

  /// Reads a file, in one transaction. A file that is known is read again on a later night when rows of it were refused:
  /// they may name a topic or post that is known by now.
  func read(_ inboxFile: Inbox.File) throws -> FileReport {
    let bytes: [UInt8]
    let digest: String
    do {
      var limits = ArchiveLimits()
      limits.fileBytes = Self.largestFile
      let opened = try ArchiveFile(path: inboxFile.path, limits: limits)
      digest = try opened.sha256()
      bytes = try ByteReader.contents(of: inboxFile.path)
      try opened.checkUnchanged()
    } catch let error as ArchiveError {
      let refusal = FileRefusal(
        outcome: error.reason.rawValue == "unstable" ? .deferred : .refused, reason: error.reason.rawValue,
        message: error.message)
      return try store.recordRefusal(refusal, path: inboxFile.name, bytes: inboxFile.size, night: night)
    }
    let input = ImportFile(
      path: inboxFile.name, sha256: digest, bytes: inboxFile.size, mappingHash: Self.format,
      readerVersion: ImportStage.readerVersion)
    let again = try store.refusedRecords(of: input, before: night)
    // Everything that rows are judged by is read before the transaction starts.
    let book = try CorrectionBook(store: store, file: file)
    let known = try store.knownCorrectionRows()
    return try store.importFile(input, night: night, again: again) { writer in
      try writer.forgetQuarantineOfEarlierVersions()
      return try take(bytes, of: inboxFile.name, book: book, known: known, into: writer)
    }
  }

  private func take(
    _ bytes: [UInt8], of name: String, book: CorrectionBook, known: Set<String>, into writer: ImportWriter
  ) throws -> ReadSummary {
    let sheet: CorrectionSheet
    do {
      sheet = try CorrectionSheet(bytes)
    } catch {
      throw FileRefusal(reason: "correctie-kop", message: "\(error)")
    }
    var (book, seen) = (book, Set<String>())
    for row in sheet.rows {
      if row.isComment {
        writer.noteSkipped()
        continue
      }
      let hash = row.hash
      guard seen.insert(hash).inserted else {
        writer.noteDuplicates()
        continue
      }
      guard !known.contains(hash) else {
        writer.noteKnown()
        continue
      }
      do {
        let (lines, _) = try book.take(try row.request())
        try writer.add(
          lines.map { line in
            RecordedCorrection(
              correction: line, recordedOn: night, by: row[.by].isEmpty ? nil : row[.by],
              note: row[.note].isEmpty ? nil : row[.note],
              source: .row(file: name, line: row.line, hash: hash))
          })
      } catch let refusal as CorrectionRefusal {
        try writer.quarantine(
          Storage.QuarantinedRecord(
            place: Provenance(file: name, entry: "", record: row.record, line: row.line, byte: row.byte),
            reason: CorrectionTexts.code(refusal),
            message: CorrectionTexts.reason(refusal, quoting: false), raw: row.raw))
      }
    }
    return ReadSummary(format: Self.format, records: sheet.rows.count)
  }
}

extension CorrectionBook {
  /// The book of a community: the topics of the last published night, and the log as it is.
  init(store: CommunityStore, file: PipelineFile) throws {
    let state = try store.lastPublishedRun().flatMap { try store.topicState(run: $0.id) }
    let titles = TitleScanner(file: file)
    self.init(
      topics: (state?.topics ?? []).map(titles.harmless), assignments: state?.assignments ?? [],
      posts: PostDirectory(try store.postIDs()), log: try store.corrections().map(\.correction),
      nextTopic: try store.nextTopicNumber(), redact: titles.redacted)
  }
}
