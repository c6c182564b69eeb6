// The Dutch texts of decisions, theme meetings and what came after them.
import Discussion

extension DutchTexts {
  /// Decisions and the page on their follow-up.
  enum Decisions {
    static let menu = "Opvolging"
    static let heading = "Opvolging van thema\u{AD}bijeen\u{AD}komsten"
    static let plannedHeading = "Gepland"
    static let heldHeading = "Wat gebeurde er na de bijeenkomst?"
    static let decidedHeading = "Besluiten van het laatste jaar"
    static let decidedCaption = "Besluiten, het nieuwste eerst"
    static let noDecided = "In het laatste jaar is er nog niets besloten."
    static let decidedSignals = "Hierover is al besloten"
    static let earlier = "Eerdere besluiten"
    static let link = "Bekijk alle besluiten en wat erna gebeurde"

    static func intro(_ view: CoreView) -> String {
      let (held, planned) = (view.decisions.held, view.decisions.planned)
      let fewer = held.count { $0.conclusion?.verdict == .fewer }
      var sentences: [String] = []
      switch held.count {
      case 0: sentences.append("Er is nog geen themabijeenkomst gehouden.")
      case 1:
        sentences.append("Er is één themabijeenkomst gehouden.")
        if fewer == 1 {
          sentences.append("Daarna speelde dat onderwerp naar verhouding duidelijk minder.")
        }
      case let count:
        sentences.append("Er zijn \(DutchFormat.word(count)) themabijeenkomsten gehouden.")
        sentences.append(
          fewer == 0
            ? "Na geen enkele speelde het onderwerp naar verhouding duidelijk minder."
            : "Na \(DutchFormat.word(fewer)) daarvan speelde het onderwerp naar verhouding duidelijk minder."
        )
      }
      if !planned.isEmpty {
        let meetings = planned.count == 1 ? "bijeenkomst" : "bijeenkomsten"
        sentences.append(
          "Er \(planned.count == 1 ? "staat" : "staan") \(DutchFormat.word(planned.count)) \(meetings) gepland."
        )
      }
      return sentences.joined(separator: " ")
    }

    /// What a signal's topic is called now; a subject without one goes by the signal's own name.
    static func title(_ topic: TopicID?, _ signal: SignalID, _ view: CoreView) -> String {
      topic.flatMap { view.live.topics[$0]?.title } ?? view.allSignals.first { $0.id == signal }?.title
        ?? "Nieuw onderwerp, nog zonder naam"
    }

    // Meetings.

    static func when(_ meeting: MeetingView) -> String {
      let confirmed = meeting.report.meeting.isConfirmed ? "Gehouden op" : "Stond gepland op"
      return
        "\(confirmed) \(DutchFormat.longDate(meeting.date)), na het \(signalOf(meeting.report.meeting.signal))."
    }

    /// "signaal van week 10 van 2026".
    static func signalOf(_ signal: SignalID) -> String {
      "signaal van \(DutchFormat.weekOfYear(signal.week))"
    }
    static func signalWeek(_ signal: SignalID) -> String {
      "\(signal), \(DutchFormat.weekOfYear(signal.week))"
    }

    /// What the numbers come down to, in one sentence.
    static func conclusion(_ meeting: MeetingView) -> Sentence {
      guard let period = meeting.conclusion else {
        return Sentence(
          strong: "Niet te zeggen.", rest: " Dit signaal hoort bij geen onderwerp, dus we kunnen niet tellen."
        )
      }
      let weeks = "\(period.weeks) weken"
      let (before, after) = (period.before.questions, period.after.questions)
      let numbers =
        " In de \(weeks) erna \(came(after)), in de \(weeks) ervoor \(came(before, isPast: true))."
      let known =
        period.isKnownBefore ? "" : " Onze gegevens gaan minder dan \(weeks) terug vanaf de bijeenkomst."
      switch period.verdict {
      case .fewer:
        return Sentence(
          strong: "Daarna speelde het onderwerp naar verhouding duidelijk minder.",
          rest: numbers + " Zo’n verschil is zelden toeval." + known)
      case .unclear:
        return Sentence(
          strong: "Daarna was het niet duidelijk anders.",
          rest: numbers + (before == after ? "" : " Zo’n verschil kan toeval zijn.") + known)
      case .more:
        return Sentence(
          strong: "Daarna speelde het onderwerp naar verhouding duidelijk meer.",
          rest: numbers + " Zo’n verschil is zelden toeval." + known)
      case .tooEarly(let weeksToGo):
        let wait = weeksToGo == 1 ? "Over 1 week" : "Over \(weeksToGo) weken"
        return Sentence(
          strong: "Het is te vroeg om te zeggen of er iets veranderde.",
          rest: " \(wait) zijn er \(weeks) voorbij. Tot nu toe \(came(after)).")
      }
    }

