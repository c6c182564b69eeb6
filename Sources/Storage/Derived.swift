// What a run derives and the store keeps: values that have no place among the domain's own.
import Discussion

/// What the topics of a night leave behind for the next one.
public struct TopicState: Hashable, Sendable {
  /// The topics, by identity.
  public var topics: [Topic]
  /// Where each question belongs, by post.
  public var assignments: [TopicAssignment]
  /// What happened to topics in this night, in the order in which it was reported.
  public var events: [TopicEvent]
  /// The number that the next new topic gets.
  public var nextNumber: Int
  /// Whatever else the topic model wants to find again, in its own form.
  public var data: [UInt8]

  /// A state from its parts.
  public init(
    topics: [Topic] = [], assignments: [TopicAssignment] = [], events: [TopicEvent] = [], nextNumber: Int = 1,
    data: [UInt8] = []
  ) {
    self.topics = topics
    self.assignments = assignments
    self.events = events
    self.nextNumber = nextNumber
    self.data = data
  }
}

/// Where moderation found something, and what kind. The text itself is not kept: it stands in the post.
public struct StoredFinding: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// What it is.
  public var kind: FindingKind
  /// Where it stands in the text that was scanned: offsets in Unicode scalars, the end exclusive.
  public var range: Range<Int>

  /// A finding from its parts.
  public init(post: PostID, kind: FindingKind, range: Range<Int>) {
    self.post = post
    self.kind = kind
    self.range = range
  }
}

/// A signal: the weeks in a row in which a series' signal stood. Its identity is the series and the week it opened in,
/// which is the same every night.
public struct StoredSignal: Hashable, Sendable {
  /// The identity, such as `OND-0012/2026-W40`.
  public var id: String
  /// The topic (or series).
  public var series: String
  /// The week in which it opened.
  public var opened: ISOWeek
  /// The last week in which it stood.
  public var latest: ISOWeek
  /// Whether it stands in the newest week that was judged.
  public var isOpen: Bool
  /// The strongest that it was.
  public var strength: SignalStrength?
  /// The assessment that spoke loudest.
  public var peak: Assessment
  /// The night on which it was first published; nil before that.
  public var firstPublished: CalendarDay?

  /// The signals in assessments, by opening week and then series. A signal opens with a flag, goes on while it is
  /// flagged or open in the next week, and a flag after a pause opens another.
  public static func signals(in assessments: [Assessment]) -> [StoredSignal] {
    let sorted = assessments.sorted { ($0.series, $0.week) < ($1.series, $1.week) }
    guard let newest = sorted.map(\.week).max() else { return [] }
    var signals: [StoredSignal] = []
    var standing: StoredSignal?
    for assessment in sorted {
      if let current = standing,
        current.series != assessment.series || !(assessment.flag || assessment.open)
          || assessment.week != current.latest.advanced(by: 1)
      {
        signals.append(current)
        standing = nil
      }
      if var current = standing {
        current.latest = assessment.week
        current.strength = [current.strength, assessment.strength].compactMap(\.self).max()
        if assessment.score > current.peak.score { current.peak = assessment }
        standing = current
      } else if assessment.flag {
        standing = StoredSignal(
          id: "\(assessment.series)/\(assessment.week)", series: assessment.series, opened: assessment.week,
          latest: assessment.week, isOpen: false, strength: assessment.strength, peak: assessment)
      }
    }
    if let standing { signals.append(standing) }
    for index in signals.indices { signals[index].isOpen = signals[index].latest == newest }
    return signals.sorted { ($0.opened, $0.series) < ($1.opened, $1.series) }
  }
}
