// An identity for posts whose source gives none.
import Crypto
import Discussion

/// Identities over what a post is, for sources that number nothing.
enum DerivedIdentity {
  /// An id over author, time and text; white space in the text does not matter.
  static func id(author: String?, createdAt: Timestamp, body: String) -> String {
    id(of: [author ?? "", createdAt.description, PlainText.folded(body)])
  }

  /// An id over parts.
  static func id(of parts: [String]) -> String { "derived:" + digest(of: parts) }

  /// A hash over parts; each goes in with its length, so that no two lists of parts give the same bytes.
  static func digest(of parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: String(part.utf8.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: part.utf8)
    }
    return Hexadecimal.text(SHA256.hash(data: bytes).prefix(12))
  }
}
