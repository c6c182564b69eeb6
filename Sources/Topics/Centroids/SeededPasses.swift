// Lets what people showed count for what they did not look at.

/// Semi-supervised assignment: posts that people placed are seeds of their topics, and all others go to the nearest
/// centroid, again and again (seeded and constrained k-means; Basu, Banerjee & Mooney, ICML 2002).
struct SeededPasses {
  /// At most so many passes.
  static let passes = 5
  /// How much heavier a seed weighs in its topic's centroid than another post.
  static let seedWeight = 3
  /// A new group of which at least this share was placed in one topic by people belongs to that topic, when the topic has
  /// no other posts yet…
  static let absorbedShare = 0.04
  /// …and this share when it has: a few posts that were placed in an old topic must not take a new subject with them.
  static let absorbedShareOfOld = 0.5

  /// Which topic each new group goes over to because people placed some of its posts there; -1 for groups that stay.
  /// - Parameter established: for each topic whether it had posts before people placed any.
  static func absorbing(_ groups: [Int32], groupCount: Int, established: [Bool], placed: PlacedPosts)
    -> [Int32]
  {
    var sizes = [Int](repeating: 0, count: groupCount)
    var seeds = [[Int32: Int]](repeating: [:], count: groupCount)
    for post in groups.indices where groups[post] >= 0 {
      sizes[Int(groups[post])] += 1
      if placed.seeds[post] >= 0 { seeds[Int(groups[post])][placed.seeds[post], default: 0] += 1 }
    }
    return (0..<groupCount).map { group in
      let most = seeds[group].max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let most else { return -1 }
      let share = established[Int(most.key)] ? absorbedShareOfOld : absorbedShare
      return Double(most.value) >= share * Double(sizes[group]) ? most.key : -1
    }
  }

  /// The topic of each post after the passes.
  /// - Parameters:
  ///   - topics: the topic of each post so far, -1 for none.
  ///   - established: for each topic whether it had posts before people placed any; of others the seeds alone say at first
  ///     what they are about.
  ///   - settled: for each post the topic that it had before; it leaves it only from or to a topic with seeds.
  ///   - rows: what posts are compared by, a row of length 1 each.
  static func refine(
    _ topics: [Int32], topicCount: Int, established: [Bool], settled: [Int32], placed: PlacedPosts,
    of rows: SparseRows
  ) -> [Int32] {
    var hasSeeds = [Bool](repeating: false, count: topicCount)
    for seed in placed.seeds where seed >= 0 { hasSeeds[Int(seed)] = true }
    var topics = placed.applied(to: topics)
    for pass in 0..<passes {
      // Seeds weigh more: they are counted more than once.
      var (members, numbers): ([Int], [Int32]) = ([], [])
      for post in topics.indices where topics[post] >= 0 {
        let topic = Int(topics[post])
        let isSeed = placed.seeds[post] >= 0
        if pass == 0, hasSeeds[topic], !established[topic], !isSeed { continue }
        for _ in 0..<(isSeed ? seedWeight : 1) {
          members.append(post)
          numbers.append(topics[post])
        }
      }
      let centroids = Centroids(of: rows.selecting(members), topics: numbers, topicCount: topicCount)
      let nearest = centroids.nearest(to: rows)
      var moved = 0
      for post in topics.indices where topics[post] >= 0 && !placed.isFixed(post) {
        guard nearest.topics[post] >= 0, nearest.topics[post] != topics[post] else { continue }
        if settled[post] == topics[post], !hasSeeds[Int(topics[post])], !hasSeeds[Int(nearest.topics[post])] {
          continue
        }
        topics[post] = nearest.topics[post]
        moved += 1
      }
      if moved == 0 { break }
    }
    return topics
  }
}
