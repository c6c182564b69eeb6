// What a log of decisions comes down to: what stands per signal, the meetings, and how useful signals were.

/// What stands about one signal.
public struct SignalDecision: Hashable, Sendable {
  /// The signal.
  public var signal: SignalID
  /// The topic when it was last decided; nil for a subject that lay in no topic.
  public var topic: TopicID?
  /// The decision that stands.
  public var kind: DecisionKind
  /// The day of the theme meeting; nil when it is not known yet, or nothing is organised.
  public var date: CalendarDay?
  /// The line that says so.
  public var line: Int
  /// The day on which that was recorded.
  public var decidedOn: CalendarDay
  /// Why, in people's own words.
  public var note: String?
  /// The numbers that were shown then.
  public var shown: ShownSignal?
  /// Whether the signal was of use; nil as long as nobody said.
  public var usefulness: Usefulness?
  /// What people wrote with that.
  public var usefulnessNote: String?

  /// What stands, from its parts.
  public init(
    signal: SignalID, topic: TopicID?, kind: DecisionKind, date: CalendarDay? = nil, line: Int,
    decidedOn: CalendarDay, note: String? = nil, shown: ShownSignal? = nil, usefulness: Usefulness? = nil,
    usefulnessNote: String? = nil
  ) {
    self.signal = signal
    self.topic = topic
    self.kind = kind
    self.date = date
    self.line = line
    self.decidedOn = decidedOn
    self.note = note
    self.shown = shown
    self.usefulness = usefulness
    self.usefulnessNote = usefulnessNote
  }

  /// Whether the signal was of use, counting a fault of the data as of no use.
  public var judgedUsefulness: Usefulness? { usefulness ?? (kind == .dataFault ? .notUseful : nil) }
}

/// A theme meeting that people decided on.
public struct DecidedMeeting: Hashable, Sendable {
  /// The signal that led to it.
  public var signal: SignalID
  /// Its topic at that time; nil for a subject that lay in no topic.
  public var topic: TopicID?
  /// The day it is or was held.
  public var date: CalendarDay
  /// Whether people said that it was held; otherwise the day is what was planned.
  public var isConfirmed: Bool

  /// A meeting from its parts.
  public init(signal: SignalID, topic: TopicID?, date: CalendarDay, isConfirmed: Bool) {
    self.signal = signal
    self.topic = topic
    self.date = date
    self.isConfirmed = isConfirmed
  }

  /// The week in which it is or was held.
  public var week: ISOWeek { ISOWeek(containing: date) }
}

/// Weeks of a topic that hold wrong data.
public struct DataFault: Hashable, Sendable {
  /// The signal that showed it.
  public var signal: SignalID
  /// The topic; nil for a subject that lay in no topic.
  public var topic: TopicID?
  /// The weeks.
  public var weeks: [ISOWeek]

  /// A fault from its parts.
  public init(signal: SignalID, topic: TopicID?, weeks: [ISOWeek]) {
    self.signal = signal
    self.topic = topic
    self.weeks = weeks
  }
}

/// What becomes of a signal on the pages, given what people decided.
public enum SignalStanding: Hashable, Sendable {
  /// People have to decide.
  case toDecide
  /// People keep it in sight, and it has not closed yet.
  case watched
  /// People decided.
  case decided
}

/// How useful signals were.
public struct SignalPrecision: Hashable, Sendable {
  /// Signals that people decided about.
  public var decided: Int
  /// Of those, how many were of use.
  public var useful: Int
  /// Of those, how many were in part.
  public var partly: Int
  /// Of those, how many were of no use; faults of the data among them.
  public var notUseful: Int

  /// Numbers of signals.
  public init(decided: Int = 0, useful: Int = 0, partly: Int = 0, notUseful: Int = 0) {
    self.decided = decided
    self.useful = useful
    self.partly = partly
    self.notUseful = notUseful
  }

  /// Of how many it is known.
  public var judged: Int { useful + partly + notUseful }
}

/// What a log of decisions comes down to: later lines overrule earlier ones, signal by signal.
public struct Decisions: Hashable, Sendable {
  /// What stands per signal.
  public private(set) var bySignal: [SignalID: SignalDecision] = [:]
  /// All meetings whose day is known, by day and signal: held, planned, and those that were held before a signal was
  /// decided about again.
  public private(set) var meetings: [DecidedMeeting] = []
  /// The lines that no longer hold.
  public private(set) var withdrawn: Set<Int> = []

  /// No decisions.
  public init() {}

