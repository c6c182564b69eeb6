// themaradar run PIPELINE: one whole night.
import ArgumentParser
import Pipeline

/// Runs a night.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a whole night: import, questions, topics, signals, moderation, dashboards.")

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  @Option(
    name: .customLong("as-of"),
    help: "The day to report on, such as 2026-10-31 (default: the pipeline file's, else today).")
  var asOf: ReportDay?

  @Option(help: "How progress is shown: bar, plain or silent (default: what fits standard error).")
  var progress: Progress.Mode?

  @Flag(help: "Prints the seconds and peak memory of every stage on standard error.") var timings = false

  func run() throws {
    let status = Night.run(
      pipeline: pipeline, asOf: asOf, progress: progress ?? Progress.fitting, timings: timings)
    throw ExitCode(status.rawValue)
  }
}

extension ReportDay: ExpressibleByArgument {
  /// Reads `2026-10-31`.
  public init?(argument: String) { self.init(iso8601: argument) }
}

extension Progress.Mode: ExpressibleByArgument {}
