// The command `themaradar cluster`.

import ArgumentParser
import Pipeline

/// Groups posts into topics.
struct Cluster: FilterCommand {

  static let configuration = CommandConfiguration(
    abstract: "Group posts into recurring topics.",
    discussion: """
      Reads NDJSON with a post per line: {id,text} or {id,title?,body,created_at?,thread?,author?}. Every line is taken \
      as a post to cluster. Writes CSV with the topic of each post (--assignments; an empty topic means that the post \
      resembles no group enough), and CSV with the topics themselves (--topics). Without either, the assignments go to \
      standard output.

      With --state the topics of the night before are read from the file, kept where they live on, and written back.

      With --corrections the rows of a file as monitors fill it in (actie;onderwerp;naar;titel;bericht;toelichting;door) \
      are in force: verplaats;;TITLE;;POST makes POST an example of the topic TITLE. No log is kept: give the file again \
      with the next run.

      Exit status: 0 all is well, 1 some lines were refused (see the messages), 2 nothing could be done.
      """)

  @Argument(help: "The posts; - is standard input.")
  var posts: String

  @Option(help: "The language of the posts: nl or en.")
  var language = PostLanguage.dutch

  @Option(help: "The folder of the theme catalogue; none does without.")
  var catalogue = "none"

  @Option(
    help: """
      Vectors of the posts' texts, beside their words: a folder in Model2Vec's layout, or a file of NDJSON {id,vector}; \
      none does without.
      """)
  var embeddings = "none"

  @Option(
    help: """
      A program that turns texts into vectors: NDJSON {id,text} in, NDJSON {id,vector} out. Split at spaces, without a \
      shell. The texts leave this program towards it.
      """)
  var embeddingCommand: String?

  @Option(help: "Above 1 gives more and finer topics, below 1 fewer and coarser ones.")
  var granularity = 1.0

  @Option(help: "The file that keeps the topics from night to night.")
  var state: String?

  @Option(help: "A file of corrections to keep to (CSV); - is standard input.")
  var corrections: String?

  @Option(help: "Where the topic of each post goes; - is standard output.")
  var assignments: String?

  @Option(help: "Where the topics go; - is standard output.")
  var topics: String?

  func validate() throws {
    if !(granularity > 0 && granularity <= 100) {
      throw ValidationError("--granularity must be above 0 and at most 100")
    }
    if posts == "-", corrections == "-" {
      throw ValidationError("posts and corrections cannot both come from standard input")
    }
    if let embeddingCommand {
      if embeddings != "none" { throw ValidationError("give --embeddings or --embedding-command, not both") }
      if EmbeddingCommand(line: embeddingCommand).arguments.isEmpty {
        throw ValidationError("--embedding-command names no program")
      }
    }
  }

  private var embeddingSource: EmbeddingSource? {
    if let embeddingCommand { return .command(EmbeddingCommand(line: embeddingCommand)) }
    return embeddings == "none" ? nil : .named(embeddings)
  }

  func filter(report: (String) -> Void) -> ExitStatus {
    ClusterFilter(
      posts: posts, language: language, granularity: granularity,
      catalogue: catalogue == "none" ? nil : catalogue, embeddings: embeddingSource, state: state,
      corrections: corrections,
      assignments: assignments ?? (topics == nil ? "-" : nil), topics: topics
    ).run(report: report)
  }
}
