// What a run derives and the store keeps: values that have no place among the domain's own.
import Discussion

/// What the topics of a night leave behind for the next one.
public struct TopicState: Hashable, Sendable {
  /// The topics, by identity.
  public var topics: [Topic]
  /// Where each question belongs, by post.
  public var assignments: [TopicAssignment]
  /// What happened to topics in this night, in the order in which it was reported.
  public var events: [TopicEvent]
  /// The number that the next new topic gets.
  public var nextNumber: Int
  /// Whatever else the topic model wants to find again, in its own form.
  public var data: [UInt8]

  /// A state from its parts.
  public init(
    topics: [Topic] = [], assignments: [TopicAssignment] = [], events: [TopicEvent] = [], nextNumber: Int = 1,
    data: [UInt8] = []
  ) {
    self.topics = topics
    self.assignments = assignments
    self.events = events
    self.nextNumber = nextNumber
    self.data = data
  }
}

/// Where moderation found something, and what kind. The text itself is not kept: it stands in the post.
public struct StoredFinding: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// What it is.
  public var kind: FindingKind
  /// Where it stands in the text that was scanned: offsets in Unicode scalars, the end exclusive.
  public var range: Range<Int>

  /// A finding from its parts.
  public init(post: PostID, kind: FindingKind, range: Range<Int>) {
    self.post = post
    self.kind = kind
    self.range = range
  }
}
