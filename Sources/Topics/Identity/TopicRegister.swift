// The book of all topics there ever were: who inherits an identity, who gets a new one, what becomes of the rest.

import Discussion

/// Last night's topics as numbers from 0 ("slots"), with room behind them for tonight's new ones.
struct TopicRegister {
  /// The topic of each slot; nil for slots of tonight's groups that have no identity yet.
  private(set) var topics: [Topic?]
  /// For each post of tonight last night's slot; -1 for none.
  let lastNight: [Int32]
  /// Last night's topics.
  let knownCount: Int
  /// Last night's topics, and behind them those that people made since: what posts can be in before they are grouped.
  let heirCount: Int
  private var nextNumber: Int
  private let slotOfTopic: [TopicID: Int32]

  /// - Parameter corrections: posts count as having been where people placed them, and those of merged topics in the topic
  ///   that these are part of now.
  init(previous: TopicState?, posts: [TopicPost], corrections: TopicCorrections) {
    let known = previous?.topics ?? []
    knownCount = known.count
    let knownIDs = Set(known.map(\.id))
    let made = corrections.created.filter { !knownIDs.contains($0) }
      .map { Topic(id: $0, title: corrections.titles[$0] ?? "", words: []) }
    topics = known + made
    heirCount = topics.count
    nextNumber = max(
      previous?.nextNumber ?? 1, (known.map(\.id.number).max() ?? 0) + 1, corrections.highestNumber + 1)
    var slotOfTopic: [TopicID: Int32] = [:]
    for (slot, topic) in (known + made).enumerated() { slotOfTopic[topic.id] = Int32(slot) }
    for (topic, heir) in corrections.successors {
      if let slot = slotOfTopic[heir] { slotOfTopic[topic] = slot }
    }
    self.slotOfTopic = slotOfTopic
    var slotOfPost: [PostID: Int32] = [:]
    for assignment in previous?.assignments ?? [] {
      guard let topic = assignment.topic, let slot = slotOfTopic[topic] else { continue }
      slotOfPost[assignment.post] = slot
    }
    for (post, topic) in corrections.placed {
      // A topic that there never was changes nothing.
      if let topic, slotOfTopic[topic] == nil { continue }
      slotOfPost[post] = topic.flatMap { slotOfTopic[$0] } ?? -1
    }
    lastNight = posts.map { slotOfPost[$0.id] ?? -1 }
  }

  /// How many slots there are.
  var slotCount: Int { topics.count }

  /// Gives each group a slot: that of the topic it continues, or a new one.
  mutating func slots(ofGroups matches: [Int32]) -> [Int32] {
    matches.map { match in
      if match >= 0 { return match }
      topics.append(nil)
      return Int32(topics.count - 1)
    }
  }

  /// The slot of one of last night's topics or of one that people made; that of its heir when it was merged by people.
  func slot(of topic: TopicID) -> Int32? { slotOfTopic[topic] }

  /// Gives a new slot the next number.
  mutating func register(slot: Int) {
    topics[slot] = Topic(id: TopicID(number: nextNumber), title: "", words: [])
    nextNumber += 1
  }

  /// Changes the topic of a slot.
  mutating func update(slot: Int, _ change: (inout Topic) -> Void) {
    guard var topic = topics[slot] else { return }
    change(&topic)
    topics[slot] = topic
  }

  /// All topics by identity, and the next free number.
  var book: (topics: [Topic], nextNumber: Int) {
    (topics.compactMap { $0 }.sorted { $0.id < $1.id }, nextNumber)
  }
}
