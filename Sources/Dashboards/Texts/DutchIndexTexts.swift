// The Dutch texts of the core group's first page.
import Discussion

extension DutchTexts {
  /// The first page.
  enum Index {
    static let decide = "Hierover beslist de kerngroep"
    static let more = "Meer signalen"
    static let quietHeading = "Hier kwamen de meeste vragen over"
    static let quietIntro =
      "Geen signaal betekent: nergens vroegen er duidelijk meer mensen iets dan gewoon."
    static let quietCaption = "Onderwerpen met de meeste vragen in de laatste vier weken"
    static let quietColumns = (
      topic: "Onderwerp", month: "Vier weken", count: "Deze week", trend: "Laatste 26 weken"
    )
    static let figuresHeading = "De week in cijfers"
    static let takeAway = "Verder lezen en meenemen"
    static let completenessLabel = "Volledigheid van de gegevens"
    static func noChanges(_ view: CoreView) -> String {
      view.previousWeek == nil
        ? "Er is nog geen eerder rapport om dit mee te vergelijken."
        : "Er veranderde niets aan de signalen en de onderwerpen."
    }
    static let noExample = "De monitors hebben nog geen vraag van dit signaal vrijgegeven om te laten zien."

    static func kicker(_ view: CoreView) -> String { "Weekrapport · \(DutchFormat.period(view.week))" }

    /// The page's conclusion.
    static func heading(_ view: CoreView) -> String {
      let week = "Week \(view.week.yearAndWeek.week)"
      if view.edition.isPast { return archivedHeading(view, week) }
      let signals = view.signals.count(where: \.asksDecision)
      let asking = signals == 1 ? "signaal vraagt een besluit" : "signalen vragen een besluit"
      switch (view.completeness, signals) {
      case (.noData, _): return "\(week): er zijn nog geen berichten"
      case (.complete, 0) where view.figures.questions == 0: return "\(week): er kwamen geen vragen binnen"
      case (.complete, 0) where view.previousWeek == nil && view.signals.isEmpty:
        return "\(week): het eerste rapport, nog geen signalen"
      case (.complete, 0) where !view.signals.isEmpty: return "\(week): over elk signaal is besloten"
      case (.complete, 0): return "\(week): geen signalen, dus niets te besluiten"
      case (.complete, _): return "\(week): \(DutchFormat.word(signals)) \(asking)"
      case (_, 0) where view.signals.isEmpty: return "\(week) is nog niet compleet: voorlopig geen signalen"
      case (_, 0): return "\(week) is nog niet compleet: over elk signaal is besloten"
      default:
        return "\(week) is nog niet compleet: voorlopig \(signals == 1 ? "vraagt" : "vragen") "
          + "\(DutchFormat.word(signals)) \(signals == 1 ? "signaal" : "signalen") een besluit"
      }
    }

    /// Of an earlier week nothing is asked any more.
    private static func archivedHeading(_ view: CoreView, _ week: String) -> String {
      switch view.signals.count {
      case 0: view.figures.questions == 0 ? "\(week): er kwamen geen vragen binnen" : "\(week): geen signalen"
      case 1: "\(week): één signaal"
      case let count: "\(week): \(DutchFormat.word(count)) signalen"
      }
    }

    /// The heading above the signals of an earlier week.
    static let archived = "De signalen van deze week"

    /// What stands under the conclusion.
    static func intro(_ view: CoreView) -> String {
      if view.completeness == .noData {
        return "Zodra er een export in de inbox staat, verschijnt hier het eerste weekrapport."
      }
      var sentences: [String] = []
      if view.previousWeek == nil { sentences.append("Dit is het eerste weekrapport.") }
      let figures = view.figures
      if figures.questions == 0 {
        sentences.append("In deze week kwamen er geen vragen binnen.")
      } else {
        let verb = figures.questions == 1 ? "kwam" : "kwamen"
        sentences.append(
          "Er \(verb) \(questions(figures.questions)) binnen, over \(topics(figures.topicsWithQuestions)).")
      }
      switch view.signals.count {
      case 0:
        sentences.append("Nergens vroegen duidelijk meer mensen iets dan we verwachtten.")
      case 1: sentences.append("Eén keer vroegen duidelijk meer mensen iets dan we verwachtten.")
      case let count:
        sentences.append(
          "Er zijn \(DutchFormat.word(count)) signalen: daar vroegen duidelijk meer mensen iets dan we verwachtten."
        )
      }
      if view.anomalousVolume {
        sentences.append(
          "Let op: het was op het hele platform ongewoon druk. Kijk daarom extra goed of een signaal klopt.")
      }
      return sentences.joined(separator: " ")
    }

