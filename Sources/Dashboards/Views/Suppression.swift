// Which numbers about people may be shown: the one step between true counts and everything that is written.

/// A number of people: exact from the threshold on, otherwise only that it is smaller.
enum PeopleCount: Hashable, Sendable, Codable {
  /// So many people.
  case exactly(Int)
  /// Some people, fewer than the threshold.
  case fewerThan(Int)
  /// Some people; how many cannot be told without telling a smaller number as well.
  case hidden

  /// The number when it may be shown, else that it is under the threshold.
  init(_ count: Int, threshold: Int) {
    self = count >= threshold ? .exactly(count) : .fewerThan(threshold)
  }

  /// The number; nil when it may not be shown.
  var shown: Int? {
    if case .exactly(let count) = self { return count }
    return nil
  }
}

/// The thresholds under which people stay out of sight.
struct SuppressionRule: Hashable, Sendable, Codable {
  /// At least so many different people (k).
  private(set) var people: Int
  /// At least so many questions.
  private(set) var questions: Int

  /// The rule of a report's settings. A threshold that could not protect anybody is taken as 5.
  init(_ settings: MethodSettings) {
    people = settings.minimumAskers >= 2 ? settings.minimumAskers : 5
    questions = settings.minimumQuestions >= 1 ? settings.minimumQuestions : 5
  }

  /// The rule that lets through no more than either of two.
  func stricter(_ other: SuppressionRule) -> SuppressionRule {
    var rule = self
    rule.people = max(people, other.people)
    rule.questions = max(questions, other.questions)
    return rule
  }

  /// Whether it lets through less than another.
  func isStricter(than other: SuppressionRule) -> Bool {
    people > other.people || questions > other.questions
  }

  /// Who asked, as an older report shows it, under a rule that may have become stricter since. Of groups the number of
  /// people is not kept, so then none is shown.
  func shown(_ breakdown: TopicFacts.Breakdown, madeWith rule: SuppressionRule) -> TopicFacts.Breakdown {
    var breakdown = breakdown
    if case .shown = breakdown.groups, isStricter(than: rule) {
      breakdown.groups = .suppressed
    }
    return breakdown
  }

  /// Who asked, by one dimension, as it may be shown.
  ///
  /// A group is shown from both thresholds on; the others are taken together. Where that rest would be one group, or
  /// would itself stay under a threshold, the smallest shown group joins it: readers know the total, so the rest can
  /// be found by subtraction (complementary suppression). When nothing is left to show, there is no breakdown.
  func breakdown(_ tallies: [GroupTally], by dimension: GroupTally.Dimension) -> GroupBreakdown {
    let groups = tallies.filter { $0.dimension == dimension && $0.questions > 0 }
    guard groups.contains(where: { $0.name != nil }) else { return .notKnown }
    var shown = groups.filter { $0.name != nil && $0.questions >= questions && $0.askers >= people }
    shown.sort { ($1.questions, $1.askers, $0.name ?? "") < ($0.questions, $0.askers, $1.name ?? "") }
    var rest = groups.filter { $0.name == nil || $0.questions < questions || $0.askers < people }
    while !rest.isEmpty, !mayBeShown(rest), let smallest = shown.popLast() { rest.append(smallest) }
    guard !shown.isEmpty else { return .suppressed }
    return .shown(
      shown.map { GroupBreakdown.Row(name: $0.name ?? "", questions: $0.questions) },
      others: rest.isEmpty ? nil : rest.reduce(0) { $0 + $1.questions })
  }

  private func mayBeShown(_ rest: [GroupTally]) -> Bool {
    rest.count > 1 && rest.reduce(0) { $0 + $1.questions } >= questions
      && rest.reduce(0) { $0 + $1.askers } >= people
  }
}

/// Who asked, by one dimension, after suppression.
enum GroupBreakdown: Hashable, Sendable, Codable {
  /// A group that may be shown.
  struct Row: Hashable, Sendable, Codable {
    let name: String
    let questions: Int
  }
  /// The source does not say.
  case notKnown
  /// Too few people to show any group.
  case suppressed
  /// Groups, largest first, and the questions of all others together; nil when there are no others.
  case shown([Row], others: Int?)

  /// The groups that are shown.
  var rows: [Row] { if case .shown(let rows, _) = self { rows } else { [] } }
}
