// What people may record about posts of the queue, and what they are told when they may not.
import Discussion
import Testing

@testable import Pipeline

@Suite struct VerdictBookTests {
  static let today = CalendarDay(number: 20_000)
  static let first = PostID("jeugd:p1")
  static let second = PostID("jeugd:p2")

  /// Versions that stand for texts; the digits are enough of them.
  static func version(_ number: Int) -> TextVersion {
    let digits = String(number)
    guard let version = TextVersion("v" + String(repeating: "0", count: 16 - digits.count) + digits) else {
      preconditionFailure("sixteen digits are a version")
    }
    return version
  }

  static func book(_ log: [Verdict] = [], version number: Int = 1, today: CalendarDay = today)
    -> VerdictBook
  {
    VerdictBook(
      versions: [first: version(number), second: version(2), PostID("forum:p2"): version(3)],
      queue: [
        ReviewItem(post: first, reasons: [.personalData(.phone), .personalData(.person)], rank: 1),
        ReviewItem(post: second, reasons: [.unanswered(workingDays: 4)], rank: 2),
      ], log: log, today: today)
  }

  private func refusal(_ request: VerdictRequest, in book: VerdictBook = book()) -> VerdictRefusal? {
    var book = book
    do {
      _ = try book.take(request, by: nil)
      return nil
    } catch { return error }
  }

