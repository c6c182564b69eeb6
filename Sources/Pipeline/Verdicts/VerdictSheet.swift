// The files of verdicts in the inbox: what their rows ask, and what becomes of them.
import Discussion
import Storage

/// A file of verdicts.
typealias VerdictSheet = InboxSheet<VerdictColumn>

/// The columns of a file of verdicts. The form holds more, for people to read: those are passed over.
enum VerdictColumn: String, SheetColumn {
  case post = "bericht"
  case verdict = "oordeel"
  case reason = "reden"
  case until = "tot"
  case note = "toelichting"
  case by = "door"
  /// The text that the form told of, and the last line of the log about the post: the same words about another text, or
  /// after a post came back, are a new verdict.
  case version = "versie"

  static var key: VerdictColumn { .post }
  static var passedOver: Set<String> { ["datum", "waarom", "opnieuw", "vraag", "waarvan"] }
  static func objection(to names: [String]) -> String? {
    if names.contains("regel"), names.contains("geldt") {
      return "is het logboek van oordelen, niet het formulier: wat erin staat, is al opgenomen"
    }
    guard names.contains(key.rawValue), !names.contains(verdict.rawValue) else { return nil }
    return "heeft wel een kolom “bericht”, maar geen kolom “oordeel”: zo wordt er niets opgenomen"
  }
  static var emptyMessage: String {
    "is leeg: er hoort een regel met kolomnamen in te staan (bericht;oordeel;reden;tot;toelichting;door)"
  }
  static var noKeyMessage: String {
    "heeft geen kolom “bericht”. Neem het formulier over dat bij de pagina’s van de monitors staat. Is dit een "
      + "export met berichten, geef het dan een andere naam"
  }
}

extension InboxSheet.Row where Columns == VerdictColumn {
  /// What the row asks.
  var verdict: VerdictRequest {
    VerdictRequest(
      post: self[.post], verdict: self[.verdict], reason: self[.reason], until: self[.until],
      note: self[.note], version: self[.version])
  }
}

/// Judges the rows of files of verdicts.
///
/// People fill in a file further and drop it again: a row is known when the log has it from this file, unless the row that
/// overruled it is gone from the file since. The same row in another file is known as long as it says what stands; after
/// that it is refused, since nobody can tell an old copy from a new verdict. A row of the form names the text that it is
/// about and how far the log was: that row says the same for ever.
struct VerdictIntake: RowJudge {
  static let format = "oordelen"
  static let headerCode = "oordeel-kop"

  private(set) var book: VerdictBook
  /// The rows that the file holds, by their hashes.
  private var present: Set<String> = []
  /// The rows that were met in this reading.
  private var met: Set<String> = []

  /// A judge with what the store knows now.
  init(store: CommunityStore, night: CalendarDay) throws {
    book = try VerdictBook(store: store, today: night)
  }

  /// A judge of a book.
  init(_ book: VerdictBook) { self.book = book }

  /// Whether a file of the inbox holds verdicts: its name says so.
  static func recognises(_ name: String) -> Bool { SheetIntake.recognises(name, as: format) }

  /// A row that is put aside, without a BSN that people wrote in it.
  func kept(_ raw: [UInt8]) -> [UInt8] {
    Array(book.withoutBSN(String(decoding: raw, as: UTF8.self)).utf8)
  }

  mutating func begin(_ rows: [VerdictSheet.Row], of file: String) {
    present = Set(rows.map(\.hash))
    met = []
  }

  mutating func judge(_ row: VerdictSheet.Row, of file: String) -> RowOutcome {
    do throws(VerdictRefusal) {
      guard row.isReadable else { throw VerdictRefusal.unreadableRow }
      let request = row.verdict
      if request.isEmpty { return .empty }
      let hash = row.hash
      guard met.insert(hash).inserted else { return .copy }
      if try isKnown(hash, request, in: file) { return .known }
      let (lines, _) = try book.take(
        request, by: row[.by].isEmpty ? nil : row[.by],
        from: .row(file: file, line: row.line, hash: hash))
      return .taken { try $0.add(lines) }
    } catch {
      return .refused(
        code: VerdictTexts.code(error), message: VerdictTexts.reason(error, quoting: false))
    }
  }

  private func isKnown(_ hash: String, _ request: VerdictRequest, in file: String)
    throws(VerdictRefusal)
    -> Bool
  {
    let earlier = book.log.last { line in
      if case .row(_, _, hash) = line.source { true } else { false }
    }
    guard let earlier, let post = earlier.post else { return false }
    if case .row(file, _, _) = earlier.source { return !isMeantAnew(earlier, of: post, in: file) }
    if request.version != nil { return true }
    if let quotation = earlier.quotation {
      guard let now = book.versions[post], now == quotation.version,
        book.folded.quotation(of: post, version: now)?.line == earlier.number
      else { throw .overruledRow(line: earlier.number) }
      return true
    }
    guard let judgement = earlier.judgement else { return false }
    let last = book.folded.inForce[judgement.post]?.last
    guard last?.line == earlier.number, judgement.version == book.versions[judgement.post],
      judgement.until.map({ $0 > book.today }) ?? true
    else { throw .overruledRow(line: earlier.number) }
    return true
  }

  /// Whether the last word about the post came from a row that has gone from this file since: people changed it back. What
  /// is said about quoting a post and what is said about its reasons are different matters.
  private func isMeantAnew(_ line: Verdict, of post: PostID, in file: String) -> Bool {
    let isQuote = line.quotation != nil
    guard
      let last = book.log.last(where: { ($0.quotation != nil) == isQuote && $0.post == post }),
      last.number > line.number,
      case .row(file, _, let hash) = last.source
    else { return false }
    return !present.contains(hash)
  }
}
