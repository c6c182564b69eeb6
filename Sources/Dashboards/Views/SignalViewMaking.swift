// From the signals' true counts to what a week's report says of them.
import Discussion

/// Makes the facts of all signals of a night, after muting.
struct SignalFactsMaker {
  private let night: NightReport
  private let topics: [TopicID: TopicReport]
  private let reports: [SignalReport]
  private let belongsTo: [SignalID: TopicID]
  private let shown: [SignalID: ShownEvidence]

  /// The maker for a night without muted topics.
  init(_ night: NightReport, rule: SuppressionRule) {
    self.night = night
    let topics = Dictionary(night.topics.map { ($0.topic.id, $0) }, uniquingKeysWith: { $1 })
    self.topics = topics
    reports = night.signals.filter { !$0.signal.weeks.isEmpty }.sorted { $0.signal.id < $1.signal.id }
    let placed = reports.compactMap { report in
      (report.signal.topic ?? report.topicNow).flatMap { Self.heir(of: $0, in: topics) }.map {
        (report.signal.id, $0)
      }
    }
    belongsTo = Dictionary(placed, uniquingKeysWith: { $1 })
    shown = rule.evidence(of: reports, topics: belongsTo)
  }

  /// All signals: those that stand first, strongest first; then the others, newest first.
  func facts() -> [SignalFacts] {
    let facts = reports.compactMap(facts)
    return facts.filter(\.isOpen).sorted(by: SignalFacts.strongerFirst)
      + facts.filter { !$0.isOpen }.sorted { $0.id > $1.id }
  }

  /// What each signal is called now.
  func titles() -> [SignalID: String] {
    let titles = reports.map { report in
      (
        report.signal.id,
        title(
          of: report, topic: belongsTo[report.signal.id].flatMap { topics[$0] },
          mayQuote: shown[report.signal.id]?.mayQuote ?? false)
      )
    }
    return Dictionary(titles, uniquingKeysWith: { $1 })
  }

  /// The topic that a merged topic's questions went to at last; nil when it may not be seen.
  private static func heir(of topic: TopicID, in topics: [TopicID: TopicReport]) -> TopicID? {
    var heir = topic
    for _ in 0...topics.count {
      guard let report = topics[heir] else { return nil }
      guard report.topic.status == .merged, let next = report.topic.successor else { return heir }
      heir = next
    }
    return heir
  }

  private func facts(_ report: SignalReport) -> SignalFacts? {
    let signal = report.signal
    guard let told = signal.toldWeek, let shown = shown[signal.id] else { return nil }
    let topic = belongsTo[signal.id].flatMap { topics[$0] }
    let isOwn = signal.scope == .part || topic == nil
    let own = Dictionary(report.weeks.map { ($0.week, $0.questions) }, uniquingKeysWith: +)
    let counts = Dictionary((topic?.weeks ?? []).map { ($0.week, $0.questions) }, uniquingKeysWith: { $1 })
    let judged = topic?.assessments.first { $0.week == signal.latest }
    func questions(_ week: ISOWeek) -> Int { (isOwn ? own[week] : counts[week]) ?? 0 }
    return SignalFacts(
      id: signal.id, scope: signal.scope, topic: topic?.topic.id, standing: standing(of: signal),
      strength: told.strength, methods: told.methods.isEmpty ? signal.methods : told.methods,
      opened: signal.opened, latest: signal.latest,
      weeksInRow: signal.latest.number - signal.opened.number + 1, toldWeek: told.week,
      windowWeeks: max(1, told.windowWeeks), isAboutThisWeek: told.week == night.reportWeek, shown: shown,
      expected: min(told.lower, told.upper)...told.upper, questions: report.evidence.questions,
      unanswered: report.evidence.unanswered, platformQuestions: report.evidence.platformQuestions,
      recurrence: RecurrenceInterval(told), pValue: told.pValue, firstSeen: report.evidence.firstSeen,
      earlier: earlier(than: signal), twin: report.evidence.twin,
      coversTopic: report.evidence.coversTopic,
      warnings: warnings(of: report, told: told.week, mayShow: shown.askers.shown != nil),
      points: isOwn
        ? SignalPoints.own(report, until: night.reportWeek)
        : SignalPoints.ofTopic(topic, signals: [signal], until: night.reportWeek),
      showsOwnQuestions: isOwn, questionsInWeek: questions(signal.latest),
      questionsInWeekBefore: questions(signal.latest.advanced(by: -1)),
      band: isOwn ? nil : judged.map { min($0.weekLower, $0.weekUpper)...$0.weekUpper },
      hasPage: hasPage(signal))
  }

