// Which text of a post is meant: a hash over what a monitor reads of it.
import Crypto
import Discussion
import Foundation

extension TextVersion {
  /// The version of a post's title and body as they are now; nil never for a post of the store.
  static func of(_ post: Post) -> TextVersion? {
    var hash = SHA256()
    hash.update(data: Data((post.title ?? "").utf8))
    hash.update(data: [0])
    hash.update(data: Data(post.body.utf8))
    return TextVersion(digits: Hexadecimal.text(hash.finalize()))
  }
}