    /// Whether the week is all there.
    static func completeness(_ view: CoreView) -> Sentence {
      let newest = view.newestPost.map { " Het laatste bericht is van \(DutchFormat.moment($0))." } ?? ""
      let refused =
        view.quarantined == 0
        ? ""
        : view.quarantined == 1
          ? " Eén regel uit de export was niet te lezen; de monitors kijken ernaar."
          : " \(DutchFormat.number(view.quarantined)) regels uit de export waren niet te lezen; de monitors "
            + "kijken ernaar."
      switch view.completeness {
      case .noData:
        return Sentence(
          strong: "Er zijn nog geen gegevens.", rest: " Er is nog geen enkel bericht ingelezen.")
      case .complete:
        return Sentence(
          strong: "De gegevens zijn compleet.", rest: " Alle zeven dagen zijn verwerkt.\(newest)\(refused)")
      case .daysMissing(let last):
        let missing = min(7, view.week.sunday.number - last.number)
        let days = missing == 1 ? "ontbreekt nog 1 dag" : "ontbreken nog \(missing) dagen"
        return Sentence(
          strong: "De gegevens zijn niet compleet.",
          rest:
            " We hebben berichten tot en met \(DutchFormat.longDate(last)). Van deze week \(days).\(refused)")
      case .filesFailed(let count):
        let files = count == 1 ? "Eén bestand was" : "\(DutchFormat.number(count)) bestanden waren"
        return Sentence(
          strong: "De gegevens zijn misschien niet compleet.",
          rest: " \(files) niet te lezen; de monitors kijken ernaar.\(newest)\(refused)")
      }
    }

    static func changesHeading(_ view: CoreView) -> String {
      view.previousWeek.map { "Veranderd sinds \(DutchFormat.week($0))" } ?? "Nieuw in dit rapport"
    }

    static func kind(_ kind: Change.Kind) -> String {
      switch kind {
      case .stronger: "Signaal werd sterker"
      case .newSignal: "Nieuw signaal"
      case .over: "Signaal voorbij"
      case .born: "Nieuw onderwerp"
      case .woke: "Terug van weggeweest"
      case .merged: "Samengevoegd"
      case .split: "Gesplitst"
      case .died: "Gestopt"
      }
    }

    /// What stands behind the topic's name, and before the other topic's name where there is one.
    static func change(_ change: Change) -> String {
      switch change.kind {
      case .stronger:
        let before = change.before ?? 0
        return before == change.now
          ? ": \(questionsOrNone(change.now)), net als de week ervoor."
          : ": van \(DutchFormat.number(before)) naar \(questions(change.now)) in een week."
      case .newSignal: return ": \(questionsOrNone(change.now)) in deze week."
      case .over: return ": \(questionsOrNone(change.now)) in deze week, weer zoals we verwachten."
      case .born: return ": \(questions(change.now)) die op elkaar lijken."
      case .woke: return ": er zijn weer vragen over dit onderwerp."
      case .merged:
        return change.other == nil ? " is samengevoegd met een ander onderwerp." : " is samengevoegd met "
      case .split: return change.other == nil ? " is gesplitst." : ": \(questions(change.now)) horen nu bij "
      case .died: return ": er horen geen vragen meer bij dit onderwerp."
      }
    }
    static func andMore(_ count: Int) -> String {
      count == 1 ? "En nog 1 onderwerp." : "En nog \(DutchFormat.number(count)) onderwerpen."
    }

    static func figures(_ view: CoreView) -> [(label: String, value: String, note: String)] {
      let figures = view.figures
      let compared =
        figures.questionsBefore.map {
          "\(DutchFormat.difference(figures.questions - $0)) vergeleken met "
            + DutchFormat.week(view.week.advanced(by: -1))
        } ?? "van de week ervoor zijn er geen gegevens"
      let share = DutchFormat.percentage(figures.unassigned, of: figures.questions)
      let days = view.method.unansweredAfterWorkingDays
      return [
        ("Vragen", DutchFormat.number(figures.questions), compared),
        (
          "Onderwerpen met vragen", DutchFormat.number(figures.topicsWithQuestions),
          "van \(topics(figures.topics))"
        ),
        (
          "Nog zonder antwoord", DutchFormat.number(figures.unanswered),
          "langer dan \(days) \(days == 1 ? "werkdag" : "werkdagen") open"
        ),
        (
          "Niet ingedeeld", share ?? "–",
          figures.questions == 0
            ? "er waren geen vragen"
            : figures.unassigned == 0
              ? "elke vraag hoort bij een onderwerp"
              : figures.unassigned == 1
                ? "1 vraag past bij geen onderwerp"
                : "\(questions(figures.unassigned)) passen bij geen onderwerp"
        ),
      ]
    }

    static let allTopics = "Alle onderwerpen met hun verloop"
    static let allSignals = "Alle signalen, ook de eerdere"
    static let signalsFile = "Signalen voor Excel"
    static let weeksFile = "Aantallen per onderwerp en week voor Excel"
    static let methodLink = "Zo berekenen we de signalen"
  }
}
