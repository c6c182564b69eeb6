// From what a night knows to what the dashboards show: counts as they are, text only after redaction.
import Dashboards
import Discussion
import Language
import Moderation
import Storage

/// Makes the value that all pages and files are made from.
struct ReportBuilder {
  /// What the night knows.
  let facts: NightFacts
  /// The settings.
  let file: PipelineFile
  /// Takes personal data out of every text that a page shows.
  let redactor: Redactor
  /// Picks the sentences of posts that the core group may read, and those that monitors are asked about.
  let quotes: QuoteSelection
  /// School holidays of the regions that count.
  var schoolHolidays: SchoolHolidays?
  /// Existing material, by topic.
  var shelf = ResourceShelf([], topics: [], catalogue: nil, day: CalendarDay(number: 0))
  /// What this night's ranking says of posts.
  var ranks = NightRanks()

  /// Weeks that "who asks" and "in a year" are counted over.
  private static let yearOfWeeks = 52
  /// Weeks before the report's of which posts are counted day by day.
  private static let weeksByDay = 4
  /// Questions of between so many scalars can stand alone on a page.
  static let readableLength = 25...220

  /// The report of the night.
  func report(
    previousReportWeek: ISOWeek?, settingsHash: String, intake: IntakeReport,
    quarantine: [QuarantineRow],
    queue: [ReviewItem], verdicts: [Verdict], unanswered: [Moderation.UnansweredQuestion]
  ) -> NightReport {
    let judged = Verdicts(verdicts)
    return NightReport(
      community: file.community, isDemo: file.isDemo, asOf: facts.asOf,
      reportWeek: facts.reportWeek,
      previousReportWeek: previousReportWeek, intake: intake, volumes: volumes(), days: days(),
      oldPostsLately: facts.oldPostsLately, topics: topics(),
      signals: signals(unanswered), history: facts.history,
      unanswered: unansweredQuestions(unanswered),
      reviewQueue: reviewRows(queue, judged), verdicts: verdictReport(verdicts, judged, queue),
      newPosts: newPosts(),
      quarantine: quarantine,
      method: MethodSettings(
        version: ProgramVersion.current, settingsHash: settingsHash,
        minimumAskers: file.privacy.suppressBelow,
        minimumQuestions: file.privacy.suppressBelow,
        evidenceAskers: SpikeStage.settings(file.spikes).fewestAskers,
        evidenceOrganisations: SpikeStage.settings(file.spikes).fewestOrganisations,
        unansweredAfterWorkingDays: file.moderation.unansweredAfterWorkingDays, groupWeeks: Self.yearOfWeeks,
        languageModel: file.embeddings?.use ?? .none),
      schoolHolidays: schoolHolidays, resources: shelf.resources.map(named))
  }

  /// A resource with its theme's title in the place of the theme's name.
  private func named(_ resource: Resource) -> Resource {
    var resource = resource
    resource.theme = resource.theme.map(shelf.title(ofTheme:))
    return resource
  }

  /// The whole community per week, from the first post to the running week.
  private func volumes() -> [WeekVolume] {
    guard let first = facts.posts.first else { return [] }
    var volumes: [ISOWeek: WeekVolume] = [:]
    let running = facts.reportWeek.advanced(by: 1)
    for number in facts.zone.week(of: first.createdAt).number...running.number {
      let week = ISOWeek(number: number)
      volumes[week] = WeekVolume(week: week, posts: 0, questions: 0)
    }
    for post in facts.posts {
      let week = facts.zone.week(of: post.createdAt)
      volumes[week]?.posts += 1
      guard facts.questions[post.id] != nil else { continue }
      volumes[week]?.questions += 1
      if facts.assignments[post.id]?.topic == nil { volumes[week]?.unassigned += 1 }
    }
    return volumes.values.sorted { $0.week < $1.week }
  }

  /// Posts per day of the weeks that are told about day by day, up to the night's own day.
  private func days() -> [DayVolume] {
    let first = facts.reportWeek.advanced(by: -Self.weeksByDay).monday
    var counts: [CalendarDay: Int] = [:]
    for post in facts.posts {
      let day = facts.zone.day(of: post.createdAt)
      if day >= first { counts[day, default: 0] += 1 }
    }
    return counts.map { DayVolume(day: $0, posts: $1) }.sorted { $0.day < $1.day }
  }

