// The command `themaradar triage`.

import ArgumentParser
import Pipeline

/// Scores posts by a ranking.
struct Triage: FilterCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score posts by how much they are of what monitors look for.",
    discussion: """
      Reads NDJSON {id,text} or {id,title?,body} and a ranking that `themaradar train` wrote. Writes CSV \
      post_id,class,score,standing, four rows a post: the higher the score, the more the post is like those of the class; \
      standing is the share of ordinary posts that are less so. No threshold hides a post: a crisis may stand low.

      Exit status: 0 all is well, 1 lines were refused or the word list is missing, 2 nothing could be done.
      """)

  @Argument(help: "The posts; - is standard input.")
  var posts: String

  @Option(help: "The ranking.")
  var model: String

  @Option(help: "Where the scores go, as CSV; - is standard output.")
  var scores = "-"

  @Option(help: "The Dutch word list, in hunspell's format.")
  var dictionary = RedactFilter.usualDictionary

  func filter(report: (String) -> Void) -> ExitStatus {
    TriageFilter(posts: posts, model: model, dictionary: dictionary, scores: scores).run(report: report)
  }
}
