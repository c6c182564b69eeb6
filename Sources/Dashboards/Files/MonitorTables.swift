// The monitors' tables: queue, open questions, import and quarantine, all rows.
import Discussion

/// The monitors' files.
enum MonitorTables {
  /// All tables, the dictionary of columns last.
  static func all(_ view: MonitorView) -> [Table] {
    let tables = [
      queue(view), unanswered(view), running(view), topics(view), intake(view), intakeSources(view),
      intakeNights(view), quarantine(view),
      signals(view), DecisionTables.monitors(view), verdicts(view), newPosts(view), community(view),
      quotes(view), proposals(view), nights(view),
    ]
    return tables + [Table.dictionary(of: tables)]
  }

  static let post = Column("bericht_id", .text, "Nummer van het bericht")
  static let thread = Column("gesprek_id", .text, "Nummer van het gesprek")
  static let channel = Column("kanaal", .text, "Groep of kanaal")
  static let link = Column("adres", .text, "Adres van het bericht op het platform")

  private static func unanswered(_ view: MonitorView) -> Table {
    Table(
      name: "onbeantwoord",
      columns: [
        post, thread, channel, Column("datum", .date, "Dag waarop de vraag gesteld is"),
        Column("werkdagen_open", .integer, "Hoe lang de vraag open staat", unit: "werkdagen"),
        Column("onderwerp_id", .text, "Onderwerp waar de vraag bij hoort"),
        Column("onderwerp", .text, "Naam van het onderwerp"),
        Column("vraag", .text, "De vraag, zonder herkenbare gegevens"), link,
        Column("bron", .text, "Titel van wat er al over het onderwerp is: misschien het antwoord"),
        Column("bron_adres", .text, "Webadres van die bron"),
      ],
      rows: view.unanswered.map { row in
        let answer = row.topic.flatMap { view.answers[$0] }
        return [
          .text(row.post.description), .text(row.thread.description), .text(row.channel ?? ""),
          .word(row.day.description), .integer(row.workingDays), .word(row.topic?.description ?? ""),
          .text(row.topic.flatMap { view.titles[$0] } ?? ""), .text(row.text.text), .text(row.link ?? ""),
          .text(answer?.title ?? ""), .text(answer?.link ?? ""),
        ]
      })
  }

  private static func running(_ view: MonitorView) -> Table {
    Table(
      name: "lopende_week",
      columns: [
        Column("iso_week", .week, "Week die nog loopt"),
        Column("onderwerp_id", .text, "Vast nummer van het onderwerp"),
        Column("onderwerp", .text, "Naam van het onderwerp"),
        Column("vragen", .integer, "Vragen tot nu toe", unit: "vragen"),
        Column("mensen", .integer, "Verschillende mensen tot nu toe", unit: "mensen"),
        Column("verwacht_hoog", .integer, "Bovengrens van de laatste hele week", unit: "mensen"),
      ],
      rows: view.running.map { row in
        [
          .word(view.runningWeek.description), .word(row.topic.description), .text(row.title),
          .integer(row.questions), .integer(row.askers), .optional(row.band?.upperBound),
        ]
      })
  }

  private static func topics(_ view: MonitorView) -> Table {
    Table(
      name: "onderwerpen",
      columns: [
        Column("onderwerp_id", .text, "Vast nummer van het onderwerp"),
        Column("onderwerp", .text, "Naam van het onderwerp"),
        Column("vragen", .integer, "Alle vragen tot nu toe", unit: "vragen"),
        Column("opgave", .text, "Opgave waar het onder valt"),
        Column("stand", .choice, "actief, slaapt of samengevoegd"),
        Column("opgegaan_in", .text, "Het onderwerp waar het in is opgegaan"),
        Column("naam_gegeven", .choice, "ja: monitors gaven het zijn naam"),
        Column("vastgezet", .choice, "ja: het houdt zijn vragen"),
        Column("verborgen", .choice, "ja: de kerngroep ziet het niet"),
      ],
      rows: view.topics.map { report in
        [
          .word(report.topic.id.description), .text(report.topic.title), .integer(report.questions),
          .text(report.topic.theme ?? ""), .word(Texts.Monitors.status(report.topic.status)),
          .word(report.topic.successor?.description ?? ""), .yes(report.decisions.isNamed),
          .yes(report.decisions.isPinned), .yes(report.decisions.isMuted),
        ]
      })
  }

