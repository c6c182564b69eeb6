// themaradar replay PIPELINE: what would have been signalled in each week of the past.
import ArgumentParser
import Pipeline

/// Replays the past.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what would have been signalled in each week of the past, from the store.",
    discussion: """
      Goes through the store's posts week by week, with nothing of what came later, and writes a row for every week in \
      which a signal opens or rises. The store is only read: its file stays as it is, byte by byte. Use it to choose \
      q and the recurrence interval for your own community: it tells how many alerts a month other values would have \
      given.

      What cannot be undone: posts have the texts that they have now, so a later edit counts from the start; posts that \
      were withdrawn since are missing; members are where they work now. What people corrected or decided plays no \
      part, and topics have numbers of their own, which are not those of the nights.

      The replay always runs from the first week of the archive on, so a row does not depend on --from.

      Exit status: 0 all is well, 1 there were too few weeks to judge any, 2 nothing could be done.
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  @Option(help: "A day in the first week to tell about (default: the 12th week of the archive).")
  var from: ReportDay?

  @Option(help: "A day in the last week to tell about (default: the last complete week).")
  var to: ReportDay?

  @Option(help: "How often the past is judged.") var every = ReplayCommand.Step.week

  @Option(
    name: .customLong("as-of"),
    help: "The day on which weeks must be complete (default: the pipeline file's, else today).")
  var asOf: ReportDay?

  @Option(
    help: """
      When topics are found anew: every week (weekly), or in a large archive only when enough is new (auto), with \
      new questions placed in the topics that there are.
      """)
  var refit = ReplayCommand.Refit.auto

  @Option(help: "Where the signals go, as CSV; - is standard output.") var signals = "-"

  @Option(help: "Where the alerts per month under other settings go, as CSV.") var settings: String?

  @Option(help: "Where a page for monitors goes: a file, or a folder.") var page: String?

  @Option(help: "How progress is shown: bar, plain or silent (default: what fits standard error).")
  var progress: Progress.Mode?

  func run() throws {
    var command = ReplayCommand(pipeline: pipeline)
    (command.from, command.to, command.asOf, command.refit) = (from, to, asOf, refit)
    (command.signals, command.settings, command.page) = (signals, settings, page)
    command.progress = progress ?? Progress.fitting
    throw ExitCode(command.run().rawValue)
  }
}

extension ReplayCommand.Step: ExpressibleByArgument {}
extension ReplayCommand.Refit: ExpressibleByArgument {}
