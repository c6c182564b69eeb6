// What may be shown of the people behind signals: the one step between their true counts and every writer.
import Discussion

/// A share as coarse as it may be told: an exact one would give a small number of people away.
enum ShareBand: String, Hashable, Sendable, CaseIterable, Codable {
  case upToQuarter = "hoogstens_een_kwart"
  case upToHalf = "hoogstens_de_helft"
  case overHalf = "meer_dan_de_helft"

  /// The band of a part of a whole; nil when there is none.
  init?(_ part: Int, of whole: Int) {
    guard part > 0, whole > 0 else { return nil }
    self = part * 4 <= whole ? .upToQuarter : part * 2 <= whole ? .upToHalf : .overHalf
  }
}

/// How broad a signal is, as far as it may be shown.
struct ShownEvidence: Hashable, Sendable, Codable {
  /// Different people who asked.
  let askers: PeopleCount
  /// Different organisations; nil when not known or not to be shown. So are the next.
  let organisations: Int?
  let regions: Int?
  let roles: Int?
  let largestAsker: ShareBand?
  let largestOrganisation: ShareBand?
  /// Whether enough different people asked for words and examples to be shown.
  let mayQuote: Bool
}

extension SuppressionRule {
  /// The people behind signals as they may be shown.
  ///
  /// Two signals on one topic may hold each other's people when the weeks of one lie within those of the other: where their
  /// numbers differ by fewer than the threshold, only the larger one is told, since the others could be found by
  /// subtraction. Everything else about people goes out with their number.
  /// - Parameter topics: the topic that each signal belongs to.
  func evidence(of reports: [SignalReport], topics: [SignalID: TopicID]) -> [SignalID: ShownEvidence] {
    var told: [TopicID: [(weeks: ClosedRange<ISOWeek>, people: Int)]] = [:]
    var shown: [SignalID: ShownEvidence] = [:]
    func observed(_ report: SignalReport) -> Int { report.signal.toldWeek?.observed ?? 0 }
    for report in reports.sorted(by: { (observed($1), $0.signal.id) < (observed($0), $1.signal.id) }) {
      let id = report.signal.id
      var askers = PeopleCount(observed(report), threshold: people)
      if let count = askers.shown, let topic = topics[id], let week = report.signal.toldWeek {
        let weeks = week.week.advanced(by: 1 - max(1, week.windowWeeks))...week.week
        let mayBeSubtracted = told[topic, default: []].contains { other in
          (1..<people).contains(other.people - count) && Self.isWithin(weeks, other.weeks)
        }
        if mayBeSubtracted { askers = .hidden } else { told[topic, default: []].append((weeks, count)) }
      }
      shown[id] = evidence(report.evidence, askers: askers)
    }
    return shown
  }

  /// The people behind a signal as an older report shows them, under a rule that may have become stricter since.
  func shown(_ evidence: ShownEvidence) -> ShownEvidence {
    guard let count = evidence.askers.shown, count < people else { return evidence }
    return ShownEvidence(
      askers: .fewerThan(people), organisations: nil, regions: nil, roles: nil, largestAsker: nil,
      largestOrganisation: nil, mayQuote: false)
  }

  /// Whether one of two periods holds the other.
  private static func isWithin(_ one: ClosedRange<ISOWeek>, _ other: ClosedRange<ISOWeek>) -> Bool {
    one.lowerBound >= other.lowerBound && one.upperBound <= other.upperBound
      || other.lowerBound >= one.lowerBound && other.upperBound <= one.upperBound
  }

  private func evidence(_ evidence: SignalEvidence, askers: PeopleCount) -> ShownEvidence {
    let isShown = askers.shown != nil
    func known(_ count: Int) -> Int? { isShown && count > 0 ? count : nil }
    return ShownEvidence(
      askers: askers, organisations: known(evidence.organisations), regions: known(evidence.regions),
      roles: known(evidence.roles),
      largestAsker: isShown ? ShareBand(evidence.largestAsker, of: evidence.questions) : nil,
      largestOrganisation: isShown ? ShareBand(evidence.largestOrganisation, of: evidence.questions) : nil,
      mayQuote: evidence.askers >= people)
  }
}
