// The Dutch texts of the reports to share: read by people who know nothing of the platform.
import Discussion

extension DutchTexts {
  /// The reports to share.
  enum Share {
    static let brand = "Themaradar – rapporten"
    static let all = "Alle rapporten"

    static func footer(_ view: ShareView) -> [String] {
      [
        "\(view.community). Gemaakt met Themaradar \(view.method.version), met de gegevens van "
          + "\(DutchFormat.date(view.asOf)).",
        "In dit rapport staan geen namen van mensen. Groepen van minder dan \(view.rule.people) mensen of "
          + "\(view.rule.questions) vragen noemen we niet.",
      ]
    }

    static func period(_ view: ShareView) -> String { DutchFormat.period(view.firstDay, view.lastDay) }

    static func name(_ report: ShareReportView) -> String {
      switch report.kind {
      case .whole: "Alle onderwerpen"
      case .theme: report.name
      case .withoutTheme: "Buiten de thema’s"
      case .source: "Bron: \(report.name)"
      }
    }

    // The list.

    static func listHeading(_ view: ShareView) -> String {
      guard let first = view.reports.first else { return "Er is nog geen rapport om te delen" }
      guard view.reports.count > 1, first.kind == .theme else { return "Wat er leeft in de praktijk" }
      return "Het thema met de meeste vragen is \(quoted(first.name))"
    }
    static func listIntro(_ view: ShareView) -> String {
      if view.reports.isEmpty {
        return "Een rapport verschijnt zodra minstens \(view.rule.people) mensen iets vroegen over een thema."
      }
      let many =
        view.reports.count == 1
        ? "Hier staat 1 rapport" : "Hier staan \(DutchFormat.number(view.reports.count)) rapporten"
      return
        "\(many) over wat professionals elkaar vragen en vertellen op \(view.community). Periode: \(period(view))."
    }
    static let listCaption = "Rapporten"
    static let listColumns = (
      report: "Rapport", questions: "Vragen", trend: "Ontwikkeling", people: "Mensen",
      stories: "Wat goed gaat",
      chart: "Verloop"
    )
    static func small(_ view: ShareView) -> String? {
      guard view.small.parts > 0 else { return nil }
      guard view.small.questions >= view.rule.questions else {
        return
          "Een paar vragen gaan over iets waar minder dan \(view.rule.people) mensen iets over vroegen. Daarvan maken we "
          + "geen rapport."
      }
      return
        "Overige: \(questions(view.small.questions)) over iets waar minder dan \(view.rule.people) mensen iets over "
        + "vroegen. Daarvan maken we geen rapport."
    }
    static func unassigned(_ view: ShareView) -> String? {
      view.unassigned == 0
        ? nil
        : view.unassigned == 1
          ? "1 vraag paste bij geen onderwerp en telt niet mee."
          : "\(capital(questions(view.unassigned))) pasten bij geen onderwerp en tellen niet mee."
    }
    static let strayHeading = "Wat er verder goed gaat"
    static func stray(_ view: ShareView) -> String {
      let count = view.strayStories
      return
        "\(count == 1 ? "Nog 1 bericht vertelt" : "Nog \(posts(count)) vertellen") wat goed gaat, buiten een gesprek over een "
        + "van de onderwerpen. We weten alleen bij welk onderwerp een verhaal hoort als het een antwoord is op een vraag."
    }
    static let files = "De cijfers als bestand"
    static let fileLabels: [(name: String, label: String)] = [
      ("rapporten", "Alle rapporten met hun aantallen (CSV)"),
      ("onderwerpen", "Onderwerpen per rapport (CSV)"),
      ("weken", "Vragen per week (CSV)"), ("wie_vraagt", "Wie er vroegen (CSV)"),
      ("citaten", "Citaten (CSV)"), ("kolommen", "Uitleg van alle kolommen (CSV)"),
    ]

    // One report.

    /// The main finding in one sentence.
    static func heading(_ report: ShareReportView) -> String { "\(name(report)): \(finding(report))" }

    /// The same without the report's name.
    static func finding(_ report: ShareReportView) -> String {
      guard let first = report.topics.first, report.questions > 0 else { return "veel verschillende vragen" }
      let second = report.topics.dropFirst().first { 5 * $0.questions >= 4 * first.questions }
      let about = [first, second].compactMap { $0 }.map { quoted($0.title) }
      let most = 3 * first.questions >= report.questions ? "vooral" : "het vaakst"
      return "\(most) vragen over \(DutchFormat.list(about))"
    }

