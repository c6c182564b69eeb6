// From what a text says to an instant: the zone's rule, and what happens in the hours that repeat or never were.
import Discussion

/// What to do with a time that the clock showed twice or never.
public struct ClockChangeRule: Hashable, Sendable {
  /// The hour that repeats when summer time ends.
  public enum Fold: String, Hashable, Sendable, CaseIterable {
    /// The first of both.
    case first
    /// The second of both.
    case second
    /// Quarantine.
    case reject
  }
  /// The hour that never was when summer time starts.
  public enum Gap: String, Hashable, Sendable, CaseIterable {
    /// Quarantine.
    case reject
    /// As far behind the start of the gap.
    case shift
  }
  /// For the hour that repeats.
  public var onFold = Fold.first
  /// For the hour that never was.
  public var onGap = Gap.reject

  /// The first of a repeated hour, quarantine for one that never was.
  public init() {}
}

extension LocalZone {
  /// The instant of a date, and what was assumed; nil when the rule rejects it.
  func instant(of date: ReadDate, rule: ClockChangeRule = ClockChangeRule()) -> (Timestamp, [ImportFlag])? {
    switch date {
    case .instant(let time): return (time, [])
    case .day(let day): return (start(of: day), [.timeMissing, .zoneAssumed])
    case .local(let local):
      switch resolve(local) {
      case .once(let time): return (time, [.zoneAssumed])
      case .twice(let first, let second):
        switch rule.onFold {
        case .first: return (first, [.timeRepeated, .zoneAssumed])
        case .second: return (second, [.timeRepeated, .zoneAssumed])
        case .reject: return nil
        }
      case .never(let time): return rule.onGap == .shift ? (time, [.zoneAssumed]) : nil
      }
    }
  }
}
