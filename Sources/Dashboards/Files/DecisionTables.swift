// The tables of decisions: the log and the follow-up of meetings.
import Discussion
import Moderation

/// The files about decisions.
enum DecisionTables {
  /// The core group's: notes after redaction, no names of who recorded them, numbers of people after suppression. What was
  /// counted when a decision fell stands on the pages of that week: here it could be set beside what is counted now.
  static func core(_ view: CoreView) -> [Table] { [log(view), followUp(view)] }

  private static let line = Column("regel", .integer, "Nummer van de regel in het logboek")
  private static let recordedOn = Column("opgenomen_op", .date, "Dag waarop de regel is opgenomen")
  private static let signal = Column("signaal", .text, "Vast nummer van het signaal")
  private static let topic = Column(
    "onderwerp_id", .text, "Vast nummer van het onderwerp; leeg: nog geen onderwerp")
  private static let what = [
    Column("soort", .choice, "besluit, nuttig, gehouden of ingetrokken"),
    Column("besluit", .choice, "themabijeenkomst, volgen, niet-nu, al-beantwoord of gegevensfout"),
    Column("datum", .date, "Dag van de themabijeenkomst"),
    Column("nuttig", .choice, "ja, deels of nee"),
    Column("regel_ingetrokken", .integer, "De regel die hiermee niet meer geldt"),
    Column("geldt", .choice, "nee: een latere regel trok deze in"),
  ]

  private static func cells(_ action: Decision.Action) -> [Cell] {
    switch action {
    case .decide(let kind, let date):
      [
        .word("besluit"), .word(kind.rawValue), date.map { .word($0.description) } ?? .empty, .empty, .empty,
      ]
    case .rate(let usefulness): [.word("nuttig"), .empty, .empty, .word(usefulness.rawValue), .empty]
    case .hold(let date): [.word("gehouden"), .empty, .word(date.description), .empty, .empty]
    case .withdraw(let line): [.word("ingetrokken"), .empty, .empty, .empty, .integer(line)]
    }
  }

  private static func id(_ topic: TopicID?) -> Cell { topic.map { .word($0.description) } ?? .empty }
  private static func id(_ signal: SignalID?) -> Cell { signal.map { .word($0.description) } ?? .empty }

  private static func log(_ view: CoreView) -> Table {
    Table(
      name: "besluiten_log",
      columns: [line, recordedOn, signal, topic, Column("onderwerp", .text, "Naam van het onderwerp nu")]
        + what + [
          Column("toelichting", .text, "Waarom, zonder herkenbare gegevens"),
          Column(
            "periode_verwacht_hoog", .integer, "Hoogste aantal dat toen te verwachten was", unit: "mensen"),
          Column("periode_weken", .integer, "Lengte van de periode", unit: "weken"),
          Column("signaal_sterkte", .choice, "signaal, sterk of zeer_sterk"),
        ],
      rows: view.decisions.lines.map { line in
        [
          .integer(line.line.number), .word(line.line.recordedOn.description), id(line.line.signal),
          id(line.topic),
          .text(line.line.signal.map { Texts.Decisions.title(line.topic, $0, view) } ?? ""),
        ] + cells(line.line.action) + [.yes(line.isInForce), .text(line.note?.text ?? "")]
          + shown(line.line.shown)
      })
  }

  private static func shown(_ shown: ShownSignal?) -> [Cell] {
    guard let shown else { return [.empty, .empty, .empty] }
    return [
      .integer(shown.upper), .integer(shown.windowWeeks),
      .word(Texts.Decisions.strengthWord(shown.strength)),
    ]
  }

