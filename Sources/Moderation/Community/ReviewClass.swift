// How grave a row of the monitors' queue is.
import Discussion

/// How grave a row is. Rows stand in this order.
public enum ReviewClass: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Somebody may be in danger.
  case crisis = 1
  /// Numbers and dates that point at one person: BSN, bank account, date of birth, case number, licence plate.
  case identifier
  /// A client may be recognised by what is told.
  case identifiableClient
  /// Where somebody lives or can be reached.
  case contact
  /// Somebody is attacked.
  case hostile
  /// Advertising.
  case spam
  /// A name, a school: somebody may be recognised.
  case name
  /// A question that nobody answered.
  case unanswered

  /// The order in which they are sorted.
  public static func < (left: ReviewClass, right: ReviewClass) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The class of a reason.
  public init(_ reason: ReviewReason) {
    switch reason {
    case .unanswered: self = .unanswered
    case .triage(let triageClass, _):
      switch triageClass {
      case .crisis: self = .crisis
      case .identifiableClient: self = .identifiableClient
      case .hostile: self = .hostile
      case .spam: self = .spam
      }
    case .personalData(let kind):
      switch kind {
      case .bsn, .iban, .dateOfBirth, .caseNumber, .licencePlate: self = .identifier
      case .phone, .email, .address, .postcode, .profileURL, .socialHandle: self = .contact
      case .person, .school, .place: self = .name
      }
    }
  }

  /// Whether rows of this class are shown in full on any day, however many there are.
  public var isExemptFromBudget: Bool { self <= .identifier }
}

extension ReviewItem {
  /// The class of its gravest reason.
  public var gravest: ReviewClass { reasons.map { ReviewClass($0) }.min() ?? .unanswered }
}

/// How many rows of a queue a day asks for.
public enum ReviewBudget {
  /// The usual number of rows a day.
  public static let usual = 25

  /// The rows for today and those above the number, each in the order of the queue. Rows of an exempt class are always for
  /// today and do not count.
  public static func split<Row>(_ rows: [Row], budget: Int, item: (Row) -> ReviewItem) -> (
    today: [Row], over: [Row]
  ) {
    var (today, over): ([Row], [Row]) = ([], [])
    var left = budget
    for row in rows {
      if item(row).gravest.isExemptFromBudget {
        today.append(row)
      } else if left > 0 {
        today.append(row)
        left -= 1
      } else {
        over.append(row)
      }
    }
    return (today, over)
  }
}
