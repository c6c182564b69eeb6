// The core group's tables: the same numbers as on the pages, from the same values.
import Discussion

/// The core group's files.
enum CoreTables {
  /// All tables, the dictionary of columns last.
  static func all(_ view: CoreView, archive: [CoreView]) -> [Table] {
    let tables =
      [
        signals(view), topicWeeks(view), topics(view), weeks(view), keyFigures(view), changes(view),
        who(view),
        examples(view), related(view),
      ] + DecisionTables.core(view) + [resources(view), open(view), quality(view), reports(view, archive)]
    return tables + [Table.dictionary(of: tables)]
  }

  /// The tables that an earlier week's report keeps beside its pages; `kolommen.csv` of the newest report describes them.
  static func archived(_ view: CoreView) -> [Table] { [signals(view), keyFigures(view), changes(view)] }

  static let week = Column("iso_week", .week, "Week volgens ISO 8601")
  static let monday = Column("week_start", .date, "Maandag waarop de week begint")
  static let topic = Column("onderwerp_id", .text, "Vast nummer van het onderwerp")
  static let title = Column("onderwerp", .text, "Naam van het onderwerp")
  static let lower = Column(
    "verwacht_laag", .integer, "Laagste aantal dat in deze week te verwachten was", unit: "mensen")
  static let upper = Column(
    "verwacht_hoog", .integer, "Hoogste aantal dat in deze week te verwachten was", unit: "mensen")
  static let ratio = Column(
    "verhouding", .decimal, "Vragen gedeeld door verwacht_hoog; leeg als dat nul of onbekend is")

  static func word(_ value: some CustomStringConvertible) -> Cell { .word(value.description) }

  static func ratio(_ questions: Int, _ band: ClosedRange<Int>?) -> Cell {
    guard let upper = band?.upperBound, upper > 0 else { return .empty }
    return .hundredths((questions * 200 + upper) / (2 * upper))
  }

  static func word(_ strength: SignalStrength) -> Cell {
    switch strength {
    case .signal: .word("signaal")
    case .strong: .word("sterk")
    case .veryStrong: .word("zeer_sterk")
    }
  }

  private static func topicWeeks(_ view: CoreView) -> Table {
    var rows: [[Cell]] = []
    for topic in view.topics.sorted(by: { $0.id < $1.id }) {
      for point in topic.points {
        guard let questions = point.questions else { continue }
        rows.append([
          word(point.week), word(point.week.monday), word(topic.id), .text(topic.title), .integer(questions),
          .optional(point.band?.lowerBound), .optional(point.band?.upperBound), ratio(questions, point.band),
          .word(point.mark.rawValue), .yes(view.facts.isComplete(point.week)),
          .text(point.holiday?.regions.joined(separator: "|") ?? ""),
          point.meeting.map { word($0) } ?? .empty,
        ])
      }
    }
    return Table(
      name: "onderwerp_week",
      columns: [
        week, monday, topic, title, Column("vragen", .integer, "Vragen in deze week", unit: "vragen"), lower,
        upper, ratio,
        Column("signaal", .choice, "signaal: begint of stijgt in deze week; loopt: staat nog; geen"),
        Column("volledig", .choice, "ja: alle dagen van de week zijn verwerkt"),
        Column(
          "schoolvakantie", .text,
          "Regio's met schoolvakantie in deze week, met | ertussen; leeg: geen, of niet bekend"),
        Column("bijeenkomst", .date, "Dag van een themabijeenkomst over het onderwerp in deze week"),
      ], rows: rows)
  }

