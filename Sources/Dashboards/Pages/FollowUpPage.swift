// The page on theme meetings and decisions: what was decided, what came after it, and how useful signals were.
import Discussion

/// `kerngroep/opvolging.html`.
struct FollowUpPage {
  /// How many meetings the page tells in full, and how many decisions.
  static let meetingsShown = 12
  static let decisionsShown = 60

  let view: CoreView

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let decisions = view.decisions
    let columns = Texts.Decisions.columns
    return try shell.templates.page(
      "followup", at: "kerngroep/opvolging.html",
      shell.fields(
        title: Texts.pageTitle(Texts.Decisions.menu), current: "opvolging.html",
        [
          "heading": Texts.Decisions.heading, "intro": Texts.Decisions.intro(view),
          "hasPlanned": !decisions.planned.isEmpty, "plannedHeading": Texts.Decisions.plannedHeading,
          "planned": decisions.planned.map(planned),
          "hasHeld": !decisions.held.isEmpty, "heldHeading": Texts.Decisions.heldHeading,
          "periodColumns": Self.periodColumns,
          "held": decisions.held.prefix(Self.meetingsShown).enumerated().map { held($1, number: $0 + 1) },
          "moreHeld": decisions.held.count > Self.meetingsShown
            ? Texts.Decisions.moreMeetings(decisions.held.count - Self.meetingsShown) : nil,
          "caution": decisions.held.isEmpty ? nil : Texts.Decisions.caution,
          "decidedHeading": Texts.Decisions.decidedHeading,
          "precision": Texts.Decisions.precision(decisions.precision),
          "hasDecided": !decisions.lastYear.isEmpty, "decidedCaption": Texts.Decisions.decidedCaption,
          "columns": [
            "signal": columns.signal, "decision": columns.decision, "outcome": columns.outcome,
            "useful": columns.useful,
          ],
          "decided": decisions.lastYear.prefix(Self.decisionsShown).map(decided),
          "noDecided": Texts.Decisions.noDecided,
          "moreDecided": decisions.lastYear.count > Self.decisionsShown
            ? Texts.Decisions.moreDecisions(decisions.lastYear.count - Self.decisionsShown) : nil,
          "formHeading": Texts.Decisions.formHeading, "formIntro": Texts.Decisions.formIntro(view),
          "links": [
            ["href": DecisionForm.name, "label": Texts.Decisions.formLink],
            ["href": "excel/besluiten_log.csv", "label": Texts.Decisions.logFile],
            ["href": "excel/opvolging.csv", "label": Texts.Decisions.followUpFile],
          ],
        ]))
  }

  private static var periodColumns: Fields {
    let columns = Texts.Decisions.periodColumns
    return [
      "period": columns.period, "before": columns.before, "after": columns.after, "share": columns.share,
      "people": columns.people, "verdict": columns.verdict,
    ]
  }

  private func topicPath(_ topic: TopicID?) -> String? {
    topic.flatMap { view.titles[$0] == nil ? nil : "onderwerpen/\($0).html" }
  }

  private func planned(_ meeting: MeetingView) -> Fields {
    Parts.fields([
      "day": DutchFormat.date(meeting.date),
      "name": Texts.Decisions.title(meeting.topic, meeting.report.meeting.signal, view),
      "href": topicPath(meeting.topic),
    ])
  }

  private func held(_ meeting: MeetingView, number: Int) -> Fields {
    Parts.fields([
      "number": number, "name": Texts.Decisions.title(meeting.topic, meeting.report.meeting.signal, view),
      "href": topicPath(meeting.topic),
      "when": Texts.Decisions.when(meeting), "verdict": Parts.sentence(Texts.Decisions.conclusion(meeting)),
      "back": Texts.Decisions.back(meeting),
      "useful": meeting.report.usefulness.map(Texts.Decisions.usefulSentence),
      "note": meeting.report.note.map { Texts.Decisions.note($0.text) },
      "chart": meeting.report.followUp.map { chart($0, meeting, number: number) },
      "hasPeriods": !meeting.periods.isEmpty, "caption": Texts.Decisions.periodCaption,
      "periods": meeting.periods.map(period),
    ])
  }

  private func chart(_ followUp: MeetingFollowUp, _ meeting: MeetingView, number: Int) -> Fields {
    let title = Texts.Decisions.chartTitle(
      Texts.Decisions.title(meeting.topic, meeting.report.meeting.signal, view))
    let description = Texts.Decisions.chartDescription(meeting)
    return [
      "caption": Texts.Decisions.chartCaption(meeting),
      "wide": FollowUpChart(followUp, layout: .wide).svg(
        id: "w\(number)", title: title, description: description),
      "narrow": FollowUpChart(followUp, layout: .narrow).svg(
        id: "n\(number)", title: title, description: description),
    ]
  }

  private func period(_ period: PeriodView) -> Fields {
    [
      "period": Texts.weeks(period.weeks), "before": DutchFormat.number(period.before.questions),
      "after": DutchFormat.number(period.after.questions),
      "people": Texts.Decisions.pair(
        Texts.Decisions.shortPeople(period.before.people), Texts.Decisions.shortPeople(period.after.people)),
      "share": Texts.Decisions.pair(
        Texts.Decisions.share(period.before), Texts.Decisions.share(period.after)),
      "verdict": Texts.Decisions.verdict(period.verdict),
    ]
  }

  private func decided(_ signal: DecidedSignal) -> Fields {
    let decision = signal.decision
    return Parts.fields([
      "week": Texts.Decisions.signalWeek(decision.signal),
      "name": Texts.Decisions.title(signal.topic, decision.signal, view),
      "href": topicPath(signal.topic), "decision": Texts.Decisions.decision(decision),
      "day": DutchFormat.date(decision.decidedOn), "note": signal.note?.text,
      "outcome": Texts.Decisions.outcome(signal, view),
      "useful": Texts.Decisions.usefulWord(decision.judgedUsefulness),
    ])
  }

  /// The decisions about a topic, for its own page; nil when there are none.
  static func section(on topic: TopicID, _ view: CoreView) -> Fields? {
    let decisions = view.decisions.about(topic)
    guard !decisions.isEmpty else { return nil }
    return [
      "heading": Texts.Decisions.earlier, "link": Texts.Decisions.link,
      "rows": decisions.prefix(10).map { signal in
        Parts.fields([
          "day": DutchFormat.date(signal.decision.decidedOn), "text": Texts.Decisions.line(signal, view),
          "note": signal.note.map { Texts.Decisions.note($0.text) },
        ])
      },
    ]
  }
}