    private static func came(_ count: Int, isPast: Bool = false) -> String {
      let verb = isPast ? (count == 1 ? "was het" : "waren het") : (count == 1 ? "kwam er" : "kwamen er")
      return "\(verb) \(questionsOrNone(count))"
    }

    static func back(_ meeting: MeetingView) -> String? {
      meeting.report.followUp?.returned.map {
        "Het onderwerp kwam terug: in \(DutchFormat.weekOfYear($0.week)) was er een nieuw signaal."
      }
    }

    static func usefulSentence(_ usefulness: Usefulness) -> String {
      switch usefulness {
      case .useful: "Achteraf was het signaal nuttig."
      case .partly: "Achteraf was het signaal deels nuttig."
      case .notUseful: "Achteraf was het signaal niet nuttig."
      }
    }
    static func note(_ text: String) -> String { "Toelichting: \(text)" }

    static let chartMeeting = "bijeenkomst"
    static func chartCaption(_ meeting: MeetingView) -> String {
      let caption = "Vragen in het half jaar voor en na de bijeenkomst."
      guard case .tooEarly = meeting.periods.last?.verdict else { return caption }
      return caption + " Het gekleurde vlak moet nog komen."
    }
    static func chartBar(_ weeks: Int) -> String {
      weeks == 1 ? "vragen per week" : "vragen per \(weeks) weken"
    }
    static func chartBefore(_ weeks: Int?) -> String { (weeks.map { "\($0) weken " } ?? "") + "ervoor" }
    static func chartAfter(_ weeks: Int?) -> String { (weeks.map { "\($0) weken " } ?? "") + "erna" }
    static func chartTitle(_ title: String) -> String {
      "Vragen over \(title), voor en na de themabijeenkomst"
    }
    static func chartDescription(_ meeting: MeetingView) -> String {
      guard let last = meeting.periods.last else { return "" }
      return "In de \(last.weeks) weken ervoor \(came(last.before.questions, isPast: true)), "
        + "daarna \(came(last.after.questions)) in de weken die voorbij zijn."
    }

    static let periodCaption = "Voor en na, in cijfers"
    static let periodColumns = (
      period: "Periode", before: "Vragen ervoor", after: "Vragen erna", people: "Mensen (voor → na)",
      share: "Deel van alle vragen", verdict: "Oordeel"
    )
    static func pair(_ before: String, _ after: String) -> String { "\(before) → \(after)" }
    static func shortPeople(_ count: PeopleCount) -> String {
      switch count {
      case .exactly(let number): DutchFormat.number(number)
      case .fewerThan(let threshold): "minder dan \(threshold)"
      case .hidden: "niet getoond"
      }
    }
    static func share(_ side: SideView) -> String {
      DutchFormat.percentage(side.questions, of: side.allQuestions) ?? "–"
    }
    static func verdict(_ verdict: FollowUpVerdict) -> String {
      switch verdict {
      case .fewer: "duidelijk minder"
      case .unclear: "niet duidelijk anders"
      case .more: "duidelijk meer"
      case .tooEarly(1): "te vroeg om te zeggen (nog 1 week)"
      case .tooEarly(let weeks): "te vroeg om te zeggen (nog \(weeks) weken)"
      }
    }
    static func verdictWord(_ verdict: FollowUpVerdict) -> String {
      switch verdict {
      case .fewer: "duidelijk_minder"
      case .unclear: "niet_duidelijk_anders"
      case .more: "duidelijk_meer"
      case .tooEarly: "te_vroeg"
      }
    }
    static let caution =
      "Let op: een bijeenkomst komt vaak na een drukke tijd. Dan komen er daarna vanzelf minder vragen, ook zonder "
      + "bijeenkomst. Een daling zegt dus niet zeker dat de bijeenkomst hielp."
    static func moreMeetings(_ count: Int) -> String {
      count == 1
        ? "Eén oudere bijeenkomst staat in het bestand."
        : "\(count) oudere bijeenkomsten staan in het bestand."
    }

