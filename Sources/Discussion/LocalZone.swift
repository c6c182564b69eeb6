// The zone a community lives in: which local day and week an instant falls in, and back.
import struct Foundation.Date
import struct Foundation.TimeZone

/// A time zone with its daylight-saving rules, such as Europe/Amsterdam.
public struct LocalZone: Sendable, Hashable {
  /// The IANA name.
  public let identifier: String
  private let zone: TimeZone

  /// Coordinated universal time.
  public static let utc = LocalZone(identifier: "UTC", zone: .gmt)

  /// The zone of an IANA name; nil when this machine knows none of that name (is `tzdata` installed?).
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.init(identifier: identifier, zone: zone)
  }

  private init(identifier: String, zone: TimeZone) {
    self.identifier = identifier
    self.zone = zone
  }

  /// Seconds east of Greenwich at an instant.
  public func offset(at time: Timestamp) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
  }

  /// What the clock on the wall shows at an instant.
  public func local(_ time: Timestamp) -> LocalTime {
    let shifted = time.milliseconds + Int64(offset(at: time)) * 1000
    let day = shifted.flooredQuotient(by: 86_400_000)
    return LocalTime(
      day: CalendarDay(number: Int(day)), millisecondOfDay: Int(shifted - day * 86_400_000))
  }

  /// The local day an instant falls on.
  public func day(of time: Timestamp) -> CalendarDay { local(time).day }

  /// The local ISO week an instant falls in.
  public func week(of time: Timestamp) -> ISOWeek { ISOWeek(containing: day(of: time)) }

  /// The first instant of a local day.
  public func start(of day: CalendarDay) -> Timestamp {
    switch resolve(LocalTime(day: day, millisecondOfDay: 0)) {
    case .once(let time), .twice(let time, _), .never(let time): time
    }
  }

  /// How often, and when, the clock on the wall showed a time.
  public enum Resolution: Hashable, Sendable {
    /// Exactly once.
    case once(Timestamp)
    /// Twice: the hour repeated when summer time ends.
    case twice(first: Timestamp, second: Timestamp)
    /// Never: the hour skipped when summer time starts. Holds the instant as far behind the gap's start.
    case never(Timestamp)
  }

  /// The instants at which the clock on the wall showed a time.
  public func resolve(_ local: LocalTime) -> Resolution {
    let asUTC = local.asUTC
    let day: Int64 = 86_400_000
    let before = offset(at: asUTC.advanced(byMilliseconds: -day))
    let after = offset(at: asUTC.advanced(byMilliseconds: day))
    let first = asUTC.advanced(byMilliseconds: -Int64(max(before, after)) * 1000)
    let second = asUTC.advanced(byMilliseconds: -Int64(min(before, after)) * 1000)
    let firstFits = self.local(first) == local
    let secondFits = self.local(second) == local
    switch (firstFits, secondFits) {
    case (true, true): return first == second ? .once(first) : .twice(first: first, second: second)
    case (true, false): return .once(first)
    case (false, true): return .once(second)
    case (false, false):
      return .never(asUTC.advanced(byMilliseconds: -Int64(before) * 1000))
    }
  }
}
