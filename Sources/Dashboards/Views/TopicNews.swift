// What happened to topics, as far as the core group may see it: new ones, and what changed in the last days.
import Discussion

/// The events of all nights after suppression, oldest first.
///
/// An event is shown when enough different people asked the questions that it concerns, and when the topics it is about
/// are large enough by themselves now: a small topic must not come to light by what happened to it. What formed on a
/// community's first night is not new: everything did.
struct TopicNews: Sendable {
  /// So many weeks a topic is called new.
  static let weeksNew = 8
  /// Changes of so many days are told on the first page: a weekly reader misses none.
  static let daysTold = 7

  /// The events that may be shown.
  private(set) var events: [DatedTopicEvent]
  private let asOf: CalendarDay
  private let births: [TopicID: CalendarDay]

  /// What may be seen of a night's history.
  init(_ night: NightReport, rule: SuppressionRule) {
    asOf = night.asOf
    let founding = night.history.filter { $0.event.kind == .born }.map(\.night).min()
    let births = night.history.filter { $0.event.kind == .born && $0.night != founding }
    self.births = Dictionary(births.map { ($0.event.topic, $0.night) }) { first, _ in first }
    let tooSmall = Set(
      night.topics.filter { $0.topic.status == .active && $0.askersInYear < rule.people }.map(\.topic.id))
    events = night.history.filter { dated in
      let concerned = [dated.event.topic, dated.event.other].compactMap { $0 }
      return dated.askers >= rule.people && !concerned.contains(where: tooSmall.contains)
        && !(dated.event.kind == .born && dated.night == founding)
    }.sorted {
      ($0.night, $0.event.topic, $0.event.kind.rawValue, $0.event.other?.number ?? 0)
        < ($1.night, $1.event.topic, $1.event.kind.rawValue, $1.event.other?.number ?? 0)
    }
  }

  /// The news as they were on a day.
  func until(_ day: CalendarDay) -> TopicNews {
    var news = self
    news.events.removeAll { $0.night > day }
    return news
  }

  /// The night on which a topic was born; nil when it is not known or was the community's first.
  func birth(of topic: TopicID) -> CalendarDay? { births[topic] }

  /// Whether a topic was born in the last weeks.
  func isNew(_ topic: TopicID) -> Bool {
    births[topic].map { $0 > asOf.advanced(by: -7 * Self.weeksNew) } ?? false
  }

  /// What happened to a topic, newest first.
  func about(_ topic: TopicID) -> [DatedTopicEvent] {
    events.filter { $0.event.topic == topic || $0.event.other == topic }.reversed()
  }

  /// What the last days changed: what came and went again in that time is left out.
  var newest: [DatedTopicEvent] {
    let recent = events.filter { $0.night > asOf.advanced(by: -Self.daysTold) && $0.night <= asOf }
    var told: [DatedTopicEvent] = []
    for topic in Set(recent.map(\.event.topic)).sorted() {
      let own = recent.filter { $0.event.topic == topic }
      told += Self.outcome(own.filter { $0.event.kind != .split })
      let splits = Dictionary(own.filter { $0.event.kind == .split }.map { ($0.event.other, $0) }) { $1 }
      told += splits.values
    }
    return told
  }

  /// What comings and goings of one topic come down to.
  private static func outcome(_ events: [DatedTopicEvent]) -> [DatedTopicEvent] {
    guard let first = events.first, let last = events.last else { return [] }
    let wasThere = first.event.kind == .died || first.event.kind == .merged
    let isThere = last.event.kind == .born || last.event.kind == .woke
    if wasThere == isThere { return [] }
    return isThere ? [first] : [last]
  }
}
