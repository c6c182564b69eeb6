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
  /// The day of a theme meeting on the topic in this week.
  var meeting: CalendarDay?
}

/// What a week's report says of a topic: what is kept of it as it was. Holds nothing that anybody wrote.
struct TopicFacts: Hashable, Sendable, Codable {
  /// Who asked, by one dimension.
  struct Breakdown: Hashable, Sendable, Codable {
    let dimension: GroupTally.Dimension
    var groups: GroupBreakdown
  }

  let id: TopicID
  let theme: String?
  let status: TopicStatus
  /// Whether it was born in the last weeks, and enough people asked about it to say so.
  let isNew: Bool
  /// The night on which it was born; nil when that is not known, was the first, or may not be told.
  let bornOn: CalendarDay?
  let successor: TopicID?
  /// At most 52 weeks, oldest first, the report's week last.
  var points: [WeekPoint]
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
  /// The detector's judgement of the report's week; nil when it gave none.
  let assessment: Assessment?
  /// Whether enough different people asked for words and examples to be shown.
  let mayQuote: Bool
  var breakdowns: [Breakdown]
  var related: [RelatedTopic]
  /// Questions on the topic that nobody answered yet.
  let open: OpenTally
}

/// A topic as the core group may see it: a week's facts, under the name and with the words that may be shown now.
@dynamicMemberLookup
struct TopicView: Sendable {
  var facts: TopicFacts
  let title: String
  /// Its signals, also those of a part of it: those that stand first, strongest first, then the others, newest first.
  let signals: [SignalView]
  let words: [String]
  let examples: [ApprovedQuote]
  /// Existing material on it, its own before its theme's.
  let resources: [Resource]

  /// A fact of the week's report.
  subscript<Value>(dynamicMember path: KeyPath<TopicFacts, Value>) -> Value { facts[keyPath: path] }

  /// The page's path below `kerngroep/`.
  var path: String { "onderwerpen/\(facts.id).html" }
  /// The strongest signal that stands in the report's week.
  var signal: SignalView? { signals.first.flatMap { $0.isOpen ? $0 : nil } }
  /// What was to be expected in the report's week.
  var band: ClosedRange<Int>? { facts.points.last?.band }
  /// How many questions nobody answered yet.
  var unanswered: Int { facts.open.count }
}

extension WeekPoint: Codable {
  /// Reads the five numbers of ``encode(to:)``. Holidays and meetings are not kept: they are known anew each night.
  init(from decoder: any Decoder) throws {
    var parts = try decoder.unkeyedContainer()
    week = ISOWeek(number: try parts.decode(Int.self))
    questions = try parts.decode(Int?.self)
    let (lower, upper) = (try parts.decode(Int?.self), try parts.decode(Int?.self))
    band = if let lower, let upper, lower <= upper { lower...upper } else { nil }
    let code = try parts.decode(Int.self)
    mark = code == 2 ? .flagged : code == 1 ? .open : .none
  }

  /// Writes week, questions, lower and upper edge and mark as a short list: a report holds thousands of weeks.
  func encode(to encoder: any Encoder) throws {
    var parts = encoder.unkeyedContainer()
    try parts.encode(week.number)
    try parts.encode(questions)
    try parts.encode(band?.lowerBound)
    try parts.encode(band?.upperBound)
    try parts.encode(mark == .flagged ? 2 : mark == .open ? 1 : 0)
  }
}
