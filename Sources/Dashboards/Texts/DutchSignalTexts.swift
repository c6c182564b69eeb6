// The Dutch texts about signals: the sentence, the evidence, what to mind and what to decide.
import Discussion

extension DutchTexts {
  /// Signals, on their own pages and wherever they are named.
  enum Signal {
    static let list = "Signalen"
    static let unnamed = "Nieuw onderwerp"

    // Titles and marks.

    /// What a signal is called that lies in no topic.
    static func title(words: [String]) -> String {
      let title = words.prefix(3).joined(separator: ", ")
      return title.isEmpty ? unnamed : title.prefix(1).uppercased() + title.dropFirst()
    }
    /// What a signal is called that is part of a topic.
    static func title(partOf topic: String, words: [String]) -> String {
      words.isEmpty ? "Een deel van: \(topic)" : "\(topic) – \(words.prefix(3).joined(separator: ", "))"
    }
    /// What kind of signal it is, where that is not a whole topic.
    static func scope(_ scope: SignalScope) -> String? {
      switch scope {
      case .topic: nil
      case .part: "Deel van een onderwerp"
      case .birth: "Nieuw onderwerp"
      }
    }

    // The sentence.

    /// "In de laatste 2 weken", "In week 46", "In week 8 tot en met 9 van 2026".
    static func period(_ signal: SignalView) -> String {
      if signal.isAboutThisWeek {
        return signal.windowWeeks == 1
          ? "In \(DutchFormat.week(signal.toldWeek))" : "In de laatste \(signal.windowWeeks) weken"
      }
      return "In \(weeks(signal.firstWeek, signal.toldWeek))"
    }

    /// "week 46 van 2026", "week 8 tot en met 9 van 2026", "week 52 van 2025 tot en met week 1 van 2026".
    static func weeks(_ first: ISOWeek, _ last: ISOWeek) -> String {
      if first == last { return DutchFormat.weekOfYear(last) }
      return first.yearAndWeek.year == last.yearAndWeek.year
        ? "week \(first.yearAndWeek.week) tot en met \(last.yearAndWeek.week) van \(last.yearAndWeek.year)"
        : "\(DutchFormat.weekOfYear(first)) tot en met \(DutchFormat.weekOfYear(last))"
    }

    /// The sentence that says what a signal is, and how it stands.
    /// - Parameter isShort: whether only the numbers are told, not how broad it is and how it stands.
    static func fact(_ signal: SignalView, isShort: Bool = false) -> Sentence {
      let asked: (strong: String, rest: String)
      let subject = subject(signal)
      switch signal.shown.askers {
      case .exactly:
        let places = signal.shown.organisations.map { " van \(organisations($0))" } ?? ""
        asked = (people(signal.shown.askers), "\(places) \(subject)")
      case .fewerThan:
        asked = (questions(signal.questions), " van \(people(signal.shown.askers))\(about(signal))")
      case .hidden: asked = (questions(signal.questions), about(signal))
      }
      let isCounted = if case .exactly = signal.shown.askers { true } else { false }
      let verb =
        isCounted
        ? (signal.shown.askers == .exactly(1) ? "stelde" : "stelden")
        : signal.questions == 1 ? "kwam er" : "kwamen er"
      let opening =
        signal.scope == .birth ? "Een nieuw onderwerp: \(lowered(period(signal)))" : period(signal)
      return Sentence(
        start: "\(opening) \(verb) ", strong: asked.strong,
        rest: "\(asked.rest); \(expected(signal.expected))."
          + (isShort ? "" : breadth(signal) + standing(signal)))
    }

    /// What the people did, behind their number.
    private static func subject(_ signal: SignalView) -> String {
      switch signal.scope {
      case .topic: signal.coversTopic ? "hier een vraag over" : "hierover vragen die op elkaar lijken"
      case .part: "vragen die op elkaar lijken\(within(signal))"
      case .birth: "vragen die op elkaar lijken"
      }
    }

    /// What questions are about, behind their number.
    private static func about(_ signal: SignalView) -> String {
      switch signal.scope {
      case .topic: signal.coversTopic ? " over dit onderwerp" : " over dit onderwerp die op elkaar lijken"
      case .part: " die op elkaar lijken\(within(signal))"
      case .birth: " die op elkaar lijken"
      }
    }

    private static func within(_ signal: SignalView) -> String {
      signal.topicTitle.map { ", binnen het onderwerp ‘\($0)’" } ?? ""
    }

    /// "2 tot en met 4 was te verwachten".
    static func expected(_ band: ClosedRange<Int>) -> String {
      band.upperBound == 0 ? "we verwachtten er geen" : "\(DutchTexts.expected(band)) was te verwachten"
    }

    /// How a signal stands, as a sentence behind the others; empty for a new one.
    static func standing(_ signal: SignalView) -> String {
      let weeks = "\(DutchFormat.word(signal.weeksInRow)) weken"
      return switch signal.standing {
      case .new: ""
      case .raised: " Het signaal stond al en werd weer sterker."
      case .standing: " Het signaal staat nu \(weeks)."
      case .calmer: " Het signaal staat nu \(weeks), maar deze week was het rustiger."
      case .over: " Het signaal is voorbij."
      }
    }

