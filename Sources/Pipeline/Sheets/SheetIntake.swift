// Files in the inbox that people fill in: each row is taken into a log once, and a wrong one costs only itself.
import Archives
import Discussion
import Foundation
import Importers
import Records
import Storage

/// What became of a row.
enum RowOutcome {
  /// The log has it from an earlier file.
  case known
  /// An earlier row of the same file says the same.
  case copy
  /// It asks nothing.
  case empty
  /// It goes into the log.
  case taken((ImportWriter) throws -> Void)
  /// It cannot be taken: a stable code, and a sentence that repeats nothing of what people typed.
  case refused(code: String, message: String)
}

/// Judges the rows of one kind of file, each in the light of those before it. Everything that rows are judged by is read
/// when it is made, before the file's transaction starts.
protocol RowJudge {
  associatedtype Columns: SheetColumn
  /// The format's name on the import page.
  static var format: String { get }
  /// The code of a file without the right header.
  static var headerCode: String { get }
  /// Looks over the rows of a file before any is judged: all that are no comments.
  mutating func begin(_ rows: [InboxSheet<Columns>.Row], of file: String)
  /// Judges a row of a file.
  mutating func judge(_ row: InboxSheet<Columns>.Row, of file: String) -> RowOutcome
  /// What is kept of a row's bytes when it is put aside.
  func kept(_ raw: [UInt8]) -> [UInt8]
}

extension RowJudge {
  func kept(_ raw: [UInt8]) -> [UInt8] { raw }
}

/// Reads files that people fill in into the log that their rows belong to.
struct SheetIntake {
  /// Largest file, in bytes: some hundred thousand rows.
  private static let largestFile = 16 << 20

  let store: CommunityStore
  let night: CalendarDay
  /// Of whom and what was erased: a row that names such a post is not kept where it is refused.
  var tombstones: Tombstones?

  /// Whether a file's name says that it is of a kind: `correcties.csv` or `Correcties week 12.csv`.
  static func recognises(_ name: String, as kind: String) -> Bool {
    let last = (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
    return last.hasPrefix(kind) && last.hasSuffix(".csv")
  }

  /// Reads a file, in one transaction. A file that is known is read again on a later night when rows of it were refused:
  /// they may name something that is known by now. So is one that was otherwise in between.
  func read<Judge: RowJudge>(_ inboxFile: Inbox.File, judge makeJudge: () throws -> Judge) throws
    -> FileReport
  {
    let opened: (bytes: [UInt8], sha256: String)
    switch try Self.open(inboxFile, atMost: Self.largestFile) {
    case .success(let found): opened = found
    case .failure(let refusal):
      return try store.recordRefusal(refusal, path: inboxFile.name, bytes: inboxFile.size, night: night)
    }
    let input = ImportFile(
      path: inboxFile.name, sha256: opened.sha256, bytes: inboxFile.size, mappingHash: Judge.format,
      readerVersion: ImportStage.readerVersion)
    let again = try store.refusedRecords(of: input, before: night) || store.wasOtherwise(input)
    let judge = try makeJudge()
    return try store.importFile(input, night: night, again: again, tombstones: tombstones) { writer in
      try writer.forgetQuarantineOfEarlierVersions()
      return try take(opened.bytes, of: inboxFile.name, judge: judge, into: writer)
    }
  }

  /// The bytes of a file of the inbox, with their hash; or why it is left or refused.
  static func open(_ inboxFile: Inbox.File, atMost largest: Int) throws -> Result<
    (bytes: [UInt8], sha256: String), FileRefusal
  > {
    do {
      var limits = ArchiveLimits()
      limits.fileBytes = largest
      let opened = try ArchiveFile(path: inboxFile.path, limits: limits)
      let digest = try opened.sha256()
      let bytes = try ByteReader.contents(of: inboxFile.path)
      try opened.checkUnchanged()
      return .success((bytes, digest))
    } catch let error as ArchiveError {
      return .failure(
        FileRefusal(
          outcome: error.reason.rawValue == "unstable" ? .deferred : .refused, reason: error.reason.rawValue,
          message: error.message))
    }
  }

  private func take<Judge: RowJudge>(
    _ bytes: [UInt8], of name: String, judge: Judge, into writer: ImportWriter
  ) throws -> ReadSummary {
    let sheet: InboxSheet<Judge.Columns>
    do {
      sheet = try InboxSheet(bytes)
    } catch {
      throw FileRefusal(reason: Judge.headerCode, message: "\(error)")
    }
    var judge = judge
    judge.begin(sheet.rows.filter { !$0.isComment }, of: name)
    for row in sheet.rows {
      if row.isComment {
        writer.noteSkipped()
        continue
      }
      switch judge.judge(row, of: name) {
      case .known: writer.noteKnown()
      case .copy: writer.noteDuplicates()
      case .empty: writer.noteSkipped()
      case .taken(let write): try write(writer)
      case .refused(let code, let message):
        try writer.quarantine(
          Storage.QuarantinedRecord(
            place: Provenance(
              file: name, entry: "", record: row.record, line: row.line, byte: row.byte),
            reason: code, message: message, raw: judge.kept(row.raw)))
      }
    }
    return ReadSummary(format: Judge.format, records: sheet.rows.count)
  }
}
