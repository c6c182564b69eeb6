// A recurring subject of questions, with an identity that survives from night to night.

/// A topic's identity. Never used again for another topic.
public struct TopicID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The running number, from 1.
  public let number: Int

  /// The topic with a running number.
  public init(number: Int) { self.number = number }

  /// Reads `OND-0001`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.hasPrefix("OND-"), let number = Int(text.dropFirst(4)), number > 0 else { return nil }
    self.number = number
  }

  /// `OND-0001`, from *onderwerp*.
  public var description: String { "OND-" + number.padded(to: 4) }

  /// The order in which they are sorted.
  public static func < (left: TopicID, right: TopicID) -> Bool { left.number < right.number }
}

/// Where a topic came from.
public enum TopicOrigin: String, Hashable, Sendable {
  /// It formed by itself out of questions that resemble each other.
  case free
  /// It is a theme of the catalogue.
  case catalogue
}

/// Whether a topic is in use.
public enum TopicStatus: String, Hashable, Sendable, Codable {
  /// Questions belong to it.
  case active
  /// No question belongs to it now; it wakes up when they come back.
  case asleep
  /// Its questions went over to another topic, its successor.
  case merged
}

/// A recurring subject of questions.
public struct Topic: Hashable, Sendable {
  /// The identity.
  public var id: TopicID
  /// What people read: a short phrase or a question.
  public var title: String
  /// The words that set it apart, most telling first.
  public var words: [String]
  /// The theme (*ontwikkelopgave*, pillar) it falls under.
  public var theme: String?
  /// Where it came from.
  public var origin: TopicOrigin
  /// Whether it is in use.
  public var status: TopicStatus
  /// The topic its questions went to, when it was merged.
  public var successor: TopicID?

  /// A topic from its parts.
  public init(
    id: TopicID, title: String, words: [String], theme: String? = nil, origin: TopicOrigin = .free,
    status: TopicStatus = .active, successor: TopicID? = nil
  ) {
    self.id = id
    self.title = title
    self.words = words
    self.theme = theme
    self.origin = origin
    self.status = status
    self.successor = successor
  }
}

/// A question's place in a topic.
public struct TopicAssignment: Hashable, Sendable {
  /// The asking post.
  public var post: PostID
  /// Its topic; nil when it resembles none enough.
  public var topic: TopicID?
  /// Cosine similarity to the topic's centroid, 0 to 1; 0 when it has no topic.
  public var similarity: Double

  /// An assignment from its parts.
  public init(post: PostID, topic: TopicID?, similarity: Double) {
    self.post = post
    self.topic = topic
    self.similarity = similarity
  }
}

/// Something that happened to a topic between two nights.
public struct TopicEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// It is new.
    case born
    /// No question belongs to it any more and no heir took them.
    case died
    /// Most of its questions went to another topic.
    case merged
    /// A quarter or more of its questions went to another topic.
    case split
    /// It had no questions for a while and has again.
    case woke
  }
  /// What happened.
  public var kind: Kind
  /// To which topic.
  public var topic: TopicID
  /// The other topic: the heir of a merge, the one that took a part in a split.
  public var other: TopicID?
  /// How many questions it concerns.
  public var questions: Int

  /// An event from its parts.
  public init(kind: Kind, topic: TopicID, other: TopicID? = nil, questions: Int) {
    self.kind = kind
    self.topic = topic
    self.other = other
    self.questions = questions
  }
}
