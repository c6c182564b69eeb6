// themaradar check PIPELINE: is the pipeline file right, and what would a night do?
import ArgumentParser
import Pipeline

/// Validates and explains a pipeline file.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validates a pipeline file and explains what a night would do, without running it.")

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  func run() throws {
    throw ExitCode(PipelineCheck.run(pipeline: pipeline).rawValue)
  }
}
