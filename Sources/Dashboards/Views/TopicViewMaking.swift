// From a topic's true counts to what the core group may see of it.
import Discussion

extension TopicView {
  /// How many weeks charts, tables and CSV hold.
  static let weeksShown = 52
  /// How many example questions a page shows.
  static let examplesShown = 3

  /// What may be seen of a topic.
  init(
    _ report: TopicReport, in night: NightReport, rule: SuppressionRule, news: TopicNews, unanswered: Int
  ) {
    let last = night.reportWeek
    let previous = night.previousReportWeek ?? last.advanced(by: -1)
    let counts = Dictionary(report.weeks.map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let judged = Dictionary(report.assessments.map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let asking = report.weeks.filter { $0.questions > 0 && $0.week <= last }.map(\.week)
    let start = report.weeks.map(\.week).min()

    id = report.topic.id
    title = report.topic.title
    theme = report.topic.theme
    status = report.topic.status
    successor = report.topic.successor
    points = (0..<Self.weeksShown).map { position in
      let week = last.advanced(by: position + 1 - Self.weeksShown)
      return WeekPoint(
        week: week, questions: start.flatMap { week < $0 ? nil : counts[week]?.questions ?? 0 },
        band: judged[week].map { Self.range($0.weekLower, $0.weekUpper) }, mark: Self.mark(judged[week]),
        holiday: night.schoolHolidays?.week(week))
    }
    questionsThisWeek = counts[last]?.questions ?? 0
    questionsLastWeek = counts[last.advanced(by: -1)]?.questions ?? 0
    questionsInFourWeeks = points.suffix(4).reduce(0) { $0 + ($1.questions ?? 0) }
    questionsInYear = points.reduce(0) { $0 + ($1.questions ?? 0) }
    let weeksWithNumber = points.count { $0.questions != nil }
    averageTenths =
      weeksWithNumber == 0 ? 0 : (questionsInYear * 20 + weeksWithNumber) / (2 * weeksWithNumber)
    firstWeek = asking.min()
    lastWeek = asking.max()
    signal = Self.signal(at: last, judged, counts, evidence: report.evidence, rule: rule)
    previousSignal = Self.signal(at: previous, judged, counts, evidence: nil, rule: rule)
    assessment = judged[last]
    mayQuote = report.askersInYear >= rule.people
    isNew = mayQuote && status == .active && news.isNew(report.topic.id)
    bornOn = mayQuote ? news.birth(of: report.topic.id) : nil
    words = mayQuote ? report.topic.words : []
    examples = mayQuote ? Array(report.examples.prefix(Self.examplesShown)) : []
    breakdowns = [.organisation, .region, .role].map { ($0, rule.breakdown(report.groups, by: $0)) }
    related = report.related.sorted { ($1.similarity, $0.topic) < ($0.similarity, $1.topic) }
    self.unanswered = unanswered
    resources = report.resources
  }

  private static func range(_ lower: Int, _ upper: Int) -> ClosedRange<Int> { min(lower, upper)...upper }

  private static func mark(_ assessment: Assessment?) -> WeekPoint.Mark {
    guard let assessment else { return .none }
    return assessment.flag ? .flagged : assessment.open ? .open : .none
  }

  private static func signal(
    at week: ISOWeek, _ judged: [ISOWeek: Assessment], _ counts: [ISOWeek: WeeklyCount],
    evidence: SignalEvidence?, rule: SuppressionRule
  ) -> SignalView? {
    guard let assessment = judged[week], mark(assessment) != .none else { return nil }
    var weeksInRow = 1
    while mark(judged[week.advanced(by: -weeksInRow)]) != .none { weeksInRow += 1 }
    let window = max(1, assessment.windowWeeks)
    let weeks = (0..<window).map { week.advanced(by: -$0) }
    let askers = PeopleCount(assessment.observed, threshold: rule.people)
    let known = askers.shown == nil ? nil : evidence
    return SignalView(
      strength: assessment.strength ?? .signal, isFlagged: assessment.flag,
      firstWeek: week.advanced(by: 1 - window), windowWeeks: window, askers: askers,
      expected: range(assessment.lower, assessment.upper),
      questions: weeks.reduce(0) { $0 + (counts[$1]?.questions ?? 0) },
      organisations: known.flatMap { $0.organisations > 0 ? $0.organisations : nil },
      regions: known.flatMap { $0.regions > 0 ? $0.regions : nil }, weeksInRow: weeksInRow,
      score: assessment.score)
  }
}
