// The monitors' table of earlier nights: a row for each start of the program.
import Discussion

extension MonitorTables {
  /// All starts of the program for earlier days, the newest day first, and of one day the last start first.
  static func nights(_ view: MonitorView) -> Table {
    let stages = ["import", "questions", "topics", "spikes", "moderation", "dashboards"]
    let names = ["inname", "vragen", "onderwerpen", "signalen", "moderatie", "dashboards"]
    return Table(
      name: "nachten",
      columns: [
        Column("nacht", .date, "De dag waar de nacht over gaat"),
        Column("poging", .integer, "Hoeveelste keer dat de nacht gestart is"),
        Column("laatste", .choice, "ja of nee: de laatste poging telt"),
        Column("startdatum", .date, "De dag waarop het programma startte"),
        Column("starttijd", .text, "Het tijdstip waarop het programma startte"),
        Column("duur", .decimal, "Hoe lang het duurde; leeg als het werd afgebroken", unit: "seconden"),
        Column("uitkomst", .choice, "goed, onvolledig (er is iets opzij gezet), mislukt of afgebroken"),
        Column("melding", .text, "Wat er misging"),
      ]
        + names.map { Column("duur_\($0)", .decimal, "Duur van het onderdeel \($0)", unit: "seconden") } + [
          Column("tellingen", .text, "Wat elk onderdeel telde, met | ertussen"),
          Column("versie", .text, "Versie van het programma"),
          Column(
            "andere_instellingen", .choice, "ja of nee: anders dan in de nacht ervoor; leeg als onbekend"),
        ],
      rows: view.nights.flatMap { night in
        night.attempts.enumerated().reversed().map { place, attempt -> [Cell] in
          let isLast = place == night.attempts.count - 1
          let times = stages.map { name -> Cell in
            guard isLast, let stage = night.stages.first(where: { $0.name == name }) else { return .empty }
            return hundredths(ofSeconds: stage.milliseconds)
          }
          let counts = night.stages.map {
            "\(Texts.Nights.stage($0.name)): \(Texts.Nights.counts($0))"
          }
          return [
            .word(night.day.description), .integer(place + 1), .yes(isLast),
            .word(attempt.startedAt.day.description), .word(clock(attempt.startedAt)),
            attempt.milliseconds.map(hundredths) ?? .empty, .word(Texts.Nights.outcomeWord(attempt.outcome)),
            .text(attempt.message ?? ""),
          ] + times + [
            .text(isLast ? counts.joined(separator: " | ") : ""), .text(isLast ? night.version ?? "" : ""),
            isLast ? night.hasNewSettings.map(Cell.yes) ?? .empty : .empty,
          ]
        }
      })
  }

  private static func hundredths(ofSeconds milliseconds: Int) -> Cell { .hundredths((milliseconds + 5) / 10) }

  /// `03:12`.
  private static func clock(_ time: LocalTime) -> String {
    let minutes = time.millisecondOfDay / 60_000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
