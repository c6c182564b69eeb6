// What a person records about a post of the queue, before anything is looked up, and why it cannot be recorded.
import Discussion

/// What a person records about a post, in their own words.
public struct VerdictRequest: Hashable, Sendable {
  /// The post, such as `jeugd:p01204`.
  public var post: String
  /// What became of it.
  public var verdict: String?
  /// The reasons that it is about; nil stands for all.
  public var reason: String?
  /// The day on which somebody looks again.
  public var until: String?
  /// Why.
  public var note: String?
  /// The text that was judged, as the form holds it; nil stands for the text as it is now.
  public var version: String?

  /// A request from its parts; empty texts count as not given.
  public init(
    post: String, verdict: String? = nil, reason: String? = nil, until: String? = nil,
    note: String? = nil,
    version: String? = nil
  ) {
    func given(_ text: String?) -> String? {
      let trimmed = CorrectionBook.trimmed(text ?? "")
      return trimmed.isEmpty ? nil : trimmed
    }
    self.post = CorrectionBook.trimmed(post)
    self.verdict = given(verdict)
    self.reason = given(reason)
    self.until = given(until)
    self.note = given(note)
    self.version = given(version)
  }

  /// Whether it asks nothing: the form as it was handed out, or with a name or a note only.
  var isEmpty: Bool { verdict == nil && reason == nil && until == nil }
}

/// Why a request cannot be recorded.
enum VerdictRefusal: Error, Hashable, Sendable {
  /// No post was named.
  case noPost
  /// No post has this identity.
  case unknownPost(String)
  /// Several posts have this number.
  case ambiguousPost(String, [PostID])
  /// Nothing is said of what became of the post.
  case nothingAsked
  /// The word is none of the verdicts; the one that was probably meant.
  case unknownVerdict(String, nearest: String?)
  /// The word is none of the reasons; the one that was probably meant.
  case unknownReason(String, nearest: String?)
  /// The text is no day that exists.
  case noDay(String)
  /// What is postponed needs a day.
  case noUntil
  /// The day has come already.
  case pastDay(CalendarDay)
  /// A day was given with a verdict that has none.
  case untilWithout(VerdictKind)
  /// What is said about a quotation has no reason and no day.
  case quoteWithMore(QuoteAnswer)
  /// The text names no version of a post's text.
  case unknownVersion
  /// The text names no lines of the log.
  case noLines(String)
  /// The log has no such line.
  case unknownLine(Int)
  /// The line was taken back before.
  case withdrawnLine(Int)
  /// An earlier file brought this very row, and it no longer says what stands.
  case overruledRow(line: Int)
  /// The row is no CSV.
  case unreadableRow
}

/// Something that a person should know of a request that was taken.
enum VerdictRemark: Hashable, Sendable {
  /// The post does not stand in the queue.
  case notInQueue
  /// The post stands in the queue, but not for this reason.
  case notShown(ReviewReason)
  /// Other reasons still wait for a verdict.
  case stillWaiting([ReviewReason])
  /// The text has changed since it was judged.
  case olderText
  /// The last verdict gives way.
  case replaces(VerdictKind, line: Int)
  /// The text has changed since it was read to be quoted.
  case olderQuote
  /// What was said about quoting it gives way.
  case replacesQuote(QuoteAnswer, line: Int)
  /// A BSN was left out of the note.
  case leftOutBSN
}
