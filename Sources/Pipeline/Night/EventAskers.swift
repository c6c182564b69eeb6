// How many people stand behind what happened to topics: few people must not be told about.
import Discussion
import Topics

/// Counts the people behind events.
struct EventAskers {
  /// Who asked each question that still stands; all whom the source does not name are one.
  private let askerOfPost: [PostID: MemberID?]
  /// Where last night's questions were, and where tonight's are.
  private let before: [TopicID: Set<PostID>]
  private let now: [TopicID: Set<PostID>]

  /// Counts among tonight's posts.
  init(posts: [TopicPost], before: [TopicAssignment], now: [TopicAssignment]) {
    askerOfPost = Dictionary(
      posts.map { ($0.id, $0.author) }, uniquingKeysWith: { first, _ in first })
    self.before = Self.postsByTopic(before)
    self.now = Self.postsByTopic(now)
  }

  private static func postsByTopic(_ assignments: [TopicAssignment]) -> [TopicID: Set<PostID>] {
    var posts: [TopicID: Set<PostID>] = [:]
    for assignment in assignments {
      if let topic = assignment.topic { posts[topic, default: []].insert(assignment.post) }
    }
    return posts
  }

  /// The events with the night and the number of people who asked the questions that they concern.
  func dated(_ events: [TopicEvent], night: CalendarDay) -> [DatedTopicEvent] {
    events.map { DatedTopicEvent(night: night, event: $0, askers: askers(of: $0)) }
  }

  private func askers(of event: TopicEvent) -> Int {
    let own = before[event.topic] ?? []
    let concerned =
      switch event.kind {
      case .born, .woke: now[event.topic] ?? []
      case .died: own
      case .merged, .split: own.intersection(event.other.flatMap { now[$0] } ?? [])
      }
    return Set(concerned.compactMap { askerOfPost[$0] }).count
  }
}
