// Which of tonight's groups is which of last night's topics.

/// One-to-one matching of groups with topics by Jaccard overlap of their shared posts, largest overlap first.
struct NightMatching: Sendable {
  /// The least overlap for a match.
  var leastOverlap: Double

  /// For each group the topic it continues; -1 for new groups.
  /// - Parameters:
  ///   - groups: the group of each post tonight, -1 for none.
  ///   - topics: the topic of each post last night as a number from 0, -1 for none or for posts that are new.
  func match(groups: [Int32], groupCount: Int, topics: [Int32], topicCount: Int) -> [Int32] {
    var topicSizes = [Int](repeating: 0, count: topicCount)
    var groupSizes = [Int](repeating: 0, count: groupCount)
    var shared: [Int64: Int] = [:]
    for post in groups.indices where topics[post] >= 0 {
      topicSizes[Int(topics[post])] += 1
      guard groups[post] >= 0 else { continue }
      groupSizes[Int(groups[post])] += 1
      shared[Int64(topics[post]) << 32 | Int64(groups[post]), default: 0] += 1
    }
    struct Overlap {
      var topic: Int32
      var group: Int32
      var jaccard: Double
    }
    var overlaps: [Overlap] = shared.map { pair, count in
      let (topic, group) = (Int32(pair >> 32), Int32(truncatingIfNeeded: pair))
      let union = topicSizes[Int(topic)] + groupSizes[Int(group)] - count
      return Overlap(topic: topic, group: group, jaccard: Double(count) / Double(union))
    }
    overlaps.sort { ($1.jaccard, $0.topic, $0.group) < ($0.jaccard, $1.topic, $1.group) }
    var topicOfGroup = [Int32](repeating: -1, count: groupCount)
    var isTaken = [Bool](repeating: false, count: topicCount)
    for overlap in overlaps where overlap.jaccard >= leastOverlap {
      guard topicOfGroup[Int(overlap.group)] < 0, !isTaken[Int(overlap.topic)] else { continue }
      topicOfGroup[Int(overlap.group)] = overlap.topic
      isTaken[Int(overlap.topic)] = true
    }
    return topicOfGroup
  }
}
