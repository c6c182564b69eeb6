// School holidays as something that a topic may follow by itself, beside its trend and the season of the year.

import Discussion

/// The share of school holiday in each week of a table. The platform's volume tells that fewer people ask in a holiday;
/// this tells whether a topic does more or less than the platform then.
struct HolidayCovariate {
  /// The share of each week, from 0 to 1; 0 where the calendar says nothing.
  let shares: [Double]
  /// How many weeks before each one the calendar knows.
  private let knownBefore: [Int]

  /// The covariate of a table's weeks; nil without a calendar.
  init?(_ calendar: SchoolHolidays?, table: SeriesTable) {
    guard let calendar else { return nil }
    let weeks = (0..<table.weeks).map { table.firstWeek.advanced(by: $0) }
    knownBefore = weeks.reduce(into: [0]) { sums, week in
      sums.append((sums.last ?? 0) + (calendar.knows(week) ? 1 : 0))
    }
    shares = weeks.map { calendar.knows($0) ? calendar.share(of: $0) : 0 }
  }

  /// Whether it can be used for a topic: the judged weeks are known, and so is enough of what the topic is judged by. A
  /// holiday that was seen once is an event; only one that comes back says what is usual.
  func isUsable(for baseline: Baseline, from start: Int, _ settings: DetectorSettings) -> Bool {
    let window = max(0, baseline.week + 1 - (settings.windows.max() ?? 1))..<(baseline.week + 1)
    return start < baseline.end && known(start..<baseline.end) >= settings.holidayHistoryWeeks
      && known(window) == window.count
  }

  private func known(_ weeks: Range<Int>) -> Int {
    knownBefore[weeks.upperBound] - knownBefore[weeks.lowerBound]
  }
}
