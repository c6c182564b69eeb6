// School holidays per region, as people keep them in a calendar file: which weeks are out of the ordinary, and how much.

/// The school holidays of some regions.
///
/// Weeks are looked at by their school days, Monday to Friday. A holiday runs from a Saturday to a Sunday, so that the
/// weekend at its start lies in a week in which everybody is at school: that week is no holiday week.
public struct SchoolHolidays: Hashable, Sendable {
  /// How sure a holiday's dates are.
  public enum Certainty: String, Hashable, Sendable, CaseIterable {
    /// Laid down for all schools.
    case fixed = "vastgesteld"
    /// Advised; a school may differ.
    case advised = "advies"
    /// Worked out from the rules of earlier years: an estimate.
    case derived = "afgeleid"
  }

  /// A holiday of one region.
  public struct Holiday: Hashable, Sendable {
    /// What people call it, such as "herfstvakantie".
    public var name: String
    /// The region, in lower case, such as "noord".
    public var region: String
    /// Its days, the last one included.
    public var days: ClosedRange<CalendarDay>
    /// How sure the dates are.
    public var certainty: Certainty

    /// A holiday from its parts.
    public init(
      name: String, region: String, days: ClosedRange<CalendarDay>, certainty: Certainty = .fixed
    ) {
      self.name = name
      self.region = region
      self.days = days
      self.certainty = certainty
    }
  }

  /// The holidays in one week.
  public struct Week: Hashable, Sendable {
    /// What people call them, in the order of the regions; each name once.
    public let names: [String]
    /// The regions with a holiday on at least one school day, in the order of ``SchoolHolidays/regions``.
    public let regions: [String]
    /// Whether all regions have a holiday on at least one school day.
    public let isEverywhere: Bool
  }

  /// Monday to Friday.
  private static let schoolDays = 5

  /// The holidays, by first day and region.
  public let holidays: [Holiday]
  /// The regions that count, in the order in which they are named.
  public let regions: [String]
  /// The weeks of which every region's holidays are known; nil when there are none.
  public let knownWeeks: ClosedRange<ISOWeek>?

  private let days: [String: [ClosedRange<CalendarDay>]]

  /// The holidays of some regions.
  /// - Parameters:
  ///   - holidays: in any order; those of other regions are left out.
  ///   - regions: the regions that count; all that have a holiday, in order of the alphabet, when nil.
  public init(_ holidays: [Holiday], regions: [String]? = nil) {
    let regions = regions ?? Set(holidays.map(\.region)).sorted()
    self.regions = regions
    self.holidays = holidays.filter { regions.contains($0.region) }.sorted {
      ($0.days.lowerBound, $0.region, $0.name) < ($1.days.lowerBound, $1.region, $1.name)
    }
    let byRegion = Dictionary(grouping: self.holidays, by: \.region).mapValues { $0.map(\.days) }
    days = byRegion
    // Before the first holiday of a region, and behind its last, nobody said whether there are others.
    let first = regions.compactMap { byRegion[$0]?.map(\.lowerBound).min() }
    let last = regions.compactMap { byRegion[$0]?.map(\.upperBound).max() }
    if first.count == regions.count, let start = first.max(), let end = last.min(), start <= end {
      knownWeeks = ISOWeek(containing: start)...ISOWeek(containing: end)
    } else {
      knownWeeks = nil
    }
  }

  /// The last day on which every region's holidays are known; nil when there are none.
  public var lastKnownDay: CalendarDay? {
    guard knownWeeks != nil else { return nil }
    return regions.compactMap { days[$0]?.map(\.upperBound).max() }.min()
  }

  /// Whether all regions' holidays of a week are known.
  public func knows(_ week: ISOWeek) -> Bool { knownWeeks?.contains(week) ?? false }

  /// The holidays in a week; nil when no region has one on a school day.
  public func week(_ week: ISOWeek) -> Week? {
    let found = regions.filter { schoolDays(in: week, of: $0) > 0 }
    guard !found.isEmpty else { return nil }
    let span = week.monday...week.monday.advanced(by: Self.schoolDays - 1)
    var names: [String] = []
    for region in found {
      for holiday in holidays
      where holiday.region == region && holiday.days.overlaps(span) && !names.contains(holiday.name) {
        names.append(holiday.name)
      }
    }
    return Week(names: names, regions: found, isEverywhere: found.count == regions.count)
  }

  /// Which share of a week's school days, over all regions together, is holiday: from 0 to 1.
  public func share(of week: ISOWeek) -> Double {
    guard !regions.isEmpty else { return 0 }
    let free = regions.reduce(0) { $0 + schoolDays(in: week, of: $1) }
    return Double(free) / Double(Self.schoolDays * regions.count)
  }

  private func schoolDays(in week: ISOWeek, of region: String) -> Int {
    let ranges = days[region] ?? []
    return (0..<Self.schoolDays).count { offset in
      let day = week.monday.advanced(by: offset)
      return ranges.contains { $0.contains(day) }
    }
  }
}
