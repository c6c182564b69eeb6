// The command line: parses arguments, calls Pipeline, prints, exits. Nothing else.
import ArgumentParser
import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program.
@main
struct Themaradar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themaradar",
    abstract: "Finds the questions that keep coming back in a professional community.",
    discussion: """
      Every night it reads the exported discussions, groups the questions into topics, notices when a subject \
      draws more people than was to be expected, and writes dashboards for monitors and for the core group.

      Exit status: 0 = clean, 1 = done but something was set aside, 2 = could not run.
      """,
    version: ProgramVersion.current,
    subcommands: [
      Run.self, Check.self, Status.self, Render.self, Replay.self, Topic.self, Decide.self, Review.self,
      Quarantine.self,
      Explain.self,
      Crisis.self, Erase.self,
      Retention.self, Import.self, Map.self,
      Questions.self,
      Cluster.self,
      Themes.self,
      Detect.self,
      Redact.self, Train.self, Triage.self,
    ]
  )

  /// Like the library's own `main`, but every mistake in the arguments exits with 2, as the contract says.
  static func main() {
    // For the date of every entry of an archive the C library looks twice whether the zone of the machine changed, unless it
    // is told one. No date that is read or shown uses it: zones are settings. A program that makes vectors gets it too.
    setenv("TZ", "UTC", 0)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .validationFailure || !(error is ExitCode || code == .success) {
        Console.standardError.write(fullMessage(for: error) + "\n")
        exit(withError: ExitCode(2))
      }
      exit(withError: error)
    }
  }
}
