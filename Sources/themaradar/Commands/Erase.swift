// The command `themaradar erase`: takes a person, or a post, out of everything.
import ArgumentParser
import Pipeline

/// Erases authors and posts.
struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes an author, or a post, out of the store and the dashboards for good.",
    discussion: """
      All that an author wrote goes: texts, older texts, records in quarantine, and what was derived from them. The \
      store's file is written anew, so that nothing stays in its free pages. A keyed hash stays behind: a later export, or \
      an older one, cannot bring it back. All dashboards are removed and those of the last night are made anew. Answers by \
      others stay. Signals keep the numbers that they were published with.

      An author is named as the exports do (the value that the mapping reads as author: a number, an address or a name), \
      with its source before it where that is needed (jeugd:m049), or by pseudonym. With --name the posts of others in \
      which that name stands are listed, by id and place, for a monitor to look at.

      Exit status: 0 = done, 1 = erased but something after that fell short, 2 = nothing was erased.
      """)

  @Argument(help: "The pipeline file (YAML).") var pipeline: String
  @Option(parsing: .upToNextOption, help: "The authors, with all their posts.") var author: [String] = []
  @Option(parsing: .upToNextOption, help: "Posts by themselves, such as jeugd:p01204.") var post: [String] =
    []
  @Option(parsing: .upToNextOption, help: "What the person is called, to look for in the posts of others.")
  var name: [String] = []
  @Flag(help: "Says what would be erased, and erases nothing.") var dryRun = false
  @Flag(name: .customLong("no-run"), help: "Leaves it to the next night to make dashboards.") var noRun =
    false

  func validate() throws {
    guard !(author + post).isEmpty else {
      throw ValidationError("Say who (--author) or what (--post) is to be erased.")
    }
  }

  func run() throws {
    let status = ErasureDesk(pipeline: pipeline).erase(
      authors: author, posts: post, names: name, isDryRun: dryRun, runsNight: !noRun)
    throw ExitCode(status.rawValue)
  }
}
