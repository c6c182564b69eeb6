// People whose first post ever nobody reacted to.
import Discussion

/// The first post of somebody new, without a reply.
public struct NewcomerWithoutReply: Hashable, Sendable {
  /// The post.
  public var post: PostID
  /// When it was posted.
  public var postedAt: Timestamp
  /// How many working days it has waited.
  public var workingDays: Int

  /// A newcomer's post from its parts.
  public init(post: PostID, postedAt: Timestamp, workingDays: Int) {
    self.post = post
    self.postedAt = postedAt
    self.workingDays = workingDays
  }
}

/// Finds newcomers who opened a conversation and got no reply by somebody else.
///
/// A newcomer is an author of whom the store has nothing older, not even a post that was withdrawn since; a post that its
/// author took back within a week and placed again makes nobody an old hand. Because a store begins in the middle of a
/// community's life, only authors whose first post lies four weeks or more after the first of their source count: whoever was
/// there before has mostly written by then. A reply by the newcomer is none, nor is one that only says to follow along.
public struct NewcomersWithoutReply: Sendable {
  /// A source must have been read for so many days before its authors can be new.
  static let settledAfterDays = 28
  /// What somebody placed and took back within so many days before does not make them an old hand.
  static let secondTryDays = 7

  private let workingDays: WorkingDays
  private let patience: Int
  private let withinDays: Int
  private let zone: LocalZone

  /// Finds newcomers who wait.
  /// - Parameters:
  ///   - workingDays: which days are worked.
  ///   - patience: who waits fewer working days than this is not told about.
  ///   - withinDays: posts that are older than this many days are let be.
  ///   - zone: where days are counted.
  public init(workingDays: WorkingDays, patience: Int = 2, withinDays: Int = 60, zone: LocalZone) {
    self.workingDays = workingDays
    self.patience = patience
    self.withinDays = withinDays
    self.zone = zone
  }

  /// The first posts that wait, the oldest first.
  /// - Parameters:
  ///   - posts: all posts there are, in any order, withdrawn ones too; those after `asOf` count for nothing.
  ///   - asOf: the instant for which is judged.
  public func find(in posts: [Post], asOf: Timestamp) -> [NewcomerWithoutReply] {
    let known = posts.filter { $0.createdAt <= asOf }
    let openers = ConversationOpeners.of(known)
    var starts: [String: Timestamp] = [:]
    var traces: [MemberID: Timestamp] = [:]
    var firsts: [MemberID: Post] = [:]
    for post in known {
      starts[post.source] = min(starts[post.source] ?? post.createdAt, post.createdAt)
      guard let author = post.author else { continue }
      traces[author] = min(traces[author] ?? post.createdAt, post.createdAt)
      guard post.state == .live else { continue }
      if let first = firsts[author], !Self.isEarlier(post, than: first, openers) { continue }
      firsts[author] = post
    }
    let today = zone.day(of: asOf)
    var waiting: [PostID: NewcomerWithoutReply] = [:]
    var openings: [ThreadID: [Post]] = [:]
    for (author, post) in firsts where openers.contains(post.id) {
      let day = zone.day(of: post.createdAt)
      guard today.number - day.number <= withinDays, let trace = traces[author],
        day.number - zone.day(of: trace).number <= Self.secondTryDays, let start = starts[post.source],
        day.number - zone.day(of: start).number >= Self.settledAfterDays
      else { continue }
      let days = workingDays.count(after: day, through: today)
      guard days >= patience else { continue }
      waiting[post.id] = NewcomerWithoutReply(post: post.id, postedAt: post.createdAt, workingDays: days)
      openings[post.thread, default: []].append(post)
    }
    for reply in known where reply.state == .live {
      for opening in openings[reply.thread] ?? []
      where waiting[opening.id] != nil && Self.isReply(reply, to: opening) {
        waiting[opening.id] = nil
      }
    }
    return waiting.values.sorted { ($0.postedAt, $0.post) < ($1.postedAt, $1.post) }
  }

  /// By time; at the same instant the post that opens a conversation was the first.
  private static func isEarlier(_ one: Post, than other: Post, _ openers: Set<PostID>) -> Bool {
    (one.createdAt, openers.contains(one.id) ? 0 : 1, one.id)
      < (other.createdAt, openers.contains(other.id) ? 0 : 1, other.id)
  }

  private static func isReply(_ post: Post, to opening: Post) -> Bool {
    post.id != opening.id && post.createdAt >= opening.createdAt && post.author != opening.author
      && !FollowerReply.isOne(post.body)
  }
}
