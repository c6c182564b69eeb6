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
  /// The week up to which the form told of the signal: the same words about a later week are a new decision.
  case week = "week"

  static var key: DecisionColumn { .signal }
  static var passedOver: Set<String> { ["onderwerp", "nu"] }
  static func objection(to names: [String]) -> String? {
    if names.contains("regel"), names.contains("geldt") {
      return "is het logboek van besluiten, niet het formulier: wat erin staat, is al opgenomen"
    }
    guard names.contains(key.rawValue), !names.contains(decision.rawValue) else { return nil }
    let own = names.first { !$0.isEmpty && DecisionColumn(rawValue: $0) == nil && !passedOver.contains($0) }
    if let own {
      return "heeft geen kolom “besluit”, maar wel een kolom “\(own)”; geef die de naam “besluit”"
    }
    guard !names.contains(usefulness.rawValue), !names.contains(held.rawValue) else { return nil }
    return "heeft wel een kolom “signaal”, maar geen kolom “besluit”: zo wordt er niets opgenomen"
  }
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
/// People fill in a file further and drop it again: a row is known when the log has it from this file, in this order. What
/// comes after the first new row of a signal is taken anew, since the last row about a signal has the last word. The
/// same row in another file is known as long as all that it says stands; after that it is refused, since nobody can tell an
/// old copy from a change of mind.
struct DecisionIntake: RowJudge {
  static let format = "besluiten"
  static let headerCode = "besluit-kop"

  private(set) var book: DecisionBook
  private var traces: [SignalID: Trace] = [:]

  /// A judge with what the store knows now.
  init(store: CommunityStore, file: PipelineFile, night: CalendarDay) throws {
    book = DecisionBook(
      signals: try KnownSignals.published(store, file), log: try store.decisionLog(), today: night)
  }

  /// A judge of a book.
  init(_ book: DecisionBook) { self.book = book }

  /// Whether a file of the inbox holds decisions: its name says so.
  static func recognises(_ name: String) -> Bool { SheetIntake.recognises(name, as: format) }

  mutating func begin(_ rows: [DecisionSheet.Row], of file: String) {
    traces = [:]
    for row in rows {
      let request = row.decision
      guard row.isReadable, !request.isEmpty, DecisionBook.canRead(request),
        let signal = try? book.signal(row[.signal]).id
      else { continue }
      let hash = row.hash
      var trace = traces[signal] ?? Trace(log: book.log, signal: signal, file: file)
      if trace.lastWord?.hash != hash { trace.lastWord = (hash, row.record) }
      traces[signal] = trace
    }
  }

  mutating func judge(_ row: DecisionSheet.Row, of file: String) -> RowOutcome {
    do throws(DecisionRefusal) {
      guard row.isReadable else { throw DecisionRefusal.unreadableRow }
      // The form as it was handed out, or with a name or a note only.
      let request = row.decision
      if request.isEmpty { return .empty }
      let (signal, hash) = (try book.signal(row[.signal]).id, row.hash)
      var trace = traces[signal] ?? Trace(log: book.log, signal: signal, file: file)
      defer { traces[signal] = trace }
      if trace.latest == hash { return .copy }
      if try isKnown(hash, row.record, request, signal, &trace) {
        trace.latest = hash
        return .known
      }
      let (lines, _) = try book.take(
        request, by: row[.by].isEmpty ? nil : row[.by],
        from: .row(file: file, line: row.line, hash: hash))
      trace.latest = hash
      trace.hasNews = true
      return .taken { try $0.add(lines) }
    } catch {
      return .refused(code: DecisionTexts.code(error), message: DecisionTexts.reason(error, quoting: false))
    }
  }

  private func isKnown(
    _ hash: String, _ record: Int, _ request: DecisionRequest, _ signal: SignalID, _ trace: inout Trace
  ) throws(DecisionRefusal) -> Bool {
    guard !trace.hasNews else { return false }
    let isLastWord = trace.lastWord?.record == record
    if let place = trace.logged[trace.next...].firstIndex(of: hash) {
      trace.next = place + 1
      // What was overruled by a row that has gone since is said anew.
      if !isLastWord || trace.logged.last == hash { return true }
      return try book.stands(request, of: signal)
    }
    guard let line = trace.elsewhere[hash] else { return false }
    guard isLastWord else { return true }
    guard trace.logged.isEmpty else { return false }
    guard try book.stands(request, of: signal) else { throw .overruledRow(line: line) }
    return true
  }

  /// What the log has of a signal from a file and from others, and how far this reading followed it.
  private struct Trace {
    /// The rows that the log has from this file, in their order; a row that added several lines stands once.
    var logged: [String] = []
    /// The rows that it has from other files, and the line of each.
    var elsewhere: [String: Int] = [:]
    /// The first of the logged rows that was not met again.
    var next = 0
    /// Whether a row added something in this reading.
    var hasNews = false
    /// The row that was met last.
    var latest: String?
    /// The last row that is about the signal, with its number among the records of the file.
    var lastWord: (hash: String, record: Int)?

    init(log: [Decision], signal: SignalID, file: String) {
      for line in log where line.signal == signal {
        guard case .row(let path, _, let hash) = line.source else { continue }
        if path != file { elsewhere[hash] = line.number } else if logged.last != hash { logged.append(hash) }
      }
    }
  }
}
