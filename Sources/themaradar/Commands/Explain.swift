// themaradar explain PIPELINE POST|TOPIC: why is this post in this topic?
import ArgumentParser
import Pipeline

/// Explains a post or a topic.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain why a post is in its topic, or what a topic is made of.",
    discussion: """
      For monitors: the texts of posts are shown as they are. About the last published night.

      Exit status: 0 explained, 2 the post or topic is not known, or there was no night yet.
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String

  @Argument(help: "A post, such as jeugd:p01204, or a topic, such as OND-0012.") var subject: String

  @Option(help: "For people (text) or for programs (json).") var format = ExplainCommand.Format.text

  func run() throws {
    throw ExitCode(ExplainCommand.run(pipeline: pipeline, subject: subject, format: format).rawValue)
  }
}

extension ExplainCommand.Format: ExpressibleByArgument {}
