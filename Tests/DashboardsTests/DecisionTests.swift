// Decisions on the pages: meetings before and after, what stands, how useful signals were, and what stays with monitors.
import Discussion
import Records
import Testing

@testable import Dashboards
@testable import Moderation

extension Sample {
  static func signalID(_ weeksAgo: Int, _ number: Int = 9) -> SignalID {
    SignalID(week: week.advanced(by: -weeksAgo), number: number)
  }

  static func line(
    _ number: Int, _ signal: SignalID?, topic: Int?, _ action: Decision.Action, observed: Int = 14
  )
    -> DecisionLine
  {
    let shown = ShownSignal(
      week: week.advanced(by: -40), observed: observed, expected: 3.25, lower: 0, upper: 6, windowWeeks: 2,
      strength: .strong, methods: [.counts], weeks: [week.advanced(by: -40)], title: "Titel van Saskia Jansen"
    )
    let id = topic.map { TopicID(number: $0) }
    return DecisionLine(
      line: Decision(
        number: number, signal: signal, topic: id, action: action, note: "Zie mail van Saskia Jansen",
        recordedOn: asOf.advanced(by: -100 + number), by: "Monitor Mieke", shown: signal == nil ? nil : shown),
      topic: id, isInForce: number != 2, note: redacted("Zie mail van [naam]"))
  }

  static func followUp(_ date: CalendarDay, _ verdict: FollowUpVerdict, before: Int = 15, after: Int = 1)
    -> MeetingFollowUp
  {
    var isEarly = false
    if case .tooEarly = verdict { isEarly = true }
    return MeetingFollowUp(
      date: date,
      periods: [
        FollowUpPeriod(
          weeks: 8, before: FollowUpSide(questions: 6, askers: 6, votes: 6, allQuestions: 130),
          after: FollowUpSide(questions: 1, askers: 1, votes: 1, allQuestions: 128), pValue: 0.1,
          verdict: isEarly ? .tooEarly(weeksToGo: 3) : .unclear),
        FollowUpPeriod(
          weeks: 26,
          before: FollowUpSide(questions: before, askers: before, votes: before, allQuestions: 420),
          after: FollowUpSide(questions: after, askers: after, votes: after, allQuestions: 400), pValue: 0.01,
          verdict: isEarly ? .tooEarly(weeksToGo: 21) : verdict),
      ], weeksBefore: Array(repeating: 0, count: 20) + [1, 2, 0, 5, 4, 3],
      weeksAfter: isEarly ? [0, 1] : Array(repeating: 0, count: 25) + [after])
  }

  static func meeting(
    _ signal: SignalID, topic: Int?, _ date: CalendarDay, _ verdict: FollowUpVerdict?, back: Bool = false
  )
    -> MeetingReport
  {
    let id = topic.map { TopicID(number: $0) }
    var followUp = verdict.map { Sample.followUp(date, $0) }
    if back { followUp?.returned = signalID(2) }
    return MeetingReport(
      meeting: DecidedMeeting(signal: signal, topic: id, date: date, isConfirmed: verdict == .fewer),
      topic: id,
      isHeld: date <= asOf, followUp: followUp, usefulness: verdict == .fewer ? .useful : nil,
      note: redacted("Zie mail van [naam]"))
  }

  static func decided(
    _ signal: SignalID, topic: Int?, _ kind: DecisionKind, line: Int, date: CalendarDay? = nil,
    useful: Usefulness? = nil, standing: SignalStanding = .decided
  ) -> DecidedSignal {
    let id = topic.map { TopicID(number: $0) }
    return DecidedSignal(
      decision: SignalDecision(
        signal: signal, topic: id, kind: kind, date: date, line: line,
        decidedOn: asOf.advanced(by: -100 + line), note: "Zie mail van Saskia Jansen", shown: nil,
        usefulness: useful, usefulnessNote: nil), topic: id, standing: standing,
      note: redacted("Zie mail van [naam]"))
  }

