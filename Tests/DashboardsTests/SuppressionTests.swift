import Discussion
import Testing

@testable import Dashboards

@Suite("Suppression of small groups")
struct SuppressionTests {
  let rule = SuppressionRule(MethodSettings())

  private func tally(_ name: String?, _ questions: Int, _ askers: Int) -> GroupTally {
    GroupTally(dimension: .region, name: name, questions: questions, askers: askers)
  }

  private func names(_ groups: GroupBreakdown) -> [String] {
    if case .shown(let rows, _) = groups { return rows.map(\.name) }
    return []
  }

  @Test("shows groups from both thresholds on and takes the others together")
  func thresholds() {
    let groups = rule.breakdown(
      [tally("A", 20, 10), tally("B", 9, 4), tally("C", 4, 4), tally("D", 5, 5)], by: .region)
    #expect(groups == .shown([.init(name: "A", questions: 20), .init(name: "D", questions: 5)], others: 13))
  }

  @Test("hides a second group where exactly one would be hidden, since readers know the total")
  func complementary() {
    let groups = rule.breakdown([tally("A", 20, 10), tally("B", 12, 8), tally("C", 4, 4)], by: .region)
    #expect(groups == .shown([.init(name: "A", questions: 20)], others: 16))
  }

  @Test("folds further groups in while the rest itself is under a threshold")
  func smallRest() {
    let groups = rule.breakdown(
      [tally("A", 20, 10), tally("B", 12, 8), tally("C", 1, 1), tally("D", 1, 1)], by: .region)
    #expect(groups == .shown([.init(name: "A", questions: 20)], others: 14))
  }

  @Test("shows nothing when no group is left")
  func nothingLeft() {
    #expect(rule.breakdown([tally("A", 9, 4), tally("B", 2, 2)], by: .region) == .suppressed)
    #expect(rule.breakdown([tally("A", 20, 10), tally("B", 1, 1)], by: .region) == .suppressed)
  }

  @Test("shows a single group that is all there is, and says so when groups are not known")
  func edges() {
    #expect(
      rule.breakdown([tally("A", 20, 10)], by: .region)
        == .shown([.init(name: "A", questions: 20)], others: nil))
    #expect(rule.breakdown([tally(nil, 20, 10)], by: .region) == .notKnown)
    #expect(rule.breakdown([], by: .region) == .notKnown)
  }

  @Test("treats askers without a group as part of the rest")
  func unknownGroup() {
    let groups = rule.breakdown([tally("A", 20, 10), tally(nil, 30, 20), tally("B", 6, 5)], by: .region)
    #expect(names(groups) == ["A"])
  }

  @Test("does not depend on the order of the groups")
  func order() {
    let tallies = [tally("A", 20, 10), tally("B", 12, 8), tally("C", 12, 8), tally("D", 4, 4)]
    #expect(rule.breakdown(tallies, by: .region) == rule.breakdown(tallies.reversed(), by: .region))
    #expect(names(rule.breakdown(tallies, by: .region)) == ["A", "B"])
  }

  @Test("no group under a threshold can be found by subtraction, whatever the counts")
  func subtraction() {
    var generator = SplitMix(state: 46)
    for _ in 0..<2_000 {
      let count = 1 + Int(generator.next() % 6)
      let tallies = (0..<count).map { index -> GroupTally in
        let askers = 1 + Int(generator.next() % 9)
        return tally("G\(index)", askers + Int(generator.next() % 4), askers)
      }
      guard case .shown(let rows, let others) = rule.breakdown(tallies, by: .region) else { continue }
      let shown = Set(rows.map(\.name))
      let hidden = tallies.filter { !shown.contains($0.name ?? "") }
      #expect(
        tallies.filter { shown.contains($0.name ?? "") }.allSatisfy { $0.askers >= 5 && $0.questions >= 5 })
      #expect(hidden.isEmpty == (others == nil))
      #expect(hidden.count != 1)
      if let others {
        #expect(others == hidden.reduce(0) { $0 + $1.questions })
        #expect(hidden.reduce(0) { $0 + $1.askers } >= 5)
      }
    }
  }

  @Test("takes a threshold that protects nobody as five")
  func invalidThreshold() {
    let rule = SuppressionRule(MethodSettings(minimumAskers: 0, minimumQuestions: -1))
    #expect(rule.people == 5)
    #expect(rule.questions == 5)
  }

  @Test("counts of people under the threshold have no number")
  func people() {
    #expect(PeopleCount(4, threshold: 5).shown == nil)
    #expect(PeopleCount(5, threshold: 5).shown == 5)
    #expect(Texts.people(PeopleCount(4, threshold: 5)) == "minder dan 5 mensen")
  }
}

/// Numbers that look random and are the same on every machine (Steele, Lea and Flood, "SplitMix", 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
