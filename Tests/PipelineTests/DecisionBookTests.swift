// What people may record about signals, and what they are told when they may not.
import Discussion
import Testing

@testable import Pipeline

@Suite struct DecisionBookTests {
  static let week = ISOWeek(iso8601: "2026-W10") ?? ISOWeek(number: 0)
  static let today = week.sunday.advanced(by: 8)
  static let first = SignalID(week: week, number: 1)
  static let second = SignalID(week: week.advanced(by: -30), number: 1)

  static func signal(_ id: SignalID, topic: Int?, isOpen: Bool, raised: [Int] = [0]) -> Signal {
    let last = max(raised.max() ?? 0, 0)
    return Signal(
      id: id, topic: topic.map { TopicID(number: $0) }, scope: topic == nil ? .birth : .topic,
      weeks: (0...last).map {
        SignalWeek(
          week: id.week.advanced(by: $0), isRaised: raised.contains($0), methods: [.counts], windowWeeks: 2,
          observed: 9, expected: 2.5, lower: 0, upper: 5, pValue: 0.001, strength: .strong, posts: [])
      }, isOpen: isOpen)
  }

  static func book(_ log: [Decision] = []) -> DecisionBook {
    DecisionBook(
      signals: KnownSignals(
        [signal(second, topic: 2, isOpen: false), signal(first, topic: 1, isOpen: true)],
        titles: [TopicID(number: 1): "Wachten op hulp"]), log: log, today: today)
  }

  private func take(_ request: DecisionRequest, in book: inout DecisionBook) throws -> [Decision.Action] {
    try book.take(request, by: "Ank").lines.map(\.action)
  }

  private func refusal(_ request: DecisionRequest, in book: DecisionBook = book()) -> DecisionRefusal? {
    var book = book
    do {
      _ = try book.take(request, by: nil)
      return nil
    } catch { return error }
  }

  @Test func aLineHoldsWhatWasDecidedAndWhatWasShown() throws {
    var book = Self.book()
    let (lines, remarks) = try book.take(
      DecisionRequest(
        signal: " sig-2026-w10-1 ", decision: "Themabijeenkomst", date: "27-03-2026", note: " Veel\tvragen "),
      by: "Ank")
    let line = try #require(lines.first)
    let day = CalendarDay(iso8601: "2026-03-27")
    #expect(lines.count == 1 && line.number == 1)
    #expect(line.action == .decide(.themeMeeting, date: day))
    #expect((line.signal, line.topic) == (Self.first, TopicID(number: 1)))
    #expect((line.note, line.by, line.recordedOn) == ("Veel vragen", "Ank", Self.today))
    #expect((line.shown?.observed, line.shown?.title) == (9, "Wachten op hulp"))
    #expect(line.shown?.weeks == [Self.week.advanced(by: -1), Self.week])
    #expect(remarks.isEmpty)
    #expect(book.folded.meetings.map(\.date) == [day])
  }

  @Test(arguments: [
    ("2026-03-27", "2026-03-27"), ("27-03-2026", "2026-03-27"), ("7-3-2026", "2026-03-07"),
    ("07/03/2026", "2026-03-07"), ("7.3.2026", "2026-03-07"), ("29-02-2028", "2028-02-29"),
  ])
  func daysAreReadAsPeopleWriteThem(text: String, day: String) throws {
    #expect(try DecisionBook.day(text) == CalendarDay(iso8601: day))
  }

  @Test(arguments: [
    "30-02-2026", "29-02-2026", "2026-13-01", "27-03-26", "vrijdag", "27 maart 2026", "2026-3-27", "--",
    "1-1-",
    "٢٧-03-2026",
  ])
  func whatIsNoDayIsRefused(text: String) {
    #expect(throws: DecisionRefusal.noDate(text)) { try DecisionBook.day(text) }
  }

