// Questions that nobody answered yet, counted per topic: the core group sees how many wait, and since when.
import Discussion

/// Some open questions.
struct OpenTally: Hashable, Sendable, Codable {
  /// From so many weeks on a question is called long open.
  static let longWeeks = 4

  /// How many.
  private(set) var count = 0
  /// How many of them were asked more than four weeks ago.
  private(set) var long = 0
  /// The week of the oldest; nil when there is none.
  private(set) var oldest: ISOWeek?

  /// Nothing is open.
  init() {}

  /// The open questions given, as they are at the end of a week.
  init(_ questions: some Sequence<OpenQuestion>, at week: ISOWeek) {
    for question in questions {
      let asked = ISOWeek(containing: question.day)
      count += 1
      if asked <= week.advanced(by: -Self.longWeeks) { long += 1 }
      oldest = min(oldest ?? asked, asked)
    }
  }

  /// Two tallies together.
  static func + (left: OpenTally, right: OpenTally) -> OpenTally {
    var sum = left
    sum.count += right.count
    sum.long += right.long
    sum.oldest = [left.oldest, right.oldest].compactMap(\.self).min()
    return sum
  }
}

/// The open questions that are told of under no topic.
struct OpenRest: Hashable, Sendable, Codable {
  /// On topics about which too few people asked to name them here.
  let small: OpenTally
  /// Those that belong to no topic.
  let unassigned: OpenTally
}

extension OpenRest {
  /// What is left beside the topics that may be named.
  init(_ questions: [OpenQuestion], topics: [TopicFacts], at week: ISOWeek) {
    let named = Set(topics.filter(\.mayQuote).map(\.id))
    let known = Set(topics.map(\.id))
    small = topics.filter { !named.contains($0.id) }.reduce(OpenTally()) { $0 + $1.open }
    unassigned = OpenTally(
      questions.filter { question in question.topic.map { !known.contains($0) } ?? true }, at: week)
  }
}