  /// Decisions of all kinds, on topics of the busy week; topic 7 is kept from the core group.
  static var decisions: DecisionReport {
    let (long, short) = (day("2026-03-26"), day("2026-10-22"))
    let next = day("2026-12-03")
    return DecisionReport(
      lines: [
        line(1, signalID(40), topic: 1, .decide(.themeMeeting, date: long)),
        line(2, signalID(40), topic: 1, .rate(.notUseful)), line(3, nil, topic: nil, .withdraw(2)),
        line(4, signalID(40), topic: 1, .rate(.useful)), line(5, signalID(40), topic: 1, .hold(long)),
        line(6, signalID(6), topic: 2, .decide(.themeMeeting, date: short), observed: 3),
        line(7, signalID(1), topic: 7, .decide(.dataFault, date: nil)),
        line(8, signalID(0), topic: nil, .decide(.watch, date: nil)),
      ],
      standing: [
        decided(signalID(40), topic: 1, .themeMeeting, line: 1, date: long, useful: .useful),
        decided(signalID(6), topic: 2, .themeMeeting, line: 6, date: short),
        decided(signalID(5), topic: 4, .themeMeeting, line: 7, date: next),
        decided(signalID(1), topic: 7, .dataFault, line: 8),
        decided(signalID(0), topic: nil, .watch, line: 9, standing: .watched),
        decided(signalID(3), topic: 3, .notNow, line: 10, standing: .toDecide),
      ],
      meetings: [
        meeting(signalID(5), topic: 4, next, nil), meeting(signalID(40), topic: 1, long, .fewer, back: true),
        meeting(signalID(6), topic: 2, short, .tooEarly(weeksToGo: 4)),
      ],
      waiting: [
        WaitingSignal(id: signalID(0), topic: nil, latest: week, decided: .watch),
        WaitingSignal(id: signalID(3), topic: TopicID(number: 3), latest: week, decided: .notNow),
        WaitingSignal(id: signalID(1), topic: TopicID(number: 7), latest: week),
      ], precision: SignalPrecision(decided: 6, useful: 1, partly: 1, notUseful: 1))
  }

  static var decisive: NightReport {
    var report = busy
    var muted = topic(7, "Geheim")
    muted.decisions.isMuted = true
    report.topics.append(muted)
    report.decisions = decisions
    return report
  }
}

@Suite("Decisions on the pages")
struct DecisionPageTests {
  let files: [RenderedFile]
  let page: String

  init() throws {
    files = try Dashboards.render(Sample.decisive)
    page = files.text("kerngroep/opvolging.html")
  }

