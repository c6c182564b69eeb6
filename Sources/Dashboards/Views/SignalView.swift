// A signal as the core group may see it: every number once, for sentence, chart, table and CSV alike.
import Discussion
import Moderation

/// How unlikely a signal is, in weeks, never claiming more than ten years.
struct RecurrenceInterval: Hashable, Sendable, Codable {
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

/// What a week's report says of a signal: what is kept of it as it was. Holds nothing that anybody wrote.
struct SignalFacts: Hashable, Sendable, Codable {
  /// How a signal stands in the report's week.
  enum Standing: String, Hashable, Sendable, Codable {
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
  struct Earlier: Hashable, Sendable, Codable {
    let id: SignalID
    let opened: ISOWeek
    let latest: ISOWeek
    let strength: SignalStrength
    /// Its page below `kerngroep/`; nil when it is too old to have one.
    let path: String?
  }

  let id: SignalID
  let scope: SignalScope
  /// The topic it belongs to; nil when there is none that may be seen.
  let topic: TopicID?
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
  var shown: ShownEvidence
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
  var earlier: [Earlier]
  let twin: SeasonalTwin
  /// Whether the numbers are those of the whole topic.
  let coversTopic: Bool
  let warnings: [SignalWarning]
  /// At most 52 weeks up to the report's: of the topic, or of its own questions where there is more or less to the topic.
  var points: [WeekPoint]
  /// Whether the points are its own questions.
  let showsOwnQuestions: Bool
  /// Questions in the last week in which it stood, and in the week before: of the topic, or its own.
  let questionsInWeek: Int
  let questionsInWeekBefore: Int
  /// What was to be expected in that week on the topic.
  let band: ClosedRange<Int>?
  var hasPage: Bool

  /// Whether it stands in the report's week.
  var isOpen: Bool { standing != .over }
  /// The page's path below the report's folder.
  var path: String { "signalen/\(id).html" }
  /// The first week of the window that is told about.
  var firstWeek: ISOWeek { toldWeek.advanced(by: 1 - windowWeeks) }
}

/// A signal as the core group may see it: a week's facts, under the name and with the words that may be shown now.
@dynamicMemberLookup
struct SignalView: Sendable {
  var facts: SignalFacts
  let title: String
  /// What its topic is called now.
  let topicTitle: String?
  let examples: [ApprovedQuote]
  let decision: SignalDecisionNote?

  /// A fact of the week's report.
  subscript<Value>(dynamicMember path: KeyPath<SignalFacts, Value>) -> Value { facts[keyPath: path] }

  /// Whether people have to decide about it, for the first time or again.
  var asksDecision: Bool { decision?.asksAgain ?? true }
}

extension SignalView {
  /// A signal with the names and sentences that may be shown now.
  init(_ facts: SignalFacts, live: LiveParts) {
    self.facts = facts
    let now = live.signals[facts.id]
    title = now?.title ?? Texts.Signal.title(words: [])
    topicTitle = facts.topic.map(live.title)
    examples = facts.shown.mayQuote ? now?.examples ?? [] : []
    decision = now?.decision
  }
}

extension SignalFacts {
  /// Signals keep their pages for so many weeks after they closed.
  static let weeksKept = 52

  /// Strongest first; of equals the one that is least likely by chance.
  static func strongerFirst(_ left: SignalFacts, _ right: SignalFacts) -> Bool {
    if left.strength != right.strength { return left.strength > right.strength }
    return (left.pValue, left.id) < (right.pValue, right.id)
  }
}
