// The lists of resources in the inbox: the list read last counts whole, and a wrong row costs only itself.
import Discussion
import Foundation
import Importers
import Storage
import Topics

/// Reads lists of resources from the inbox into the store.
///
/// A list is what it says: what it no longer has is gone. The store remembers the list that was read last, also when
/// its file has left the inbox. A file whose content was read before is not read again, so that an older list that
/// still lies beside a newer one does not come back. But when it is the only one, somebody put it back.
struct ResourceIntake {
  /// The format's name on the import page.
  static let format = "bronnen"
  /// Largest file, in bytes.
  private static let largestFile = 4 << 20

  let store: CommunityStore
  let file: PipelineFile
  let night: CalendarDay

  /// Whether a file of the inbox is a list of resources: its name says so, `bronnen.csv` or `Bronnen 2026.csv`.
  static func recognises(_ name: String) -> Bool {
    SheetIntake.recognises(name, as: format)
  }

  /// Reads a file, in one transaction.
  /// - Parameter isOnly: whether no other list lies in the inbox.
  func read(_ inboxFile: Inbox.File, isOnly: Bool) throws -> FileReport {
    let opened: (bytes: [UInt8], sha256: String)
    switch try SheetIntake.open(inboxFile, atMost: Self.largestFile) {
    case .success(let found): opened = found
    case .failure(let refusal):
      return try store.recordRefusal(refusal, path: inboxFile.name, bytes: inboxFile.size, night: night)
    }
    let input = ImportFile(
      path: inboxFile.name, sha256: opened.sha256, bytes: inboxFile.size, mappingHash: Self.format,
      readerVersion: ImportStage.readerVersion)
    let current = try store.resourceListHash()
    // Rows that name a topic may have been refused because it was not there yet.
    let again =
      current == opened.sha256 ? try store.refusedRecords(of: input, before: night) : isOnly && current != nil
    // Everything that rows are judged by is read before the transaction starts.
    let directory = try ResourceDirectory(store: store, file: file)
    return try store.importFile(input, night: night, again: again) { writer in
      try writer.forgetQuarantineOfEarlierVersions()
      return try take(
        opened.bytes, of: inboxFile.name, digest: opened.sha256, directory: directory, into: writer)
    }
  }

  private func take(
    _ bytes: [UInt8], of name: String, digest: String, directory: ResourceDirectory,
    into writer: ImportWriter
  ) throws -> ReadSummary {
    let sheet: ResourceSheet
    do {
      sheet = try ResourceSheet(bytes)
    } catch {
      throw FileRefusal(reason: "bron-kop", message: "\(error)")
    }
    var resources: [Resource] = []
    for row in sheet.rows {
      if row.isComment {
        writer.noteSkipped()
        continue
      }
      do {
        let resource = try row.resource(directory)
        if resources.contains(resource) { writer.noteDuplicates() } else { resources.append(resource) }
      } catch {
        try writer.quarantine(
          Storage.QuarantinedRecord(
            place: Provenance(file: name, entry: "", record: row.record, line: row.line, byte: row.byte),
            reason: ResourceTexts.code(error), message: ResourceTexts.reason(error, quoting: false),
            raw: row.raw))
      }
    }
    try writer.replaceResources(resources, list: digest)
    return ReadSummary(format: Self.format, records: sheet.rows.count)
  }
}

extension ResourceDirectory {
  /// What rows are judged by in a community: the topics of the last published night and its themes.
  init(store: CommunityStore, file: PipelineFile) throws {
    let book = try CorrectionBook(store: store, file: file)
    let scanner = TitleScanner(file: file)
    self.init(
      topic: { text throws(CorrectionRefusal) in try Self.topic(text, in: book) },
      catalogue: try file.themes?.catalogue(), redact: scanner.redacted)
  }

  /// The topic that a text names, or the one that it became a part of.
  static func topic(_ text: String, in book: CorrectionBook) throws(CorrectionRefusal) -> TopicID {
    do {
      return try book.topic(text).id
    } catch .partOf(_, let heir) {
      return heir
    } catch {
      throw error
    }
  }
}
