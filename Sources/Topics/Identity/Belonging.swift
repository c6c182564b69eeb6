// Who stays, who goes, and who belongs nowhere, once the groups have their identities.

/// The last decisions about single posts.
struct Belonging: Sendable {
  var settings: TopicSettings

  /// Puts a post back in last night's topic when that topic still lives and tonight's centroid is hardly nearer.
  /// - Parameters:
  ///   - topics: the topic of each post tonight, -1 for none; numbers shared with `lastNight`.
  ///   - lastNight: the topic of each post last night, -1 for none.
  ///   - placed: what people decided.
  func withInertia(
    _ topics: [Int32], lastNight: [Int32], topicCount: Int, features: SparseRows, placed: PlacedPosts
  ) -> [Int32] {
    let centroids = Centroids(of: features, topics: topics, topicCount: topicCount)
    var result = topics
    for post in topics.indices {
      let old = lastNight[post]
      guard !placed.isFixed(post), old >= 0, old != topics[post], !centroids.rows.isEmpty(row: Int(old))
      else { continue }
      let oldSimilarity = centroids.similarity(of: features, post, to: Int(old))
      let new = topics[post]
      let newSimilarity = new < 0 ? 0 : centroids.similarity(of: features, post, to: Int(new))
      if Double(oldSimilarity) >= Double(newSimilarity) - settings.inertia { result[post] = old }
    }
    return result
  }

  /// Leaves out posts that lie too far from their topic's middle, then topics of too few posts. A post with many words
  /// that nobody else uses must lie nearer: its few shared words make it look nearer than it is. A post of which most
  /// neighbours are in the topic may lie further: short posts share few words with many. So may, a little, a post that
  /// was in the topic last night, so that it does not come and go.
  /// Where people placed a post it stays, and so does the topic they placed it in.
  /// - Returns: the topics, and each post's cosine to its own topic's centroid, 0 where it has none.
  func leavingOut(
    _ topics: [Int32], lastNight: [Int32], topicCount: Int, features: PostFeatures,
    neighbours: NearestNeighbours, placed: PlacedPosts
  ) -> (topics: [Int32], similarities: [Float]) {
    let centroids = Centroids(of: features.rows, topics: topics, topicCount: topicCount)
    var result = topics
    var similarities = [Float](repeating: 0, count: topics.count)
    for post in topics.indices where topics[post] >= 0 {
      similarities[post] = centroids.similarity(of: features.rows, post, to: Int(topics[post]))
      guard !placed.isFixed(post) else { continue }
      let slack = lastNight[post] == topics[post] ? settings.inertia : 0
      let nearness = Nearness(
        similarity: Double(similarities[post]) + slack, familiarity: features.familiarities[post],
        neighbourShare: neighbourShare(of: post, topics, neighbours))
      if !nearness.isNear(settings), !nearness.isAmongItsOwn(settings) { result[post] = -1 }
    }
    var sizes = [Int](repeating: 0, count: topicCount)
    for topic in result where topic >= 0 { sizes[Int(topic)] += 1 }
    for post in topics.indices where placed.isFixed(post) && result[post] >= 0 {
      sizes[Int(result[post])] = max(sizes[Int(result[post])], settings.leastPosts)
    }
    for post in topics.indices {
      if result[post] >= 0, sizes[Int(result[post])] < settings.leastPosts { result[post] = -1 }
      if result[post] < 0 { similarities[post] = 0 }
    }
    return (result, similarities)
  }

  /// Which share of a post's similarity to its neighbours is to posts of its own topic.
  private func neighbourShare(of post: Int, _ topics: [Int32], _ neighbours: NearestNeighbours) -> Double {
    var own = 0.0
    var all = 0.0
    for (neighbour, similarity) in neighbours.neighbours(of: post) {
      all += Double(similarity)
      if topics[neighbour] == topics[post] { own += Double(similarity) }
    }
    return all > 0 ? own / all : 0
  }
}
