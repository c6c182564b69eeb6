// The command `themaradar retention`: which texts have been kept long enough.
import ArgumentParser
import Pipeline

/// Enforces how long texts are kept.
struct Retention: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes out texts that were kept long enough, as every night does; --dry-run shows which.",
    discussion: """
      With `retention: {raw_text_days: 90}` in the pipeline file every night replaces the text of posts that were neither \
      written nor edited in the last 90 days by what the strictest redaction leaves of it, empties their older texts \
      and what was in quarantine, and removes the dashboards of older nights. Identities, times, topics, counts and \
      signals stay. What goes does not come back, also not from an export that still has it. Without the key nothing goes.

      Exit status: 0 = done, 2 = could not run.
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String
  @Option(
    name: .customLong("as-of"),
    help: "The day to count back from (default: the pipeline file's, else today; never later than today).")
  var asOf: ReportDay?
  @Flag(help: "Says what would go, and takes nothing out.") var dryRun = false

  func run() throws {
    throw ExitCode(RetentionCommand.run(pipeline: pipeline, asOf: asOf, isDryRun: dryRun).rawValue)
  }
}
