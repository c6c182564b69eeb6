// The command `themaradar questions`.

import ArgumentParser
import Pipeline

/// Finds the sentences in which posts ask the community something.
struct Questions: FilterCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the posts that ask the community something, and the sentences that ask it.",
    discussion: """
      Reads NDJSON with a post per line: {"id", "title" (may be absent), "body"}. Where a line also says whether the \
      post opens its conversation ("kind", or "parent" and "thread"), that is used. Writes CSV \
      post_id,is_question,start,end,text: a row per asking sentence, best first, with its place in Unicode scalars \
      of the body (empty when the title asks), and one row with is_question 0 where nothing is asked.

      Exit status: 0 all is well, 1 some lines were refused (see the messages), 2 nothing could be done.
      """)

  @Argument(help: "The posts; - is standard input.")
  var posts: String

  @Option(help: "The language of the posts: nl or en.")
  var language = PostLanguage.dutch

  @Option(name: .shortAndLong, help: "Where the CSV goes; - is standard output.")
  var output = "-"

  @Option(help: "Also write NDJSON with the features and scores behind every verdict to this file.")
  var explain: String?

  func filter(report: (String) -> Void) -> ExitStatus {
    QuestionsFilter(posts: posts, language: language, output: output, explanation: explain)
      .run(report: report)
  }
}

extension PostLanguage: ExpressibleByArgument {}
