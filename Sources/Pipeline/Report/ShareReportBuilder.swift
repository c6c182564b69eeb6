// From what a night knows to what the reports to share are made from: counts per theme and per source, and sentences.
import Dashboards
import Discussion
import Language
import Moderation

/// Makes the value that the reports to share are made from.
struct ShareReportBuilder {
  let facts: NightFacts
  let file: PipelineFile
  let quotes: QuoteSelection
  /// The topics as their own pages have them.
  let topics: [TopicReport]
  /// Questions that nobody else answered yet.
  let unanswered: [OpenQuestion]
  /// Takes out whatever might point to a person.
  let redactor: Redactor

  private static let weeks = 52

  /// The week of each source's first post.
  private let starts: [String: ISOWeek]

  init(
    facts: NightFacts, file: PipelineFile, quotes: QuoteSelection, topics: [TopicReport],
    unanswered: [OpenQuestion], redactor: Redactor
  ) {
    self.facts = facts
    self.file = file
    self.quotes = quotes
    self.topics = topics
    self.unanswered = unanswered
    self.redactor = redactor
    starts = Dictionary(
      facts.posts.map { ($0.source, facts.zone.week(of: $0.createdAt)) }, uniquingKeysWith: min)
  }

  private var first: ISOWeek { facts.reportWeek.advanced(by: 1 - Self.weeks) }

  /// The reports' facts.
  func report() -> ShareReport {
    let shown = topics.filter { !$0.decisions.isMuted }
    let hidden = Set(topics.filter(\.decisions.isMuted).map(\.topic.id))
    let period = first...facts.reportWeek
    var asked: [Asked] = []
    var unassigned = 0
    let people = numbers()
    for post in facts.posts where facts.questions[post.id] != nil {
      let week = facts.zone.week(of: post.createdAt)
      guard period.contains(week) else { continue }
      guard let topic = facts.assignments[post.id]?.topic else {
        unassigned += 1
        continue
      }
      guard !hidden.contains(topic) else { continue }
      asked.append(
        Asked(
          post: post, topic: topic, week: week, person: post.author.flatMap { people[$0] } ?? 0,
          member: post.author.flatMap { facts.members[$0] }))
    }
    let found = Stories(facts: facts, excluded: quotes.grave).find(in: period, language: file.language)
    let stories = (found ?? []).filter { $0.topic.map { !hidden.contains($0) } ?? true }
    let stray = stories.filter { $0.topic == nil }
    return ShareReport(
      parts: themes(shown, asked, stories) + sources(shown, asked, stories), unassigned: unassigned,
      strayStories: stray.count, strayQuotes: candidates(stray), findsStories: found != nil)
  }

  /// A question of the period on a topic.
  private struct Asked {
    var post: Post
    var topic: TopicID
    var week: ISOWeek
    var person: Int
    var member: Member?
  }

  /// A number for each person, from 1; 0 stands for those whom the source does not name.
  private func numbers() -> [MemberID: Int] {
    var numbers: [MemberID: Int] = [:]
    for post in facts.posts {
      guard let author = post.author, numbers[author] == nil else { continue }
      numbers[author] = numbers.count + 1
    }
    return numbers
  }

  /// One part for each theme, and one for what falls under none; all in one where there are no themes.
  private func themes(_ topics: [TopicReport], _ asked: [Asked], _ stories: [Story]) -> [SharePart] {
    guard topics.contains(where: { $0.topic.theme != nil }) else {
      let known = Set(topics.map(\.topic.id))
      return [
        part(.whole, "", topics, asked, stories.filter { $0.topic.map(known.contains) ?? false })
      ]
    }
    let byTheme = Dictionary(grouping: topics) { $0.topic.theme ?? "" }
    return byTheme.keys.sorted().map { theme in
      let own = byTheme[theme] ?? []
      let ids = Set(own.map(\.topic.id))
      return part(
        theme.isEmpty ? .withoutTheme : .theme, theme, own, asked.filter { ids.contains($0.topic) },
        stories.filter { $0.topic.map(ids.contains) ?? false })
    }
  }

  /// One part for each source, where there are several: a survey is a source of its own.
  private func sources(_ topics: [TopicReport], _ asked: [Asked], _ stories: [Story]) -> [SharePart] {
    let sources = Set(file.sources.map(\.name)).sorted()
    guard sources.count > 1 else { return [] }
    return sources.map { source in
      part(
        .source, source, topics, asked.filter { $0.post.source == source },
        stories.filter { $0.post.source == source })
    }
  }

