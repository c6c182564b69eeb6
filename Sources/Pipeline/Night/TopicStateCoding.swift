// Between the topic model's state and the store's: the same facts, the profiles as lines of text.
import Discussion
import Storage
import Topics

/// Turns what the topic model leaves for the next night into what the store keeps, and back.
enum TopicStateCoding {
  /// The store's form of a result. Profiles become lines `number<TAB>stem<TAB>weight`; a `Double` is written so that
  /// it is read back to the bit. The last fit becomes a line `fit<TAB>nights ago<TAB>recipe`, and `since<TAB>post` for
  /// each post that came after it.
  static func stored(_ result: TopicResult) -> Storage.TopicState {
    let lines = result.state.profiles.flatMap { profile in
      profile.terms.map { "\(profile.topic.number)\t\($0.stem)\t\($0.weight)\n" }
    }
    let fit = result.state.fit
    let fitLines =
      ["fit\t\(fit.nightsAgo)\t\(String(fit.recipe, radix: 16))\n"]
      + fit.postsSince.map { "since\t\($0)\n" }
    return Storage.TopicState(
      topics: result.topics, assignments: result.assignments, events: result.events,
      nextNumber: result.state.nextNumber, data: Array((lines + fitLines).joined().utf8))
  }

  /// The topic model's form of what the store kept.
  /// - Parameter neighbours: the lists of that night; without them all posts are grouped anew.
  static func state(_ stored: Storage.TopicState, neighbours: [PostNeighbours] = []) -> Topics.TopicState {
    Topics.TopicState(
      nextNumber: stored.nextNumber, topics: stored.topics,
      assignments: stored.assignments.filter { $0.topic != nil }, profiles: profiles(stored.data),
      neighbours: neighbours, fit: fit(stored.data))
  }

  /// The last fit in the store's bytes.
  static func fit(_ data: [UInt8]) -> TopicFit {
    var fit = TopicFit()
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if columns.count == 2, columns[0] == "since" { fit.postsSince.append(PostID(columns[1])) }
      guard columns.count == 3, columns[0] == "fit", let nightsAgo = Int(columns[1]),
        let recipe = UInt64(columns[2], radix: 16)
      else { continue }
      (fit.nightsAgo, fit.recipe) = (nightsAgo, recipe)
    }
    return fit
  }

  /// The profiles in the store's bytes, topics and terms in the order in which they were written.
  static func profiles(_ data: [UInt8]) -> [TopicProfile] {
    var profiles: [TopicProfile] = []
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count == 3, let number = Int(columns[0]), let weight = Double(columns[2]) else {
        continue
      }
      let topic = TopicID(number: number)
      let term = TopicProfile.Term(stem: columns[1], weight: weight)
      if profiles.last?.topic == topic {
        profiles[profiles.count - 1].terms.append(term)
      } else {
        profiles.append(TopicProfile(topic: topic, terms: [term]))
      }
    }
    return profiles
  }
}