  /// Reads a log, in the order of its numbers.
  ///
  /// A line that says that a meeting was held, or whether a signal was of use, belongs to the decision before it: without
  /// one that stands it has nothing to say.
  public init(_ log: [Decision]) {
    withdrawn = Self.withdrawn(in: log)
    for line in log.sorted(by: { $0.number < $1.number }) where !withdrawn.contains(line.number) {
      guard let signal = line.signal else { continue }
      let standing = bySignal[signal]
      switch line.action {
      case .decide(let kind, let date):
        // A meeting that was only planned gives way; one that was held was held.
        meetings.removeAll { $0.signal == signal && !$0.isConfirmed }
        bySignal[signal] = SignalDecision(
          signal: signal, topic: line.topic, kind: kind, date: kind == .themeMeeting ? date : nil,
          line: line.number, decidedOn: line.recordedOn, note: line.note, shown: line.shown,
          usefulness: standing?.usefulness, usefulnessNote: standing?.usefulnessNote)
        if kind == .themeMeeting, let date,
          !meetings.contains(where: { $0.signal == signal && $0.date == date })
        {
          meetings.append(
            DecidedMeeting(signal: signal, topic: line.topic, date: date, isConfirmed: false))
        }
      case .hold(let date):
        guard standing?.kind == .themeMeeting else { continue }
        bySignal[signal]?.date = date
        // Of the meeting that stands: the day that was planned, or the one said before.
        let said = held[signal].flatMap { $0.line > standing?.line ?? 0 ? $0.date : nil }
        meetings.removeAll { $0.signal == signal && (!$0.isConfirmed || $0.date == said || $0.date == date) }
        meetings.append(
          DecidedMeeting(signal: signal, topic: standing?.topic, date: date, isConfirmed: true))
        held[signal] = Held(line: line.number, date: date)
      case .rate(let usefulness):
        guard standing != nil else { continue }
        bySignal[signal]?.usefulness = usefulness
        bySignal[signal]?.usefulnessNote = line.note
      case .withdraw: continue
      }
    }
    meetings.sort { ($0.date, $0.signal) < ($1.date, $1.signal) }
  }

  /// The last line that said that a signal's meeting was held.
  private var held: [SignalID: Held] = [:]
  private struct Held: Hashable, Sendable {
    var line: Int
    var date: CalendarDay
  }

  /// The lines that no longer hold: a line that withdraws can be withdrawn itself.
  public static func withdrawn(in log: [Decision]) -> Set<Int> {
    var withdrawn = Set<Int>()
    for line in log.sorted(by: { $0.number > $1.number }) where !withdrawn.contains(line.number) {
      if case .withdraw(let number) = line.action, number < line.number { withdrawn.insert(number) }
    }
    return withdrawn
  }

  /// The meetings that were held by a day: those that people said so of, and those whose day has come.
  public func meetings(heldBy day: CalendarDay) -> [DecidedMeeting] { meetings.filter { $0.date <= day } }

  /// The weeks of topics that hold wrong data, by signal.
  ///
  /// - Parameter signal: looks up a signal as it is now: it may have gone on after it was decided about.
  public func faults(_ signal: (SignalID) -> Signal?) -> [DataFault] {
    bySignal.values.filter { $0.kind == .dataFault }.sorted { $0.signal < $1.signal }.map { decision in
      let now = signal(decision.signal)
      let weeks = Set(decision.shown?.weeks ?? []).union(now?.weeksOfQuestions ?? [])
      return DataFault(
        signal: decision.signal, topic: decision.topic ?? now?.topic, weeks: weeks.sorted())
    }
  }

  /// What becomes of a signal. One that people wanted to leave comes back when it rises after that.
  public func standing(of signal: Signal) -> SignalStanding {
    guard let decision = bySignal[signal.id] else { return .toDecide }
    switch decision.kind {
    case .themeMeeting, .dataFault: return .decided
    case .watch: return signal.isOpen ? .watched : .decided
    case .notNow, .alreadyAnswered:
      let seen = decision.shown?.week ?? ISOWeek(containing: decision.decidedOn)
      return signal.weeks.contains { $0.isRaised && $0.week > seen } ? .toDecide : .decided
    }
  }

  /// How useful the signals were that people decided about.
  public var precision: SignalPrecision {
    func count(_ usefulness: Usefulness) -> Int {
      bySignal.values.count { $0.judgedUsefulness == usefulness }
    }
    return SignalPrecision(
      decided: bySignal.count, useful: count(.useful), partly: count(.partly), notUseful: count(.notUseful))
  }
}
