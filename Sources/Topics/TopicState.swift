// What one night leaves for the next, so that topics keep their identity.

import Discussion

/// The topics as a night left them: a plain value, to be kept in the store or a file.
public struct TopicState: Hashable, Sendable {
  /// The number that the next new topic gets. It only grows, so no identity is ever used twice.
  public var nextNumber: Int
  /// All topics there ever were: active, asleep and merged, by identity.
  public var topics: [Topic]
  /// The posts that have a topic, by post.
  public var assignments: [TopicAssignment]
  /// What active and sleeping topics are about, by identity: a sleeping topic is woken by it.
  public var profiles: [TopicProfile]
  /// The nearest neighbours of every post that night, so that the next one need not look for them all. Without them
  /// all posts are grouped anew.
  public var neighbours: [PostNeighbours]
  /// When all posts were last grouped anew, and what came since.
  public var fit: TopicFit

  /// A state from its parts.
  public init(
    nextNumber: Int = 1, topics: [Topic] = [], assignments: [TopicAssignment] = [],
    profiles: [TopicProfile] = [], neighbours: [PostNeighbours] = [], fit: TopicFit = TopicFit()
  ) {
    self.nextNumber = nextNumber
    self.topics = topics
    self.assignments = assignments
    self.profiles = profiles
    self.neighbours = neighbours
    self.fit = fit
  }
}

/// The last time that all posts were grouped anew: between such nights what is settled stays where it is.
public struct TopicFit: Hashable, Sendable {
  /// How many nights ago that was.
  public var nightsAgo: Int
  /// The posts that came or changed since, in the order in which they did.
  public var postsSince: [PostID]
  /// The settings and corrections of that night, as a number: with others all posts are grouped anew.
  public var recipe: UInt64

  /// A fit from its parts.
  public init(nightsAgo: Int = 0, postsSince: [PostID] = [], recipe: UInt64 = 0) {
    self.nightsAgo = nightsAgo
    self.postsSince = postsSince
    self.recipe = recipe
  }
}

/// The terms that weigh most in a topic's centroid.
public struct TopicProfile: Hashable, Sendable {
  /// One term and its weight.
  public struct Term: Hashable, Sendable {
    /// The stem.
    public var stem: String
    /// Its weight in the centroid.
    public var weight: Double

    /// A term from its parts.
    public init(stem: String, weight: Double) {
      self.stem = stem
      self.weight = weight
    }
  }

  /// The topic.
  public var topic: TopicID
  /// Its terms, heaviest first.
  public var terms: [Term]

  /// A profile from its parts.
  public init(topic: TopicID, terms: [Term]) {
    self.topic = topic
    self.terms = terms
  }
}