  private static func followUp(_ view: CoreView) -> Table {
    Table(
      name: "opvolging",
      columns: [
        signal, topic, Column("onderwerp", .text, "Naam van het onderwerp"),
        Column("datum", .date, "Dag van de themabijeenkomst"),
        Column("stand", .choice, "gehouden of gepland"),
        Column("weken", .integer, "Lengte van de periode voor en na", unit: "weken"),
        Column("vragen_voor", .integer, "Vragen in de periode ervoor", unit: "vragen"),
        Column("vragen_na", .integer, "Vragen in de periode erna, tot nu toe", unit: "vragen"),
        Column("mensen_voor", .integer, "Verschillende mensen ervoor; leeg als onderdrukt", unit: "mensen"),
        Column("mensen_na", .integer, "Verschillende mensen erna; leeg als onderdrukt", unit: "mensen"),
        Column(
          "mensen_onderdrukt", .choice, "ja: een aantal mensen laten we niet zien, omdat het te herleiden is"),
        Column("alle_vragen_voor", .integer, "Alle vragen op het platform ervoor", unit: "vragen"),
        Column("alle_vragen_na", .integer, "Alle vragen op het platform erna", unit: "vragen"),
        Column("oordeel", .choice, "duidelijk_minder, niet_duidelijk_anders, duidelijk_meer of te_vroeg"),
        Column("weken_te_gaan", .integer, "Weken voordat er een oordeel is", unit: "weken"),
        Column("ervoor_volledig", .choice, "nee: de gegevens gaan niet zo ver terug"),
        Column("terug_signaal", .text, "Nieuw signaal over het onderwerp in het half jaar erna"),
        Column("nuttig", .choice, "ja, deels of nee; leeg: nog niet bekend"),
      ],
      rows: (view.decisions.held + view.decisions.planned).flatMap { meeting -> [[Cell]] in
        let head: [Cell] = [
          id(meeting.report.meeting.signal), id(meeting.topic),
          .text(Texts.Decisions.title(meeting.topic, meeting.report.meeting.signal, view)),
          .word(meeting.date.description),
          .word(meeting.report.isHeld ? "gehouden" : "gepland"),
        ]
        let tail: [Cell] = [
          id(meeting.report.followUp?.returned), .word(meeting.report.usefulness?.rawValue ?? ""),
        ]
        guard !meeting.periods.isEmpty else {
          return [head + Array(repeating: .empty, count: 11) + tail]
        }
        return meeting.periods.map { head + numbers($0) + tail }
      })
  }

  private static func numbers(_ period: PeriodView) -> [Cell] {
    let (before, after) = (period.before, period.after)
    var weeksToGo: Int?
    if case .tooEarly(let weeks) = period.verdict { weeksToGo = weeks }
    return [
      .integer(period.weeks), .integer(before.questions), .integer(after.questions),
      .optional(before.people.shown), .optional(after.people.shown),
      .yes(before.people.shown == nil || after.people.shown == nil), .integer(before.allQuestions),
      .integer(after.allQuestions), .word(Texts.Decisions.verdictWord(period.verdict)), .optional(weeksToGo),
      .yes(period.isKnownBefore),
    ]
  }

  /// The monitors': as people wrote it, with who recorded it and what was shown then.
  static func monitors(_ view: MonitorView) -> Table {
    Table(
      name: "besluiten_log",
      columns: [
        line, recordedOn, signal, topic, Column("onderwerp", .text, "Naam van het onderwerp toen"),
      ] + what + [
        Column("toelichting", .text, "Waarom, zoals het is opgeschreven"),
        Column("door", .text, "Wie het opgaf"), Column("bestand", .text, "Bestand waar de regel uit komt"),
        Column("getoond", .text, "De cijfers die toen werden getoond"),
      ],
      rows: view.decisions.map { line in
        var file = ""
        if case .row(let path, _, _) = line.line.source { file = path }
        return [
          .integer(line.line.number), .word(line.line.recordedOn.description), id(line.line.signal),
          id(line.topic), .text(line.line.shown?.title ?? ""),
        ] + cells(line.line.action) + [
          .yes(line.isInForce), .text(line.line.note ?? ""), .text(line.line.by ?? ""), .text(file),
          .text(line.line.shown?.text ?? ""),
        ]
      })
  }
}
