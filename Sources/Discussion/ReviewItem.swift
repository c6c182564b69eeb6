// A row in the monitors' queue: one post or conversation, all reasons together.

/// Why a post stands in the queue.
public enum ReviewReason: Hashable, Comparable, Sendable {
  /// It holds personal data of a kind.
  case personalData(FindingKind)
  /// Nobody else answered its question, so many working days long.
  case unanswered(workingDays: Int)

  /// A stable word for files: `personal_data:bsn`, `unanswered`.
  public var code: String {
    switch self {
    case .personalData(let kind): "personal_data:" + kind.rawValue
    case .unanswered: "unanswered"
    }
  }

  /// The order in which they are sorted.
  public static func < (left: ReviewReason, right: ReviewReason) -> Bool { left.code < right.code }
}

/// One row of the monitors' queue.
public struct ReviewItem: Hashable, Sendable {
  /// The post to look at.
  public var post: PostID
  /// All reasons, gravest first.
  public var reasons: [ReviewReason]
  /// Place in the queue, from 1.
  public var rank: Int

  /// A row from its parts.
  public init(post: PostID, reasons: [ReviewReason], rank: Int) {
    self.post = post
    self.reasons = reasons
    self.rank = rank
  }
}
