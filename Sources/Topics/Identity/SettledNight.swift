// A night with few new posts in a large collection: what is settled stays, what is new finds its place.

import Discussion

/// Groups a night's posts without the graph, where little is new.
///
/// Posts that have a topic keep it, and all others are tried in the topic with the nearest centroid; whether they belong
/// there is decided as on every night. Topics do not arise, merge or split on such a night. So that nothing is missed
/// for long, all posts are grouped anew after some nights, when a share of them is new, when settings or corrections
/// change, and as soon as new posts that fit nowhere resemble each other: that may be a new subject.
struct SettledNight {
  let settings: TopicSettings
  let corrections: TopicCorrections

  /// A group for each post, and the posts that came or changed since all were grouped anew; nil when that is due tonight.
  func groups(
    _ kept: KeptNeighbours, posts: [TopicPost], lastNight: [Int32], topicCount: Int, features: PostFeatures,
    fit: TopicFit
  ) -> (groups: [Int32], postsSince: [PostID])? {
    guard posts.count >= settings.settlingPosts, fit.nightsAgo + 1 < settings.settlingNights,
      fit.recipe == recipe, topicCount > 0
    else { return nil }
    let present = Set(posts.lazy.map(\.id))
    var since = fit.postsSince.filter(present.contains)
    let known = Set(since)
    since += kept.changed.lazy.map { posts[$0].id }.filter { !known.contains($0) }
    guard Double(since.count) <= settings.settlingShare * Double(posts.count) else { return nil }

    let centroids = Centroids(of: features.rows, topics: lastNight, topicCount: topicCount)
    let unplaced = posts.indices.filter { lastNight[$0] < 0 && !features.rows.isEmpty(row: $0) }
    let nearest = centroids.nearest(to: features.rows.selecting(unplaced))
    var groups = lastNight
    var isStrange = [Bool](repeating: false, count: posts.count)
    let isNew = Set(since)
    for (place, post) in unplaced.enumerated() {
      groups[post] = nearest.topics[place]
      let nearness = Nearness(
        similarity: Double(nearest.similarities[place]), familiarity: features.familiarities[post],
        neighbourShare: 0)
      isStrange[post] = !nearness.isNear(settings) && isNew.contains(posts[post].id)
    }
    guard !resembleEachOther(isStrange, kept.neighbours) else { return nil }
    return (compacted(groups), since)
  }

  /// Whether one of some posts has so many others of them among its neighbours that together they could be a topic.
  private func resembleEachOther(_ isMeant: [Bool], _ neighbours: NearestNeighbours) -> Bool {
    isMeant.indices.contains { post in
      guard isMeant[post] else { return false }
      return neighbours.neighbours(of: post).count { isMeant[$0.post] } >= settings.leastPosts - 1
    }
  }

  /// What decides how posts are grouped beside the posts themselves, as a number (FNV-1a).
  var recipe: UInt64 {
    var parts = [
      settings.language.rawValue, "\(settings.resolution)", "\(settings.neighbourCount)",
      "\(settings.mergingSimilarity)", "\(settings.similarityNeeded)",
      "\(settings.leastSimilarityAmongNeighbours)", "\(settings.neighbourMajority)",
      "\(settings.leastFamiliarity)", "\(settings.leastPosts)",
    ]
    parts += ["\(settings.themeWeight)", "\(settings.themesPerPost)", "\(settings.vectorWeight)"]
    parts += ["\(settings.vectors != nil)", "\(settings.inertia)", "\(settings.warmth)"]
    parts += settings.extraStopWords.sorted()
    for theme in settings.catalogue?.themes ?? [] {
      parts += theme.learnedParts
    }
    parts += corrections.muted.sorted().map { "muted \($0)" }
    parts += corrections.created.map { "created \($0)" }
    parts += corrections.pinned.sorted().map { "pinned \($0)" }
    parts += corrections.successors.sorted { $0.key < $1.key }.map { "merged \($0.key) \($0.value)" }
    parts += corrections.placed.sorted { $0.key < $1.key }.map { post, topic in
      "placed \(post) \(topic?.description ?? "")"
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in parts.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