  private func topics() -> [TopicReport] {
    let questions = facts.questionsByTopic()
    let counts = Dictionary(grouping: facts.counts, by: \.series)
    let assessments = Dictionary(grouping: facts.assessments, by: \.series)
    let related = TopicLikeness().related(
      facts.neighbours, topicOfPost: facts.assignments.compactMapValues(\.topic))
    let muted = MutedTopics(facts.corrections, topics: facts.topics)
    let words = ToldWords(analyzer: TextAnalyzer(language: file.language), redactor: redactor)
    return facts.topics.map { topic in
      let series = topic.id.description
      let asked = questions[topic.id] ?? []
      let judged = assessments[series] ?? []
      let year = asked.filter {
        $0.week <= facts.reportWeek && $0.week > facts.reportWeek.advanced(by: -Self.yearOfWeeks)
      }
      let mayQuote = Set(year.map(\.post.author)).count >= file.privacy.suppressBelow
      let (shown, titleQuote) = shown(topic, asked: asked, words, mayQuote: mayQuote)
      return TopicReport(
        topic: shown, weeks: counts[series] ?? [], assessments: judged,
        askersInYear: Set(year.map(\.post.author)).count, examples: examples(asked, of: topic.id),
        titleQuote: titleQuote,
        groups: groups(year),
        related: related[topic.id] ?? [], questions: asked.count,
        decisions: TopicDecisions(
          isMuted: muted.contains(topic.id), isPinned: facts.corrections.pinned.contains(topic.id),
          isNamed: facts.corrections.titles[topic.id] != nil),
        resources: shelf.resources(on: topic).map(named))
    }
  }

  /// A topic as pages may show it, and the question that its title is when it is one. A title that is somebody's own sentence
  /// gives way to the topic's words unless a monitor let the core group read it; also then when it holds personal data, or
  /// when so few people asked about it in a year that the sentence would point to one of them. When few ever asked, its words
  /// would do so too: then it has its number only. A title that people gave is nobody's
  /// sentence; it is looked at again all the same, because more names may be known by now.
  private func shown(_ topic: Topic, asked: [NightFacts.AskedQuestion], _ words: ToldWords, mayQuote: Bool)
    -> (
      topic: Topic, quote: QuoteCandidate?
    )
  {
    var topic = topic
    let apart = ": " + topic.words.prefix(2).joined(separator: ", ")
    topic.words = words.told(topic.words, in: asked)
    let given = facts.corrections.titles[topic.id]
    let isFew = given == nil && Set(asked.map(\.post.author)).count < file.privacy.suppressBelow
    if let given { topic.title = given }
    guard topic.origin == .free || given != nil else {
      // A part of a theme is told apart by words of its posts: they follow the rules of words.
      guard apart.count > 2, topic.title.hasSuffix(apart) else { return (topic, nil) }
      let theme = topic.title.dropLast(apart.count)
      topic.title =
        isFew || topic.words.isEmpty
        ? "\(theme) (\(topic.id))" : "\(theme): \(topic.words.prefix(2).joined(separator: ", "))"
      return (topic, nil)
    }
    var quote = given == nil && !isFew && mayQuote ? quotes.title(topic.title, among: asked) : nil
    if let read = quote, read.text.replacements > 0 || read.text.text != topic.title { quote = nil }
    let mayBeRead = given != nil || quote?.approved != nil
    let holdsPersonalData = redactor.redact(RawText(topic.title)).replacements > 0
    if !mayBeRead || holdsPersonalData || isFew || topic.title.isEmpty {
      topic.title = isFew ? "Onderwerp \(topic.id)" : topic.titleInWords
    }
    topic.title = Self.withoutEmoji(topic.title)
    return (topic, quote)
  }

