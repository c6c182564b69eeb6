// What monitors said about showing a post's sentence to the core group: a line of the log of verdicts.

/// Whether a sentence of a post may be shown. The raw values are the words that people type and that files hold.
public enum QuoteAnswer: String, Hashable, Sendable, CaseIterable {
  /// The core group may read it.
  case approved = "citaat_akkoord"
  /// Everybody may read it, in a report to share; so the core group too.
  case published = "citaat_openbaar"
  /// It is not shown, and nobody is asked about it again.
  case refused = "citaat_geweigerd"
}

/// What was said about showing a sentence of a post. It holds for the text that was read: another text needs another word.
public struct Quotation: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// The text that was read.
  public var version: TextVersion
  /// Whether its sentence may be shown.
  public var answer: QuoteAnswer

  /// A quotation from its parts.
  public init(post: PostID, version: TextVersion, answer: QuoteAnswer) {
    self.post = post
    self.version = version
    self.answer = answer
  }
}

/// What was said about showing a sentence, with its line.
public struct RecordedQuotation: Hashable, Sendable {
  /// The number of its line.
  public var line: Int
  /// What was said.
  public var quotation: Quotation

  /// A quotation with the number of its line.
  public init(line: Int, quotation: Quotation) {
    self.line = line
    self.quotation = quotation
  }
}

extension Verdicts {
  /// The last word about showing a sentence of a text; nil when nobody said, or that word was taken back. An earlier
  /// approval does not come to life again: who takes the last word back means that nothing is shown.
  public func quotation(of post: PostID, version: TextVersion) -> RecordedQuotation? {
    guard let last = quotations[post]?.last(where: { $0.quotation.version == version }),
      !withdrawn.contains(last.line)
    else { return nil }
    return last
  }
}
