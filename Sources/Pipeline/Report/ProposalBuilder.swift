// The night's proposals about topics: what the questions give reason for, and what could stand in the place of a title.
import Dashboards
import Discussion
import Language
import Moderation
import Topics

/// Makes the monitors' proposals from what a night knows.
struct ProposalBuilder {
  /// So many questions show what a topic or part is about.
  static let examples = 3
  /// So many words tell of a topic or part.
  static let words = 6
  /// A theme gives its title to a topic when at least this share of the questions names it.
  static let leastThemeShare = 0.34
  /// So many different people must use words side by side before they are proposed: a monitor decides whether they become a
  /// title.
  static let leastUsers = 3
  /// So many other questions are enough to know how usual words are.
  static let sample = 1_500
  /// A title that people gave no longer fits when at least this share of the questions used its words before…
  static let sharedBefore = 0.15
  /// …and at most this share of the last year's.
  static let sharedLately = 0.02
  /// Shares of fewer questions say nothing.
  static let leastForShare = 10

  private let facts: NightFacts
  private let builder: ReportBuilder
  private let topics: [TopicID: TopicReport]
  private let asked: [TopicID: [NightFacts.AskedQuestion]]
  private let muted: MutedTopics
  private let analyzer: TextAnalyzer
  private let catalogue: ThemeCatalogue?
  private let taken: Set<String>
  private let telling: SignalWords
  private let phrases: TitlePhrases
  private let themes: ThemeFinder?

  /// - Parameters:
  ///   - topics: the topics as pages show them.
  ///   - catalogue: the themes whose titles a topic may get.
  init(builder: ReportBuilder, topics: [TopicReport], catalogue: ThemeCatalogue?) {
    self.builder = builder
    facts = builder.facts
    self.catalogue = catalogue
    themes = catalogue.map { ThemeFinder(catalogue: $0, language: builder.file.language) }
    self.topics = Dictionary(
      topics.filter { $0.topic.status == .active }.map { ($0.topic.id, $0) },
      uniquingKeysWith: { first, _ in first })
    asked = facts.questionsByTopic()
    muted = MutedTopics(facts.corrections, topics: facts.topics)
    analyzer = TextAnalyzer(language: builder.file.language)
    let titles = topics.map(\.topic) + facts.topics
    taken = Set(titles.flatMap { [$0.title.lowercased(), $0.titleInWords.lowercased()] })
    let questions = facts.posts.filter { builder.facts.questions[$0.id] != nil }
    let step = max(1, questions.count / Self.sample)
    phrases = TitlePhrases(
      analyzer: analyzer,
      others: stride(from: 0, to: questions.count, by: step).map { Self.text(of: questions[$0]) })
    telling = SignalWords(
      analyzer: analyzer, redactor: builder.redactor, fewest: builder.file.privacy.suppressBelow,
      others: questions)
  }

  /// All proposals, the strongest first: those to merge and to split by what speaks for them, then those for a title by how
  /// many questions were asked in the last year.
  func report() -> ProposalReport {
    var settings = ProposalSettings()
    settings.leastQuestions = max(settings.leastQuestions, builder.file.topics.minimumQuestions)
    let questions = asked.keys.sorted().filter { topics[$0] != nil }.flatMap { topic in
      (asked[topic] ?? []).map { PlacedQuestion(post: $0.post.id, topic: topic, author: $0.post.author) }
    }
    let found = TopicProposals(
      questions: questions, neighbours: facts.neighbours, corrections: facts.corrections, settings: settings
    ).all()
    return ProposalReport(
      rows: Self.withoutRepeatedTitles(found.compactMap(row) + renames(settings)),
      leastQuestions: settings.leastQuestions)
  }

  /// Two topics cannot get one title: people who record both lines would throw them together.
  private static func withoutRepeatedTitles(_ rows: [ProposalRow]) -> [ProposalRow] {
    var given: Set<String> = []
    func kept(_ title: String?) -> String? {
      title.flatMap { given.insert($0.lowercased()).inserted ? $0 : nil }
    }
    return rows.map { row in
      var row = row
      switch row.change {
      case .merge: break
      case .split(let topic, let posts, let title):
        row.change = .split(topic, posts: posts, title: kept(title))
      case .rename(let topic, let title): row.change = .rename(topic, title: kept(title))
      }
      return row
    }
  }

