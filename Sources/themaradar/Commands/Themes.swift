// The command `themaradar themes`.

import ArgumentParser
import Pipeline

/// Tells about a theme catalogue.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a theme catalogue and try it out.", subcommands: [Check.self, Test.self, Coverage.self])

  /// Writes a result line.
  private static func write(_ line: String) { Console.standardOutput.write(line + "\n") }
  private static func report(_ line: String) { Console.standardError.write("themaradar themes: \(line)\n") }

  /// Runs a filter and exits with its status; what it throws is told, and exits with 2.
  private static func exit(with body: () throws -> ExitStatus) throws {
    let status: ExitStatus
    do {
      status = try body()
    } catch {
      report("\(error)")
      throw ExitCode(ExitStatus.failed.rawValue)
    }
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// Checks a catalogue.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the files of a catalogue.",
      discussion: "Exit status: 0 all is well, 1 something deserves a look, 2 the catalogue cannot be used.")

    @Argument(help: "The folder of the catalogue.")
    var folder: String

    func run() throws { try Themes.exit { ThemesFilter(folder: folder).check(write: Themes.write) } }
  }

  /// Tries a catalogue on a text.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show which themes a text scores on, and why.",
      discussion: "Exit status: 0 the text names a theme, 1 it names none, 2 the catalogue cannot be used.")

    @Argument(help: "The folder of the catalogue.")
    var folder: String

    @Argument(help: "The text, as somebody would write it.")
    var text: String

    func run() throws { try Themes.exit { try ThemesFilter(folder: folder).test(text, write: Themes.write) } }
  }

  /// Measures what a catalogue covers.
  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show how many posts name a theme, and which themes none names.",
      discussion: """
        Exit status: 0 all posts were read, 1 some lines were refused, 2 nothing could be done.
        """)

    @Argument(help: "The folder of the catalogue.")
    var folder: String

    @Argument(help: "The posts: NDJSON {id,text} or {id,title?,body}; - is standard input.")
    var posts: String

    func run() throws {
      try Themes.exit {
        try ThemesFilter(folder: folder).coverage(ofPosts: posts, write: Themes.write, report: Themes.report)
      }
    }
  }
}
