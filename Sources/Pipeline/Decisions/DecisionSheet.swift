// The files of decisions in the inbox: what their rows ask, and what becomes of them.
import Discussion
import Storage

/// A file of decisions.
typealias DecisionSheet = InboxSheet<DecisionColumn>

/// The columns of a file of decisions. The form holds more, for people to read: those are passed over.
enum DecisionColumn: String, SheetColumn {
  case signal = "signaal"
  case decision = "besluit"
  case date = "datum"
  case note = "toelichting"
  case usefulness = "nuttig"
  case by = "door"
  case held = "gehouden"

  static var key: DecisionColumn { .signal }
  static var emptyMessage: String {
    "is leeg: er hoort een regel met kolomnamen in te staan (signaal;besluit;datum;toelichting;nuttig;door)"
  }
  static var noKeyMessage: String {
    "heeft geen kolom “signaal”. Neem het formulier over dat bij de pagina’s van de kerngroep staat. Is dit een "
      + "export met berichten, geef het dan een andere naam"
  }
}

extension InboxSheet.Row where Columns == DecisionColumn {
  /// What the row asks.
  var decision: DecisionRequest {
    DecisionRequest(
      signal: self[.signal], decision: self[.decision], date: self[.date], usefulness: self[.usefulness],
      held: self[.held], note: self[.note])
  }
}

/// Judges the rows of files of decisions.
///
/// A row is known when it is what the same file said last of its signal. The same row in another file is known as long as
/// what it says stands; after that it is refused, since nobody can tell an old copy from a change of mind.
struct DecisionIntake: RowJudge {
  static let format = "besluiten"
  static let headerCode = "besluit-kop"

  private(set) var book: DecisionBook

  /// A judge with what the store knows now.
  init(store: CommunityStore, file: PipelineFile, night: CalendarDay) throws {
    book = DecisionBook(
      signals: try KnownSignals.published(store, file), log: try store.decisionLog(), today: night)
  }

  /// A judge of a book.
  init(_ book: DecisionBook) { self.book = book }

  /// Whether a file of the inbox holds decisions: its name says so.
  static func recognises(_ name: String) -> Bool { SheetIntake.recognises(name, as: format) }

  mutating func judge(_ row: DecisionSheet.Row, of file: String) -> RowOutcome {
    let hash = row.hash
    do throws(DecisionRefusal) {
      guard row.isReadable else { throw DecisionRefusal.unreadableRow }
      // The form as it was handed out, or with a name or a note only.
      let request = row.decision
      if request.isEmpty { return .empty }
      let signal = try book.signal(row[.signal])
      if try isKnown(hash, request, signal.id, in: file) { return .known }
      let (lines, _) = try book.take(
        request, by: row[.by].isEmpty ? nil : row[.by],
        from: .row(file: file, line: row.line, hash: hash))
      return .taken { try $0.add(lines) }
    } catch {
      return .refused(code: DecisionTexts.code(error), message: DecisionTexts.reason(error, quoting: false))
    }
  }

  private func isKnown(_ hash: String, _ request: DecisionRequest, _ signal: SignalID, in file: String)
    throws(DecisionRefusal) -> Bool
  {
    var lastOfFile: String?
    var elsewhere: Int?
    for line in book.log where line.signal == signal {
      guard case .row(let path, _, let digest) = line.source else { continue }
      if path == file { lastOfFile = digest } else if digest == hash { elsewhere = line.number }
    }
    if lastOfFile == hash { return true }
    guard let elsewhere, lastOfFile == nil else { return false }
    let standing = book.folded.bySignal[signal]
    if let word = request.decision, try DecisionBook.kind(word) != standing?.kind {
      throw .overruledRow(line: elsewhere)
    }
    return true
  }
}
