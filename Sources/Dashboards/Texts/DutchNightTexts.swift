// The Dutch texts of the monitors' page of earlier nights.
import Discussion

extension DutchTexts {
  /// The monitors' page of nights.
  enum Nights {
    static let menu = "Nachten"
    static func heading(_ nights: [PastNight]) -> String {
      guard let last = nights.first, let attempt = last.attempts.last else {
        return "Er is nog geen eerdere nacht"
      }
      let day = DutchFormat.date(last.day)
      switch attempt.outcome {
      case .clean: return "De nacht van \(day) ging goed"
      case .incomplete: return "De nacht van \(day) is gelukt, maar er is iets opzij gezet"
      case .failed: return "De nacht van \(day) is mislukt"
      case .interrupted: return "De nacht van \(day) is afgebroken"
      }
    }
    static let intro =
      "Hier staat hoe eerdere nachten gingen: hoe lang ze duurden, wat er gelezen is en wat er misging. De nieuwste staat "
      + "bovenaan."
    static func tonight(_ pipeline: String) -> (text: String, command: String) {
      (
        "De tijden van deze nacht zelf staan hier nog niet. Die ziet u met:",
        "themaradar status \(VerdictForm.quoted(pipeline))"
      )
    }
    static let none = "Na de volgende nacht staat deze nacht hier."
    static let chartHeading = "Worden de nachten langzamer?"
    static func chartTitle(_ unit: Unit) -> String { "Hoeveel \(unit.plural) elke nacht duurde" }
    static func chartDescription(_ bars: [NightChart.Bar], _ unit: Unit) -> String {
      guard let first = bars.first, let last = bars.last,
        let longest = bars.max(by: { $0.length < $1.length })
      else { return "Geen nachten." }
      return "\(DutchFormat.number(bars.count)) nachten, van \(DutchFormat.date(first.day)) tot en met "
        + "\(DutchFormat.date(last.day)). De langste was die van \(DutchFormat.date(longest.day)), met "
        + "\(length(longest.length)). De laatste duurde \(length(last.length))."
    }
    static func caption(_ shown: Int) -> String {
      shown == 1 ? "De laatste nacht" : "De laatste \(DutchFormat.number(shown)) nachten"
    }
    /// "3 nov" for an axis.
    static func axisDay(_ day: CalendarDay) -> String {
      "\(day.civil.day) \(DutchTexts.axisMonth(day.civil.month))"
    }
    static let columns = (night: "Nacht", started: "Gestart", took: "Duur", outcome: "Hoe ging het?")

    /// A unit of time that fits the nights.
    enum Unit {
      case seconds, minutes
      var plural: String { self == .seconds ? "seconden" : "minuten" }
      var milliseconds: Int { self == .seconds ? 1_000 : 60_000 }
    }

    static func outcome(_ outcome: PastNight.Outcome) -> String {
      switch outcome {
      case .clean: "Goed: alles is verwerkt"
      case .incomplete: "Gelukt, er is iets opzij gezet"
      case .failed: "Mislukt: er is niets gepubliceerd"
      case .interrupted: "Afgebroken: er is niets gepubliceerd"
      }
    }
    static func outcomeWord(_ outcome: PastNight.Outcome) -> String {
      switch outcome {
      case .clean: "goed"
      case .incomplete: "onvolledig"
      case .failed: "mislukt"
      case .interrupted: "afgebroken"
      }
    }

    /// A length of time: "4,2 seconden", "3 minuten en 20 seconden".
    static func length(_ milliseconds: Int) -> String {
      let tenths = (milliseconds + 50) / 100
      if tenths < 1_200 { return "\(DutchFormat.decimal(tenths: tenths)) seconden" }
      let seconds = (milliseconds + 500) / 1_000
      let (minutes, rest) = (seconds / 60, seconds % 60)
      let whole = "\(DutchFormat.number(minutes)) minuten"
      return rest == 0 ? whole : "\(whole) en \(rest == 1 ? "1 seconde" : "\(rest) seconden")"
    }
    static let unknownLength = "niet bekend"

