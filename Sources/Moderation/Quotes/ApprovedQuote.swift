// Sentences of posts that the core group may read: nothing but a monitor's word about that very text makes one.
import Discussion

/// A sentence of a post that a monitor let the core group read, after redaction for publication, without date or author.
///
/// Only ``QuoteCandidate/approved`` makes one, so that a page that asks for it cannot be given anything else.
public struct ApprovedQuote: Hashable, Sendable {
  /// The sentence.
  public let text: RedactedText

  init(text: RedactedText) { self.text = text }
}

/// A sentence of a post that a monitor let everybody read, as it was written: redaction for publication found nothing in it
/// to take out.
///
/// Only ``QuoteCandidate/published`` makes one, so that a report to share cannot be given anything else.
public struct PublishedQuote: Hashable, Sendable {
  /// The sentence.
  public let text: RedactedText

  init(text: RedactedText) { self.text = text }
}

/// What was said about showing a sentence.
public enum QuoteStanding: Hashable, Sendable {
  /// Nobody said anything about the text as it is now.
  case open
  /// A line of the log lets the core group read it.
  case approved(line: Int)
  /// A line of the log lets everybody read it, the core group too.
  case published(line: Int)
  /// A line of the log keeps it from being shown.
  case refused(line: Int)

  /// The line that lets the core group read it; nil when none does.
  public var approvedBy: Int? {
    switch self {
    case .approved(let line), .published(let line): line
    case .open, .refused: nil
    }
  }
}

/// A sentence of a post as the core group would read it. Only ``Quotations`` makes one.
public struct QuoteCandidate: Hashable, Sendable {
  /// The post.
  public let post: PostID
  /// The text that it is a sentence of.
  public let version: TextVersion
  /// The sentence after redaction for publication, shortened.
  public let text: RedactedText
  /// What was said about showing it.
  public let standing: QuoteStanding
  /// The last line of the log about the post; 0 when there is none.
  public let lastLine: Int

  init(post: PostID, version: TextVersion, text: RedactedText, standing: QuoteStanding, lastLine: Int = 0) {
    self.post = post
    self.version = version
    self.text = text
    self.standing = standing
    self.lastLine = lastLine
  }

  /// The sentence, when the core group may read it.
  public var approved: ApprovedQuote? {
    standing.approvedBy == nil ? nil : ApprovedQuote(text: text)
  }

  /// The sentence, when everybody may read it.
  public var published: PublishedQuote? {
    guard case .published = standing, mayBePublished else { return nil }
    return PublishedQuote(text: text)
  }

  /// Whether nothing had to be taken out of it: a sentence with gaps is not offered to the world.
  public var mayBePublished: Bool { text.replacements == 0 }

  /// What a form holds of the text: its version, and how far the log was.
  public var formVersion: String { "\(version)-\(lastLine)" }
}

/// What monitors said about showing sentences, and how these are written.
public struct Quotations: Sendable {
  /// A longer sentence is cut after so many Unicode scalars.
  public static let length = 160

  private let redactor: Redactor
  private let verdicts: Verdicts

  /// Quotations under a log of verdicts, with what is known of names.
  public init(lexicon: NameLexicon, verdicts: Verdicts) {
    redactor = Redactor(lexicon: lexicon, mode: .publication)
    self.verdicts = verdicts
  }

  /// What was said about showing sentences of a text.
  public func standing(of post: PostID, version: TextVersion) -> QuoteStanding {
    guard let last = verdicts.quotation(of: post, version: version) else { return .open }
    switch last.quotation.answer {
    case .approved: return .approved(line: last.line)
    case .published: return .published(line: last.line)
    case .refused: return .refused(line: last.line)
    }
  }

  /// A sentence of a post as the core group would read it. The whole post is looked at, so that a name that only another
  /// sentence gives away is taken out too.
  public func candidate(_ sentence: Question, of post: Post, version: TextVersion) -> QuoteCandidate {
    QuoteCandidate(
      post: post.id, version: version, text: redactor.quote(sentence, of: post).shortened(to: Self.length),
      standing: standing(of: post.id, version: version), lastLine: verdicts.lastLine[post.id] ?? 0)
  }
}

extension Redactor {
  /// An asking sentence without personal data. The whole post is looked at, so that a name that only another sentence
  /// gives away is taken out too.
  public func quote(_ sentence: Question, of post: Post) -> RedactedText {
    if let range = sentence.range { return redact(RawText(post.body), only: range) }
    return redact(RawText(sentence.text))
  }
}
