// Decisions and meetings as the core group may see them: in order, under names that may be shown.
import Discussion
import Moderation

/// Numbers on one side of a meeting, after suppression.
struct SideView: Hashable, Sendable {
  let questions: Int
  let people: PeopleCount
  let allQuestions: Int

  init(_ side: FollowUpSide, rule: SuppressionRule) {
    questions = side.questions
    people = side.askers == 0 ? .exactly(0) : PeopleCount(side.askers, threshold: rule.people)
    allQuestions = side.allQuestions
  }
}

/// The same number of weeks before and after a meeting, after suppression.
struct PeriodView: Hashable, Sendable {
  let weeks: Int
  let before: SideView
  let after: SideView
  let isKnownBefore: Bool
  let verdict: FollowUpVerdict

  init(_ period: FollowUpPeriod, rule: SuppressionRule) {
    weeks = period.weeks
    before = SideView(period.before, rule: rule)
    after = SideView(period.after, rule: rule)
    isKnownBefore = period.isKnownBefore
    verdict = period.verdict
  }
}

/// A theme meeting as the core group may see it.
struct MeetingView: Sendable {
  let report: MeetingReport
  let periods: [PeriodView]
  let conclusion: PeriodView?

  var topic: TopicID? { report.topic }
  var date: CalendarDay { report.meeting.date }
}

/// What the core group sees of decisions.
struct DecisionView: Sendable {
  /// Decisions of so many days are told on the page; the file holds them all.
  static let daysTold = 365

  /// All lines of the log, oldest first.
  let lines: [DecisionLine]
  /// What stands per signal, the newest decision first.
  let standing: [DecidedSignal]
  /// The decisions of the last year, the newest first.
  let lastYear: [DecidedSignal]
  /// Meetings whose day has come, the newest first.
  let held: [MeetingView]
  /// Meetings that are still to come, the next one first.
  let planned: [MeetingView]
  /// The signals that wait for people, the newest first.
  let waiting: [WaitingSignal]
  let precision: SignalPrecision

  /// What may be seen of a night's decisions.
  init(_ report: DecisionReport, asOf: CalendarDay, rule: SuppressionRule) {
    lines = report.lines.sorted { $0.line.number < $1.line.number }
    standing = report.standing.sorted { $0.decision.line > $1.decision.line }
    lastYear = standing.filter { $0.decision.decidedOn > asOf.advanced(by: -Self.daysTold) }
    let meetings = report.meetings.map { meeting in
      MeetingView(
        report: meeting,
        periods: (meeting.followUp?.periods ?? []).map { PeriodView($0, rule: rule) },
        conclusion: meeting.followUp?.conclusion.map { PeriodView($0, rule: rule) })
    }
    func key(_ view: MeetingView) -> (CalendarDay, SignalID) { (view.date, view.report.meeting.signal) }
    held = meetings.filter(\.report.isHeld).sorted { key($1) < key($0) }
    planned = meetings.filter { !$0.report.isHeld }.sorted { key($0) < key($1) }
    waiting = report.waiting.sorted { $1.id < $0.id }
    precision = report.precision
  }

  /// What stands about the signals of a topic, the newest decision first.
  func about(_ topic: TopicID) -> [DecidedSignal] { standing.filter { $0.topic == topic } }

  /// The meeting of a signal, the newest; nil when it has none.
  func meeting(of signal: SignalID) -> MeetingView? {
    (planned.reversed() + held).first { $0.report.meeting.signal == signal }
  }
}
