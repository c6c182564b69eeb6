// What monitors decided about posts, as their pages need it: the log, how often reasons were right, and the day's number.
import Discussion
import Moderation

/// Everything about verdicts that the monitors' pages and files show, as plain values. Lists may come in any order.
public struct VerdictReport: Hashable, Sendable {
  /// All lines of the log.
  public var lines: [VerdictLine]
  /// How often each reason was right.
  public var precision: [ReasonPrecision]
  /// Posts that were judged and do not stand in the queue now.
  public var settled: Int
  /// So many rows of the queue are for one day.
  public var budget: Int
  /// The name of the pipeline file, for the command that records a verdict.
  public var pipeline: String

  /// A report from its parts.
  public init(
    lines: [VerdictLine] = [], precision: [ReasonPrecision] = [], settled: Int = 0,
    budget: Int = ReviewBudget.usual, pipeline: String = "PIPELINE.yaml"
  ) {
    self.lines = lines
    self.precision = precision
    self.settled = settled
    self.budget = budget
    self.pipeline = pipeline
  }
}

/// A line of the log.
public struct VerdictLine: Hashable, Sendable {
  /// The line as it was recorded.
  public var line: Verdict
  /// Whether it still holds.
  public var isInForce: Bool

  /// A line from its parts.
  public init(line: Verdict, isInForce: Bool) {
    self.line = line
    self.isInForce = isInForce
  }
}
