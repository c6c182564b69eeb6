// The monitors' tables of the queue and of what became of its posts.
import Discussion
import Moderation

extension MonitorTables {
  /// The whole queue, also what is above the day's number.
  static func queue(_ view: MonitorView) -> Table {
    let over = Set(view.over.map(\.item.post))
    return Table(
      name: "moderatie",
      columns: [
        Column("volgorde", .integer, "Plaats in de rij, het belangrijkste eerst"), post, thread,
        channel,
        Column("datum", .date, "Dag waarop het bericht geplaatst is"),
        Column("redenen", .text, "Waarom het in de rij staat, met | ertussen"),
        Column("advies", .text, "Wat u kunt doen"),
        Column("begin", .text, "Begin van het bericht, zonder herkenbare gegevens"), link,
        Column("waarom", .text, "De redenen in gewone woorden, met een komma ertussen"),
        Column(
          "zekerheid", .integer,
          "Van duizend gewone berichten lijken er zoveel minder op de eerste reden; leeg: gevonden met vaste regels",
          unit: "duizendsten"),
        Column(
          "opnieuw", .choice,
          "Leeg, of waarom het na een oordeel terug is: graver (ernstiger reden), edited (tekst gewijzigd), due (uitstel "
            + "voorbij) of withdrawn (oordeel ingetrokken)"),
        Column("vandaag", .choice, "nee: boven het aantal voor één dag"),
        Column("versie", .text, "De tekst waar de rij over gaat; voor het formulier met oordelen"),
        Column(
          "woorden", .text,
          "De woorden die het zwaarst wogen voor de eerste reden die de rangschikking gaf, met een komma ertussen",
          since: 1),
      ],
      rows: view.queue.map { row in
        let certainty: Int? = row.item.reasons.first.flatMap {
          if case .triage = $0 { $0.amount } else { nil }
        }
        return [
          .integer(row.item.rank), .text(row.item.post.description), .text(row.thread.description),
          .text(row.channel ?? ""), .word(row.day.description),
          .text(row.item.reasons.map(\.code).joined(separator: "|")),
          .text(Texts.Review.advice(row.item.reasons).joined(separator: " ")),
          .text(row.excerpt.text),
          .text(row.link ?? ""), .text(row.item.reasons.map(\.word).joined(separator: ", ")),
          .optional(certainty), .word(row.item.back?.rawValue ?? ""),
          .yes(!over.contains(row.item.post)),
          .word(row.version),
          .text(row.words(for: row.item.reasons.first).joined(separator: ", ")),
        ]
      })
  }

  /// Every new post.
  static func newPosts(_ view: MonitorView) -> Table {
    func standing(_ name: String, _ meaning: String) -> Column {
      Column(
        name, .integer, "Van duizend gewone berichten lijken er zoveel minder op \(meaning)",
        unit: "duizendsten")
    }
    return Table(
      name: "nieuwe_berichten",
      columns: [
        Column("volgorde", .integer, "Plaats in de lijst: wat het meest op een crisis lijkt eerst"), post,
        thread, channel,
        Column("datum", .date, "Dag waarop het bericht geplaatst is"),
        Column("gewijzigd", .choice, "ja: het bericht was bekend, met een andere tekst"),
        standing("crisis", "een crisis"),
        standing("client_herkenbaar", "een bericht met een herkenbare cliënt"),
        standing("vijandig", "een vijandig bericht"), standing("reclame", "reclame"),
        Column(
          "begin", .text,
          "Begin van het bericht, zonder herkenbare gegevens; leeg: verder dan plaats \(NewPostReport.shown)"),
      ],
      rows: view.newPosts.posts.enumerated().map { index, row in
        func thousandths(_ one: TriageClass) -> Cell {
          .optional(row.standings[one].map { Int(($0 * 1000).rounded(.down)) })
        }
        return [
          .integer(index + 1), .text(row.post.description), .text(row.thread.description),
          .text(row.channel ?? ""), .word(row.day.description), .yes(row.isRevision), thousandths(.crisis),
          thousandths(.identifiableClient), thousandths(.hostile), thousandths(.spam),
          .text(row.excerpt?.text ?? ""),
        ]
      })
  }