    /// How broad it is beyond organisations, as a sentence behind the others; empty when that is not known.
    private static func breadth(_ signal: SignalView) -> String {
      signal.shown.regions.map { " Zij werken in \(regions($0))." } ?? ""
    }

    static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    // How unlikely, and which way spoke.

    /// "Zoiets komt door toeval naar schatting eens in de 3 jaar voor."
    static func recurrence(_ interval: RecurrenceInterval) -> String {
      if interval.isCapped {
        return "Zoiets komt door toeval naar schatting minder dan eens in de 10 jaar voor."
      }
      let often =
        switch interval.weeks {
        case ...1: "eens per week"
        case 2...12: "eens in de \(interval.weeks) weken"
        case 13...104: "eens in de \(interval.weeks * 12 / 52) maanden"
        default: "eens in de \(interval.weeks * 10 / 522) jaar"
        }
      return "Zoiets komt door toeval naar schatting \(often) voor."
    }

    /// By which way it was seen.
    static func methods(_ methods: [SignalMethod]) -> String {
      switch (methods.contains(.counts), methods.contains(.neighbourhood)) {
      case (true, true): "allebei: aantallen per onderwerp en vragen die op elkaar lijken"
      case (false, true): "vragen die op elkaar lijken"
      default: "aantallen per onderwerp"
      }
    }
    /// The same in one word, for lists and files.
    static func methodWord(_ methods: [SignalMethod]) -> String {
      switch (methods.contains(.counts), methods.contains(.neighbourhood)) {
      case (true, true): "allebei"
      case (false, true): "gelijkenis"
      default: "aantallen"
      }
    }
    static func seenBy(_ signal: SignalView) -> String { "Gezien door: \(methods(signal.methods))." }

    static func share(_ band: ShareBand) -> String {
      switch band {
      case .upToQuarter: "hoogstens een kwart van de vragen"
      case .upToHalf: "hoogstens de helft van de vragen"
      case .overHalf: "meer dan de helft van de vragen"
      }
    }

    // Deciding.

    static let decideHeading = "Wat besluit de kerngroep?"
    static let decidedHeading = "Dit besloot de kerngroep"
    static let decideIntro = "Kies er één. Een monitor legt het besluit vast."
    /// What can be decided: the word that is recorded and what it means.
    static let choices = [
      ("themabijeenkomst", "we organiseren een bijeenkomst"), ("volgen", "we houden het in de gaten"),
      ("niet-nu", "we doen nu niets"), ("al-beantwoord", "er is al een antwoord"),
      ("gegevensfout", "de gegevens klopten niet"),
    ]
    static let recordSummary = "Zo legt een monitor het besluit vast"
    static let commandIntro =
      "De monitor geeft op de computer van de Themaradar deze opdracht, met het gekozen woord. PIPELINE.yaml is het bestand "
      + "met de instellingen. De datum is die van de bijeenkomst; datum en toelichting mogen weg:"
    static func command(_ id: SignalID) -> String {
      "themaradar decide PIPELINE.yaml \(id) --besluit themabijeenkomst --datum JJJJ-MM-DD --toelichting \"waarom\""
    }
    static let sheetIntro =
      "Of de monitor vult een rij in van besluiten.csv en legt dat bestand in de inbox. De datum en de toelichting mogen "
      + "leeg blijven:"
    static func sheet(_ id: SignalID) -> [String] {
      ["signaal;besluit;datum;toelichting", "\(id);themabijeenkomst;JJJJ-MM-DD;waarom"]
    }
    static let noDecision = "nog geen"

    // The list.

    static func listHeading(_ view: CoreView) -> String {
      switch (view.allSignals.count, view.signals.count) {
      case (0, _): "Er waren nog geen signalen"
      case (1, _): "1 signaal tot nu toe"
      case (let count, _): "\(DutchFormat.number(count)) signalen tot nu toe"
      }
    }
    static func listIntro(_ view: CoreView) -> String {
      switch view.signals.count {
      case 0: "In \(DutchFormat.week(view.week)) staat er geen signaal."
      case 1: "In \(DutchFormat.week(view.week)) staat er één signaal. Het nieuwste staat bovenaan."
      case let count:
        "In \(DutchFormat.week(view.week)) staan er \(DutchFormat.word(count)) signalen. De nieuwste staan bovenaan."
      }
    }
    static let listNone =
      "Zodra duidelijk meer mensen iets vragen dan te verwachten is, staat het hier. Een signaal blijft hier staan, ook "
      + "als het voorbij is."
    static let listCaption = "Signalen met een eigen pagina"
    static let listColumns = (
      week: "Week", title: "Signaal", strength: "Sterkte", seenBy: "Gezien door", decision: "Besluit"
    )
    static func older(_ count: Int) -> String {
      "\(count == 1 ? "Nog 1 ouder signaal staat" : "Nog \(DutchFormat.number(count)) oudere signalen staan") in het "
        + "bestand voor Excel."
    }
    static let file = "Alle signalen voor Excel"
    static let stands = "staat nu"
    static func row(_ signal: SignalView) -> String {
      signal.isOpen
        ? "sinds \(DutchFormat.weekOfYear(signal.opened))" : weeks(signal.opened, signal.latest)
    }
  }
}
