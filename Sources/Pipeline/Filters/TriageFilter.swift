// The filter `triage`: posts in, how much each is of what monitors look for out.

import Discussion
import Moderation
import Records
import Triage

/// Ranks posts, without a store.
public struct TriageFilter: Sendable {
  /// NDJSON `{id,text}` or `{id,title?,body}`; `-` is standard input.
  public var posts: String
  /// The ranking that `train` wrote; nil for the one that comes with the program.
  public var model: String?
  /// What monitors said of some of the posts, as CSV: the ranking that comes with the program learns from it first.
  public var verdicts: String?
  /// The Dutch word list that tells names from words.
  public var dictionary: String
  /// Where the ranks go, as CSV; `-` is standard output.
  public var scores: String

  /// From this standing on the words that weighed are told.
  private static let explained = 0.9
  /// So many words at most.
  private static let words = 4

  /// A filter from its parts.
  public init(
    posts: String, model: String? = nil, verdicts: String? = nil,
    dictionary: String = RedactFilter.usualDictionary, scores: String = "-"
  ) {
    self.posts = posts
    self.model = model
    self.verdicts = verdicts
    self.dictionary = dictionary
    self.scores = scores
  }

  /// A post after redaction, and how it ranks.
  private struct Ranked {
    var id: String
    var scores: [TriageClass: TriageScore]
    var words: [TriageClass: [String]] = [:]
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong; never any text of a post.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let (lexicon, isComplete) = try NameSources(dictionary: dictionary).lexicon(report: report)
      let redactor = Redactor(lexicon: lexicon, mode: .standard)
      var refused = 0
      let ranked: [Ranked]
      if let verdicts {
        let texts = try read(redactor, &refused, report) { id, text in (id: id, text: text) }
        let judged = try TriageVerdictFile(verdicts, texts: texts, report: report)
        refused += judged.refused
        let scorer = TriageModel(TriageExampleFile(shippedWith: redactor).examples + judged.examples)
          .makeScorer()
        ranked = texts.map { Self.rank($0.id, $0.text, scorer) }
      } else {
        let scorer = try ranking().makeScorer()
        ranked = try read(redactor, &refused, report) { id, text in Self.rank(id, text, scorer) }
      }
      try write(ranked)
      return refused == 0 && isComplete ? .clean : .incomplete
    } catch let error as TriageModelError {
      report("\(model ?? ""): \(error)")
      return .failed
    } catch {
      report("\(error)")
      return .failed
    }
  }

  private func ranking() throws -> TriageModel {
    try model.map { try TriageModel(bytes: try ByteReader.contents(of: $0)) } ?? ShippedTriage.model()
  }

  private func read<Value>(
    _ redactor: Redactor, _ refused: inout Int, _ report: (String) -> Void, _ value: (String, String) -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try JSONLines.forEach(of: posts) { result, line in
      guard let post = RedactFilter.post(result) else {
        refused += 1
        report("\(posts):\(line): no JSON object with an id and a text or body")
        return
      }
      let text = [post.title, post.text].compactMap(\.self).joined(separator: "\n")
      values.append(value(post.id, redactor.redact(RawText(text)).text))
    }
    return values
  }

  private static func rank(_ id: String, _ text: String, _ scorer: TriageScorer) -> Ranked {
    var ranked = Ranked(id: id, scores: scorer.scores(of: text))
    for (one, score) in ranked.scores where score.standing >= explained {
      ranked.words[one] = scorer.explanation(of: text, class: one, limit: words)
    }
    return ranked
  }

  /// Four rows a post, in the order of the posts; equal scores share the better rank.
  private func write(_ posts: [Ranked]) throws {
    var ranks: [TriageClass: [Double: Int]] = [:]
    for one in TriageClass.allCases {
      let sorted = posts.compactMap { $0.scores[one]?.score }.sorted(by: >)
      ranks[one] = Dictionary(
        sorted.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
    }
    let output = try ByteWriter(path: scores)
    var csv = CSVWriter(carriageReturns: false)
    csv.write(["post_id", "class", "score", "rank", "reasons", "standing"])
    for post in posts {
      for one in TriageClass.allCases {
        guard let score = post.scores[one], let rank = ranks[one]?[score.score] else { continue }
        csv.write([
          post.id, one.rawValue, Self.rounded(score.score), String(rank),
          (post.words[one] ?? []).joined(separator: "|"), Self.rounded(score.standing),
        ])
      }
      try output.write(csv.take())
    }
    try output.write(csv.take())
    try output.flush()
  }

  private static func rounded(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
}
