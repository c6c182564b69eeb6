// A row in the monitors' queue: one post or conversation, all reasons together.

/// Why a post stands in the queue.
public enum ReviewReason: Hashable, Comparable, Sendable {
  /// It holds personal data of a kind.
  case personalData(FindingKind)
  /// It may be of a kind that monitors look for, with how sure that is: from 0 to 1, in thousandths.
  case triage(TriageClass, confidence: Double)
  /// Nobody else answered its question, so many working days long.
  case unanswered(workingDays: Int)

  /// A stable word for files: `personal_data:bsn`, `triage:crisis`, `unanswered`.
  public var code: String {
    switch self {
    case .personalData(let kind): "personal_data:" + kind.rawValue
    case .triage(let triageClass, _): "triage:" + triageClass.rawValue
    case .unanswered: "unanswered"
    }
  }

  /// The number that belongs to it, beside its code: thousandths of confidence, working days.
  public var amount: Int? {
    switch self {
    case .personalData: nil
    case .triage(_, let confidence): Int((min(1, max(0, confidence)) * 1000).rounded())
    case .unanswered(let workingDays): workingDays
    }
  }

  /// The reason of a code and its number; nil when no reason has this code.
  public init?(code: String, amount: Int? = nil) {
    let (data, triage) = ("personal_data:", "triage:")
    if code.hasPrefix(data), let kind = FindingKind(rawValue: String(code.dropFirst(data.count))) {
      self = .personalData(kind)
    } else if code.hasPrefix(triage),
      let found = TriageClass(rawValue: String(code.dropFirst(triage.count)))
    {
      self = .triage(found, confidence: Double(amount ?? 0) / 1000)
    } else if code == "unanswered" {
      self = .unanswered(workingDays: amount ?? 0)
    } else {
      return nil
    }
  }

  /// The reason itself, whatever number belongs to it: equal for reasons with the same code.
  public var withoutNumber: ReviewReason {
    switch self {
    case .personalData: self
    case .triage(let triageClass, _): .triage(triageClass, confidence: 0)
    case .unanswered: .unanswered(workingDays: 0)
    }
  }

  /// All reasons there are, without numbers.
  public static var all: [ReviewReason] {
    TriageClass.allCases.map { .triage($0, confidence: 0) }
      + FindingKind.allCases.map { .personalData($0) }
      + [.unanswered(workingDays: 0)]
  }

  /// The order in which they are sorted.
  public static func < (left: ReviewReason, right: ReviewReason) -> Bool {
    (left.code, left.amount ?? 0) < (right.code, right.amount ?? 0)
  }
}

/// Why a post stands in the queue again after people judged it.
public enum ReviewReturn: String, Hashable, Sendable, CaseIterable {
  /// There is a reason that is graver than those that were judged.
  case graver
  /// Its text is not the one that was judged.
  case edited
  /// The day to which it was postponed has come.
  case due
  /// People took the verdict back.
  case withdrawn
}

/// One row of the monitors' queue.
public struct ReviewItem: Hashable, Sendable {
  /// The post to look at.
  public var post: PostID
  /// All reasons that wait for a verdict, gravest first.
  public var reasons: [ReviewReason]
  /// Place in the queue, from 1.
  public var rank: Int
  /// Why it is here again; nil when people did not judge it before.
  public var back: ReviewReturn?

  /// A row from its parts.
  public init(post: PostID, reasons: [ReviewReason], rank: Int, back: ReviewReturn? = nil) {
    self.post = post
    self.reasons = reasons
    self.rank = rank
    self.back = back
  }
}
