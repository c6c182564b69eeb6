// One signal as the dashboards need it: what was seen, how broad it is, and what to mind when judging it.
import Discussion
import Moderation

/// A signal with its evidence, counted as it is: what may be shown is decided by the dashboards.
///
/// Everything in ``evidence`` and ``examples`` is about the window of ``Signal/toldWeek``.
public struct SignalReport: Sendable {
  /// The signal.
  public var signal: Signal
  /// The topic in which most of its questions lie tonight; nil when they lie in none. A birth may have one by now.
  public var topicNow: TopicID?
  /// Words that set its questions apart, most telling first, without personal data; needed where no topic gives a title.
  public var words: [String]
  /// How broad it is.
  public var evidence: SignalEvidence
  /// Its own questions per week, weeks without one left out.
  public var weeks: [SignalQuestions]
  /// The questions that lie nearest to its other questions: at most three of those that a monitor let the core group read
  /// are shown.
  public var examples: [QuoteCandidate]
  /// What to mind when judging it.
  public var warnings: [SignalWarning]
  /// Whether most of its questions are on a topic that people keep out of the core group's sight.
  public var isMuted: Bool
  /// What people decided about it; nil when nothing is recorded.
  public var decision: SignalDecisionNote?

  /// A signal's report from its parts.
  public init(
    signal: Signal, topicNow: TopicID? = nil, words: [String] = [],
    evidence: SignalEvidence = SignalEvidence(),
    weeks: [SignalQuestions] = [], examples: [QuoteCandidate] = [], warnings: [SignalWarning] = [],
    isMuted: Bool = false, decision: SignalDecisionNote? = nil
  ) {
    self.signal = signal
    self.topicNow = topicNow
    self.words = words
    self.evidence = evidence
    self.weeks = weeks
    self.examples = examples
    self.warnings = warnings
    self.isMuted = isMuted
    self.decision = decision
  }
}

extension Signal {
  /// The week that is told about: of a signal that stands the last one in which anything spoke, of one that is over the
  /// one that spoke loudest.
  public var toldWeek: SignalWeek? {
    isOpen ? weeks.last { !$0.methods.isEmpty } ?? weeks.last : peak
  }
}

/// How broad a signal is: true counts over the window of the week that is told about.
public struct SignalEvidence: Hashable, Sendable {
  /// Its questions that are still in the store.
  public var questions: Int
  /// Different people who asked them; all that the source does not name count as one.
  public var askers: Int
  /// Different organisations the askers work for; 0 when the source knows no organisations.
  public var organisations: Int
  /// Different regions the askers work in; 0 when the source knows no regions.
  public var regions: Int
  /// Different roles of the askers; 0 when the source knows no roles.
  public var roles: Int
  /// Questions of the one person who asked most; 0 when the source names too few to say.
  public var largestAsker: Int
  /// Questions of the one organisation that asked most; 0 when the source knows no organisations.
  public var largestOrganisation: Int
  /// Questions of the whole platform in the same window.
  public var platformQuestions: Int
  /// Its questions that nobody else answered yet.
  public var unanswered: Int
  /// Week of the first question on its topic, of a birth its own first question; nil when not known.
  public var firstSeen: ISOWeek?
  /// Whether it was as busy at the same time of an earlier year.
  public var twin: SeasonalTwin
  /// Whether these are all questions on its topic in the window, not only those that resemble each other.
  public var coversTopic: Bool

  /// Evidence from its parts.
  public init(
    questions: Int = 0, askers: Int = 0, organisations: Int = 0, regions: Int = 0, roles: Int = 0,
    largestAsker: Int = 0, largestOrganisation: Int = 0, platformQuestions: Int = 0, unanswered: Int = 0,
    firstSeen: ISOWeek? = nil, twin: SeasonalTwin = .notKnown,
    coversTopic: Bool = true
  ) {
    self.questions = questions
    self.askers = askers
    self.organisations = organisations
    self.regions = regions
    self.roles = roles
    self.largestAsker = largestAsker
    self.largestOrganisation = largestOrganisation
    self.platformQuestions = platformQuestions
    self.unanswered = unanswered
    self.firstSeen = firstSeen
    self.twin = twin
    self.coversTopic = coversTopic
  }
}

/// Whether it was as busy on a topic in the same weeks a year or two earlier, give or take two weeks.
public enum SeasonalTwin: Hashable, Sendable, Codable {
  /// There are no data of a year earlier, or there is no topic to compare with.
  case notKnown
  /// It was not as busy then.
  case quiet
  /// About as many people asked in the window that ends with this week.
  case busy(ISOWeek)
}

/// A signal's own questions in one week.
public struct SignalQuestions: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// How many of its questions were asked in it.
  public var questions: Int

  /// A week's questions from their parts.
  public init(week: ISOWeek, questions: Int) {
    self.week = week
    self.questions = questions
  }
}

/// Something to mind when judging a signal.
public enum SignalWarning: Hashable, Sendable, Codable {
  /// The whole platform was out of the ordinary in the week that is told about.
  case anomalousVolume
  /// So many old posts came in lately.
  case oldPostsImported(Int)
  /// There were only so many weeks of data before it.
  case shortHistory(weeks: Int)
  /// Its topic was born, split or merged shortly before, on a night.
  case topicChanged(TopicEvent.Kind, night: CalendarDay)
  /// More than half of its questions come from one organisation.
  case mostlyOneOrganisation
  /// Days of the week that is told about are missing; the last day that is in.
  case daysMissing(last: CalendarDay)
}

/// What people decided about a signal, in words that pages show as they are.
public struct SignalDecisionNote: Hashable, Sendable {
  /// The decision in a word or two, for lists and files, such as "themabijeenkomst".
  public var word: String
  /// Sentences about it for the signal's page.
  public var lines: [String]
  /// Whether the signal asks for a decision all the same: it rose after people left it.
  public var asksAgain: Bool

  /// A note from its parts.
  public init(word: String, lines: [String] = [], asksAgain: Bool = false) {
    self.word = word
    self.lines = lines
    self.asksAgain = asksAgain
  }
}
