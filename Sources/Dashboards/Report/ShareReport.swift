// What the reports to share are made from: plain counts per theme or question list, before suppression.
import Discussion
import Moderation

/// What the reports to share (`opbrengst/`) are made from: true counts, and sentences with what monitors said of them.
/// Nothing of topics that people keep out of sight stands in it.
public struct ShareReport: Sendable {
  /// What each report would be about: the whole community, or its themes; and its sources where there are several.
  public var parts: [SharePart]
  /// Questions of the period that belong to no topic.
  public var unassigned: Int
  /// Posts of the period that tell what goes well and belong to no topic.
  public var strayStories: Int
  /// Sentences of those posts, and those that monitors are asked about.
  public var strayQuotes: [QuoteCandidate]
  /// Whether posts that tell what goes well can be found in the community's language.
  public var findsStories: Bool

  /// A report from its parts.
  public init(
    parts: [SharePart] = [], unassigned: Int = 0, strayStories: Int = 0, strayQuotes: [QuoteCandidate] = [],
    findsStories: Bool = true
  ) {
    self.parts = parts
    self.unassigned = unassigned
    self.strayStories = strayStories
    self.strayQuotes = strayQuotes
    self.findsStories = findsStories
  }
}

/// A theme or a question list with its topics.
public struct SharePart: Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Everything, in a community without themes.
    case whole
    /// A theme.
    case theme
    /// The topics that fall under no theme, in a community that has themes.
    case withoutTheme
    /// A source of its own, such as a survey, in a community that has several.
    case source
  }

  /// What it is.
  public var kind: Kind
  /// The theme's title or the source's name; empty for the others.
  public var name: String
  /// Its topics, in any order.
  public var topics: [ShareTopic]
  /// Who asked, and about what.
  public var askers: [ShareAsker]
  /// Posts of the period that tell what goes well.
  public var stories: Int
  /// Sentences of those posts, and those that monitors are asked about.
  public var storyQuotes: [QuoteCandidate]
  /// Whether all sources of its questions go back to the start of the period: only then half years can be compared.
  public var isWhole: Bool

  /// A part from its parts.
  public init(
    kind: Kind, name: String = "", topics: [ShareTopic], askers: [ShareAsker], stories: Int = 0,
    storyQuotes: [QuoteCandidate] = [], isWhole: Bool = true
  ) {
    self.isWhole = isWhole
    self.kind = kind
    self.name = name
    self.topics = topics
    self.askers = askers
    self.stories = stories
    self.storyQuotes = storyQuotes
  }
}

/// A topic as far as a report to share may need it.
public struct ShareTopic: Sendable {
  /// Which topic.
  public var topic: TopicID
  /// Its name for everybody: somebody's own sentence only when everybody may read that.
  public var title: String
  /// Questions per week, oldest first, the report's week last.
  public var weeks: [Int]
  /// Different people who asked about it.
  public var askers: Int
  /// Questions that stand for it: only those that everybody may read are shown.
  public var examples: [QuoteCandidate]
  /// Posts that tell what goes well.
  public var stories: Int
  /// Questions that nobody else answered yet.
  public var unanswered: Int

  /// A topic from its parts.
  public init(
    topic: TopicID, title: String, weeks: [Int], askers: Int, examples: [QuoteCandidate] = [],
    stories: Int = 0,
    unanswered: Int = 0
  ) {
    self.topic = topic
    self.title = title
    self.weeks = weeks
    self.askers = askers
    self.examples = examples
    self.stories = stories
    self.unanswered = unanswered
  }
}

/// What one person asked about one topic. The number stands for the person in this report only.
public struct ShareAsker: Hashable, Sendable {
  /// The person.
  public var person: Int
  /// The topic.
  public var topic: TopicID
  /// The organisation they work for; nil where the member list does not say.
  public var organisation: String?
  /// The region they work in.
  public var region: String?
  /// Their role.
  public var role: String?
  /// Questions by this person about this topic.
  public var questions: Int

  /// An asker from their parts.
  public init(
    person: Int, topic: TopicID, organisation: String? = nil, region: String? = nil, role: String? = nil,
    questions: Int
  ) {
    self.person = person
    self.topic = topic
    self.organisation = organisation
    self.region = region
    self.role = role
    self.questions = questions
  }

  /// The group that they are of.
  func group(_ dimension: GroupTally.Dimension) -> String? {
    switch dimension {
    case .organisation: organisation
    case .region: region
    case .role: role
    }
  }
}
