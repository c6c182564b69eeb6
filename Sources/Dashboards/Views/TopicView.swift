// A topic as the core group may see it: every number once, for text, chart, table and CSV alike.
import Discussion
import Moderation

/// A week of a topic's series.
struct WeekPoint: Hashable, Sendable {
  /// What the detector said of a week.
  enum Mark: String, Hashable, Sendable {
    /// No signal.
    case none = "geen"
    /// A signal that opened in an earlier week still stands.
    case open = "loopt"
    /// A signal opens or rises in this week.
    case flagged = "signaal"
  }
  let week: ISOWeek
  /// Questions on the topic; nil in weeks before the topic's series starts.
  let questions: Int?
  /// What was to be expected, lower and upper edge; nil when the week was not judged.
  let band: ClosedRange<Int>?
  let mark: Mark
  /// The school holidays in this week; nil when there are none, or none are known.
  var holiday: SchoolHolidays.Week?
}

/// A topic as the core group may see it.
struct TopicView: Sendable {
  let id: TopicID
  let title: String
  let theme: String?
  let status: TopicStatus
  /// Whether it was born in the last weeks, and enough people asked about it to say so.
  let isNew: Bool
  /// The night on which it was born; nil when that is not known, was the first, or may not be told.
  let bornOn: CalendarDay?
  let successor: TopicID?
  /// At most 52 weeks, oldest first, the report's week last.
  let points: [WeekPoint]
  /// Questions in the report's week.
  let questionsThisWeek: Int
  /// Questions in the week before it.
  let questionsLastWeek: Int
  /// Questions in the last four weeks, the report's week included.
  let questionsInFourWeeks: Int
  /// Questions over all points.
  let questionsInYear: Int
  /// Tenths of questions per week over the points that have a number, rounded.
  let averageTenths: Int
  /// First week with a question in the whole series; nil when there is none.
  let firstWeek: ISOWeek?
  /// Last week with a question in the whole series; nil when there is none.
  let lastWeek: ISOWeek?
  /// Its signals, also those of a part of it: those that stand first, strongest first, then the others, newest first.
  let signals: [SignalView]
  /// The detector's judgement of the report's week; nil when it gave none.
  let assessment: Assessment?
  /// Whether enough different people asked for words and examples to be shown.
  let mayQuote: Bool
  let words: [String]
  let examples: [ApprovedQuote]
  let breakdowns: [(dimension: GroupTally.Dimension, groups: GroupBreakdown)]
  let related: [RelatedTopic]
  /// Questions on the topic that nobody answered yet.
  let unanswered: Int
  /// Existing material on it, its own before its theme's.
  let resources: [Resource]

  /// The page's path below `kerngroep/`.
  var path: String { "onderwerpen/\(id).html" }
  /// The strongest signal that stands in the report's week.
  var signal: SignalView? { signals.first.flatMap { $0.isOpen ? $0 : nil } }
  /// What was to be expected in the report's week.
  var band: ClosedRange<Int>? { points.last?.band }
}