  /// A heading is text: pictures at its end say nothing and not every reader's machine has them.
  private static func withoutEmoji(_ title: String) -> String {
    let kept = title.unicodeScalars.filter {
      !$0.properties.isEmojiPresentation && !$0.properties.isVariationSelector && $0.value != 0x200D
    }
    return String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: " ")
  }

  private func signals(_ unanswered: [Moderation.UnansweredQuestion]) -> [SignalReport] {
    SignalEvidenceBuilder(
      facts: facts, redactor: redactor, quotes: quotes,
      muted: MutedTopics(facts.corrections, topics: facts.topics),
      unanswered: Set(unanswered.map(\.post)), language: file.language, fewest: file.privacy.suppressBelow
    ).reports()
  }

  /// Questions that show what a topic is about: during a signal those that made it, else of the last year; the ones
  /// nearest to the topic's centre first, one of each person.
  private func examples(_ asked: [NightFacts.AskedQuestion], of topic: TopicID) -> [QuoteCandidate] {
    let upToNow = asked.filter { $0.week <= facts.reportWeek }
    let standing = Set(
      facts.signals.filter { $0.isOpen && $0.topic == topic && $0.scope == .topic }
        .flatMap { $0.toldWeek?.posts ?? [] })
    var candidates = upToNow.filter { standing.contains($0.post.id) }
    if candidates.isEmpty, let latest = upToNow.last?.week {
      candidates = upToNow.filter { $0.week > latest.advanced(by: -Self.yearOfWeeks) }
    }
    let ranked = candidates.sorted {
      ($0.similarity, $1.post.createdAt, $1.post.id) > ($1.similarity, $0.post.createdAt, $0.post.id)
    }
    return quotes.candidates(
      ranked.filter { Self.readableLength.contains($0.sentence.text.unicodeScalars.count) }
        .map { ($0.post, $0.sentence) })
  }

  /// Who asked: true counts per organisation, region and role.
  private func groups(_ asked: [NightFacts.AskedQuestion]) -> [GroupTally] {
    func tallies(_ dimension: GroupTally.Dimension, _ name: (Member) -> String?) -> [GroupTally] {
      Dictionary(grouping: asked) { $0.member.flatMap(name) }
        .map { name, questions in
          GroupTally(
            dimension: dimension, name: name, questions: questions.count,
            askers: Set(questions.map(\.post.author)).count)
        }
        .sorted { ($1.questions, $0.name ?? "\u{10FFFF}") < ($0.questions, $1.name ?? "\u{10FFFF}") }
    }
    return tallies(.organisation, \.organisation) + tallies(.region, \.region) + tallies(.role, \.role)
  }

  private func unansweredQuestions(_ unanswered: [Moderation.UnansweredQuestion]) -> [OpenQuestion] {
    let posts = Dictionary(facts.posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return unanswered.compactMap { open in
      guard let post = posts[open.post] else { return nil }
      let sentence =
        facts.questions[post.id]?.first ?? Question(post: post.id, range: nil, text: post.title ?? "")
      return OpenQuestion(
        post: post.id, thread: post.thread, channel: post.channel, day: facts.zone.day(of: post.createdAt),
        workingDays: open.workingDays, topic: facts.assignments[post.id]?.topic,
        text: redactor.quote(sentence, of: post))
    }
  }

  private func verdictReport(_ log: [Verdict], _ judged: Verdicts, _ queue: [ReviewItem])
    -> VerdictReport
  {
    let waiting = Set(queue.map(\.post))
    return VerdictReport(
      lines: log.map { VerdictLine(line: $0, isInForce: !judged.withdrawn.contains($0.number)) },
      precision: judged.precision, settled: judged.inForce.keys.count { !waiting.contains($0) },
      budget: file.moderation.queueBudget,
      pipeline: file.path.split(separator: "/").last.map(String.init) ?? file.path)
  }

  private func reviewRows(_ queue: [ReviewItem], _ judged: Verdicts) -> [ReviewRow] {
    let posts = Dictionary(facts.posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return queue.compactMap { item in
      guard let post = posts[item.post] else { return nil }
      return ReviewRow(
        item: item, thread: post.thread, channel: post.channel,
        day: facts.zone.day(of: post.createdAt),
        excerpt: excerpt(of: post, isPointed: true), words: ranks.words(item.reasons, of: post, redactor),
        version: quotes.versions.of(post).map { "\($0)-\(judged.lastLine[post.id] ?? 0)" } ?? "")
    }
  }
}
