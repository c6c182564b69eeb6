// Which text of a post is meant: a hash over what a monitor reads of it.
import Crypto
import Discussion
import Foundation
import Storage

extension TextVersion {
  /// The version of a post's title and body as they stand there; nil never for a post of the store.
  static func of(_ post: Post) -> TextVersion? {
    var hash = SHA256()
    hash.update(data: Data((post.title ?? "").utf8))
    hash.update(data: [0])
    hash.update(data: Data(post.body.utf8))
    return TextVersion(digits: Hexadecimal.text(hash.finalize()))
  }
}

/// Which text each post has. A text that made way for one without personal data, because its time was over, counts as
/// unchanged: only people change texts.
struct TextVersions {
  private let kept: [PostID: TextVersion]

  /// Versions of posts of which these had another text before.
  init(kept: [PostID: TextVersion] = [:]) { self.kept = kept }

  /// Versions of the posts of a store.
  init(_ store: CommunityStore) throws { kept = try store.keptVersions() }

  /// The version of a post's text.
  func of(_ post: Post) -> TextVersion? { kept[post.id] ?? TextVersion.of(post) }
}
