// A signal as the core group may see it: every number once, for sentence, chart, table and CSV alike.
import Discussion
import Moderation

/// How unlikely a signal is, in weeks, never claiming more than ten years.
struct RecurrenceInterval: Hashable, Sendable {
  /// The longest interval that is claimed.
  static let longest = 520
  /// Chance alone gives one as unlikely at most once in so many weeks.
  let weeks: Int
  /// Whether it is longer than that.
  let isCapped: Bool

  /// The interval of a week of a signal.
  init(_ week: SignalWeek?) {
    let exact = week?.recurrenceWeeks ?? 1
    isCapped = exact > Double(Self.longest)
    weeks = isCapped ? Self.longest : max(1, Int(exact.rounded(.down)))
  }
}

/// A signal as the core group may see it.
struct SignalView: Sendable {
  /// How a signal stands in the report's week.
  enum Standing: Hashable, Sendable {
    /// It opened in this week.
    case new
    /// It opened earlier and rises again.
    case raised
    /// It opened earlier and the numbers are still out of the ordinary.
    case standing
    /// It opened earlier and has not closed yet, though the week was calmer.
    case calmer
    /// It is over.
    case over
  }

  /// An earlier signal on the same topic.
  struct Earlier: Hashable, Sendable {
    let id: SignalID
    let opened: ISOWeek
    let latest: ISOWeek
    let strength: SignalStrength
    /// Its page below `kerngroep/`; nil when it is too old to have one.
    let path: String?
  }

  let id: SignalID
  let scope: SignalScope
  let title: String
  /// The topic it belongs to, as that is called now; nil when there is none that may be seen.
  let topic: TopicID?
  let topicTitle: String?
  let standing: Standing
  let strength: SignalStrength
  /// Which ways spoke in the week that is told about.
  let methods: [SignalMethod]
  let opened: ISOWeek
  let latest: ISOWeek
  let weeksInRow: Int
  /// The last week of the window that is told about.
  let toldWeek: ISOWeek
  let windowWeeks: Int
  /// Whether that is the report's week.
  let isAboutThisWeek: Bool
  let shown: ShownEvidence
  /// What was to be expected in the window, in people.
  let expected: ClosedRange<Int>
  /// Its questions in the window.
  let questions: Int
  let unanswered: Int
  /// Questions of the whole platform in the window.
  let platformQuestions: Int
  let recurrence: RecurrenceInterval
  /// For the order of signals only.
  let pValue: Double
  let firstSeen: ISOWeek?
  /// Newest first.
  let earlier: [Earlier]
  let twin: SeasonalTwin
  /// Whether the numbers are those of the whole topic.
  let coversTopic: Bool
  let warnings: [SignalWarning]
  let examples: [ApprovedQuote]
  /// At most 52 weeks up to the report's: of the topic, or of its own questions where there is more or less to the topic.
  let points: [WeekPoint]
  /// Whether the points are its own questions.
  let showsOwnQuestions: Bool
  /// Questions in the last week in which it stood, and in the week before: of the topic, or its own.
  let questionsInWeek: Int
  let questionsInWeekBefore: Int
  /// What was to be expected in that week on the topic.
  let band: ClosedRange<Int>?
  let decision: SignalDecisionNote?
  let hasPage: Bool

  /// Whether people have to decide about it, for the first time or again.
  var asksDecision: Bool { decision?.asksAgain ?? true }
  /// Whether it stands in the report's week.
  var isOpen: Bool { standing != .over }
  /// The page's path below `kerngroep/`.
  var path: String { "signalen/\(id).html" }
  /// The first week of the window that is told about.
  var firstWeek: ISOWeek { toldWeek.advanced(by: 1 - windowWeeks) }
}

extension SignalView {
  /// Signals keep their pages for so many weeks after they closed.
  static let weeksKept = 52

  /// Strongest first; of equals the one that is least likely by chance.
  static func strongerFirst(_ left: SignalView, _ right: SignalView) -> Bool {
    if left.strength != right.strength { return left.strength > right.strength }
    return (left.pValue, left.id) < (right.pValue, right.id)
  }
}