  @Test func aMeetingWithoutADayIsPlanned() throws {
    var book = Self.book()
    let (_, remarks) = try book.take(
      DecisionRequest(signal: "SIG-2026-W10-1", decision: "themabijeenkomst"), by: nil)
    #expect(remarks == [.noDateYet] && book.folded.meetings.isEmpty)
    #expect(
      try take(
        DecisionRequest(signal: "SIG-2026-W10-1", decision: "themabijeenkomst", date: "2026-03-01"), in: &book
      )
        == [.decide(.themeMeeting, date: CalendarDay(iso8601: "2026-03-01"))])
    #expect(book.folded.meetings(heldBy: Self.today).count == 1)
  }

  @Test func onlyAMeetingHasADay() {
    for kind in DecisionKind.allCases where kind != .themeMeeting {
      let request = DecisionRequest(signal: "SIG-2026-W10-1", decision: kind.rawValue, date: "2026-03-01")
      #expect(refusal(request) == .dateWithout(kind))
    }
    #expect(refusal(DecisionRequest(signal: "SIG-2026-W10-1", date: "2026-03-01")) == .dateAlone)
  }

  @Test func aSignalThatIsNotThereIsAnsweredWithThoseThatAre() {
    func answer(_ text: String) -> String {
      refusal(DecisionRequest(signal: text, decision: "volgen")).map {
        DecisionTexts.reason($0, quoting: true)
      } ?? ""
    }
    #expect(answer("SIG-2026-W11-1").contains("Bedoelde u SIG-2026-W10-1?"))
    #expect(answer("OND-0001").contains("“OND-0001” bestaat niet. Nu open: SIG-2026-W10-1"))
    #expect(answer(" ").contains("geen signaal genoemd"))
    var none = DecisionBook(signals: KnownSignals([]), log: [], today: Self.today)
    #expect(throws: DecisionRefusal.noSignals) {
      try none.take(DecisionRequest(signal: "SIG-2026-W10-1", decision: "volgen"), by: nil)
    }
  }

  @Test func wordsThatAreMistypedAreAnswered() {
    func answer(_ request: DecisionRequest, quoting: Bool = true) -> String {
      refusal(request).map { DecisionTexts.reason($0, quoting: quoting) } ?? ""
    }
    #expect(
      answer(DecisionRequest(signal: "SIG-2026-W10-1", decision: "vogen")).contains("bedoelde u “volgen”?"))
    #expect(
      answer(DecisionRequest(signal: "SIG-2026-W10-1", decision: "pizza")).contains(
        "Kies uit: themabijeenkomst"))
    #expect(
      answer(DecisionRequest(signal: "SIG-2026-W10-1", decision: "volgen", usefulness: "best wel"))
        .contains("Kies uit: ja, deels, nee"))
    let secret = DecisionRequest(signal: "Jan de Vries", decision: "0612345678", date: "x")
    #expect(!answer(secret, quoting: false).contains("Jan"))
    #expect(refusal(DecisionRequest(signal: "SIG-2026-W10-1")) == .nothingAsked)
  }

  @Test func howItWentIsSaidAfterADecision() throws {
    let rating = DecisionRequest(signal: "SIG-2026-W10-1", usefulness: "Ja")
    let holding = DecisionRequest(signal: "SIG-2026-W10-1", held: "2026-03-12")
    #expect(refusal(rating) == .notDecided(Self.first))
    #expect(refusal(holding) == .notDecided(Self.first))
    var watched = Self.book()
    _ = try take(DecisionRequest(signal: "SIG-2026-W10-1", decision: "volgen"), in: &watched)
    #expect(refusal(holding, in: watched) == .noMeeting(Self.first))
    #expect(try take(rating, in: &watched) == [.rate(.useful)])
    var meeting = Self.book()
    #expect(
      try take(
        DecisionRequest(
          signal: "SIG-2026-W10-1", decision: "themabijeenkomst", usefulness: "deels", held: "2026-03-12",
          note: "Druk"), in: &meeting)
        == [
          .decide(.themeMeeting, date: nil), .hold(CalendarDay(iso8601: "2026-03-12") ?? Self.today),
          .rate(.partly),
        ])
    #expect(meeting.log.map(\.note) == ["Druk", nil, nil])
    #expect(
      try meeting.take(
        DecisionRequest(signal: "SIG-2026-W10-1", decision: "themabijeenkomst", held: "2026-03-11"), by: nil
      ).remarks.isEmpty)
    let tomorrow = Self.today.advanced(by: 1)
    #expect(
      refusal(DecisionRequest(signal: "SIG-2026-W10-1", held: "\(tomorrow)"), in: meeting)
        == .notYetHeld(tomorrow))
  }

  @Test func whatIsRefusedAddsNothing() {
    var book = Self.book()
    #expect(throws: DecisionRefusal.self) {
      try book.take(
        DecisionRequest(signal: "SIG-2026-W10-1", decision: "volgen", usefulness: "misschien"), by: nil)
    }
    #expect(book.log.isEmpty)
  }

  @Test func linesAreTakenBackByLines() throws {
    var book = Self.book()
    _ = try take(DecisionRequest(signal: "SIG-2026-W10-1", decision: "volgen"), in: &book)
    _ = try take(DecisionRequest(signal: "SIG-2026-W10-1", decision: "niet nu"), in: &book)
    let lines = try book.withdraw("regel 2", by: "Ank", note: nil)
    #expect(lines.map(\.action) == [.withdraw(2)] && lines.map(\.number) == [3])
    #expect(book.folded.bySignal[Self.first]?.kind == .watch)
    #expect(throws: DecisionRefusal.withdrawnLine(2)) { try book.withdraw("2", by: nil, note: nil) }
    #expect(throws: DecisionRefusal.unknownLine(9)) { try book.withdraw("9", by: nil, note: nil) }
    #expect(throws: DecisionRefusal.noLines("alles")) { try book.withdraw("alles", by: nil, note: nil) }
  }

  @Test func aFaultOfTheDataSaysWhichWeeksAreLeftOut() throws {
    var book = Self.book()
    let (_, remarks) = try book.take(
      DecisionRequest(signal: "SIG-2026-W10-1", decision: "gegevensfout"), by: nil)
    #expect(remarks == [.weeksLeftOut([Self.week.advanced(by: -1), Self.week])])
    #expect(remarks.map(DecisionTexts.text).first?.contains("2026-W09, 2026-W10") == true)
  }

  @Test func theListHoldsWhatWaits() throws {
    var book = Self.book()
    #expect(book.open.map(\.id) == [Self.first], "one that closed half a year ago waits no longer")
    _ = try take(DecisionRequest(signal: "SIG-2026-W10-1", decision: "niet-nu"), in: &book)
    #expect(book.open.map(\.id) == [Self.first], "it still stands")
  }

  // Rows of a file.

  static let header = "signaal;onderwerp;besluit;datum;toelichting;nuttig;door\n"

  /// What becomes of the rows of a file, and the lines that they add.
  private func judge(_ text: String, as file: String = "besluiten.csv", log: [Decision] = []) throws
    -> (outcomes: [String], log: [Decision])
  {
    var intake = DecisionIntake(Self.book(log))
    let sheet = try DecisionSheet(Array((Self.header + text).utf8))
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

  static let watch = "SIG-2026-W10-1;Wachten op hulp;volgen;;Eerst kijken;;Ank\n"
  static let leave = "SIG-2026-W10-1;Wachten op hulp;niet-nu;;Eerst kijken;;Ank\n"

  @Test func theFormAsItIsHandedOutAsksNothing() throws {
    let (outcomes, log) = try judge("# uitleg;;;;;;\nSIG-2026-W10-1;Wachten op hulp;;;;;\nSIG-9;x;;;;;Ank\n")
    #expect(outcomes == ["empty", "empty"] && log.isEmpty)
  }

  @Test func theSameFileAgainChangesNothingAndARowThatChangedAddsALine() throws {
    let first = try judge(Self.watch)
    #expect(first.outcomes == ["taken"] && first.log.count == 1)
    #expect(first.log[0].note == "Eerst kijken" && first.log[0].by == "Ank")
    #expect(try judge(Self.watch, log: first.log).outcomes == ["known"])
    let changed = try judge(Self.leave, log: first.log)
    #expect(changed.log.map(\.action) == [.decide(.watch, date: nil), .decide(.notNow, date: nil)])
    let back = try judge(Self.watch, log: changed.log)
    #expect(back.outcomes == ["taken"] && back.log.count == 3, "people may change their minds back")
  }

  @Test func aRowToWhichPeopleAddHowItWentAddsThatOnly() throws {
    let first = try judge("SIG-2026-W10-1;;themabijeenkomst;2026-03-12;Doen;;Ank\n")
    let later = try judge("SIG-2026-W10-1;;themabijeenkomst;12-3-2026;Doen;ja;Ank\n", log: first.log)
    #expect(later.log.dropFirst().map(\.action) == [.rate(.useful)])
    #expect(later.log.count == 2)
  }

  @Test func aCopyOfAnOldFileDoesNotOverruleWhatCameLater() throws {
    let first = try judge(Self.watch, as: "besluiten-1.csv")
    #expect(try judge(Self.watch, as: "kopie/besluiten.csv", log: first.log).outcomes == ["known"])
    let second = try judge(Self.leave, as: "besluiten-2.csv", log: first.log)
    #expect(second.outcomes == ["taken"])
    let copy = try judge(Self.watch, as: "besluiten-3.csv", log: second.log)
    #expect(copy.outcomes == ["besluit-volgorde"] && copy.log == second.log)
    #expect(try judge(Self.watch, as: "besluiten-1.csv", log: second.log).outcomes == ["known"])
  }

  @Test func severalRowsAboutOneSignalAreTakenOnce() throws {
    let first = try judge(Self.watch + Self.leave)
    #expect(first.outcomes == ["taken", "taken"])
    let again = try judge(Self.watch + Self.leave, log: first.log)
    #expect(again.outcomes == ["known", "known"] && again.log == first.log)
    let mistyped = "SIG-2026-W10-1;;volgn;;;;Ank\n"
    let other = try judge(Self.watch + mistyped + Self.leave + Self.leave, log: first.log)
    #expect(other.outcomes == ["known", "besluit-keuze", "known", "copy"] && other.log == first.log)
    let mended = "SIG-2026-W10-1;;al-beantwoord;;;;Ank\n"
    let between = try judge(Self.watch + mended + Self.leave, log: first.log)
    #expect(between.outcomes == ["known", "taken", "taken"], "the last row keeps the last word")
    let copy = try judge(Self.watch + Self.leave, as: "besluiten-kopie.csv", log: first.log)
    #expect(copy.outcomes == ["known", "known"] && copy.log == first.log)
    let further = try judge(Self.watch + Self.leave + mended, as: "besluiten-kopie.csv", log: first.log)
    #expect(further.outcomes == ["known", "known", "taken"])
    let twice = try judge(Self.watch + Self.leave + mended, as: "besluiten-kopie.csv", log: further.log)
    #expect(twice.outcomes == ["known", "known", "known"] && twice.log == further.log)
  }

  static let meet = "SIG-2026-W10-1;;themabijeenkomst;2026-03-12;Doen;;Ank\n"
  static let moved = "SIG-2026-W10-1;;themabijeenkomst;2026-03-14;Doen;;Ank\n"
  static let useful = "SIG-2026-W10-1;;;;;ja;Ank\n"

  @Test func aRowThatGoesAwayTakesOnlyBackWhatItOverruled() throws {
    let rated = try judge(Self.leave + Self.useful)
    #expect(rated.log.map(\.action) == [.decide(.notNow, date: nil), .rate(.useful)])
    #expect(
      try judge(Self.leave, log: rated.log).log == rated.log, "nothing stood in the way of what is left")
    let moved = try judge(Self.meet + Self.moved)
    let back = try judge(Self.meet, log: moved.log)
    #expect(back.outcomes == ["taken"] && back.log.count == 3)
    let mistyped = try judge(Self.meet + "SIG-2026-W10-1;;volgn;;;;Ank\n" + Self.meet, log: moved.log)
    #expect(
      mistyped.outcomes == ["taken", "besluit-keuze", "copy"], "a row that cannot be read has no last word")
  }

  @Test func aCopyMustSayAllThatStands() throws {
    let moved = try judge(Self.moved, as: "besluiten-2.csv", log: try judge(Self.meet).log)
    #expect(try judge(Self.moved, as: "besluiten-3.csv", log: moved.log).outcomes == ["known"])
    #expect(try judge(Self.meet, as: "besluiten-3.csv", log: moved.log).outcomes == ["besluit-volgorde"])
    let no = "SIG-2026-W10-1;;;;;nee;Ank\n"
    let rated = try judge(no, as: "besluiten-2.csv", log: try judge(Self.useful, log: moved.log).log)
    #expect(try judge(Self.useful, as: "besluiten-4.csv", log: rated.log).outcomes == ["besluit-volgorde"])
  }

  @Test func theSameWordsAboutALaterWeekAreANewDecision() throws {
    func outcomes(_ week: String, _ log: [Decision]) throws -> (outcomes: [String], log: [Decision]) {
      var intake = DecisionIntake(Self.book(log))
      let rows = try DecisionSheet(
        Array("signaal;week;nu;besluit\nSIG-2026-W10-1;\(week);;niet-nu\n".utf8)
      ).rows
      intake.begin(rows, of: "besluiten.csv")
      let outcomes = rows.map { row in
        if case .taken = intake.judge(row, of: "besluiten.csv") { "taken" } else { "other" }
      }
      return (outcomes, intake.book.log)
    }
    let first = try outcomes("2026-W10", [])
    #expect(try outcomes("2026-W10", first.log).outcomes == ["other"])
    #expect(try outcomes("2026-W12", first.log).outcomes == ["taken"])
  }

  @Test func aMeetingIsHeldOnceHoweverOftenItIsSaid() throws {
    var book = Self.book()
    _ = try take(
      DecisionRequest(signal: "SIG-2026-W10-1", decision: "themabijeenkomst", date: "2026-03-12"), in: &book)
    let request = DecisionRequest(
      signal: "SIG-2026-W10-1", decision: "themabijeenkomst", date: "2026-03-12", held: "2026-03-13")
    #expect(try take(request, in: &book).count == 1)
    var rated = request
    rated.usefulness = "ja"
    _ = try take(rated, in: &book)
    _ = try take(
      DecisionRequest(signal: "SIG-2026-W10-1", decision: "themabijeenkomst", date: "2026-03-16"), in: &book)
    _ = try take(DecisionRequest(signal: "SIG-2026-W10-1", held: "2026-03-13"), in: &book)
    #expect(book.folded.meetings.map { "\($0.date)" } == ["2026-03-13"])
  }

  @Test func aMindThatChangedAndChangedBackInOneFileIsKept() throws {
    let first = try judge(Self.watch + Self.leave + Self.watch)
    #expect(
      first.outcomes == ["taken", "taken", "taken"] && first.log.last?.action == .decide(.watch, date: nil))
    #expect(try judge(Self.watch + Self.leave + Self.watch, log: first.log).log == first.log)
    #expect(try judge(Self.watch, log: first.log).log == first.log, "what it says last is what it said last")
    let shorter = try judge(Self.watch + Self.leave, log: first.log)
    #expect(shorter.log.count == 4 && shorter.log.last?.action == .decide(.notNow, date: nil))
    #expect(try judge(Self.watch + Self.leave, log: shorter.log).log == shorter.log)
  }

  @Test func aWrongRowCostsOnlyItself() throws {
    let (outcomes, log) = try judge(
      """
      SIG-2026-W10-1;;gegevensfout;2026-03-01;;;Ank
      SIG-2026-W99-1;;volgen;;;;Ank
      SIG-2026-W10-1;;themabijeenkomst;31-02-2026;;;Ank
      SIG-2026-W10-1;;;;;nee;Ank
      SIG-2026-W10-1;;volgen;;;;Ank
      ;;volgen;;;;Ank
      SIG-2026-W10-1;;"open

      """)
    #expect(
      outcomes == [
        "besluit-datum", "besluit-signaal", "besluit-datum", "besluit-volgorde", "taken", "besluit-signaal",
        "besluit-rij",
      ])
    #expect(log.map(\.action) == [.decide(.watch, date: nil)])
  }

  @Test(arguments: [
    ("signaal;datum\n", "geen kolom “besluit”"),
    ("signaal;beslissing;nuttig\n", "geef die de naam “besluit”"),
    ("signaal;besluit;datm;toelichtng\n", "bedoelt u “toelichting”?"),
    ("regel;signaal;besluit;geldt\n", "het logboek"), ("besluit\n", "geen kolom “signaal”"),
  ])
  func aHeaderWithWhichNothingWouldBeTakenIsAnswered(header: String, message: String) {
    #expect {
      try DecisionSheet(Array(header.utf8))
    } throws: { error in
      "\(error)".contains(message)
    }
  }

  @Test func columnsThatPeopleAddAndCommentsBeforeTheHeaderAreNoHarm() throws {
    let sheet = try DecisionSheet(
      Array(
        "# uitleg, met een komma\nsignaal;onderwerp;week;nu;besluit;gevonden\nSIG-1;a;1;volgen;volgen;ja\n"
          .utf8))
    #expect(sheet.rows.map { $0[.decision] } == ["volgen"] && sheet.rows.map(\.line) == [3])
  }

  @Test func theFormsOfSpreadsheetsAreRead() throws {
    let text =
      "\u{FEFF}Signaal;Besluit;Datum;Toelichting;Nuttig;Door\r\nsig-2026-w10-1;Niet nu;;\"zie; mail\";;Ank\r\n"
    var intake = DecisionIntake(Self.book())
    for row in try DecisionSheet(Array(text.utf8)).rows { _ = intake.judge(row, of: "b.csv") }
    #expect(intake.book.log.map(\.note) == ["zie; mail"])
    #expect(throws: SheetFailure.self) { try DecisionSheet(Array("besluit;datum\nvolgen;\n".utf8)) }
    #expect(throws: SheetFailure.self) { try DecisionSheet([]) }
  }

  @Test(arguments: [
    ("besluiten.csv", true), ("Besluiten week 12.CSV", true), ("map/besluiten-2.csv", true),
    ("mijn besluiten.csv", false), ("besluiten.xlsx", false), ("correcties.csv", false),
  ])
  func theNameTellsAFileOfDecisions(name: String, isOne: Bool) {
    #expect(DecisionIntake.recognises(name) == isOne)
  }

  // What the night makes of it.

  @Test func meetingsAndWrongWeeksGoToTheTopicThatTookTheOldOneIn() throws {
    var book = Self.book()
    _ = try take(
      DecisionRequest(signal: "SIG-2026-W10-1", decision: "themabijeenkomst", date: "2026-03-10"), in: &book)
    _ = try take(
      DecisionRequest(signal: Self.second.description, decision: "gegevensfout"), in: &book)
    var merged = Topic(id: TopicID(number: 1), title: "", words: [])
    merged.status = .merged
    merged.successor = TopicID(number: 7)
    func facts(_ asOf: CalendarDay) -> DecisionFacts {
      DecisionFacts(
        log: book.log, signals: book.signals, heirs: TopicHeirs(TopicCorrections(), topics: [merged]),
        asOf: asOf)
    }
    #expect(facts(Self.today).themeMeetings.map(\.series) == ["OND-0007"])
    #expect(facts(Self.today).themeMeetings.map(\.week) == [Self.week.advanced(by: 1)])
    #expect(facts(Self.week.sunday).themeMeetings.isEmpty, "its day has not come")
    #expect(
      Set(facts(Self.today).faultyWeeks.map { "\($0.series) \($0.week)" }) == [
        "OND-0002 \(Self.second.week)", "OND-0002 \(Self.second.week.advanced(by: -1))",
      ])
  }

  @Test func aSubjectWithoutATopicIsFollowedIntoTheTopicThatItBecomes() throws {
    let posts = (1...4).map { PostID("p\($0)") }
    var birth = Self.signal(Self.first, topic: nil, isOpen: true)
    birth.weeks[0].posts = posts
    let known = KnownSignals([birth])
    var book = DecisionBook(signals: known, log: [], today: Self.today)
    let (_, remarks) = try book.take(
      DecisionRequest(signal: "SIG-2026-W10-1", decision: "gegevensfout"), by: nil)
    #expect(remarks == [.questionsLeftOut(4)])
    func facts(_ topics: [PostID: TopicID]) -> DecisionFacts {
      DecisionFacts(
        log: book.log, signals: known, heirs: TopicHeirs(TopicCorrections(), topics: []), topicOfPost: topics,
        asOf: Self.today)
    }
    let (third, fourth) = (TopicID(number: 3), TopicID(number: 4))
    #expect(facts([:]).topic(nil, of: Self.first) == nil)
    #expect(facts([:]).faultyPosts == Set(posts) && facts([:]).faultyWeeks.isEmpty)
    #expect(facts([posts[0]: third]).topic(nil, of: Self.first) == nil, "one of four")
    #expect(facts([posts[0]: third, posts[1]: third, posts[2]: fourth]).topic(nil, of: Self.first) == nil)
    let formed = facts([posts[0]: third, posts[1]: third, posts[3]: third, posts[2]: fourth])
    #expect(formed.topic(nil, of: Self.first) == third)
    #expect(formed.faultyWeeks.isEmpty && formed.faultyPosts == Set(posts), "the rest of the topic is sound")
    #expect(formed.topic(fourth, of: Self.first) == fourth, "what was recorded stands")
  }
}
