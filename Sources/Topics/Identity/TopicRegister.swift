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
  private var nextNumber: Int

  init(previous: TopicState?, posts: [TopicPost]) {
    let known = previous?.topics ?? []
    topics = known
    knownCount = known.count
    nextNumber = max(previous?.nextNumber ?? 1, (known.map(\.id.number).max() ?? 0) + 1)
    var slotOfTopic: [TopicID: Int32] = [:]
    for (slot, topic) in known.enumerated() { slotOfTopic[topic.id] = Int32(slot) }
    var slotOfPost: [PostID: Int32] = [:]
    for assignment in previous?.assignments ?? [] {
      guard let topic = assignment.topic, let slot = slotOfTopic[topic] else { continue }
      slotOfPost[assignment.post] = slot
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

  /// Puts a known topic in the place of a new slot.
  /// - Returns: the known topic's slot.
  func slot(of topic: TopicID) -> Int32? {
    topics[..<knownCount].firstIndex { $0?.id == topic }.map { Int32($0) }
  }

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
