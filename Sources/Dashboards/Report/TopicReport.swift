// One topic as the dashboards need it: counts, judgements, examples and who asks.
import Discussion
import Moderation

/// One topic with its weekly series and all that its page shows.
public struct TopicReport: Sendable {
  /// Identity, title, words, theme, status and successor. Title and words are shown to the core group, so they must
  /// hold nothing that points to a person; a title that is somebody's sentence only when a monitor said so.
  public var topic: Topic
  /// Counts per ISO week up to the report's week, weeks with zeros included. A last row for the running week is
  /// allowed: only the monitors' pages use it. Only the last 52 weeks up to the report's week are shown; a week
  /// without a row is taken as zero when it lies after the first row, as "not there yet" before it.
  public var weeks: [WeeklyCount]
  /// The detector's judgement per week, for the same weeks; weeks it did not judge may miss.
  public var assessments: [Assessment]
  /// Different people who asked about it in the 52 weeks up to the report's week. Under the suppression threshold the
  /// core group gets neither questions nor words of the topic.
  public var askersInYear: Int
  /// Questions that tell what it is about: the core group sees at most three of those that a monitor let it read.
  public var examples: [QuoteCandidate]
  /// The question that would be its title; nil when none would.
  public var titleQuote: QuoteCandidate?
  /// Who asked, counted over `MethodSettings.groupWeeks`: the true counts, before suppression.
  public var groups: [GroupTally]
  /// Topics that resemble it, strongest first.
  public var related: [RelatedTopic]
  /// Questions on it, all weeks together.
  public var questions: Int
  /// What people decided about it. A topic that they mute is on no page of the core group.
  public var decisions: TopicDecisions
  /// Existing material on it, its own before its theme's.
  public var resources: [Resource]

  /// A topic's report from its parts.
  public init(
    topic: Topic, weeks: [WeeklyCount], assessments: [Assessment] = [], askersInYear: Int,
    examples: [QuoteCandidate] = [], titleQuote: QuoteCandidate? = nil, groups: [GroupTally] = [],
    related: [RelatedTopic] = [], questions: Int = 0, decisions: TopicDecisions = TopicDecisions(),
    resources: [Resource] = []
  ) {
    self.topic = topic
    self.weeks = weeks
    self.assessments = assessments
    self.askersInYear = askersInYear
    self.examples = examples
    self.titleQuote = titleQuote
    self.groups = groups
    self.related = related
    self.questions = questions
    self.decisions = decisions
    self.resources = resources
  }
}

/// What people decided about a topic.
public struct TopicDecisions: Hashable, Sendable {
  /// Whether the core group does not see it.
  public var isMuted: Bool
  /// Whether it keeps its questions whatever the night finds.
  public var isPinned: Bool
  /// Whether people gave it its title.
  public var isNamed: Bool

  /// Decisions from their parts.
  public init(isMuted: Bool = false, isPinned: Bool = false, isNamed: Bool = false) {
    self.isMuted = isMuted
    self.isPinned = isPinned
    self.isNamed = isNamed
  }
}

/// How many questions came from one group of askers.
public struct GroupTally: Hashable, Sendable {
  /// By what the askers are grouped.
  public enum Dimension: String, Hashable, Sendable, CaseIterable, Codable {
    /// The organisation they work for.
    case organisation = "organisatie"
    /// The region they work in.
    case region = "regio"
    /// Their role.
    case role = "functie"
  }
  /// By what the askers are grouped.
  public var dimension: Dimension
  /// The group's name; nil for askers of whom the member list does not say.
  public var name: String?
  /// Questions from this group.
  public var questions: Int
  /// Different people who asked them.
  public var askers: Int

  /// A tally from its parts.
  public init(dimension: Dimension, name: String?, questions: Int, askers: Int) {
    self.dimension = dimension
    self.name = name
    self.questions = questions
    self.askers = askers
  }
}

/// A topic that resembles another.
public struct RelatedTopic: Hashable, Sendable, Codable {
  /// Which topic.
  public var topic: TopicID
  /// Cosine similarity of the two centroids, 0 to 1.
  public var similarity: Double

  /// A related topic from its parts.
  public init(topic: TopicID, similarity: Double) {
    self.topic = topic
    self.similarity = similarity
  }
}
