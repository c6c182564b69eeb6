// What moderation found in a post: a stretch of text and what it is.

/// A kind of personal data or other stretch that moderation recognises. The raw values are a contract: they are
/// the `kind` column of `themaradar redact`.
public enum FindingKind: String, Hashable, Sendable, CaseIterable {
  /// A person's name.
  case person
  /// A citizen service number (BSN) that passes the 11-test.
  case bsn
  /// A telephone number.
  case phone
  /// An e-mail address.
  case email
  /// A street with house number.
  case address
  /// A postcode.
  case postcode
  /// A town that belongs to an address.
  case place
  /// A date of birth.
  case dateOfBirth = "date_of_birth"
  /// A bank account number that passes the mod-97 test.
  case iban
  /// A licence plate.
  case licencePlate = "licence_plate"
  /// A case or client number.
  case caseNumber = "case_number"
  /// A named school.
  case school
  /// A link to a person's profile.
  case profileURL = "url_profile"
  /// A handle on social media.
  case socialHandle = "social_handle"
}

/// A stretch of a post that moderation recognised.
public struct Finding: Hashable, Sendable {
  /// What it is.
  public var kind: FindingKind
  /// Where it stands: offsets in Unicode scalars of the text, the end exclusive.
  public var range: Range<Int>
  /// The stretch itself. Held in memory only where a caller needs it: a BSN is never written anywhere.
  public var text: String

  /// A finding from its parts.
  public init(kind: FindingKind, range: Range<Int>, text: String) {
    self.kind = kind
    self.range = range
    self.text = text
  }
}
