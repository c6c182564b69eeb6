// Which posts may join the monitors' queue for what the ranking says of them, whatever it says.
import Discussion
import Moderation
import Storage

/// Which posts may join the queue for what the ranking says: those that were written, edited or read in of late, and those
/// that people still owe an answer.
struct TriageEligibility {
  /// How a post may join.
  enum Joins {
    /// Its age keeps it out, and nobody owes it anything.
    case never
    /// Only for the classes that people owe an answer.
    case owed
    /// For all that it stands high in.
    case fully
  }

  private let recent: Timestamp
  private let arrivedLately: Set<PostID>
  private let owed: [PostID: Set<TriageClass>]

  /// What holds on a night.
  init(_ night: NightContext, verdicts: Verdicts) throws {
    let first = night.asOf.advanced(by: -night.file.moderation.triageDays)
    recent = night.file.zone.start(of: first)
    // What a community began with is history; what came in after that is news, whatever its date.
    arrivedLately =
      try night.store.nights().last.map { beginning in
        Set(try night.store.arrivals(since: max(first, beginning.advanced(by: 1))).map(\.post))
      } ?? []
    var owed: [PostID: Set<TriageClass>] = [:]
    for recorded in verdicts.inForce.values.joined() where recorded.judgement.kind == .postponed {
      owed[recorded.judgement.post, default: []].formUnion(Self.classes(recorded.judgement.told))
    }
    for recorded in verdicts.takenBack.values.joined() {
      owed[recorded.judgement.post, default: []].formUnion(Self.classes(recorded.judgement.told))
    }
    // A possible crisis that nobody judged does not leave the queue because time went by or the ranking learned.
    if let last = try night.store.lastPublishedRun() {
      for item in try night.store.reviewItems(run: last.id)
      where Self.classes(item.reasons).contains(.crisis) {
        owed[item.post, default: []].insert(.crisis)
      }
    }
    self.owed = owed.filter { !$0.value.isEmpty }
  }

  /// How a post may join.
  func joins(_ post: Post) -> Joins {
    if max(post.createdAt, post.editedAt ?? post.createdAt) >= recent || arrivedLately.contains(post.id) {
      return .fully
    }
    return owed[post.id] == nil ? .never : .owed
  }

  /// The classes for which a post joins, with its standing in each.
  func reasons(_ standings: [TriageClass: Double], of post: Post, _ joins: Joins) -> [TriageClass: Double] {
    let due = standings.filter { owed[post.id]?.contains($0.key) ?? false }
    return joins == .fully ? TriageLine.reasons(standings).merging(due) { first, _ in first } : due
  }

  private static func classes(_ reasons: [ReviewReason]) -> [TriageClass] {
    reasons.compactMap { if case .triage(let one, _) = $0 { one } else { nil } }
  }
}
