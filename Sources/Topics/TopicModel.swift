// The night's topics: features, graph, groups, identities, words and titles, in this order.

import Discussion
import Language

/// Finds recurring topics in posts and keeps their identity from night to night.
///
/// A pure function: the same posts, in whatever order, the same previous state and the same settings give the same
/// result on every machine.
public struct TopicModel: Sendable {
  /// The recipe's dials.
  public var settings: TopicSettings

  /// A model with these settings.
  public init(settings: TopicSettings) { self.settings = settings }

  /// Groups posts into topics.
  /// - Parameters:
  ///   - posts: all posts of the window, new and old, in any order.
  ///   - previous: what the night before left; nil on the first night.
  ///   - corrections: what people decided about topics: it holds whatever the posts say.
  ///   - arrivals: posts whose lists of earlier posts were made before; nil when no such lists are wanted.
  public func cluster(
    _ posts: [TopicPost], previous: TopicState? = nil, corrections: TopicCorrections = TopicCorrections(),
    arrivals: Set<PostID>? = nil
  ) -> TopicResult {
    let posts = TopicPost.inFixedOrder(posts)
    let features = PostFeatures(texts: posts.lazy.map(\.text), settings: settings)
    var result = cluster(
      inFixedOrder: posts, features: features, previous: previous, corrections: corrections)
    if let arrivals { result.arrivals = self.arrivals(of: posts, features: features, known: arrivals) }
    return result
  }

  /// Groups posts by features that were made before.
  func cluster(
    inFixedOrder posts: [TopicPost], features: PostFeatures, previous: TopicState?,
    corrections: TopicCorrections
  ) -> TopicResult {
    let features = features.beside(
      settings.vectors?.rows(of: posts.map(\.id)), weight: settings.vectorWeight)
    let kept = previous.flatMap { previous in
      KeptNeighbours(
        previous.neighbours, posts: posts, rows: features.rows, limit: settings.neighbourCount,
        mostChanged: settings.settlingShare)
    }
    var register = TopicRegister(previous: previous, posts: posts, corrections: corrections)
    let placed = PlacedPosts(corrections, posts: posts, register: register)
    let settledNight = SettledNight(settings: settings, corrections: corrections)
    let settled = kept.flatMap { kept in
      settledNight.groups(
        kept, posts: posts, lastNight: register.lastNight, topicCount: register.heirCount,
        features: features,
        fit: previous?.fit ?? TopicFit())
    }
    // Lists that were kept may lack what changed between old posts: topics are found on exact ones.
    let keptLists = settled == nil ? nil : kept?.neighbours
    let neighbours = keptLists ?? NearestNeighbours(of: features.rows, limit: settings.neighbourCount)
    let groups =
      settled?.groups
      ?? GraphRecipe(settings: settings)
      .groups(of: features.rows, neighbours: neighbours, lastNight: register.lastNight)
    let slots = identify(
      groups, features: features, neighbours: neighbours, previous: previous, placed: placed,
      register: &register)

    let night = Night(
      posts: posts, features: features, slots: slots.slots, similarities: slots.similarities,
      neighbours: neighbours)
    var result = night.result(
      previous: previous, register: register, settings: settings, corrections: corrections)
    if posts.count >= settings.settlingPosts {
      result.state.neighbours = result.neighbours
      result.state.fit = TopicFit(
        nightsAgo: settled == nil ? 0 : (previous?.fit.nightsAgo ?? 0) + 1,
        postsSince: settled?.postsSince ?? [], recipe: settledNight.recipe)
    }
    return result
  }

  /// Gives each post the slot of its topic in the register: matching, waking, inertia, leaving out.
  private func identify(
    _ groups: [Int32], features: PostFeatures, neighbours: NearestNeighbours, previous: TopicState?,
    placed: PlacedPosts, register: inout TopicRegister
  ) -> (slots: [Int32], similarities: [Float]) {
    let groups = groups.indices.map { placed.isBanned[$0] ? -1 : groups[$0] }
    let groupCount = Int(groups.max() ?? -1) + 1
    var matches = NightMatching(leastOverlap: settings.matchingOverlap)
      .match(
        groups: groups, groupCount: groupCount, topics: register.lastNight, topicCount: register.heirCount)
    let joining = placed.joining(groups, groupCount: groupCount, lastNight: register.lastNight)
    for group in matches.indices where matches[group] < 0 { matches[group] = joining[group] }
    var established = [Bool](repeating: false, count: register.slotCount)
    for post in groups.indices where register.lastNight[post] >= 0 && placed.seeds[post] < 0 {
      established[Int(register.lastNight[post])] = true
    }
    if placed.hasSeeds {
      let absorbing = SeededPasses.absorbing(
        groups, groupCount: groupCount, established: established, placed: placed)
      for group in matches.indices where matches[group] < 0 { matches[group] = absorbing[group] }
    }
    let slotOfGroup = register.slots(ofGroups: matches)
    var matched = placed.applied(to: groups.map { $0 < 0 ? $0 : slotOfGroup[Int($0)] })
    if placed.hasSeeds {
      let newSlots = register.slotCount - established.count
      matched = SeededPasses.refine(
        matched, topicCount: register.slotCount,
        established: established + Array(repeating: false, count: newSlots), settled: register.lastNight,
        placed: placed, of: features.forSeeds(themeWeight: settings.themeWeightAmongSeeds))
    }
    let belonging = Belonging(settings: settings)
    let settled = belonging.withInertia(
      matched, lastNight: register.lastNight, topicCount: register.slotCount, features: features.rows,
      placed: placed)
    var (slots, similarities) = belonging.leavingOut(
      settled, lastNight: register.lastNight, topicCount: register.slotCount, features: features,
      neighbours: neighbours, placed: placed)
    wake(&slots, features: features, previous: previous, register: &register)
    for slot in Self.firstAppearances(slots) where register.topics[slot] == nil {
      register.register(slot: slot)
    }
    for post in slots.indices where slots[post] < 0 { similarities[post] = 0 }
    return (slots, similarities)
  }

  /// Moves the posts of new slots to the topics that they bring back: those asleep, and those whose last posts left
  /// the window just when new ones came.
  private func wake(
    _ slots: inout [Int32], features: PostFeatures, previous: TopicState?, register: inout TopicRegister
  ) {
    let inUse = Set(Self.firstAppearances(slots))
    let without = Set(
      register.topics[..<register.knownCount].enumerated().compactMap { slot, topic in
        inUse.contains(slot) || topic?.status == .merged ? nil : topic?.id
      })
    let sleeping = (previous?.profiles ?? []).filter { without.contains($0.topic) }
    let fresh = Self.firstAppearances(slots).filter { register.topics[$0] == nil }
    guard !sleeping.isEmpty, !fresh.isEmpty else { return }
    let centroids = Centroids(of: features.rows, topics: slots, topicCount: register.slotCount)
    let profiles = fresh.map {
      Waking.profile(of: TopicID(number: 1), centroid: $0, in: centroids, features: features)
    }
    for match in Waking(leastSimilarity: settings.wakingSimilarity).match(profiles, with: sleeping) {
      guard let slot = register.slot(of: match.topic) else { continue }
      for post in slots.indices where slots[post] == Int32(fresh[match.fresh]) { slots[post] = slot }
    }
  }

  /// The slots in use, in the order of their first post.
  static func firstAppearances(_ slots: [Int32]) -> [Int] {
    var seen = Set<Int32>()
    return slots.filter { $0 >= 0 && seen.insert($0).inserted }.map(Int.init)
  }
}
