// What signals are found in: the questions with their people and topics, and which questions resemble each other.
import Discussion
import Spikes
import Storage

/// The questions of a community as the detector, the scan and the book of signals read them.
struct SignalInputs {
  /// The questions. Those on topics that people keep out of sight have no series: they count in the platform's volume only.
  let questions: [CountedQuestion]
  /// Questions on topics that people keep out of sight.
  let hidden: Set<PostID>

  /// - Parameters:
  ///   - posts: the asking posts.
  ///   - topics: where they belong; also topics out of sight.
  ///   - muted: the topics that people keep out of sight.
  init(
    posts: [Post], members: [MemberID: Member], zone: LocalZone, topics: [PostID: TopicID],
    muted: MutedTopics
  ) {
    var hidden: Set<PostID> = []
    questions = posts.map { post in
      let topic = topics[post.id]
      let isHidden = topic.map { muted.contains($0) } ?? false
      if isHidden { hidden.insert(post.id) }
      return CountedQuestion(
        post: post.id, series: isHidden ? nil : topic?.description, asker: post.author,
        organisation: post.author.flatMap { members[$0]?.organisation }, week: zone.week(of: post.createdAt))
    }
    self.hidden = hidden
  }

  /// The questions with the earlier ones that each resembled when it came.
  /// - Parameters:
  ///   - excluded: weeks of topics of which people said that the data are wrong: their questions are left out.
  ///   - faulty: questions of which they said so one by one.
  func scanPosts(
    _ arrivals: [PostNeighbours], excluded: Set<SeriesWeek> = [], faulty: Set<PostID> = []
  ) -> [ScanPost] {
    let earlier = Dictionary(
      arrivals.map { ($0.post, $0.neighbours) }, uniquingKeysWith: { first, _ in first })
    let sound = questions.filter { question in
      !faulty.contains(question.post)
        && question.series.map { !excluded.contains(SeriesWeek(series: $0, week: question.week)) } ?? true
    }
    return sound.map { question in
      ScanPost(
        post: question.post, week: question.week, asker: question.asker,
        organisation: question.organisation, earlier: earlier[question.post] ?? [])
    }
  }
}

extension NightContext {
  /// The first week that this night judges: the base has judged all weeks before its own report week for good. Nil when
  /// there is no base.
  var firstOpenWeek: ISOWeek? {
    get throws {
      guard let base, let run = try store.runs().first(where: { $0.id == base }) else { return nil }
      return NightFacts.reportWeek(asOf: run.asOf)
    }
  }

  /// The signals of this night's weeks.
  ///
  /// Weeks that an earlier night judged stay as they were published; the last complete week is judged anew every night
  /// until the next one is complete, since late exports may still bring questions of it.
  /// - Parameters:
  ///   - assessments: the detector's, of the weeks that are judged and of those before.
  ///   - reportWeek: the last complete week.
  ///   - decided: meetings that were held, and what people called wrong.
  func signals(
    _ inputs: SignalInputs, assessments: [Assessment], reportWeek: ISOWeek, decided: DecisionFacts
  ) throws -> [Signal] {
    let recipe = try file.topicSettings().arrivalRecipe
    let scan = NeighbourhoodScan(
      inputs.scanPosts(
        try store.arrivals(run: run, recipe: recipe), excluded: decided.faultyWeeks,
        faulty: decided.faultyPosts
      ).filter { $0.week <= reportWeek })
    let meetings = decided.themeMeetings
    var settings = SignalSettings()
    settings.recurrenceWeeks = file.spikes.recurrenceWeeks
    let known = try base.map { base throws(StoreError) in try store.signals(run: base) } ?? []
    // A first night gives the same identities when it is done again.
    let given = base == nil ? [] : try store.publishedSignals()
    var book = SignalBook(settings: settings, known: known, given: given)
    let judged = Dictionary(grouping: assessments, by: \.week)
    guard let first = [judged.keys.min(), scan.weeks?.lowerBound].compactMap(\.self).min() else {
      return book.signals
    }
    let start = try firstOpenWeek.map { min(max(first, $0), reportWeek) } ?? first
    book.goBack(before: start)
    let index = QuestionIndex(inputs.questions, hidden: inputs.hidden)
    for number in start.number...max(start.number, reportWeek.number) {
      let week = ISOWeek(number: number)
      advance("\(week)")
      book.judge(
        week, assessments: judged[week] ?? [],
        neighbourhoods: scan.neighbourhoods(in: week, largestP: settings.standingP), questions: index,
        meetings: meetings)
    }
    return book.signals
  }
}
