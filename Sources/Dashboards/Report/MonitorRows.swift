// What only monitors see: the review queue and the open questions, a row per post.
import Discussion
import Moderation

/// A row of the monitors' queue.
public struct ReviewRow: Hashable, Sendable {
  /// The post, all its reasons together and its place in the queue.
  public var item: ReviewItem
  /// The conversation it stands in.
  public var thread: ThreadID
  /// The group or channel it was posted in.
  public var channel: String?
  /// The local day it was posted.
  public var day: CalendarDay
  /// The start of the post after redaction, so that a BSN or the like is never written.
  public var excerpt: RedactedText
  /// Where the post stands on the platform, when the source gives an address.
  public var link: String?
  /// For what the ranking says of the post: the words of it, after redaction, that weighed most.
  public var words: [TriageClass: [String]]
  /// The post's text as it is now, and the last line of the log about it, as the form holds them.
  public var version: String

  /// A row from its parts.
  public init(
    item: ReviewItem, thread: ThreadID, channel: String? = nil, day: CalendarDay,
    excerpt: RedactedText,
    link: String? = nil, words: [TriageClass: [String]] = [:], version: String = ""
  ) {
    self.words = words
    self.item = item
    self.thread = thread
    self.channel = channel
    self.day = day
    self.excerpt = excerpt
    self.link = link
    self.version = version
  }

  /// The words behind a reason; none for one that rules found.
  func words(for reason: ReviewReason?) -> [String] {
    if case .triage(let triageClass, _) = reason { words[triageClass] ?? [] } else { [] }
  }
}

/// A question that nobody else answered.
public struct OpenQuestion: Hashable, Sendable {
  /// The asking post.
  public var post: PostID
  /// Its conversation.
  public var thread: ThreadID
  /// The group or channel it was posted in.
  public var channel: String?
  /// The local day it was asked.
  public var day: CalendarDay
  /// Working days it stands open on the report's `asOf`.
  public var workingDays: Int
  /// The topic it belongs to; nil when none.
  public var topic: TopicID?
  /// The asking sentence after redaction.
  public var text: RedactedText
  /// Where the post stands on the platform, when the source gives an address.
  public var link: String?

  /// A question from its parts.
  public init(
    post: PostID, thread: ThreadID, channel: String? = nil, day: CalendarDay, workingDays: Int,
    topic: TopicID? = nil, text: RedactedText, link: String? = nil
  ) {
    self.post = post
    self.thread = thread
    self.channel = channel
    self.day = day
    self.workingDays = workingDays
    self.topic = topic
    self.text = text
    self.link = link
  }
}
