// The one summary at the end of a night.
import Discussion

/// What a person reads when a night is done.
enum NightSummary {
  /// Counts per stage, whether anything needs a look, and where the pages are.
  static func text(
    _ outcomes: [(stage: any NightStage, outcome: StageOutcome)], file: PipelineFile, asOf: CalendarDay,
    status: ExitStatus
  ) -> String {
    var lines = ["\(file.community): nacht van \(asOf)"]
    for (stage, outcome) in outcomes { lines.append("  \(stage.label): \(outcome.summary)") }
    switch status {
    case .clean, .attention: lines.append("Alles is verwerkt.")
    case .incomplete:
      lines.append(
        "Er is iets opzij gezet. Kijk op de innamepagina: "
          + "\(file.dashboards)/\(asOf)/monitors/inname.html")
    case .failed: lines.append("De nacht is niet afgemaakt.")
    }
    lines.append("Kerngroep: \(file.dashboards)/latest/kerngroep/index.html")
    lines.append("Monitors:  \(file.dashboards)/latest/monitors/index.html")
    lines.append("Rapporten: \(file.dashboards)/latest/opbrengst/index.html")
    return lines.joined(separator: "\n") + "\n"
  }
}
