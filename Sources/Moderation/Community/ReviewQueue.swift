// The monitors' queue: one row for a post with all its reasons, the gravest class first, the surest first in a class.

import Discussion

/// What may bring a post into the queue.
public struct ReviewCandidate: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// When it was posted.
  public var createdAt: Timestamp
  /// The kinds of personal data found in it, in any order.
  public var kinds: [FindingKind]
  /// How many working days its question waits for an answer; nil when it does not.
  public var waitingDays: Int?
  /// The kinds of posts that monitors look for which it may be, with how sure that is, from 0 to 1.
  public var triage: [TriageClass: Double]
  /// How many posts answer it: so many people at least have seen it.
  public var replies: Int
  /// Its text as it is now; needed only where people judged the post.
  public var version: TextVersion?

  /// A candidate from its parts.
  public init(
    post: PostID, createdAt: Timestamp, kinds: [FindingKind] = [], waitingDays: Int? = nil,
    triage: [TriageClass: Double] = [:], replies: Int = 0, version: TextVersion? = nil
  ) {
    self.post = post
    self.createdAt = createdAt
    self.kinds = kinds
    self.waitingDays = waitingDays
    self.triage = triage
    self.replies = replies
    self.version = version
  }
}

/// Builds the queue.
public enum ReviewQueue {
  /// The rows in order: by the class of the gravest reason, then by how sure that reason is, then by the number of replies,
  /// then by age with the oldest first, then by id. Candidates without a reason are left out; of candidates with the same
  /// post the reasons are joined.
  public static func rows(_ candidates: [ReviewCandidate]) -> [ReviewItem] {
    rows(candidates, verdicts: Verdicts(), asOf: CalendarDay(number: 0))
  }

  /// The rows that wait for people: without the reasons that they judged, and with a mark on those that came back.
  ///
  /// - Parameters:
  ///   - candidates: what may bring posts into the queue; those of posts with a verdict need their text's version.
  ///   - verdicts: what people judged.
  ///   - asOf: the day of the night.
  public static func rows(_ candidates: [ReviewCandidate], verdicts: Verdicts, asOf: CalendarDay)
    -> [ReviewItem]
  {
    let waiting = joined(candidates).compactMap { candidate -> Waiting? in
      let standing = verdicts.standing(
        of: reasons(of: candidate), post: candidate.post, version: candidate.version, asOf: asOf)
      guard let first = standing.waiting.first else { return nil }
      return Waiting(candidate: candidate, first: first, standing: standing)
    }
    return waiting.sorted(by: <).enumerated().map { index, row in
      ReviewItem(
        post: row.candidate.post, reasons: row.standing.waiting, rank: index + 1,
        back: row.standing.back)
    }
  }

  /// A row before it has its place.
  private struct Waiting: Comparable {
    let candidate: ReviewCandidate
    let first: ReviewReason
    let standing: ReviewStanding

    static func < (left: Waiting, right: Waiting) -> Bool {
      let (first, second) = (left.candidate, right.candidate)
      // Surer and more replied to goes first, so those two stand crosswise.
      return (
        ReviewClass(left.first).rawValue, right.certainty, second.replies, first.createdAt,
        first.post
      ) < (
        ReviewClass(right.first).rawValue, left.certainty, first.replies, second.createdAt,
        second.post
      )
    }

    /// How sure the gravest reason is, in thousandths: what is found by rules counts as sure.
    private var certainty: Int {
      if case .triage = first { return first.amount ?? 0 }
      return 1000
    }
  }

  /// Candidates by post, the reasons of each post together.
  private static func joined(_ candidates: [ReviewCandidate]) -> [ReviewCandidate] {
    var joined: [PostID: ReviewCandidate] = [:]
    for candidate in candidates {
      var row =
        joined[candidate.post] ?? ReviewCandidate(post: candidate.post, createdAt: candidate.createdAt)
      row.createdAt = min(row.createdAt, candidate.createdAt)
      row.kinds += candidate.kinds
      row.waitingDays = [row.waitingDays, candidate.waitingDays].compactMap(\.self).max()
      row.triage.merge(candidate.triage) { max($0, $1) }
      row.replies = max(row.replies, candidate.replies)
      row.version = row.version ?? candidate.version
      joined[candidate.post] = row
    }
    return Array(joined.values)
  }

  /// A candidate's reasons, each once, the gravest first.
  private static func reasons(of candidate: ReviewCandidate) -> [ReviewReason] {
    var reasons = FindingKind.allCases.filter(candidate.kinds.contains).map(ReviewReason.personalData)
    // A town completes an address and is no reason by itself.
    if reasons == [.personalData(.place)] { reasons = [] }
    for triageClass in TriageClass.allCases {
      guard let confidence = candidate.triage[triageClass] else { continue }
      let reason = ReviewReason.triage(triageClass, confidence: confidence)
      // In thousandths, as it is kept.
      reasons.append(ReviewReason(code: reason.code, amount: reason.amount) ?? reason)
    }
    if let days = candidate.waitingDays { reasons.append(.unanswered(workingDays: days)) }
    return reasons.sorted {
      (ReviewClass($0).rawValue, gravity($0)) < (ReviewClass($1).rawValue, gravity($1))
    }
  }

  /// Within a class: the order in which a monitor wants to know, the BSN before all.
  private static func gravity(_ reason: ReviewReason) -> Int {
    guard case .personalData(let kind) = reason else { return 0 }
    let order: [FindingKind] = [
      .bsn, .iban, .dateOfBirth, .caseNumber, .licencePlate, .address, .postcode, .phone, .email, .profileURL,
      .socialHandle, .person, .school, .place,
    ]
    return order.firstIndex(of: kind) ?? order.count
  }
}