    /// "3.12 uur".
    static func clock(_ time: LocalTime) -> String {
      let minutes = time.millisecondOfDay / 60_000
      return "\(minutes / 60).\(minutes % 60 < 10 ? "0" : "")\(minutes % 60) uur"
    }
    static func started(_ time: LocalTime) -> String { "\(DutchFormat.date(time.day)), \(clock(time))" }

    static func stage(_ name: String) -> String {
      [
        "import": "Inname", "questions": "Vragen", "topics": "Onderwerpen", "spikes": "Signalen",
        "signals": "Signalen", "moderation": "Moderatie", "dashboards": "Pagina’s",
      ][name] ?? name
    }
    static func counts(_ stage: PastNight.Stage) -> String {
      stage.counts.map { "\(DutchFormat.number($0.value)) \(labels[$0.name] ?? $0.name)" }
        .joined(separator: ", ")
    }
    static func stageLine(_ stage: PastNight.Stage) -> String {
      let counts = counts(stage)
      return "\(self.stage(stage.name)): \(length(stage.milliseconds))"
        + (counts.isEmpty ? "" : " (\(counts))") + (stage.isIncomplete ? ". Er is iets opzij gezet." : "")
    }
    static let details = "Per onderdeel"
    static func earlier(_ attempt: PastNight.Attempt) -> String {
      let reason = attempt.message.map { " Melding: \($0)" } ?? ""
      return "Eerdere poging, \(started(attempt.startedAt)): \(outcomeWord(attempt.outcome))."
        + (attempt.milliseconds.map { " Duurde \(length($0))." } ?? "") + reason
    }
    static func message(_ message: String) -> String { "Melding: \(message)" }
    static func version(_ version: String) -> String { "Versie \(version) van het programma." }
    static let newSettings = "De instellingen waren anders dan in de nacht ervoor."
    static func cut(_ shown: Int, of all: Int) -> String {
      "U ziet de laatste \(DutchFormat.number(shown)) van \(DutchFormat.number(all)) nachten. Het bestand bevat alles."
    }

    /// What the ledger's words for counts mean.
    private static let labels: [String: String] = [
      "files": "bestanden", "files_unchanged": "al bekend", "files_failed": "niet te lezen",
      "read": "regels gelezen", "stored": "opgeslagen", "unchanged": "ongewijzigd",
      "quarantined": "in quarantaine", "members": "leden", "skipped": "overgeslagen", "other": "overig",
      "erased": "van gewiste mensen", "texts_retired": "teksten voorbij de bewaartermijn",
      "revisions_retired": "oudere teksten weggehaald", "nights_retired": "oude dashboards weggehaald",
      "notes_retired": "oude toelichtingen weggehaald", "corrections": "correcties",
      "corrections_refused": "correcties geweigerd", "decisions": "besluiten",
      "decisions_refused": "besluiten geweigerd", "verdicts": "oordelen",
      "verdicts_refused": "oordelen geweigerd", "resources": "bronnen",
      "resources_refused": "bronnen geweigerd",
      "posts": "berichten", "asking_posts": "vragen", "asking_sentences": "vragende zinnen",
      "topics": "onderwerpen", "assigned": "vragen ingedeeld", "unassigned": "zonder onderwerp",
      "born": "nieuw", "weeks": "weken", "signals": "signalen in alle weken",
      "new_signals": "nieuwe signalen", "findings": "vondsten",
      "posts_with_findings": "berichten met persoonsgegevens", "unanswered": "vragen zonder antwoord",
      "queue": "in de wachtrij", "queue_crisis": "daarvan mogelijk een crisis",
      "queue_back": "daarvan opnieuw", "ranking_learned": "oordelen waarvan de rangschikking leerde",
      "word_lists_missing": "woordenlijst ontbreekt", "bytes": "bytes",
      "community_rows": "op de lijst van de gemeenschap", "proposals": "voorstellen voor onderwerpen",
    ]
  }
}
