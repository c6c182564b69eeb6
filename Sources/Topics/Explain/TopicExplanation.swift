// Why a post is where it is, and what a topic consists of: values to be put into words.

import Discussion

/// A part of what a post and a topic, or a topic and its own posts, have in common.
public struct FeatureShare: Hashable, Sendable {
  /// What kind of thing they share.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A word, in whatever form.
    case word
    /// Parts of words: all of them together.
    case wordParts = "word_parts"
    /// A theme of the catalogue.
    case theme
    /// Anything else that posts are compared by.
    case other
  }
  /// What kind it is.
  public var kind: Kind
  /// The word as the post writes it, or the theme's title; empty for what is taken together.
  public var text: String
  /// Its share of the cosine, 0 to 1; all shares add up to 1.
  public var share: Double
}

/// How near a topic lies.
public struct TopicDistance: Hashable, Sendable {
  /// The topic.
  public var topic: TopicID
  /// Cosine similarity to its centroid, 0 to 1.
  public var similarity: Double
}

/// Why a post is in its topic, or in none.
public struct PostExplanation: Hashable, Sendable {
  /// What decided.
  public enum Ground: String, Hashable, Sendable {
    /// People put it there, or took it out of all topics.
    case people
    /// It lies near enough to the topic's middle.
    case near
    /// Most of its neighbours are in the topic.
    case neighbours
    /// It was in the topic and still lies near enough to stay.
    case kept
    /// It was moved along with the topic's other posts.
    case group
    /// In no topic: it has no words to compare.
    case noWords = "no_words"
    /// In no topic: it shares nothing with any.
    case nothingShared = "nothing_shared"
    /// In no topic: it lies too far from the nearest.
    case tooFar = "too_far"
    /// In no topic: the group that it was part of did not become a topic, or it did not belong there.
    case noGroup = "no_group"
  }

  /// The post with its topic.
  public var assignment: TopicAssignment
  /// What decided.
  public var ground: Ground
  /// How much of its words other posts use too, 0 to 1.
  public var familiarity: Double
  /// Which share of its similarity to its neighbours is to posts of its topic, or of the nearest one; 0 to 1.
  public var neighbourShare: Double
  /// The topics that it lies nearest to, nearest first, its own among them.
  public var nearest: [TopicDistance]
  /// What it shares with its topic, or with the nearest one: most first. Small parts are taken together.
  public var shares: [FeatureShare]
  /// The themes that it speaks of and by which terms, most first; empty without a catalogue.
  public var themes: [ThemeMatch]

  /// The nearest topic that is not its own.
  public var secondBest: TopicDistance? { nearest.first { $0.topic != assignment.topic } }
}

/// What a topic consists of.
public struct TopicExplanation: Hashable, Sendable {
  /// How much of a topic's posts speak of a theme.
  public struct ThemeShare: Hashable, Sendable {
    /// The theme's title, or that of what themes fall under.
    public var title: String
    /// Its share of what the topic's posts give to themes, 0 to 1.
    public var share: Double
    /// How many of the topic's posts name it by a term that nearly always points to it.
    public var posts: Int
  }

  /// The topic.
  public var topic: Topic
  /// How many posts belong to it.
  public var posts: Int
  /// What holds its posts together: the parts of its middle, most first.
  public var shares: [FeatureShare]
  /// The posts nearest to its middle, nearest first.
  public var central: [TopicAssignment]
  /// The themes that its posts speak of, most first; empty without a catalogue.
  public var themes: [ThemeShare]
  /// What those themes fall under, most first.
  public var tasks: [ThemeShare]
  /// The topics nearest to it, nearest first.
  public var nearest: [TopicDistance]
}
