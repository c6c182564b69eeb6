// Signals as the counts of topics alone give them: a signal for each run of weeks in which a topic's assessment stands.
import Discussion

/// Makes signals of assessments.
enum CountSignals {
  /// The signals in assessments, by identity. A signal opens with a flag, goes on while it is flagged or open in the next
  /// week, and a flag after a pause opens another.
  ///
  /// - Parameter questions: the asking posts of each series, by week.
  static func signals(in assessments: [Assessment], questions: [String: [ISOWeek: [PostID]]]) -> [Signal] {
    let sorted = assessments.sorted { ($0.series, $0.week) < ($1.series, $1.week) }
    guard let newest = sorted.map(\.week).max() else { return [] }
    var runs: [(series: String, weeks: [SignalWeek])] = []
    for assessment in sorted where assessment.flag || assessment.open {
      let week = week(assessment, questions: questions[assessment.series] ?? [:])
      let follows =
        runs.last.map { $0.series == assessment.series && $0.weeks.last?.week.advanced(by: 1) == week.week }
        ?? false
      if follows {
        runs[runs.count - 1].weeks.append(week)
      } else if assessment.flag {
        runs.append((assessment.series, [week]))
      }
    }
    var signals: [Signal] = []
    for (opened, group) in Dictionary(grouping: runs, by: { $0.weeks.first?.week }) {
      guard let opened else { continue }
      for (index, run) in group.sorted(by: { $0.series < $1.series }).enumerated() {
        signals.append(
          Signal(
            id: SignalID(week: opened, number: index + 1), topic: TopicID(run.series), scope: .topic,
            weeks: run.weeks, isOpen: run.weeks.last?.week == newest))
      }
    }
    return signals.sorted { $0.id < $1.id }
  }

  private static func week(_ assessment: Assessment, questions: [ISOWeek: [PostID]]) -> SignalWeek {
    let window = max(1, assessment.windowWeeks)
    let speaks = assessment.flag || assessment.observed > assessment.upper
    return SignalWeek(
      week: assessment.week, isRaised: assessment.flag, methods: speaks ? [.counts] : [], windowWeeks: window,
      observed: assessment.observed, expected: assessment.expected, lower: assessment.lower,
      upper: assessment.upper, pValue: assessment.pValue, strength: assessment.strength ?? .signal,
      posts: (0..<window).flatMap { questions[assessment.week.advanced(by: -$0)] ?? [] }.sorted())
  }
}
