// The agenda of the core group's meeting on one sheet: what to decide, with room to write, and a look back.
import Discussion

/// `kerngroep/agenda.html`, and that of an archived week.
struct AgendaPage {
  /// How many signals the sheet holds; the others are counted.
  static let itemsShown = 5
  /// How many decisions of the past and meetings to come the sheet holds.
  static let decisionsShown = 4
  static let meetingsShown = 3
  /// With more signals than this the sheet is set closer, and looks back on less.
  static let itemsAtEase = 2
  /// Decisions of so many days are looked back on.
  static let daysBack = 91

  let view: CoreView

  /// The signals that people have to decide about. Of an archived week all that stood in it: they were decided about then.
  static func asking(_ view: CoreView) -> [SignalView] {
    view.edition.isPast ? view.signals : view.signals.filter(\.asksDecision)
  }

  private var isDense: Bool { Self.asking(view).count > Self.itemsAtEase }

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    let asking = Self.asking(view)
    let week = view.week.yearAndWeek
    let texts = Texts.Agenda.self
    return try shell.templates.page(
      "agenda", at: view.folder + "agenda.html",
      shell.fields(
        title: Texts.pageTitle("\(texts.menu) week \(week.week) van \(week.year)"), current: "agenda.html",
        [
          "edition": EditionNote.fields(view), "kicker": texts.kicker(view),
          "heading": texts.heading(asking.count),
          "report": Parts.sentence(texts.report(view)), "day": texts.day, "present": texts.present,
          "hasItems": !asking.isEmpty, "decideHeading": texts.decideHeading, "caption": texts.caption,
          "columns": [
            "item": texts.columns.item, "subject": texts.columns.subject, "choice": texts.columns.choice,
            "who": texts.columns.who,
          ],
          "items": asking.prefix(Self.itemsShown).enumerated().map { item($1, number: $0 + 1) },
          "more": asking.count > Self.itemsShown ? texts.more(asking.count - Self.itemsShown) : nil,
          "nothing": texts.nothing(view),
          "isDense": isDense, "looksBack": !view.edition.isPast, "backHeading": texts.backHeading,
          "hasBack": !back.isEmpty,
          "back": back.map(decided),
          "backCaption": texts.backCaption, "backNone": texts.backNone,
          "backColumns": [
            "day": texts.backColumns.day, "subject": texts.backColumns.subject,
            "decision": texts.backColumns.decision, "since": texts.backColumns.since,
          ],
          "newsHeading": texts.newsHeading,
          "news": texts.news(
            view,
            meetings: view.edition.isPast
              ? [] : view.decisions.planned.prefix(isDense ? 1 : Self.meetingsShown)),
          "notes": texts.notes,
        ]))
  }

  private func item(_ signal: SignalView, number: Int) -> Fields {
    Parts.fields([
      "number": number, "href": signal.path, "name": signal.title,
      "strength": Texts.strength(signal.strength),
      "fact": Parts.sentence(Texts.Signal.fact(signal, isShort: true)),
      "example": signal.examples.first?.text.text,
      "choices": Texts.Agenda.choices, "decided": signal.decision.map { Texts.Agenda.decided($0.word) },
    ])
  }

  /// The decisions of the last months, the newest first.
  private var back: [DecidedSignal] {
    Array(
      view.decisions.standing.filter {
        $0.decision.decidedOn > view.live.asOf.advanced(by: -Self.daysBack)
      }.prefix(isDense ? Self.decisionsShown / 2 : Self.decisionsShown))
  }

  private func decided(_ signal: DecidedSignal) -> Fields {
    Parts.fields([
      "day": DutchFormat.date(signal.decision.decidedOn),
      "name": Texts.Decisions.title(signal.topic, signal.decision.signal, view),
      "href": signal.topic.flatMap(view.path), "decision": Texts.Decisions.decision(signal.decision),
      "since": Texts.Agenda.since(signal, view),
    ])
  }
}