  @Test func aLineHoldsTheTextTheReasonsAndTheVerdict() throws {
    var book = Self.book()
    let (lines, remarks) = try book.take(
      VerdictRequest(post: " p1 ", verdict: "Auteur benaderd", note: "  Gebeld\tvandaag "),
      by: "Ank")
    let line = try #require(lines.first)
    #expect(lines.count == 1 && remarks.isEmpty)
    #expect(
      (line.number, line.note, line.by, line.recordedOn) == (1, "Gebeld vandaag", "Ank", Self.today)
    )
    let judgement = try #require(line.judgement)
    #expect(
      (judgement.post, judgement.version, judgement.kind) == (
        Self.first, Self.version(1), .authorContacted
      ))
    #expect(
      judgement.about.isEmpty && judgement.shown == [.personalData(.phone), .personalData(.person)])
    #expect(book.waiting.map(\.post) == [Self.second])
  }

  @Test func whatIsSaidOfAQuoteIsAboutTheTextAndLeavesTheQueueAsItIs() throws {
    var book = Self.book()
    let waiting = book.waiting
    let (lines, remarks) = try book.take(
      VerdictRequest(post: "p1", verdict: "Citaat akkoord", note: "bsn 111222333"), by: "Ank")
    let line = try #require(lines.first)
    #expect(remarks == [.leftOutBSN] && line.note == "bsn [bsn]" && line.judgement == nil)
    #expect(
      line.quotation == Quotation(post: Self.first, version: Self.version(1), answer: .approved))
    #expect(book.waiting == waiting)
    let again = try book.take(VerdictRequest(post: "p1", verdict: "citaat_geweigerd"), by: nil)
    #expect(again.remarks == [.replacesQuote(.approved, line: 1)])
    let older = try book.take(
      VerdictRequest(post: "p1", verdict: "citaat_akkoord", version: "\(Self.version(9))-0"), by: nil)
    #expect(older.remarks == [.olderQuote])
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "citaat_akkoord", reason: "naam"))
        == .quoteWithMore(.approved))
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "citat_akkoord"))
        == .unknownVerdict("citat_akkoord", nearest: "citaat_akkoord"))
  }

  @Test func aVerdictAboutOneReasonSaysWhatStillWaits() throws {
    var book = Self.book()
    let remarks = try book.take(
      VerdictRequest(post: "p1", verdict: "onterecht", reason: "Naam"), by: nil
    ).remarks
    #expect(remarks == [.stillWaiting([.personalData(.phone)])])
    let rest = try book.take(VerdictRequest(post: "p1", verdict: "bewerkt"), by: nil)
    #expect(
      rest.lines.first?.judgement?.shown == [.personalData(.phone)], "the rest, not what was unjust"
    )
    #expect(book.waiting.map(\.post) == [Self.second])
    let other = try book.take(VerdictRequest(post: "p1", verdict: "verwijderd"), by: nil)
    #expect(other.remarks == [.replaces(.edited, line: 2)])
    #expect(other.lines.first?.judgement?.shown == [.personalData(.phone), .personalData(.person)])
  }

  @Test func aPostOutsideTheQueueCanBeJudgedForAReason() throws {
    var book = Self.book()
    let missed = try book.take(
      VerdictRequest(post: "forum:p2", verdict: "doorverwezen", reason: "crisis"), by: nil)
    #expect(missed.lines.first?.judgement?.told == [.triage(.crisis, confidence: 0)])
    #expect(missed.remarks.contains(.notShown(.triage(.crisis, confidence: 0))))
    #expect(
      try book.take(VerdictRequest(post: "forum:p2", verdict: "geen_actie"), by: nil).remarks
        .contains(.replaces(.referred, line: 1)))
  }

  @Test func whatCannotBeRecordedIsSaid() {
    #expect(refusal(VerdictRequest(post: "", verdict: "onterecht")) == .noPost)
    #expect(refusal(VerdictRequest(post: "p9", verdict: "onterecht")) == .unknownPost("p9"))
    #expect(
      refusal(VerdictRequest(post: "p2", verdict: "onterecht"))
        == .ambiguousPost("p2", ["forum:p2", "jeugd:p2"].map { PostID($0) }))
    #expect(refusal(VerdictRequest(post: "p1")) == .nothingAsked)
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "onterrecht"))
        == .unknownVerdict("onterrecht", nearest: "onterecht"))
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "onterecht", reason: "adress"))
        == .unknownReason("adress", nearest: "adres"))
    #expect(refusal(VerdictRequest(post: "p1", verdict: "uitgesteld")) == .noUntil)
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "uitgesteld", until: "morgen"))
        == .noDay("morgen"))
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "uitgesteld", until: "\(Self.today)"))
        == .pastDay(Self.today))
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "bewerkt", until: "2099-01-01"))
        == .untilWithout(.edited))
    #expect(
      refusal(VerdictRequest(post: "p1", verdict: "bewerkt", version: "v12")) == .unknownVersion)
  }

  @Test func noWordThatPeopleTypedStandsInAnAnswerOnAPage() {
    for request in [
      VerdictRequest(post: "Jan de Vries", verdict: "bewerkt"),
      VerdictRequest(post: "p1", verdict: "Jan de Vries"),
      VerdictRequest(post: "p1", verdict: "bewerkt", reason: "Jan de Vries"),
      VerdictRequest(post: "p1", verdict: "uitgesteld", until: "Jan de Vries"),
    ] {
      let text = refusal(request).map { VerdictTexts.reason($0, quoting: false) } ?? "Jan"
      #expect(!text.contains("Jan"), "\(text)")
    }
  }

  @Test(arguments: ReviewReason.all) func everyReasonHasAWordThatIsRead(reason: ReviewReason) throws {
    #expect(ReviewReason(word: reason.word) == reason)
    #expect(ReviewReason(word: reason.word.uppercased().replacing("-", with: " ")) == reason)
    #expect(try VerdictBook.reasons(reason.code) == [reason])
  }

  @Test func wordsAreReadAsPeopleWriteThem() throws {
    #expect(try VerdictBook.kind("Geen actie") == .noAction)
    #expect(try VerdictBook.kind("geen-actie") == .noAction)
    #expect(try VerdictBook.reasons("alle").isEmpty)
    #expect(
      try VerdictBook.reasons("naam, telefoon|Naam") == [
        .personalData(.person), .personalData(.phone),
      ])
    #expect(try VerdictBook.version("v0000000000000001-12") == Self.version(1))
    #expect(try VerdictBook.version("V0000000000000001") == Self.version(1))
  }

  @Test func aBSNIsNeverKept() throws {
    var book = Self.book()
    let (lines, remarks) = try book.take(
      VerdictRequest(post: "p1", verdict: "bewerkt", note: "BSN 111222333 stond er twee keer"),
      by: "Ank 111222333")
    #expect(lines.first?.note == "BSN [bsn] stond er twee keer" && remarks == [.leftOutBSN])
    #expect(lines.first?.by?.contains("111222333") == false)
    let taken = try book.withdraw("1", by: nil, note: "bsn: 111222333")
    #expect(taken.first?.note?.contains("111222333") == false)
    let intake = VerdictIntake(Self.book())
    #expect(
      !String(decoding: intake.kept(Array("p1;bsn 111222333".utf8)), as: UTF8.self).contains(
        "111222333"))
  }

  @Test func linesAreTakenBackByLines() throws {
    var book = Self.book()
    _ = try book.take(VerdictRequest(post: "p1", verdict: "onterecht"), by: nil)
    #expect(try book.withdraw("regel 1", by: nil, note: nil).map(\.action) == [.withdraw(1)])
    #expect(book.waiting.map(\.post) == [Self.first, Self.second])
    #expect(throws: VerdictRefusal.withdrawnLine(1)) { try book.withdraw("1", by: nil, note: nil) }
    #expect(throws: VerdictRefusal.unknownLine(9)) { try book.withdraw("9", by: nil, note: nil) }
    #expect(throws: VerdictRefusal.noLines("alles")) {
      try book.withdraw("alles", by: nil, note: nil)
    }
  }

  // Rows of a file.

  static let header = "bericht;oordeel;reden;tot;toelichting;door;versie\n"

  /// What becomes of the rows of a file, and the log after it.
  private func judge(
    _ text: String, as file: String = "oordelen.csv", log: [Verdict] = [], version: Int = 1,
    today: CalendarDay = today
  ) throws -> (outcomes: [String], log: [Verdict]) {
    var intake = VerdictIntake(Self.book(log, version: version, today: today))
    let sheet = try VerdictSheet(Array((Self.header + text).utf8))
    let rows = sheet.rows.filter { !$0.isComment }
    intake.begin(rows, of: file)
    let outcomes = rows.map { row in
      switch intake.judge(row, of: file) {
      case .known: "known"
      case .copy: "copy"
      case .empty: "empty"
      case .taken: "taken"
      case .refused(let code, _): code
      }
    }
    return (outcomes, intake.book.log)
  }

  @Test func theFormAsItIsHandedOutAsksNothing() throws {
    let (outcomes, log) = try judge(
      "# uitleg;;;;;;\njeugd:p1;;;;;;v0000000000000001-0\njeugd:p9;;;;;Ank;\n")
    #expect(outcomes == ["empty", "empty"] && log.isEmpty)
  }

  @Test func aWrongRowCostsOnlyItself() throws {
    let (outcomes, log) = try judge(
      "p1;onterecht;;;;Ank;\np9;onterecht;;;;;\njeugd:p2;uitgesteld;;;;;\njeugd:p2;zomaar;;;;;\njeugd:p2;geen actie;;;;;x\njeugd:p2;\"geen\n"
    )
    #expect(
      outcomes.prefix(5) == [
        "taken", "oordeel-bericht", "oordeel-tot", "oordeel-keuze", "oordeel-versie",
      ])
    #expect(outcomes.last == "oordeel-rij" && log.count == 1)
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let text =
      "p1;onterecht;naam;;;Ank;\np1;bewerkt;;;;Ank;\np1;bewerkt;;;;Ank;\njeugd:p2;geen_actie;;;;;\n"
    let first = try judge(text)
    #expect(first.outcomes == ["taken", "taken", "copy", "taken"] && first.log.count == 3)
    #expect(try judge(text, log: first.log).outcomes == ["known", "known", "copy", "known"])
    #expect(
      try judge(text, log: first.log, version: 7).log == first.log,
      "also when the text changed since")
    #expect(try judge(text, as: "kopie/oordelen.csv", log: first.log).log == first.log)
  }

  @Test func aRowThatChangedAddsALineAndChangedBackTakesEffectAgain() throws {
    let first = try judge("p1;geen_actie;;;;;\n")
    let second = try judge("p1;onterecht;;;;;\n", log: first.log)
    #expect(second.outcomes == ["taken"])
    let third = try judge("p1;geen_actie;;;;;\n", log: second.log)
    #expect(third.outcomes == ["taken"] && third.log.count == 3)
    #expect(try judge("p1;geen_actie;;;;;\n", log: third.log).outcomes == ["known"])
  }

  @Test func aCopyOfAnOldRowIsAnsweredWhenItNoLongerHolds() throws {
    let first = try judge("p1;geen_actie;;;;;\n", as: "oordelen-1.csv")
    #expect(
      try judge("p1;geen_actie;;;;;\n", as: "oordelen-2.csv", log: first.log).outcomes == ["known"])
    let edited = try judge("p1;geen_actie;;;;;\n", as: "oordelen-2.csv", log: first.log, version: 7)
    #expect(edited.outcomes == ["oordeel-volgorde"] && edited.log == first.log)
    let anew = try judge(
      "p1;geen_actie;;;opnieuw gezien;;\n", as: "oordelen-2.csv", log: first.log, version: 7)
    #expect(anew.outcomes == ["taken"] && anew.log.last?.judgement?.version == Self.version(7))
  }

  @Test func theFormsVersionTellsANewVerdictFromAnOldOne() throws {
    let first = try judge("p1;geen_actie;;;;;v0000000000000001-0\n")
    #expect(first.log.last?.judgement?.version == Self.version(1))
    var book = Self.book(first.log)
    _ = try book.withdraw("1", by: nil, note: nil)
    #expect(
      try judge("p1;geen_actie;;;;;v0000000000000001-0\n", log: book.log).outcomes == ["known"])
    let again = try judge("p1;geen_actie;;;;;v0000000000000001-2\n", log: book.log)
    #expect(again.outcomes == ["taken"])
    let older = try judge("p1;geen_actie;;;;;v0000000000000001-0\n", version: 7)
    #expect(
      older.log.last?.judgement?.version == Self.version(1), "it was about the text that people saw"
    )
  }

  @Test(arguments: [
    ("bericht;toelichting\n", "geen kolom “oordeel”"), ("id;tekst\n", "geen kolom “bericht”"),
    ("regel;bericht;oordeel;geldt\n", "logboek"), ("bericht;oordel;oordeel\n", nil),
    ("bericht;oordeel;redeb\n", "bedoelt u “reden”?"), ("", "leeg"),
  ])
  func aHeaderThatDoesNotFitIsAnswered(header: String, message: String?) {
    do {
      _ = try VerdictSheet(Array(header.utf8))
      #expect(message == nil)
    } catch {
      #expect(message.map(error.description.contains) ?? false, "\(error)")
    }
  }

  @Test(arguments: [
    ("oordelen.csv", true), ("map/Oordelen week 12.CSV", true), ("besluiten.csv", false),
  ])
  func filesAreToldByTheirName(name: String, isOne: Bool) {
    #expect(VerdictIntake.recognises(name) == isOne)
  }
}
