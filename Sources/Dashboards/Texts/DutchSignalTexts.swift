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
    static func fact(_ signal: SignalView) -> Sentence {
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
        rest: "\(asked.rest); \(expected(signal.expected)).\(breadth(signal))\(standing(signal))")
    }

    /// What the people did, behind their number.
    private static func subject(_ signal: SignalView) -> String {
      switch signal.scope {
      case .topic: "hier een vraag over"
      case .part: "vragen die op elkaar lijken\(within(signal))"
      case .birth: "vragen die op elkaar lijken"
      }
    }

    /// What questions are about, behind their number.
    private static func about(_ signal: SignalView) -> String {
      switch signal.scope {
      case .topic: " over dit onderwerp"
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

    private static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

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

    // The page.

    static let evidenceHeading = "Waar blijkt dat uit?"
    static let evidenceCaption = "Wat we zagen"
    static let evidenceColumns = (what: "Wat", value: "Gezien")
    static let mindHeading = "Let hierop"
    static let questionsHeading = "Wat vragen mensen?"
    static let questionsIntro =
      "Deze vragen lijken het meest op de andere vragen van dit signaal. Elke vraag is van iemand anders. Namen, "
      + "plaatsen en andere herkenbare gegevens zijn weggehaald."
    static func tooFewToQuote(_ people: Int) -> String {
      "Dit vroegen minder dan \(people) mensen. Daarom laten we geen voorbeelden zien: iemand zou herkenbaar kunnen zijn."
    }
    static let trendHeading = "Hoeveel vragen per week?"
    static let ownTrend = "U ziet alleen de vragen van dit signaal, niet die van het hele onderwerp."
    static let relatedHeading = "Wat hoort hierbij?"
    static let relatedTopic = "Het onderwerp"
    static let earlierHeading = "Eerdere signalen over dit onderwerp"
    static let noEarlier = "Over dit onderwerp was er niet eerder een signaal."
    static let noTopic = "Deze vragen horen nog niet bij een onderwerp."
    static let whyHeading = "Waarom is dit een signaal?"
    static let readMore = "Bekijk dit signaal"
    static func chartTitle(_ signal: SignalView, weeks: Int) -> String {
      signal.showsOwnQuestions
        ? "Vragen van dit signaal per week, laatste \(weeks) weken"
        : "Vragen per week over \(signal.title), laatste \(weeks) weken"
    }

    /// The evidence, a row per fact. What is not known or may not be told has no row.
    static func evidence(_ signal: SignalView) -> [(label: String, value: String)] {
      let shown = signal.shown
      var rows: [(label: String, value: String)] = [
        ("Periode", DutchFormat.period(signal.firstWeek.monday, signal.toldWeek.sunday))
      ]
      if shown.askers != .hidden { rows.append(("Mensen", people(shown.askers))) }
      rows.append(("Te verwachten", range(signal.expected)))
      let share = DutchFormat.percentage(signal.questions, of: signal.platformQuestions)
      rows.append(
        (
          "Vragen",
          questions(signal.questions) + (share.map { " (\($0) van alle vragen op het platform)" } ?? "")
        ))
      if let count = shown.organisations { rows.append(("Organisaties", DutchFormat.number(count))) }
      if let count = shown.regions { rows.append(("Regio’s", DutchFormat.number(count))) }
      if let count = shown.roles { rows.append(("Functies", DutchFormat.number(count))) }
      if let band = shown.largestAsker { rows.append(("Meeste van één persoon", self.share(band))) }
      if let band = shown.largestOrganisation {
        rows.append(("Meeste van één organisatie", self.share(band)))
      }
      rows.append(("Nog zonder antwoord", unanswered(signal)))
      if let week = signal.firstSeen {
        rows.append(("Eerste vraag hierover", DutchFormat.weekOfYear(week)))
      }
      rows.append(("Zelfde tijd, eerdere jaren", twin(signal.twin, from: signal.toldWeek)))
      rows.append(("Hoe sterk", strength(signal.strength)))
      rows.append(("Hoe zeldzaam", recurrence(signal.recurrence)))
      rows.append(("Gezien door", methods(signal.methods)))
      return rows
    }

    private static func unanswered(_ signal: SignalView) -> String {
      switch signal.unanswered {
      case 0: "geen: overal is op gereageerd, of de vraag is nog vers"
      case let open: "\(DutchFormat.number(open)) van de \(questions(signal.questions))"
      }
    }

    private static func twin(_ twin: SeasonalTwin, from week: ISOWeek) -> String {
      switch twin {
      case .notKnown: "niet bekend: daar hebben we geen gegevens van"
      case .quiet: "toen was het hierover rustiger"
      case .busy(let then):
        "toen was het ook druk, rond \(DutchFormat.weekOfYear(then)); misschien hoort dit bij het seizoen"
      }
    }

    /// What to mind, a sentence each.
    static func warning(_ warning: SignalWarning) -> String {
      switch warning {
      case .anomalousVolume:
        "Het was in deze week op het hele platform ongewoon druk of stil. Kijk extra goed of het signaal klopt."
      case .oldPostsImported(let count):
        "Er zijn pas \(posts(count)) ingelezen die al langer bestonden. De aantallen kunnen daardoor nog verschuiven."
      case .shortHistory(let count):
        "Er is nog weinig geschiedenis: \(DutchTexts.weeks(count)). We weten dan minder goed wat gewoon is."
      case .topicChanged(.born, let night):
        "Het onderwerp is pas ontstaan (\(DutchFormat.date(night))). We weten nog niet goed wat gewoon is."
      case .topicChanged(.woke, let night):
        "Het onderwerp was weg en is pas terug (\(DutchFormat.date(night)))."
      case .topicChanged(.split, let night):
        "Het onderwerp is pas gesplitst (\(DutchFormat.date(night))). De aantallen van vroeger zijn daardoor anders."
      case .topicChanged(_, let night):
        "Het onderwerp is pas met een ander samengevoegd (\(DutchFormat.date(night))). De aantallen van vroeger zijn "
          + "daardoor anders."
      case .mostlyOneOrganisation:
        "Meer dan de helft van de vragen komt van één organisatie. Misschien speelt het vooral daar."
      case .daysMissing(let last):
        "Van deze week ontbreken nog dagen: we hebben berichten tot en met \(DutchFormat.longDate(last))."
      }
    }
    /// A warning in a word, for files.
    static func warningWord(_ warning: SignalWarning) -> String {
      switch warning {
      case .anomalousVolume: "ongewoon_druk_of_stil"
      case .oldPostsImported: "oude_berichten_ingelezen"
      case .shortHistory: "weinig_geschiedenis"
      case .topicChanged: "onderwerp_veranderde"
      case .mostlyOneOrganisation: "vooral_een_organisatie"
      case .daysMissing: "dagen_ontbreken"
      }
    }

    /// Why it is a signal, in plain words.
    static func why(_ signal: SignalView, _ view: CoreView) -> [String] {
      var sentences: [String] = []
      if signal.methods.contains(.counts) {
        sentences.append(
          "We tellen per onderwerp hoeveel mensen er iets vroegen in de laatste 1, 2, 4 en 8 weken. Dat vergelijken we "
            + "met wat te verwachten is. Het meest viel \(lowered(period(signal))) op.")
      }
      if signal.methods.contains(.neighbourhood) {
        sentences.append(
          "We zoeken ook, los van de onderwerpen, naar vragen die veel op elkaar lijken en in korte tijd gesteld zijn. "
            + "Wie vaker iets vraagt, telt één keer.")
      }
      switch signal.strength {
      case .signal: sentences.append("Zo’n verschil is zelden toeval, maar het kan.")
      case .strong: sentences.append("Zo’n verschil is bijna nooit toeval.")
      case .veryStrong: sentences.append("Zo’n verschil is vrijwel zeker geen toeval.")
      }
      sentences.append(recurrence(signal.recurrence))
      if signal.standing == .calmer {
        sentences.append("Een signaal blijft staan tot het een tijdje rustig is.")
      }
      sentences.append("Een signaal zegt niet waarom mensen dit vragen. Dat oordeel is aan de kerngroep.")
      return sentences
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

extension DutchTexts.Monitors {
  // The raw evidence of signals.

  static func evidenceHeading(_ view: MonitorView) -> String {
    switch view.openSignals.count {
    case 0: "Er staat nu geen signaal"
    case 1: "1 signaal met het bewijs"
    default: "\(DutchFormat.number(view.openSignals.count)) signalen met het bewijs"
    }
  }
  static let evidenceIntro =
    "De ruwe cijfers van de signalen die nu staan, ook van onderwerpen die verborgen zijn. Alleen om na te gaan of een "
    + "signaal klopt: deel deze pagina niet."
  static let evidenceCaption = "Per week, de nieuwste bovenaan"
  static let evidenceColumns = [
    "Week", "Gezien door", "Weken in de periode", "Mensen", "Verwacht", "Toevalskans", "Sterkte",
  ]
  static let evidencePosts = "Vragen in de laatste periode:"
  static func evidenceLine(_ report: SignalReport, title: String?) -> String {
    let scope =
      switch report.signal.scope {
      case .topic: "Een onderwerp"
      case .part: "Een deel van een onderwerp"
      case .birth: "Nog geen onderwerp"
      }
    let topic = report.signal.topic.map { ": \(title ?? "") (\($0))" } ?? ""
    return "\(scope)\(topic).\(report.isMuted ? " Verborgen voor de kerngroep." : "")"
  }

  /// A chance as readers of statistics write it: `0.25`, `1.2e-05`.
  static func chance(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    var exponent = 0
    var digits = value
    while digits < 1, exponent > -320 {
      digits *= 10
      exponent -= 1
    }
    let tenths = Int((digits * 10).rounded())
    if exponent >= -1 { return "\(Double(Int((value * 10_000).rounded())) / 10_000)" }
    let two = -exponent < 10 ? "0\(-exponent)" : "\(-exponent)"
    return "\(tenths / 10).\(tenths % 10)e-\(two)"
  }

  /// One over the chance, in whole weeks.
  static func recurrence(_ week: SignalWeek) -> Int { Int(min(1_000_000, week.recurrenceWeeks)) }
}
