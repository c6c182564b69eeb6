// What the topic model gives for one night.

import Discussion

/// The topics of a night, who belongs to them, and what changed since the night before.
public struct TopicResult: Sendable {
  /// One row for each post, by time and identity.
  public var assignments: [TopicAssignment]
  /// All topics there ever were, by identity.
  public var topics: [Topic]
  /// The sentence that serves as title, for topics whose title is a literal sentence of a post. Such a title may hold
  /// personal data: show it only after redaction and approval, and the topic's words until then.
  public var titleSources: [TopicID: Question]
  /// What happened since the night before: by topic, then by kind.
  public var events: [TopicEvent]
  /// What the next night needs.
  public var state: TopicState
  /// The nearest neighbours of each post, in the order of `assignments`.
  public var neighbours: [PostNeighbours]
  /// For posts that had none yet, the earlier posts that they resemble most (``TopicModel/arrivals(of:known:)``); empty
  /// when they were not asked for.
  public var arrivals: [PostNeighbours] = []
}
