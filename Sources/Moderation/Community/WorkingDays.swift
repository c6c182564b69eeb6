// Working days: Monday to Friday but for the public holidays that people keep in a calendar file.

import Discussion

/// Which days are worked. Holidays are data: see `pipelines/calendars/feestdagen.csv`.
public struct WorkingDays: Sendable {
  private let holidays: Set<CalendarDay>

  /// Monday to Friday, without these days.
  public init(holidays: Set<CalendarDay> = []) { self.holidays = holidays }

  /// Reads the holidays from a calendar file: a line per day that starts with a date such as `2026-04-27`. Lines
  /// that start with `#` and the header are passed over.
  /// - Returns: nil when another line holds no date, so that a typing error is not taken for a working day.
  public init?(calendar text: some StringProtocol) {
    var holidays: Set<CalendarDay> = []
    var isHeaderPossible = true
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let field = line.prefix { $0 != "," && $0 != ";" }
      if let day = CalendarDay(iso8601: field) {
        holidays.insert(day)
      } else if !isHeaderPossible {
        return nil
      }
      isHeaderPossible = false
    }
    self.init(holidays: holidays)
  }

  /// Whether a day is worked.
  public func isWorkingDay(_ day: CalendarDay) -> Bool { day.isoWeekday <= 5 && !holidays.contains(day) }

  /// How many working days there are after a day, up to and including a later one. From Friday to the Monday
  /// behind it is one; to the same or an earlier day none.
  public func count(after start: CalendarDay, through end: CalendarDay) -> Int {
    guard end > start else { return 0 }
    return (start.number + 1...end.number).reduce(0) { $0 + (isWorkingDay(CalendarDay(number: $1)) ? 1 : 0) }
  }
}
