// The core group's table of signals: the same values as on their pages.
import Discussion

extension CoreTables {
  /// All signals: those that stand, strongest first, then the others, newest first.
  static func signals(_ view: CoreView) -> Table {
    Table(
      name: "signalen", columns: columns,
      rows: view.allSignals.map { signal in first(signal) + appended(signal) })
  }

  private static let columns =
    [
      Column("iso_week", .week, "Laatste week waarin het signaal stond"), monday, topic,
      Column(
        "onderwerp", .text, "Naam van het onderwerp, of van het signaal als het bij geen onderwerp hoort"),
      Column("vragen", .integer, "Vragen in deze week", unit: "vragen"), lower, upper, ratio,
      Column("signaal", .choice, "Sterkte: signaal, sterk of zeer_sterk"),
      Column("weken_op_rij", .integer, "Hoeveel weken het signaal stond", unit: "weken"),
      Column("organisaties", .integer, "Verschillende organisaties in de periode", unit: "organisaties"),
      Column("regios", .integer, "Verschillende regio's in de periode", unit: "regio's"),
      Column(
        "periode_weken", .integer, "Lengte van de periode waarin het signaal het sterkst is", unit: "weken"),
      Column("periode_vragen", .integer, "Vragen in de periode", unit: "vragen"),
      Column(
        "periode_mensen", .integer, "Verschillende mensen die in de periode iets vroegen", unit: "mensen"),
      Column("mensen_onderdrukt", .choice, "ja: periode_mensen mogen we niet laten zien"),
      Column(
        "periode_verwacht_laag", .integer, "Laagste aantal mensen dat te verwachten was", unit: "mensen"),
      Column(
        "periode_verwacht_hoog", .integer, "Hoogste aantal mensen dat te verwachten was", unit: "mensen"),
      Column("signaal_id", .text, "Vast nummer van het signaal"),
      Column("titel", .text, "Hoe het signaal heet"),
      Column("loopt", .choice, "ja: het signaal staat in de week van het rapport"),
      Column("soort", .choice, "onderwerp, deel (van een onderwerp) of nieuw (nog geen onderwerp)"),
      Column("gezien_door", .choice, "aantallen (per onderwerp), gelijkenis (van vragen) of allebei"),
      Column("begonnen_in", .week, "Week waarin het signaal begon"),
      Column("periode_start", .date, "Eerste dag van de periode"),
      Column("periode_eind", .date, "Laatste dag van de periode"),
      Column(
        "herhaling_weken", .integer,
        "Door toeval komt zoiets naar schatting eens in zoveel weken voor; \(RecurrenceInterval.longest) betekent: zo lang of "
          + "langer", unit: "weken"),
      Column("functies", .integer, "Verschillende functies in de periode", unit: "functies"),
      Column(
        "deel_een_persoon", .choice, "Hoeveel van de vragen hoogstens van één persoon kwam; leeg: onderdrukt"),
      Column(
        "deel_een_organisatie", .choice,
        "Hoeveel van de vragen hoogstens van één organisatie kwam; leeg: onderdrukt of niet bekend"),
      Column("vragen_platform", .integer, "Alle vragen op het platform in de periode", unit: "vragen"),
      Column("zonder_antwoord", .integer, "Vragen van het signaal die nog open staan", unit: "vragen"),
      Column("eerste_week", .week, "Week van de eerste vraag hierover"),
      Column("waarschuwingen", .text, "Waar u op moet letten, met | ertussen"),
      Column("besluit", .text, "Wat de kerngroep besloot; leeg: nog niets vastgelegd"),
      Column("pagina", .text, "Pagina van het signaal; leeg: te oud voor een eigen pagina"),
    ] as [Column]

  /// The columns that were always there.
  private static func first(_ signal: SignalView) -> [Cell] {
    [
      word(signal.latest), word(signal.latest.monday), signal.topic.map { word($0) } ?? .empty,
      .text(signal.topicTitle ?? signal.title), .integer(signal.questionsInWeek),
      .optional(signal.band?.lowerBound), .optional(signal.band?.upperBound),
      ratio(signal.questionsInWeek, signal.band), word(signal.strength), .integer(signal.weeksInRow),
      .optional(signal.shown.organisations), .optional(signal.shown.regions), .integer(signal.windowWeeks),
      .integer(signal.questions), .optional(signal.shown.askers.shown),
      .yes(signal.shown.askers.shown == nil), .integer(signal.expected.lowerBound),
      .integer(signal.expected.upperBound),
    ]
  }

  private static func appended(_ signal: SignalView) -> [Cell] {
    [
      word(signal.id), .text(signal.title), .yes(signal.isOpen), scope(signal.scope),
      .word(Texts.Signal.methodWord(signal.methods)), word(signal.opened), word(signal.firstWeek.monday),
      word(signal.toldWeek.sunday), .integer(signal.recurrence.weeks), .optional(signal.shown.roles),
      .word(signal.shown.largestAsker?.rawValue ?? ""),
      .word(signal.shown.largestOrganisation?.rawValue ?? ""), .integer(signal.platformQuestions),
      .integer(signal.unanswered), signal.firstSeen.map { word($0) } ?? .empty,
      .word(signal.warnings.map(Texts.Signal.warningWord).joined(separator: "|")),
      .text(signal.decision?.word ?? ""), .word(signal.hasPage ? signal.path : ""),
    ]
  }

  private static func scope(_ scope: SignalScope) -> Cell {
    switch scope {
    case .topic: .word("onderwerp")
    case .part: .word("deel")
    case .birth: .word("nieuw")
    }
  }
}
