// A week's report after suppression, as it is kept once the week is over: numbers and identities, no words of anybody.
import Discussion

/// Whether the report's week is all there.
enum Completeness: Hashable, Sendable, Codable {
  /// There are no posts at all.
  case noData
  /// All seven days are in.
  case complete
  /// Days are missing at the end of the week.
  case daysMissing(last: CalendarDay)
  /// Files could not be read.
  case filesFailed(Int)
}

/// Something that changed since the report before.
struct Change: Hashable, Sendable, Codable {
  /// What changed.
  enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
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
struct KeyFigures: Hashable, Sendable, Codable {
  let questions: Int
  /// Questions in the week before; nil when that week is not known.
  let questionsBefore: Int?
  let topicsWithQuestions: Int
  let topics: Int
  let unanswered: Int
  let unassigned: Int
}

/// A topic with many questions in the last four weeks.
struct BusyTopic: Hashable, Sendable, Codable {
  let topic: TopicID
  let questionsInFourWeeks: Int
  let questionsThisWeek: Int
  /// At most half a year, oldest first.
  let points: [WeekPoint]
}

/// What the report of one week says, beside its topics.
struct CoreFacts: Hashable, Sendable, Codable {
  /// The day whose data were used.
  let asOf: CalendarDay
  let week: ISOWeek
  /// The week with which this report is compared; nil when this is the first.
  let previousWeek: ISOWeek?
  let completeness: Completeness
  let newestPost: LocalTime?
  let quarantined: Int
  /// All signals: those that stand, strongest first, then the others, newest first.
  let allSignals: [SignalFacts]
  let changes: [Change]
  let figures: KeyFigures
  /// The weeks shown, oldest first; weeks without data miss.
  let volumes: [WeekVolume]
  let coveredUntil: CalendarDay?
  /// Whether the whole platform was out of the ordinary in the report's week.
  let anomalousVolume: Bool
  /// The thresholds under which people stayed out of sight.
  let rule: SuppressionRule
  /// The topics with most questions in four weeks, most first.
  let busiest: [BusyTopic]
  /// Questions without an answer that are told of under no topic.
  let open: OpenRest
  let quality: QualityFacts

  /// Whether all days of a week are in.
  func isComplete(_ week: ISOWeek) -> Bool { coveredUntil.map { $0 >= week.sunday } ?? false }
}

extension CoreFacts {
  /// How many topics are kept as the busiest.
  static let busiestKept = 5

  /// What a night's report says.
  /// - Parameters:
  ///   - night: without muted topics.
  ///   - signals: in their order.
  ///   - topics: all, also merged ones.
  init(
    _ night: NightReport, signals: [SignalFacts], topics: [TopicFacts], news: TopicNews, rule: SuppressionRule
  ) {
    let standing = topics.filter { $0.status != .merged }
    let volumes = Dictionary(night.volumes.map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let thisWeek = volumes[night.reportWeek]
    asOf = night.asOf
    week = night.reportWeek
    previousWeek = night.previousReportWeek
    completeness = Self.completeness(of: night)
    newestPost = night.intake.newestPost
    quarantined = night.intake.files.reduce(0) { $0 + $1.quarantined }
    allSignals = signals
    changes = Self.changes(
      night.signals.map(\.signal), signals, since: night.previousReportWeek, at: night.reportWeek,
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
    busiest = standing.filter { $0.questionsInFourWeeks > 0 }.sorted {
      ($1.questionsInFourWeeks, $1.questionsThisWeek, $0.id) < (
        $0.questionsInFourWeeks, $0.questionsThisWeek, $1.id
      )
    }.prefix(Self.busiestKept).map {
      BusyTopic(
        topic: $0.id, questionsInFourWeeks: $0.questionsInFourWeeks, questionsThisWeek: $0.questionsThisWeek,
        points: Array($0.points.suffix(Sparkline.weeks)))
    }
    open = OpenRest(night.unanswered, topics: standing, at: night.reportWeek)
    quality = QualityFacts(night, volumes: self.volumes)
  }

  private static func completeness(of night: NightReport) -> Completeness {
    guard let until = night.intake.coveredUntil else { return .noData }
    if until < night.reportWeek.sunday { return .daysMissing(last: until) }
    let failed = night.intake.files.count { $0.outcome == .failed }
    return failed > 0 ? .filesFailed(failed) : .complete
  }

  /// What changed in the signals, by identity, and what happened to topics.
  private static func changes(
    _ signals: [Signal], _ facts: [SignalFacts], since previous: ISOWeek?, at week: ISOWeek,
    _ events: [DatedTopicEvent]
  ) -> [Change] {
    let known = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let before = previous ?? week.advanced(by: -1)
    var changes: [Change] = []
    for signal in signals {
      guard let view = known[signal.id] else { continue }
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
