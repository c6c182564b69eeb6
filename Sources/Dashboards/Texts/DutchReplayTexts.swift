// The Dutch texts of the page of a replay.
import Discussion

extension DutchTexts {
  /// The page of a replay.
  enum Replay {
    static let name = "Terugblik"
    static let heading = "Terugblik: wat zou er zijn gesignaleerd?"

    static func intro(_ report: ReplayReport) -> String {
      let weeks = report.weeks.upperBound.number - report.weeks.lowerBound.number + 1
      let period =
        "Van \(DutchFormat.weekOfYear(report.weeks.lowerBound)) tot en met "
        + DutchFormat.weekOfYear(report.weeks.upperBound)
      let count =
        switch report.signals.count {
        case 0: "geen enkel signaal gegeven"
        case 1: "1 keer een signaal gegeven"
        default: "\(DutchFormat.number(report.signals.count)) keer een signaal gegeven"
        }
      return
        "\(period) zou de Themaradar \(count): \(perMonth(report.signals.count, weeks: weeks)) per maand. "
        + "Elke week is bekeken met alleen de berichten die er toen al waren."
    }

    static func perMonth(_ count: Int, weeks: Int) -> String {
      let hundredths = Int((Double(count) / (Double(max(weeks, 1)) * 7 / 30.4375) * 100).rounded())
      return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    static let timeHeading = "De weken op een rij"
    static let timeIntro =
      "Een balk is het aantal vragen in een week. Een ruit is een signaal dat in die week begint of sterker wordt."

    static func chartTitle(_ year: Int, _ weeks: ClosedRange<Int>) -> String {
      let part = weeks.count > 52 ? "" : ", week \(weeks.lowerBound) tot en met \(weeks.upperBound)"
      return "Vragen en signalen per week in \(year)\(part)"
    }
    static func chartDescription(_ weeks: [ReplayTimeline.Week]) -> String {
      let signals = weeks.filter { $0.signals > 0 }.map { "\($0.week.yearAndWeek.week)" }
      let volume = "Hoogstens \(questions(weeks.map(\.questions).max() ?? 0)) in een week."
      if signals.isEmpty { return volume + " Geen signalen." }
      return volume + " Signalen in week " + DutchFormat.list(signals) + "."
    }

    static let signalsHeading = "De signalen"
    static let noSignals = "In deze tijd zou er geen signaal zijn geweest."
    static let caption = "Weken waarin een signaal begint of sterker wordt, de nieuwste bovenaan"
    static let columns = (
      week: "Week", topic: "Onderwerp", strength: "Sterkte", people: "Mensen", usual: "Gewoon tot en met",
      chance: "Door toeval", found: "Gevonden door"
    )

    /// What a signal is about.
    static func topic(_ signal: ReplayReport.Signal) -> String {
      if signal.title.isEmpty { return signal.topic?.description ?? "Nog geen onderwerp" }
      return signal.title
    }

    static func detail(_ signal: ReplayReport.Signal) -> String {
      let scope =
        switch signal.scope {
        case .topic: ""
        case .part: "deel van dit onderwerp; "
        case .birth: "nieuw onderwerp; "
        }
      let again = signal.isOpening ? "" : "; wordt sterker"
      return scope + "\(questions(signal.week.posts.count)) van \(organisations(signal.organisations))"
        + again
    }

    static func window(_ weeks: Int) -> String { "in \(DutchTexts.weeks(weeks))" }

    /// In how long chance gives one as unlikely.
    static func chance(weeks: Double) -> String {
      switch weeks {
      case ..<1.5: "elke week"
      case ..<9: "eens in \(Int(weeks.rounded())) weken"
      case ..<79: "eens in \(Int((weeks / 4.348).rounded())) maanden"
      case ..<5_218: "eens in \(DutchFormat.number(Int((weeks / 52.1775).rounded()))) jaar"
      default: "minder dan eens in 100 jaar"
      }
    }

    static func methods(_ methods: [SignalMethod]) -> String {
      DutchFormat.list(
        methods.map {
          switch $0 {
          case .counts: "aantallen"
          case .neighbourhood: "gelijkenis"
          }
        })
    }

    static let choiceHeading = "Hoe streng moet het zijn?"
    static let choiceIntro =
      "Strenger instellen geeft minder signalen, en minder die toeval zijn. Maar u ziet dan ook minder van wat er echt "
      + "speelt, en later. Kies de stand waarbij het aantal signalen past bij de tijd die de kerngroep heeft."

    static func choiceCaption(_ kind: ReplayReport.Choice.Kind) -> String {
      switch kind {
      case .falseDiscoveryRate: "Signalen bij andere waarden van q"
      case .recurrenceYears: "Signalen bij een andere kans op toeval"
      }
    }
    static func choiceExplanation(_ kind: ReplayReport.Choice.Kind) -> String {
      switch kind {
      case .falseDiscoveryRate:
        "De Themaradar telt per onderwerp hoeveel mensen iets vragen. Met q stelt u in wanneer dat aantal opvalt. U vindt q "
          + "in het pipelinebestand, onder ‘spikes’. Hoe lager q, hoe strenger. Wat opvalt, wordt pas een signaal als het "
          + "ook zeldzaam genoeg is: zie de andere tabel."
      case .recurrenceYears:
        "Soms komen er door toeval veel vragen bij elkaar. Hier ziet u wat er gebeurt als dat vaker of minder vaak een "
          + "signaal mag geven: hoogstens eens in zoveel jaar. Het geldt voor aantallen en gelijkenis samen. In het pipelinebestand heet het "
          + "‘recurrence_weeks’, in weken: twee jaar is 104."
      }
    }
    static func choiceColumns(_ kind: ReplayReport.Choice.Kind) -> [String] {
      [kind == .falseDiscoveryRate ? "Waarde van q" : "Door toeval hoogstens", "Signalen", "Per maand"]
    }
    static func value(_ choice: ReplayReport.Choice) -> String {
      let hundredths = Int((choice.value * 100).rounded())
      let whole = hundredths / 100
      let rest = hundredths % 100
      let number =
        rest == 0
        ? "\(whole)" : rest % 10 == 0 ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
      return choice.kind == .falseDiscoveryRate ? number : "eens in \(number) jaar"
    }
    static let current = "(zo staat het nu)"

    static let limitsHeading = "Wat een terugblik niet kan"
    static let limits = [
      "Een bericht heeft hier de tekst van nu. Is het later gewijzigd, dan telt die wijziging al vanaf het begin.",
      "Berichten die later zijn ingetrokken, tellen niet mee. Leden horen bij de organisatie van nu.",
      "Correcties en besluiten van mensen tellen niet mee. Onderwerpen hebben hier eigen nummers: die zijn anders dan op "
        + "de andere pagina’s.",
    ]

    static func footer(_ report: ReplayReport) -> [String] {
      [
        "\(report.community). \(posts(report.posts).prefix(1).uppercased())\(posts(report.posts).dropFirst()), waarvan "
          + "\(questionsOrNone(report.questions)). Gegevens van \(DutchFormat.longDate(report.asOf)). Alleen voor de "
          + "monitors: deze pagina mag niet naar de kerngroep."
      ]
    }
  }
}
