// What monitors have to look at: personal data in posts, what may be a crisis, and questions that wait for an answer.
import Configuration
import Discussion
import Foundation
import Moderation
import Storage
import Triage

/// Scans all posts, ranks those of late and those that are new, and builds the monitors' queue.
struct ModerationStage: NightStage {
  let name = "moderation"
  let label = "moderatie"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let posts = try night.posts()
    let lexicon = night.file.nameLexicon()
    if !lexicon.hasDictionary { Self.warn(missing: night.file.wordList) }
    let redactor = Redactor(lexicon: lexicon)
    let asking = Set(try night.store.questions(run: night.run).map(\.post))
    let waiting = Dictionary(
      try Self.unanswered(night, posts: posts, asking: asking).map { ($0.post, $0.workingDays) },
      uniquingKeysWith: { first, _ in first })
    let verdicts = try night.store.verdicts()
    let texts = try TextVersions(night.store)
    let ranking = try TriageShelf(file: night.file).model(
      store: night.store, verdicts: verdicts, redactor: redactor)
    let screening = PostScreening(redactor: redactor, scorer: ranking.model.makeScorer())
    let arrived = Set(try night.arrivals().map(\.post))
    let eligible = try TriageEligibility(night, verdicts: verdicts)
    let replies = Self.replies(posts)
    var findings: [StoredFinding] = []
    var triage: [StoredTriage] = []
    var candidates: [ReviewCandidate] = []
    for post in posts {
      var candidate = ReviewCandidate(
        post: post.id, createdAt: post.createdAt, waitingDays: waiting[post.id],
        replies: replies[post.id] ?? 0,
        version: verdicts.lastLine[post.id] == nil ? nil : texts.of(post))
      let found: [Finding]
      let joins = eligible.joins(post)
      if joins != .never || arrived.contains(post.id) {
        let (inText, scores) = screening.screen(post)
        found = inText
        triage += TriageClass.allCases.compactMap { one in
          scores[one].map {
            StoredTriage(post: post.id, triageClass: one, score: $0.score, standing: $0.standing)
          }
        }
        candidate.triage = eligible.reasons(scores.mapValues(\.standing), of: post, joins)
      } else {
        found = screening.findings(in: post)
      }
      findings += found.map { StoredFinding(post: post.id, kind: $0.kind, range: $0.range) }
      candidate.kinds = found.map(\.kind)
      candidates.append(candidate)
    }
    let queue = ReviewQueue.rows(candidates, verdicts: verdicts, asOf: night.asOf)
    var outcome = StageOutcome(counts: [
      .init("findings", "vondsten", findings.count),
      .init("posts_with_findings", "berichten met persoonsgegevens", Set(findings.map(\.post)).count),
      .init("unanswered", "vragen zonder antwoord", waiting.count),
      .init("queue", "in de wachtrij", queue.count),
      .init("queue_crisis", "daarvan mogelijk een crisis", queue.count { $0.gravest == .crisis }),
      .init("queue_back", "daarvan opnieuw", queue.count { $0.back != nil }),
    ])
    if ranking.isNew {
      outcome.counts.append(
        .init("ranking_learned", "oordelen waarvan de rangschikking leerde", ranking.learned))
    }
    if !lexicon.hasDictionary {
      outcome.counts.append(.init("word_lists_missing", "woordenlijst ontbreekt", 1))
    }
    return (
      outcome,
      { [findings, triage] writer in
        try writer.replaceFindings(findings)
        try writer.replaceTriage(triage)
        try writer.replaceReviewItems(queue)
      }
    )
  }

  /// Says on standard error that names are told from words by the program's own lists only.
  private static func warn(missing wordList: String) {
    Progress(mode: Progress.fitting, stages: 0).warns(
      "de woordenlijst \(wordList) is er niet of is niet te lezen; er worden minder namen herkend. "
        + "Op Debian staat hij in het pakket hunspell-nl.")
  }

  /// How many posts answer a post: in its conversation when it opened that, else those that name it.
  static func replies(_ posts: [Post]) -> [PostID: Int] {
    var inThread: [ThreadID: Int] = [:]
    var direct: [PostID: Int] = [:]
    for post in posts {
      if !post.opensThread { inThread[post.thread, default: 0] += 1 }
      if let parent = post.parent { direct[parent, default: 0] += 1 }
    }
    return Dictionary(
      posts.map { ($0.id, $0.opensThread ? inThread[$0.thread] ?? 0 : direct[$0.id] ?? 0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The questions that wait for an answer by someone else at the end of the as-of day.
  /// - Parameter announcing: which of them wait for nobody, because they announce something; by default found here.
  static func unanswered(
    _ night: NightContext, posts: [Post], asking: Set<PostID>, announcing: Set<PostID>? = nil
  ) throws -> [Moderation.UnansweredQuestion] {
    let zone = night.file.zone
    let announcements = try announcing ?? night.announcements(among: posts)
    return UnansweredQuestions(
      workingDays: try workingDays(night.file), patience: night.file.moderation.unansweredAfterWorkingDays,
      zone: zone
    ).find(in: posts, questions: asking, announcements: announcements, asOf: night.endOfDay)
  }

  /// Monday to Friday but for the holidays in the calendar file.
  static func workingDays(_ file: PipelineFile) throws -> WorkingDays {
    guard let path = file.moderation.holidays else {
      return WorkingDays(holidays: Set(try file.publicHolidays()?.keys.map { $0 } ?? []))
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self),
      let days = WorkingDays(calendar: text)
    else {
      throw ConfigurationError(
        file: path, message: "dit is geen kalender: elke regel begint met een dag zoals 2026-04-27")
    }
    return days
  }
}

extension NightContext {
  /// The posts that came in or changed since the night before, by identity; also those that were known and are of a day that
  /// no night was for yet.
  func arrivals() throws -> [PostArrival] {
    let since = try firstNewNight()
    return try store.arrivals(since: since, writtenFrom: since.map { file.zone.start(of: $0) })
  }

  /// The night from which on what came in is new: the one after the last that was published for an earlier day; nil when
  /// there was none, and everything is new.
  func firstNewNight() throws -> CalendarDay? {
    try store.runs().filter { $0.status == .published && $0.asOf < asOf }.map(\.asOf).max()?.advanced(by: 1)
  }
}
