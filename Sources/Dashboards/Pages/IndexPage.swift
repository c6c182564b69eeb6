// The core group's first page: the conclusion, what to decide, what changed, the week in numbers.
import Discussion

/// `kerngroep/index.html`.
struct IndexPage {
  /// How many topics get a card; a core group cannot discuss more in a meeting.
  static let cardsShown = 5
  /// How many topics a quiet week names.
  static let quietShown = 5
  /// How many changes of one kind are named.
  static let changesShown = 5

  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let week = view.week.yearAndWeek
    return try shell.templates.page(
      "index", at: "kerngroep/index.html",
      shell.fields(
        title: Texts.pageTitle("Week \(week.week) van \(week.year)"), current: "index.html",
        [
          "kicker": Texts.Index.kicker(view), "heading": Texts.Index.heading(view),
          "intro": Texts.Index.intro(view), "isLate": view.completeness != .complete,
          "stateLabel": Texts.Index.completenessLabel,
          "stateIcon": view.completeness == .complete ? Icons.check : Icons.warning,
          "state": Parts.sentence(Texts.Index.completeness(view)),
          "decide": view.signals.isEmpty ? nil : decide, "quiet": quiet,
          "changesHeading": Texts.Index.changesHeading(view), "hasChanges": !view.changes.isEmpty,
          "changes": changes, "noChanges": Texts.Index.noChanges,
          "figuresHeading": Texts.Index.figuresHeading,
          "figures": Texts.Index.figures(view).map {
            ["label": $0.label, "value": $0.value, "note": $0.note]
          },
          "takeAway": Texts.Index.takeAway,
          "links": [
            ["href": "onderwerpen.html", "label": Texts.Index.allTopics],
            ["href": "excel/signalen.csv", "label": Texts.Index.signalsFile],
            ["href": "excel/onderwerp_week.csv", "label": Texts.Index.weeksFile],
            ["href": "werkwijze.html", "label": Texts.Index.methodLink],
          ],
        ]))
  }

  private var decide: Fields {
    let more = view.signals.dropFirst(Self.cardsShown)
    return [
      "heading": Texts.Index.decide, "legend": Parts.legend(view),
      "cards": view.signals.prefix(Self.cardsShown).enumerated().map { card($1, number: $0 + 1) },
      "hasMore": !more.isEmpty, "moreHeading": Texts.Index.more,
      "more": more.compactMap { topic in
        topic.signal.map { signal in
          Parts.fields([
            "tag": Parts.tag(signal.strength), "href": topic.path, "name": topic.title,
            "fact": Parts.sentence(Texts.fact(signal)),
          ])
        }
      },
    ]
  }

  private func card(_ topic: TopicView, number: Int) -> Fields {
    let chart = TrendChart(topic.points, layout: .card).svg(
      id: "g\(number)", title: Texts.chartTitle(topic, weeks: TrendChart.Layout.card.weeks),
      description: Texts.chartDescription(Array(topic.points.suffix(TrendChart.Layout.card.weeks))),
      hint: Texts.hint)
    return Parts.fields([
      "number": number, "tag": Parts.tag(topic.signal?.strength), "new": Parts.newTag(topic),
      "href": topic.path, "name": topic.title,
      "id": topic.id.description, "fact": topic.signal.map { Parts.sentence(Texts.fact($0)) },
      "example": topic.examples.first.map(TopicPage.example), "noExample": Texts.Index.noExample,
      "breadth": topic.signal.flatMap(Texts.breadth), "resource": ResourceParts.first(topic),
      "readMore": Texts.Index.readMore,
      "caption": Texts.chartCaption(weeks: TrendChart.Layout.card.weeks), "chart": chart,
    ])
  }

  /// Without signals the page names the topics with most questions, so that silence can be seen.
  private var quiet: Fields? {
    let busiest = view.topics.filter { $0.questionsInFourWeeks > 0 }.sorted {
      ($1.questionsInFourWeeks, $1.questionsThisWeek, $0.id) < (
        $0.questionsInFourWeeks, $0.questionsThisWeek, $1.id
      )
    }.prefix(Self.quietShown)
    guard view.signals.isEmpty, !busiest.isEmpty else { return nil }
    let columns = Texts.Index.quietColumns
    return [
      "heading": Texts.Index.quietHeading, "intro": Texts.Index.quietIntro,
      "caption": Texts.Index.quietCaption,
      "columns": [
        "topic": columns.topic, "month": columns.month, "count": columns.count, "trend": columns.trend,
      ],
      "rows": busiest.map { topic in
        [
          "href": topic.path, "name": topic.title, "count": DutchFormat.number(topic.questionsThisWeek),
          "month": DutchFormat.number(topic.questionsInFourWeeks), "spark": Sparkline.svg(topic.points),
        ] as Fields
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
            "kind": Texts.Index.kind(kind), "href": path(change.topic), "name": view.titles[change.topic],
            "text": Texts.Index.change(change), "otherHref": change.other.flatMap(path),
            "otherName": change.other.flatMap { view.titles[$0] },
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

  private func path(_ topic: TopicID) -> String? {
    view.titles[topic] == nil ? nil : "onderwerpen/\(topic).html"
  }
}
