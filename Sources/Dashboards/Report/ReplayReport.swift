// What the page of a replay is made from: plain values, without texts of posts and without names.
import Discussion

/// What would have been signalled in the past.
public struct ReplayReport: Sendable {
  /// A signal in a week in which it opened or rose.
  public struct Signal: Sendable {
    /// Its identity in the replay.
    public var id: SignalID
    /// The topic in which most of its questions lie; nil for a birth.
    public var topic: TopicID?
    /// What the topic was called then, in words of the program: no sentence of a post.
    public var title: String
    /// How its questions lie in the topics.
    public var scope: SignalScope
    /// What was seen in that week.
    public var week: SignalWeek
    /// Different people behind the questions in the window.
    public var askers: Int
    /// Different organisations they work for.
    public var organisations: Int
    /// Whether it opens; otherwise it rises.
    public var isOpening: Bool

    /// A signal from its parts.
    public init(
      id: SignalID, topic: TopicID?, title: String, scope: SignalScope, week: SignalWeek, askers: Int,
      organisations: Int, isOpening: Bool
    ) {
      self.id = id
      self.topic = topic
      self.title = title
      self.scope = scope
      self.week = week
      self.askers = askers
      self.organisations = organisations
      self.isOpening = isOpening
    }
  }

  /// How often another setting would have signalled.
  public struct Choice: Sendable {
    /// Which setting.
    public enum Kind: String, Sendable {
      /// The share of the signals that may be false.
      case falseDiscoveryRate
      /// In how many years chance alone may give a signal.
      case recurrenceYears
    }
    /// Which setting.
    public var kind: Kind
    /// Its value.
    public var value: Double
    /// Openings and rises in the weeks of the replay.
    public var alerts: Int
    /// Whether it is in use.
    public var isCurrent: Bool

    /// A choice from its parts.
    public init(kind: Kind, value: Double, alerts: Int, isCurrent: Bool) {
      self.kind = kind
      self.value = value
      self.alerts = alerts
      self.isCurrent = isCurrent
    }
  }

  /// The community's name.
  public var community: String
  /// Whether everything is invented.
  public var isDemo: Bool
  /// The day whose data were used.
  public var asOf: CalendarDay
  /// The weeks that are told about.
  public var weeks: ClosedRange<ISOWeek>
  /// Questions in each of these weeks.
  public var volumes: [Int]
  /// Signals in the weeks in which they opened or rose, oldest first.
  public var signals: [Signal]
  /// Other settings, and the ones in use.
  public var choices: [Choice]
  /// Posts up to the last week.
  public var posts: Int
  /// Questions among them.
  public var questions: Int

  /// A report from its parts.
  public init(
    community: String, isDemo: Bool, asOf: CalendarDay, weeks: ClosedRange<ISOWeek>, volumes: [Int],
    signals: [Signal], choices: [Choice], posts: Int, questions: Int
  ) {
    self.community = community
    self.isDemo = isDemo
    self.asOf = asOf
    self.weeks = weeks
    self.volumes = volumes
    self.signals = signals
    self.choices = choices
    self.posts = posts
    self.questions = questions
  }
}
