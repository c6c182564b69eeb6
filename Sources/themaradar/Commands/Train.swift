// The command `themaradar train`.

import ArgumentParser
import Pipeline

/// Trains the ranking of new posts for monitors.
struct Train: FilterCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the ranking of new posts for monitors.",
    discussion: """
      Reads labelled posts, NDJSON {id,text,classes,unlabelled?}; classes are crisis, identifiable_client, hostile and \
      spam. Personal data are taken out before anything is learned. Writes the ranking, and tells on standard error \
      which share of the posts of each class stands in the top of posts that the ranking did not learn from.

      Exit status: 0 all is well, 1 lines were refused or the word list is missing, 2 nothing could be done.
      """)

  @Argument(help: "Labelled posts.")
  var examples: [String]

  @Option(help: "Where the ranking goes.")
  var model: String?

  @Option(
    help: "Where the scores of the cross-validation go, as CSV post_id,class,score; - is standard output.")
  var scores: String?

  @Option(help: "The Dutch word list, in hunspell's format.")
  var dictionary = RedactFilter.usualDictionary

  func filter(report: (String) -> Void) -> ExitStatus {
    TrainFilter(examples: examples, dictionary: dictionary, model: model, scores: scores).run(report: report)
  }
}
