// The sentence in which a post asks the community something.

/// One asking sentence of a post.
public struct Question: Hashable, Sendable {
  /// The post that asks.
  public var post: PostID
  /// Where the sentence stands in the post's body: offsets in Unicode scalars, the end exclusive. Nil when the
  /// post asks in its title only.
  public var range: Range<Int>?
  /// The sentence.
  public var text: String

  /// An asking sentence from its parts.
  public init(post: PostID, range: Range<Int>?, text: String) {
    self.post = post
    self.range = range
    self.text = text
  }
}
