// What a post holds beside its own words.

/// What stands in a post beside the words of its author: kept apart, so that a quoted question does not count twice.
public struct PostAside: Hashable, Sendable {
  /// Earlier posts that it quotes.
  public var quoted: String?
  /// The signature below it.
  public var signature: String?
  /// All of it in the order in which it was written; nil where that is just the body.
  public var asWritten: String?
  /// How many files hang on it.
  public var attachments: Int

  /// An aside from its parts; nil where there is nothing to keep.
  public init?(
    quoted: String? = nil, signature: String? = nil, asWritten: String? = nil, attachments: Int = 0
  ) {
    if quoted == nil, signature == nil, asWritten == nil, attachments == 0 { return nil }
    self.quoted = quoted
    self.signature = signature
    self.asWritten = asWritten
    self.attachments = attachments
  }

  /// What may be kept of it once anybody was erased: quotes and what stands below a post may be theirs, and nothing in
  /// them tells whose they are. The export still has them.
  var withoutWords: PostAside? { PostAside(attachments: attachments) }
}