  private static func topics(_ view: CoreView) -> Table {
    Table(
      name: "onderwerpen",
      columns: [
        topic, title, Column("eerste_week", .week, "Week van de eerste vraag"),
        Column("laatste_week", .week, "Week van de laatste vraag"),
        Column("status", .choice, "actief, slapend (nu geen vragen) of samengevoegd"),
        Column("opvolger_id", .text, "Onderwerp waar de vragen nu bij horen"),
        Column(
          "ontwikkelopgave", .text,
          "Thema (ontwikkelopgave of pijler) waar het onderwerp onder valt; leeg: nog geen"),
        Column("trefwoorden", .text, "Woorden die vaak voorkomen, met | ertussen; leeg bij te weinig mensen"),
        Column("vragen_4_weken", .integer, "Vragen in de laatste vier weken", unit: "vragen"),
        Column("vragen_jaar", .integer, "Vragen in de laatste 52 weken", unit: "vragen"),
        Column("gemiddeld_per_week", .decimal, "Gemiddeld aantal vragen per week", unit: "vragen"),
        Column("zonder_antwoord", .integer, "Vragen die nog open staan", unit: "vragen"),
        Column("nieuw", .choice, "ja: het onderwerp is in de laatste \(TopicNews.weeksNew) weken ontstaan"),
        Column(
          "ontstaan_op", .date,
          "Nacht waarin het onderwerp ontstond; leeg als dat de eerste nacht was of niet bekend is"),
      ],
      rows: (view.topics + view.merged).sorted { $0.id < $1.id }.map { topic in
        [
          word(topic.id), .text(topic.title), topic.firstWeek.map { word($0) } ?? .empty,
          topic.lastWeek.map { word($0) } ?? .empty,
          .word(
            topic.status == .active ? "actief" : topic.status == .asleep ? "slapend" : "samengevoegd"),
          topic.successor.map { word($0) } ?? .empty, .text(topic.theme ?? ""),
          .text(topic.words.joined(separator: "|")), .integer(topic.questionsInFourWeeks),
          .integer(topic.questionsInYear),
          .hundredths(topic.averageTenths * 10), .integer(topic.unanswered), .yes(topic.isNew),
          topic.bornOn.map { word($0) } ?? .empty,
        ]
      })
  }

  private static func weeks(_ view: CoreView) -> Table {
    Table(
      name: "weken",
      columns: [
        week, monday, Column("berichten", .integer, "Alle berichten", unit: "berichten"),
        Column("vragen", .integer, "Berichten waarin iets gevraagd wordt", unit: "vragen"),
        Column("niet_ingedeeld", .integer, "Vragen die bij geen onderwerp passen", unit: "vragen"),
        Column("volledig", .choice, "ja: alle dagen van de week zijn verwerkt"),
      ],
      rows: view.volumes.map {
        [
          word($0.week), word($0.week.monday), .integer($0.posts), .integer($0.questions),
          .integer($0.unassigned), .yes(view.facts.isComplete($0.week)),
        ]
      })
  }

  private static func keyFigures(_ view: CoreView) -> Table {
    let figures = view.figures
    let values: [(String, Int?, String)] = [
      ("vragen", figures.questions, "vragen"),
      ("vragen_vorige_week", figures.questionsBefore, "vragen"),
      ("onderwerpen_met_vragen", figures.topicsWithQuestions, "onderwerpen"),
      ("onderwerpen", figures.topics, "onderwerpen"),
      ("onderwerpen_met_signaal", Set(view.signals.compactMap(\.topic)).count, "onderwerpen"),
      ("zonder_antwoord", figures.unanswered, "vragen"),
      ("niet_ingedeeld", figures.unassigned, "vragen"),
      ("signalen", view.signals.count, "signalen"),
    ]
    return Table(
      name: "kerncijfers",
      columns: [
        week, Column("maat", .choice, "Wat er geteld is"),
        Column("waarde", .integer, "Het aantal; leeg als het niet bekend is"),
        Column("eenheid", .choice, "Waarin geteld is"),
      ],
      rows: values.map { [word(view.week), .word($0), .optional($1), .word($2)] })
  }

  private static func changes(_ view: CoreView) -> Table {
    Table(
      name: "veranderingen",
      columns: [
        week,
        Column(
          "soort", .choice,
          "sterker, nieuw_signaal, voorbij, nieuw_onderwerp, terug, samengevoegd, gesplitst of gestopt"),
        topic, title, Column("ander_id", .text, "Het andere onderwerp bij samenvoegen en splitsen"),
        Column("van", .integer, "Vragen in de week ervoor", unit: "vragen"),
        Column("naar", .integer, "Vragen nu, of het aantal vragen waar het om gaat", unit: "vragen"),
        Column("datum", .date, "Nacht waarin het onderwerp veranderde; leeg bij signalen"),
        Column("signaal_id", .text, "Vast nummer van het signaal; leeg bij onderwerpen"),
      ],
      rows: view.changes.map {
        [
          word(view.week), .word($0.kind.rawValue), $0.topic.map { word($0) } ?? .empty,
          .text($0.topic.flatMap { view.titles[$0] } ?? ""),
          $0.other.map { word($0) } ?? .empty, .optional($0.before), .integer($0.now),
          $0.night.map { word($0) } ?? .empty, $0.signal.map { word($0) } ?? .empty,
        ]
      })
  }

