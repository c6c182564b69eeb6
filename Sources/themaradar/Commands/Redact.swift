// The command `themaradar redact`.

import ArgumentParser
import Pipeline

/// Finds personal data in posts and takes it out.
struct Redact: FilterCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find personal data in Dutch posts and take it out.",
    discussion: """
      Reads NDJSON {id,text} or {id,title?,body}. Writes with --findings a CSV post_id,kind,start,end,text and with \
      --redacted NDJSON {id,text}; without either, the redacted posts go to standard output. Offsets count Unicode \
      scalars of text (or of body), the end exclusive. What is found in a title stands under the id with #title \
      behind it, with offsets in the title, and the redacted title is written as title. The text of a citizen service \
      number (bsn) is left empty: it is never written.

      Names are told from words by the Dutch word list of the Debian package hunspell-nl. Rules miss some names: even \
      publication mode is no anonymisation.

      Exit status: 0 all is well, 1 lines were refused or the word list is missing, 2 nothing could be done.
      """)

  @Argument(help: "The posts; - is standard input.")
  var posts: String

  @Option(help: "The community's member list: CSV with a column of names, or a name on each line.")
  var members: String?

  @Option(help: "More names, one on each line.")
  var names: String?

  @Option(help: "The Dutch word list, in hunspell's format.")
  var dictionary = RedactFilter.usualDictionary

  @Option(
    help: """
      standard: what is found; publication: also every capitalised word that is no Dutch word, runs of digits, links.
      """)
  var mode = RedactFilter.Mode.standard

  @Option(help: "Where the findings go, as CSV; - is standard output.")
  var findings: String?

  @Option(help: "Where the redacted posts go, as NDJSON; - is standard output.")
  var redacted: String?

  func validate() throws {
    if findings == "-", redacted == "-" {
      throw ValidationError("--findings and --redacted cannot both go to standard output")
    }
  }

  func filter(report: (String) -> Void) -> ExitStatus {
    RedactFilter(
      posts: posts, members: members, names: names, dictionary: dictionary, mode: mode, findings: findings,
      redacted: redacted ?? (findings == nil ? "-" : nil)
    ).run(report: report)
  }
}

extension RedactFilter.Mode: ExpressibleByArgument {}
