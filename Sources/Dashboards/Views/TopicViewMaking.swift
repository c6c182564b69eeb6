// From a topic's true counts to what the core group may see of it.
import Discussion

extension TopicFacts {
  /// What may be seen of a topic.
  init(
    _ report: TopicReport, in night: NightReport, rule: SuppressionRule, news: TopicNews,
    signals: [SignalFacts], open: OpenTally
  ) {
    let last = night.reportWeek
    let counts = Dictionary(report.weeks.map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let judged = Dictionary(report.assessments.map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let asking = report.weeks.filter { $0.questions > 0 && $0.week <= last }.map(\.week)
    let own = Set(signals.map(\.id))

    id = report.topic.id
    theme = report.topic.theme
    status = report.topic.status
    successor = report.topic.successor
    points = SignalPoints.ofTopic(
      report, signals: night.signals.map(\.signal).filter { own.contains($0.id) }, until: last)
    questionsThisWeek = counts[last]?.questions ?? 0
    questionsLastWeek = counts[last.advanced(by: -1)]?.questions ?? 0
    questionsInFourWeeks = points.suffix(4).reduce(0) { $0 + ($1.questions ?? 0) }
    questionsInYear = points.reduce(0) { $0 + ($1.questions ?? 0) }
    let weeksWithNumber = points.count { $0.questions != nil }
    averageTenths =
      weeksWithNumber == 0 ? 0 : (questionsInYear * 20 + weeksWithNumber) / (2 * weeksWithNumber)
    firstWeek = asking.min()
    lastWeek = asking.max()
    assessment = judged[last]
    mayQuote = report.askersInYear >= rule.people
    isNew = mayQuote && status == .active && news.isNew(report.topic.id)
    bornOn = mayQuote ? news.birth(of: report.topic.id) : nil
    breakdowns = [.organisation, .region, .role].map {
      Breakdown(dimension: $0, groups: rule.breakdown(report.groups, by: $0))
    }
    related = report.related.sorted { ($1.similarity, $0.topic) < ($0.similarity, $1.topic) }
    self.open = open
  }
}

extension TopicView {
  /// How many weeks charts, tables and CSV hold.
  static let weeksShown = 52
  /// How many questions a page shows.
  static let examplesShown = 3

  /// A topic with the names, words and sentences that may be shown now.
  init(_ facts: TopicFacts, live: LiveParts, signals: [SignalView]) {
    self.facts = facts
    title = live.title(of: facts.id)
    self.signals = signals
    let now = facts.mayQuote ? live.topics[facts.id] : nil
    words = now?.words ?? []
    examples = now?.examples ?? []
    resources = live.topics[facts.id]?.resources ?? []
  }
}
