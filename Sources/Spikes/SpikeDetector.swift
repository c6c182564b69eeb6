// The detector: which topics drew clearly more people than was to be expected, week by week.

import Discussion
import Foundation

/// Finds the topics that drew clearly more people than was to be expected.
///
/// For each topic and week: a penalised quasi-Poisson regression of distinct askers on the platform's volume, trend
/// and season predicts the last 1, 2, 4 and 8 weeks; the tail of the predictive negative-binomial distribution says
/// how unlikely the count is; rules of evidence ask for enough people of enough organisations; Benjamini-Hochberg
/// chooses among the topics; and an open signal is not raised twice. A week is judged by itself and the weeks before
/// it: later weeks change nothing.
public struct SpikeDetector: Hashable, Sendable {
  /// The settings.
  public var settings: DetectorSettings

  /// A detector with the settings of a profile.
  public init(settings: DetectorSettings = .community) { self.settings = settings }

  /// Assesses every topic of one platform in every week.
  /// - Parameters:
  ///   - counts: rows of one platform, in any order; topics without a row in a week had no questions in it.
  ///   - meetings: theme meetings that were held.
  ///   - excluded: weeks of topics whose data are wrong: they say nothing about what is usual, and no window that holds
  ///     one speaks.
  ///   - weeks: the weeks to judge; all from the first on when nil. Weeks before them count as history.
  ///   - calendar: school holidays, which a topic with a long history may follow; nil leaves them out of the model.
  /// - Returns: assessments by week, then by topic.
  public func assess(
    _ counts: [WeeklyCount], meetings: [ThemeMeeting] = [], excluded: Set<SeriesWeek> = [],
    weeks: ClosedRange<ISOWeek>? = nil, calendar: SchoolHolidays? = nil
  ) -> [Assessment] {
    var alerts = OpenAlerts()
    return assess(
      counts, meetings: meetings, excluded: excluded, weeks: weeks, calendar: calendar, alerts: &alerts)
  }

  /// Assesses the weeks of one night, given the signals that stood before them.
  /// - Parameters:
  ///   - counts: rows of one platform, in any order; topics without a row in a week had no questions in it.
  ///   - meetings: theme meetings that were held.
  ///   - excluded: weeks of topics whose data are wrong.
  ///   - weeks: the weeks to judge; all from the first on when nil. Weeks before them count as history.
  ///   - calendar: school holidays, which a topic with a long history may follow; nil leaves them out of the model.
  ///   - only: the topics to judge; all when nil. The others count as the rest of the platform.
  ///   - alerts: the signals that stood after the week before `weeks`; afterwards those that stand after the last.
  /// - Returns: assessments by week, then by topic.
  public func assess(
    _ counts: [WeeklyCount], meetings: [ThemeMeeting] = [], excluded: Set<SeriesWeek> = [],
    weeks: ClosedRange<ISOWeek>? = nil, calendar: SchoolHolidays? = nil, only: Set<String>? = nil,
    alerts: inout OpenAlerts
  ) -> [Assessment] {
    guard var table = SeriesTable(counts) else { return [] }
    table.exclude(excluded)
    let volume = PlatformVolume(table, settings)
    let held = MeetingCalendar(meetings)
    let holidays = HolidayCovariate(calendar, table: table)
    let first = max(0, (weeks?.lowerBound.number ?? table.firstWeek.number) - table.firstWeek.number)
    let last = min(table.weeks - 1, (weeks?.upperBound.number ?? .max) - table.firstWeek.number)
    guard first <= last else { return [] }
    let wanted = only.map { only in Set(table.names.indices.filter { only.contains(table.names[$0]) }) }
    var assessments: [Assessment] = []
    assessments.reserveCapacity((last - first + 1) * table.names.count)
    for week in first...last {
      let evaluations = table.evaluate(
        week: week, volume: volume, settings: settings, holidays: holidays, only: wanted)
      let judged = table.names.indices.map { judge($0, evaluations[$0], week: week, table, volume, held) }
      let threshold = threshold(judged, week: week, table)
      for topic in table.names.indices {
        assessments.append(
          assessment(
            topic, evaluations[topic], judged: judged[topic], threshold: threshold, week: week, table, volume,
            &alerts))
      }
    }
    return assessments
  }

