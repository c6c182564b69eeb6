// Questions that nobody answered yet, counted per topic: the core group sees how many wait, and since when.
import Discussion

/// Some open questions.
struct OpenTally: Hashable, Sendable, Codable {
  /// A question of so many weeks ago, or more, is called long open.
  static let longWeeks = 4

  /// How many.
  private(set) var count = 0
  /// How many of them are long open.
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
