// The command `themaradar topic`: what monitors see of topics, and what they decide about them.
import ArgumentParser
import Pipeline

/// Shows topics and records what people decide about them.
struct Topic: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows topics and records what people decide about them.",
    discussion: """
      A topic is named by its number (OND-0012, ond-12) or its title, a post by its number (jeugd:p01204, p01204). What is \
      recorded goes to a log that only grows, takes force in the next night and holds on every later one. Monitors can \
      fill in the same as rows of correcties.csv in the inbox.

      Exit status: 0 = done, 2 = not done (the reason is on standard error).
      """,
    subcommands: [
      List.self, Show.self, Rename.self, Merge.self, Split.self, Pin.self, Move.self, Mute.self, Keep.self,
      Undo.self, Log.self,
    ])

  /// The community whose topics are meant.
  struct Target: ParsableArguments {
    @Argument(help: "The pipeline file (YAML).") var pipeline: String

    var desk: TopicDesk { TopicDesk(pipeline: pipeline) }
  }

  /// Who decides, and why.
  struct Entry: ParsableArguments {
    @Option(help: "Who says so, kept in the log.") var by: String?
    @Option(help: "Why, kept in the log.") var note: String?
    @Flag(help: "Says what would be recorded, and records nothing.") var dryRun = false

    var value: TopicDesk.Entry { TopicDesk.Entry(by: by, note: note, isDryRun: dryRun) }
  }

  private static func exit(_ status: ExitStatus) throws { throw ExitCode(status.rawValue) }

  /// Lists topics.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the topics of the last night.")
    @OptionGroup var target: Target
    @Flag(help: "Topics that sleep or are part of another one too.") var all = false
    @Option(help: "How the list is written: table or csv.") var format = TopicDesk.Format.table

    func run() throws { try Topic.exit(target.desk.list(all: all, format: format)) }
  }

  /// Shows one topic.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a topic: its words, weeks, corrections and questions.")
    @OptionGroup var target: Target
    @Argument(help: "The topic.") var topic: String
    @Option(help: "How many questions to show, newest first.") var posts = 25

    func run() throws { try Topic.exit(target.desk.show(topic, posts: posts)) }
  }

  /// Gives a topic another title.
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives a topic another title.",
      discussion: "The core group sees the title: one with personal data in it is refused.")
    @OptionGroup var target: Target
    @Argument(help: "The topic.") var topic: String
    @Argument(help: "The new title.") var title: String
    @OptionGroup var entry: Entry

    func run() throws {
      try Topic.exit(target.desk.record(.rename(topic: topic, title: title), entry.value))
    }
  }

  /// Makes topics part of another one.
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Makes topics part of another one.")
    @OptionGroup var target: Target
    @Argument(help: "The topics that end.") var topics: [String]
    @Option(help: "The topic that goes on.") var into: String
    @OptionGroup var entry: Entry

    func run() throws {
      try Topic.exit(target.desk.record(.merge(topics: topics, into: into), entry.value))
    }
  }

  /// Makes posts of a topic into a topic of their own.
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes some questions of a topic into a topic of their own.")
    @OptionGroup var target: Target
    @Argument(help: "The topic.") var topic: String
    @Argument(help: "The posts that go.") var posts: [String] = []
    @Option(help: "The new topic's title.") var title: String
    @Option(help: "Takes all questions of the topic that use this word, instead of naming them.") var word:
      String?
    @OptionGroup var entry: Entry

    func validate() throws {
      if posts.isEmpty == (word == nil) {
        throw ValidationError("Name the posts that go, or a word with --word.")
      }
    }

    func run() throws {
      let selection = word.map { TopicDesk.Selection.using(word: $0) } ?? .posts(posts)
      try Topic.exit(target.desk.split(topic, title: title, selection, entry.value))
    }
  }

  /// Lets a topic keep what it has.
  struct Pin: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets a topic keep its questions and its number, whatever a night finds.")
    @OptionGroup var target: Target
    @Argument(help: "The topic.") var topic: String
    @Flag(help: "No longer.") var off = false
    @OptionGroup var entry: Entry

    func run() throws { try Topic.exit(target.desk.record(.pin(topic: topic, isOn: !off), entry.value)) }
  }

  /// Puts posts in another topic.
  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts posts in a topic, in none, or in a new one.",
      discussion: "Posts that people placed teach: questions that resemble them follow.")
    @OptionGroup var target: Target
    @Argument(help: "The posts.") var posts: [String]
    @Option(help: "A topic, none, or the title of a new topic.") var to: String
    @OptionGroup var entry: Entry

    func run() throws { try Topic.exit(target.desk.record(.move(posts: posts, to: to), entry.value)) }
  }

  /// Keeps a topic from the core group.
  struct Mute: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keeps a topic off the core group's pages and out of the signals.")
    @OptionGroup var target: Target
    @Argument(help: "The topic.") var topic: String
    @Flag(help: "No longer.") var off = false
    @OptionGroup var entry: Entry

    func run() throws { try Topic.exit(target.desk.record(.mute(topic: topic, isOn: !off), entry.value)) }
  }

  /// Leaves a topic as it is.
  struct Keep: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says that a topic is right as it is, so that it is not proposed again.",
      discussion: "Without an option its questions belong together: no proposal to split it.")
    @OptionGroup var target: Target
    @Argument(help: "The topic.") var topic: String
    @Flag(help: "Its title is a good one: no proposal for another.") var title = false
    @Option(help: "It is not about the same as this topic: no proposal to merge them.") var apartFrom: String?
    @OptionGroup var entry: Entry

    func validate() throws {
      if title, apartFrom != nil { throw ValidationError("Take --title or --apart-from, not both.") }
    }

    func run() throws {
      let kept: CorrectionRequest.Kept = apartFrom.map { .apart(from: $0) } ?? (title ? .title : .whole)
      try Topic.exit(target.desk.record(.keep(topic: topic, kept), entry.value))
    }
  }

  /// Takes lines of the log back.
  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes lines of the log back, by a line that says so.")
    @OptionGroup var target: Target
    @Argument(help: "The lines, such as 4 or 4-7.") var lines: [String]
    @OptionGroup var entry: Entry

    func run() throws {
      try Topic.exit(
        target.desk.record(.withdraw(lines: lines.joined(separator: ",")), entry.value))
    }
  }

  /// Shows the log.
  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows what people decided, oldest first.")
    @OptionGroup var target: Target

    func run() throws { try Topic.exit(target.desk.log()) }
  }
}

extension TopicDesk.Format: ExpressibleByArgument {}
