// The monitors' pages: the running week, the two queues and what came in, in the order they are worked through.
import Discussion
import Moderation

/// What the monitors see of a night.
struct MonitorView: Sendable {
  /// How many rows a page shows at most; the CSV holds them all.
  static let rowsShown = 250

  /// A topic in the week that is still running.
  struct Running: Hashable, Sendable {
    let topic: TopicID
    let title: String
    let questions: Int
    let askers: Int
    /// What was to be expected in the last complete week.
    let band: ClosedRange<Int>?
  }

  let community: String
  let isDemo: Bool
  let asOf: CalendarDay
  let week: ISOWeek
  let runningWeek: ISOWeek
  let runningVolume: WeekVolume?
  /// Topics with questions in the running week, most questions first.
  let running: [Running]
  /// All rows of the queue, in its order.
  let queue: [ReviewRow]
  /// The rows for today: as many as a day asks for, and all of the gravest classes.
  let today: [ReviewRow]
  /// The rows above the day's number.
  let over: [ReviewRow]
  /// What people judged.
  let verdicts: VerdictReport
  /// The sentences that the core group reads, or could read.
  let quotes: QuoteView
  /// Every new post, those most like a crisis first.
  let newPosts: NewPostReport
  /// Oldest first.
  let unanswered: [OpenQuestion]
  /// The community list, in the order in which it is worked through.
  let communityList: CommunityReport
  /// By name.
  let files: [IntakeFile]
  let quarantine: [QuarantineRow]
  /// In the order of the pipeline file.
  let sources: [IntakeSource]
  /// What came in per night and source, the newest night first.
  let intakeNights: [IntakeNight]
  let signals: Int
  /// The signals that stand, by identity, also those that the core group does not see.
  let openSignals: [SignalReport]
  /// The titles of all topics, also of those that the core group does not see.
  let titles: [TopicID: String]
  /// The topics that have a page.
  let pages: Set<TopicID>
  /// All topics, by identity.
  let topics: [TopicReport]
  /// All lines of the log of decisions, oldest first.
  let decisions: [DecisionLine]
  let method: MethodSettings
  /// What the pages about data and privacy tell.
  let privacy: PrivacyReport
  /// What could be changed about topics, the strongest first.
  let proposals: ProposalReport
  /// The nights of earlier days, the newest first.
  let nights: [PastNight]
  /// The material that may already answer questions on a topic: the first of what there is.
  let answers: [TopicID: Resource]
  /// The reports to share.
  let share: ShareView

  /// What the monitors see of a night.
  init(_ night: NightReport, core: CoreView, share: ShareView) {
    community = night.community
    isDemo = night.isDemo
    asOf = night.asOf
    week = night.reportWeek
    let now = night.runningWeek
    runningWeek = now
    runningVolume = night.volumes.last { $0.week == now }
    running = night.topics.compactMap { topic -> Running? in
      guard let count = topic.weeks.last(where: { $0.week == now }), count.questions > 0 else { return nil }
      let band = topic.assessments.last { $0.week == night.reportWeek }.map {
        min($0.weekLower, $0.weekUpper)...$0.weekUpper
      }
      return Running(
        topic: topic.topic.id, title: topic.topic.title, questions: count.questions,
        askers: count.distinctAskers, band: band)
    }.sorted { ($1.questions, $0.topic) < ($0.questions, $1.topic) }
    let rows = night.reviewQueue.sorted {
      ($0.item.rank, $0.item.post) < ($1.item.rank, $1.item.post)
    }
    queue = rows
    (today, over) = ReviewBudget.split(rows, budget: night.verdicts.budget) { $0.item }
    var judged = night.verdicts
    judged.lines.sort { $0.line.number < $1.line.number }
    judged.precision.sort { $0.reason < $1.reason }
    verdicts = judged
    quotes = QuoteView(night, core: core, share: share)
    self.share = share
    var arrived = night.newPosts
    arrived.posts.sort(by: NewPost.comesFirst)
    newPosts = arrived
    unanswered = night.unanswered.sorted { ($0.day, $0.post) < ($1.day, $1.post) }
    communityList = night.communityList.sorted
    files = night.intake.files.sorted { ($0.file, $0.format) < ($1.file, $1.format) }
    quarantine = night.quarantine.sorted {
      ($0.place.file, $0.place.entry, $0.place.record, $0.reason)
        < ($1.place.file, $1.place.entry, $1.place.record, $1.reason)
    }
    sources = night.intake.sources
    intakeNights = night.intake.nights.sorted {
      ($1.day, $0.source ?? "~") < ($0.day, $1.source ?? "~")
    }
    signals = core.signals.count
    openSignals = night.signals.filter(\.signal.isOpen).sorted { $0.signal.id < $1.signal.id }
    topics = night.topics.sorted { $0.topic.id < $1.topic.id }
    titles = Dictionary(topics.map { ($0.topic.id, $0.topic.title) }, uniquingKeysWith: { $1 })
    pages = Set(core.titles.keys)
    decisions = night.decisions.lines.sorted { $0.line.number < $1.line.number }
    method = night.method
    privacy = night.privacy
    proposals = night.proposals
    nights = night.nights.nights.filter { !$0.attempts.isEmpty }.sorted { $0.day > $1.day }
    answers = Dictionary(
      topics.compactMap { topic in topic.resources.first.map { (topic.topic.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The topics that the core group does not see, by identity.
  var muted: [TopicReport] { topics.filter { $0.decisions.isMuted && $0.topic.status != .merged } }

  /// The files that could not be read.
  var failedFiles: [IntakeFile] { files.filter { $0.outcome == .failed } }

  /// All files taken together.
  var total: IntakeFile {
    files.reduce(IntakeFile(file: "")) { sum, file in
      IntakeFile(
        file: "", read: sum.read + file.read, stored: sum.stored + file.stored,
        revised: sum.revised + file.revised, unchanged: sum.unchanged + file.unchanged,
        quarantined: sum.quarantined + file.quarantined, members: sum.members + file.members,
        skipped: sum.skipped + file.skipped,
        events: sum.events + file.events, deleted: sum.deleted + file.deleted,
        duplicates: sum.duplicates + file.duplicates, corrections: sum.corrections + file.corrections,
        decisions: sum.decisions + file.decisions, verdicts: sum.verdicts + file.verdicts,
        resources: sum.resources + file.resources, erased: sum.erased + file.erased)
    }
  }
}
