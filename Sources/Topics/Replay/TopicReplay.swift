// Topics of the past, week after week: what the night after each week would have made of the posts until then.

import Discussion
import Language

/// Goes through a community's posts from the first week on and keeps the topics as they would have been.
///
/// A week sees the posts of that week and of those before it, and no others: nothing of what came later plays a part, not
/// even in how rare a word is. What a catalogue teaches is learned once. While there are few posts, all are grouped anew
/// every week, as a night does. Later that is done when enough is new, and in between new posts are placed in the topics
/// that there are, by the features of the last grouping.
public struct TopicReplay {
  /// When all posts are grouped anew.
  public enum Refit: String, Sendable, CaseIterable {
    /// When enough is new.
    case auto
    /// Every week.
    case weekly
  }

  /// Up to this many posts all are grouped anew every week that brings some…
  static let usualWeeklyUpTo = 800
  /// …later when there are so many times as many as when they last were…
  static let growth = 1.1
  /// …or so many weeks have gone by.
  static let longestHold = 26

  /// All topics there ever were, by identity.
  public private(set) var topics: [Topic] = []
  /// A row for each post so far, by time and identity.
  public private(set) var assignments: [TopicAssignment] = []
  /// How often all posts were grouped.
  public private(set) var fits = 0

  private let settings: TopicSettings
  private let refit: Refit
  private let weeklyUpTo: Int
  /// The catalogue with what was learned of it; nil without one.
  private var model: ThemeModel?
  private var posts: [TopicPost] = []
  /// The themes of the posts, scored when they came.
  private var scores: ThemeScores?
  private var state: TopicState?
  private var titleSources: Set<TopicID> = []
  private var held: Held?
  private var postsAtFit = 0
  private var weeksSinceFit = 0

  /// What new posts are placed by.
  private struct Held {
    let features: HeldFeatures
    let centroids: Centroids
    let topics: [TopicID]
    /// The place in `topics` of each post of the fit; -1 for none.
    let slots: [Int32]
  }

  /// Before the first week.
  public init(settings: TopicSettings, refit: Refit = .auto) {
    self.init(settings: settings, refit: refit, weeklyUpTo: Self.usualWeeklyUpTo)
  }

  init(settings: TopicSettings, refit: Refit = .auto, weeklyUpTo: Int) {
    var settings = settings
    // Settled nights are the night's own way to spare work; here it is done in another.
    settings.settlingPosts = .max
    self.settings = settings
    self.refit = refit
    self.weeklyUpTo = weeklyUpTo
    model = LearnedThemes(settings).map { ThemeModel($0, analyzer: settings.analyzer) }
  }

  /// Takes in the posts of a week, in any order. They must be later than those of the weeks before.
  public mutating func advance(with new: [TopicPost]) {
    weeksSinceFit += 1
    let new = TopicPost.inFixedOrder(new)
    posts += new
    let scored = score(new)
    guard !posts.isEmpty, !new.isEmpty || isDue else { return }
    if isDue { fit() } else { place(new, scored) }
  }

  /// What a topic is called where no post may be quoted: its title, unless that is a sentence of a post, and its words then.
  public func title(of topic: Topic) -> String {
    titleSources.contains(topic.id) ? topic.words.prefix(3).joined(separator: ", ") : topic.title
  }

  private var isDue: Bool {
    guard posts.count > postsAtFit else { return false }
    guard refit == .auto, posts.count > weeklyUpTo, settings.vectors == nil else { return true }
    return Double(posts.count) >= Self.growth * Double(postsAtFit) || weeksSinceFit >= Self.longestHold
  }

  private mutating func score(_ new: [TopicPost]) -> ThemeScores? {
    guard var current = model else { return nil }
    let scored = ThemeScores(texts: new.map(\.text), model: &current)
    model = current
    if scores == nil { scores = scored } else { scores?.append(scored) }
    return scored
  }

  private mutating func fit() {
    if var previous = state {
      // Posts that were placed since the last fit have a topic too.
      previous.assignments = assignments.filter { $0.topic != nil }.sorted { $0.post < $1.post }
      state = previous
    }
    let features = PostFeatures(texts: posts.map(\.text), scores: scores, settings: settings)
    let result = TopicModel(settings: settings).cluster(
      inFixedOrder: posts, features: features, previous: state, corrections: TopicCorrections())
    topics = result.topics
    assignments = result.assignments
    state = result.state
    // A topic that fell asleep or went over to another keeps the title that it had.
    titleSources.subtract(topics.lazy.filter { $0.status == .active }.map(\.id))
    titleSources.formUnion(result.titleSources.keys)
    (postsAtFit, weeksSinceFit) = (posts.count, 0)
    fits += 1
    held = posts.count > weeklyUpTo && refit == .auto ? hold(features) : nil
  }

  private func hold(_ features: PostFeatures) -> Held {
    let active = topics.filter { $0.status == .active }.map(\.id)
    let slotOfTopic = Dictionary(
      active.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let slots = assignments.map { $0.topic.flatMap { slotOfTopic[$0] } ?? -1 }
    return Held(
      features: HeldFeatures(features, settings: settings),
      centroids: Centroids(of: features.rows, topics: slots, topicCount: active.count), topics: active,
      slots: slots)
  }

  /// Gives new posts the nearest of the topics that there are, where they lie near enough.
  private mutating func place(_ new: [TopicPost], _ scored: ThemeScores?) {
    guard let held, !held.topics.isEmpty else {
      assignments += new.map { TopicAssignment(post: $0.id, topic: nil, similarity: 0) }
      return
    }
    let rows = held.features.rows(of: new.map(\.text), scores: scored)
    let nearest = held.centroids.nearest(to: rows.rows)
    for (row, post) in new.enumerated() {
      let slot = nearest.topics[row]
      let all = rows.neighbours[row].reduce(0.0) { $0 + Double($1.similarity) }
      let own = rows.neighbours[row].filter { held.slots[$0.post] == slot }
        .reduce(0.0) { $0 + Double($1.similarity) }
      let nearness = Nearness(
        similarity: Double(nearest.similarities[row]), familiarity: rows.familiarities[row],
        neighbourShare: all > 0 ? own / all : 0)
      let belongs = slot >= 0 && (nearness.isNear(settings) || nearness.isAmongItsOwn(settings))
      assignments.append(
        TopicAssignment(
          post: post.id, topic: belongs ? held.topics[Int(slot)] : nil,
          similarity: belongs ? nearness.similarity : 0))
    }
  }
}
