// A night after other nights: the new weeks are judged, and what was published of the weeks before stays.

import Discussion
import Foundation

/// What the last night judged, and what it counted.
public struct PublishedWeeks: Sendable {
  /// Its assessments.
  public var assessments: [Assessment]
  /// Its counts.
  public var counts: [WeeklyCount]

  /// From their parts, in any order.
  public init(assessments: [Assessment], counts: [WeeklyCount]) {
    self.assessments = assessments
    self.counts = counts
  }
}

extension SpikeDetector {
  /// So many weeks back the expectation of a topic that became another one is made anew: what charts show, and some.
  static let restatedWeeks = 60
  /// A topic became another one when so large a share of its people in those weeks came or went.
  static let changedShare = 0.25
  /// Alerts close within so many weeks (``DetectorSettings/longestOpenWeeks``), unless they rise.
  static let rememberedWeeks = 52

  /// Assesses the weeks from `start` on, given what was published of those before.
  ///
  /// A week is judged once. What was published of it stays, but for the expectations of topics that became other ones since
  /// (posts moved, topics merged or split): those are made anew for ``restatedWeeks`` weeks, without new flags, so that
  /// charts compare like with like. Weeks that people called wrong are judged anew whole.
  /// - Parameters:
  ///   - counts: as for ``assess(_:meetings:excluded:weeks:calendar:)``.
  ///   - published: what the last night judged and counted.
  ///   - start: the first week to judge.
  public func assess(
    _ counts: [WeeklyCount], after published: PublishedWeeks, from start: ISOWeek,
    meetings: [ThemeMeeting] = [], excluded: Set<SeriesWeek> = [], calendar: SchoolHolidays? = nil
  ) -> [Assessment] {
    let weeks = counts.map(\.week)
    guard let first = weeks.min(), let last = weeks.max(), start > first, start <= last,
      published.assessments.contains(where: { $0.week < start })
    else { return assess(counts, meetings: meetings, excluded: excluded, calendar: calendar) }
    let series = Set(counts.map(\.series))
    let kept = published.assessments.filter { $0.week < start && series.contains($0.series) }
    var alerts = standing(in: kept, before: start)
    let fresh = assess(
      counts, meetings: meetings, excluded: excluded, weeks: start...last, calendar: calendar, alerts: &alerts
    )
    let faulty = Set(excluded.map(\.series)).intersection(series)
    let changed = Self.changed(counts, since: published.counts, before: start).union(faulty)
    guard !changed.isEmpty else { return (kept + fresh).sorted(by: Self.isInOrder) }
    let since = max(first, start.advanced(by: -Self.restatedWeeks))
    var none = OpenAlerts()
    let restated = assess(
      counts, meetings: meetings, excluded: excluded, weeks: since...start.advanced(by: -1),
      calendar: calendar,
      only: changed, alerts: &none)
    let before = Dictionary(
      kept.map { (SeriesWeek(series: $0.series, week: $0.week), $0) }, uniquingKeysWith: { first, _ in first }
    )
    let anew = restated.filter { changed.contains($0.series) }.map { assessment in
      faulty.contains(assessment.series)
        ? assessment
        : assessment.flagged(as: before[SeriesWeek(series: assessment.series, week: assessment.week)])
    }
    let other = kept.filter { $0.week < since || !changed.contains($0.series) }
    return (other + anew + fresh).sorted(by: Self.isInOrder)
  }

  private static func isInOrder(_ one: Assessment, _ other: Assessment) -> Bool {
    (one.week, one.series) < (other.week, other.series)
  }

  /// The alerts that stand before a week, as published assessments tell of them.
  private func standing(in published: [Assessment], before start: ISOWeek) -> OpenAlerts {
    var alerts = OpenAlerts()
    guard settings.hysteresis else { return alerts }
    let since = start.advanced(by: -Self.rememberedWeeks)
    for assessment in published.filter({ $0.week >= since }).sorted(by: Self.isInOrder) {
      // One that was chosen without a flag left its alert as it was.
      _ = alerts.update(
        assessment.series, pValue: assessment.pValue, judged: assessment.judgedP, selected: assessment.flag,
        settings: settings)
    }
    return alerts
  }

  /// The topics whose people in the last weeks before one are others than they were.
  private static func changed(
    _ counts: [WeeklyCount], since published: [WeeklyCount], before start: ISOWeek
  ) -> Set<String> {
    let since = start.advanced(by: -restatedWeeks)
    func recent(_ counts: [WeeklyCount]) -> [SeriesWeek: Int] {
      Dictionary(
        counts.filter { $0.week >= since && $0.week < start }.map {
          (SeriesWeek(series: $0.series, week: $0.week), $0.distinctAskers)
        }, uniquingKeysWith: max)
    }
    let (now, then) = (recent(counts), recent(published))
    var moved: [String: Int] = [:]
    var people: [String: Int] = [:]
    for (place, count) in now {
      let earlier = then[place] ?? 0
      moved[place.series, default: 0] += abs(count - earlier)
      people[place.series, default: 0] += max(count, earlier)
    }
    return Set(moved.filter { Double($0.value) > changedShare * Double(people[$0.key] ?? 0) }.keys)
  }
}

extension Assessment {
  /// The p-value after the rules of evidence.
  fileprivate var judgedP: Double { score > 0 ? exp(-score * 2.302_585_092_994_046) : 1 }

  /// The same expectation, flagged as it was when the week was judged; not at all when there was no such topic then.
  fileprivate func flagged(as published: Assessment?) -> Assessment {
    var assessment = self
    assessment.flag = published?.flag ?? false
    assessment.open = published?.open ?? false
    assessment.score = published?.score ?? 0
    assessment.strength = published?.strength
    return assessment
  }
}
