// How rare a signal must be, and how long it stands.

import Discussion

/// Settings of ``SignalBook``.
public struct SignalSettings: Hashable, Sendable {
  /// The recurrence interval: chance alone may open a signal once in so many weeks, on average, counts and scan together.
  public var recurrenceWeeks = 104.0
  /// The share of that rate that the neighbourhood scan may use up; topics' counts get the rest.
  public var scanShare = 0.75
  /// Of the weeks in which chance alone is beyond a rate, the share that opens something new: weeks after one another see
  /// much of the same (the extremal index). Measured by permutation of the demo community's dates.
  public var newPerWeek = 0.6
  /// A neighbourhood this many times too likely is taken when its topic's count is out of the ordinary as well.
  public var jointFactor = 4.0
  /// Weeks from a theme meeting on in which its topic opens no signal.
  public var silenceWeeks = 4
  /// Weeks from a theme meeting on in which the bar is higher, silence included.
  public var echoWeeks = 12
  /// By how much chances are multiplied in the echo of a meeting.
  public var echoFactor = 10.0
  /// A signal goes on while a neighbourhood of its questions, or its topic's count, is at most this likely.
  public var standingP = 0.1
  /// It closes after so many weeks in a row without.
  public var closingWeeks = 2
  /// What comes back within so many weeks is the same signal.
  public var returnWeeks = 6
  /// A signal closes so many weeks after it opened or last rose.
  public var longestWeeks = 8
  /// Two lots of questions of which one holds this share of the other's are about the same.
  public var overlap = 1.0 / 3
  /// *Strong* asks for a recurrence interval of so many weeks, and ``strongAskers`` people.
  public var strongWeeks = 260.0
  /// See ``strongWeeks``.
  public var strongAskers = 8
  /// *Very strong* asks for a recurrence interval of so many weeks, and ``veryStrongAskers`` people.
  public var veryStrongWeeks = 520.0
  /// See ``veryStrongWeeks``.
  public var veryStrongAskers = 12

  /// The measured values.
  public init() {}

  /// How strong something is that chance gives at a rate a week.
  func strength(rate: Double, askers: Int) -> SignalStrength {
    if rate * veryStrongWeeks <= 1, askers >= veryStrongAskers { return .veryStrong }
    if rate * strongWeeks <= 1, askers >= strongAskers { return .strong }
    return .signal
  }
}
