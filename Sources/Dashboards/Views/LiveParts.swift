// What pages show beside a week's facts: names, words, sentences and decisions, always as they are tonight.
import Discussion
import Moderation

/// The parts of a report that are never fixed. What people mute, rename, approve, refuse, decide or erase holds at once,
/// on the pages of this week and of all earlier ones.
struct LiveParts: Sendable {
  /// What may be shown of a topic now.
  struct Topic: Sendable {
    let title: String
    let words: [String]
    let examples: [ApprovedQuote]
    let resources: [Resource]
  }

  /// What may be shown of a signal now.
  struct Signal: Sendable {
    let title: String
    let examples: [ApprovedQuote]
    let decision: SignalDecisionNote?
  }

  let community: String
  let isDemo: Bool
  let asOf: CalendarDay
  let method: MethodSettings
  let rule: SuppressionRule
  let topics: [TopicID: Topic]
  let signals: [SignalID: Signal]
  /// What people keep out of sight.
  let mutedTopics: Set<TopicID>
  let mutedSignals: Set<SignalID>
  let decisions: DecisionView
  let resources: [Resource]
  let news: TopicNews
  let schoolHolidays: SchoolHolidays?

  /// What a topic is called now. One that is no more keeps its number.
  func title(of topic: TopicID) -> String { topics[topic]?.title ?? Texts.Topic.unnamed(topic) }

  /// Whether people keep a signal out of sight.
  func isMuted(_ signal: SignalFacts) -> Bool {
    mutedSignals.contains(signal.id) || signal.topic.map(mutedTopics.contains) ?? false
  }

  /// Weeks with their school holidays and the theme meetings on a topic.
  func dated(_ points: [WeekPoint], topic: TopicID?) -> [WeekPoint] {
    let meetings = topic.map { topic in
      Dictionary(
        decisions.held.filter { $0.topic == topic }.map { (ISOWeek(containing: $0.date), $0.date) },
        uniquingKeysWith: min)
    }
    return points.map { point in
      var point = point
      point.holiday = schoolHolidays?.week(point.week)
      point.meeting = meetings?[point.week]
      return point
    }
  }
}

/// Everything that one night says of its week: what may be kept, and what may not.
struct WeekFacts {
  let core: CoreFacts
  /// All topics, by identity.
  let topics: [TopicFacts]
  let live: LiveParts

  /// What a night says, after muting and suppression.
  init(_ whole: NightReport) {
    let night = whole.withoutMutedTopics
    let rule = SuppressionRule(night.method)
    let news = TopicNews(night, rule: rule)
    let maker = SignalFactsMaker(night, rule: rule)
    let signals = maker.facts()
    let titles = maker.titles()
    let byTopic = Dictionary(grouping: signals.filter { $0.topic != nil }) { $0.topic }
    let open = Dictionary(grouping: night.unanswered.filter { $0.topic != nil }) { $0.topic }
    topics = night.topics.sorted { $0.topic.id < $1.topic.id }.map {
      TopicFacts(
        $0, in: night, rule: rule, news: news, signals: byTopic[$0.topic.id] ?? [],
        open: OpenTally(open[$0.topic.id] ?? [], at: night.reportWeek))
    }
    core = CoreFacts(night, signals: signals, topics: topics, news: news, rule: rule)
    live = LiveParts(
      community: night.community, isDemo: night.isDemo, asOf: night.asOf, method: night.method, rule: rule,
      topics: Self.topics(night, rule), signals: Self.signals(night, signals, titles),
      mutedTopics: whole.mutedTopics, mutedSignals: whole.mutedSignals,
      decisions: DecisionView(night.decisions, asOf: night.asOf, rule: rule), resources: night.resources,
      news: news, schoolHolidays: night.schoolHolidays)
  }

  private static func topics(_ night: NightReport, _ rule: SuppressionRule) -> [TopicID: LiveParts.Topic] {
    let topics = night.topics.map { report in
      let mayQuote = report.askersInYear >= rule.people
      return (
        report.topic.id,
        LiveParts.Topic(
          title: report.topic.title, words: mayQuote ? report.topic.words : [],
          examples: mayQuote ? shown(report.examples) : [], resources: report.resources)
      )
    }
    return Dictionary(topics, uniquingKeysWith: { $1 })
  }

  private static func signals(_ night: NightReport, _ facts: [SignalFacts], _ titles: [SignalID: String])
    -> [SignalID: LiveParts.Signal]
  {
    let known = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let signals = night.signals.compactMap { report -> (SignalID, LiveParts.Signal)? in
      guard let facts = known[report.signal.id] else { return nil }
      return (
        report.signal.id,
        LiveParts.Signal(
          title: titles[report.signal.id] ?? "", examples: facts.shown.mayQuote ? shown(report.examples) : [],
          decision: report.decision)
      )
    }
    return Dictionary(signals, uniquingKeysWith: { $1 })
  }

  private static func shown(_ candidates: [QuoteCandidate]) -> [ApprovedQuote] {
    Array(candidates.compactMap(\.approved).prefix(TopicView.examplesShown))
  }
}
