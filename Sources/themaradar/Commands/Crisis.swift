// The command `themaradar crisis`: which of the newest posts should be read now.
import ArgumentParser
import Pipeline

/// Looks for posts to read at once.
struct Crisis: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the newest posts, those most like a crisis first; for every fifteen minutes.",
    discussion: """
      Reads new exports in the inbox, ranks the posts that were written, edited or read since a moment, and lists them all: \
      numbers of posts only, no text. Pages do not change; the next night shows these posts as new. The program contacts \
      nobody, and it may miss a crisis.

      What a night reads in is on that night's pages, not here. README.md has a line for cron.

      Exit status: 0 = no post stands out, 1 = none does, but something could not be read, 2 = could not run, \
      3 = at least one post should be read now.
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  @Option(help: "From when: 15m, 2h, 1d, 2026-11-22T14:00 (local) or 2026-11-22T13:00:00Z.") var since: String

  @Option(
    help: ArgumentHelp(
      "Where the posts go as CSV, with how they rank; - is standard output, in the place of the list.",
      valueName: "file"))
  var csv: String?

  @Flag(inversion: .prefixedNo, help: "Whether new exports in the inbox are read first.") var inbox = true

  func run() throws {
    let status = CrisisDesk(pipeline: pipeline, since: since, table: csv, readsInbox: inbox).run()
    throw ExitCode(status.rawValue)
  }
}