  private static func who(_ view: CoreView) -> Table {
    let first = view.week.advanced(by: 1 - max(1, view.method.groupWeeks)).monday
    var rows: [[Cell]] = []
    for topic in view.topics.sorted(by: { $0.id < $1.id }) {
      for breakdown in topic.breakdowns {
        let dimension = breakdown.dimension
        let key = [word(first), word(view.week.sunday), word(topic.id), Cell.word(dimension.rawValue)]
        switch breakdown.groups {
        case .notKnown: break
        case .suppressed: rows.append(key + [.empty, .empty, .yes(true)])
        case .shown(let shown, let others):
          rows += shown.map { key + [.text($0.name), .integer($0.questions), .yes(false)] }
          if let others {
            rows.append(key + [.text(Texts.Topic.others(dimension)), .integer(others), .yes(false)])
          }
        }
      }
    }
    return Table(
      name: "wie_vraagt",
      columns: [
        Column("periode_start", .date, "Eerste dag van de periode"),
        Column("periode_eind", .date, "Laatste dag van de periode"), topic,
        Column("indeling", .choice, "organisatie, regio of functie"),
        Column("groep", .text, "Naam van de groep; leeg als geen enkele groep groot genoeg is"),
        Column("vragen", .integer, "Vragen uit deze groep; leeg als ze onderdrukt zijn", unit: "vragen"),
        Column("onderdrukt", .choice, "ja: te weinig mensen om te laten zien"),
      ], rows: rows)
  }

  private static func examples(_ view: CoreView) -> Table {
    Table(
      name: "voorbeeldvragen",
      columns: [
        topic,
        Column(
          "vraag", .text,
          "Een vraag die een monitor heeft vrijgegeven, zonder herkenbare gegevens en zonder datum"),
      ],
      rows: view.topics.sorted { $0.id < $1.id }.flatMap { topic in
        topic.examples.map { [word(topic.id), .text($0.text.text)] }
      })
  }

  private static func resources(_ view: CoreView) -> Table {
    Table(
      name: "bronnen",
      columns: [
        Column("bron", .text, "Korte naam van de bron in de lijst"),
        Column("titel", .text, "Titel van de bron"), Column("uitgever", .text, "Wie de bron maakte"),
        Column("link", .text, "Webadres van de bron"),
        Column("onderwerp_id", .text, "Onderwerp waar de bron bij hoort; leeg: bij een thema"),
        Column("onderwerp", .text, "Naam van het onderwerp"),
        Column("thema", .text, "Thema waar de bron bij hoort; leeg: bij een onderwerp"),
        Column("toelichting", .text, "Wat er over de bron gezegd is"),
        Column("geldig_tot", .date, "Laatste dag waarop de bron getoond wordt; leeg: blijft"),
      ],
      rows: view.resources.map { resource in
        [
          .text(resource.name), .text(resource.title), .text(resource.publisher), .text(resource.link),
          .word(resource.topic?.description ?? ""),
          .text(resource.topic.flatMap { view.titles[$0] } ?? ""), .text(resource.theme ?? ""),
          .text(resource.note), resource.validUntil.map { word($0) } ?? .empty,
        ]
      })
  }

  private static func related(_ view: CoreView) -> Table {
    Table(
      name: "verwant",
      columns: [
        topic, Column("verwant_id", .text, "Onderwerp dat erop lijkt"),
        Column("gelijkenis", .decimal, "0 is geen gelijkenis, 1 is hetzelfde"),
      ],
      rows: view.topics.sorted { $0.id < $1.id }.flatMap { topic in
        topic.related.map {
          [word(topic.id), word($0.topic), .hundredths(Int(($0.similarity * 100).rounded()))]
        }
      })
  }
}
