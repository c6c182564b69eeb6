// A theme meeting that was held: its topic is silent for a while, then has an echo.

import Discussion

/// A theme meeting on a topic.
public struct ThemeMeeting: Hashable, Sendable {
  /// The topic (or any series' name in the filter commands).
  public var series: String
  /// The week in which it was held.
  public var week: ISOWeek

  /// A meeting on a topic in a week.
  public init(series: String, week: ISOWeek) {
    self.series = series
    self.week = week
  }
}

/// A week of one topic, such as one whose data people found to be wrong.
public struct SeriesWeek: Hashable, Sendable {
  /// The topic (or any series' name in the filter commands).
  public var series: String
  /// The week.
  public var week: ISOWeek

  /// A topic's week.
  public init(series: String, week: ISOWeek) {
    self.series = series
    self.week = week
  }
}

/// The meetings of a platform, by topic.
struct MeetingCalendar {
  private let weeks: [String: [Int]]

  init(_ meetings: [ThemeMeeting]) {
    weeks = Dictionary(grouping: meetings, by: \.series).mapValues { $0.map(\.week.number) }
  }

  /// By what a p-value is multiplied after a meeting: nil is silence, 1 when no meeting was near.
  func factor(_ series: String, in week: ISOWeek, _ settings: DetectorSettings) -> Double? {
    var factor = 1.0
    for meeting in weeks[series] ?? [] {
      let since = week.number - meeting
      if since >= 0, since < settings.silenceWeeks { return nil }
      if since >= 0, since < settings.echoWeeks { factor = settings.echoFactor }
    }
    return factor
  }
}
