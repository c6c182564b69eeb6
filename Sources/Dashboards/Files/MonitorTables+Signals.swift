// The monitors' raw evidence of signals: a row per week in which one stood, with the posts that made it.
import Discussion

extension MonitorTables {
  /// The signals that stand, also those of hidden topics, by identity and week.
  static func signals(_ view: MonitorView) -> Table {
    Table(
      name: "signalen_bewijs",
      columns: [
        Column("signaal_id", .text, "Vast nummer van het signaal"),
        Column("iso_week", .week, "Week waarin het signaal stond"),
        Column("onderwerp_id", .text, "Onderwerp waar de meeste vragen bij horen"),
        Column(
          "soort", .choice, "topic (onderwerp), part (deel van een onderwerp) of birth (nog geen onderwerp)"),
        Column("verborgen", .choice, "ja: de kerngroep ziet het niet"),
        Column("stijgt", .choice, "ja: het signaal begint of stijgt in deze week"),
        Column(
          "gezien_door", .text,
          "counts (aantallen), neighbourhood (gelijkenis), met | ertussen; leeg: geen van beide"),
        Column("periode_weken", .integer, "Lengte van de periode die met deze week eindigt", unit: "weken"),
        Column("mensen", .integer, "Verschillende mensen in de periode", unit: "mensen"),
        Column("verwacht", .decimal, "Verwacht aantal mensen in de periode", unit: "mensen"),
        Column("verwacht_laag", .integer, "Laagste aantal dat te verwachten was", unit: "mensen"),
        Column("verwacht_hoog", .integer, "Hoogste aantal dat te verwachten was", unit: "mensen"),
        Column("toevalskans", .text, "Kans dat toeval zoiets geeft (p-waarde), als 1.2e-05"),
        Column(
          "herhaling_weken", .integer, "Eén gedeeld door de toevalskans, hoogstens 1000000", unit: "weken"),
        Column("sterkte", .choice, "signal, strong of very_strong"),
        Column("bericht_ids", .text, "Nummers van de vragen in de periode, met | ertussen"),
      ],
      rows: view.openSignals.flatMap { report in report.signal.weeks.map { row($0, of: report) } })
  }

  private static func row(_ week: SignalWeek, of report: SignalReport) -> [Cell] {
    let signal = report.signal
    return [
      .word(signal.id.description), .word(week.week.description), .word(signal.topic?.description ?? ""),
      .word(signal.scope.rawValue), .yes(report.isMuted), .yes(week.isRaised),
      .word(week.methods.map(\.rawValue).joined(separator: "|")), .integer(week.windowWeeks),
      .integer(week.observed), .hundredths(Int((week.expected * 100).rounded())), .integer(week.lower),
      .integer(week.upper), .word(Texts.Monitors.chance(week.pValue)),
      .integer(Texts.Monitors.recurrence(week)), .word(week.strength.rawValue),
      .text(week.posts.map(\.description).joined(separator: "|")),
    ]
  }
}
