// Who was heard, over several topics, so that nobody can be found by subtracting one page from another.
import Discussion

/// Who asked about the topics of a report, by one dimension.
///
/// Some readers have more pages than one: the core group reads who asked about each topic, and the report is about several
/// of these. Were the report's numbers simply those of all topics together, "Midden 16" here and "Midden 12" on one of two
/// topic pages would say that four people of Midden asked about the other, where that page says nothing of Midden.
///
/// So a report adds up two things that have no question in common:
/// - the rows that topic pages show already, as they stand there;
/// - one breakdown, by the same rule, over the questions on all topics whose page shows no row at all.
///
/// Who subtracts all topic pages from the report is left with exactly that second breakdown, and in it every group, and the
/// rest, keeps to the thresholds by itself. A question belongs to one topic and a topic to one theme, so that two reports on
/// themes share nothing either. Reports on a source cut across the topics; they get no rows, only numbers of groups.
/// What is lost is counted with the others: the numbers say "at least".
struct ShareBreakdown: Hashable, Sendable {
  let dimension: GroupTally.Dimension
  let groups: GroupBreakdown

  /// The breakdown of a report.
  /// - Parameters:
  ///   - askers: who asked about the report's topics.
  ///   - pages: what the page of each topic shows by this dimension; topics without a page miss.
  init(
    _ dimension: GroupTally.Dimension, askers: [ShareAsker], pages: [TopicID: GroupBreakdown],
    rule: SuppressionRule
  ) {
    self.dimension = dimension
    let total = askers.reduce(0) { $0 + $1.questions }
    var known: [String: Int] = [:]
    var told: Set<TopicID> = []
    for topic in Set(askers.map(\.topic)).sorted() {
      guard case .shown(let rows, _)? = pages[topic] else { continue }
      told.insert(topic)
      for row in rows { known[row.name, default: 0] += row.questions }
    }
    let untold = rule.breakdown(
      Self.tallies(askers.filter { !told.contains($0.topic) }, by: dimension), by: dimension)
    if case .shown(let rows, _) = untold {
      for row in rows { known[row.name, default: 0] += row.questions }
    }
    var rows = known.map { GroupBreakdown.Row(name: $0.key, questions: $0.value) }
      .sorted { ($1.questions, $0.name) < ($0.questions, $1.name) }
    // A rest of a few questions says little of groups, but who reads this report alone should not wonder whose they are.
    var rest = total - rows.reduce(0) { $0 + $1.questions }
    func peopleInRest() -> Int {
      let shown = Set(rows.map(\.name))
      let uncovered = askers.filter { asker in
        guard let group = asker.group(dimension), shown.contains(group) else { return true }
        let rows = told.contains(asker.topic) ? pages[asker.topic]?.rows : untold.rows
        return !(rows ?? []).contains { $0.name == group }
      }
      return Set(uncovered.map(\.person)).count
    }
    while rest > 0, rest < rule.questions || peopleInRest() < rule.people, let smallest = rows.popLast() {
      rest += smallest.questions
    }
    // Topic pages of a report that was fixed may hold more than there is now.
    if rest < 0 { rows = [] }
    guard askers.contains(where: { $0.group(dimension) != nil }) else {
      groups = .notKnown
      return
    }
    groups = rows.isEmpty ? .suppressed : .shown(rows, others: rest > 0 ? rest : nil)
  }

  /// Questions and different people per group.
  static func tallies(_ askers: [ShareAsker], by dimension: GroupTally.Dimension) -> [GroupTally] {
    Dictionary(grouping: askers) { $0.group(dimension) }.map { name, askers in
      GroupTally(
        dimension: dimension, name: name, questions: askers.reduce(0) { $0 + $1.questions },
        askers: Set(askers.map(\.person)).count)
    }
  }
}
