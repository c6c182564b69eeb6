// The tables of the reports to share: the same numbers as on their pages, from the same values.
import Discussion
import Moderation

/// The files below `opbrengst/`.
enum ShareTables {
  /// All tables, the dictionary of columns last.
  static func all(_ view: ShareView) -> [Table] {
    let tables = [reports(view), topics(view), weeks(view), who(view), quotes(view)]
    return tables + [Table.dictionary(of: tables)]
  }

  private static let report = Column("rapport", .text, "Naam van de pagina van het rapport, zonder .html")
  private static let start = Column("periode_start", .date, "Eerste dag van de periode")
  private static let end = Column("periode_eind", .date, "Laatste dag van de periode")
  private static let now = Column(
    "vragen_halfjaar", .integer, "Vragen in het laatste halfjaar", unit: "vragen")
  private static let before = Column(
    "vragen_halfjaar_ervoor", .integer, "Vragen in het halfjaar ervoor; leeg: niet helemaal bekend",
    unit: "vragen")
  private static let trend = Column(
    "ontwikkeling", .choice,
    "veel_meer, meer, geen_duidelijk_verschil, minder, veel_minder of onbekend (te weinig vragen om te zeggen)"
  )
  private static let stories = Column(
    "wat_goed_gaat", .integer, "Berichten die vertellen wat goed gaat; leeg: niet geteld in deze taal",
    unit: "berichten")
  private static let unanswered = Column(
    "zonder_antwoord", .integer, "Vragen die nog open staan", unit: "vragen")

  private static func stories(_ count: Int, _ view: ShareView) -> Cell {
    .optional(view.findsStories ? count : nil)
  }

  private static func reports(_ view: ShareView) -> Table {
    Table(
      name: "rapporten",
      columns: [
        report,
        Column(
          "soort", .choice, "alles, thema, buiten_themas, bron of overig (te weinig mensen voor een rapport)"),
        Column("naam", .text, "Waar het rapport over gaat"), start, end,
        Column("vragen", .integer, "Vragen in de periode", unit: "vragen"),
        Column("mensen", .integer, "Verschillende mensen die iets vroegen; leeg: te weinig", unit: "mensen"),
        Column("onderwerpen", .integer, "Onderwerpen met vragen of verhalen", unit: "onderwerpen"), now,
        before,
        trend, stories, unanswered,
        Column("organisaties", .integer, "Organisaties van wie iets vroeg", unit: "organisaties"),
        Column("regios", .integer, "Regio's van wie iets vroeg", unit: "regio's"),
      ], rows: view.reports.map { row($0, view) } + small(view) + stray(view))
  }

  private static func row(_ report: ShareReportView, _ view: ShareView) -> [Cell] {
    let kind =
      switch report.kind {
      case .whole: "alles"
      case .theme: "thema"
      case .withoutTheme: "buiten_themas"
      case .source: "bron"
      }
    return [
      .word(report.slug), .word(kind), .text(Texts.Share.name(report)), CoreTables.word(view.firstDay),
      CoreTables.word(view.lastDay), .integer(report.questions), .integer(report.people),
      .integer(report.topics.count + report.otherTopics), .integer(report.halves.now),
      .optional(report.halves.before), .word(report.trend.rawValue), stories(report.stories, view),
      .integer(report.unanswered), .integer(report.organisations), .integer(report.regions),
    ]
  }

  private static func small(_ view: ShareView) -> [[Cell]] {
    view.small.questions < view.rule.questions
      ? [] : [others("Thema's met te weinig mensen", view, questions: view.small.questions, stories: nil)]
  }

  private static func stray(_ view: ShareView) -> [[Cell]] {
    view.unassigned == 0 && view.strayStories == 0
      ? []
      : [
        others(
          "Bij geen onderwerp", view, questions: view.unassigned,
          stories: view.findsStories ? view.strayStories : nil)
      ]
  }

  private static func others(_ name: String, _ view: ShareView, questions: Int, stories: Int?) -> [Cell] {
    [
      .empty, .word("overig"), .text(name), CoreTables.word(view.firstDay), CoreTables.word(view.lastDay),
      .integer(questions), .empty, .empty, .empty, .empty, .word(ShareTrend.unknown.rawValue),
      .optional(stories), .empty, .empty, .empty,
    ]
  }

