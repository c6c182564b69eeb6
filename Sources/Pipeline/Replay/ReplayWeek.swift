// One replayed week: the topics as they would have been, and what counts and scan would have said.
import Discussion
import Dispatch
import Spikes
import Synchronization
import Topics

/// What would have been known at the end of a week.
struct ReplayWeek: Sendable {
  /// The week.
  let week: ISOWeek
  /// All topics there had been.
  let known: [TopicID: KnownTopic]
  /// The weekly counts so far.
  let counts: [WeeklyCount]
  /// The questions of the last years with their topics.
  let index: QuestionIndex
  /// The detector's judgement; nil while there is nothing to judge.
  var judged: JudgedWeek?
  /// The neighbourhoods that stand out.
  var neighbourhoods: [Neighbourhood] = []

  /// A topic as far as signals need it.
  struct KnownTopic: Sendable {
    /// What it is called where no post may be quoted.
    var title: String
    /// The topic that its questions went to.
    var successor: TopicID?
  }

  /// The topic that a topic's questions are in now.
  func heir(of topic: TopicID) -> TopicID {
    var topic = topic
    for _ in known {
      guard let next = known[topic]?.successor, next != topic else { break }
      topic = next
    }
    return topic
  }
}

/// How a replay goes about its work.
struct ReplaySettings: Sendable {
  var topics: TopicSettings
  var detector = SpikeDetector()
  /// School holidays for the detector; nil leaves them out.
  var calendar: SchoolHolidays?
  var scan = ScanSettings()
  var signals = SignalSettings()
  var refit = TopicReplay.Refit.auto
}

/// Goes through an archive week by week.
struct ReplayWalk {
  private let archive: ReplayArchive
  private let settings: ReplaySettings
  private let scan: NeighbourhoodScan
  private var topics: TopicReplay
  private var next: ISOWeek
  private var asked = 0

  /// How many weeks are judged at once: the judgements of different weeks do not wait for each other.
  private static let batch = 8
  /// Signals are about questions of this many weeks at most.
  private static let indexedWeeks = 156

  /// At the archive's first week.
  init?(_ archive: ReplayArchive, settings: ReplaySettings) {
    guard let first = archive.firstWeek else { return nil }
    var settings = settings
    settings.topics.vectors = archive.vectors
    self.archive = archive
    self.settings = settings
    topics = TopicReplay(settings: settings.topics, refit: settings.refit)
    let arrivals = TopicModel(settings: settings.topics).arrivals(of: archive.questions.map(\.post))
    let earlier = Dictionary(
      arrivals.map { ($0.post, $0.neighbours) }, uniquingKeysWith: { first, _ in first })
    scan = NeighbourhoodScan(
      archive.questions.map { question in
        ScanPost(
          post: question.post.id, week: question.week, asker: question.post.author,
          organisation: question.organisation, earlier: earlier[question.post.id] ?? [])
      }, settings: settings.scan)
    next = first
  }

  /// How often all questions were grouped.
  var fits: Int { topics.fits }

  /// The next weeks, up to and with `last`; empty when that has been reached.
  mutating func nextWeeks(through last: ISOWeek) -> [ReplayWeek] {
    var weeks: [ReplayWeek] = []
    while next <= last, weeks.count < Self.batch {
      weeks.append(step())
      next = next.advanced(by: 1)
    }
    let done = Mutex(weeks)
    let (detector, calendar, scan, waiting) = (settings.detector, settings.calendar, scan, weeks)
    let largestP = settings.signals.standingP
    DispatchQueue.concurrentPerform(iterations: weeks.count) { number in
      let week = waiting[number]
      let judged = detector.judge(week.counts, week: week.week, calendar: calendar)
      let found = scan.neighbourhoods(in: week.week, largestP: largestP)
      done.withLock { ($0[number].judged, $0[number].neighbourhoods) = (judged, found) }
    }
    return done.withLock { $0 }
  }

  /// One week: its questions find their topics, and everything up to its end is counted.
  private mutating func step() -> ReplayWeek {
    let start = asked
    while asked < archive.questions.count, archive.questions[asked].week <= next { asked += 1 }
    topics.advance(with: archive.questions[start..<asked].map(\.post))
    let place = Dictionary(
      topics.assignments.map { ($0.post, $0.topic) }, uniquingKeysWith: { first, _ in first })
    let questions = archive.questions[..<asked].map { question in
      CountedQuestion(
        post: question.post.id, series: place[question.post.id].flatMap { $0 }?.description,
        asker: question.post.author, organisation: question.organisation, week: question.week)
    }
    let known = topics.topics.map {
      ($0.id, ReplayWeek.KnownTopic(title: topics.title(of: $0), successor: $0.successor))
    }
    let oldest = next.advanced(by: -Self.indexedWeeks)
    return ReplayWeek(
      week: next, known: Dictionary(known, uniquingKeysWith: { first, _ in first }),
      counts: WeeklyCounts.count(questions, asOf: next.advanced(by: 1).monday),
      index: QuestionIndex(questions.filter { $0.week > oldest }))
  }
}
