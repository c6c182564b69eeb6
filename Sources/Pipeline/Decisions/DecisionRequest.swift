// What a person records about a signal, before anything is looked up, and why it cannot be recorded.
import Discussion

/// What a person records about a signal, in their own words.
public struct DecisionRequest: Hashable, Sendable {
  /// The signal, such as `SIG-2026-W10-1`.
  public var signal: String
  /// What is done with it.
  public var decision: String?
  /// The day of the theme meeting.
  public var date: String?
  /// Whether it was of use.
  public var usefulness: String?
  /// The day on which the meeting was held.
  public var held: String?
  /// Why.
  public var note: String?

  /// A request from its parts; empty texts count as not given.
  public init(
    signal: String, decision: String? = nil, date: String? = nil, usefulness: String? = nil,
    held: String? = nil, note: String? = nil
  ) {
    func given(_ text: String?) -> String? {
      let trimmed = CorrectionBook.trimmed(text ?? "")
      return trimmed.isEmpty ? nil : trimmed
    }
    self.signal = CorrectionBook.trimmed(signal)
    self.decision = given(decision)
    self.date = given(date)
    self.usefulness = given(usefulness)
    self.held = given(held)
    self.note = given(note)
  }

  /// Whether it asks nothing.
  var isEmpty: Bool { decision == nil && date == nil && usefulness == nil && held == nil }
}

/// Why a request cannot be recorded.
enum DecisionRefusal: Error, Hashable, Sendable {
  /// No night found a signal yet.
  case noSignals
  /// No signal was named.
  case noSignal
  /// No signal has this identity; those that were probably meant, or else those that are open.
  case unknownSignal(String, nearest: [SignalID], open: [SignalID])
  /// Nothing is asked.
  case nothingAsked
  /// The word is none of the decisions; the one that was probably meant.
  case unknownDecision(String, nearest: String?)
  /// The word is none of yes, in part and no.
  case unknownUsefulness(String)
  /// The text is no date, or no day that exists.
  case noDate(String)
  /// A day was given with a decision that has none.
  case dateWithout(DecisionKind)
  /// A day was given without a decision.
  case dateAlone
  /// Nobody decided about the signal yet, so that nothing can be said of how it went.
  case notDecided(SignalID)
  /// No theme meeting was decided on, so that none can have been held.
  case noMeeting(SignalID)
  /// The meeting cannot have been held: the day is still to come.
  case notYetHeld(CalendarDay)
  /// The text names no lines of the log.
  case noLines(String)
  /// The log has no such line.
  case unknownLine(Int)
  /// The line was taken back before.
  case withdrawnLine(Int)
  /// An earlier file brought this very row, and later lines overruled it.
  case overruledRow(line: Int)
  /// The row is no CSV.
  case unreadableRow
}

/// Something that a person should know of a request that was taken.
enum DecisionRemark: Hashable, Sendable {
  /// The theme meeting has no day yet.
  case noDateYet
  /// So many weeks of a topic no longer say what is usual.
  case weeksLeftOut([ISOWeek])
  /// So many questions no longer say what is usual: the signal lies in no topic.
  case questionsLeftOut(Int)
  /// The signal lies in no topic: nothing can be followed up until it does.
  case noTopic
  /// The day of the meeting has passed: it counts as held.
  case dayHasCome(CalendarDay)
  /// The decision that stood gives way.
  case replaces(DecisionKind, line: Int)
}
