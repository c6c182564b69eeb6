// themaradar explain: why is this post in this topic, and what is this topic made of?
import Discussion
import Foundation
import Storage
import Topics

/// Explains a post or a topic of the last published night.
public enum ExplainCommand {
  /// For whom the explanation is written.
  public enum Format: String, Sendable, CaseIterable {
    /// For people: Dutch, with the texts of posts as they are.
    case text
    /// For programs: one JSON object.
    case json
  }

  /// Prints the explanation on standard output. Status 2 when the post or topic is not known, or no night has been
  /// published yet.
  /// - Parameter subject: a post's identity (`jeugd:p01204`, or `p01204` where one source has it) or a topic's.
  public static func run(pipeline path: String, subject: String, format: Format) -> ExitStatus {
    do {
      Console.standardOutput.write(try explanation(pipeline: path, subject: subject, format: format))
      return .clean
    } catch {
      Console.standardError.write("themaradar: \(error)\n")
      return .failed
    }
  }

  static func explanation(pipeline path: String, subject: String, format: Format) throws -> String {
    let night = try ExplainedNight.load(PipelineFile.read(path))
    if let topic = TopicID(subject) {
      guard let explanation = try night.explanation(of: topic) else {
        throw NightError.cannotRun("er is nooit een onderwerp \(topic) geweest")
      }
      return format == .json ? explanation.json : explanation.text
    }
    let explanation = try night.explanation(of: try night.post(named: subject))
    return format == .json ? explanation.json : explanation.text
  }
}
