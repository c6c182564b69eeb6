// What monitors read of posts in their lists: a stretch of each after redaction, and every new post.
import Dashboards
import Discussion
import Moderation
import Storage
import Triage

/// What this night's ranking says of posts.
struct NightRanks {
  /// The first night of what is new; nil when everything is.
  var since: CalendarDay?
  /// The posts that are new.
  var arrivals: [PostArrival] = []
  /// The standings of those that were ranked.
  var standings: [PostID: [TriageClass: Double]] = [:]
  /// Tells which words weighed; nil for none.
  var scorer: TriageScorer?

  /// So many words are told for a reason.
  private static let words = 4

  /// The words that weighed most for what the ranking says of a post.
  func words(_ reasons: [ReviewReason], of post: Post, _ redactor: Redactor) -> [TriageClass: [String]] {
    let classes = reasons.compactMap { if case .triage(let one, _) = $0 { one } else { nil } }
    guard let scorer, !classes.isEmpty else { return [:] }
    let text = redactor.redact(RawText(PostScreening.text(of: post))).text
    return Dictionary(
      classes.map { ($0, scorer.explanation(of: text, class: $0, limit: Self.words)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension NightRanks {
  /// What the store knows of this night.
  init(_ night: NightContext) throws {
    since = try night.firstNewNight()
    arrivals = try night.arrivals()
    standings = Dictionary(grouping: try night.store.triage(run: night.run), by: \.post)
      .mapValues { rows in
        Dictionary(rows.map { ($0.triageClass, $0.standing) }, uniquingKeysWith: { first, _ in first })
      }
    scorer = try TriageShelf(file: night.file).current().makeScorer()
  }
}

extension ReportBuilder {
  /// A stretch of a post in a list: so many scalars at most.
  private static let excerptLength = 240
  /// So many scalars before what was found are shown with it.
  private static let lead = 60

  /// Every post that came in since the night before.
  func newPosts() -> NewPostReport {
    let revised = Dictionary(
      ranks.arrivals.map { ($0.post, $0.isRevision) }, uniquingKeysWith: { first, _ in first })
    var posts = facts.posts.compactMap { post in
      revised[post.id].map {
        NewPost(
          post: post.id, thread: post.thread, channel: post.channel, day: facts.zone.day(of: post.createdAt),
          isRevision: $0, standings: ranks.standings[post.id] ?? [:])
      }
    }
    posts.sort(by: NewPost.comesFirst)
    let texts = Dictionary(facts.posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in posts.indices.prefix(NewPostReport.shown) {
      posts[index].excerpt = texts[posts[index].post].map { excerpt(of: $0) }
    }
    return NewPostReport(since: ranks.since, posts: posts)
  }

  /// A stretch of a post without personal data, for a row in a list: the start, or where `isPointed` says so what was
  /// found first. The whole post is looked at before it is cut, so that half a number cannot stay behind.
  func excerpt(of post: Post, isPointed: Bool = false) -> RedactedText {
    let text = [post.title, post.body].compactMap { $0 }.joined(separator: " — ")
    let scalars = Array(text.unicodeScalars)
    let raw = RawText(text)
    guard scalars.count > Self.excerptLength else { return redactor.redact(raw) }
    func end(from start: Int) -> Int {
      guard start + Self.excerptLength < scalars.count else { return scalars.count }
      return scalars[start..<(start + Self.excerptLength)].lastIndex(of: " ") ?? start + Self.excerptLength
    }
    var start = 0
    if isPointed, let first = redactor.redactWithFindings(raw).findings.first?.range,
      first.upperBound > end(from: 0)
    {
      let wanted = max(0, first.lowerBound - Self.lead)
      start = scalars[wanted..<first.lowerBound].firstIndex(of: " ").map { $0 + 1 } ?? first.lowerBound
    }
    let stop = end(from: start)
    var redacted = redactor.redact(raw, only: start..<stop)
    if start > 0 { redacted = redacted.continued }
    return stop < scalars.count ? redacted.abbreviated : redacted
  }
}
