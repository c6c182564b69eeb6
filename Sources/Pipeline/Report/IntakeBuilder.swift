// What came in, as the import page shows it: every record read in exactly one column.
import Dashboards
import Discussion
import Storage

/// Makes the rows of the import page from what the store keeps of files and quarantine.
enum IntakeBuilder {
  /// How far the data reach and what became of each file that this night found.
  static func intake(_ night: NightContext, posts: [Post]) throws -> IntakeReport {
    let newest = posts.last.map { night.file.zone.local($0.createdAt) }
    let files = try night.store.fileReports(night: night.asOf).map(row)
    return IntakeReport(coveredUntil: newest?.day, newestPost: newest, files: files)
  }

  /// Records and files that could not be read, of all nights.
  static func quarantine(_ night: NightContext) throws -> [QuarantineRow] {
    try night.store.quarantine().map { record in
      QuarantineRow(
        place: record.place, reason: record.reason, message: record.message,
        advice: QuarantineAdvice.text(for: record.reason))
    }
  }

  private static func row(_ report: FileReport) -> IntakeFile {
    let counts = report.counts
    return IntakeFile(
      file: report.path, format: report.format ?? "", outcome: outcome(report.outcome),
      reason: report.message ?? "", read: counts.read, stored: counts.new, revised: counts.revised,
      unchanged: counts.unchanged, quarantined: counts.quarantined, members: counts.members,
      skipped: counts.skipped, events: counts.events, deleted: counts.deleted, duplicates: counts.duplicates,
      corrections: counts.corrections, decisions: counts.decisions, verdicts: counts.verdicts,
      resources: counts.resources, erased: counts.erased)
  }

  private static func outcome(_ outcome: FileReport.Outcome) -> IntakeFile.Outcome {
    switch outcome {
    case .accepted, .quarantined: .imported
    case .unchanged: .known
    case .ignored: .ignored
    case .refused, .deferred: .failed
    }
  }
}

/// What a monitor can do about a record or file in quarantine.
enum QuarantineAdvice {
  /// One plain Dutch sentence for a reason's stable code; empty when there is nothing special to do.
  static func text(for reason: String) -> String {
    switch reason {
    case let code where code.hasPrefix("date"):
      "Kijk of de datum in de export klopt, en of de mapping het goede datumpatroon noemt."
    case let code where code.hasPrefix("archive-encrypted"):
      "Maak de export opnieuw, zonder wachtwoord."
    case let code where code.hasPrefix("archive"), let code where code.hasPrefix("zip"):
      "Haal de export opnieuw op: dit bestand is beschadigd of niet af."
    case let code where code.hasPrefix("limit"):
      "Dit is groter dan toegestaan. Klopt de export, verhoog dan de grens in het pipelinebestand."
    case let code where code.hasPrefix("correctie"):
      "Verbeter de regel in het bestand met correcties en leg het opnieuw in de inbox. Wat al gelezen is, telt niet "
        + "dubbel."
    case let code where code.hasPrefix("besluit"):
      "Verbeter de regel in het bestand met besluiten en leg het opnieuw in de inbox. Wat al gelezen is, telt niet "
        + "dubbel."
    case let code where code.hasPrefix("oordeel"):
      "Verbeter de regel in het bestand met oordelen en leg het opnieuw in de inbox. Wat al gelezen is, telt niet "
        + "dubbel."
    case let code where code.hasPrefix("bron-"):
      "Verbeter de regel in de lijst met bronnen en leg de hele lijst opnieuw in de inbox. De andere regels gelden al."
    case "no-mapping": "Maak een mapping voor dit bestand en noem die in het pipelinebestand."
    case "unknown-format", "ambiguous-format": "Vraag de beheerder van het platform welk soort export dit is."
    case "id-conflict": "Bekijk beide berichten op het platform; bewaar een nieuwe export in de inbox."
    case let code where code.hasPrefix("encoding"):
      "Kijk of de mapping de goede tekencodering noemt."
    default: ""
    }
  }
}
