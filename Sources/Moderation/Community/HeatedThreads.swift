// Conversations in which it goes unusually fast, or in which several replies look hostile.
import Discussion

/// A conversation with heat.
public struct HeatedThread: Hashable, Sendable {
  /// The conversation.
  public var thread: ThreadID
  /// Its first post that stands.
  public var post: PostID
  /// The replies in its busiest 24 hours of the last days.
  public var replies: Int
  /// How many different people wrote those, as far as the source names them.
  public var people: Int
  /// What is usual in a busiest day: of the conversation itself where it goes on for longer, else of the platform. Nil when
  /// there is nothing to compare with.
  public var usual: Int?
  /// Whether that is unusually many.
  public var isBusy: Bool
  /// How many replies of the last days look hostile.
  public var hostile: Int
  /// When the busiest hours began.
  public var since: Timestamp

  /// A conversation from its parts.
  public init(
    thread: ThreadID, post: PostID, replies: Int, people: Int, usual: Int?, isBusy: Bool, hostile: Int,
    since: Timestamp
  ) {
    self.thread = thread
    self.post = post
    self.replies = replies
    self.people = people
    self.usual = usual
    self.isBusy = isBusy
    self.hostile = hostile
    self.since = since
  }
}

/// Finds conversations with heat in the last days.
///
/// Counted are the replies in the busiest 24 hours, without those that only say to follow along. That is unusual when it is
/// more than in 98 of 100 conversations of the year before, in which somebody replied at all; when it is more than on any day
/// of the conversation's own last four weeks and at least twice what its days usually bring (so a place that is always busy must be
/// busier than itself); when two people or more wrote them; and never under a least number. Two replies that
/// look hostile, and one in ten, are heat however slow it goes.
public struct HeatedThreads: Sendable {
  /// More than this share of conversations have less.
  static let unusual = 0.98
  /// A conversation's own days are looked back on for so long.
  static let ownDays = 28
  /// The platform's conversations are looked back on for so long.
  static let platformDays = 365
  /// So many hostile replies are heat.
  static let enoughHostile = 2
  /// And one in so many: what ranks posts is wrong at times, so that a long conversation has some by chance.
  static let hostileOneIn = 10

  private static let day: Int64 = 86_400_000
  private let lookBackDays: Int
  private let leastReplies: Int

  /// Finds conversations with heat in the last so many days.
  /// - Parameters:
  ///   - lookBackDays: only these days are judged; what came before says what is usual.
  ///   - leastReplies: fewer replies in 24 hours are never too many.
  public init(lookBackDays: Int = 7, leastReplies: Int = 5) {
    self.lookBackDays = lookBackDays
    self.leastReplies = leastReplies
  }

  /// The conversations with heat: those with the most hostile replies first, then the busiest.
  /// - Parameters:
  ///   - posts: all posts, in any order; withdrawn ones and those after `asOf` count for nothing.
  ///   - hostile: which of them look hostile; none where nothing judged that.
  ///   - asOf: the instant for which is judged.
  public func find(in posts: [Post], hostile: Set<PostID> = [], asOf: Timestamp) -> [HeatedThread] {
    let since = asOf.advanced(byMilliseconds: -Int64(lookBackDays) * Self.day)
    let known = posts.filter { $0.state == .live && $0.createdAt <= asOf }
    let openers = ConversationOpeners.of(known)
    var replies: [ThreadID: [Post]] = [:]
    var firsts: [ThreadID: Post] = [:]
    for post in known.sorted(by: { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }) {
      let opens = openers.contains(post.id)
      if opens || firsts[post.thread] == nil { firsts[post.thread] = post }
      // Who only follows along heats nothing.
      if !opens, !FollowerReply.isOne(post.body) { replies[post.thread, default: []].append(post) }
    }
    let platform = Self.platform(replies.values, before: since)
    return replies.compactMap { thread, replies in
      firsts[thread].flatMap { heat(of: $0, replies, hostile: hostile, platform: platform, since: since) }
    }.sorted { left, right in
      (right.hostile, right.replies, left.thread) < (left.hostile, left.replies, right.thread)
    }
  }

  private func heat(
    of first: Post, _ replies: [Post], hostile: Set<PostID>, platform: [Int], since: Timestamp
  ) -> HeatedThread? {
    let lately = replies.filter { $0.createdAt > since }
    guard lately.count >= min(leastReplies, Self.enoughHostile) else { return nil }
    let busiest = Self.busiestDay(lately)
    let own = Self.ownDays(replies, before: since)
    let bars = [
      leastReplies, (Self.quantile(platform, Self.unusual) ?? 0) + 1, (own.last ?? 0) + 1,
      2 * (Self.quantile(own, 0.5) ?? 0),
    ]
    let people = Set(busiest.compactMap(\.author)).count
    let unnamed = busiest.allSatisfy { $0.author == nil }
    let isBusy = busiest.count >= bars.max() ?? 0 && (unnamed || people > 1)
    let hostileReplies = lately.count { hostile.contains($0.id) }
    let isHostile =
      hostileReplies >= Self.enoughHostile && hostileReplies * Self.hostileOneIn >= lately.count
    guard isBusy || isHostile, let start = busiest.first else { return nil }
    return HeatedThread(
      thread: first.thread, post: first.id, replies: busiest.count, people: people,
      usual: Self.quantile(own, 0.5) ?? Self.quantile(platform, 0.5), isBusy: isBusy,
      hostile: hostileReplies,
      since: start.createdAt)
  }

  /// The replies of the 24 hours that hold the most, the latest such hours; of replies by time.
  private static func busiestDay(_ replies: [Post]) -> ArraySlice<Post> {
    var best = replies[0..<0]
    var start = 0
    for end in replies.indices {
      while replies[end].createdAt.milliseconds - replies[start].createdAt.milliseconds >= day { start += 1 }
      if end - start + 1 >= best.count { best = replies[start...end] }
    }
    return best
  }

  /// The busiest 24 hours of each conversation in the year before, smallest first.
  private static func platform(_ threads: some Sequence<[Post]>, before since: Timestamp) -> [Int] {
    let from = since.advanced(byMilliseconds: -Int64(platformDays) * day)
    return threads.compactMap { replies in
      let past = replies.filter { $0.createdAt > from && $0.createdAt <= since }
      return past.isEmpty ? nil : busiestDay(past).count
    }.sorted()
  }

  /// How many replies a conversation had on each of its last days on which it had any, smallest first.
  private static func ownDays(_ replies: [Post], before since: Timestamp) -> [Int] {
    var counts: [Int64: Int] = [:]
    for reply in replies where reply.createdAt <= since {
      let ago = (since.milliseconds - reply.createdAt.milliseconds) / day
      if ago < Int64(ownDays) { counts[ago, default: 0] += 1 }
    }
    return counts.values.sorted()
  }

  /// The value below or at which a share of sorted values lies; nil of none.
  private static func quantile(_ values: [Int], _ share: Double) -> Int? {
    guard !values.isEmpty else { return nil }
    let position = Int((share * Double(values.count)).rounded(.up)) - 1
    return values[min(max(position, 0), values.count - 1)]
  }
}
