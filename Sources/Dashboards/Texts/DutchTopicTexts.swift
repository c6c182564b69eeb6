// The Dutch texts of a topic's page and of the overview of all topics.
import Discussion

extension DutchTexts {
  /// A topic's page.
  enum Topic {
    static let trend = "Hoeveel vragen per week?"
    static let table = "Bekijk de cijfers per week in een tabel"
    static let columns = (
      week: "Week", start: "Begint op", count: "Vragen", band: "Verwacht", note: "Opmerking"
    )
    static let unit =
      "‘Verwacht’ gaat over mensen: zoveel verschillende mensen verwachtten we in die week. Wie in één week vaker "
      + "iets vraagt, telt daarbij één keer."
    static let examples = "Wat vragen mensen?"
    static let examplesIntro =
      "Vragen die het onderwerp goed laten zien. Een monitor heeft ze gelezen en vrijgegeven. Namen, plaatsen en andere "
      + "herkenbare gegevens zijn weggehaald."
    static let noExamples =
      "De monitors hebben nog geen vraag vrijgegeven om hier te laten zien. Zonder hun akkoord laten we geen zin uit een "
      + "bericht zien. Vraag de monitors om voorbeelden als u die nodig heeft."
    static func tooFewToQuote(_ people: Int) -> String {
      "Over dit onderwerp vroegen minder dan \(people) mensen iets. Daarom laten we geen voorbeelden en geen "
        + "woorden zien: iemand zou herkenbaar kunnen zijn."
    }
    static let who = "Wie vragen dit?"
    static func whoIntro(_ view: CoreView) -> String {
      "Vragen uit de laatste \(weeks(view.method.groupWeeks)). Een groep met minder dan \(view.rule.questions) "
        + "vragen of minder dan \(view.rule.people) verschillende mensen laten we niet los zien."
    }
    static let whoSuppressed = "Dit kunnen we niet laten zien zonder dat mensen herkenbaar worden."
    static let whoUnknown = "Van de vragenstellers weten we niet bij welke organisatie of regio ze horen."
    static let name = "Naam"
    static func dimension(_ dimension: GroupTally.Dimension) -> String {
      switch dimension {
      case .organisation: "Per organisatie"
      case .region: "Per regio"
      case .role: "Per functie"
      }
    }
    static func others(_ dimension: GroupTally.Dimension) -> String {
      switch dimension {
      case .organisation: "Andere organisaties"
      case .region: "Andere regio’s"
      case .role: "Andere functies"
      }
    }
    static let related = "Onderwerpen die hierop lijken"
    static let words = "Woorden die vaak voorkomen"
    static let relatedHeading = "Wat hoort hierbij?"
    static func noRelated(_ topic: TopicView) -> String {
      topic.status == .active
        ? "Er is geen onderwerp dat hier duidelijk op lijkt."
        : "Zolang er geen vragen zijn, weten we niet welke onderwerpen hierop lijken."
    }
    static let history = "Wat is er met dit onderwerp gebeurd?"

    /// What happened to a topic in a night. Where another topic is meant, its name follows the text.
    static func event(_ event: TopicEvent, of topic: TopicID) -> String {
      let isItself = event.topic == topic
      switch event.kind {
      case .born: return "Dit onderwerp ontstond. Er waren \(questions(event.questions)) die op elkaar leken."
      case .woke: return "Er kwamen weer vragen over dit onderwerp."
      case .died: return "Er hoorden geen vragen meer bij dit onderwerp."
      case .merged:
        return isItself ? "Dit onderwerp is samengevoegd met " : "Hier is een ander onderwerp bij gekomen: "
      case .split:
        return isItself
          ? "Er gingen \(questions(event.questions)) naar een ander onderwerp: "
          : "Er kwamen \(questions(event.questions)) van een ander onderwerp: "
      }
    }
    /// A topic that is no more, in an older report.
    static func unnamed(_ topic: TopicID) -> String { "Onderwerp \(topic)" }
    static func meeting(_ day: CalendarDay) -> String { "themabijeenkomst op \(DutchFormat.date(day))" }
    static let flagged = "signaal"
    static let open = "signaal loopt nog"
    static let notYet = "nog niet bekend"

    static func status(_ topic: TopicView) -> String? {
      topic.status == .asleep
        ? "Er zijn nu geen vragen over dit onderwerp. Komen ze terug, dan hoort u het." : nil
    }
    static let mergedInto = "Dit onderwerp is samengevoegd. De vragen horen nu bij:"
    static let mergedAway =
      "Dit onderwerp is samengevoegd met een ander onderwerp. De vragen tellen daar mee."
    static let mergedHistory = "Deze pagina blijft bestaan, zodat oude verwijzingen blijven werken."

