// Pseudonyms: a keyed hash of who wrote a post, so that people can be counted and not named.
import Crypto
import Discussion
import Foundation

/// Turns an author's key (member number, e-mail address, name as the source has it) into a pseudonym.
///
/// HMAC-SHA256 (RFC 2104) under a key of 32 random bytes that lives in a file outside the store, cut to 128 bits.
/// Whoever has the store but not the key can neither read a name nor try names out.
public struct Pseudonymiser: Sendable {
  /// The number of bytes in a key.
  public static let keyLength = 32

  /// Names the key in every pseudonym made with it.
  public let keyID: String
  /// Where the key was read, for messages.
  public let path: String
  private let key: SymmetricKey

  /// Reads the key file, or makes it (32 random bytes, only for its owner) when it is not there.
  ///
  /// - Parameters:
  ///   - keyFile: the file's path; its folder must exist.
  ///   - keyID: names the key in every pseudonym.
  ///   - mayCreate: whether a missing file may be made. False once posts are stored: see
  ///     ``CommunityStore/pseudonymiser(keyFile:)``.
  public init(keyFile: String, keyID: String = "k1", mayCreate: Bool) throws(StoreError) {
    self.keyID = keyID
    self.path = keyFile
    key = SymmetricKey(data: try KeyFile(path: keyFile).bytes(mayCreate: mayCreate))
  }

  /// A pseudonymiser under a random key that nobody keeps: what it makes can be compared within one run only.
  public static func underRandomKey() -> Pseudonymiser {
    Pseudonymiser(key: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
  }

  /// A pseudonymiser under a key that the caller holds.
  init(key: [UInt8], keyID: String = "k1") {
    self.keyID = keyID
    self.path = ""
    self.key = SymmetricKey(data: key)
  }

  /// The pseudonym of an author; nil when the key is blank. Case, outer white space and the Unicode form of the
  /// key do not matter.
  public func memberID(source: String, authorKey: String) -> MemberID? {
    // Printed ASCII signs alone, as most keys are, have nothing around them to take away.
    let isPlain = authorKey.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    let trimmed = isPlain ? authorKey : authorKey.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { return nil }
    let isASCII = trimmed.utf8.allSatisfy { $0 < 0x80 }
    let lowered = trimmed.lowercased()
    return MemberID(
      tag("author:" + source + "\0" + (isASCII ? lowered : lowered.precomposedStringWithCanonicalMapping)))
  }

  /// Who may see a pseudonym.
  public enum Audience: String, Hashable, Sendable, CaseIterable {
    /// Those who moderate.
    case monitors
    /// Those who decide about theme meetings.
    case coreGroup = "core-group"
  }

  /// A person's pseudonym as an audience may see it: the same in everything for that audience, and another one than in the
  /// store or for the other, so that nobody can put two lists beside each other. The store's own leaves it nowhere.
  public func pseudonym(of member: MemberID, for audience: Audience) -> String {
    tag("audience:" + audience.rawValue + "\0" + member.description)
  }

  /// What makes the tags of records that are read in one way.
  func recordTagger(reading: [String]) -> RecordTagger { RecordTagger(key: key, reading: reading) }

  /// A value that tells this key from another and gives nothing away.
  var check: String { tag("check") }

  /// A keyed hash of a message, with the key's name.
  func tag(_ message: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(message.utf8), using: key)
    return keyID + "-" + Hexadecimal.text(code.prefix(16))
  }
}
