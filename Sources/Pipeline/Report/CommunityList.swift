// The monitors' community list of a night: newcomers, repeated texts, heat, and announcements that ask something.
import Dashboards
import Discussion
import Moderation
import Storage

/// Finds what is on the community list, and makes its rows.
struct CommunityList {
  private let night: NightContext
  private let facts: NightFacts
  private let builder: ReportBuilder

  /// A list for a night; the builder makes excerpts as on the other pages.
  init(_ night: NightContext, facts: NightFacts, builder: ReportBuilder) {
    self.night = night
    self.facts = facts
    self.builder = builder
  }

  /// The list.
  /// - Parameter hostile: the posts that a ranking takes for hostile; none where nothing judged that.
  func report(hostile: Set<PostID> = []) throws -> CommunityReport {
    let settings = night.file.moderation.community
    let days = try ModerationStage.workingDays(night.file)
    let asOf = night.endOfDay
    let newcomers = NewcomersWithoutReply(
      workingDays: days, patience: settings.newcomersAfterWorkingDays,
      withinDays: settings.newcomersWithinDays,
      zone: facts.zone
    ).find(in: try night.store.posts(withdrawn: true), asOf: asOf)
    let repeated = NearDuplicates(
      placedAgainDays: settings.duplicatesWithinDays, lookBackDays: settings.duplicatesLookBackDays
    ).find(in: facts.posts, asOf: asOf)
    let heated = HeatedThreads(
      lookBackDays: settings.heatLookBackDays, leastReplies: settings.heatLeastReplies
    ).find(in: facts.posts, hostile: hostile, asOf: asOf)
    let posts = Dictionary(facts.posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [CommunityRow] = []
    for open in try waitingAnnouncements() {
      rows += row(.announcement(workingDays: open.workingDays), about: posts[open.post])
    }
    for newcomer in newcomers { rows += row(.newcomer(newcomer), about: posts[newcomer.post]) }
    for text in repeated {
      rows += row(.repeated(text), about: text.posts.last.flatMap { posts[$0] }, first: text.firstAt)
    }
    for heat in heated { rows += row(.heated(heat), about: posts[heat.post], at: heat.since) }
    return CommunityReport(
      rows: rows, newcomersAfterWorkingDays: settings.newcomersAfterWorkingDays,
      duplicatesWithinDays: settings.duplicatesWithinDays,
      duplicatesLookBackDays: settings.duplicatesLookBackDays, heatLookBackDays: settings.heatLookBackDays)
  }

  /// The questions that would wait for an answer if their posts announced nothing.
  private func waitingAnnouncements() throws -> [Moderation.UnansweredQuestion] {
    let asking = Set(facts.questions.keys)
    let announcing = try night.announcements(among: facts.posts)
    guard !announcing.isEmpty else { return [] }
    return try ModerationStage.unanswered(
      night, posts: facts.posts, asking: asking, announcing: asking.subtracting(announcing))
  }

  /// The row about a post; none where the post is not there.
  private func row(
    _ finding: CommunityRow.Finding, about post: Post?, at time: Timestamp? = nil, first: Timestamp? = nil
  ) -> [CommunityRow] {
    guard let post else { return [] }
    return [
      CommunityRow(
        finding: finding, post: post.id, thread: post.thread, channel: post.channel,
        day: facts.zone.day(of: time ?? post.createdAt), firstDay: first.map(facts.zone.day),
        excerpt: builder.excerpt(of: post))
    ]
  }
}

extension NightContext {
  /// The posts that ask something, but announce.
  func announcements(among posts: [Post]) throws -> Set<PostID> {
    let asking = Dictionary(grouping: try store.questions(run: run), by: \.post)
    return Announcements.find(in: posts, asking: asking.mapValues { $0.map(\.text) })
  }

  /// The last instant of the as-of day.
  var endOfDay: Timestamp {
    file.zone.start(of: asOf.advanced(by: 1)).advanced(byMilliseconds: -1)
  }
}

extension NightRanks {
  /// The posts that stand as high as hostile ones do that join the queue.
  var hostile: Set<PostID> {
    Set(standings.lazy.filter { ($0.value[.hostile] ?? 0) >= TriageLine.least(.hostile) }.map(\.key))
  }
}
