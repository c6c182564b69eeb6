// Pages and files for monitors and the core group, published in one step.
import Dashboards
import Discussion
import Moderation
import Storage

/// Renders the night's dashboards and puts them in place.
struct DashboardStage: NightStage {
  let name = "dashboards"
  let label = "dashboards"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let facts = try NightFacts.load(night)
    let lexicon = night.file.nameLexicon()
    let redactor = Redactor(lexicon: lexicon)
    let log = try night.store.verdictLog()
    let listed = try night.file.resources(topics: facts.topics)
    for message in listed?.messages ?? [] {
      Progress(mode: Progress.fitting, stages: 0).warns(message)
    }
    let shelf = ResourceShelf(
      try night.store.resources() + (listed?.resources ?? []), topics: facts.topics,
      catalogue: try night.file.themes?.catalogue(), day: night.asOf)
    let queue = try night.store.reviewItems(run: night.run)
    let judged = Verdicts(log)
    // What a monitor read had the names taken out that the word list gives away. Without it nothing is quoted.
    let knowsNames = lexicon.hasDictionary || night.file.moderation.doesWithoutDictionary
    if !knowsNames { Progress(mode: Progress.fitting, stages: 0).warns(Self.noQuotes) }
    let builder = ReportBuilder(
      facts: facts, file: night.file, redactor: redactor,
      quotes: QuoteSelection(
        quotations: Quotations(lexicon: lexicon, verdicts: knowsNames ? judged : Verdicts()),
        versions: try TextVersions(night.store),
        judged: judged, grave: Set(queue.filter { $0.gravest <= .identifiableClient }.map(\.post))),
      schoolHolidays: try night.file.schoolHolidays(), shelf: shelf, ranks: try NightRanks(night))
    var report = builder.report(
      previousReportWeek: try previousReportWeek(night, current: facts.reportWeek),
      settingsHash: try SettingsHash.of(night.file),
      intake: try IntakeBuilder.intake(night, posts: facts.posts),
      quarantine: try IntakeBuilder.quarantine(night) + (listed?.quarantine ?? []),
      queue: queue, verdicts: log,
      unanswered: try ModerationStage.unanswered(
        night, posts: facts.posts, asking: Set(facts.questions.keys))
    )
    report.share = ShareReportBuilder(
      facts: facts, file: night.file, quotes: builder.quotes, topics: report.topics,
      unanswered: report.unanswered
    ).report()
    report.communityList = try CommunityList(night, facts: facts, builder: builder).report(
      hostile: builder.ranks.hostile)
    report.privacy = try Self.privacy(night, quarantined: report.quarantine.count)
    let decided = try DecisionReporting(night, facts: facts, redactor: redactor)
    report.decisions = decided.report()
    for index in report.signals.indices {
      report.signals[index].decision = decided.note(on: report.signals[index].signal)
    }
    let files = try Dashboards.render(report)
    try Publication(folder: night.file.dashboards)
      .publish(files.map { ($0.path, $0.bytes) }, as: night.asOf.description)
    var outcome = StageOutcome(counts: [
      .init("files", "bestanden", files.count),
      .init("bytes", "bytes", files.reduce(0) { $0 + $1.bytes.count }),
      .init("community_rows", "op de lijst van de gemeenschap", report.communityList.rows.count),
    ])
    if let refused = listed?.refused, !refused.isEmpty {
      outcome.counts.append(.init("resources_refused", "bronnen geweigerd", refused.count))
      outcome.isIncomplete = true
    }
    return (outcome, { _ in })
  }

  private static let noQuotes =
    "zonder woordenlijst worden geen zinnen van berichten aan de kerngroep getoond, ook niet die zijn vrijgegeven"

  /// What the pages about data and privacy tell.
  private static func privacy(_ night: NightContext, quarantined: Int) throws -> PrivacyReport {
    let (file, store) = (night.file, night.store)
    func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    let posts = try store.postCounts()
    let gone = try store.tombstoneCounts()
    return PrivacyReport(
      sources: file.sources.map {
        PrivacyReport.Source(
          name: $0.name, files: $0.files, mapping: $0.mapping.map(name), isComplete: $0.isComplete)
      },
      rawTextDays: file.retention.rawTextDays, dashboardsDays: file.retention.nightsGoAfter,
      notesMonths: file.retention.notesMonths, posts: posts.live + posts.withdrawn,
      retiredPosts: try store.retiredPosts(), members: try store.members().count, quarantined: quarantined,
      tombstones: gone.authors + gone.posts, pipeline: name(file.path))
  }

  /// The week of the report that readers saw last; nil when this is the first, or the same week is reported again
  /// by a first run.
  private func previousReportWeek(_ night: NightContext, current: ISOWeek) throws -> ISOWeek? {
    guard let base = night.base,
      let run = try night.store.runs().first(where: { $0.id == base })
    else { return nil }
    let week = NightFacts.reportWeek(asOf: run.asOf)
    return week < current ? week : current.advanced(by: -1)
  }
}

extension NightFacts {
  /// Everything that the store knows of this night so far.
  static func load(_ night: NightContext) throws -> NightFacts {
    let state = try night.store.topicState(run: night.run) ?? Storage.TopicState()
    let members = try night.store.members()
    return NightFacts(
      asOf: night.asOf, zone: night.file.zone, posts: try night.posts(),
      members: Dictionary(members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      questions: Dictionary(grouping: try night.store.questions(run: night.run), by: \.post),
      assignments: Dictionary(
        state.assignments.map { ($0.post, $0) }, uniquingKeysWith: { first, _ in first }),
      topics: state.topics, neighbours: try night.store.neighbours(run: night.run),
      history: try night.store.topicHistory(run: night.run),
      counts: try night.store.weeklyCounts(run: night.run),
      assessments: try night.store.assessments(run: night.run),
      signals: try night.store.signals(run: night.run),
      oldPostsLately: try night.store.lateArrivals(
        since: NightFacts.reportWeek(asOf: night.asOf).monday, until: night.asOf),
      corrections: try night.store.topicCorrections())
  }
}
