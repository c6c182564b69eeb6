// What people decided about signals, as the dashboards need it: decisions, meetings before and after, and what waits.
import Discussion
import Moderation

/// Everything about decisions that pages and files show, as plain values. Lists may come in any order.
public struct DecisionReport: Sendable {
  /// All lines of the log.
  public var lines: [DecisionLine]
  /// What stands per signal.
  public var standing: [DecidedSignal]
  /// The theme meetings whose day is known, planned ones too.
  public var meetings: [MeetingReport]
  /// The signals that wait for people: for a decision, or for a word on how useful they were.
  public var waiting: [WaitingSignal]
  /// How useful the signals were that people decided about.
  public var precision: SignalPrecision

  /// A report from its parts.
  public init(
    lines: [DecisionLine] = [], standing: [DecidedSignal] = [], meetings: [MeetingReport] = [],
    waiting: [WaitingSignal] = [], precision: SignalPrecision = SignalPrecision()
  ) {
    self.lines = lines
    self.standing = standing
    self.meetings = meetings
    self.waiting = waiting
    self.precision = precision
  }

  /// The report without what is about some topics and signals. How useful signals were is told of all.
  func without(_ topics: Set<TopicID>, signals: Set<SignalID>) -> DecisionReport {
    func isKept(_ topic: TopicID?, _ signal: SignalID?) -> Bool {
      !(topic.map(topics.contains) ?? false) && !(signal.map(signals.contains) ?? false)
    }
    var report = self
    // A line that takes back one that is not told would tell of it.
    var untold: Set<Int> = []
    for line in lines.sorted(by: { $0.line.number < $1.line.number }) {
      if !isKept(line.topic, line.line.signal) { untold.insert(line.line.number) }
      if case .withdraw(let other) = line.line.action, untold.contains(other) {
        untold.insert(line.line.number)
      }
    }
    report.lines.removeAll { untold.contains($0.line.number) }
    report.standing.removeAll { !isKept($0.topic, $0.decision.signal) }
    report.meetings.removeAll { !isKept($0.topic, $0.meeting.signal) }
    report.waiting.removeAll { !isKept($0.topic, $0.id) }
    return report
  }
}

/// A line of the log.
public struct DecisionLine: Hashable, Sendable {
  /// The line as it was recorded. Its note, its author and the title in it are for monitors only.
  public var line: Decision
  /// The topic that it is about, as topics are now; nil for a subject that lies in none.
  public var topic: TopicID?
  /// Whether it still holds.
  public var isInForce: Bool
  /// The note after redaction, for the core group.
  public var note: RedactedText?

  /// A line from its parts.
  public init(line: Decision, topic: TopicID?, isInForce: Bool, note: RedactedText? = nil) {
    self.line = line
    self.topic = topic
    self.isInForce = isInForce
    self.note = note
  }
}

/// What stands about a signal.
public struct DecidedSignal: Hashable, Sendable {
  /// The decision. Its notes and the title in it are for monitors only.
  public var decision: SignalDecision
  /// The topic, as topics are now; nil for a subject that lies in none.
  public var topic: TopicID?
  /// What becomes of the signal on the pages.
  public var standing: SignalStanding
  /// The note after redaction.
  public var note: RedactedText?

  /// What stands, from its parts.
  public init(
    decision: SignalDecision, topic: TopicID?, standing: SignalStanding = .decided, note: RedactedText? = nil
  ) {
    self.decision = decision
    self.topic = topic
    self.standing = standing
    self.note = note
  }
}

extension SignalDecisionNote {
  /// What a signal's card and page tell of what stands about it.
  public init(_ decided: DecidedSignal) {
    self.init(
      word: Texts.Decisions.name(decided.decision.kind), lines: Texts.Decisions.noteLines(decided),
      asksAgain: decided.standing == .toDecide)
  }
}

/// A theme meeting with what came after it.
public struct MeetingReport: Hashable, Sendable {
  /// The meeting.
  public var meeting: DecidedMeeting
  /// The topic, as topics are now; nil for a subject that lies in none.
  public var topic: TopicID?
  /// Whether its day has come.
  public var isHeld: Bool
  /// What came after it; nil when it is still to come, or its subject lies in no topic.
  public var followUp: MeetingFollowUp?
  /// Whether the signal was of use; nil as long as nobody said.
  public var usefulness: Usefulness?
  /// The note on the decision after redaction.
  public var note: RedactedText?

  /// A meeting from its parts.
  public init(
    meeting: DecidedMeeting, topic: TopicID?, isHeld: Bool, followUp: MeetingFollowUp? = nil,
    usefulness: Usefulness? = nil, note: RedactedText? = nil
  ) {
    self.meeting = meeting
    self.topic = topic
    self.isHeld = isHeld
    self.followUp = followUp
    self.usefulness = usefulness
    self.note = note
  }
}

/// A signal that waits for people.
public struct WaitingSignal: Hashable, Sendable {
  /// The signal.
  public var id: SignalID
  /// The topic, as topics are now; nil for a subject that lies in none.
  public var topic: TopicID?
  /// The last week in which it stood.
  public var latest: ISOWeek
  /// What stands about it; nil when nothing was decided.
  public var decided: DecisionKind?

  /// A waiting signal from its parts.
  public init(id: SignalID, topic: TopicID?, latest: ISOWeek, decided: DecisionKind? = nil) {
    self.id = id
    self.topic = topic
    self.latest = latest
    self.decided = decided
  }
}
