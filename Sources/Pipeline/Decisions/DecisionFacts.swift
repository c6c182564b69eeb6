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
  private let topicOfPost: [PostID: TopicID]

  /// From their parts.
  /// - Parameter topicOfPost: the topics of questions as they are tonight.
  init(
    log: [Decision], signals: KnownSignals, heirs: TopicHeirs, topicOfPost: [PostID: TopicID] = [:],
    asOf: CalendarDay
  ) {
    self.log = log
    decisions = Decisions(log)
    self.signals = signals
    self.heirs = heirs
    self.topicOfPost = topicOfPost
    self.asOf = asOf
  }

  /// What the store knows.
  /// - Parameters:
  ///   - run: the run whose signals are looked at; nil when there is none yet.
  ///   - topics: the topics as they are tonight.
  ///   - topicOfPost: the topics of questions as they are tonight.
  init(
    _ night: NightContext, signalsOf run: Int?, topics: [Topic], topicOfPost: [PostID: TopicID]
  ) throws {
    self.init(
      log: try night.store.decisionLog(), signals: try KnownSignals(store: night.store, run: run),
      heirs: TopicHeirs(try night.store.topicCorrections(), topics: topics), topicOfPost: topicOfPost,
      asOf: night.asOf)
  }

  /// The topic that a decision is about, as topics are now. A subject that had none when it was decided about has the one
  /// in which more than half of its questions came to lie; nil while there is none.
  func topic(_ recorded: TopicID?, of signal: SignalID) -> TopicID? {
    if let topic = recorded ?? signals[signal]?.topic { return heirs.heir(of: topic) }
    guard let posts = signals[signal]?.posts else { return nil }
    let counts = Dictionary(grouping: posts.compactMap { topicOfPost[$0] }) { $0 }.mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      .flatMap { $0.value * 2 > posts.count ? heirs.heir(of: $0.key) : nil }
  }

  /// The meetings whose day has come, for the detector.
  var themeMeetings: [ThemeMeeting] {
    decisions.meetings(heldBy: asOf).compactMap { meeting in
      topic(meeting.topic, of: meeting.signal).map {
        ThemeMeeting(series: $0.description, week: meeting.week)
      }
    }
  }

  /// The questions of which people said that the data are wrong, of signals that are not about a whole topic.
  var faultyPosts: Set<PostID> {
    Set(
      decisions.faults { signals[$0] }.compactMap { signals[$0.signal] }.filter { !$0.isWholeTopic }
        .flatMap(\.posts))
  }

  /// The weeks of topics whose data are wrong, for the detector.
  var faultyWeeks: Set<SeriesWeek> {
    Set(
      decisions.faults { signals[$0] }.filter { signals[$0.signal]?.isWholeTopic ?? true }.flatMap { fault in
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