  static func text(of post: Post) -> String {
    [post.title, post.body].compactMap(\.self).joined(separator: "\n")
  }

  /// The words of a question that may be told, whatever is done with them: personal data is taken out first.
  private func harmless(_ post: Post) -> String {
    // A line's end keeps words on both sides of what was taken out from standing side by side.
    let redacted = builder.redactor.redact(RawText(Self.text(of: post)))
    return redacted.replacements == 0
      ? redacted.text
      : FindingKind.allCases.reduce(redacted.text) {
        $0.replacing(Redactor.placeholder(for: $1), with: "\n")
      }
  }

  private func phrase(of questions: [NightFacts.AskedQuestion]) -> TitlePhrases.Phrase? {
    let texts = questions.map { TitlePhrases.Asked(text: harmless($0.post), author: $0.post.author) }
    return phrases.best(in: texts, leastPeople: Self.leastUsers)
  }

  /// A text as a title; nil when it may be none, or another topic has it.
  private func title(_ text: String) -> String? {
    let title = text.prefix(1).uppercased() + text.dropFirst()
    guard title.count <= CorrectionBook.longestTitle, !taken.contains(title.lowercased()),
      builder.redactor.redact(RawText(title)).replacements == 0
    else { return nil }
    return title
  }
}

// Merging and splitting.
extension ProposalBuilder {
  private func row(_ proposal: TopicProposal) -> ProposalRow? {
    let contact = ProposalRow.Contact(
      pairs: proposal.contact.pairs, expectedPairs: Int(proposal.contact.expectedPairs.rounded()),
      percent: Int((proposal.contact.share * 100).rounded()),
      chancePercent: proposal.chance.map { Int(($0 * 100).rounded()) },
      going: ProposalRow.Side(
        questions: proposal.sides[0].questions, people: proposal.sides[0].people),
      staying: ProposalRow.Side(
        questions: proposal.sides[1].questions, people: proposal.sides[1].people))
    switch proposal.change {
    case .merge(let topic, let heir):
      return ProposalRow(
        change: .merge(topic, into: heir), reason: .contact(contact),
        words: Array((topics[topic]?.topic.words ?? []).prefix(Self.words)),
        examples: examples(asked[topic] ?? []), others: examples(asked[heir] ?? []),
        isPinned: [topic, heir].contains(where: facts.corrections.pinned.contains),
        isMuted: muted.contains(topic))
    case .split(let topic, let posts):
      let leaving = Set(posts)
      let going = (asked[topic] ?? []).filter { leaving.contains($0.post.id) }
      let staying = (asked[topic] ?? []).filter { !leaving.contains($0.post.id) }
      let words = telling.telling(in: going.map(\.post))
      return ProposalRow(
        change: .split(topic, posts: posts, title: newTitle(of: going, words: words)),
        reason: .contact(contact),
        words: words, examples: examples(going), others: examples(staying),
        isMuted: muted.contains(topic))
    }
  }

  /// What the topic of the posts that leave could be called: words that people use side by side, else its most telling word,
  /// with the next one where a topic is called that already.
  private func newTitle(of going: [NightFacts.AskedQuestion], words: [String]) -> String? {
    if let phrase = phrase(of: going), let title = title(phrase.text) { return title }
    guard let word = words.first else { return nil }
    return title(word) ?? (words.count > 1 ? title(words.prefix(2).joined(separator: " en ")) : nil)
  }

  /// Questions that are near the middle of their topic, one of each person.
  private func examples(_ questions: [NightFacts.AskedQuestion]) -> [ProposalRow.Example] {
    let ranked = questions.sorted {
      ($1.similarity, $0.post.createdAt, $0.post.id) < ($0.similarity, $1.post.createdAt, $1.post.id)
    }
    let readable = ranked.filter {
      ReportBuilder.readableLength.contains($0.sentence.text.unicodeScalars.count)
    }
    var people: Set<MemberID?> = []
    var shown: [ProposalRow.Example] = []
    for question in readable.isEmpty ? ranked : readable where shown.count < Self.examples {
      if question.post.author != nil, !people.insert(question.post.author).inserted { continue }
      shown.append(
        ProposalRow.Example(
          post: question.post.id,
          text: builder.redactor.quote(question.sentence, of: question.post).shortened(to: 240)))
    }
    return shown
  }
}

