// The command `themaradar quarantine`: what could not be read, and reading it again.
import ArgumentParser
import Pipeline

/// Shows what stands in quarantine, and reads it again.
struct Quarantine: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what could not be read, why, and reads it again.",
    discussion: """
      Nothing that comes in is lost: a record that cannot be read is kept with its place and its reason, and a file that \
      cannot be read is named. Both are listed under a number (R12 is a record, B7 a file).

      Exit status: 0 = nothing (left) in quarantine, 1 = something is, 2 = could not run.
      """,
    subcommands: [List.self, Show.self, Retry.self], defaultSubcommand: List.self)

  struct Filter: ParsableArguments {
    @Argument(help: "The pipeline file (YAML).") var pipeline: String
    @Argument(help: "Numbers such as R12 or B7; without: all.") var numbers: [String] = []
    @Option(help: "Only what stands in this file, by its path below the inbox.") var bestand: String?
    @Option(help: "Only what has this reason, such as date.") var reden: String?

    var selection: QuarantineDesk.Selection {
      var selection = QuarantineDesk.Selection()
      selection.names = numbers
      selection.file = bestand
      selection.reason = reden
      return selection
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists numbers, places and reasons; of a record no more than the value that is wrong.")
    @OptionGroup var filter: Filter
    @Flag(help: "Writes CSV for programs.") var csv = false

    func run() throws {
      throw ExitCode(QuarantineDesk(pipeline: filter.pipeline).list(filter.selection, asCSV: csv).rawValue)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what was kept of it, also what people wrote: for the eyes of a monitor.")
    @OptionGroup var filter: Filter

    func run() throws {
      throw ExitCode(QuarantineDesk(pipeline: filter.pipeline).show(filter.selection).rawValue)
    }
  }

  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads the files again in which it stands, as the mapping and the readers are now.")
    @OptionGroup var filter: Filter

    func run() throws {
      throw ExitCode(QuarantineDesk(pipeline: filter.pipeline).retry(filter.selection).rawValue)
    }
  }
}
