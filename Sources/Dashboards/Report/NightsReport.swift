// How earlier nights went, for the monitors.
import Discussion

/// The nights before this one. Tonight is not among them: its own times would make every page another one.
public struct NightsReport: Hashable, Sendable {
  /// The nights, in any order.
  public var nights: [PastNight]

  /// Nights.
  public init(nights: [PastNight] = []) { self.nights = nights }
}

/// A night of an earlier day, as its last start of the program left it.
public struct PastNight: Hashable, Sendable {
  /// The day it was for.
  public var day: CalendarDay
  /// All starts of the program for that day, oldest first; the last one tells how the night went.
  public var attempts: [Attempt]
  /// The stages of the last start that were completed, in order.
  public var stages: [Stage]
  /// The program's version; nil when it is not known any more.
  public var version: String?
  /// Whether the settings are other ones than in the night before; nil for the first one, or when it is not known.
  public var hasNewSettings: Bool?

  /// One start of the program.
  public struct Attempt: Hashable, Sendable {
    /// When it started, on the clock of the community.
    public var startedAt: LocalTime
    /// How long it took, in milliseconds; nil when it did not end.
    public var milliseconds: Int?
    /// How it ended.
    public var outcome: Outcome
    /// Why it failed, without what people wrote.
    public var message: String?

    /// An attempt from its parts.
    public init(startedAt: LocalTime, milliseconds: Int?, outcome: Outcome, message: String? = nil) {
      self.startedAt = startedAt
      self.milliseconds = milliseconds
      self.outcome = outcome
      self.message = message
    }
  }

  /// How a start of the program ended.
  public enum Outcome: Hashable, Sendable {
    /// Everything was done.
    case clean
    /// It was done, and something was set aside.
    case incomplete
    /// It ended with an error.
    case failed
    /// It was broken off.
    case interrupted
  }

  /// A stage of the night.
  public struct Stage: Hashable, Sendable {
    /// Its stable name.
    public var name: String
    /// Its counts in their order, under their stable names.
    public var counts: [Count]
    /// How long it took, in milliseconds.
    public var milliseconds: Int
    /// Whether it set something aside.
    public var isIncomplete: Bool

    /// A stage from its parts.
    public init(name: String, counts: [Count], milliseconds: Int, isIncomplete: Bool = false) {
      self.name = name
      self.counts = counts
      self.milliseconds = milliseconds
      self.isIncomplete = isIncomplete
    }
  }

  /// A number of a stage.
  public struct Count: Hashable, Sendable {
    /// Its stable name.
    public var name: String
    /// The number.
    public var value: Int

    /// A number under a name.
    public init(_ name: String, _ value: Int) {
      self.name = name
      self.value = value
    }
  }

  /// A night from its parts. Without an attempt it tells nothing and is left out.
  public init(
    day: CalendarDay, attempts: [Attempt], stages: [Stage] = [], version: String? = nil,
    hasNewSettings: Bool? = nil
  ) {
    self.day = day
    self.attempts = attempts
    self.stages = stages
    self.version = version
    self.hasNewSettings = hasNewSettings
  }
}