    /// The sentence under the topic's name.
    static func lead(_ topic: TopicView, _ view: CoreView) -> Sentence {
      if let signal = topic.signal, signal.scope == .topic { return Signal.fact(signal) }
      let week = DutchFormat.week(view.week)
      guard let band = topic.band else {
        return Sentence(
          strong: capitalised(questionsOrNone(topic.questionsThisWeek)),
          rest: " in \(week). We weten nog niet wat gewoon is voor dit onderwerp.")
      }
      let judgement =
        topic.questionsThisWeek > band.upperBound
        ? topic.signal == nil
          ? "Dat zijn er meer dan gewoon, maar het is geen signaal. Onderaan leest u waarom."
          : "Dat zijn er meer dan gewoon."
        : "Dat past bij wat we verwachten."
      return Sentence(
        strong: capitalised(questionsOrNone(topic.questionsThisWeek)), rest: " in \(week). \(judgement)")
    }

    static func facts(_ topic: TopicView, _ view: CoreView) -> [(label: String, value: String)] {
      var facts: [(label: String, value: String)] = []
      if !view.themes.isEmpty { facts.append((Overview.theme, topic.theme ?? Overview.noTheme)) }
      facts.append(("Vragen in een jaar", DutchFormat.number(topic.questionsInYear)))
      facts.append(("Gemiddeld per week", DutchFormat.decimal(tenths: topic.averageTenths)))
      facts.append(("Nog zonder antwoord", DutchFormat.number(topic.unanswered)))
      if let day = topic.bornOn { facts.append(("Onderwerp sinds", DutchFormat.date(day))) }
      if let first = topic.firstWeek { facts.append(("Eerste vraag", DutchFormat.weekOfYear(first))) }
      if let last = topic.lastWeek { facts.append(("Laatste vraag", DutchFormat.weekOfYear(last))) }
      return facts
    }

    static func whyHeading(_ topic: TopicView) -> String {
      topic.signal == nil ? "Waarom is dit geen signaal?" : "Waarom is dit een signaal?"
    }

    static func asksDecision(_ signal: SignalView) -> String {
      signal.decision == nil
        ? "Dit signaal vraagt een besluit van de kerngroep."
        : "Dit signaal werd sterker en vraagt opnieuw een besluit."
    }

    static let signals = "Signalen over dit onderwerp"
    static let part = "deel van het onderwerp"

    /// Why a topic has a signal or has none, from the detector's own numbers.
    static func why(_ topic: TopicView, _ view: CoreView) -> [String] {
      if let signal = topic.signal {
        return signal.scope == .part
          ? [
            "Het onderwerp als geheel is niet ongewoon druk, maar binnen het onderwerp lijken opvallend veel vragen op "
              + "elkaar. Bij het signaal zelf leest u waarom."
          ] : Signal.why(signal, view)
      }
      guard let assessment = topic.assessment else {
        return [
          "Er zijn nog te weinig weken om te weten wat gewoon is voor dit onderwerp. Daarom oordelen we niet."
        ]
      }
      var sentences: [String] = []
      let window =
        assessment.windowWeeks > 1 ? "in de laatste \(assessment.windowWeeks) weken" : "in deze week"
      if assessment.observed > max(assessment.lower, assessment.upper) {
        sentences.append(
          "Er vroegen \(window) meer mensen iets dan we verwachten. Toch is het geen signaal. Voor een signaal moeten "
            + "minstens \(view.method.evidenceAskers) mensen van \(view.method.evidenceOrganisations) organisaties "
            + "in vier weken iets vragen, en het verschil moet groter zijn dan toeval.")
      } else {
        sentences.append(
          "Er vroegen \(window) niet meer mensen iets dan we verwachten. Dan is er geen signaal, ook niet als de "
            + "lijn een keer hoger is.")
      }
      if assessment.anomalousVolume {
        sentences.append(
          "Let op: in deze week was het op het hele platform ongewoon druk. Daar is rekening mee gehouden.")
      }
      return sentences
    }

    private static func capitalised(_ text: String) -> String {
      text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  /// The overview of all topics.
  enum Overview {
    static let heading = "Alle onderwerpen"
    static func intro(_ view: CoreView) -> String {
      switch (view.topics.count, view.signals.count) {
      case (0, _): "Er zijn nog geen onderwerpen. Ze ontstaan vanzelf als vragen op elkaar lijken."
      case (let count, 0): "\(topics(count)), met de meeste vragen bovenaan. Er is nu geen signaal."
      case (let count, _): "\(topics(count)), met de sterkste signalen bovenaan."
      }
    }
    static func caption(_ view: CoreView) -> String { "Onderwerpen in \(DutchFormat.weekOfYear(view.week))" }
    static let columns = (
      topic: "Onderwerp", signal: "Signaal", count: "Vragen", band: "Verwacht", average: "Per week",
      year: "Per jaar", trend: "Laatste 26 weken"
    )
    static let search = "Zoek een onderwerp"
    static let show = "Toon"
    static let options = [
      ("", "alles"), ("ja", "met een signaal"), ("nee", "zonder signaal"), ("nieuw", "nieuwe onderwerpen"),
    ]
    static let theme = "Thema"
    static let allThemes = "alle thema’s"
    static let noTheme = "nog geen"
    static let counted = (of: "van", unit: "onderwerpen")
    static let noSignal = "–"
  }
}
