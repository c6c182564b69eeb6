// Moves each post to the topic whose middle it lies nearest to: what the graph cut awkwardly is put right.

/// Spherical k-means from a given partition (Dhillon & Modha, "Concept decompositions for large sparse text data using
/// clustering", Machine Learning 42, 2001).
struct CentroidPasses: Sendable {
  /// At most this many passes.
  var limit = 10
  /// Stop when a smaller share of the posts moves.
  var smallestMovingShare = 0.005

  /// The partition after the passes, numbered from 0 without gaps; posts with topic -1 stay out.
  func refine(_ topics: [Int32], of posts: SparseRows) -> [Int32] {
    var current = compacted(topics)
    let count = current.reduce(0) { $0 + ($1 < 0 ? 0 : 1) }
    guard count > 0 else { return current }
    for _ in 0..<limit {
      let centroids = Centroids(of: posts, topics: current, topicCount: Int(current.max() ?? -1) + 1)
      let (nearest, _) = centroids.nearest(to: posts)
      var moved = 0
      for post in current.indices where current[post] >= 0 && nearest[post] >= 0 {
        guard nearest[post] != current[post] else { continue }
        current[post] = nearest[post]
        moved += 1
      }
      current = compacted(current)
      if Double(moved) < smallestMovingShare * Double(count) { break }
    }
    return current
  }
}

/// The same topics numbered from 0 without gaps, in their order; negative ones stay as they are.
func compacted(_ topics: [Int32]) -> [Int32] {
  var isUsed = [Bool](repeating: false, count: Int(topics.max() ?? -1) + 1)
  for topic in topics where topic >= 0 { isUsed[Int(topic)] = true }
  var numbers = [Int32](repeating: -1, count: isUsed.count)
  var next: Int32 = 0
  for topic in isUsed.indices where isUsed[topic] {
    numbers[topic] = next
    next += 1
  }
  return topics.map { $0 < 0 ? $0 : numbers[Int($0)] }
}