    // Decisions.

    static let columns = (signal: "Signaal", decision: "Besluit", outcome: "Hoe ging het?", useful: "Nuttig")

    static func name(_ kind: DecisionKind) -> String {
      switch kind {
      case .themeMeeting: "Thema\u{AD}bijeen\u{AD}komst"
      case .watch: "Volgen"
      case .notNow: "Niet nu"
      case .alreadyAnswered: "Al beantwoord"
      case .dataFault: "Fout in de gegevens"
      }
    }
    static func decision(_ decision: SignalDecision) -> String {
      name(decision.kind) + (decision.date.map { " op \(DutchFormat.date($0))" } ?? "")
    }
    static func usefulWord(_ usefulness: Usefulness?) -> String {
      usefulness?.rawValue ?? "nog niet bekend"
    }

    /// What became of a decision.
    static func outcome(_ signal: DecidedSignal, _ view: CoreView) -> String {
      let decision = signal.decision
      switch decision.kind {
      case .themeMeeting:
        guard let meeting = view.decisions.meeting(of: decision.signal) else { return "nog geen dag bekend" }
        guard meeting.report.isHeld else { return "gepland" }
        return meeting.conclusion.map { "daarna: " + verdict($0.verdict) } ?? "gehouden"
      case .watch:
        return signal.standing == .watched ? "het signaal loopt nog" : "het signaal is voorbij"
      case .notNow, .alreadyAnswered:
        return signal.standing == .toDecide
          ? "daarna werd het signaal sterker: het vraagt een nieuw besluit" : "–"
      case .dataFault: return "de weken tellen niet meer mee"
      }
    }

    /// A decision on a topic's page.
    static func line(_ signal: DecidedSignal, _ view: CoreView) -> String {
      let decision = signal.decision
      let useful = decision.usefulness.map { " \(usefulSentence($0))" } ?? ""
      let held = view.decisions.meeting(of: decision.signal).flatMap { meeting in
        meeting.report.isHeld ? meeting.conclusion.map { " Daarna: \(verdict($0.verdict))." } : nil
      }
      return "\(Self.decision(decision)), na het \(signalOf(decision.signal)).\(held ?? "")\(useful)"
    }
    /// What a signal's page tells of the decision about it.
    static func noteLines(_ signal: DecidedSignal) -> [String] {
      let decision = signal.decision
      var lines = ["\(Self.decision(decision)). Besloten op \(DutchFormat.date(decision.decidedOn))."]
      if let note = signal.note { lines.append(Self.note(note.text)) }
      if let usefulness = decision.usefulness { lines.append(usefulSentence(usefulness)) }
      if signal.standing == .toDecide {
        lines.append("Daarna werd het signaal sterker. Daarom vraagt het opnieuw een besluit.")
      }
      return lines
    }

    static func moreDecisions(_ count: Int) -> String {
      count == 1
        ? "Eén ouder besluit staat in het bestand." : "\(count) oudere besluiten staan in het bestand."
    }

    // How useful signals were.

