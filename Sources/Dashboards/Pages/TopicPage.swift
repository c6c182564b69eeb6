// A topic's page: the sentence, the trend, the questions, who asks, and why it is a signal or not.
import Discussion
import Moderation

/// `kerngroep/onderwerpen/OND-0001.html`.
struct TopicPage {
  let topic: TopicView
  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    if topic.status == .merged { return try renderMerged(shell) }
    let columns = Texts.Topic.columns
    return try shell.templates.page(
      "topic", at: "kerngroep/" + topic.path,
      shell.fields(
        title: Texts.pageTitle("\(topic.title) (\(topic.id))"), current: nil, root: "../",
        [
          "topicsLabel": Texts.topics, "id": topic.id.description, "name": topic.title,
          "tag": Parts.tag(topic.signal?.strength), "new": Parts.newTag(topic),
          "lead": Parts.sentence(Texts.Topic.lead(topic, view)),
          "status": Texts.Topic.status(topic), "decide": decide,
          "facts": Texts.Topic.facts(topic, view).map { ["label": $0.label, "value": $0.value] },
          "signalsHeading": Texts.Topic.signals, "hasSignals": !topic.signals.isEmpty, "signals": signals,
          "trendHeading": Texts.Topic.trend, "legend": Parts.legend(topic.points),
          "wideChart": chart(.wide, id: "gb"), "narrowChart": chart(.narrow, id: "gs"),
          "unit": Texts.Topic.unit, "tableSummary": Texts.Topic.table,
          "tableCaption": Texts.chartCaption(weeks: TopicView.weeksShown),
          "columns": [
            "week": columns.week, "start": columns.start, "count": columns.count, "band": columns.band,
            "note": columns.note, "name": Texts.Topic.name,
          ],
          "weekRows": WeekTable.rows(topic.points),
          "examplesHeading": Texts.Topic.examples, "examplesIntro": examplesIntro,
          "examples": topic.examples.map(Self.example),
          "resources": ResourceParts.section(topic),
          "whoHeading": Texts.Topic.who,
          "whoIntro": hasGroups ? Texts.Topic.whoIntro(view) : Texts.Topic.whoUnknown,
          "hasGroups": hasGroups, "groups": groups,
          "relatedHeading": Texts.Topic.relatedHeading, "relatedLabel": Texts.Topic.related,
          "hasRelated": !related.isEmpty, "related": related, "noRelated": Texts.Topic.noRelated(topic),
          "hasWords": !topic.words.isEmpty, "wordsLabel": Texts.Topic.words, "words": topic.words,
          "decisions": FollowUpPage.section(on: topic.id, view),
          "historyHeading": Texts.Topic.history, "hasHistory": !history.isEmpty, "history": history,
          "whyHeading": Texts.Topic.whyHeading(topic), "why": Texts.Topic.why(topic, view),
          "methodLink": Texts.Index.methodLink,
        ]))
  }

  private func renderMerged(_ shell: Shell) throws -> RenderedFile {
    let successor = topic.successor.flatMap { id in
      view.titles[id].map { ["href": "\(id).html", "name": $0] as Fields }
    }
    return try shell.templates.page(
      "merged", at: "kerngroep/" + topic.path,
      shell.fields(
        title: Texts.pageTitle("\(topic.title) (\(topic.id))"), current: nil, root: "../",
        [
          "topicsLabel": Texts.topics, "id": topic.id.description, "name": topic.title,
          "successor": successor, "mergedInto": Texts.Topic.mergedInto,
          "mergedAway": Texts.Topic.mergedAway, "history": Texts.Topic.mergedHistory,
        ]))
  }

  /// A question that may be read, without date.
  static func example(_ quote: ApprovedQuote) -> Fields { ["text": quote.text.text] }

  private var examplesIntro: String {
    guard topic.mayQuote else { return Texts.Topic.tooFewToQuote(view.rule.people) }
    return topic.examples.isEmpty ? Texts.Topic.noExamples : Texts.Topic.examplesIntro
  }

  private func chart(_ layout: TrendChart.Layout, id: String) -> String {
    TrendChart(topic.points, layout: layout).svg(
      id: id, title: Texts.chartTitle(topic, weeks: layout.weeks),
      description: Texts.chartDescription(Array(topic.points.suffix(layout.weeks))), hint: Texts.hint)
  }

  /// How many events a page names, newest first.
  private static let eventsShown = 10

  private var history: [Fields] {
    view.news.about(topic.id).prefix(Self.eventsShown).map { dated in
      let event = dated.event
      let other = event.topic == topic.id ? event.other : event.topic
      let name = other.flatMap { view.titles[$0] }
      return Parts.fields([
        "day": DutchFormat.date(dated.night), "text": Texts.Topic.event(event, of: topic.id),
        "otherHref": name == nil ? nil : other.map { "\($0).html" }, "otherName": name,
      ])
    }
  }

  /// The way to the signal that people have to decide about; nil when there is none.
  private var decide: Fields? {
    let asking = AgendaPage.asking(view)
    guard view.edition.kind == .current,
      let signal = topic.signals.first(where: { $0.isOpen && $0.asksDecision }),
      let number = asking.firstIndex(where: { $0.id == signal.id })
    else { return nil }
    return Parts.fields([
      "text": Texts.Topic.asksDecision(signal), "href": "../" + signal.path, "link": Texts.Signal.readMore,
      "item": number < AgendaPage.itemsShown ? Texts.Agenda.item(number + 1) : nil,
    ])
  }

  /// The topic's signals, those that stand first.
  private var signals: [Fields] {
    topic.signals.map { signal in
      Parts.fields([
        "tag": Parts.tag(signal.strength), "href": signal.hasPage ? "../\(signal.path)" : nil,
        "name": signal.id.description, "when": Texts.Signal.row(signal),
        "note": signal.scope == .part ? Texts.Topic.part : nil, "decision": signal.decision?.word,
      ])
    }
  }

  private var hasGroups: Bool { topic.breakdowns.contains { $0.groups != .notKnown } }

  private var groups: [Fields] {
    topic.breakdowns.compactMap { breakdown -> Fields? in
      let dimension = breakdown.dimension
      let heading = Texts.Topic.dimension(dimension)
      switch breakdown.groups {
      case .notKnown: return nil
      case .suppressed: return ["heading": heading, "note": Texts.Topic.whoSuppressed]
      case .shown(let rows, let others):
        let last = others.map { GroupBreakdown.Row(name: Texts.Topic.others(dimension), questions: $0) }
        let all = rows + (last.map { [$0] } ?? [])
        let largest = all.map(\.questions).max() ?? 0
        let list = all.map { row in
          [
            "name": row.name, "count": DutchFormat.number(row.questions),
            "bar": Bar.svg(row.questions, of: largest),
          ] as Fields
        }
        return ["heading": heading, "rows": ["list": list] as Fields]
      }
    }
  }

  private var related: [Fields] {
    topic.related.compactMap { related in
      view.titles[related.topic].map { ["href": "\(related.topic).html", "name": $0] }
    }
  }
}
