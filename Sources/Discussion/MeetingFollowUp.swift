// What became of a subject after a theme meeting: the numbers before and after, and what they come down to.

/// What a follow-up concludes.
public enum FollowUpVerdict: Hashable, Sendable {
  /// Clearly fewer votes than before, in proportion to the platform's.
  case fewer
  /// The difference may well be chance.
  case unclear
  /// Clearly more votes than before, in proportion to the platform's.
  case more
  /// So many weeks still have to pass.
  case tooEarly(weeksToGo: Int)
}

/// Questions in some weeks on one side of a meeting.
public struct FollowUpSide: Hashable, Sendable {
  /// Questions on the subject.
  public var questions = 0
  /// Different people who asked them. Questions whose asker the source does not name count as one person together.
  public var askers = 0
  /// Votes on the subject: everybody has one a week. What the test counts.
  public var votes = 0
  /// Votes on anything: everybody has one a week on each topic.
  public var allVotes = 0
  /// All questions of the platform, those on the subject included.
  public var allQuestions = 0

  /// A side from its parts.
  public init(
    questions: Int = 0, askers: Int = 0, votes: Int = 0, allVotes: Int = 0, allQuestions: Int = 0
  ) {
    self.questions = questions
    self.askers = askers
    self.votes = votes
    self.allVotes = allVotes
    self.allQuestions = allQuestions
  }

  /// Questions on anything else.
  public var otherQuestions: Int { allQuestions - questions }
}

/// The same number of weeks before and after a meeting.
public struct FollowUpPeriod: Hashable, Sendable {
  /// Length of either side, in weeks.
  public var weeks: Int
  /// The weeks that end on the day before the meeting.
  public var before: FollowUpSide
  /// The weeks that start on the day after it, as far as they have passed.
  public var after: FollowUpSide
  /// Whether the questions before the meeting go back so far.
  public var isKnownBefore: Bool
  /// The chance of a difference at least as large if nothing had changed; 1 where there is nothing to compare.
  public var pValue: Double
  /// What that comes down to.
  public var verdict: FollowUpVerdict

  /// A period from its parts.
  public init(
    weeks: Int, before: FollowUpSide, after: FollowUpSide, isKnownBefore: Bool = true, pValue: Double = 1,
    verdict: FollowUpVerdict
  ) {
    self.weeks = weeks
    self.before = before
    self.after = after
    self.isKnownBefore = isKnownBefore
    self.pValue = pValue
    self.verdict = verdict
  }
}

/// What became of a subject after a theme meeting.
public struct MeetingFollowUp: Hashable, Sendable {
  /// Lengths that are compared, in weeks.
  public static let lengths = [8, 26]
  /// A difference is called clear when chance alone gives one as large less often than this.
  public static let clearP = 0.05
  /// So many weeks after a meeting a new signal on the subject is called a return.
  public static let returnWeeks = 26

  /// The day of the meeting.
  public var date: CalendarDay
  /// The periods, shortest first.
  public var periods: [FollowUpPeriod]
  /// Questions on the subject per week before the meeting, oldest first; the last ends on the day before it.
  public var weeksBefore: [Int]
  /// Questions on the subject per week after the meeting, as far as whole weeks have passed.
  public var weeksAfter: [Int]
  /// The first signal on the subject that opened after the meeting and within ``returnWeeks``; nil when there is none.
  public var returned: SignalID?

  /// A follow-up from its parts.
  public init(
    date: CalendarDay, periods: [FollowUpPeriod], weeksBefore: [Int], weeksAfter: [Int],
    returned: SignalID? = nil
  ) {
    self.date = date
    self.periods = periods
    self.weeksBefore = weeksBefore
    self.weeksAfter = weeksAfter
    self.returned = returned
  }

  /// The longest period of which the end has come, else the shortest: what the page says in one sentence.
  public var conclusion: FollowUpPeriod? {
    periods.last { if case .tooEarly = $0.verdict { false } else { true } } ?? periods.first
  }
}
