// Everything that the dashboards of a night show, gathered from the store and the files that people keep.
import Dashboards
import Discussion
import Moderation
import Storage

/// A night's report, ready to be rendered.
struct DashboardReport {
  /// What pages and files are made from.
  private(set) var report: NightReport
  /// Rows of the list of resources that could not be used.
  let refusedResources: Int

  private static let noQuotes =
    "zonder woordenlijst worden geen zinnen van berichten aan de kerngroep getoond, ook niet die zijn vrijgegeven"

  /// The report of a night whose other stages are done.
  init(_ night: NightContext) throws { try self.init(night, facts: NightFacts.load(night)) }

  /// The report of an earlier week of which no night kept anything: what is known now of the time up to its end.
  init(_ night: NightContext, madeAfterwards week: ISOWeek, _ known: NightFacts) throws {
    let facts = known.upTo(week)
    let then = NightContext(
      file: night.file, asOf: facts.asOf, store: night.store, run: night.run, base: night.base,
      advance: night.advance)
    try self.init(then, facts: facts)
    report.isMadeAfterwards = true
    report.records = []
    let isFirst = facts.posts.first.map { facts.zone.week(of: $0.createdAt) >= week } ?? true
    report.previousReportWeek = isFirst ? nil : week.advanced(by: -1)
    // Posts of later weeks are in, so this week is as well.
    if known.posts.contains(where: { known.zone.week(of: $0.createdAt) > week }) {
      report.intake.coveredUntil = max(report.intake.coveredUntil ?? week.sunday, week.sunday)
    }
  }

  private init(_ night: NightContext, facts: NightFacts) throws {
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
      previousReportWeek: try Self.previousReportWeek(night, current: facts.reportWeek),
      settingsHash: try SettingsHash.of(night.file),
      intake: try IntakeBuilder.intake(night, posts: facts.posts),
      quarantine: try IntakeBuilder.quarantine(night) + (listed?.quarantine ?? []),
      queue: queue, verdicts: log,
      unanswered: try ModerationStage.unanswered(
        night, posts: facts.posts, asking: Set(facts.questions.keys))
    )
    report.share = ShareReportBuilder(
      facts: facts, file: night.file, quotes: builder.quotes, topics: report.topics,
      unanswered: report.unanswered, redactor: Redactor(lexicon: lexicon, mode: .publication)
    ).report()
    report.records = try night.store.weekReports(upTo: night.base, topicsOf: facts.reportWeek).map(
      WeekRecord.init)
    report.archiveWeeks = night.file.archiveWeeks
    report.communityList = try CommunityList(night, facts: facts, builder: builder).report(
      hostile: builder.ranks.hostile)
    report.proposals = ProposalBuilder(
      builder: builder, topics: report.topics, catalogue: try night.file.themes?.catalogue()
    ).report()
    report.nights = try NightList.report(night, redactor: redactor)
    report.privacy = try Self.privacy(night, quarantined: report.quarantine.count)
    let decided = try DecisionReporting(night, facts: facts, redactor: redactor)
    report.decisions = decided.report()
    for index in report.signals.indices {
      report.signals[index].decision = decided.note(on: report.signals[index].signal)
    }
    self.report = report
    refusedResources = listed?.refused.count ?? 0
  }

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
  private static func previousReportWeek(_ night: NightContext, current: ISOWeek) throws -> ISOWeek? {
    guard let base = night.base,
      let run = try night.store.runs().first(where: { $0.id == base })
    else { return nil }
    let week = NightFacts.reportWeek(asOf: run.asOf)
    return week < current ? week : current.advanced(by: -1)
  }
}

extension WeekRecord {
  /// A report as the store keeps it.
  init(_ stored: StoredWeekReport) {
    self.init(
      week: stored.week, asOf: stored.asOf, isComplete: stored.isComplete, summary: stored.summary,
      topics: stored.topics)
  }
}

extension StoredWeekReport {
  /// A report for the store to keep.
  init(_ record: WeekRecord) {
    self.init(
      week: record.week, asOf: record.asOf, isComplete: record.isComplete, summary: record.summary,
      topics: record.topics)
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

  /// What is known now of the time up to the end of a week, as a night on the Monday after it would look back.
  ///
  /// Topics are those of now, as far as anybody had asked about them; signals stand as they did in that week.
  func upTo(_ week: ISOWeek) -> NightFacts {
    var facts = self
    facts.asOf = week.advanced(by: 1).monday
    facts.posts = posts.filter { zone.day(of: $0.createdAt) <= facts.asOf }
    let known = Set(facts.posts.map(\.id))
    facts.questions = questions.filter { known.contains($0.key) }
    facts.assignments = assignments.filter { known.contains($0.key) }
    let asked = Set(facts.assignments.values.compactMap(\.topic))
    // What became part of another leads to it, and what is kept out of sight must be known to be.
    let muted = MutedTopics(corrections, topics: topics)
    facts.topics = topics.filter {
      asked.contains($0.id) || $0.status == .merged || muted.contains($0.id)
    }
    facts.neighbours = neighbours.filter { known.contains($0.post) }
    facts.history = history.filter { $0.night <= facts.asOf }
    facts.counts = counts.filter { $0.week <= week }
    facts.assessments = assessments.filter { $0.week <= week }
    facts.signals = signals.compactMap { signal in
      var signal = signal
      signal.isOpen = signal.weeks.contains { $0.week == week }
      signal.weeks.removeAll { $0.week > week }
      return signal.weeks.isEmpty ? nil : signal
    }
    facts.oldPostsLately = 0
    return facts
  }
}
