// A member of the community: a pseudonym and the groups they belong to, never a name.

/// A member's pseudonym: the same person gets the same one every night, nobody can read a name from it.
public struct MemberID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Key id and keyed hash, such as `k1-5f1d…`.
  public let description: String

  /// The pseudonym with this text.
  public init(_ description: String) { self.description = description }

  /// The order in which they are sorted.
  public static func < (left: MemberID, right: MemberID) -> Bool { left.description < right.description }
}

/// What the community's own member list says of a member.
public struct Member: Hashable, Sendable {
  /// The pseudonym.
  public var id: MemberID
  /// The organisation they work for.
  public var organisation: String?
  /// The region they work in.
  public var region: String?
  /// Their role, such as "jeugdbeschermer".
  public var role: String?

  /// A member from their parts.
  public init(id: MemberID, organisation: String? = nil, region: String? = nil, role: String? = nil) {
    self.id = id
    self.organisation = organisation
    self.region = region
    self.role = role
  }
}
