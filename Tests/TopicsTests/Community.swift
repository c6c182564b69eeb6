// A small made-up community with subjects that are easy to tell apart.

import Discussion

@testable import Topics

/// Posts on subjects of which a test knows the right grouping.
enum Community {
  static let subjects: [String: [String]] = [
    "wachtlijst": [
      "wachtlijst", "specialistische", "aanmelding", "wachttijd", "behandeling", "plaatsing", "overbrugging",
    ],
    "scheiding": ["scheiding", "ouders", "omgangsregeling", "conflict", "mediation", "gezag", "loyaliteit"],
    "school": ["school", "verzuim", "leerplicht", "thuiszitter", "mentor", "klas", "samenwerkingsverband"],
    "gamen": ["gamen", "scherm", "computer", "verslaving", "nachtrust", "telefoon", "grenzen"],
  ]

  /// Posts `prefix-0`, `prefix-1`, … on a subject, each with most of its words.
  static func posts(_ subject: String, _ range: Range<Int>, day: Int = 0) -> [TopicPost] {
    let words = subjects[subject] ?? []
    return range.map { number in
      var generator = SplitMix64(seed: UInt64(number) &+ UInt64(subject.utf8.count) &* 1000)
      let used = words.enumerated().filter { $0.offset == 0 || generator.nextUnit() < 0.75 }.map(\.element)
      return TopicPost(
        id: PostID("\(subject)-\(number)"),
        body: "Hallo allemaal. Hoe gaan jullie om met \(used.joined(separator: " en ")) in het gezin?",
        createdAt: Timestamp(
          day: CalendarDay(number: 20_000 + day + number), hour: 12, minute: 0, second: 0, millisecond: 0))
    }
  }

  static func all(_ range: Range<Int> = 0..<12) -> [TopicPost] {
    subjects.keys.sorted().flatMap { posts($0, range) }
  }

  static func subject(of post: PostID) -> String { String(post.description.prefix { $0 != "-" }) }
}

extension TopicResult {
  /// The topic of each post.
  var topicOfPost: [PostID: TopicID] {
    Dictionary(
      assignments.compactMap { assignment in assignment.topic.map { (assignment.post, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The topic that most posts of a subject have.
  func topic(of subject: String) -> TopicID? {
    var counts: [TopicID: Int] = [:]
    for (post, topic) in topicOfPost where Community.subject(of: post) == subject {
      counts[topic, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
