// The evidence of signals, counted from posts, members and the weeks of the signals themselves.
import Dashboards
import Discussion
import Language
import Moderation

/// Makes the reports of all signals of a night.
struct SignalEvidenceBuilder {
  /// So many weeks of data before a signal are enough to know what is usual.
  static let enoughWeeks = 26
  /// A topic that changed so many weeks before a signal is told about.
  static let weeksChanged = 8
  /// From so many old posts on an import is told about.
  static let manyOldPosts = 20
  /// The same time of an earlier year, give or take so many weeks.
  static let weeksAround = 2

  private let facts: NightFacts
  private let redactor: Redactor
  private let quotes: QuoteSelection
  private let muted: MutedTopics
  private let unanswered: Set<PostID>
  private let posts: [PostID: Post]
  private let questionsByTopic: [TopicID: [NightFacts.AskedQuestion]]
  private let platform: [ISOWeek: Int]
  private let firstWeek: ISOWeek?
  private let foundingNight: CalendarDay?
  private let neighbours: [PostID: [PostNeighbours.Neighbour]]
  private let words: SignalWords
  private let anomalousWeeks: Set<ISOWeek>

  /// A builder for a night.
  /// - Parameters:
  ///   - quotes: picks the questions that may be shown.
  ///   - unanswered: the questions that nobody else answered yet.
  ///   - fewest: so many different people must have asked before words of their questions may be shown.
  init(
    facts: NightFacts, redactor: Redactor, quotes: QuoteSelection, muted: MutedTopics,
    unanswered: Set<PostID>,
    language: LanguageCode, fewest: Int
  ) {
    self.facts = facts
    self.redactor = redactor
    self.quotes = quotes
    self.muted = muted
    self.unanswered = unanswered
    posts = Dictionary(facts.posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    questionsByTopic = facts.questionsByTopic()
    var platform: [ISOWeek: Int] = [:]
    for post in facts.posts where facts.questions[post.id] != nil {
      platform[facts.zone.week(of: post.createdAt), default: 0] += 1
    }
    self.platform = platform
    firstWeek = facts.posts.first.map { facts.zone.week(of: $0.createdAt) }
    foundingNight = facts.history.filter { $0.event.kind == .born }.map(\.night).min()
    let concerned = Set(facts.signals.flatMap(\.posts))
    neighbours = Dictionary(
      facts.neighbours.filter { concerned.contains($0.post) }.map { ($0.post, $0.neighbours) },
      uniquingKeysWith: { first, _ in first })
    anomalousWeeks = Set(facts.assessments.filter(\.anomalousVolume).map(\.week))
    let others = facts.signals.contains(where: Self.mayNeedWords) ? facts.posts : []
    words = SignalWords(
      analyzer: TextAnalyzer(language: language), redactor: redactor, fewest: fewest,
      others: others.filter { facts.questions[$0.id] != nil && !concerned.contains($0.id) })
  }

  /// The reports of all signals, by identity.
  func reports() -> [SignalReport] {
    facts.signals.filter { !$0.weeks.isEmpty }.sorted { $0.id < $1.id }.map(report)
  }

  private func report(_ signal: Signal) -> SignalReport {
    let all = signal.posts.compactMap { posts[$0] }.filter { facts.questions[$0.id] != nil }
    let toldIDs = Set(signal.toldWeek?.posts ?? [])
    let told = all.filter { toldIDs.contains($0.id) }
    let topic = topicNow(of: all)
    // Words and examples are of what the core group sees; a question of a hidden topic among them is not.
    let visible = told.filter { !isMuted($0) }
    let needsWords = signal.scope == .part || (signal.topic ?? topic) == nil
    return SignalReport(
      signal: signal, topicNow: topic, words: needsWords ? words.telling(in: visible) : [],
      evidence: evidence(of: signal, told: told, all: all, topic: signal.topic ?? topic),
      weeks: weeks(of: all), examples: examples(visible),
      warnings: warnings(for: signal, told: told, topic: signal.topic ?? topic),
      isMuted: signal.topic.map(muted.contains) ?? false || all.count { isMuted($0) } * 2 > all.count)
  }

  /// Whether no topic may give the signal its title.
  private static func mayNeedWords(_ signal: Signal) -> Bool { signal.scope != .topic || signal.topic == nil }

  private func isMuted(_ post: Post) -> Bool {
    facts.assignments[post.id]?.topic.map(muted.contains) ?? false
  }

  /// The topic in which more than half of some questions lie tonight.
  private func topicNow(of posts: [Post]) -> TopicID? {
    let counts = Dictionary(
      posts.compactMap { facts.assignments[$0.id]?.topic }.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value * 2 > posts.count }.keys.min()
  }

  private func weeks(of posts: [Post]) -> [SignalQuestions] {
    let counts = Dictionary(
      posts.map { (facts.zone.week(of: $0.createdAt), 1) }, uniquingKeysWith: +)
    return counts.map { SignalQuestions(week: $0.key, questions: $0.value) }.sorted { $0.week < $1.week }
  }

  private func evidence(of signal: Signal, told: [Post], all: [Post], topic: TopicID?) -> SignalEvidence {
    let members = told.map { $0.author.flatMap { facts.members[$0] } }
    func largest(_ keys: [String]) -> Int {
      Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
    }
    let window =
      signal.toldWeek.map { week in
        (0..<max(1, week.windowWeeks)).map { week.week.advanced(by: -$0) }
      } ?? []
    let first =
      (signal.scope == .topic ? topic.flatMap { questionsByTopic[$0]?.first?.week } : nil)
      ?? all.map { facts.zone.week(of: $0.createdAt) }.min()
    return SignalEvidence(
      questions: told.count, askers: Set(told.map(\.author)).count,
      organisations: Set(members.compactMap { $0?.organisation }).count,
      regions: Set(members.compactMap { $0?.region }).count,
      roles: Set(members.compactMap { $0?.role }).count,
      largestAsker: Self.largestAsker(told),
      largestOrganisation: largest(members.compactMap { $0?.organisation }),
      platformQuestions: window.reduce(0) { $0 + (platform[$1] ?? 0) },
      unanswered: told.count { unanswered.contains($0.id) }, firstSeen: first,
      twin: twin(of: signal, topic: topic),
      coversTopic: coversTopic(signal, told: told, window: window, topic))
  }

  /// Questions of the one person who asked most. Those that the source does not name may all be that person's: 0 where that
  /// would make another share of it.
  private static func largestAsker(_ told: [Post]) -> Int {
    let named =
      Dictionary(told.compactMap { $0.author }.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
    let most = named + told.count { $0.author == nil }
    func share(_ count: Int) -> (Bool, Bool) { (count * 4 <= told.count, count * 2 <= told.count) }
    return share(named) == share(most) ? max(named, min(most, 1)) : 0
  }

  /// Whether a signal's numbers are those of its topic: it holds all that was asked about it in the window.
  private func coversTopic(_ signal: Signal, told: [Post], window: [ISOWeek], _ topic: TopicID?) -> Bool {
    guard signal.scope == .topic, let topic else { return false }
    // What was counted was the topic's; the topic may have changed since.
    guard signal.toldWeek?.methods.contains(.neighbourhood) ?? false else { return true }
    let weeks = Set(window)
    let asked = (questionsByTopic[topic] ?? []).filter { weeks.contains($0.week) }
    return Set(asked.map(\.post.id)).isSubset(of: told.map(\.id))
  }

  // The same time of earlier years.

  /// A year is 52 weeks here: what belongs to a season lies within two weeks of it.
  private func twin(of signal: Signal, topic: TopicID?) -> SeasonalTwin {
    // What is usual for a part of a topic is not what is usual for the topic.
    guard signal.scope == .topic, let told = signal.toldWeek, let topic,
      let asked = questionsByTopic[topic], let firstWeek
    else {
      return .notKnown
    }
    let length = max(1, told.windowWeeks)
    func askers(_ last: ISOWeek) -> Int {
      let first = last.advanced(by: 1 - length)
      return Set(asked.filter { (first...last).contains($0.week) }.map(\.post.author)).count
    }
    // As busy: about as many people as now, and more than was to be expected of the topic now.
    let now = askers(told.week)
    let upper = upper(of: topic, told)
    var isKnown = false
    for years in 1...2 {
      let same = told.week.advanced(by: -52 * years)
      let ends = (-Self.weeksAround...Self.weeksAround).map { same.advanced(by: $0) }
        .filter { $0.advanced(by: 1 - length) >= firstWeek }
      guard let busiest = ends.map({ (askers($0), $0) }).max(by: { ($0.0, $1.1) < ($1.0, $0.1) }) else {
        continue
      }
      isKnown = true
      if busiest.0 > upper, busiest.0 * 4 >= now * 3 { return .busy(busiest.1) }
    }
    return isKnown ? .quiet : .notKnown
  }

  /// The most that was to be expected of a topic in the window of a signal's week; a neighbourhood's own bound is not that.
  private func upper(of topic: TopicID, _ told: SignalWeek) -> Int {
    guard told.methods.contains(.neighbourhood),
      let judged = facts.assessments.first(where: {
        $0.week == told.week && $0.series == topic.description
      })
    else { return told.upper }
    if judged.windowWeeks == told.windowWeeks { return judged.upper }
    // Of several weeks the mean is the sum, and what chance adds grows with the root of their number.
    let weeks = Double(max(1, told.windowWeeks))
    let above = Double(judged.weekUpper) - judged.weekExpected
    return Int((judged.weekExpected * weeks + above * weeks.squareRoot()).rounded(.up))
  }

  // Warnings.

  private func warnings(for signal: Signal, told: [Post], topic: TopicID?) -> [SignalWarning] {
    guard let week = signal.toldWeek?.week else { return [] }
    var warnings: [SignalWarning] = []
    if anomalousWeeks.contains(week) { warnings.append(.anomalousVolume) }
    if signal.isOpen, facts.oldPostsLately >= Self.manyOldPosts {
      warnings.append(.oldPostsImported(facts.oldPostsLately))
    }
    let history = firstWeek.map { week.number - $0.number } ?? 0
    if history < Self.enoughWeeks { warnings.append(.shortHistory(weeks: history)) }
    if let change = change(of: topic, before: week) { warnings.append(change) }
    let organisations = Dictionary(
      told.compactMap { $0.author.flatMap { facts.members[$0]?.organisation } }.map { ($0, 1) },
      uniquingKeysWith: +)
    if (organisations.values.max() ?? 0) * 2 > told.count { warnings.append(.mostlyOneOrganisation) }
    return warnings
  }

  /// What last happened to a topic shortly before the end of a week. What formed on the first night is not new.
  private func change(of topic: TopicID?, before week: ISOWeek) -> SignalWarning? {
    guard let topic else { return nil }
    let kinds: [TopicEvent.Kind] = [.born, .woke, .split, .merged]
    let last = facts.history.last { dated in
      kinds.contains(dated.event.kind) && [dated.event.topic, dated.event.other].contains(topic)
        && dated.event.other.map(muted.contains) != true && !muted.contains(dated.event.topic)
        && !(dated.event.kind == .born && dated.night == foundingNight)
        && dated.night >= week.advanced(by: 1 - Self.weeksChanged).monday
        && dated.night <= week.advanced(by: 1).sunday
    }
    return last.map { .topicChanged($0.event.kind, night: $0.night) }
  }

  // Example questions.

  /// The questions that lie nearest to the signal's other questions, by the stored lists of neighbours; one of each person.
  private func examples(_ told: [Post]) -> [QuoteCandidate] {
    let own = Set(told.map(\.id))
    var likeness: [PostID: Double] = [:]
    for post in told {
      for neighbour in neighbours[post.id] ?? [] where own.contains(neighbour.post) {
        likeness[post.id, default: 0] += neighbour.similarity
        // Who is listed by another, and does not list it, is as near to it.
        if neighbours[neighbour.post]?.contains(where: { $0.post == post.id }) != true {
          likeness[neighbour.post, default: 0] += neighbour.similarity
        }
      }
    }
    let ranked = told.sorted {
      (likeness[$1.id] ?? 0, $0.createdAt, $0.id) < (likeness[$0.id] ?? 0, $1.createdAt, $1.id)
    }
    return quotes.candidates(
      ranked.compactMap { post in
        guard let sentence = facts.questions[post.id]?.first,
          ReportBuilder.readableLength.contains(sentence.text.unicodeScalars.count)
        else { return nil }
        return (post, sentence)
      })
  }
}
