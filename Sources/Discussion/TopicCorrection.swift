// What people decided about topics: an append-only log, and what it comes down to.

/// One line of the log of corrections.
public struct TopicCorrection: Hashable, Sendable {
  /// What was decided.
  public enum Action: Hashable, Sendable {
    /// The topic has this title from now on.
    case rename(TopicID, title: String)
    /// The first topic is part of the second one.
    case merge(TopicID, into: TopicID)
    /// People made a topic of their own.
    case create(TopicID, title: String)
    /// The post belongs to this topic; to none when nil.
    case move(PostID, to: TopicID?)
    /// The topic keeps its posts and its identity whatever the night finds, or no longer.
    case pin(TopicID, Bool)
    /// The topic is kept out of the core group's pages and out of the signals, or no longer.
    case mute(TopicID, Bool)
    /// The topic is right as it is in one respect: nobody needs to be asked about that again.
    case keep(TopicID, Kept)
    /// An earlier line no longer holds.
    case withdraw(Int)
  }

  /// In what respect a topic is right as it is.
  public enum Kept: Hashable, Sendable {
    /// Its questions belong together.
    case whole
    /// Its title is a good one.
    case title
    /// It is not about the same as another topic.
    case apart(from: TopicID)
  }

  /// The line's number in the log, from 1; it only grows.
  public var number: Int
  /// What was decided.
  public var action: Action

  /// A line from its parts.
  public init(number: Int, action: Action) {
    self.number = number
    self.action = action
  }
}

/// What a log of corrections comes down to: later lines overrule earlier ones.
public struct TopicCorrections: Hashable, Sendable {
  /// The titles that people gave.
  public private(set) var titles: [TopicID: String] = [:]
  /// For each topic that people merged the one that it is part of at last.
  public private(set) var successors: [TopicID: TopicID] = [:]
  /// The topics that people made, by identity.
  public private(set) var created: [TopicID] = []
  /// Where people placed posts, as the topics are now; a nil topic means: nowhere.
  public private(set) var placed: [PostID: TopicID?] = [:]
  /// The topics that keep what they have.
  public private(set) var pinned: Set<TopicID> = []
  /// The topics that are kept out of sight.
  public private(set) var muted: Set<TopicID> = []
  /// Topics that people merged and whose merging they took back.
  public private(set) var unmerged: Set<TopicID> = []
  /// The topics whose questions belong together as they are.
  public private(set) var wholes: Set<TopicID> = []
  /// The topics whose titles are good as they are.
  public private(set) var titled: Set<TopicID> = []
  /// For each topic the ones that it is to stay apart from; each pair stands under both.
  public private(set) var apart: [TopicID: Set<TopicID>] = [:]
  /// The highest number of a topic that any line names, also one that no longer holds: it is never given again.
  public private(set) var highestNumber = 0

  /// No corrections.
  public init() {}

  /// Reads a log, in the order of its numbers.
  ///
  /// A merge that would close a circle takes the place of the older ones that it contradicts: after "1 into 2", "2 into 1"
  /// makes 2 part of 1.
  public init(_ log: [TopicCorrection]) {
    let withdrawn = Self.withdrawn(in: log)
    var parents: [TopicID: TopicID] = [:]
    var pairs: [(TopicID, TopicID)] = []
    highestNumber = log.flatMap { Self.topics(in: $0.action) }.map(\.number).max() ?? 0
    for line in log where withdrawn.contains(line.number) {
      if case .merge(let topic, _) = line.action { unmerged.insert(topic) }
    }
    for line in log.sorted(by: { $0.number < $1.number }) where !withdrawn.contains(line.number) {
      switch line.action {
      case .rename(let topic, let title): titles[topic] = title
      case .merge(let topic, let heir):
        guard topic != heir else { continue }
        if Self.end(of: heir, parents) == topic { parents[heir] = nil }
        if Self.end(of: heir, parents) != topic { parents[topic] = heir }
      case .create(let topic, let title):
        if !created.contains(topic) { created.append(topic) }
        if titles[topic] == nil { titles[topic] = title }
      case .move(let post, let topic): placed[post] = .some(topic)
      case .pin(let topic, let isOn): if isOn { pinned.insert(topic) } else { pinned.remove(topic) }
      case .mute(let topic, let isOn): if isOn { muted.insert(topic) } else { muted.remove(topic) }
      case .keep(let topic, .whole): wholes.insert(topic)
      case .keep(let topic, .title): titled.insert(topic)
      case .keep(let topic, .apart(let other)): pairs.append((topic, other))
      case .withdraw: break
      }
    }
    unmerged.subtract(parents.keys)
    for topic in parents.keys { successors[topic] = Self.end(of: topic, parents) }
    placed = placed.mapValues { topic in topic.map { successors[$0] ?? $0 } }
    created.sort()
    for (topic, other) in pairs {
      let (first, second) = (successors[topic] ?? topic, successors[other] ?? other)
      guard first != second else { continue }
      apart[first, default: []].insert(second)
      apart[second, default: []].insert(first)
    }
  }

  /// Whether none is in force.
  public var isEmpty: Bool {
    titles.isEmpty && successors.isEmpty && created.isEmpty && placed.isEmpty && pinned.isEmpty
      && muted.isEmpty && wholes.isEmpty && titled.isEmpty && apart.isEmpty
  }

  /// The lines that no longer hold: a line that withdraws can be withdrawn itself.
  public static func withdrawn(in log: [TopicCorrection]) -> Set<Int> {
    var withdrawn = Set<Int>()
    for line in log.sorted(by: { $0.number > $1.number }) where !withdrawn.contains(line.number) {
      if case .withdraw(let number) = line.action, number < line.number { withdrawn.insert(number) }
    }
    return withdrawn
  }

  private static func topics(in action: TopicCorrection.Action) -> [TopicID] {
    switch action {
    case .rename(let topic, _), .create(let topic, _), .pin(let topic, _), .mute(let topic, _): [topic]
    case .merge(let topic, let heir): [topic, heir]
    case .move(_, let topic): topic.map { [$0] } ?? []
    case .keep(let topic, .apart(let other)): [topic, other]
    case .keep(let topic, _): [topic]
    case .withdraw: []
    }
  }

  private static func end(of topic: TopicID, _ parents: [TopicID: TopicID]) -> TopicID {
    var topic = topic
    var steps = 0
    while let next = parents[topic], steps <= parents.count {
      topic = next
      steps += 1
    }
    return topic
  }
}
