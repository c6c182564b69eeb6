// What a log of verdicts comes down to: which lines hold, per post, and how often each reason was right.

/// A judgement that holds or held, with its line.
public struct RecordedJudgement: Hashable, Sendable {
  /// The number of its line.
  public var line: Int
  /// What became of the post.
  public var judgement: Verdict.Judgement

  /// A judgement with the number of its line.
  public init(line: Int, judgement: Verdict.Judgement) {
    self.line = line
    self.judgement = judgement
  }
}

/// How often a reason was right.
public struct ReasonPrecision: Hashable, Sendable {
  /// The reason, without its number.
  public var reason: ReviewReason
  /// Texts that people judged for it.
  public var seen: Int
  /// Of those, how many stood in the queue for nothing.
  public var unjust: Int

  /// Numbers of texts.
  public init(reason: ReviewReason, seen: Int, unjust: Int) {
    self.reason = reason
    self.seen = seen
    self.unjust = unjust
  }
}

/// What a log of verdicts comes down to.
public struct Verdicts: Hashable, Sendable {
  /// The judgements that hold, by post, oldest first.
  public private(set) var inForce: [PostID: [RecordedJudgement]] = [:]
  /// The judgements that people took back, by post, oldest first.
  public private(set) var takenBack: [PostID: [RecordedJudgement]] = [:]
  /// What was said about showing sentences of posts, by post, oldest first; also what was taken back.
  public private(set) var quotations: [PostID: [RecordedQuotation]] = [:]
  /// The lines that no longer hold.
  public private(set) var withdrawn: Set<Int> = []
  /// The last line that is about a post, also one that takes a judgement back.
  public private(set) var lastLine: [PostID: Int] = [:]

  /// No verdicts.
  public init() {}

  /// Reads a log, in the order of its numbers.
  public init(_ log: [Verdict]) {
    withdrawn = Self.withdrawn(in: log)
    var posts: [Int: PostID] = [:]
    for line in log.sorted(by: { $0.number < $1.number }) {
      switch line.action {
      case .judge(let judgement):
        posts[line.number] = judgement.post
        let recorded = RecordedJudgement(line: line.number, judgement: judgement)
        if withdrawn.contains(line.number) {
          takenBack[judgement.post, default: []].append(recorded)
        } else {
          inForce[judgement.post, default: []].append(recorded)
        }
      case .quote(let quotation):
        posts[line.number] = quotation.post
        quotations[quotation.post, default: []].append(
          RecordedQuotation(line: line.number, quotation: quotation))
      case .withdraw(let other): posts[line.number] = posts[other]
      }
      if let post = posts[line.number] { lastLine[post] = line.number }
    }
  }

  /// The lines that no longer hold: a line that withdraws can be withdrawn itself.
  public static func withdrawn(in log: [Verdict]) -> Set<Int> {
    var withdrawn = Set<Int>()
    for line in log.sorted(by: { $0.number > $1.number }) where !withdrawn.contains(line.number) {
      if case .withdraw(let number) = line.action, number < line.number { withdrawn.insert(number) }
    }
    return withdrawn
  }

  /// How often each reason was right, over all texts that were judged: the last word about a text and a reason counts, and
  /// what was postponed is not judged yet. By the reasons' codes.
  public var precision: [ReasonPrecision] {
    struct Judged: Hashable {
      var post: PostID
      var version: TextVersion
      var reason: ReviewReason
    }
    var kinds: [Judged: VerdictKind] = [:]
    for recorded in inForce.values.joined().sorted(by: { $0.line < $1.line }) {
      let judgement = recorded.judgement
      for reason in judgement.told {
        kinds[Judged(post: judgement.post, version: judgement.version, reason: reason)] =
          judgement.kind
      }
    }
    let judged = kinds.filter { $0.value != .postponed }
    return Dictionary(grouping: judged, by: \.key.reason)
      .map { reason, texts in
        ReasonPrecision(
          reason: reason, seen: texts.count, unjust: texts.count { $0.value == .unjust })
      }
      .sorted { $0.reason < $1.reason }
  }
}
