// A signal's page, and the list of all signals.
import Discussion

/// `kerngroep/signalen/SIG-2026-W46-1.html`, and that of an archived week.
struct SignalPage {
  let signal: SignalView
  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let columns = Texts.Topic.columns
    let texts = Texts.Signal.self
    return try shell.templates.page(
      "signal", at: view.folder + signal.path,
      shell.fields(
        title: Texts.pageTitle("\(signal.title) (\(signal.id))"), current: nil, root: "../",
        [
          "edition": editionNote, "signalsLabel": texts.list, "id": signal.id.description,
          "name": signal.title,
          "tag": Parts.tag(signal.strength), "scope": Parts.scopeTag(signal),
          "fact": Parts.sentence(texts.fact(signal)),
          "recurrence": texts.recurrence(signal.recurrence), "seenBy": texts.seenBy(signal),
          "hasWarnings": !signal.warnings.isEmpty, "mindHeading": texts.mindHeading,
          "warningIcon": Icons.warning, "warnings": signal.warnings.map(texts.warning),
          "decideHeading": signal.asksDecision ? texts.decideHeading : texts.decidedHeading,
          "decided": signal.decision.map { $0.lines.isEmpty ? [$0.word] : $0.lines } ?? [],
          "ask": signal.asksDecision ? ask : nil,
          "questionsHeading": texts.questionsHeading, "questionsIntro": questionsIntro,
          "examples": signal.examples.map(TopicPage.example),
          "trendHeading": texts.trendHeading,
          "legend": signal.showsOwnQuestions ? Parts.ownLegend : Parts.legend(signal.points),
          "wideChart": SignalChart.svg(signal, layout: .wide, id: "gb"),
          "narrowChart": SignalChart.svg(signal, layout: .narrow, id: "gs"),
          "ownTrend": signal.showsOwnQuestions ? texts.ownTrend : nil,
          "unit": signal.showsOwnQuestions ? nil : Texts.Topic.unit, "tableSummary": Texts.Topic.table,
          "tableCaption": texts.chartTitle(signal, weeks: TopicView.weeksShown),
          "columns": [
            "week": columns.week, "start": columns.start, "count": columns.count, "band": columns.band,
            "note": columns.note,
          ],
          "weekRows": WeekTable.rows(signal.points),
          "evidenceHeading": texts.evidenceHeading, "evidenceCaption": texts.evidenceCaption,
          "what": texts.evidenceColumns.what, "seen": texts.evidenceColumns.value,
          "evidence": texts.evidence(signal).map { ["label": $0.label, "value": $0.value] },
          "relatedHeading": texts.relatedHeading, "topicLabel": texts.relatedTopic, "topic": topic,
          "noTopic": texts.noTopic, "showsEarlier": signal.topic != nil,
          "earlierHeading": texts.earlierHeading, "hasEarlier": !signal.earlier.isEmpty,
          "earlier": earlier, "noEarlier": texts.noEarlier,
          "whyHeading": texts.whyHeading, "why": texts.why(signal, view),
          "methodLink": Texts.Index.methodLink,
        ]))
  }

  private var ask: Fields {
    [
      "intro": Texts.Signal.decideIntro,
      "choices": Texts.Signal.choices.map { ["word": $0.0, "meaning": $0.1] },
      "summary": Texts.Signal.recordSummary, "commandIntro": Texts.Signal.commandIntro,
      "command": Texts.Signal.command(signal.id), "sheetIntro": Texts.Signal.sheetIntro,
      "sheet": Texts.Signal.sheet(signal.id),
    ]
  }

  private var questionsIntro: String {
    guard signal.shown.mayQuote else { return Texts.Signal.tooFewToQuote(view.rule.people) }
    return signal.examples.isEmpty ? Texts.Topic.noExamples : Texts.Signal.questionsIntro
  }

  private var topic: Fields? {
    guard let topic = signal.topic, let name = signal.topicTitle else { return nil }
    return Parts.fields(["href": view.path(of: topic).map { "../" + $0 }, "name": name])
  }

  /// On a signal's page the way to the newest report is one folder longer.
  private var editionNote: Fields? {
    EditionNote.fields(view)?.merging(
      view.edition.kind == .archived ? ["href": "../" + view.root + "index.html"] : [:]
    ) { $1 }
  }

  private var earlier: [Fields] {
    signal.earlier.map {
      Parts.fields([
        "href": $0.path.map { "../\($0)" }, "when": Texts.Signal.weeks($0.opened, $0.latest),
        "strength": Texts.strength($0.strength).prefix(1).lowercased()
          + Texts.strength($0.strength).dropFirst(),
      ])
    }
  }
}

/// The chart of a signal: of its topic with its weeks marked, or of its own questions.
enum SignalChart {
  static func svg(_ signal: SignalView, layout: TrendChart.Layout, id: String) -> String {
    TrendChart(signal.points, layout: layout).svg(
      id: id, title: Texts.Signal.chartTitle(signal, weeks: layout.weeks),
      description: Texts.chartDescription(Array(signal.points.suffix(layout.weeks))), hint: Texts.hint)
  }
}

/// `kerngroep/signalen.html`.
struct SignalListPage {
  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let texts = Texts.Signal.self
    let columns = texts.listColumns
    let rows = view.allSignals.filter(\.facts.hasPage).sorted { $0.id > $1.id }
    let older = view.allSignals.count - rows.count
    return try shell.templates.page(
      "signals", at: "kerngroep/signalen.html",
      shell.fields(
        title: Texts.pageTitle(texts.list), current: "signalen.html",
        [
          "heading": texts.listHeading(view), "intro": texts.listIntro(view), "hasRows": !rows.isEmpty,
          "caption": texts.listCaption, "none": texts.listNone, "file": texts.file,
          "older": older > 0 ? texts.older(older) : nil,
          "columns": [
            "week": columns.week, "title": columns.title, "strength": columns.strength,
            "seenBy": columns.seenBy, "decision": columns.decision,
          ],
          "rows": rows.map { signal in
            Parts.fields([
              "href": signal.path, "name": signal.title, "id": signal.id.description,
              "scope": texts.scope(signal.scope), "when": texts.row(signal),
              "tag": Parts.tag(signal.strength), "seenBy": texts.methodWord(signal.methods),
              "decision": signal.decision?.word ?? texts.noDecision,
            ])
          },
        ]))
  }
}
