// themaradar check: is the pipeline file right, and what would a night do with it?
import Configuration
import Discussion
import Foundation

/// Validates a pipeline file and explains it without running it.
public enum PipelineCheck {
  /// Prints the explanation on standard output, or the mistake on standard error.
  public static func run(pipeline path: String) -> ExitStatus {
    do {
      let file = try PipelineFile.read(path)
      for source in file.sources { _ = try source.readMapping() }
      _ = try ModerationStage.workingDays(file)
      _ = try file.themes?.catalogue()
      try file.embeddings?.check()
      let calendar = try calendarLines(file)
      let resources = try file.checkedResources()
      let contents = Inbox(folder: file.inbox).contents(for: file.sources)
      Console.standardOutput.write(
        explanation(of: file, contents: contents)
          + (calendar + resourceLines(resources)).map { $0 + "\n" }.joined())
      let remarks =
        try file.calendarRemarks(on: file.asOf ?? file.zone.day(of: Clock.now)) + (resources?.messages ?? [])
      for remark in remarks { Console.standardError.write("\(remark)\n") }
      return remarks.isEmpty && contents.files.contains { !$0.files.isEmpty } ? .clean : .incomplete
    } catch {
      Console.standardError.write("\(error)\n")
      return .failed
    }
  }

  /// What a night would do, in plain lines.
  static func explanation(of file: PipelineFile, contents: Inbox.Contents) -> String {
    var lines = [
      "Het pipelinebestand klopt. Een nacht zou dit doen:", "",
      "Community    \(file.community)\(file.isDemo ? " (demo: de pagina's zeggen dat alles verzonnen is)" : "")",
      "Taal         \(file.language.rawValue); dagen en weken in \(file.zone.identifier)",
      "Peildag      \(file.asOf.map { "\($0), zoals het bestand zegt" } ?? "vandaag, tenzij --as-of iets anders zegt")",
      "Inbox        \(file.inbox)",
    ]
    for (source, files) in contents.files {
      let size = files.reduce(0) { $0 + $1.size }
      let mapping = source.mapping.map { ", mapping \(URL(filePath: $0).lastPathComponent)" } ?? ""
      lines.append(
        "  bron \(source.name): \(files.count) bestand(en) die passen bij \"\(source.files)\", \(size) bytes\(mapping)"
      )
    }
    for file in contents.corrections {
      lines.append("  correcties: \(file.name), \(file.size) bytes")
    }
    for file in contents.resources {
      lines.append("  bronnen: \(file.name), \(file.size) bytes")
    }
    for passed in contents.passed { lines.append("  overgeslagen: \(passed.name): \(passed.reason)") }
    lines += [
      "Opslag       \(file.store) (\(presence(file.store)))",
      "Sleutel      \(file.key) (\(presence(file.key)))",
      "Dashboards   \(file.dashboards)",
      "Themas       \(file.themes?.folder ?? "geen")"
        + (file.themes?.pillars.map { ", onder de pijlers van \($0)" } ?? ""),
      "Taalmodel    \(file.embeddings?.explanation ?? "geen")",
      "Onderwerpen  korrel \(file.topics.granularity), gelijkenis vanaf \(file.topics.minimumSimilarity), "
        + "vanaf \(file.topics.minimumQuestions) vragen",
      "Signalen     profiel \(file.spikes.profile.rawValue), q \(file.spikes.falseDiscoveryRate)",
      "Onbeantwoord na \(file.moderation.unansweredAfterWorkingDays) werkdagen, "
        + (file.moderation.holidays ?? file.calendar.publicHolidays == nil
          ? "feestdagen onbekend" : "feestdagen niet meegeteld"),
      "Wachtrij     \(file.moderation.queueBudget) berichten per dag; crisis en nummers van personen altijd allemaal",
      "Rangschikken berichten van de laatste \(file.moderation.triageDays) dagen komen ook in de rij als ze op een crisis lijken, "
        + "een cliënt herkenbaar maken, vijandig of reclame zijn",
      "Privacy      groepen van minder dan \(file.privacy.suppressBelow) mensen worden niet apart getoond",
      "Bewaren      "
        + (file.retention.rawTextDays.map {
          "teksten \($0) dagen, daarna zonder herkende persoonsgegevens"
        } ?? "alles, zonder termijn (retention)"),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is known of holidays.
  private static func calendarLines(_ file: PipelineFile) throws(ConfigurationError) -> [String] {
    var lines: [String] = []
    if let holidays = try file.schoolHolidays(), let last = holidays.lastKnownDay {
      let estimated = holidays.holidays.count { $0.certainty == .derived }
      lines.append(
        "Vakanties    \(holidays.holidays.count) schoolvakanties in \(holidays.regions.joined(separator: ", ")), "
          + "tot en met \(last)" + (estimated > 0 ? "; \(estimated) daarvan zijn afgeleid" : ""))
    } else {
      lines.append("Vakanties    geen")
    }
    if let days = try file.publicHolidays(), let last = days.keys.max() {
      lines.append("Feestdagen   \(days.count), tot en met \(last)")
    }
    return lines
  }

  private static func resourceLines(_ list: ResourceList?) -> [String] {
    guard let list else { return [] }
    let refused = list.refused.count
    return [
      "Bronnen      \(list.path): \(list.resources.count) bronnen"
        + (refused > 0 ? ", \(refused) regels niet te gebruiken" : "")
    ]
  }

  private static func presence(_ path: String) -> String {
    FileManager.default.fileExists(atPath: path) ? "bestaat" : "wordt gemaakt"
  }
}