  private func hasPage(_ signal: Signal) -> Bool {
    signal.latest > night.reportWeek.advanced(by: -SignalFacts.weeksKept)
  }

  private func title(of report: SignalReport, topic: TopicReport?, mayQuote: Bool) -> String {
    let words = mayQuote ? report.words : []
    guard let name = topic?.topic.title else { return Texts.Signal.title(words: words) }
    return report.signal.scope == .part ? Texts.Signal.title(partOf: name, words: words) : name
  }

  private func standing(of signal: Signal) -> SignalFacts.Standing {
    guard signal.isOpen, let last = signal.weeks.last else { return .over }
    if signal.weeks.count == 1 { return .new }
    return last.isRaised ? .raised : last.methods.isEmpty ? .calmer : .standing
  }

  private func earlier(than signal: Signal) -> [SignalFacts.Earlier] {
    guard let topic = belongsTo[signal.id] else { return [] }
    return reports.map(\.signal).filter { $0.id < signal.id && belongsTo[$0.id] == topic }.reversed().map {
      SignalFacts.Earlier(
        id: $0.id, opened: $0.opened, latest: $0.latest, strength: $0.strength,
        path: hasPage($0) ? "signalen/\($0.id).html" : nil)
    }
  }

  private func warnings(of report: SignalReport, told: ISOWeek, mayShow: Bool) -> [SignalWarning] {
    var warnings = report.warnings.filter { mayShow || $0 != .mostlyOneOrganisation }
    if let last = night.intake.coveredUntil, told == night.reportWeek, last < told.sunday {
      warnings.append(.daysMissing(last: last))
    }
    return warnings
  }
}

/// The weeks of charts with the weeks of signals marked.
enum SignalPoints {
  /// A topic's weeks: its questions, what was to be expected, and the weeks of some signals.
  static func ofTopic(_ report: TopicReport?, signals: [Signal], until last: ISOWeek) -> [WeekPoint] {
    let counts = Dictionary((report?.weeks ?? []).map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let judged = Dictionary((report?.assessments ?? []).map { ($0.week, $0) }, uniquingKeysWith: { $1 })
    let start = report?.weeks.map(\.week).min()
    let marks = marks(of: signals)
    return weeks(until: last).map { week in
      WeekPoint(
        week: week, questions: start.flatMap { week < $0 ? nil : counts[week]?.questions ?? 0 },
        band: judged[week].map { min($0.weekLower, $0.weekUpper)...$0.weekUpper }, mark: marks[week] ?? .none)
    }
  }

  /// The weeks of a signal's own questions.
  static func own(_ report: SignalReport, until last: ISOWeek) -> [WeekPoint] {
    let counts = Dictionary(report.weeks.map { ($0.week, $0.questions) }, uniquingKeysWith: +)
    let marks = marks(of: [report.signal])
    return weeks(until: last).map {
      WeekPoint(week: $0, questions: counts[$0] ?? 0, band: nil, mark: marks[$0] ?? .none)
    }
  }

  private static func weeks(until last: ISOWeek) -> [ISOWeek] {
    (0..<TopicView.weeksShown).reversed().map { last.advanced(by: -$0) }
  }

  private static func marks(of signals: [Signal]) -> [ISOWeek: WeekPoint.Mark] {
    var marks: [ISOWeek: WeekPoint.Mark] = [:]
    for week in signals.flatMap(\.weeks) where marks[week.week] != .flagged {
      marks[week.week] = week.isRaised ? .flagged : .open
    }
    return marks
  }
}
