// The core group's report: all that its pages and files are made from, after suppression and in order.
import Discussion

/// Whether the report's week is all there.
enum Completeness: Hashable, Sendable {
  /// There are no posts at all.
  case noData
  /// All seven days are in.
  case complete
  /// Days are missing at the end of the week; nil when not even its start is there.
  case daysMissing(last: CalendarDay)
  /// Files could not be read.
  case filesFailed(Int)
}

/// Something that changed since the report before.
struct Change: Hashable, Sendable {
  /// What changed.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case stronger = "sterker"
    case newSignal = "nieuw_signaal"
    case over = "voorbij"
    case born = "nieuw_onderwerp"
    case woke = "terug"
    case merged = "samengevoegd"
    case split = "gesplitst"
    case died = "gestopt"
  }
  let kind: Kind
  let topic: TopicID
  /// The heir of a merge, the one that took a part in a split.
  let other: TopicID?
  /// Questions before and now (signals) or concerned (events, in `now`).
  let before: Int?
  let now: Int
  /// The night that noticed an event; nil for signals, which belong to the report's week.
  var night: CalendarDay?
}

/// The four numbers of the week.
struct KeyFigures: Hashable, Sendable {
  let questions: Int
  /// Questions in the week before; nil when that week is not known.
  let questionsBefore: Int?
  let topicsWithQuestions: Int
  let topics: Int
  let unanswered: Int
  let unassigned: Int
}

/// The core group's report.
struct CoreView: Sendable {
  let community: String
  let isDemo: Bool
  let asOf: CalendarDay
  let week: ISOWeek
  /// The week with which this report is compared; nil when this is the first.
  let previousWeek: ISOWeek?
  let completeness: Completeness
  let newestPost: LocalTime?
  let quarantined: Int
  /// All topics that are not merged, strongest first.
  let topics: [TopicView]
  /// Merged topics: their pages stay.
  let merged: [TopicView]
  /// Topics with a signal, strongest first.
  let signals: [TopicView]
  let changes: [Change]
  let figures: KeyFigures
  /// The weeks shown, oldest first; weeks without data miss.
  let volumes: [WeekVolume]
  let coveredUntil: CalendarDay?
  /// Whether the whole platform was out of the ordinary in the report's week.
  let anomalousVolume: Bool
  let rule: SuppressionRule
  let method: MethodSettings
  /// What happened to topics.
  let news: TopicNews
  /// What topics fall under, by title; empty in a community without themes.
  let themes: [String]
  /// Titles of all topics, also merged ones.
  let titles: [TopicID: String]
  /// Whether school holidays are known, and shown in charts and tables.
  let showsHolidays: Bool
  /// Existing material that people listed.
  let resources: [Resource]

  /// Whether all days of a week are in.
  func isComplete(_ week: ISOWeek) -> Bool { coveredUntil.map { $0 >= week.sunday } ?? false }
}

extension CoreView {
  /// What the core group may see of a night.
  init(_ whole: NightReport) {
    let night = whole.withoutMutedTopics
    let rule = SuppressionRule(night.method)
    let open = night.unanswered.reduce(into: [TopicID: Int]()) { counts, question in
      if let topic = question.topic { counts[topic, default: 0] += 1 }
    }
    let news = TopicNews(night, rule: rule)
    let views = night.topics.sorted { $0.topic.id < $1.topic.id }.map {
      TopicView($0, in: night, rule: rule, news: news, unanswered: open[$0.topic.id] ?? 0)
    }
    let standing = views.filter { $0.status != .merged }.sorted(by: Self.strongerFirst)
    let volumes = Dictionary(night.volumes.map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let thisWeek = volumes[night.reportWeek]

    community = night.community
    isDemo = night.isDemo
    asOf = night.asOf
    week = night.reportWeek
    previousWeek = night.previousReportWeek
    completeness = Self.completeness(of: night)
    newestPost = night.intake.newestPost
    quarantined = night.intake.files.reduce(0) { $0 + $1.quarantined }
    topics = standing
    merged = views.filter { $0.status == .merged }
    signals = standing.filter { $0.signal != nil }
    self.news = news
    themes = Set(standing.compactMap(\.theme)).sorted()
    changes = Self.changes(views, night.previousReportWeek == nil ? [] : news.newest)
    figures = KeyFigures(
      questions: thisWeek?.questions ?? 0,
      questionsBefore: volumes[night.reportWeek.advanced(by: -1)]?.questions,
      topicsWithQuestions: standing.count { $0.questionsThisWeek > 0 }, topics: standing.count,
      unanswered: night.unanswered.count, unassigned: thisWeek?.unassigned ?? 0)
    self.volumes = (0..<TopicView.weeksShown).reversed().compactMap {
      volumes[night.reportWeek.advanced(by: -$0)]
    }
    coveredUntil = night.intake.coveredUntil
    anomalousVolume = standing.contains { $0.assessment?.anomalousVolume ?? false }
    self.rule = rule
    method = night.method
    titles = Dictionary(views.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    showsHolidays = night.schoolHolidays != nil
    resources = night.resources
  }

  /// Signals first, by strength and score; then by questions in this week, questions in the year and identity.
  private static func strongerFirst(_ left: TopicView, _ right: TopicView) -> Bool {
    func key(_ topic: TopicView) -> (Int, Double, Int, Int, Int) {
      let strength = topic.signal.map { SignalStrength.allCases.firstIndex(of: $0.strength) ?? 0 } ?? -1
      return (
        -strength, -(topic.signal?.score ?? 0), -topic.questionsThisWeek, -topic.questionsInYear,
        topic.id.number
      )
    }
    return key(left) < key(right)
  }

  private static func completeness(of night: NightReport) -> Completeness {
    guard let until = night.intake.coveredUntil else { return .noData }
    if until < night.reportWeek.sunday { return .daysMissing(last: until) }
    let failed = night.intake.files.count { $0.outcome == .failed }
    return failed > 0 ? .filesFailed(failed) : .complete
  }

  private static func changes(_ topics: [TopicView], _ events: [DatedTopicEvent]) -> [Change] {
    var changes: [Change] = []
    for topic in topics where topic.status != .merged {
      switch (topic.previousSignal, topic.signal) {
      case (let before?, let now?) where now.strength > before.strength || now.isFlagged:
        changes.append(
          Change(
            kind: .stronger, topic: topic.id, other: nil, before: topic.questionsLastWeek,
            now: topic.questionsThisWeek))
      case (nil, .some):
        changes.append(
          Change(kind: .newSignal, topic: topic.id, other: nil, before: nil, now: topic.questionsThisWeek))
      case (.some, nil):
        changes.append(
          Change(kind: .over, topic: topic.id, other: nil, before: nil, now: topic.questionsThisWeek))
      default: break
      }
    }
    changes += events.map { dated in
      Change(
        kind: kind(dated.event.kind), topic: dated.event.topic, other: dated.event.other, before: nil,
        now: dated.event.questions, night: dated.night)
    }
    let order = Dictionary(uniqueKeysWithValues: zip(Change.Kind.allCases, 0...))
    return changes.sorted {
      (order[$0.kind] ?? 0, $0.topic, $0.other?.number ?? 0, $0.now)
        < (order[$1.kind] ?? 0, $1.topic, $1.other?.number ?? 0, $1.now)
    }
  }

  private static func kind(_ kind: TopicEvent.Kind) -> Change.Kind {
    switch kind {
    case .born: .born
    case .died: .died
    case .merged: .merged
    case .split: .split
    case .woke: .woke
    }
  }
}
