// A post of which people said what it is: what the ranking learns from.

import Discussion

/// A labelled post.
public struct TriageExample: Hashable, Sendable {
  /// Tells it from others; examples with the same text count once.
  public var id: String
  /// Its text after redaction: personal data show as placeholders such as `[naam]`.
  public var text: String
  /// What it is.
  public var classes: Set<TriageClass>
  /// Of which classes nobody said whether it is one: it teaches nothing about them.
  public var unlabelled: Set<TriageClass>

  /// An example from its parts.
  public init(
    id: String, text: String, classes: Set<TriageClass>, unlabelled: Set<TriageClass> = []
  ) {
    self.id = id
    self.text = text
    self.classes = classes
    self.unlabelled = unlabelled
  }
}

/// How the ranking learns.
public struct TriageSettings: Hashable, Sendable {
  /// A feature must stand in so many examples.
  public var fewestExamples = 2
  /// How dear a mistake is against a simple model (C of the support vector machine).
  public var penalty = 0.3
  /// At most so many passes over the examples.
  public var longestPasses = 60
  /// The largest change of a multiplier in a pass at which training is done.
  public var tolerance = 0.02
  /// In how many parts the examples are cut to see what the ranking makes of posts that it did not learn from.
  public var folds = 5
  /// Decides the order of the examples.
  public var seed: UInt64 = 113

  /// The measured values.
  public init() {}
}
