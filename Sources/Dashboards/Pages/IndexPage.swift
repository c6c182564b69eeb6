// The core group's first page: the conclusion, what to decide, what changed, the week in numbers.
import Discussion

/// `kerngroep/index.html`, and that of an archived week.
struct IndexPage {
  /// How many signals get a card; a core group cannot discuss more in a meeting.
  static let cardsShown = AgendaPage.itemsShown
  /// How many topics a quiet week names.
  static let quietShown = 5
  /// How many changes of one kind are named.
  static let changesShown = 5

  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let week = view.week.yearAndWeek
    return try shell.templates.page(
      "index", at: view.folder + "index.html",
      shell.fields(
        title: Texts.pageTitle("Week \(week.week) van \(week.year)"), current: "index.html",
        [
          "kicker": Texts.Index.kicker(view), "edition": EditionNote.fields(view),
          "heading": Texts.Index.heading(view),
          "intro": Texts.Index.intro(view), "isLate": view.completeness != .complete,
          "stateLabel": Texts.Index.completenessLabel,
          "stateIcon": view.completeness == .complete ? Icons.check : Icons.warning,
          "state": Parts.sentence(Texts.Index.completeness(view)),
          "decide": asking.isEmpty ? nil : decide, "decided": decided, "quiet": quiet,
          "changesHeading": Texts.Index.changesHeading(view), "hasChanges": !view.changes.isEmpty,
          "changes": changes, "noChanges": Texts.Index.noChanges(view),
          "figuresHeading": Texts.Index.figuresHeading,
          "figures": Texts.Index.figures(view).map {
            ["label": $0.label, "value": $0.value, "note": $0.note]
          },
          "takeAway": Texts.Index.takeAway,
          "links": [
            ["href": "agenda.html", "label": Texts.Agenda.link],
            ["href": view.root + "signalen.html", "label": Texts.Index.allSignals],
            ["href": view.root + "onderwerpen.html", "label": Texts.Index.allTopics],
            ["href": view.root + "onbeantwoord.html", "label": Texts.Open.link],
            ["href": view.root + "archief/index.html", "label": Texts.Archive.link],
            ["href": "excel/signalen.csv", "label": Texts.Index.signalsFile],
            ["href": view.root + "excel/onderwerp_week.csv", "label": Texts.Index.weeksFile],
            ["href": view.root + "kwaliteit.html", "label": Texts.Quality.link],
            ["href": view.root + "werkwijze.html", "label": Texts.Index.methodLink],
          ],
        ]))
  }

  /// The signals that people have to decide about.
  private var asking: [SignalView] { AgendaPage.asking(view) }

  /// Signals that stand and that people decided about: they are followed, planned or left.
  private var decided: Fields? {
    guard !view.edition.isPast else { return nil }
    let decided = view.signals.filter { !$0.asksDecision }
    guard !decided.isEmpty else { return nil }
    return [
      "heading": Texts.Decisions.decidedSignals,
      "rows": decided.map { signal in
        Parts.fields([
          "word": signal.decision?.word, "href": signal.path, "name": signal.title,
          "fact": Parts.sentence(Texts.Signal.fact(signal)),
        ])
      },
    ]
  }

  private var decide: Fields {
    let more = asking.dropFirst(Self.cardsShown)
    return [
      "heading": view.edition.isPast ? Texts.Index.archived : Texts.Index.decide,
      "legend": Parts.legend(
        asking.prefix(Self.cardsShown).flatMap { $0.points.suffix(TrendChart.Layout.card.weeks) }),
      "cards": asking.prefix(Self.cardsShown).enumerated().map { card($1, number: $0 + 1) },
      "hasMore": !more.isEmpty, "moreHeading": Texts.Index.more,
      "more": more.map { signal in
        Parts.fields([
          "tag": Parts.tag(signal.strength), "href": signal.path, "name": signal.title,
          "fact": Parts.sentence(Texts.Signal.fact(signal)),
        ])
      },
    ]
  }

  private func card(_ signal: SignalView, number: Int) -> Fields {
    Parts.fields([
      "number": number, "tag": Parts.tag(signal.strength), "scope": Parts.scopeTag(signal),
      "href": signal.path, "name": signal.title, "id": signal.id.description,
      "fact": Parts.sentence(Texts.Signal.fact(signal)),
      "example": signal.examples.first.map(TopicPage.example), "noExample": Texts.Index.noExample,
      "seenBy": Texts.Signal.seenBy(signal),
      "decision": signal.decision.map { "\(Texts.Signal.listColumns.decision): \($0.word)." },
      "resource": view.topics.first { $0.id == signal.topic }.flatMap(ResourceParts.first),
      "readMore": Texts.Signal.readMore,
      "item": view.edition.isPast ? nil : Texts.Agenda.item(number),
      "caption": Texts.Signal.chartTitle(signal, weeks: TrendChart.Layout.card.weeks),
      "chart": SignalChart.svg(signal, layout: .card, id: "g\(number)"),
    ])
  }

  /// Without signals the page names the topics with most questions, so that silence can be seen.
  private var quiet: Fields? {
    let busiest = view.busiest.filter { !view.live.mutedTopics.contains($0.topic) }.prefix(Self.quietShown)
    guard view.signals.isEmpty, !busiest.isEmpty else { return nil }
    let columns = Texts.Index.quietColumns
    return [
      "heading": Texts.Index.quietHeading, "intro": Texts.Index.quietIntro,
      "caption": Texts.Index.quietCaption,
      "columns": [
        "topic": columns.topic, "month": columns.month, "count": columns.count, "trend": columns.trend,
      ],
      "rows": busiest.map { topic in
        Parts.fields([
          "href": view.path(of: topic.topic), "name": view.live.title(of: topic.topic),
          "count": DutchFormat.number(topic.questionsThisWeek),
          "month": DutchFormat.number(topic.questionsInFourWeeks), "spark": Sparkline.svg(topic.points),
        ])
      },
    ]
  }

  private var changes: [Fields] {
    var rows: [Fields] = []
    for kind in Change.Kind.allCases {
      let all = view.changes.filter { $0.kind == kind }
      for change in all.prefix(Self.changesShown) {
        rows.append(
          Parts.fields([
            "kind": Texts.Index.kind(kind), "href": path(change), "name": name(change),
            "text": Texts.Index.change(change), "otherHref": change.other.flatMap(view.path),
            "otherName": change.other.map(view.live.title),
          ]))
      }
      if all.count > Self.changesShown {
        rows.append([
          "kind": Texts.Index.kind(kind), "text": Texts.Index.andMore(all.count - Self.changesShown),
        ])
      }
    }
    return rows
  }

  /// A change of a signal leads to the signal, as far as it has a page.
  private func path(_ change: Change) -> String? {
    signal(change).map { $0.hasPage ? $0.path : nil } ?? change.topic.flatMap(view.path)
  }

  private func name(_ change: Change) -> String? {
    signal(change)?.title ?? change.topic.map(view.live.title)
  }

  private func signal(_ change: Change) -> SignalView? {
    change.signal.flatMap { id in view.allSignals.first { $0.id == id } }
  }
}