    /// "Van de 12 signalen waarover is besloten bleken er 8 nuttig."
    static func precision(_ precision: SignalPrecision) -> String {
      switch (precision.decided, precision.judged) {
      case (0, _):
        return
          "Er is nog over geen enkel signaal besloten. Hoe vaak een signaal nuttig is, weten we dus nog niet."
      case (1, 0): return "Er is over één signaal besloten. Of het nuttig was, is nog niet gezegd."
      case (let decided, 0):
        return
          "Er is over \(DutchFormat.number(decided)) signalen besloten. Of ze nuttig waren, is nog niet gezegd."
      case (1, _):
        return "Er is over één signaal besloten: "
          + (precision.useful == 1
            ? "het was nuttig." : precision.partly == 1 ? "het was deels nuttig." : "het was niet nuttig.")
      case (let decided, let judged):
        let missing = decided - judged
        let partly = precision.partly == 0 ? "" : ", en \(DutchFormat.number(precision.partly)) deels"
        let unknown =
          missing == 0
          ? "" : " Van \(DutchFormat.number(missing)) is dat nog niet bekend."
        return "Van de \(DutchFormat.number(decided)) signalen waarover is besloten, "
          + "\(precision.useful == 1 ? "bleek" : "bleken") er \(precision.useful == 0 ? "geen" : DutchFormat.number(precision.useful)) nuttig\(partly).\(unknown)"
      }
    }

    /// The section of the method page.
    static func method(_ view: CoreView) -> Method.Section {
      Method.Section(
        id: "besluiten", heading: "Wat doen we met besluiten?",
        paragraphs: [
          "De kerngroep besluit over elk signaal: een themabijeenkomst, volgen, niet nu, al beantwoord, of een fout in de "
            + "gegevens. Elk besluit wordt bewaard, met de cijfers die toen te zien waren. Een besluit verandert later niet; "
            + "er kan wel een nieuw besluit bij komen.",
          "Na een themabijeenkomst geeft het onderwerp vier weken geen signaal, en daarna acht weken alleen als het heel "
            + "duidelijk is. Bij een fout in de gegevens tellen die weken niet meer mee in wat we verwachten.",
          "We vergelijken de weken na de bijeenkomst met evenveel weken ervoor: 8 en 26 weken. We houden er rekening mee hoe "
            + "druk het op het hele platform was. Wie in één week vaker iets over hetzelfde vraagt, telt daarbij één "
            + "keer. ‘Duidelijk’ betekent: toeval geeft zo’n verschil minder dan 1 op de 20 keer. Een onderwerp wordt na een "
            + "drukke tijd ook vanzelf rustiger. Dat rekenen we niet mee.",
          Self.precision(view.decisions.precision)
            + " Een signaal dat een fout in de gegevens bleek, telt als niet nuttig.",
        ])
    }

    // The form.

    static let formHeading = "Een besluit doorgeven"
    static func formIntro(_ view: CoreView) -> String {
      let waiting = view.waiting.count
      let signals =
        waiting == 0
        ? "Er wacht nu geen signaal op een besluit."
        : waiting == 1
          ? "Er staat 1 signaal in het formulier." : "Er staan \(waiting) signalen in het formulier."
      return signals
        + " Vul het formulier in, bewaar het als besluiten.csv en geef het aan een monitor. Die legt het in de "
        + "inbox. Een besluit geldt vanaf de volgende nacht. Achteraf kunt u in dezelfde regel zeggen of het signaal "
        + "nuttig was."
    }
    static let formLink = "Formulier voor besluiten, al ingevuld met de signalen"
    static let logFile = "Alle besluiten, in een bestand voor Excel"
    static let followUpFile = "Voor en na elke bijeenkomst, in een bestand voor Excel"
    static let monitorLog = "Alle besluiten over signalen, met wie ze opgaf, in een bestand voor Excel"
    static let formNotes = [
      "# Rijen die met # beginnen zijn uitleg. Vul in de andere rijen besluit, datum, toelichting en uw naam in (door).",
      "# Besluit: " + DecisionKind.allCases.map(\.rawValue).joined(separator: ", ")
        + ". Alleen bij een themabijeenkomst hoort een datum (27-03-2026).",
      "# Achteraf: zet bij nuttig ja, deels of nee. Een rij zonder besluit en zonder nuttig verandert niets.",
    ]

    static func strengthWord(_ strength: SignalStrength) -> String {
      switch strength {
      case .signal: "signaal"
      case .strong: "sterk"
      case .veryStrong: "zeer_sterk"
      }
    }
  }
}
