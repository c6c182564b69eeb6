// The Dutch texts of the community list: what was seen, and what a monitor can do.
import Discussion
import Moderation

extension DutchTexts {
  /// The community list.
  enum Community {
    static let menu = "Gemeenschap"

    // The first page's line.

    static func line(_ view: MonitorView) -> String {
      let list = view.communityList
      let parts = [
        counted(list.rows(.newcomers).count, "nieuwkomer zonder reactie", "nieuwkomers zonder reactie"),
        counted(list.rows(.repeated).count, "dubbele tekst", "dubbele teksten"),
        counted(list.rows(.heated).count, "verhit gesprek", "verhitte gesprekken"),
      ].compactMap(\.self)
      return parts.isEmpty
        ? "Er zijn geen nieuwkomers zonder reactie, dubbele teksten of verhitte gesprekken."
        : "In de gemeenschap: \(DutchFormat.list(parts))."
    }
    static let lineLink = "Open de lijst van de gemeenschap"

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(DutchFormat.number(count)) \(count == 1 ? one : many)"
    }

    // The page.

    static func heading(_ view: MonitorView) -> String {
      switch view.communityList.rows.count(where: { $0.group != .announcements }) {
      case 0: "In de gemeenschap valt niets op"
      case 1: "Gemeenschap: 1 bericht of gesprek om te bekijken"
      case let count: "Gemeenschap: \(DutchFormat.number(count)) berichten en gesprekken om te bekijken"
      }
    }
    static let intro =
      "Wie wacht op een reactie? Welke tekst staat er dubbel? Waar loopt een gesprek hoog op? Het programma telt alleen: "
      + "lees het gesprek op het platform voordat u iets doet."
    static let todo = "Wat kunt u doen?"
    static let file = "Alle rijen van deze pagina in een bestand voor Excel"
    static let columns = (post: "Bericht", seen: "Wat we zagen", excerpt: "Begin van het bericht")

    // Unanswered.

    static let openHeading = "Onbeantwoord"
    static func open(_ view: MonitorView) -> String {
      let days = view.method.unansweredAfterWorkingDays
      let term = days == 1 ? "1 werkdag" : "\(days) werkdagen"
      return switch view.unanswered.count {
      case 0: "Geen enkele vraag wacht langer dan \(term)."
      case 1: "1 vraag wacht na \(term) nog op een antwoord van iemand anders."
      case let count:
        "\(DutchFormat.number(count)) vragen wachten na \(term) nog op een antwoord van iemand anders."
      }
    }
    static func openLink(_ view: MonitorView) -> String {
      view.unanswered.isEmpty ? "Zo tellen we dat" : "Bekijk de onbeantwoorde vragen"
    }
    static func announcements(_ count: Int) -> String {
      count == 1
        ? "1 aankondiging met een vraag telt niet mee"
        : "\(DutchFormat.number(count)) aankondigingen met een vraag tellen niet mee"
    }
    static let announcementsIntro =
      "Deze berichten lijken een aankondiging: een bijeenkomst, een vacature, een nieuwsbrief. Staat er toch een echte "
      + "vraag tussen? Beantwoord die dan, of vraag iemand om dat te doen."
    static let announcementsCaption = "Aankondigingen met een vraag"

    // The other groups.

