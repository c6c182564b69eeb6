// A signal as it is remembered: found in one week, followed in the weeks after it, with the questions that made it.

/// The identity of a signal: the week in which it opened and its number in that week, such as `SIG-2026-W10-1`.
///
/// Given once and never again: what people decide about a signal refers to it.
public struct SignalID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The week in which the signal opened.
  public var week: ISOWeek
  /// Its number among the signals that opened in that week, from 1.
  public var number: Int

  /// The signal that opened in a week, with its number in that week.
  public init(week: ISOWeek, number: Int) {
    self.week = week
    self.number = number
  }

  /// Reads `SIG-2026-W10-1`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "SIG", let week = ISOWeek(iso8601: "\(parts[1])-\(parts[2])"),
      parts[3].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[3]), number > 0
    else { return nil }
    self.init(week: week, number: number)
  }

  /// `SIG-2026-W10-1`.
  public var description: String { "SIG-\(week)-\(number)" }

  /// The order in which they are sorted: by week, then by number.
  public static func < (left: SignalID, right: SignalID) -> Bool {
    (left.week, left.number) < (right.week, right.number)
  }
}

/// By which way a signal was found.
public enum SignalMethod: String, Hashable, Comparable, Sendable, CaseIterable, Codable {
  /// The weekly number of askers of a topic against what was to be expected.
  case counts
  /// Many questions that resemble each other in a short time, wherever topics' borders lie.
  case neighbourhood

  /// The order in which they are sorted.
  public static func < (left: SignalMethod, right: SignalMethod) -> Bool { left.rawValue < right.rawValue }
}

/// How a signal's questions lie in the topics.
public enum SignalScope: String, Hashable, Sendable, CaseIterable, Codable {
  /// They are what the topic is about.
  case topic
  /// They are a part of a topic that is about more.
  case part
  /// They lie in no topic yet: a subject that is new to the community.
  case birth
}

/// What was seen of a signal in one week.
public struct SignalWeek: Hashable, Sendable {
  /// The week; only what was written up to its end was used.
  public var week: ISOWeek
  /// Whether the signal opens or rises in this week; otherwise it stands.
  public var isRaised: Bool
  /// Which ways speak of it in this week, in order; empty when it only has not closed yet.
  public var methods: [SignalMethod]
  /// Length of the window that spoke loudest, in weeks ending with this one.
  public var windowWeeks: Int
  /// Different askers in that window.
  public var observed: Int
  /// Askers expected in that window.
  public var expected: Double
  /// Smallest number still within what was to be expected in that window.
  public var lower: Int
  /// Largest number still within what was to be expected in that window.
  public var upper: Int
  /// The chance that a week in which nothing happens shows anything as unlikely anywhere in the community.
  public var pValue: Double
  /// How strong it is.
  public var strength: SignalStrength
  /// The questions in the window, by identity.
  public var posts: [PostID]

  /// A signal's week from its parts.
  public init(
    week: ISOWeek, isRaised: Bool, methods: [SignalMethod], windowWeeks: Int, observed: Int, expected: Double,
    lower: Int, upper: Int, pValue: Double, strength: SignalStrength, posts: [PostID]
  ) {
    self.week = week
    self.isRaised = isRaised
    self.methods = methods
    self.windowWeeks = windowWeeks
    self.observed = observed
    self.expected = expected
    self.lower = lower
    self.upper = upper
    self.pValue = pValue
    self.strength = strength
    self.posts = posts
  }

  /// The recurrence interval: in how many weeks chance alone gives one as unlikely, on average.
  public var recurrenceWeeks: Double { 1 / max(pValue, 1e-12) }
}

/// A signal: a subject that drew clearly more people than was to be expected, from the week in which it opened on.
public struct Signal: Hashable, Sendable {
  /// The identity.
  public var id: SignalID
  /// The topic in which most of its questions lie; nil for a birth.
  public var topic: TopicID?
  /// How its questions lie in the topics.
  public var scope: SignalScope
  /// The weeks in which it stood, one after the other, oldest first; never empty.
  public var weeks: [SignalWeek]
  /// Whether it stands in the newest week that was judged.
  public var isOpen: Bool
  /// The night on which it was first published; nil before that.
  public var firstPublished: CalendarDay?

  /// A signal from its parts.
  public init(
    id: SignalID, topic: TopicID?, scope: SignalScope, weeks: [SignalWeek], isOpen: Bool,
    firstPublished: CalendarDay? = nil
  ) {
    self.id = id
    self.topic = topic
    self.scope = scope
    self.weeks = weeks
    self.isOpen = isOpen
    self.firstPublished = firstPublished
  }

  /// The week in which it opened.
  public var opened: ISOWeek { weeks.first?.week ?? id.week }
  /// The last week in which it stood.
  public var latest: ISOWeek { weeks.last?.week ?? id.week }
  /// The strongest that it was.
  public var strength: SignalStrength { weeks.map(\.strength).max() ?? .signal }
  /// All questions that made it, by identity.
  public var posts: [PostID] { Set(weeks.flatMap(\.posts)).sorted() }
  /// Whether it is about all of a topic, not about a part of one or about something that is none yet.
  public var isWholeTopic: Bool { scope == .topic && topic != nil }
  /// The week that spoke loudest; the first of equals.
  public var peak: SignalWeek? { weeks.min { ($0.pValue, $0.week) < ($1.pValue, $1.week) } }
  /// The ways that found it.
  public var methods: [SignalMethod] { Set(weeks.flatMap(\.methods)).sorted() }
}