  private func part(
    _ kind: SharePart.Kind, _ name: String, _ topics: [TopicReport], _ asked: [Asked], _ stories: [Story]
  ) -> SharePart {
    let byTopic = Dictionary(grouping: asked, by: \.topic)
    let told = Dictionary(grouping: stories.filter { $0.topic != nil }) { $0.topic }.mapValues(\.count)
    let posts = Set(asked.map(\.post.id))
    let questions = facts.questionsByTopic()
    let open = Dictionary(grouping: unanswered.filter { posts.contains($0.post) }, by: \.topic)
      .mapValues(\.count)
    return SharePart(
      kind: kind, name: name,
      topics: topics.map { topic in
        let id = topic.topic.id
        let own = byTopic[id] ?? []
        return ShareTopic(
          topic: id, title: title(topic, asked: questions[id] ?? []), weeks: perWeek(own),
          askers: Set(own.map(\.person)).count, examples: examples(topic, among: posts),
          stories: told[id] ?? 0, unanswered: open[id] ?? 0)
      }, askers: askers(byTopic), stories: stories.count, storyQuotes: candidates(stories),
      isWhole: asked.allSatisfy { starts[$0.post.source].map { $0 <= first } ?? false })
  }

  /// A topic's questions, each post once. One that waits in the queue for something grave is not shown to everybody, whatever
  /// was said of it before.
  private func examples(_ topic: TopicReport, among posts: Set<PostID>) -> [QuoteCandidate] {
    var met: Set<PostID> = []
    return ([topic.titleQuote].compactMap { $0 } + topic.examples).filter {
      posts.contains($0.post) && !quotes.grave.contains($0.post) && met.insert($0.post).inserted
    }
  }

  private func perWeek(_ asked: [Asked]) -> [Int] {
    var weeks = Array(repeating: 0, count: Self.weeks)
    for one in asked { weeks[one.week.number - first.number] += 1 }
    return weeks
  }

  private func askers(_ asked: [TopicID: [Asked]]) -> [ShareAsker] {
    asked.keys.sorted().flatMap { topic in
      Dictionary(grouping: asked[topic] ?? [], by: \.person).sorted { $0.key < $1.key }.map { person, own in
        let member = own.first?.member
        return ShareAsker(
          person: person, topic: topic, organisation: member?.organisation, region: member?.region,
          role: member?.role, questions: own.count)
      }
    }
  }

  private func candidates(_ stories: [Story]) -> [QuoteCandidate] {
    quotes.candidates(
      stories.filter { ReportBuilder.readableLength.contains($0.sentence.text.unicodeScalars.count) }
        .map { ($0.post, $0.sentence) })
  }

  /// A topic's name for everybody. Somebody's own sentence, which monitors let the core group read, gives way to the topic's
  /// words unless everybody may read it; so does a name that monitors gave when it holds a sentence of a post or anything
  /// that the strictest redaction takes out. Words must be used by as many people as may be told of.
  private func title(_ topic: TopicReport, asked: [NightFacts.AskedQuestion]) -> String {
    let title = topic.topic.title
    if let quote = topic.titleQuote, quote.approved != nil {
      if quote.published != nil, !quotes.grave.contains(quote.post) { return title }
    } else if topic.decisions.isNamed {
      if !isSentence(title, of: asked), redactor.redact(RawText(title)).replacements == 0 { return title }
    }
    // A theme's own title is nobody's; a part of a theme is told apart by words behind it.
    let parts = title.split(separator: ": ", maxSplits: 1).map(String.init)
    let apart = parts.count == 2 ? parts[1].split(separator: ", ").map(String.init) : []
    let isPart = !apart.isEmpty && apart.allSatisfy(topic.topic.words.contains)
    if topic.topic.origin == .catalogue, !topic.decisions.isNamed, !isPart { return title }
    let told = ToldWords(
      analyzer: TextAnalyzer(language: file.language), redactor: redactor,
      leastUsers: file.privacy.suppressBelow
    ).told(topic.topic.words, in: asked)
    if topic.topic.origin == .catalogue, isPart {
      return apart.allSatisfy(told.contains) ? title : "\(parts[0]) (\(topic.topic.id))"
    }
    guard !told.isEmpty else { return "Onderwerp \(topic.topic.id)" }
    var worded = topic.topic
    worded.words = told
    return worded.titleInWords
  }

  /// Whether a name is a sentence of a post, or holds one.
  private func isSentence(_ title: String, of asked: [NightFacts.AskedQuestion]) -> Bool {
    let title = title.lowercased()
    let isLong = title.split(separator: " ").count >= 5
    return asked.contains { question in
      let sentence = question.sentence.text.lowercased()
      return title.contains(sentence) || (isLong && sentence.contains(title))
    }
  }
}
