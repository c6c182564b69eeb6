// The filter `questions`: posts in, the sentences in which they ask the community something out.

import Language
import Records

/// Finds the asking sentences of posts, without a store.
public struct QuestionsFilter: Sendable {
  /// NDJSON with a post per line; `-` is standard input.
  public var posts: String
  /// The language the posts are in.
  public var language: LanguageCode
  /// Where the CSV goes; `-` is standard output.
  public var output: String
  /// Where NDJSON with the features and scores behind every verdict goes; nowhere when nil.
  public var explanation: String?

  /// A filter from its parts.
  public init(
    posts: String, language: LanguageCode = .dutch, output: String = "-", explanation: String? = nil
  ) {
    self.posts = posts
    self.language = language
    self.output = output
    self.explanation = explanation
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong.
  /// - Returns: clean when all is well, incomplete when lines were refused, failed when nothing could be done.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let writer = try ByteWriter(path: output)
      let explaining = try explanation.map { try ByteWriter(path: $0) }
      let detector = QuestionDetector(language: language)
      var csv = CSVWriter(carriageReturns: false)
      csv.write(["post_id", "is_question", "start", "end", "text"])
      let refused = try forEachPost(report) { post in
        Self.write(
          detector.verdict(title: post.title, body: post.body, opensThread: post.opensThread), of: post,
          to: &csv)
        try writer.write(csv.take())
        guard let explaining else { return }
        let found = detector.explain(title: post.title, body: post.body, opensThread: post.opensThread)
        try explaining.writeLine(Self.json(found, of: post))
      }
      try writer.write(csv.take())
      try writer.flush()
      try explaining?.flush()
      return refused == 0 ? .clean : .incomplete
    } catch {
      report("\(error)")
      return .failed
    }
  }

  // MARK: In

  private struct InputPost {
    var id: String
    var title: String?
    var body: String
    var opensThread: Bool?
  }

  /// Hands out the posts one by one, and returns how many lines were none.
  private func forEachPost(
    _ report: (String) -> Void, _ body: (InputPost) throws -> Void
  ) throws -> Int {
    var refused = 0
    func refuse(_ line: Int, _ reason: String) {
      refused += 1
      report("\(posts):\(line): \(reason)")
    }
    try JSONLines.forEach(of: posts) { result, line in
      switch result {
      case .success(let value):
        guard value.kind == .object, let id = value["id"]?.text, let text = value["body"]?.string else {
          return refuse(line, "a post needs an \"id\" and a \"body\" that is text")
        }
        try body(
          InputPost(
            id: id, title: value["title"]?.string, body: text, opensThread: Self.opensThread(value)))
      case .failure(let error):
        refuse(line, "no JSON (\(error.reason.rawValue) at byte \(error.byte))")
      }
    }
    return refused
  }

  /// Whether a post opens its conversation, as far as its record tells.
  private static func opensThread(_ post: JSONValue) -> Bool? {
    switch post["kind"]?.string {
    case "topic": return true
    case "reply", "comment": return false
    case "chat": return nil
    default: break
    }
    guard let parent = post["parent"] ?? post["parent_id"] else { return nil }
    if !parent.isNull { return false }
    return (post["thread"] ?? post["thread_id"]) == nil ? nil : true
  }

  // MARK: Out

  private static func write(_ verdict: QuestionVerdict, of post: InputPost, to csv: inout CSVWriter) {
    guard verdict.isQuestion else { return csv.write([post.id, "0", "", "", ""]) }
    for sentence in verdict.sentences {
      let start = sentence.range.map { String($0.lowerBound) } ?? ""
      let end = sentence.range.map { String($0.upperBound) } ?? ""
      csv.write([post.id, "1", start, end, sentence.text])
    }
  }

  private static func json(_ found: QuestionExplanation, of post: InputPost) -> JSONOutput {
    .object([
      (key: "id", value: .string(post.id)),
      (key: "score", value: .number(rounded(found.score))),
      (key: "features", value: .array(found.features.map(JSONOutput.string))),
      (
        key: "sentences",
        value: .array(
          found.sentences.map { sentence in
            .object([
              (
                key: "range",
                value: sentence.range.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }
                  ?? .null
              ),
              (key: "score", value: .number(rounded(sentence.score))),
              (key: "features", value: .array(sentence.features.map(JSONOutput.string))),
            ])
          })
      ),
    ])
  }

  private static func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }
}
