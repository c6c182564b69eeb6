// The filter `triage`: posts in, how much each is of what monitors look for out.

import Discussion
import Moderation
import Records
import Triage

/// Scores posts by a ranking, without a store.
public struct TriageFilter: Sendable {
  /// NDJSON `{id,text}` or `{id,title?,body}`; `-` is standard input.
  public var posts: String
  /// The ranking that `train` wrote.
  public var model: String
  /// The Dutch word list that tells names from words.
  public var dictionary: String
  /// Where the scores go, as CSV; `-` is standard output.
  public var scores: String

  /// A filter from its parts.
  public init(
    posts: String, model: String, dictionary: String = RedactFilter.usualDictionary, scores: String = "-"
  ) {
    self.posts = posts
    self.model = model
    self.dictionary = dictionary
    self.scores = scores
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong; never any text of a post.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let (lexicon, isComplete) = try NameSources(dictionary: dictionary).lexicon(report: report)
      let redactor = Redactor(lexicon: lexicon, mode: .standard)
      let scorer = try TriageModel(bytes: try ByteReader.contents(of: model)).makeScorer()
      let output = try ByteWriter(path: scores)
      var csv = CSVWriter(carriageReturns: false)
      csv.write(["post_id", "class", "score", "standing"])
      var refused = 0
      try JSONLines.forEach(of: posts) { result, line in
        guard let post = RedactFilter.post(result) else {
          refused += 1
          report("\(posts):\(line): no JSON object with an id and a text or body")
          return
        }
        let text = [post.title, post.text].compactMap(\.self).joined(separator: "\n")
        let found = scorer.scores(of: redactor.redact(RawText(text)).text)
        for one in TriageClass.allCases {
          guard let score = found[one] else { continue }
          csv.write([post.id, one.rawValue, Self.rounded(score.score), Self.rounded(score.standing)])
        }
        try output.write(csv.take())
      }
      try output.flush()
      return refused == 0 && isComplete ? .clean : .incomplete
    } catch let error as TriageModelError {
      report("\(model): \(error)")
      return .failed
    } catch {
      report("\(error)")
      return .failed
    }
  }

  private static func rounded(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
}