  private static func topics(_ view: ShareView) -> Table {
    Table(
      name: "onderwerpen",
      columns: [
        report,
        Column("onderwerp_id", .text, "Vast nummer van het onderwerp; leeg: de andere onderwerpen samen"),
        CoreTables.title, Column("vragen", .integer, "Vragen in de periode", unit: "vragen"),
        Column("aandeel", .decimal, "Deel van de vragen van het rapport", unit: "procent"), now, before,
        trend,
        stories, unanswered,
      ],
      rows: view.reports.flatMap { report -> [[Cell]] in
        func share(_ questions: Int) -> Cell {
          report.questions == 0
            ? .empty : .hundredths((questions * 20_000 + report.questions) / (2 * report.questions))
        }
        var rows: [[Cell]] = report.topics.map { topic in
          [
            .word(report.slug), CoreTables.word(topic.id), .text(topic.title), .integer(topic.questions),
            share(topic.questions), .integer(topic.halves.now), .optional(topic.halves.before),
            .word(topic.trend.rawValue), stories(topic.stories, view), .integer(topic.unanswered),
          ]
        }
        if report.otherTopics > 0 || report.otherStories > 0 {
          rows.append([
            .word(report.slug), .empty, .text(Texts.Share.others(report.otherTopics)),
            .integer(report.otherQuestions), share(report.otherQuestions), .empty, .empty,
            .word(ShareTrend.unknown.rawValue), stories(report.otherStories, view), .empty,
          ])
        }
        return rows
      })
  }

  private static func weeks(_ view: ShareView) -> Table {
    Table(
      name: "weken",
      columns: [
        report, CoreTables.week, CoreTables.monday,
        Column("vragen", .integer, "Vragen in deze week", unit: "vragen"),
      ],
      rows: view.reports.flatMap { report in
        report.points.map {
          [
            .word(report.slug), CoreTables.word($0.week), CoreTables.word($0.week.monday),
            .optional($0.questions),
          ]
        }
      })
  }

  private static func who(_ view: ShareView) -> Table {
    Table(
      name: "wie_vraagt",
      columns: [
        report, Column("indeling", .choice, "organisatie, regio of functie"),
        Column("groep", .text, "Naam van de groep; leeg als geen enkele groep groot genoeg is"),
        Column(
          "vragen", .integer, "Zoveel vragen kwamen er minstens uit deze groep; leeg als ze onderdrukt zijn",
          unit: "vragen"),
        Column("onderdrukt", .choice, "ja: te weinig mensen om te laten zien"),
      ],
      rows: view.reports.flatMap { report in
        report.breakdowns.flatMap { breakdown -> [[Cell]] in
          let key: [Cell] = [.word(report.slug), .word(breakdown.dimension.rawValue)]
          switch breakdown.groups {
          case .notKnown: return []
          case .suppressed: return [key + [.empty, .empty, .yes(true)]]
          case .shown(let rows, let others):
            return rows.map { key + [.text($0.name), .integer($0.questions), .yes(false)] }
              + (others.map {
                [key + [.text(Texts.Topic.others(breakdown.dimension)), .integer($0), .yes(false)]]
              } ?? [])
          }
        }
      })
  }

  private static func quotes(_ view: ShareView) -> Table {
    Table(
      name: "citaten",
      columns: [
        report, Column("soort", .choice, "vraag, of verhaal (wat goed gaat)"),
        Column("onderwerp", .text, "Onderwerp van de vraag; leeg bij een verhaal"),
        Column("zin", .text, "Een zin die een monitor heeft vrijgegeven om te delen"),
      ],
      rows: view.reports.flatMap { report -> [[Cell]] in
        report.quotes.map {
          [.word(report.slug), .word("vraag"), .text($0.topic ?? ""), .text($0.quote.text.text)]
        }
          + report.storyQuotes.map { [.word(report.slug), .word("verhaal"), .text(""), .text($0.text.text)] }
      } + view.strayQuotes.map { [.empty, .word("verhaal"), .text(""), .text($0.text.text)] })
  }
}
