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
  /// The topic; nil for a signal that lies in none.
  let topic: TopicID?
  /// The signal, where it is about one.
  var signal: SignalID?
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
  /// The signals that stand in the report's week, strongest first.
  let signals: [SignalView]
  /// All signals: those that stand, then the others, newest first.
  let allSignals: [SignalView]
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
  /// What people decided about signals, and what came of it.
  let decisions: DecisionView
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
    let signalViews = SignalViewMaker(night, rule: rule).views()
    let byTopic = Dictionary(grouping: signalViews.filter { $0.topic != nil }) { $0.topic }
    let views = night.topics.sorted { $0.topic.id < $1.topic.id }.map {
      TopicView(
        $0, in: night, rule: rule, news: news, signals: byTopic[$0.topic.id] ?? [],
        unanswered: open[$0.topic.id] ?? 0)
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
    allSignals = signalViews
    signals = signalViews.filter(\.isOpen)
    self.news = news
    themes = Set(standing.compactMap(\.theme)).sorted()
    changes = Self.changes(
      night.signals.map(\.signal), signalViews, since: night.previousReportWeek, at: night.reportWeek,
      night.previousReportWeek == nil ? [] : news.newest)
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
    decisions = DecisionView(night.decisions, asOf: night.asOf, rule: rule)
    showsHolidays = night.schoolHolidays != nil
    resources = night.resources
  }

  /// Signals first, by strength and likelihood; then by questions in this week, questions in the year and identity.
  private static func strongerFirst(_ left: TopicView, _ right: TopicView) -> Bool {
    func key(_ topic: TopicView) -> (Int, Double, Int, Int, Int) {
      let strength = topic.signal.map { SignalStrength.allCases.firstIndex(of: $0.strength) ?? 0 } ?? -1
      return (
        -strength, topic.signal?.pValue ?? 1, -topic.questionsThisWeek, -topic.questionsInYear,
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

  /// What changed in the signals, by identity, and what happened to topics.
  private static func changes(
    _ signals: [Signal], _ views: [SignalView], since previous: ISOWeek?, at week: ISOWeek,
    _ events: [DatedTopicEvent]
  ) -> [Change] {
    let views = Dictionary(views.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let before = previous ?? week.advanced(by: -1)
    var changes: [Change] = []
    for signal in signals {
      guard let view = views[signal.id] else { continue }
      let stoodBefore = signal.weeks.contains { $0.week == before }
      let strongest = signal.weeks.filter { $0.week <= before }.map(\.strength).max()
      let rose = signal.weeks.contains { told in
        told.week > before && (told.isRaised || strongest.map { told.strength > $0 } ?? false)
      }
      var change: Change?
      switch (stoodBefore, view.isOpen) {
      case (true, true) where rose:
        change = Change(
          kind: .stronger, topic: view.topic, signal: view.id, other: nil, before: view.questionsInWeekBefore,
          now: view.questionsInWeek)
      case (false, true):
        change = Change(
          kind: .newSignal, topic: view.topic, signal: view.id, other: nil, before: nil,
          now: view.questionsInWeek)
      case (_, false) where stoodBefore || signal.opened > before:
        change = Change(
          kind: .over, topic: view.topic, signal: view.id, other: nil, before: nil,
          now: view.points.last?.questions ?? 0)
      default: break
      }
      if let change { changes.append(change) }
    }
    changes += events.map { dated in
      Change(
        kind: kind(dated.event.kind), topic: dated.event.topic, other: dated.event.other, before: nil,
        now: dated.event.questions, night: dated.night)
    }
    let order = Dictionary(uniqueKeysWithValues: zip(Change.Kind.allCases, 0...))
    return changes.sorted {
      (
        order[$0.kind] ?? 0, $0.topic?.number ?? .max, $0.other?.number ?? 0, $0.signal?.description ?? "",
        $0.now
      )
        < (
          order[$1.kind] ?? 0, $1.topic?.number ?? .max, $1.other?.number ?? 0, $1.signal?.description ?? "",
          $1.now
        )
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