    static func group(_ group: CommunityReport.Group) -> String {
      switch group {
      case .announcements: "Aankondigingen met een vraag"
      case .newcomers: "Nieuwkomers zonder reactie"
      case .repeated: "Dubbele berichten"
      case .heated: "Verhitte gesprekken"
      }
    }
    static func intro(_ group: CommunityReport.Group, _ list: CommunityReport) -> String {
      switch group {
      case .announcements: announcementsIntro
      case .newcomers:
        "Dit is het eerste bericht van iemand, en na "
          + days(list.newcomersAfterWorkingDays, "werkdag", "werkdagen")
          + " reageerde nog niemand anders. Wie zo begint, komt vaak niet terug. In de eerste vier weken van een "
          + "gemeenschap geldt niemand als nieuw."
      case .repeated:
        "Deze teksten staan er meer dan één keer, bijna woord voor woord. De laatste keer was in de laatste "
          + days(list.duplicatesLookBackDays, "dag", "dagen")
          + "."
      case .heated:
        "In deze gesprekken kwamen er in de laatste "
          + days(list.heatLookBackDays, "dag", "dagen")
          + " binnen 24 uur veel meer reacties dan gewoonlijk, of leken er reacties vijandig. Druk is niet altijd ruzie."
      }
    }
    static func advice(_ group: CommunityReport.Group) -> String {
      switch group {
      case .announcements: "Kijk of er toch een echte vraag in staat."
      case .newcomers: "Heet de schrijver welkom, en vraag iemand die het weet om te reageren."
      case .repeated:
        "\(repeatedLabel(.placedAgain)): \(repeatedAdvice(.placedAgain)) "
          + "\(repeatedLabel(.copied)): \(repeatedAdvice(.copied))"
      case .heated:
        "Lees het hele gesprek. Vat samen wat er gezegd is, spreek iemand aan, of sluit het gesprek voor een dag."
      }
    }
    /// What can be done about a row: the group's advice, of repeated texts that of their kind.
    static func advice(_ row: CommunityRow) -> String {
      if case .repeated(let text) = row.finding {
        return "\(repeatedLabel(text.kind)): \(repeatedAdvice(text.kind))"
      }
      return advice(row.group)
    }
    static func repeatedLabel(_ kind: RepeatedText.Kind) -> String {
      switch kind {
      case .placedAgain: "Vaker geplaatst"
      case .copied: "Overgenomen tekst"
      }
    }
    private static func repeatedAdvice(_ kind: RepeatedText.Kind) -> String {
      switch kind {
      case .placedAgain: "laat één bericht staan, en verwijs daar in de andere naar."
      case .copied: "kijk of het reclame is, of een tekst die de schrijver niet mag overnemen."
      }
    }
    static func none(_ group: CommunityReport.Group, _ list: CommunityReport) -> String {
      switch group {
      case .announcements: "Er is geen aankondiging met een vraag."
      case .newcomers: "Elke nieuwkomer kreeg een reactie, of plaatste het bericht pas net."
      case .repeated:
        "In de laatste \(days(list.duplicatesLookBackDays, "dag", "dagen")) is geen tekst nog eens geplaatst."
      case .heated:
        "In de laatste \(days(list.heatLookBackDays, "dag", "dagen")) was het in geen gesprek veel drukker dan gewoonlijk."
      }
    }

    // What was seen.

    /// What was seen, a sentence each.
    static func seen(_ row: CommunityRow, _ list: CommunityReport) -> [String] {
      switch row.finding {
      case .announcement(let workingDays):
        [days(workingDays, "werkdag", "werkdagen") + " geen antwoord"]
      case .newcomer(let newcomer):
        [days(newcomer.workingDays, "werkdag", "werkdagen") + " geen reactie op een eerste bericht"]
      case .repeated(let text): repeated(text, row, list)
      case .heated(let heat): heated(heat, list)
      }
    }

    private static func repeated(_ text: RepeatedText, _ row: CommunityRow, _ list: CommunityReport)
      -> [String]
    {
      let people =
        switch (text.people, text.kind) {
        case (0, _): ""
        case (1, .copied): ", van 1 persoon, met meer dan \(list.duplicatesWithinDays) dagen ertussen"
        case (1, .placedAgain): ", van 1 persoon"
        default: ", van \(DutchFormat.number(text.people)) mensen"
        }
      let others = text.posts.dropLast().reversed().map(\.description)
      let shown = others.prefix(Self.othersShown)
      let more = others.count - shown.count
      return [
        repeatedLabel(text.kind),
        "Staat er \(DutchFormat.number(text.posts.count)) keer\(people)",
        row.firstDay == row.day
          ? "Op \(DutchFormat.date(row.day))"
          : "Van \(DutchFormat.period(row.firstDay, row.day))",
        "Ook: " + shown.joined(separator: ", ") + (more > 0 ? " en nog \(DutchFormat.number(more))" : ""),
      ]
    }
    private static let othersShown = 5

    private static func heated(_ heat: HeatedThread, _ list: CommunityReport) -> [String] {
      let replies = heat.replies == 1 ? "1 reactie" : "\(DutchFormat.number(heat.replies)) reacties"
      let people =
        switch heat.people {
        case 0: ""
        case 1: ", van 1 persoon"
        default: ", van \(DutchFormat.number(heat.people)) mensen"
        }
      let usual = heat.usual.map { "; gewoonlijk \(DutchFormat.number($0))" } ?? ""
      var sentences = ["\(replies) in 24 uur\(people)\(usual)"]
      if heat.hostile > 0 {
        sentences.append(
          (heat.hostile == 1
            ? "1 reactie is mogelijk vijandig"
            : "\(DutchFormat.number(heat.hostile)) reacties zijn mogelijk vijandig"))
      }
      return sentences
    }

    private static func days(_ count: Int, _ one: String, _ many: String) -> String {
      count == 1 ? "1 \(one)" : "\(DutchFormat.number(count)) \(many)"
    }

    /// The word for a row's kind in files.
    static func kind(_ row: CommunityRow) -> String {
      switch row.finding {
      case .announcement: "aankondiging"
      case .newcomer: "nieuwkomer"
      case .repeated(let text): text.kind == .placedAgain ? "vaker geplaatst" : "overgenomen"
      case .heated: "verhit"
      }
    }
  }
}
