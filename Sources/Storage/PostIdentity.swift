// How a post gets the identity under which it is stored, from what the source gives.
import Crypto
import Discussion
import Foundation

extension PostID {
  /// The identity of a post with an id of its own: `source:id`, or `source#scope:id` where ids are unique only
  /// within a channel, list or forum. Different parts never give the same text.
  public init(source: String, scope: String = "", native: String) {
    self.init(StoredIdentity.text(source: source, scope: scope, native: native))
  }

  /// The identity of a post without an id: a hash over who, when and what (white space folded), so that the same
  /// post in another export is recognised.
  ///
  /// - Parameter authorKey: the author as the source has them, or their pseudonym; only its hash is kept.
  public init(source: String, scope: String = "", authorKey: String?, createdAt: Timestamp, body: String) {
    var hash = SHA256()
    for part in [source, scope, authorKey ?? "", createdAt.description, TextFolding.folded(body)] {
      let bytes = Data(part.utf8)
      withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: bytes)
    }
    self.init(source + ":~" + Hexadecimal.text(hash.finalize().prefix(16)))
  }
}

extension ThreadID {
  /// The identity of a conversation with an id of its own, made as that of a post.
  public init(source: String, scope: String = "", native: String) {
    self.init(StoredIdentity.text(source: source, scope: scope, native: native))
  }

  /// The conversation of a post that has none of its own: it stands alone.
  public init(of post: PostID) { self.init(post.description) }
}

/// The text of identities.
enum StoredIdentity {
  /// Ids longer than this many bytes are hashed: they are identities, not texts to read.
  static let longestNative = 200

  static func text(source: String, scope: String, native: String) -> String {
    let id =
      native.utf8.count <= longestNative && !native.utf8.contains(0)
      ? native : "~~" + Hexadecimal.text(SHA256.hash(data: Data(native.utf8)).prefix(16))
    return scope.isEmpty ? escaped(source) + ":" + id : escaped(source) + "#" + escaped(scope) + ":" + id
  }

  /// A part without the signs that separate parts.
  static func escaped(_ part: String) -> String {
    guard
      part.utf8.contains(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "%") || $0 == 0
      })
    else { return part }
    return part.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: ":", with: "%3A")
      .replacingOccurrences(of: "#", with: "%23").replacingOccurrences(of: "\0", with: "%00")
  }
}