    static func summary(_ report: ShareReportView, _ view: ShareView) -> Sentence {
      Sentence(
        start:
          "In de laatste \(ShareView.weeks) weken stelden minstens \(DutchFormat.number(report.people)) mensen ",
        strong: questions(report.questions),
        rest: ". " + trend(report) + (platform(view).map { " " + $0 } ?? "")
          + (view.findsStories && report.stories > 0
            ? " \(tellers(report.stories)) wat juist goed gaat." : ""))
    }
    private static func tellers(_ count: Int) -> String {
      count == 1
        ? "Daarnaast vertelt 1 bericht" : "Daarnaast vertellen \(DutchFormat.number(count)) berichten"
    }

    /// How the report developed, as a sentence.
    static func trend(_ report: ShareReportView) -> String {
      guard let before = report.halves.before else {
        return "We kunnen het laatste halfjaar nog niet vergelijken met het halfjaar ervoor."
      }
      let numbers =
        "\(DutchFormat.number(report.halves.now)) in het laatste halfjaar, \(DutchFormat.number(before)) in het "
        + "halfjaar ervoor"
      switch report.trend {
      case .muchMore: return "Het zijn er veel meer dan eerst: \(numbers)."
      case .more: return "Het zijn er meer dan eerst: \(numbers)."
      case .same: return "Het aantal veranderde niet duidelijk: \(numbers)."
      case .less: return "Het zijn er minder dan eerst: \(numbers)."
      case .muchLess: return "Het zijn er veel minder dan eerst: \(numbers)."
      case .unknown: return "Er zijn te weinig vragen om te zeggen of het er meer of minder worden."
      }
    }
    /// The same for the whole platform: what goes down everywhere says little of a theme.
    static func platform(_ view: ShareView) -> String? {
      view.platform.before.map {
        "Op het hele platform ging het aantal vragen van \(DutchFormat.number($0)) naar "
          + "\(DutchFormat.number(view.platform.now))."
      }
    }
    static func word(_ trend: ShareTrend) -> String {
      switch trend {
      case .muchMore: "veel meer"
      case .more: "meer"
      case .same: "geen duidelijk verschil"
      case .less: "minder"
      case .muchLess: "veel minder"
      case .unknown: "te weinig om te zeggen"
      }
    }
    static func halves(_ halves: (now: Int, before: Int?)) -> String {
      halves.before.map { "van \(DutchFormat.number($0)) naar \(DutchFormat.number(halves.now))" }
        ?? "nu \(DutchFormat.number(halves.now))"
    }

    static func facts(_ report: ShareReportView, _ view: ShareView) -> [(label: String, value: String)] {
      var facts: [(label: String, value: String)] = [
        ("Vragen", DutchFormat.number(report.questions)),
        ("Mensen die iets vroegen", atLeast(report.people)),
        ("Onderwerpen", DutchFormat.number(report.topics.count + report.otherTopics)),
        ("Nog zonder antwoord", DutchFormat.number(report.unanswered)),
      ]
      if view.findsStories {
        facts.append(("Berichten over wat goed gaat", DutchFormat.number(report.stories)))
      }
      return facts
    }

    static func atLeast(_ people: Int) -> String { "minstens \(DutchFormat.number(people))" }

    static let chartHeading = "Hoe ontwikkelt het zich?"
    static func chartTitle(_ report: ShareReportView) -> String { "Vragen per vier weken: \(name(report))" }
    static let chartCaption = "Vragen per vier weken. Onder de balk staat de maand waarin die begint."
    static let keyNow = "laatste halfjaar"
    static let keyBefore = "halfjaar ervoor"

    static let topicsHeading = "Waar gaan de vragen over?"
    static let topicsCaption = "Onderwerpen met de meeste vragen"
    static let topicColumns = (
      topic: "Onderwerp", questions: "Vragen", share: "Aandeel", trend: "Ontwikkeling",
      stories: "Wat goed gaat",
      chart: "Laatste halfjaar"
    )
    static func others(_ count: Int) -> String {
      count == 0
        ? "Bij geen onderwerp"
        : count == 1 ? "Ander onderwerp (1)" : "Andere onderwerpen (\(DutchFormat.number(count)))"
    }
    static func othersNote(_ view: ShareView) -> String {
      "Een onderwerp waar minder dan \(view.rule.people) mensen iets over vroegen, noemen we niet. Het telt mee bij de "
        + "andere onderwerpen."
    }

