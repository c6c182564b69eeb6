// The filter `train`: labelled posts in, the ranking for monitors out.

import Discussion
import Moderation
import Records
import Triage

/// Trains the ranking of new posts, and says what it makes of posts that it did not learn from.
public struct TrainFilter: Sendable {
  /// The shares of posts of which is told how many of a class stand among them.
  public static let shares = [0.02, 0.05, 0.10, 0.20]

  /// NDJSON `{id,text,classes,unlabelled?}`.
  public var examples: [String]
  /// The Dutch word list that tells names from words.
  public var dictionary: String
  /// Where the ranking goes; nil for nowhere.
  public var model: String?
  /// Where the scores of the cross-validation go, as CSV; nil for nowhere.
  public var scores: String?

  /// A filter from its parts.
  public init(
    examples: [String], dictionary: String = RedactFilter.usualDictionary, model: String? = nil,
    scores: String? = nil
  ) {
    self.examples = examples
    self.dictionary = dictionary
    self.model = model
    self.scores = scores
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong, and the table; never any text of a post.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      let (lexicon, isComplete) = try NameSources(dictionary: dictionary).lexicon(report: report)
      let redactor = Redactor(lexicon: lexicon, mode: .standard)
      var (all, refused): ([TriageExample], Int) = ([], 0)
      for path in examples {
        let file = try TriageExampleFile(path, redactor: redactor, report: report)
        all += file.examples
        refused += file.refused
      }
      guard !all.isEmpty else {
        report("there is nothing to learn from")
        return .failed
      }
      let trained = TriageModel.train(all)
      if let model { try Self.write(trained.model.bytes, to: model) }
      if let scores { try Self.write(Self.table(trained.examples, trained.scores), to: scores) }
      for line in Self.recall(trained.examples, trained.scores) { report(line) }
      return refused == 0 && isComplete ? .clean : .incomplete
    } catch {
      report("\(error)")
      return .failed
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let writer = try ByteWriter(path: path)
    try writer.write(bytes)
    try writer.flush()
  }

  private static func table(_ examples: [TriageExample], _ scores: [[TriageClass: Double]]) -> [UInt8] {
    var csv = CSVWriter(carriageReturns: false)
    csv.write(["post_id", "class", "score"])
    for (example, scores) in zip(examples, scores) {
      for one in TriageClass.allCases { csv.write([example.id, one.rawValue, "\(scores[one] ?? 0)"]) }
    }
    return csv.take()
  }

  /// Which share of the posts of each class stands in the top so much of the labelled posts.
  static func recall(_ examples: [TriageExample], _ scores: [[TriageClass: Double]]) -> [String] {
    TriageClass.allCases.map { one in
      let ranked = zip(examples, scores).filter { !$0.0.unlabelled.contains(one) }
        .sorted { ($1.1[one] ?? 0, $0.0.id) < ($0.1[one] ?? 0, $1.0.id) }
        .map { $0.0.classes.contains(one) }
      let members = ranked.count(where: \.self)
      let shares = shares.map { share in
        let top = ranked.prefix(max(1, Int(Double(ranked.count) * share))).count(where: \.self)
        return "\(members == 0 ? 0 : top * 100 / members) % in the top \(Int((share * 100).rounded())) %"
      }
      return "\(one.rawValue): \(members) of \(ranked.count) posts; " + shares.joined(separator: ", ")
    }
  }
}
