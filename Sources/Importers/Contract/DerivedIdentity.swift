// An identity for posts whose source gives none.
import Crypto
import Discussion

/// Identities over what a post is, for sources that number nothing.
enum DerivedIdentity {
  /// An id over author, time and text; white space in the text does not matter.
  static func id(author: String?, createdAt: Timestamp, body: String) -> String {
    id(of: [author ?? "", createdAt.description, PlainText.folded(body)])
  }

  /// An id over parts; each goes in with its length, so that no two lists of parts give the same bytes.
  static func id(of parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(data: Array("\(part.utf8.count):".utf8))
      hash.update(data: Array(part.utf8))
    }
    return "derived:" + Hexadecimal.text(hash.finalize().prefix(12))
  }
}
