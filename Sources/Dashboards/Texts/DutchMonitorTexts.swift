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

    // Import.

    static func intakeHeading(_ view: MonitorView) -> String {
      let failed = view.files.count { $0.outcome == .failed }
      if view.files.isEmpty { return "Er lag niets nieuws in de inbox" }
      if failed > 0 {
        return failed == 1
          ? "1 bestand kon niet worden gelezen" : "\(failed) bestanden konden niet worden gelezen"
      }
      let refused = view.quarantine.count
      if refused > 0 {
        return refused == 1
          ? "Alles is gelezen, op 1 regel na"
          : "Alles is gelezen, op \(DutchFormat.number(refused)) regels na"
      }
      return "Alles is gelezen"
    }
    static let intakeIntro =
      "Per bestand ziet u wat er gelezen is en wat er met elke regel is gebeurd. Alle aantallen samen zijn precies het "
      + "aantal gelezen regels: er raakt niets kwijt."
    static let intakeCaption = "Bestanden in deze nacht"
    static let intakeColumns = [
      "Bestand", "Gelezen", "Nieuw", "Gewijzigd", "On\u{AD}gewijzigd", "Geweigerd", "Leden",
      "Over\u{AD}geslagen", "Overig",
    ]
    static let intakeTotal = "Samen"
    static let intakeOther =
      "Overig: gebeurtenissen, meldingen van verwijderde berichten, dubbele regels, correcties van onderwerpen, "
      + "besluiten over signalen, oordelen over berichten, bronnen en regels van mensen die zijn gewist. Ze staan apart in "
      + "het bestand."
    static func sum(_ file: IntakeFile) -> String {
      let other =
        file.events + file.deleted + file.duplicates + file.corrections + file.decisions + file.verdicts
        + file.resources + file.erased
      let parts = [
        (file.stored, "nieuw"), (file.revised, "gewijzigd"), (file.unchanged, "ongewijzigd"),
        (file.quarantined, "geweigerd"), (file.members, "leden"), (file.skipped, "overgeslagen"),
        (other, "overig"),
      ].map { "\(DutchFormat.number($0)) \($1)" }
      let equal = file.read == file.accountedFor
      return
        "\(DutchFormat.number(file.read)) gelezen \(equal ? "=" : "≠") \(parts.joined(separator: " + "))."
    }
    static let sumWrong =
      "De aantallen kloppen niet. Dit is een fout in het programma: meld het bij de beheerder."
    static func outcome(_ outcome: IntakeFile.Outcome) -> String {
      switch outcome {
      case .imported: "ingelezen"
      case .known: "al bekend, niet opnieuw gelezen"
      case .ignored: "overgeslagen"
      case .failed: "mislukt"
      }
    }
    static let quarantineHeading = "Quarantaine: wat niet te lezen was"
    static let quarantineIntro =
      "Deze regels zijn bewaard, maar tellen niet mee. De rest van het bestand is gewoon verwerkt."
    static let quarantineNone = "Er staat niets in quarantaine."
    static let quarantineCaption = "Geweigerde regels"
    static let quarantineColumns = (
      place: "Waar", reason: "Reden", message: "Wat is er mis?", advice: "Wat kunt u doen?"
    )
    static func place(_ place: Provenance) -> (file: String, position: String) {
      let name = place.entry.isEmpty ? place.file : "\(place.file), \(place.entry)"
      let record = place.record > 0 ? "record \(DutchFormat.number(place.record))" : "hele bestand"
      let line = place.line.map { ", regel \(DutchFormat.number($0))" } ?? ""
      return (name, record + line)
    }
    static let noAdvice = "Vraag een nieuwe export aan als dit vaker voorkomt."

    static func cut(_ shown: Int, of all: Int) -> String {
      "U ziet de eerste \(DutchFormat.number(shown)) van \(DutchFormat.number(all)). Het bestand bevat alles."
    }
    static let file = "Alle rijen in een bestand voor Excel"
    static let quarantineFile = "Alle geweigerde regels in een bestand voor Excel"
  }
}