  private func rows(_ path: String, delimiter: Character = ",") -> [[String: String]] {
    var bytes = files.first { $0.path == path }?.bytes ?? []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let records = CSVParser.records(in: bytes, format: CSVFormat(delimiter: delimiter.asciiValue ?? 0)).map(
      \.strings)
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0)) { $1 } }
  }

  @Test("every page stays sound, and the same report gives the same bytes")
  func structure() throws {
    for file in files where file.path.hasSuffix(".html") {
      #expect(HTMLStructure.problems(in: String(decoding: file.bytes, as: UTF8.self)) == [], "\(file.path)")
    }
    var shuffled = Sample.decisive
    shuffled.decisions.lines.reverse()
    shuffled.decisions.standing.reverse()
    shuffled.decisions.meetings.reverse()
    shuffled.decisions.waiting.reverse()
    #expect(try Dashboards.render(shuffled) == files)
  }

  @Test("the menu of every page of the core group leads to the follow-up")
  func menu() {
    #expect(files.text("kerngroep/index.html").contains("<a href=\"opvolging.html\">Opvolging</a>"))
    #expect(
      files.text("kerngroep/onderwerpen/OND-0001.html").contains(
        "<a href=\"../opvolging.html\">Opvolging</a>"))
    #expect(page.contains("aria-current=\"page\">Opvolging</a>"))
  }

  @Test("a meeting is told with its numbers, its verdict and what people thought of it")
  func meetings() throws {
    let cards = page.between("<article", "</article>")
    #expect(cards.count == 2, "the one that is planned has no card")
    let early = try #require(cards.first)
    #expect(early.contains("Het is te vroeg om te zeggen"))
    #expect(early.contains("Over 3 weken zijn er 8 weken voorbij."))
    #expect(early.contains("te vroeg om te zeggen (nog 21 weken)"))
    let clear = try #require(cards.last)
    #expect(clear.contains("<strong>Daarna speelde het onderwerp naar verhouding duidelijk minder.</strong>"))
    #expect(clear.contains("In de 26 weken erna kwam er 1 vraag, in de 26 weken ervoor waren het 15 vragen."))
    #expect(clear.contains("Gehouden op donderdag 26 maart 2026"))
    #expect(clear.contains("Het onderwerp kwam terug: in week 44 van 2026"))
    #expect(clear.contains("Achteraf was het signaal nuttig."))
    #expect(clear.contains("15 → minder dan 5"), "one person is not counted out")
    #expect(clear.contains("3,6% → 0,3%"))
    #expect(page.contains("komt vaak na een drukke tijd"))
    let rows = rows("kerngroep/data/opvolging.csv")
    #expect(
      rows.map { $0["oordeel"] } == ["te_vroeg", "te_vroeg", "niet_duidelijk_anders", "duidelijk_minder", ""])
    #expect(rows.map { $0["vragen_voor"] } == ["6", "15", "6", "15", ""])
    #expect(
      rows[3]["mensen_na"] == "" && rows[3]["mensen_onderdrukt"] == "ja" && rows[3]["mensen_voor"] == "15")
    #expect(rows.map { $0["stand"] } == ["gehouden", "gehouden", "gehouden", "gehouden", "gepland"])
    #expect(rows[2]["terug_signaal"] == "\(Sample.signalID(2))")
  }

  @Test("the decisions of a year are told with what became of them")
  func decisions() {
    for text in [
      "daarna: duidelijk minder", "gepland", "het signaal loopt nog", "daarna werd het signaal sterker",
      "Van de 6 signalen waarover is besloten, bleken er 1 nuttig, en 1 deels. Van 3 is dat nog niet bekend."
        .replacing("bleken er 1", with: "bleek er 1"),
    ] { #expect(page.contains(text), "\(text)") }
    #expect(files.text("kerngroep/werkwijze.html").contains("Van de 6 signalen waarover is besloten"))
    let topic = files.text("kerngroep/onderwerpen/OND-0001.html")
    #expect(topic.contains("Eerdere besluiten") && topic.contains("na het signaal van week 6 van 2026"))
    #expect(!files.text("kerngroep/onderwerpen/OND-0006.html").contains("Eerdere besluiten"))
    let log = rows("kerngroep/data/besluiten_log.csv")
    #expect(log.map { $0["regel"] } == ["1", "2", "3", "4", "5", "6", "8"])
    #expect(log[1]["geldt"] == "nee" && log[2]["regel_ingetrokken"] == "2")
    #expect(log[0]["periode_verwacht_hoog"] != "" && log[0]["signaal_sterkte"] != "")
    #expect(
      log[0].keys.allSatisfy { !$0.contains("mensen") }, "what was counted then stands on that week's pages")
  }

  @Test("what people wrote and who they are stays with the monitors, and so do muted topics")
  func privacy() throws {
    for file in files where file.path.hasPrefix("kerngroep/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for secret in ["Saskia", "Mieke", "OND-0007", "Geheim", "\(Sample.signalID(1)),"] {
        #expect(!text.contains(secret), "\(secret) in \(file.path)")
      }
    }
    #expect(page.contains("Zie mail van [naam]"))
    let monitors = rows("monitors/data/besluiten_log.csv")
    #expect(monitors.count == 8)
    #expect(
      monitors[0]["toelichting"] == "Zie mail van Saskia Jansen" && monitors[0]["door"] == "Monitor Mieke")
    #expect(monitors[0]["getoond"]?.contains("observed=14 expected=3.25") == true)
    #expect(monitors[6]["onderwerp_id"] == "OND-0007")
  }

  @Test("the form holds a line for each signal that waits, and is harmless")
  func form() throws {
    let rows = rows("kerngroep/besluiten.csv", delimiter: ";").filter {
      !($0["signaal"] ?? "").hasPrefix("#")
    }
    #expect(rows.map { $0["signaal"] } == ["\(Sample.signalID(0))", "\(Sample.signalID(3))"])
    #expect(rows.map { $0["onderwerp"] } == ["Nieuw onderwerp, nog zonder naam", "Overgang naar 18+"])
    #expect(rows.map { $0["nu"] } == ["volgen", "niet-nu"] && rows.allSatisfy { $0["besluit"] == "" })
    var formula = Sample.decisive
    formula.topics[2].topic.title = "=HYPERLINK(\"x\")"
    let file = try Dashboards.render(formula).text("kerngroep/besluiten.csv")
    #expect(file.contains("'=HYPERLINK"))
    #expect(page.contains("<a href=\"besluiten.csv\">"))
  }

  @Test("a signal that was decided leaves the cards, and comes back when it rises")
  func cards() throws {
    func index(_ note: SignalDecisionNote?) throws -> String {
      var report = Sample.busy
      report.signals[0].decision = note
      return try Dashboards.render(report).text("kerngroep/index.html")
    }
    let open = try index(nil)
    let decided = try index(SignalDecisionNote(word: "Niet nu"))
    let again = try index(SignalDecisionNote(word: "Niet nu", asksAgain: true))
    let cards = open.between("<article", "</article>").count
    #expect(decided.between("<article", "</article>").count == cards - 1)
    #expect(
      decided.contains("Hierover is al besloten") && decided.contains("<span class=\"kind\">Niet nu</span>"))
    #expect(
      again.between("<article", "</article>").count == cards && !again.contains("Hierover is al besloten"))
    #expect(HTMLStructure.problems(in: decided) == [])
    let note = SignalDecisionNote(
      Sample.decided(Sample.signalID(3), topic: 3, .notNow, line: 10, useful: .partly, standing: .toDecide))
    #expect(note.asksAgain && note.word == "Niet nu")
    #expect(note.lines.contains("Toelichting: Zie mail van [naam]") && note.lines.count == 4)
  }

  @Test("a shorter period does not give a few people away by subtraction")
  func subtraction() throws {
    var report = Sample.decisive
    for index in report.decisions.meetings.indices {
      report.decisions.meetings[index].followUp?.periods[0].before.askers = 12
    }
    let files = try Dashboards.render(report)
    #expect(files.text("kerngroep/opvolging.html").contains("niet getoond → minder dan 5"))
    #expect(!files.text("kerngroep/data/opvolging.csv").contains(",12,"))
    report.decisions.meetings[1].followUp?.periods[0].before.askers = 10
    #expect(try Dashboards.render(report).text("kerngroep/opvolging.html").contains("10 → minder dan 5"))
  }

  @Test("without decisions the pages say so")
  func nothing() throws {
    let files = try Dashboards.render(Sample.busy)
    let page = files.text("kerngroep/opvolging.html")
    #expect(HTMLStructure.problems(in: page) == [])
    #expect(page.contains("Er is nog geen themabijeenkomst gehouden."))
    #expect(page.contains("Er is nog over geen enkel signaal besloten."))
    #expect(!page.contains("<article") && !page.contains("<table"))
  }

  @Test(
    "how useful signals were is one honest sentence",
    arguments: [
      (
        SignalPrecision(decided: 12, useful: 8, notUseful: 4),
        "Van de 12 signalen waarover is besloten, bleken er 8 nuttig."
      ),
      (
        SignalPrecision(decided: 3), "Er is over 3 signalen besloten. Of ze nuttig waren, is nog niet gezegd."
      ),
      (SignalPrecision(decided: 1, partly: 1), "Er is over één signaal besloten: het was deels nuttig."),
      (
        SignalPrecision(decided: 4, notUseful: 2),
        "Van de 4 signalen waarover is besloten, bleken er geen nuttig. Van 2 is dat nog niet bekend."
      ),
    ])
  func precision(precision: SignalPrecision, sentence: String) {
    #expect(Texts.Decisions.precision(precision) == sentence)
  }
}
