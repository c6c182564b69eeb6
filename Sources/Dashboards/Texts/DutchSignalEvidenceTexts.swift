// The Dutch texts of a signal's page: the evidence, what to mind and why it is a signal.
import Discussion

extension DutchTexts.Signal {
  // The page.

  static let evidenceHeading = "Waar blijkt dat uit?"
  static let evidenceCaption = "Wat we zagen"
  static let evidenceColumns = (what: "Wat", value: "Gezien")
  static let mindHeading = "Let hierop"
  static let questionsHeading = "Wat vragen mensen?"
  static let questionsIntro =
    "Deze vragen lijken het meest op de andere vragen van dit signaal. Elke vraag is van iemand anders. Een monitor heeft "
    + "ze gelezen en vrijgegeven. Namen, plaatsen en andere herkenbare gegevens zijn weggehaald."
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
    if shown.askers != .hidden { rows.append(("Mensen", DutchTexts.people(shown.askers))) }
    rows.append(("Te verwachten", DutchTexts.range(signal.expected)))
    let share = DutchFormat.percentage(signal.questions, of: signal.platformQuestions)
    rows.append(
      (
        "Vragen",
        DutchTexts.questions(signal.questions)
          + (share.map { " (\($0) van alle vragen op het platform)" } ?? "")
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
    rows.append(("Hoe sterk", DutchTexts.strength(signal.strength)))
    rows.append(("Hoe zeldzaam", recurrence(signal.recurrence)))
    rows.append(("Gezien door", methods(signal.methods)))
    return rows
  }

  private static func unanswered(_ signal: SignalView) -> String {
    switch signal.unanswered {
    case 0: "geen: overal is op gereageerd, of de vraag is nog vers"
    case let open: "\(DutchFormat.number(open)) van de \(DutchTexts.questions(signal.questions))"
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
      "Er zijn pas \(DutchTexts.posts(count)) ingelezen die al langer bestonden. De aantallen kunnen daardoor nog verschuiven."
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
