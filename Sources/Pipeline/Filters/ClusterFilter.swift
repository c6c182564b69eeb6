// The filter `cluster`: posts in, their topics out, with a state file that keeps identities from night to night.

import Discussion
import Language
import Records
import Topics

/// Groups posts into topics, without a store.
public struct ClusterFilter: Sendable {
  /// NDJSON `{id,text}` or `{id,title?,body,created_at?,thread?,author?}`; `-` is standard input.
  public var posts: String
  /// The language the posts are in.
  public var language: LanguageCode
  /// Above 1 gives more and finer topics, below 1 fewer and coarser ones.
  public var granularity: Double
  /// The folder of the theme catalogue; nil does without.
  public var catalogue: String?
  /// Where vectors of the posts' texts come from; nil does without.
  public var embeddings: EmbeddingSource?
  /// The file that keeps the topics from night to night: read when it is there, and replaced. Nil keeps nothing.
  public var state: String?
  /// A file of corrections (`actie;onderwerp;naar;titel;bericht;…`); nil does without.
  public var corrections: String?
  /// Where CSV `post_id,topic_id,similarity` goes; `-` is standard output.
  public var assignments: String?
  /// Where CSV `topic_id,title,words,posts,theme,origin,status,successor` goes; `-` is standard output.
  public var topics: String?

  /// A filter from its parts.
  public init(
    posts: String, language: LanguageCode = .dutch, granularity: Double = 1, catalogue: String? = nil,
    embeddings: EmbeddingSource? = nil, state: String? = nil, corrections: String? = nil,
    assignments: String? = nil, topics: String? = nil
  ) {
    self.posts = posts
    self.language = language
    self.granularity = granularity
    self.catalogue = catalogue
    self.embeddings = embeddings
    self.state = state
    self.corrections = corrections
    self.assignments = assignments
    self.topics = topics
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong.
  /// - Returns: clean when all is well, incomplete when lines were refused, failed when nothing could be done.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let previous = try state.flatMap { try TopicStateFile.read($0) }
      var reader = TopicPostReader(path: posts)
      try reader.read(report: report)
      guard !reader.posts.isEmpty else {
        report("\(posts): no post could be used")
        return .failed
      }
      var settings = TopicSettings(language: language)
      settings.granularity = granularity
      if let catalogue { settings.catalogue = try ThemeCatalogueReader.catalogue(folder: catalogue) }
      let sheet = try corrections.map { path in
        try CorrectionFile(path: path, state: previous, posts: reader.posts.map(\.id), report: report)
      }
      try embed(reader.posts, into: &settings, report: report)
      let result = TopicModel(settings: settings)
        .cluster(reader.posts, previous: previous, corrections: sheet?.corrections ?? TopicCorrections())
      if let assignments { try Self.write(Self.rows(of: result.assignments), to: assignments) }
      if let topics { try Self.write(Self.rows(of: result), to: topics) }
      if let state { try TopicStateFile.write(result.state, to: state) }
      return reader.refused == 0 && sheet?.refused ?? 0 == 0 ? .clean : .incomplete
    } catch {
      report("\(error)")
      return .failed
    }
  }

  private func embed(_ posts: [TopicPost], into settings: inout TopicSettings, report: (String) -> Void)
    throws
  {
    guard let embeddings else { return }
    guard let vectors = try embeddings.vectors(of: posts, store: nil) else {
      return report("no post has a vector; the posts are grouped by their words alone")
    }
    let without = posts.count { vectors[$0.id] == nil }
    if without > 0 {
      report("\(without) of \(posts.count) posts have no vector and are placed by their words alone")
    }
    settings.vectors = vectors
  }

  private static func write(_ rows: [[String]], to path: String) throws {
    var csv = CSVWriter(carriageReturns: false)
    for row in rows { csv.write(row) }
    let writer = try ByteWriter(path: path)
    try writer.write(csv.take())
    try writer.flush()
  }

  private static func rows(of assignments: [TopicAssignment]) -> [[String]] {
    [["post_id", "topic_id", "similarity"]]
      + assignments.map { assignment in
        [
          assignment.post.description, assignment.topic?.description ?? "",
          assignment.topic == nil ? "" : fourDecimals(assignment.similarity),
        ]
      }
  }

  private static func rows(of result: TopicResult) -> [[String]] {
    var sizes: [TopicID: Int] = [:]
    for assignment in result.assignments {
      if let topic = assignment.topic { sizes[topic, default: 0] += 1 }
    }
    return [["topic_id", "title", "words", "posts", "theme", "origin", "status", "successor"]]
      + result.topics.map { topic in
        [
          topic.id.description, topic.title, topic.words.joined(separator: " "),
          String(sizes[topic.id] ?? 0), topic.theme ?? "", topic.origin.rawValue, topic.status.rawValue,
          topic.successor?.description ?? "",
        ]
      }
  }

  private static func fourDecimals(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
