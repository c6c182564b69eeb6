// The monitors' queue: one row for a post with all its reasons, the gravest class first, the oldest first in a class.

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

  /// A candidate from its parts.
  public init(post: PostID, createdAt: Timestamp, kinds: [FindingKind] = [], waitingDays: Int? = nil) {
    self.post = post
    self.createdAt = createdAt
    self.kinds = kinds
    self.waitingDays = waitingDays
  }
}

/// How grave a row is. Rows stand in this order.
public enum ReviewClass: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Numbers and dates that point at one person: BSN, bank account, date of birth, case number, licence plate.
  case identifier = 1
  /// Where somebody lives or can be reached.
  case contact
  /// A name, a school: somebody may be recognised.
  case name
  /// A question that nobody answered.
  case unanswered

  /// The order in which they are sorted.
  public static func < (left: ReviewClass, right: ReviewClass) -> Bool { left.rawValue < right.rawValue }

  /// The class of a reason.
  public init(_ reason: ReviewReason) {
    switch reason {
    case .unanswered: self = .unanswered
    case .personalData(let kind):
      switch kind {
      case .bsn, .iban, .dateOfBirth, .caseNumber, .licencePlate: self = .identifier
      case .phone, .email, .address, .postcode, .profileURL, .socialHandle: self = .contact
      case .person, .school, .place: self = .name
      }
    }
  }
}

/// Builds the queue.
public enum ReviewQueue {
  /// The rows in order: by the class of the gravest reason, then by age with the oldest first, then by id. Candidates
  /// without a reason are left out; of candidates with the same post the reasons are joined.
  public static func rows(_ candidates: [ReviewCandidate]) -> [ReviewItem] {
    var joined: [PostID: ReviewCandidate] = [:]
    for candidate in candidates {
      var row =
        joined[candidate.post] ?? ReviewCandidate(post: candidate.post, createdAt: candidate.createdAt)
      row.createdAt = min(row.createdAt, candidate.createdAt)
      row.kinds += candidate.kinds
      row.waitingDays = [row.waitingDays, candidate.waitingDays].compactMap(\.self).max()
      joined[candidate.post] = row
    }
    let ordered = joined.values
      .map { (row: $0, reasons: reasons(of: $0)) }
      .filter { !$0.reasons.isEmpty }
      .sorted { left, right in
        let (first, second) = (ReviewClass(left.reasons[0]), ReviewClass(right.reasons[0]))
        if first != second { return first < second }
        return (left.row.createdAt, left.row.post) < (right.row.createdAt, right.row.post)
      }
    return ordered.enumerated().map { ReviewItem(post: $1.row.post, reasons: $1.reasons, rank: $0 + 1) }
  }

  /// A candidate's reasons, each once, the gravest first.
  private static func reasons(of candidate: ReviewCandidate) -> [ReviewReason] {
    var reasons = FindingKind.allCases.filter(candidate.kinds.contains).map(ReviewReason.personalData)
    // A town completes an address and is no reason by itself.
    if reasons == [.personalData(.place)] { reasons = [] }
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
