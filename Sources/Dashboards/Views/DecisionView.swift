// Decisions and meetings as the core group may see them: in order, under names that may be shown.
import Discussion
import Moderation

/// Numbers on one side of a meeting, after suppression.
struct SideView: Hashable, Sendable {
  let questions: Int
  private(set) var people: PeopleCount
  let allQuestions: Int

  init(_ side: FollowUpSide, rule: SuppressionRule) {
    questions = side.questions
    people = side.askers == 0 ? .exactly(0) : PeopleCount(side.askers, threshold: rule.people)
    allQuestions = side.allQuestions
  }

  /// Leaves the number of people out.
  mutating func hidePeople() { people = .hidden }

  /// Leaves the number of people out when that of a longer period gives a small one away by subtraction.
  mutating func hide(within longer: SideView, _ rule: SuppressionRule) {
    guard let own = people.shown, let whole = longer.people.shown, own != whole, whole - own < rule.people
    else {
      return
    }
    people = .hidden
  }
}

/// The same number of weeks before and after a meeting, after suppression.
struct PeriodView: Hashable, Sendable {
  let weeks: Int
  let before: SideView
  let after: SideView
  let isKnownBefore: Bool
  let verdict: FollowUpVerdict

  private init(_ period: FollowUpPeriod, before: SideView, after: SideView) {
    weeks = period.weeks
    self.before = before
    self.after = after
    isKnownBefore = period.isKnownBefore
    verdict = period.verdict
  }

  /// Periods of one meeting, shortest first. The longest holds the others: where a few people make the difference, the
  /// number of the shorter one would tell of them and stays out.
  ///
  /// - Parameter hidesPeople: whether numbers of people stay out altogether.
  static func views(_ periods: [FollowUpPeriod], rule: SuppressionRule, hidesPeople: Bool = false)
    -> [PeriodView]
  {
    var views: [PeriodView] = []
    var longer: (before: SideView, after: SideView)?
    for period in periods.sorted(by: { $0.weeks > $1.weeks }) {
      var before = SideView(period.before, rule: rule)
      var after = SideView(period.after, rule: rule)
      if let longer {
        before.hide(within: longer.before, rule)
        after.hide(within: longer.after, rule)
      }
      if hidesPeople {
        before.hidePeople()
        after.hidePeople()
      }
      longer = (before, after)
      views.append(PeriodView(period, before: before, after: after))
    }
    return views.reversed()
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
    // Periods of two meetings on one topic may overlap: their numbers could be set off against each other.
    let lastHeld = Dictionary(
      report.meetings.filter(\.isHeld).map { ($0.topic, ($0.meeting.date, $0.meeting.signal)) },
      uniquingKeysWith: { $0 < $1 ? $1 : $0 })
    let meetings = report.meetings.map { meeting in
      let isLast =
        lastHeld[meeting.topic].map { $0 == (meeting.meeting.date, meeting.meeting.signal) } ?? true
      let periods = PeriodView.views(meeting.followUp?.periods ?? [], rule: rule, hidesPeople: !isLast)
      let concluding = meeting.followUp?.conclusion?.weeks
      return MeetingView(
        report: meeting, periods: periods, conclusion: periods.first { $0.weeks == concluding })
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
