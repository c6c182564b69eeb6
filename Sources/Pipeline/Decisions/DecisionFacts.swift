// What people decided about signals, as a night uses it: meetings and wrong weeks by topics as they are now.
import Discussion
import Spikes
import Storage

/// The decisions of a community with the signals that they are about.
struct DecisionFacts {
  /// The log, oldest first.
  let log: [Decision]
  /// What it comes down to.
  let decisions: Decisions
  /// The signals.
  let signals: KnownSignals
  /// The day of the night.
  let asOf: CalendarDay
  private let heirs: TopicHeirs

  /// From their parts.
  init(log: [Decision], signals: KnownSignals, heirs: TopicHeirs, asOf: CalendarDay) {
    self.log = log
    decisions = Decisions(log)
    self.signals = signals
    self.heirs = heirs
    self.asOf = asOf
  }

  /// What the store knows.
  /// - Parameters:
  ///   - run: the run whose signals are looked at; nil when there is none yet.
  ///   - topics: the topics as they are tonight.
  init(_ night: NightContext, signalsOf run: Int?, topics: [Topic]) throws {
    self.init(
      log: try night.store.decisionLog(), signals: try KnownSignals(store: night.store, run: run),
      heirs: TopicHeirs(try night.store.topicCorrections(), topics: topics), asOf: night.asOf)
  }

  /// The topic that a decision is about, as topics are now; nil for a subject that lies in no topic.
  func topic(_ recorded: TopicID?, of signal: SignalID) -> TopicID? {
    (recorded ?? signals[signal]?.topic).map { heirs.heir(of: $0) }
  }

  /// The meetings whose day has come, for the detector.
  var themeMeetings: [ThemeMeeting] {
    decisions.meetings(heldBy: asOf).compactMap { meeting in
      topic(meeting.topic, of: meeting.signal).map {
        ThemeMeeting(series: $0.description, week: meeting.week)
      }
    }
  }

  /// The weeks of topics whose data are wrong, for the detector.
  var faultyWeeks: Set<SeriesWeek> {
    Set(
      decisions.faults { signals[$0] }.flatMap { fault in
        let series = topic(fault.topic, of: fault.signal)?.description
        return series.map { name in fault.weeks.map { SeriesWeek(series: name, week: $0) } } ?? []
      })
  }
}

/// To which topics the questions of merged topics went.
struct TopicHeirs {
  private let next: [TopicID: TopicID]

  /// What people and nights merged; people overrule.
  init(_ corrections: TopicCorrections, topics: [Topic]) {
    var next: [TopicID: TopicID] = [:]
    for topic in topics where topic.status == .merged { next[topic.id] = topic.successor }
    next.merge(corrections.successors) { $1 }
    self.next = next
  }

  /// The topic that a topic is part of at last; itself when it stands.
  func heir(of topic: TopicID) -> TopicID {
    var heir = topic
    for _ in 0...next.count {
      guard let following = next[heir] else { return heir }
      heir = following
    }
    return heir
  }
}
