// From the log of decisions to what the dashboards show: topics as they are now, notes after redaction, and follow-ups.
import Dashboards
import Discussion
import Moderation
import Spikes
import Storage

/// Makes the report on decisions of a night.
struct DecisionReporting {
  /// So many weeks people are asked whether a signal was of use.
  static let weeksAsked = 26

  private let facts: DecisionFacts
  private let redactor: Redactor
  private let questions: [DatedQuestion]
  private let knownUntil: CalendarDay
  private let reportWeek: ISOWeek

  /// A report from what a night knows.
  init(_ night: NightContext, facts known: NightFacts, redactor: Redactor) throws {
    facts = try DecisionFacts(
      night, signalsOf: night.run, topics: known.topics,
      topicOfPost: known.assignments.compactMapValues(\.topic))
    self.redactor = redactor
    reportWeek = known.reportWeek
    // The day of the night itself is not over yet.
    knownUntil = min(
      known.asOf.advanced(by: -1), known.posts.last.map { known.zone.day(of: $0.createdAt) } ?? known.asOf)
    questions = known.posts.filter { known.questions[$0.id] != nil }.map { post in
      DatedQuestion(
        post: post.id, topic: known.assignments[post.id]?.topic, asker: post.author,
        day: known.zone.day(of: post.createdAt))
    }
  }

  /// The report.
  func report() -> DecisionReport {
    let decisions = facts.decisions
    let standing = decisions.bySignal.values.sorted { $0.signal < $1.signal }
    return DecisionReport(
      lines: facts.log.map { line in
        DecisionLine(
          line: line, topic: line.signal.flatMap { facts.topic(line.topic, of: $0) },
          isInForce: !decisions.withdrawn.contains(line.number), note: line.note.map(redacted))
      },
      standing: standing.map { decision in
        DecidedSignal(
          decision: decision, topic: facts.topic(decision.topic, of: decision.signal),
          standing: facts.signals[decision.signal].map(decisions.standing) ?? .decided,
          note: decision.note.map(redacted))
      },
      meetings: decisions.meetings.map(meeting), waiting: waiting(), precision: decisions.precision)
  }

  /// What stands about a signal, for its card and its page; nil when nothing does.
  func note(on signal: Signal) -> SignalDecisionNote? {
    guard let decision = facts.decisions.bySignal[signal.id] else { return nil }
    return SignalDecisionNote(
      DecidedSignal(
        decision: decision, topic: nil, standing: facts.decisions.standing(of: signal),
        note: decision.note.map(redacted)))
  }

  private func redacted(_ text: String) -> RedactedText { redactor.redact(RawText(text)) }

  private func meeting(_ meeting: DecidedMeeting) -> MeetingReport {
    let topic = facts.topic(meeting.topic, of: meeting.signal)
    let isHeld = meeting.date <= facts.asOf
    let decision = facts.decisions.bySignal[meeting.signal]
    var followUp: MeetingFollowUp?
    if isHeld, let topic {
      let signals = facts.signals.signals.map { signal in
        var signal = signal
        signal.topic = facts.topic(signal.topic, of: signal.id)
        return signal
      }
      followUp = FollowUpStudy.follow(
        up: meeting.date, topics: [topic], questions: questions, knownUntil: knownUntil, signals: signals,
        own: meeting.signal)
    }
    return MeetingReport(
      meeting: meeting, topic: topic, isHeld: isHeld, followUp: followUp, usefulness: decision?.usefulness,
      note: decision?.note.map(redacted))
  }

  /// Signals to decide about, those that are kept in sight, and those of which nobody said yet whether they were of use.
  private func waiting() -> [WaitingSignal] {
    let since = reportWeek.advanced(by: -DecisionBook.weeksOpen)
    return facts.signals.signals.compactMap { signal in
      let decision = facts.decisions.bySignal[signal.id]
      let waits =
        switch facts.decisions.standing(of: signal) {
        case .toDecide: signal.isOpen || signal.latest > since
        case .watched: true
        case .decided:
          decision?.judgedUsefulness == nil && signal.latest > reportWeek.advanced(by: -Self.weeksAsked)
        }
      guard waits else { return nil }
      return WaitingSignal(
        id: signal.id, topic: facts.topic(signal.topic, of: signal.id), latest: signal.latest,
        decided: decision?.kind)
    }
  }
}