// Titles.
extension ProposalBuilder {
  private func renames(_ settings: ProposalSettings) -> [ProposalRow] {
    var found: [(row: ProposalRow, questions: Int)] = []
    for topic in topics.keys.sorted() where !facts.corrections.titled.contains(topic) {
      guard let report = topics[topic], let questions = asked[topic],
        questions.count >= settings.leastQuestions,
        // What few people ask has no name on purpose: one would be shown.
        Set(questions.map(\.post.author)).count >= builder.file.privacy.suppressBelow
      else { continue }
      let yearAgo = facts.asOf.advanced(by: -365)
      let lately = questions.filter { facts.zone.day(of: $0.post.createdAt) > yearAgo }
      guard let row = rename(report, questions, lately: lately) else { continue }
      found.append((row, lately.count))
    }
    return found.sorted { ($1.questions, $0.row.topic) < ($0.questions, $1.row.topic) }.map(\.row)
  }

  private func rename(
    _ report: TopicReport, _ questions: [NightFacts.AskedQuestion], lately: [NightFacts.AskedQuestion]
  ) -> ProposalRow? {
    let topic = report.topic.id
    let given = facts.corrections.titles[topic]
    var outworn: (before: ProposalRow.Share, lately: ProposalRow.Share)?
    if let given {
      guard let shares = shares(of: given, questions, lately: lately) else { return nil }
      outworn = shares
    } else {
      // The catalogue gives its topics titles, and one that is a question a monitor approved is more than loose words.
      guard report.topic.origin == .free, report.titleQuote?.approved == nil else { return nil }
    }
    let recent = lately.count >= Self.leastForShare ? lately : questions
    let better = betterTitle(of: recent)
    let reason: ProposalRow.Reason =
      outworn.map { .outworn(before: $0.before, lately: $0.lately, source: better?.source) }
      ?? .looseWords(source: better?.source)
    return ProposalRow(
      change: .rename(topic, title: better?.title), reason: reason,
      words: Array(report.topic.words.prefix(Self.words)), examples: examples(recent),
      isPinned: facts.corrections.pinned.contains(topic), isMuted: muted.contains(topic))
  }

  /// How much a title's words were used before the last year and in it; nil when they never were, or still are.
  private func shares(
    of title: String, _ questions: [NightFacts.AskedQuestion], lately: [NightFacts.AskedQuestion]
  ) -> (before: ProposalRow.Share, lately: ProposalRow.Share)? {
    let recent = Set(lately.map(\.post.id))
    let before = questions.filter { !recent.contains($0.post.id) }
    guard min(before.count, lately.count) >= Self.leastForShare else { return nil }
    func share(_ questions: [NightFacts.AskedQuestion]) -> ProposalRow.Share {
      ProposalRow.Share(
        phrases.uses(of: title, in: questions.map { Self.text(of: $0.post) }), of: questions.count)
    }
    let (old, new) = (share(before), share(lately))
    guard Double(old.part) >= Self.sharedBefore * Double(old.whole),
      Double(new.part) <= Self.sharedLately * Double(new.whole)
    else { return nil }
    return (old, new)
  }

  /// A theme that the questions name and no topic is called after, else words that several people use side by side.
  private func betterTitle(of questions: [NightFacts.AskedQuestion]) -> (
    title: String, source: ProposalRow.TitleSource
  )? {
    if let catalogue, let themes {
      let named = themes.namedThemes(in: questions.map { Self.text(of: $0.post) })
      var counts: [String: Int] = [:]
      for slug in named.flatMap(\.self) { counts[slug, default: 0] += 1 }
      let leading = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let leading, Double(leading.value) >= Self.leastThemeShare * Double(questions.count),
        let theme = catalogue.themes.first(where: { $0.slug == leading.key }), let title = title(theme.title)
      {
        return (title, .theme(ProposalRow.Share(leading.value, of: questions.count)))
      }
    }
    guard let phrase = phrase(of: questions), let title = title(phrase.text) else { return nil }
    return (title, .phrase(people: phrase.people))
  }
}