  /// The p-value after the rules of evidence and the meetings: 1 where they don't admit it.
  func judge(
    _ topic: Int, _ evaluation: TopicEvaluation, week: Int, _ table: SeriesTable, _ volume: PlatformVolume,
    _ calendar: MeetingCalendar
  ) -> Double {
    guard !evaluation.windows.isEmpty else { return 1 }
    let cell = topic * table.weeks + week
    let loudest = evaluation.windows[evaluation.loudest]
    let recent = evaluation.windows.filter { $0.length <= 2 }.map(\.tail).min() ?? 1
    let evidence = Evidence(
      questions: table.questions[cell], askersInFourWeeks: table.askersInFourWeeks[cell],
      organisationsInFourWeeks: table.organisationsInFourWeeks[cell], observed: loudest.observed,
      expected: loudest.expected, recentP: recent)
    guard settings.admits(evidence),
      let factor = calendar.factor(table.names[topic], in: table.firstWeek.advanced(by: week), settings)
    else { return 1 }
    let anomalous = volume.isAnomalous(week, without: table.questionsInVolume(topic, week))
    return min(1, evaluation.combinedP * factor * (anomalous ? settings.anomalousFactor : 1))
  }

  /// The largest p-value that signals this week.
  func threshold(_ judged: [Double], week: Int, _ table: SeriesTable) -> Double {
    switch settings.selection {
    case .fixed(let threshold): return threshold
    case .falseDiscoveryRate(let rate):
      let known =
        settings.countsUnseenTopics ? judged.count : table.firstSeen.count { $0 <= week }
      let threshold = benjaminiHochbergThreshold(
        judged, rate: rate, hypotheses: Double(known) * settings.hypothesesPerTopic)
      return min(threshold ?? -1, settings.largestP)
    }
  }

  /// What is told of a topic in a week, once the largest p-value that signals is known.
  func assessment(
    _ topic: Int, _ evaluation: TopicEvaluation, judged: Double, threshold: Double, week: Int,
    _ table: SeriesTable, _ volume: PlatformVolume, _ alerts: inout OpenAlerts
  ) -> Assessment {
    let series = table.names[topic]
    let selected = judged <= threshold
    let wasOpen = alerts.isOpen(series)
    var flag = selected
    if settings.hysteresis {
      flag = alerts.update(
        series, pValue: evaluation.combinedP, judged: judged, selected: selected, settings: settings)
    }
    let open = settings.hysteresis && wasOpen && alerts.isOpen(series)
    var result = Assessment(
      series: series, week: table.firstWeek.advanced(by: week), flag: flag, open: open,
      score: judged < 1 ? -log10(max(judged, 1e-300)) : 0, pValue: evaluation.combinedP,
      anomalousVolume: volume.anomalous[week])
    guard !evaluation.windows.isEmpty else { return result }
    let loudest = evaluation.windows[evaluation.loudest]
    let range = loudest.distribution.expectedRange(tail: settings.bandTail)
    result.windowWeeks = loudest.length
    result.observed = Int(loudest.observed)
    result.expected = loudest.expected
    (result.lower, result.upper) = (range.lowerBound, range.upperBound)
    if let single = evaluation.windows.first(where: { $0.length == 1 }) {
      let band = loudest.length == 1 ? range : single.distribution.expectedRange(tail: settings.bandTail)
      result.weekExpected = single.expected
      (result.weekLower, result.weekUpper) = (band.lowerBound, band.upperBound)
    }
    if flag || open {
      let p = flag ? judged : alerts.alerts[series]?.pValueAtFlag ?? judged
      result.strength = SignalStrength(pValue: p, askers: result.observed)
    }
    return result
  }
}