  private static func intake(_ view: MonitorView) -> Table {
    func count(_ name: String, _ meaning: String) -> Column {
      Column(name, .integer, meaning, unit: "regels")
    }
    return Table(
      name: "inname",
      columns: [
        Column("bestand", .text, "Bestand in de inbox"), Column("formaat", .text, "Herkend formaat"),
        Column("uitkomst", .choice, "ingelezen, bekend, overgeslagen of mislukt"),
        Column("reden", .text, "Waarom het bestand niet of niet helemaal gelezen is"),
        count("gelezen", "Alle regels"), count("nieuw", "Nieuwe berichten"),
        count("gewijzigd", "Bekende berichten met een nieuwe tekst"), count("ongewijzigd", "Al bekend"),
        count("geweigerd", "In quarantaine: niet te lezen"), count("overgeslagen", "Geen bericht"),
        count("gebeurtenissen", "Bijvoorbeeld: iemand werd lid"),
        count("verwijderd", "Melding van een verwijderd bericht"),
        count("dubbel", "Stond twee keer in hetzelfde bestand"),
        Column("klopt", .choice, "ja: de aantallen tellen op tot gelezen"),
        count("leden", "Regels van een ledenlijst"),
        count("correcties", "Correcties van onderwerpen, opgenomen in het logboek"),
        count("besluiten", "Besluiten over signalen, opgenomen in het logboek"),
        count("bronnen", "Bronnen uit een lijst, opgenomen"),
        count("oordelen", "Oordelen over berichten, opgenomen in het logboek"),
        count("gewist", "Van mensen of berichten die zijn gewist: niet opgeslagen"),
      ],
      rows: view.files.map { file in
        [
          .text(file.file), .text(file.format), .word(file.outcome.rawValue), .text(file.reason),
          .integer(file.read), .integer(file.stored), .integer(file.revised), .integer(file.unchanged),
          .integer(file.quarantined), .integer(file.skipped), .integer(file.events), .integer(file.deleted),
          .integer(file.duplicates), .yes(file.read == file.accountedFor), .integer(file.members),
          .integer(file.corrections), .integer(file.decisions), .integer(file.resources),
          .integer(file.verdicts),
          .integer(file.erased),
        ]
      })
  }

  private static func intakeSources(_ view: MonitorView) -> Table {
    Table(
      name: "bronnen_inname",
      columns: [
        Column("bron", .text, "Naam van de bron in het pipelinebestand"),
        Column("bestanden_patroon", .text, "Welke bestanden erbij horen"),
        Column(
          "elke_dagen", .integer, "Zo vaak komt een export; leeg als dat niet is afgesproken", unit: "dagen"),
        Column("laatste_nieuwe_bestand", .date, "Nacht waarin het laatste nieuwe bestand is gelezen"),
        Column("nieuwste_bericht", .date, "Dag van het nieuwste bericht"),
        Column(
          "dagen_te_laat", .integer, "Zoveel dagen is de export te laat; leeg als hij op tijd is",
          unit: "dagen"),
      ],
      rows: view.sources.map { source in
        [
          .text(source.name), .text(source.pattern), .optional(source.everyDays),
          .word(source.lastArrival?.description ?? ""), .word(source.newestPost?.description ?? ""),
          .optional(source.daysLate(on: view.asOf)),
        ]
      })
  }

  private static func intakeNights(_ view: MonitorView) -> Table {
    Table(
      name: "inname_nachten",
      columns: [
        Column("nacht", .date, "Dag van de nacht"),
        Column("bron", .text, "Naam van de bron; leeg voor ingevulde en overige bestanden"),
        Column("bestanden", .integer, "Bestanden die voor het eerst gelezen zijn", unit: "bestanden"),
        Column("nieuw", .integer, "Nieuwe berichten", unit: "berichten"),
        Column("gewijzigd", .integer, "Bekende berichten met een nieuwe tekst", unit: "berichten"),
        Column("geweigerd", .integer, "In quarantaine: niet te lezen", unit: "regels"),
        Column("mislukt", .integer, "Bestanden die niet te lezen waren", unit: "bestanden"),
      ],
      rows: view.intakeNights.map { night in
        [
          .word(night.day.description), .text(night.source ?? ""), .integer(night.tally.files),
          .integer(night.tally.stored), .integer(night.tally.revised), .integer(night.tally.quarantined),
          .integer(night.tally.failed),
        ]
      })
  }

  private static func quarantine(_ view: MonitorView) -> Table {
    Table(
      name: "quarantaine",
      columns: [
        Column("bestand", .text, "Bestand in de inbox"),
        Column("onderdeel", .text, "Bestand binnen het archief"),
        Column("record", .integer, "Hoeveelste record"), Column("regel", .integer, "Regel waarop het begint"),
        Column("reden", .text, "Vast woord voor de reden"), Column("melding", .text, "Wat er mis is"),
        Column("advies", .text, "Wat u kunt doen"),
        Column("nummer", .text, "Nummer voor themaradar quarantine show"),
        Column("sinds", .date, "Nacht waarin het in quarantaine kwam"),
        Column("byte", .integer, "Plaats in het onderdeel waar het begint", unit: "bytes"),
      ],
      rows: view.quarantine.map { row in
        [
          .text(row.place.file), .text(row.place.entry), .integer(row.place.record),
          .optional(row.place.line),
          .text(row.reason), .text(row.message), .text(row.advice), .word(row.name),
          .word(row.since?.description ?? ""), .optional(row.place.byte),
        ]
      })
  }
}
