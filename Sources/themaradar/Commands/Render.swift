// themaradar render PIPELINE: the dashboards once more from the store.
import ArgumentParser
import Pipeline

/// Makes pages and files anew.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the dashboards once more from the store: of the last night, or of any week.",
    discussion: """
      Without --week: all dashboards of the last night, byte for byte as that night made them unless something was \
      recorded, imported or changed in the pipeline file since.

      With --week: the core group's pages of that week. Of a week that a night reported on, the numbers are those of its \
      report; names, approved sentences and decisions are those of now. Of another week they are made from what the store \
      knows now of the time up to its end, and the page says so.

      The store is only read. Pages go below the folder of the dashboards, as week-2026-W13, or to the folder named by \
      --to, which must be new, empty, or hold such pages. What is erased later is not taken out of a folder elsewhere.

      Exit status: 0 = done, 2 = not done (the reason is on standard error).
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  @Option(help: "The week to show, such as 2026-W13, or a day in it.") var week: WeekArgument?

  @Option(help: "The folder to write to.") var to: String?

  @Flag(help: "Prints seconds and peak memory on standard error.") var timings = false

  func run() throws {
    var command = RenderCommand(pipeline: pipeline)
    (command.week, command.target, command.showsTimings) = (week?.week, to, timings)
    throw ExitCode(command.run().rawValue)
  }
}

/// A week on the command line.
struct WeekArgument: ExpressibleByArgument {
  let week: ReportWeek

  /// Reads `2026-W13`, or a day in the week.
  init?(argument: String) {
    guard
      let week = ReportWeek(iso8601: argument)
        ?? ReportDay(iso8601: argument).map({ ReportWeek(containing: $0) })
    else { return nil }
    self.week = week
  }
}
