// What one night has to tell: the value that all pages and files are made from.
import Discussion

/// Everything the dashboards show, as plain values. Whoever fills it decides nothing about suppression, order or
/// wording: it holds the counts as they are, and ``Dashboards/render(_:)`` makes pages and files of them.
///
/// Lists may come in any order: every writer sorts what it shows.
public struct NightReport: Sendable {
  /// The community's name as readers know it, such as "Platform Vakmanschap Jeugdprofessionals".
  public var community: String
  /// Whether the community is invented; every page then says so.
  public var isDemo: Bool
  /// The day the night is for. Nothing later was used. Shown in the footer instead of a clock time.
  public var asOf: CalendarDay
  /// The last complete ISO week on `asOf`: what the core group's pages are about.
  public var reportWeek: ISOWeek
  /// The week of the core group's previous report; nil when this is the first report ever.
  public var previousReportWeek: ISOWeek?
  /// How far the data reach and what came in.
  public var intake: IntakeReport
  /// The whole community per week. Weeks that miss are taken as "no data", not as zero.
  public var volumes: [WeekVolume]
  /// Posts per day; days without one may miss. The pages show four weeks.
  public var days: [DayVolume]
  /// Posts that came in since the report's week began and were weeks old by then; 0 in a community's first nights.
  public var oldPostsLately: Int
  /// The reports of earlier weeks as they were fixed, and that of this week when an earlier night fixed it.
  public var records: [WeekRecord]
  /// Of so many weeks before this one the reports are shown.
  public var archiveWeeks: Int
  /// Whether no night made this report when its week was over: it is made from what is known now.
  public var isMadeAfterwards: Bool
  /// All topics, also those asleep or merged (their pages stay).
  public var topics: [TopicReport]
  /// All signals there ever were, with their evidence.
  public var signals: [SignalReport]
  /// What happened to topics in every night up to this one. Who fills it says how many people stand behind each event;
  /// what may be shown of it is decided here.
  public var history: [DatedTopicEvent]
  /// Questions that nobody else answered yet.
  public var unanswered: [OpenQuestion]
  /// The monitors' queue.
  public var reviewQueue: [ReviewRow]
  /// What else in the community asks for the monitors' eye.
  public var communityList: CommunityReport
  /// What monitors decided about posts.
  public var verdicts: VerdictReport
  /// Every post that came in since the night before.
  public var newPosts: NewPostReport
  /// Records and files that could not be read in this night.
  public var quarantine: [QuarantineRow]
  /// What people decided about signals, and what came of it.
  public var decisions: DecisionReport
  /// What the method page and the manifest tell about how this was made.
  public var method: MethodSettings
  /// What the pages about data and privacy tell.
  public var privacy: PrivacyReport
  /// What the questions give reason to change about topics.
  public var proposals = ProposalReport()
  /// How the nights of earlier days went.
  public var nights = NightsReport()
  /// The school holidays of the regions that count; nil where the community has no calendar.
  public var schoolHolidays: SchoolHolidays?
  /// Existing material that people listed and that is still valid, in their order; themes by their titles.
  public var resources: [Resource]
  /// What the reports to share are made from.
  public var share: ShareReport

  /// A report from its parts.
  public init(
    community: String, isDemo: Bool = false, asOf: CalendarDay, reportWeek: ISOWeek,
    previousReportWeek: ISOWeek? = nil, intake: IntakeReport = IntakeReport(), volumes: [WeekVolume] = [],
    days: [DayVolume] = [], oldPostsLately: Int = 0, records: [WeekRecord] = [],
    archiveWeeks: Int = 52, isMadeAfterwards: Bool = false,
    topics: [TopicReport] = [], signals: [SignalReport] = [], history: [DatedTopicEvent] = [],
    unanswered: [OpenQuestion] = [], reviewQueue: [ReviewRow] = [],
    communityList: CommunityReport = CommunityReport(), verdicts: VerdictReport = VerdictReport(),
    newPosts: NewPostReport = NewPostReport(),
    quarantine: [QuarantineRow] = [],
    decisions: DecisionReport = DecisionReport(), method: MethodSettings = MethodSettings(),
    privacy: PrivacyReport = PrivacyReport(), schoolHolidays: SchoolHolidays? = nil,
    resources: [Resource] = [], share: ShareReport = ShareReport()
  ) {
    self.community = community
    self.isDemo = isDemo
    self.asOf = asOf
    self.reportWeek = reportWeek
    self.previousReportWeek = previousReportWeek
    self.intake = intake
    self.volumes = volumes
    self.days = days
    self.oldPostsLately = oldPostsLately
    self.records = records
    self.archiveWeeks = archiveWeeks
    self.isMadeAfterwards = isMadeAfterwards
    self.topics = topics
    self.signals = signals
    self.history = history
    self.unanswered = unanswered
    self.reviewQueue = reviewQueue
    self.communityList = communityList
    self.verdicts = verdicts
    self.newPosts = newPosts
    self.quarantine = quarantine
    self.decisions = decisions
    self.method = method
    self.privacy = privacy
    self.schoolHolidays = schoolHolidays
    self.resources = resources
    self.share = share
  }