  /// The log of verdicts, oldest first.
  static func verdicts(_ view: MonitorView) -> Table {
    Table(
      name: "oordelen_log",
      columns: [
        Column("regel", .integer, "Nummer van de regel in het logboek"),
        Column("opgenomen_op", .date, "Dag waarop de regel is opgenomen"), post,
        Column("versie", .text, "De tekst die beoordeeld is"),
        Column(
          "oordeel", .choice,
          (VerdictKind.allCases.map(\.rawValue) + QuoteAnswer.allCases.map(\.rawValue)).joined(
            separator: ", ")),
        Column("reden", .text, "De redenen waar het over gaat, met | ertussen; leeg: alle"),
        Column("redenen_toen", .text, "Waarom het bericht toen in de rij stond, met | ertussen"),
        Column("tot", .date, "De dag waarop een uitgesteld bericht terugkomt"),
        Column("regel_ingetrokken", .integer, "De regel die hiermee niet meer geldt"),
        Column("geldt", .choice, "nee: een latere regel trok deze in"),
        Column("toelichting", .text, "Waarom, zoals het is opgeschreven; zonder BSN"),
        Column("door", .text, "Wie het heeft opgenomen"),
      ],
      rows: view.verdicts.lines.map { line in
        let (judgement, quotation) = (line.line.judgement, line.line.quotation)
        var other: Int?
        if case .withdraw(let number) = line.line.action { other = number }
        return [
          .integer(line.line.number), .word(line.line.recordedOn.description),
          .text(line.line.post?.description ?? ""),
          .word((judgement?.version ?? quotation?.version)?.description ?? ""),
          .word(judgement?.kind.rawValue ?? quotation?.answer.rawValue ?? ""),
          .text((judgement?.about ?? []).map(\.code).joined(separator: "|")),
          .text((judgement?.shown ?? []).map(\.code).joined(separator: "|")),
          .word(judgement?.until?.description ?? ""), .optional(other), .yes(line.isInForce),
          .text(line.line.note ?? ""), .text(line.line.by ?? ""),
        ]
      })
  }

  /// The sentences that the core group reads, or would read if a monitor said so.
  static func quotes(_ view: MonitorView) -> Table {
    let shown = Set(view.quotes.shown.map(\.candidate.post))
    return Table(
      name: "citaten",
      columns: [
        Column(
          "plaats", .choice, "onderwerp, titel (van een onderwerp), signaal of verhaal (in een rapport)"),
        Column("nummer", .text, "Nummer van het onderwerp of het signaal"),
        Column("naam", .text, "Naam van het onderwerp of het signaal"),
        Column("vraag", .text, "De zin precies zoals de kerngroep hem leest of zou lezen"), post,
        Column("stand", .choice, "zichtbaar, vrijgegeven (maar nu niet te zien) of voorstel"),
        Column("regel", .integer, "De regel van het logboek die de zin vrijgeeft"),
        Column("versie", .text, "De tekst waar de rij over gaat; voor het formulier"),
        Column("openbaar", .choice, "ja: de zin mag in de rapporten om te delen"),
      ],
      rows: view.quotes.all.map { row in
        let (kind, number): (String, String) =
          switch row.place {
          case .topic(let id): ("onderwerp", id.description)
          case .title(let id): ("titel", id.description)
          case .signal(let id): ("signaal", id.description)
          case .story: ("verhaal", "")
          }
        let standing =
          row.approvedBy == nil
          ? "voorstel" : shown.contains(row.candidate.post) ? "zichtbaar" : "vrijgegeven"
        return [
          .word(kind), .word(number), .text(row.name), .text(row.candidate.text.text),
          .text(row.candidate.post.description), .word(standing), .optional(row.approvedBy),
          .word(row.candidate.formVersion), .yes(row.publishedBy != nil),
        ]
      })
  }
}
