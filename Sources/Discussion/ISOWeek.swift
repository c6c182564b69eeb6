// Weeks as ISO 8601 counts them: Monday to Sunday, week 1 holds the year's first Thursday.

/// A week of ISO 8601. Counted from a fixed Monday, so that weeks subtract and sort as integers.
public struct ISOWeek: Hashable, Comparable, Sendable {
  /// Weeks since the week of Monday 1969-12-29, which holds 1970-01-01.
  public var number: Int

  /// The week so many weeks after that of 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The week that holds a day.
  public init(containing day: CalendarDay) { number = (day.number + 3).flooredQuotient(by: 7) }

  /// Reads `2026-W46`; nil for anything else, also for a week 53 that the year does not have.
  public init?(iso8601 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      let year = bytes[0..<4].decimal, let week = bytes[6..<8].decimal,
      let fourthOfJanuary = CalendarDay(year: year, month: 1, day: 4)
    else { return nil }
    self = ISOWeek(containing: fourthOfJanuary).advanced(by: week - 1)
    guard yearAndWeek == (year, week) else { return nil }
  }

  /// The Monday on which the week starts.
  public var monday: CalendarDay { CalendarDay(number: number * 7 - 3) }

  /// The Sunday on which the week ends.
  public var sunday: CalendarDay { monday.advanced(by: 6) }

  /// The year the week belongs to (that of its Thursday) and its number in it, 1 to 53.
  public var yearAndWeek: (year: Int, week: Int) {
    let thursday = monday.advanced(by: 3)
    let year = thursday.civil.year
    guard let newYear = CalendarDay(year: year, month: 1, day: 1) else { return (year, 1) }
    return (year, (thursday.number - newYear.number) / 7 + 1)
  }

  /// This week, so many weeks later.
  public func advanced(by weeks: Int) -> ISOWeek { ISOWeek(number: number + weeks) }

  /// The order in which they are sorted.
  public static func < (left: ISOWeek, right: ISOWeek) -> Bool { left.number < right.number }
}

extension ISOWeek: CustomStringConvertible {
  /// `2026-W46`.
  public var description: String {
    let (year, week) = yearAndWeek
    return "\(year.padded(to: 4))-W\(week.padded(to: 2))"
  }
}
