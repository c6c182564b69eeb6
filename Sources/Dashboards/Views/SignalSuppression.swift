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

extension ShownEvidence {
  /// The evidence without anything about people but what is said instead of their number.
  func without(_ askers: PeopleCount, mayQuote: Bool) -> ShownEvidence {
    ShownEvidence(
      askers: askers, organisations: nil, regions: nil, roles: nil, largestAsker: nil,
      largestOrganisation: nil,
      mayQuote: mayQuote)
  }
}

/// Numbers of people that readers see side by side. Where the weeks of one lie within those of another on the same subject
/// and the numbers differ by fewer than the threshold, the second one may not be told: the others could be found by
/// subtraction.
struct ToldPeople {
  let threshold: Int
  private var told: [String: [(weeks: ClosedRange<ISOWeek>, people: Int)]] = [:]

  init(threshold: Int) { self.threshold = threshold }

  /// Whether a number may be told beside those that were; if so, it counts as told from now on.
  mutating func mayTell(_ people: Int, in weeks: ClosedRange<ISOWeek>, about subject: String) -> Bool {
    let known = told[subject, default: []]
    let gives = known.contains { other in
      (1..<threshold).contains(abs(other.people - people)) && Self.isWithin(weeks, other.weeks)
    }
    if !gives { told[subject, default: []].append((weeks, people)) }
    return !gives
  }

  /// Whether one of two periods holds the other.
  private static func isWithin(_ one: ClosedRange<ISOWeek>, _ other: ClosedRange<ISOWeek>) -> Bool {
    one.lowerBound >= other.lowerBound && one.upperBound <= other.upperBound
      || other.lowerBound >= one.lowerBound && other.upperBound <= one.upperBound
  }

  /// A signal as it may be told beside what was told.
  mutating func tell(_ signal: SignalFacts) -> SignalFacts {
    guard let count = signal.shown.askers.shown,
      !mayTell(
        count, in: signal.firstWeek...signal.toldWeek,
        about: signal.topic?.description ?? signal.id.description)
    else { return signal }
    var signal = signal
    signal.shown = signal.shown.without(.hidden, mayQuote: signal.shown.mayQuote)
    return signal
  }
}

extension SuppressionRule {
  /// The people behind signals as they may be shown.
  ///
  /// Two signals on one topic may hold each other's people when the weeks of one lie within those of the other: where their
  /// numbers differ by fewer than the threshold, only the larger one is told, since the others could be found by
  /// subtraction. Everything else about people goes out with their number.
  /// - Parameter topics: the topic that each signal belongs to.
  func evidence(of reports: [SignalReport], topics: [SignalID: TopicID]) -> [SignalID: ShownEvidence] {
    var told = ToldPeople(threshold: people)
    var shown: [SignalID: ShownEvidence] = [:]
    func observed(_ report: SignalReport) -> Int { report.signal.toldWeek?.observed ?? 0 }
    for report in reports.sorted(by: { (observed($1), $0.signal.id) < (observed($0), $1.signal.id) }) {
      let id = report.signal.id
      var askers = PeopleCount(observed(report), threshold: people)
      if let count = askers.shown, let topic = topics[id], let week = report.signal.toldWeek {
        let weeks = week.week.advanced(by: 1 - max(1, week.windowWeeks))...week.week
        if !told.mayTell(count, in: weeks, about: topic.description) { askers = .hidden }
      }
      shown[id] = evidence(report.evidence, askers: askers)
    }
    return shown
  }

  /// The people behind a signal as an older report shows them, under a rule that may have become stricter since.
  func shown(_ evidence: ShownEvidence) -> ShownEvidence {
    guard let count = evidence.askers.shown, count < people else { return evidence }
    return evidence.without(.fewerThan(people), mayQuote: false)
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
