// The core group's tables of open questions, of the data's quality and of the reports that there are.
import Discussion

extension CoreTables {
  /// Open questions per topic; those that may not be told per topic together, as on the page.
  static func open(_ view: CoreView) -> Table {
    Table(
      name: "onbeantwoord",
      columns: [
        week,
        Column("soort", .choice, "onderwerp, kleine_onderwerpen (samen) of zonder_onderwerp"),
        topic, title, Column("open", .integer, "Vragen die nog open staan", unit: "vragen"),
        Column(
          "lang_open", .integer, "Hoeveel daarvan langer dan \(OpenTally.longWeeks) weken open staan",
          unit: "vragen"),
        Column("oudste_week", .week, "Week waarin de oudste open vraag gesteld is"),
      ],
      rows: OpenQuestionsPage.rows(view).map { row in
        [
          word(view.week), .word(row.kind), row.topic.map { word($0.id) } ?? .empty,
          .text(row.topic?.title ?? ""), .integer(row.tally.count), .integer(row.tally.long),
          row.tally.oldest.map { word($0) } ?? .empty,
        ]
      })
  }

  /// What is measured of the data.
  static func quality(_ view: CoreView) -> Table {
    func norm(_ norm: QualityMeasure.Norm) -> (Cell, Cell) {
      switch norm {
      case .atLeast(let least): (.integer(least), .empty)
      case .atMost(let most): (.empty, .integer(most))
      case .none: (.empty, .empty)
      }
    }
    return Table(
      name: "kwaliteit",
      columns: [
        week, Column("maat", .choice, "Wat er gemeten is"), Column("waarde", .integer, "Het aantal"),
        Column("norm_minstens", .integer, "Zoveel moeten het er minstens zijn; leeg: geen ondergrens"),
        Column("norm_hoogstens", .integer, "Zoveel mogen het er hoogstens zijn; leeg: geen bovengrens"),
        Column("in_orde", .choice, "ja: binnen de norm, of zonder norm"),
      ],
      rows: view.quality.measures.map { measure in
        let (least, most) = norm(measure.norm)
        return [
          word(view.week), .word(measure.kind.rawValue), .integer(measure.value), least, most,
          .yes(measure.isFine),
        ]
      })
  }

  /// This week's report and the earlier ones, newest first.
  static func reports(_ view: CoreView, _ archive: [CoreView]) -> Table {
    Table(
      name: "rapporten",
      columns: [
        week, Column("gegevens_van", .date, "De dag waarvan de gegevens gebruikt zijn"),
        Column("volledig", .choice, "ja: alle gegevens van de week waren binnen"),
        Column("vragen", .integer, "Vragen in de week", unit: "vragen"),
        Column("signalen", .integer, "Signalen die in de week stonden", unit: "signalen"),
        Column("pagina", .text, "Vaste plaats van het rapport"),
      ],
      rows: ([view] + archive).map { report in
        [
          word(report.week), word(report.facts.asOf), .yes(report.completeness == .complete),
          .integer(report.figures.questions), .integer(report.signals.count),
          .text(
            report.edition.kind == .archived ? archivePath(report.week) + "index.html" : "index.html"),
        ]
      })
  }
}
