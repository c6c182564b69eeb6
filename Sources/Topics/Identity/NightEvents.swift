// What happened to the topics between two nights: births, deaths, merges, splits, awakenings.

import Discussion

/// Compares two nights' topics.
struct NightEvents: Sendable {
  /// From this many posts a topic can be said to split.
  static let leastSplittingPosts = 8
  /// From this share of its posts under another topic it has split.
  static let splittingShare = 0.25

  /// The fate of one of last night's topics that has no posts tonight.
  enum Fate: Hashable, Sendable {
    /// More than half of the posts that are still there went to one topic.
    case mergedInto(TopicID, posts: Int)
    /// They went everywhere and nowhere, or away.
    case fellAsleep(posts: Int)
  }

  /// Where last night's posts of each topic are tonight: topic by topic, largest part first.
  private let parts: [TopicID: [(topic: TopicID?, posts: Int)]]
  private let sizes: [TopicID: Int]

  /// - Parameters:
  ///   - before: the topic of every post last night.
  ///   - now: the topic of the same posts tonight; nil where it has none or the post is gone.
  init(before: [TopicID], now: [TopicID?]) {
    var counts: [TopicID: [TopicID?: Int]] = [:]
    for (old, new) in zip(before, now) { counts[old, default: [:]][new, default: 0] += 1 }
    parts = counts.mapValues { parts in
      parts.map { (topic: $0.key, posts: $0.value) }.sorted { left, right in
        if left.posts != right.posts { return left.posts > right.posts }
        return (left.topic?.number ?? .max) < (right.topic?.number ?? .max)
      }
    }
    sizes = counts.mapValues { $0.values.reduce(0, +) }
  }

  /// What became of a topic without posts.
  func fate(of topic: TopicID) -> Fate {
    let size = sizes[topic] ?? 0
    let largest = parts[topic]?.first { $0.topic != nil }
    if let largest, let heir = largest.topic, largest.posts * 2 > size {
      return .mergedInto(heir, posts: largest.posts)
    }
    return .fellAsleep(posts: size)
  }

  /// The topics that took a quarter or more of a living topic's posts.
  func splits(of topic: TopicID) -> [TopicEvent] {
    guard let size = sizes[topic], size >= Self.leastSplittingPosts else { return [] }
    return (parts[topic] ?? []).compactMap { part in
      guard let other = part.topic, other != topic else { return nil }
      guard Double(part.posts) >= Self.splittingShare * Double(size) else { return nil }
      return TopicEvent(kind: .split, topic: topic, other: other, questions: part.posts)
    }
  }
}
