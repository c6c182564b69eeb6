// The files of corrections in the inbox: what becomes of their rows.
import Discussion
import Storage

/// Judges the rows of files of corrections.
struct CorrectionIntake: RowJudge {
  static let format = "correcties"
  static let headerCode = "correctie-kop"

  private var book: CorrectionBook
  private let known: Set<String>
  private var seen: Set<String> = []
  private let night: CalendarDay

  /// A judge with what the store knows now.
  init(store: CommunityStore, file: PipelineFile, night: CalendarDay) throws {
    book = try CorrectionBook(store: store, file: file)
    known = try store.knownCorrectionRows()
    self.night = night
  }

  /// Whether a file of the inbox holds corrections: its name says so.
  static func recognises(_ name: String) -> Bool { SheetIntake.recognises(name, as: format) }

  mutating func begin(_ rows: [CorrectionSheet.Row], of file: String) { seen = [] }

  mutating func judge(_ row: CorrectionSheet.Row, of file: String) -> RowOutcome {
    let hash = row.hash
    guard seen.insert(hash).inserted else { return .copy }
    guard !known.contains(hash) else { return .known }
    do {
      let (taken, _) = try book.take(try row.request())
      let lines = taken.map { line in
        RecordedCorrection(
          correction: line, recordedOn: night, by: row[.by].isEmpty ? nil : row[.by],
          note: row[.note].isEmpty ? nil : row[.note],
          source: .row(file: file, line: row.line, hash: hash))
      }
      return .taken { try $0.add(lines) }
    } catch {
      return .refused(
        code: CorrectionTexts.code(error), message: CorrectionTexts.reason(error, quoting: false))
    }
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
