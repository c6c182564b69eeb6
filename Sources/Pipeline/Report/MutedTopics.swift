// Which topics people keep out of the core group's sight.
import Discussion

/// The topics that are kept out of sight: those that people muted, and those that are part of one.
struct MutedTopics {
  private let muted: Set<TopicID>

  /// The muted ones among topics.
  init(_ corrections: TopicCorrections, topics: [Topic]) {
    var muted = corrections.muted
    let heirs = Dictionary(
      topics.compactMap { topic in topic.successor.map { (topic.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for topic in topics where topic.status == .merged {
      var heir = topic.id
      for _ in topics {
        guard let next = corrections.successors[heir] ?? heirs[heir] else { break }
        heir = next
      }
      if corrections.muted.contains(heir) { muted.insert(topic.id) }
    }
    for (topic, heir) in corrections.successors where corrections.muted.contains(heir) { muted.insert(topic) }
    self.muted = muted
  }

  /// Whether a topic is kept out of sight.
  func contains(_ topic: TopicID) -> Bool { muted.contains(topic) }
}
