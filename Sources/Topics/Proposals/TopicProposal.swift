// What people may want to decide about topics, with the numbers behind it.

import Discussion

/// A change of topics that the questions themselves give reason for.
public struct TopicProposal: Hashable, Sendable {
  /// What is proposed.
  public enum Change: Hashable, Sendable {
    /// The first topic goes on as part of the second.
    case merge(TopicID, into: TopicID)
    /// These posts leave the topic for a new one.
    case split(TopicID, posts: [PostID])
  }

  /// What is proposed.
  public var change: Change
  /// How much the questions of both topics, or of both parts, find each other.
  public var contact: TopicContact
  /// How many questions, and how many different people, each side has: of a merge the topic that ends and the one that
  /// goes on, of a split the posts that leave and those that stay.
  public var sides: [Side]
  /// Of a split: the least contact that the best halves of the same number of neighbours have when these are shuffled.
  public var chance: Double?

  /// One of both topics or parts.
  public struct Side: Hashable, Sendable {
    /// Its questions.
    public var questions: Int
    /// The different people who asked them; all whom the source does not name are one.
    public var people: Int
  }

  /// How strong the reason is, from 0 to about 1: proposals are shown by this.
  public var strength: Double {
    switch change {
    case .merge: min(1, contact.share)
    case .split: max(0, 1 - contact.share)
    }
  }
}

/// How much the questions of two groups find each other, beside what it would be if both were one.
public struct TopicContact: Hashable, Sendable {
  /// Pairs of neighbours of which one lies in each group.
  public var pairs: Int
  /// As many there would be if the neighbours of both groups lay mixed at will.
  public var expectedPairs: Double
  /// The likeness of these pairs as a share of what it would be if both groups were one: about 1 for two halves of one
  /// subject, whichever way it is cut by chance, and hardly above 0 for subjects that have nothing to do with each other.
  public var share: Double

  /// Contact from what lies within two groups and between them; nil when a group has no neighbours.
  init?(first: Links, second: Links, between: Links) {
    let (one, other) = (2 * first.weight + between.weight, 2 * second.weight + between.weight)
    guard one > 0, other > 0 else { return nil }
    let (ones, others) = (
      Double(2 * first.pairs + between.pairs), Double(2 * second.pairs + between.pairs)
    )
    pairs = between.pairs
    expectedPairs = ones * others / (ones + others)
    share = between.weight / (one * other / (one + other))
  }

  /// Pairs of neighbours and their likeness together.
  struct Links: Hashable, Sendable {
    var pairs = 0
    var weight = 0.0

    mutating func add(_ likeness: Double) {
      pairs += 1
      weight += likeness
    }
  }
}

/// A question with its place, as proposals look at it.
public struct PlacedQuestion: Hashable, Sendable {
  /// The asking post.
  public var post: PostID
  /// The topic it lies in.
  public var topic: TopicID
  /// Who asked; nil when the source does not say.
  public var author: MemberID?

  /// A question from its parts.
  public init(post: PostID, topic: TopicID, author: MemberID?) {
    self.post = post
    self.topic = topic
    self.author = author
  }
}

/// When a change is proposed.
public struct ProposalSettings: Hashable, Sendable {
  /// Contact from which two topics may be one. Halves of one subject have 0.7 and more, different subjects seldom 0.4.
  public var mergingContact = 0.6
  /// What the contact must surely be, when its pairs are so few that chance makes them more or less by their root.
  public var leastMergingContact = 0.5
  /// Contact to which two parts of a topic may be two topics.
  public var splittingContact = 0.5
  /// The parts must have so much less contact than the best halves of shuffled neighbours.
  public var splittingMargin = 0.15
  /// So often neighbours are shuffled.
  public var shuffles = 19
  /// A part of fewer questions is no topic.
  public var leastQuestions = 5
  /// A part of fewer people is no topic; where no author is known nobody is counted.
  public var leastPeople = 3

  /// The measured values.
  public init() {}
}
