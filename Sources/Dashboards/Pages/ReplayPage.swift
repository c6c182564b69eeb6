// The page of a replay: what would have been signalled, and how strict to be.
import Discussion

/// A page by itself, for monitors.
struct ReplayPage {
  let report: ReplayReport
  /// The name of its file.
  let name: String

  /// The page.
  func render(_ templates: PageTemplates) throws -> RenderedFile {
    let shell = Shell(
      templates: templates, brand: Texts.Monitors.product, isDemo: report.isDemo,
      menu: [Shell.Entry(href: name, label: Texts.Replay.name)], footer: Texts.Replay.footer(report),
      home: name)
    let columns = Texts.Replay.columns
    return try templates.page(
      "replay", at: name,
      shell.fields(
        title: "\(Texts.Replay.name) – \(Texts.Monitors.product)", current: name,
        [
          "kicker": report.community, "heading": Texts.Replay.heading, "intro": Texts.Replay.intro(report),
          "timeHeading": Texts.Replay.timeHeading, "timeIntro": Texts.Replay.timeIntro,
          "years": ReplayTimeline.years(report).map { ["name": "\($0.year)", "svg": $0.svg()] as Fields },
          "signalsHeading": Texts.Replay.signalsHeading, "hasSignals": !report.signals.isEmpty,
          "none": Texts.Replay.noSignals, "caption": Texts.Replay.caption,
          "columns": [
            "week": columns.week, "topic": columns.topic, "strength": columns.strength,
            "people": columns.people, "usual": columns.usual, "chance": columns.chance,
            "found": columns.found,
          ],
          "rows": report.signals.reversed().map(row),
          "choiceHeading": Texts.Replay.choiceHeading, "choiceIntro": Texts.Replay.choiceIntro,
          "choices": choices, "limitsHeading": Texts.Replay.limitsHeading, "limits": Texts.Replay.limits,
        ]))
  }

  private func row(_ signal: ReplayReport.Signal) -> Fields {
    let week = signal.week
    return Parts.fields([
      "week": week.week.description, "id": signal.id.description, "name": Texts.Replay.topic(signal),
      "detail": Texts.Replay.detail(signal), "tag": Parts.tag(week.strength),
      "people": DutchFormat.number(week.observed),
      "window": Texts.Replay.window(week.windowWeeks), "usual": DutchFormat.number(week.upper),
      "chance": Texts.Replay.chance(weeks: week.recurrenceWeeks), "found": Texts.Replay.methods(week.methods),
    ])
  }

  private var choices: [Fields] {
    let weeks = report.weeks.upperBound.number - report.weeks.lowerBound.number + 1
    return [ReplayReport.Choice.Kind.recurrenceYears, .falseDiscoveryRate].compactMap { kind in
      let rows = report.choices.filter { $0.kind == kind }
      guard !rows.isEmpty else { return nil }
      return [
        "caption": Texts.Replay.choiceCaption(kind), "explanation": Texts.Replay.choiceExplanation(kind),
        "columns": Texts.Replay.choiceColumns(kind).enumerated().map {
          ["label": $1, "number": $0 > 0] as Fields
        },
        "rows": rows.map { row in
          Parts.fields([
            "value": Texts.Replay.value(row), "current": row.isCurrent ? Texts.Replay.current : nil,
            "alerts": DutchFormat.number(row.alerts),
            "perMonth": Texts.Replay.perMonth(row.alerts, weeks: weeks),
          ])
        },
      ]
    }
  }
}
