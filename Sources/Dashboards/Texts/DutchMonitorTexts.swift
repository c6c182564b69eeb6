// The Dutch texts of the monitors' pages.
import Discussion

extension DutchTexts {
  /// The monitors' pages.
  enum Monitors {
    static let product = "Themaradar monitors"
    static let today = "Vandaag"
    static let moderation = "Modereren"
    static let unanswered = "Onbeantwoord"
    static let intake = "Inname"
    static let core = "Kerngroep"

    // The menu, and all pages in groups.

    static let postPages = (menu: "Berichten", title: "Berichten")
    static let topicPages = (menu: "Onderwerpen", title: "Onderwerpen en signalen")
    static let dataPages = (menu: "Gegevens", title: "Gegevens en privacy")
    static let allHeading = "Alle pagina’s"

    static func footer(_ view: MonitorView) -> [String] {
      [
        "\(view.community). Gegevens van \(DutchFormat.longDate(view.asOf)). Alleen voor de monitors: deze pagina’s "
          + "mogen niet naar de kerngroep."
      ]
    }

    // The first page.

    static func heading(_ view: MonitorView) -> String {
      switch view.today.count(where: { $0.item.gravest == .crisis }) {
      case 0: break
      case 1: return "1 bericht lijkt op een crisis: lees dat eerst"
      case let count: return "\(DutchFormat.number(count)) berichten lijken op een crisis: lees die eerst"
      }
      switch (view.today.count, view.unanswered.count) {
      case (0, 0): return "Er ligt vandaag niets klaar"
      case (0, let open):
        return open == 1
          ? "1 vraag wacht op antwoord" : "\(DutchFormat.number(open)) vragen wachten op antwoord"
      case (1, _): return "1 bericht om te bekijken"
      case (let queue, _): return "\(DutchFormat.number(queue)) berichten om te bekijken"
      }
    }
    static func kicker(_ view: MonitorView) -> String { "Monitors · \(DutchFormat.longDate(view.asOf))" }
    static let runningHeading = "De lopende week"
    static func runningIntro(_ view: MonitorView) -> String {
      let volume = view.runningVolume.map {
        "Tot nu toe \(posts($0.posts)), waarvan \(questionsOrNone($0.questions))."
      }
      return "\(DutchFormat.weekOfYear(view.runningWeek).prefix(1).uppercased())"
        + "\(DutchFormat.weekOfYear(view.runningWeek).dropFirst()) loopt nog (\(DutchFormat.period(view.runningWeek))). "
        + (volume ?? "Er zijn nog geen berichten uit deze week.")
        + " Dit zijn voorlopige cijfers: signalen komen er pas als de week om is."
    }
    static let runningCaption = "Onderwerpen met vragen in de lopende week"
    static let runningNone = "In deze week hoort nog geen vraag bij een onderwerp."
    static let runningColumns = (
      topic: "Onderwerp", count: "Vragen", people: "Mensen", band: "Gewoon tot en met"
    )

    static func tiles(_ view: MonitorView) -> [(label: String, value: String, note: String, href: String)] {
      let total = view.total
      let failed = view.files.count { $0.outcome == .failed }
      return [
        (
          "Te bekijken", DutchFormat.number(view.today.count),
          view.over.isEmpty
            ? "berichten in de rij"
            : "berichten in de rij, en \(DutchFormat.number(view.over.count)) voor later",
          "moderatie.html"
        ),
        (
          "Nieuw", DutchFormat.number(view.newPosts.posts.count), "berichten, om allemaal te lezen",
          "nieuw.html"
        ),
        (
          "Zonder antwoord", DutchFormat.number(view.unanswered.count), "vragen, oudste eerst",
          "onbeantwoord.html"
        ),
        (
          "Ingelezen", DutchFormat.number(total.stored + total.revised),
          "nieuwe of gewijzigde berichten", "inname.html"
        ),
        (
          "Geweigerd", DutchFormat.number(view.quarantine.count),
          failed == 0
            ? "regels of bestanden" : failed == 1 ? "en 1 bestand mislukt" : "en \(failed) bestanden mislukt",
          "inname.html#quarantaine"
        ),
      ]
    }
    static let coreHeading = "Het rapport van de kerngroep"
    static func coreLine(_ view: MonitorView) -> String {
      let week = DutchFormat.weekOfYear(view.week)
      return switch view.signals {
      case 0: "Het rapport over \(week) heeft geen signalen."
      case 1: "Het rapport over \(week) heeft 1 signaal."
      default: "Het rapport over \(week) heeft \(view.signals) signalen."
      }
    }
    static let coreLink = "Open het weekrapport"

    // Correcting topics.

    static let correctHeading = "Onderwerpen verbeteren"
    static let correctIntro =
      "Klopt een onderwerp niet? Vul het formulier in, bewaar het als correcties.csv en leg het in de inbox. Het geldt "
      + "vanaf de volgende nacht."
    static func muted(_ view: MonitorView) -> String {
      let names = view.muted.map { "\($0.topic.title) (\($0.topic.id))" }.joined(separator: "; ")
      return "Verborgen voor de kerngroep: \(names)."
    }
    static func status(_ status: TopicStatus) -> String {
      switch status {
      case .active: "actief"
      case .asleep: "slaapt"
      case .merged: "samengevoegd"
      }
    }
    static let correctForm = "Leeg formulier voor correcties"
    static let correctTopics = "Alle onderwerpen met hun nummer, in een bestand voor Excel"

    // Open questions.

    static func unansweredHeading(_ view: MonitorView) -> String {
      switch view.unanswered.count {
      case 0: "Alle vragen hebben een antwoord"
      case 1: "1 vraag zonder antwoord"
      default: "\(DutchFormat.number(view.unanswered.count)) vragen zonder antwoord"
      }
    }
    static func unansweredIntro(_ view: MonitorView) -> String {
      let days = view.method.unansweredAfterWorkingDays
      return
        "Op deze vragen heeft na \(days == 1 ? "1 werkdag" : "\(days) werkdagen") nog niemand anders gereageerd. "
        + "De oudste vraag staat bovenaan."
    }
    static let unansweredNone = "Er staat geen vraag langer open dan afgesproken."
    static let unansweredCaption = "Vragen zonder antwoord"
    static let unansweredColumns = (
      question: "Vraag", day: "Gesteld op", open: "Werkdagen", topic: "Onderwerp"
    )

    static func cut(_ shown: Int, of all: Int) -> String {
      "U ziet de eerste \(DutchFormat.number(shown)) van \(DutchFormat.number(all)). Het bestand bevat alles."
    }
    static let file = "Alle rijen in een bestand voor Excel"
    static let quarantineFile = "Alle geweigerde regels in een bestand voor Excel"
  }
}
