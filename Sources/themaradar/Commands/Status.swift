// themaradar status PIPELINE: how the last nights went.
import ArgumentParser
import Pipeline

/// Tells about the last runs.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells about the last runs: when, how they ended, what each stage did and how long it took.")

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  @Option(help: "How many runs to show.") var runs = 5

  func run() throws {
    throw ExitCode(StatusReport.run(pipeline: pipeline, runs: runs).rawValue)
  }
}
