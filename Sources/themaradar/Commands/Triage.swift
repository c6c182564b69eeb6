// The command `themaradar triage`.

import ArgumentParser
import Pipeline

/// Ranks posts.
struct Triage: FilterCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank posts by how much they are of what monitors look for.",
    discussion: """
      Reads NDJSON {id,text} or {id,title?,body}. Writes CSV post_id,class,score,rank,reasons,standing, four rows a post, for \
      crisis, identifiable_client, hostile and spam. The higher the score, the more the post is like those of the class; rank \
      1 is the highest of these posts; reasons are the words that weighed most, for posts that stand out; standing is the \
      share of ordinary posts that are less so. No threshold hides a post: a crisis may stand low.

      --verdicts is a CSV with columns post_id, verdict and reasons, such as the monitors' form or log: a post that was \
      called "onterecht" for a reason is none of that class, any other verdict but "uitgesteld" says that it is.

      Exit status: 0 all is well, 1 lines were refused or the word list is missing, 2 nothing could be done.
      """)

  @Argument(help: "The posts; - is standard input.")
  var posts: String

  @Option(
    help: "The ranking, as `themaradar train` wrote it; without it the one that comes with the program.")
  var model: String?

  @Option(help: "What monitors said of some of the posts, to learn from first.")
  var verdicts: String?

  @Option(help: "Where the ranks go, as CSV; - is standard output.")
  var scores = "-"

  @Option(help: "The Dutch word list, in hunspell's format.")
  var dictionary = RedactFilter.usualDictionary

  func validate() throws {
    guard model == nil || verdicts == nil else {
      throw ValidationError("--verdicts teaches the ranking that comes with the program: leave --model out.")
    }
  }

  func filter(report: (String) -> Void) -> ExitStatus {
    TriageFilter(posts: posts, model: model, verdicts: verdicts, dictionary: dictionary, scores: scores)
      .run(report: report)
  }
}
