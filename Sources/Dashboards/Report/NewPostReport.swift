// The posts that came in for a night, with how they rank: what monitors read so that nothing slips through.
import Discussion
import Moderation

/// Every post that came in, or got another text, since the night before.
public struct NewPostReport: Hashable, Sendable {
  /// So many posts stand on the page, with their start; the file holds them all.
  public static let shown = 400

  /// The first night that counts; nil when everything counts.
  public var since: CalendarDay?
  /// The posts, in any order.
  public var posts: [NewPost]

  /// A report from its parts.
  public init(since: CalendarDay? = nil, posts: [NewPost] = []) {
    self.since = since
    self.posts = posts
  }
}

/// A post that came in.
public struct NewPost: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// The conversation it stands in.
  public var thread: ThreadID
  /// The group or channel it was posted in.
  public var channel: String?
  /// The local day it was posted.
  public var day: CalendarDay
  /// Whether it was known before, with another text.
  public var isRevision: Bool
  /// The share of ordinary posts that are less like each class, from 0 to 1.
  public var standings: [TriageClass: Double]
  /// The start of the post after redaction; nil where there are so many that only the file lists them.
  public var excerpt: RedactedText?

  /// A post from its parts.
  public init(
    post: PostID, thread: ThreadID, channel: String? = nil, day: CalendarDay, isRevision: Bool = false,
    standings: [TriageClass: Double] = [:], excerpt: RedactedText? = nil
  ) {
    self.post = post
    self.thread = thread
    self.channel = channel
    self.day = day
    self.isRevision = isRevision
    self.standings = standings
    self.excerpt = excerpt
  }

  /// The order in which monitors read: by likeness to a crisis, then by the highest likeness to anything else, then the
  /// oldest first.
  public static func comesFirst(_ left: NewPost, _ right: NewPost) -> Bool {
    let (first, second) = (left.standings, right.standings)
    return (
      second[.crisis] ?? 0, second.values.max() ?? 0, left.day, left.post
    ) < (
      first[.crisis] ?? 0, first.values.max() ?? 0, right.day, right.post
    )
  }
}