  /// The topics that people keep out of the core group's sight.
  var mutedTopics: Set<TopicID> { Set(topics.filter(\.decisions.isMuted).map(\.topic.id)) }

  /// The signals about them.
  var mutedSignals: Set<SignalID> {
    let muted = mutedTopics
    return Set(
      signals.filter { signal in
        signal.isMuted
          || [signal.signal.topic, signal.topicNow].compactMap(\.self).contains(where: muted.contains)
      }.map(\.signal.id))
  }

  /// The report without the topics that people keep out of the core group's sight: nothing is told of them, nor of
  /// what went to or came from them.
  var withoutMutedTopics: NightReport {
    let (muted, hidden) = (mutedTopics, mutedSignals)
    var report = self
    report.topics.removeAll { muted.contains($0.topic.id) }
    report.signals.removeAll { hidden.contains($0.signal.id) }
    for index in report.topics.indices { report.topics[index].related.removeAll { muted.contains($0.topic) } }
    report.resources.removeAll { $0.topic.map(muted.contains) ?? false }
    report.unanswered.removeAll { $0.topic.map(muted.contains) ?? false }
    report.history.removeAll {
      muted.contains($0.event.topic) || $0.event.other.map(muted.contains) ?? false
    }
    report.decisions = report.decisions.without(muted, signals: hidden)
    return report
  }

  /// The week that is still running on `asOf`.
  public var runningWeek: ISOWeek { reportWeek.advanced(by: 1) }
}

/// The whole community in one ISO week.
public struct WeekVolume: Hashable, Sendable, Codable {
  /// The week.
  public var week: ISOWeek
  /// Live posts of any kind.
  public var posts: Int
  /// Posts that ask something.
  public var questions: Int
  /// Questions that resemble no topic enough; at most `questions`.
  public var unassigned: Int

  /// A week's volume from its parts.
  public init(week: ISOWeek, posts: Int, questions: Int, unassigned: Int = 0) {
    self.week = week
    self.posts = posts
    self.questions = questions
    self.unassigned = unassigned
  }
}

/// The whole community on one day.
public struct DayVolume: Hashable, Sendable, Codable {
  /// The day, in the community's zone.
  public var day: CalendarDay
  /// Live posts of any kind.
  public var posts: Int

  /// A day's volume from its parts.
  public init(day: CalendarDay, posts: Int) {
    self.day = day
    self.posts = posts
  }
}

/// What the method page and the manifests tell about how the report was made.
public struct MethodSettings: Hashable, Sendable {
  /// Themaradar's version, such as "0.1.0".
  public var version: String
  /// A hash over the settings that decide the outcome (the pipeline file's), as hexadecimal digits.
  public var settingsHash: String
  /// A group of askers, and any count of people, is shown only from so many different people (k).
  /// Anything below 2 is taken as 5: a mistake here must not lift the suppression.
  public var minimumAskers: Int
  /// A group of askers is shown only from so many questions. Anything below 1 is taken as 5.
  public var minimumQuestions: Int
  /// A signal asks for at least so many different askers in four weeks (the evidence rule).
  public var evidenceAskers: Int
  /// A signal asks for at least so many different organisations in four weeks (the evidence rule).
  public var evidenceOrganisations: Int
  /// How many signals a month chance alone gives with these settings, over all topics together; nil when unknown.
  public var falseSignalsPerMonth: Double?
  /// A question is called unanswered after so many working days.
  public var unansweredAfterWorkingDays: Int
  /// Over how many weeks, ending with the report's week, `TopicReport.groups` were counted.
  public var groupWeeks: Int
  /// Whether a language model helped to group the questions, and where.
  public var languageModel: LanguageModelUse

  /// Whether a language model helps to group the questions, and where it runs.
  public enum LanguageModelUse: Hashable, Sendable {
    /// None does.
    case none
    /// One within this program: no text leaves it.
    case within
    /// One in another program, which is given the texts of questions.
    case anotherProgram
  }

  /// Settings from their parts.
  public init(
    version: String = "", settingsHash: String = "", minimumAskers: Int = 5, minimumQuestions: Int = 5,
    evidenceAskers: Int = 5, evidenceOrganisations: Int = 3, falseSignalsPerMonth: Double? = nil,
    unansweredAfterWorkingDays: Int = 3, groupWeeks: Int = 52, languageModel: LanguageModelUse = .none
  ) {
    self.version = version
    self.settingsHash = settingsHash
    self.minimumAskers = minimumAskers
    self.minimumQuestions = minimumQuestions
    self.evidenceAskers = evidenceAskers
    self.evidenceOrganisations = evidenceOrganisations
    self.falseSignalsPerMonth = falseSignalsPerMonth
    self.unansweredAfterWorkingDays = unansweredAfterWorkingDays
    self.groupWeeks = groupWeeks
    self.languageModel = languageModel
  }
}
