// What the page about what came in says.
import Discussion

extension Texts.Monitors {
  static func intakeHeading(_ view: MonitorView) -> String {
    let failed = view.failedFiles.count
    if failed > 0 {
      return failed == 1
        ? "1 bestand kon niet worden gelezen" : "\(failed) bestanden konden niet worden gelezen"
    }
    let late = view.sources.count { $0.daysLate(on: view.asOf) != nil }
    if late > 0 {
      return late == 1 ? "1 bron is te laat met een export" : "\(late) bronnen zijn te laat met een export"
    }
    if view.files.isEmpty { return "Er lag niets in de inbox" }
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

  // What could not be read, and what to do.

  static let failedHeading = "Niet gelezen bestanden"
  static let failedIntro =
    "Van deze bestanden is deze nacht niets opgeslagen. Ze liggen nog in de inbox; elke nacht wordt opnieuw gekeken."
  static let failedColumns = (file: "Bestand", reason: "Probleem", advice: "Wat u kunt doen")
  static func retry(_ pipeline: String?) -> (text: String, command: String)? {
    pipeline.map { path in
      (
        "Is een mapping of een instelling verbeterd? Dan leest dit commando de bestanden in quarantaine meteen opnieuw:",
        "themaradar quarantine retry \(path)"
      )
    }
  }

  // Sources.

  static let sourcesHeading = "Bronnen: is alles er?"
  static let sourcesIntro =
    "Een export die ontbreekt, geeft een week met te weinig vragen. Hoe vaak een bron komt, staat in het pipelinebestand "
    + "(every_days)."
  static let sourcesCaption = "Wat per bron is binnengekomen"
  static let sourceColumns = (
    source: "Bron", verdict: "Stand", arrival: "Laatste nieuwe bestand", newest: "Nieuwste bericht",
    tonight: "Deze nacht"
  )
  static func verdict(_ source: IntakeSource, on day: CalendarDay) -> String {
    guard let arrival = source.lastArrival else { return "Er is nog nooit iets binnengekomen" }
    guard let everyDays = source.everyDays else { return "Onbekend: niet afgesproken hoe vaak" }
    let often = everyDays == 1 ? "elke dag" : "elke \(everyDays) dagen"
    guard let late = source.daysLate(on: day) else {
      return "Op tijd: komt \(often), voor het laatst \(days(day.number - arrival.number)) geleden"
    }
    return "Te laat: komt \(often), nu \(days(late)) te laat"
  }
  private static func days(_ count: Int) -> String {
    count == 1 ? "1 dag" : "\(DutchFormat.number(count)) dagen"
  }
  static func tonight(_ tally: IntakeTally) -> String {
    var parts = [
      tally.files == 1 ? "1 nieuw bestand" : "\(DutchFormat.number(tally.files)) nieuwe bestanden",
      tally.stored == 1 ? "1 nieuw bericht" : "\(DutchFormat.number(tally.stored)) nieuwe berichten",
    ]
    if tally.revised > 0 { parts.append("\(DutchFormat.number(tally.revised)) gewijzigd") }
    if tally.quarantined > 0 { parts.append("\(DutchFormat.number(tally.quarantined)) in quarantaine") }
    if tally.failed > 0 { parts.append("\(DutchFormat.number(tally.failed)) niet te lezen") }
    return parts.joined(separator: ", ")
  }
  static let never = "nog nooit"
  static let noPosts = "geen"

  // Nights.

  static let intakeNightsHeading = "Eerdere nachten"
  static func intakeNightsCaption(_ count: Int) -> String {
    count == 1 ? "Wat in 1 nacht binnenkwam" : "Wat in de laatste \(count) nachten binnenkwam"
  }
  static let intakeNightColumns = [
    "Nacht", "Bron", "Nieuwe bestanden", "Nieuwe berichten", "Gewijzigd", "In quarantaine", "Niet te lezen",
  ]
  static let otherSource = "ingevulde en overige bestanden"
  static let intakeNightsFile = "Alle nachten in een bestand voor Excel"
}
