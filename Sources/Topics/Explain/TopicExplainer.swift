// Explains a night's topics from the same features that the night compared posts by.

import Discussion
import Language

/// Tells why posts are in their topics.
///
/// Made from the same posts and settings as the night, and from what that night decided: nothing is grouped again.
public struct TopicExplainer: Sendable {
  /// At most so many words or themes are named; the rest is taken together.
  static let sharesShown = 8
  /// How many topics close by are told.
  static let topicsShown = 4
  /// How many central posts are told.
  static let postsShown = 5
  /// How many themes of a post are told.
  static let themesShown = 4

  let settings: TopicSettings
  let posts: [TopicPost]
  let features: PostFeatures
  let topics: [Topic]
  /// For each post the place of its topic in `topics`; -1 for none.
  let slots: [Int32]
  let centroids: Centroids
  private let corrections: TopicCorrections
  private let assignments: [PostID: TopicAssignment]
  private let indexOfPost: [PostID: Int]
  private let slotOfTopic: [TopicID: Int]

  /// An explainer of what a night decided.
  /// - Parameters:
  ///   - posts: the posts that the night grouped, in any order.
  ///   - topics: the topics that it left, and `assignments` where it put the posts.
  ///   - corrections: what people had decided before.
  public init(
    settings: TopicSettings, posts: [TopicPost], topics: [Topic], assignments: [TopicAssignment],
    corrections: TopicCorrections = TopicCorrections()
  ) {
    let posts = TopicPost.inFixedOrder(posts)
    let topics = topics.sorted { $0.id < $1.id }
    let slotOfTopic = Dictionary(
      topics.indices.map { (topics[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let byPost = Dictionary(assignments.map { ($0.post, $0) }, uniquingKeysWith: { first, _ in first })
    self.settings = settings
    self.posts = posts
    self.topics = topics
    self.slotOfTopic = slotOfTopic
    self.corrections = corrections
    self.assignments = byPost
    indexOfPost = Dictionary(
      posts.indices.map { (posts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    features = PostFeatures(texts: posts.lazy.map(\.text), settings: settings)
      .beside(settings.vectors?.rows(of: posts.map(\.id)), weight: settings.vectorWeight)
    slots = posts.map { post in
      byPost[post.id]?.topic.flatMap { slotOfTopic[$0] }.map { Int32($0) } ?? -1
    }
    centroids = Centroids(of: features.rows, topics: slots, topicCount: topics.count)
  }

  /// Why a post is in its topic or in none; nil when the night did not group the post.
  /// - Parameter neighbours: the posts that it resembles most, as the night found them.
  public func explanation(of post: PostID, neighbours: [PostNeighbours.Neighbour]) -> PostExplanation? {
    guard let index = indexOfPost[post] else { return nil }
    let nearest = nearestTopics { centroids.similarity(of: features.rows, index, to: $0) }
    let own = assignments[post] ?? TopicAssignment(post: post, topic: nil, similarity: 0)
    let compared = own.topic ?? nearest.first?.topic
    let nearness = Nearness(
      similarity: own.topic == nil ? nearest.first?.similarity ?? 0 : own.similarity,
      familiarity: features.familiarities[index],
      neighbourShare: compared.map { share(of: $0, among: neighbours) } ?? 0)
    let columns = FeatureColumns(features: features, settings: settings)
    return PostExplanation(
      assignment: own, ground: ground(own, nearness, hasWords: !features.rows.isEmpty(row: index), nearest),
      familiarity: nearness.familiarity, neighbourShare: nearness.neighbourShare,
      nearest: Array(nearest.prefix(Self.topicsShown)),
      shares: compared.flatMap { slotOfTopic[$0] }.map { slot in
        columns.shares(
          of: features.rows, index, with: centroids.rows, slot, words: columns.words(ofPost: index),
          limit: Self.sharesShown)
      } ?? [],
      themes: themes(ofPost: index))
  }

  /// What a topic consists of; nil when there never was such a topic.
  public func explanation(of topic: TopicID) -> TopicExplanation? {
    guard let slot = slotOfTopic[topic] else { return nil }
    let members = slots.indices.filter { slots[$0] == Int32(slot) }
    let columns = FeatureColumns(features: features, settings: settings)
    let central = members.compactMap { assignments[posts[$0].id] }.sorted {
      ($1.similarity, $0.post) < ($0.similarity, $1.post)
    }
    let shares = ThemeShares(posts: members, features: features)
    return TopicExplanation(
      topic: topics[slot], posts: members.count,
      shares: columns.shares(
        of: centroids.rows, slot, with: centroids.rows, slot, words: columns.words(ofPosts: members),
        limit: Self.sharesShown),
      central: Array(central.prefix(Self.postsShown)),
      themes: settings.catalogue.map { shares.themes(of: $0, limit: Self.sharesShown) } ?? [],
      tasks: settings.catalogue.map { shares.tasks(of: $0) } ?? [],
      nearest: Array(
        nearestTopics { $0 == slot ? 0 : centroids.rows.dot(slot, centroids.rows, $0) }
          .prefix(Self.topicsShown)))
  }

  private func ground(
    _ own: TopicAssignment, _ nearness: Nearness, hasWords: Bool, _ nearest: [TopicDistance]
  ) -> PostExplanation.Ground {
    if let placed = corrections.placed[own.post], placed == own.topic { return .people }
    let belongs = nearness.isNear(settings) || nearness.isAmongItsOwn(settings)
    guard own.topic != nil else {
      if !hasWords { return .noWords }
      if nearest.isEmpty { return .nothingShared }
      return belongs ? .noGroup : .tooFar
    }
    if nearness.isNear(settings) { return .near }
    if belongs { return .neighbours }
    var kept = nearness
    kept.similarity += settings.inertia
    return kept.isNear(settings) || kept.isAmongItsOwn(settings) ? .kept : .group
  }

  /// The topics by similarity, nearest first; those that share nothing are left out.
  private func nearestTopics(_ similarity: (Int) -> Float) -> [TopicDistance] {
    topics.indices.compactMap { slot in
      let similarity = Double(similarity(slot))
      return similarity > 0 ? TopicDistance(topic: topics[slot].id, similarity: min(1, similarity)) : nil
    }.sorted { ($1.similarity, $0.topic) < ($0.similarity, $1.topic) }
  }

  private func share(of topic: TopicID, among neighbours: [PostNeighbours.Neighbour]) -> Double {
    let all = neighbours.reduce(0) { $0 + $1.similarity }
    let own = neighbours.filter { assignments[$0.post]?.topic == topic }.reduce(0) { $0 + $1.similarity }
    return all > 0 ? own / all : 0
  }

  private func themes(ofPost index: Int) -> [ThemeMatch] {
    guard let catalogue = settings.catalogue else { return [] }
    return ThemeFinder(catalogue: catalogue, language: settings.language)
      .matches(inText: index, of: posts.map(\.text), count: Self.themesShown)
  }
}