    static let balanceHeading = "Wat mensen vragen, en wat goed gaat"
    static let asked = "Wat mensen vragen"
    static let told = "Wat goed gaat"
    static func askedCount(_ report: ShareReportView) -> String { questions(report.questions) }
    static func toldCount(_ report: ShareReportView) -> String {
      report.stories == 1 ? "1 bericht" : posts(report.stories)
    }
    static let noQuestions = "Er is nog geen vraag vrijgegeven om te delen."
    static let noStories = "Er is nog geen verhaal vrijgegeven om te delen."
    static let storiesUnknown = "Verhalen over wat goed gaat herkennen we in deze taal niet."
    static let balanceNote =
      "Een bericht telt als ‘wat goed gaat’ als iemand zelf vertelt dat iets lukte, hielp of beter werd. Het programma "
      + "herkent dat aan woorden en mist er veel. Mensen schrijven ook vaker over wat lastig is dan over wat vanzelf gaat. "
      + "Deel de twee aantallen dus niet op elkaar."

    static let whoHeading = "Wie zijn gehoord?"
    static func whoIntro(_ report: ShareReportView, _ view: ShareView) -> String {
      var parts: [String] = []
      if report.organisations > 0 { parts.append(organisations(report.organisations)) }
      if report.regions > 0 { parts.append(regions(report.regions)) }
      let reach =
        parts.isEmpty ? "" : "Voor zover we het weten, werken zij in \(DutchFormat.list(parts)). "
      return "Minstens \(DutchFormat.number(report.people)) mensen. \(reach)" + groups(report)
    }
    private static func groups(_ report: ShareReportView) -> String {
      if report.breakdowns.isEmpty {
        return
          "Per groep laten we hier niets zien: wie dit rapport naast de andere legt, zou dan kleine groepen kunnen "
          + "uitrekenen."
      }
      return report.showsGroups
        ? "Kleine groepen staan bij de andere. Daarom is elk aantal een ondergrens: zoveel vragen kwamen er minstens van "
          + "deze groep."
        : "De groepen zijn te klein om los te laten zien zonder dat mensen herkenbaar worden."
    }

    static let methodHeading = "Hoe is dit gemaakt?"
    static func method(_ report: ShareReportView, _ view: ShareView) -> [String] {
      [
        "Dit rapport gaat over berichten op \(view.community), van \(period(view)). Een programma zoekt de berichten "
          + "waarin iemand iets vraagt en legt vragen bij elkaar die op elkaar lijken. Monitors kijken mee en kunnen "
          + "onderwerpen een betere naam geven.",
        "Het is geen onderzoek met een steekproef. We horen de mensen die op het platform schrijven, niet alle "
          + "professionals en niet de gezinnen zelf. Veel vragen over een onderwerp betekent dat het leeft, niet dat het "
          + "vaker misgaat. Weinig vragen betekent niet dat er niets is.",
        "Meer of minder schrijven we pas op als het verschil groter is dan toeval meestal geeft, en minstens een kwart. Per onderwerp "
          + "zijn de aantallen vaak klein.",
        "Een zin staat hier alleen als een monitor het bericht heeft gelezen en heeft vrijgegeven om eruit te delen, en als "
          + "er niets uit de zin weggehaald hoefde te worden. Wie iets schreef, staat er niet bij.",
        "Het laatste halfjaar is \(DutchFormat.period(view.week.advanced(by: 1 - ShareView.half).monday, view.lastDay)).",
      ]
    }

    private static func quoted(_ text: String) -> String { "‘\(text)’" }
    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // Monitors.

    static let menu = "Rapporten om te delen"
    static func monitorsIntro(_ view: ShareView) -> String {
      (view.reports.isEmpty
        ? "Er is nog geen rapport."
        : view.reports.count == 1
          ? "Er is 1 rapport." : "Er zijn \(DutchFormat.number(view.reports.count)) rapporten.")
        + " De map opbrengst is gemaakt om buiten de groep te delen. Lees haar eerst zelf. Geef niet vaker dan eens per "
        + "kwartaal een rapport uit: wie twee rapporten van vlak na elkaar vergelijkt, kan zien wat er in één week bij kwam."
    }
    static let monitorsLink = "Naar de rapporten"
    /// In the monitors' menu.
    static let short = "Rapporten"
  }
}
