// What a post may be that a monitor must see first.

/// The kinds of posts that monitors look for among all new ones, the gravest first.
public enum TriageClass: String, CaseIterable, Codable, Comparable, Hashable, Sendable {
  /// Somebody is in danger: child abuse, suicidality, a threat.
  case crisis
  /// A client can be recognised, by a name with a case or by circumstances that only one child has.
  case identifiableClient = "identifiable_client"
  /// Somebody is attacked.
  case hostile
  /// Advertising.
  case spam

  /// The order in which monitors look.
  public static func < (left: TriageClass, right: TriageClass) -> Bool {
    order(left) < order(right)
  }

  private static func order(_ one: TriageClass) -> Int { allCases.firstIndex(of: one) ?? allCases.count }
}
