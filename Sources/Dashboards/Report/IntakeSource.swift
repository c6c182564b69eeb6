// What came in per source and per night, and whether an export is late.
import Discussion

/// What files brought, added up.
public struct IntakeTally: Hashable, Sendable {
  /// Files that were read for the first time.
  public var files = 0
  /// Files that could not be read.
  public var failed = 0
  /// New posts.
  public var stored = 0
  /// Known posts with a new text.
  public var revised = 0
  /// Records that could not be read.
  public var quarantined = 0

  /// Nothing.
  public init() {}
}

/// How one source comes in.
public struct IntakeSource: Hashable, Sendable {
  /// Its name in the pipeline file.
  public var name: String
  /// Which files belong to it.
  public var pattern: String
  /// An export comes about every so many days; nil where nobody said.
  public var everyDays: Int?
  /// The night that first read the newest of its files; nil when none was ever read.
  public var lastArrival: CalendarDay?
  /// The day of its newest post; nil when it has none.
  public var newestPost: CalendarDay?
  /// What it brought this night.
  public var tonight: IntakeTally

  /// A source from its parts.
  public init(
    name: String, pattern: String, everyDays: Int? = nil, lastArrival: CalendarDay? = nil,
    newestPost: CalendarDay? = nil, tonight: IntakeTally = IntakeTally()
  ) {
    self.name = name
    self.pattern = pattern
    self.everyDays = everyDays
    self.lastArrival = lastArrival
    self.newestPost = newestPost
    self.tonight = tonight
  }

  /// Since how many days its next export should have come; nil when it is on time or nobody said how often it comes. A
  /// source that never came has no day to count from.
  public func daysLate(on day: CalendarDay) -> Int? {
    guard let everyDays, let lastArrival else { return nil }
    let late = day.number - lastArrival.number - everyDays
    return late > 0 ? late : nil
  }
}

/// What a source brought in a night.
public struct IntakeNight: Hashable, Sendable {
  /// The night.
  public var day: CalendarDay
  /// The source; nil for files that people filled in and files that no source asks for.
  public var source: String?
  /// What it brought.
  public var tally: IntakeTally

  /// A row from its parts.
  public init(day: CalendarDay, source: String?, tally: IntakeTally) {
    self.day = day
    self.source = source
    self.tally = tally
  }
}
