// What people decided about posts, in the numbers of a night.

import Discussion

/// Which posts people placed in a topic, which in none, and which topics hold on to what they have.
struct PlacedPosts: Sendable {
  /// For each post the slot of the topic that people placed it in; -1 for all others.
  let seeds: [Int32]
  /// For each post whether people placed it in no topic.
  let isBanned: [Bool]
  /// For each post the slot of the pinned or muted topic that it was in last night; -1 for all others.
  private let pinned: [Int32]
  /// The slots of topics that others are part of because people said so.
  private let joined: Set<Int32>

  init(_ corrections: TopicCorrections, posts: [TopicPost], register: TopicRegister) {
    var seeds = [Int32](repeating: -1, count: posts.count)
    var isBanned = [Bool](repeating: false, count: posts.count)
    for (index, post) in posts.enumerated() {
      guard let placed = corrections.placed[post.id] else { continue }
      if let topic = placed {
        seeds[index] = register.slot(of: topic) ?? -1
      } else {
        isBanned[index] = true
      }
    }
    // A muted topic holds on to its posts too: else they would come into sight under another name.
    let held = corrections.pinned.union(corrections.muted).filter { corrections.successors[$0] == nil }
    let pinnedSlots = Set(held.compactMap { register.slot(of: $0) })
    pinned = posts.indices.map { post in
      pinnedSlots.contains(register.lastNight[post]) && !isBanned[post] ? register.lastNight[post] : -1
    }
    joined = Set(corrections.successors.values.compactMap { register.slot(of: $0) })
    self.seeds = seeds
    self.isBanned = isBanned
  }

  /// Whether people placed posts in topics.
  var hasSeeds: Bool { seeds.contains { $0 >= 0 } }

  /// Whether a post's place is no longer a question.
  func isFixed(_ post: Int) -> Bool { seeds[post] >= 0 || isBanned[post] || pinned[post] >= 0 }

  /// For each group the topic that people made one and that most of its old posts were in last night; -1 for others. Such
  /// a topic may be found in parts every night, and stays one all the same.
  func joining(_ groups: [Int32], groupCount: Int, lastNight: [Int32]) -> [Int32] {
    guard !joined.isEmpty else { return Array(repeating: -1, count: groupCount) }
    var old = [Int](repeating: 0, count: groupCount)
    var shared = [[Int32: Int]](repeating: [:], count: groupCount)
    for post in groups.indices where groups[post] >= 0 && lastNight[post] >= 0 {
      old[Int(groups[post])] += 1
      guard joined.contains(lastNight[post]) else { continue }
      shared[Int(groups[post])][lastNight[post], default: 0] += 1
    }
    return (0..<groupCount).map { group in
      shared[group].first { $0.value * 2 > old[group] }?.key ?? -1
    }
  }

  /// The topics of all posts, with those of fixed posts as people want them.
  func applied(to topics: [Int32]) -> [Int32] {
    topics.indices.map { post in
      if isBanned[post] { return -1 }
      if seeds[post] >= 0 { return seeds[post] }
      return pinned[post] >= 0 ? pinned[post] : topics[post]
    }
  }
}
