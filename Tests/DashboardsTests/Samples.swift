// Reports to render in tests: a community with signals, and the situations that are easily forgotten.
import Discussion

@testable import Dashboards
@testable import Moderation

/// Reports for tests. All counts are invented.
enum Sample {
  static let week = weekOf("2026-W46")
  static let asOf = day("2026-11-18")

  static func weekOf(_ text: String) -> ISOWeek { ISOWeek(iso8601: text) ?? ISOWeek(number: 0) }
  static func day(_ text: String) -> CalendarDay { CalendarDay(iso8601: text) ?? CalendarDay(number: 0) }
  static func redacted(_ text: String) -> RedactedText { RedactedText(text: text, replacements: 0) }

  private static let version: TextVersion = {
    guard let version = TextVersion("v0123456789abcdef") else {
      preconditionFailure("sixteen digits are a version")
    }
    return version
  }()

  /// A sentence that a monitor approved, or about which nobody said anything.
  static func quote(_ text: String, _ id: String, _ standing: QuoteStanding = .approved(line: 1))
    -> QuoteCandidate
  {
    QuoteCandidate(
      post: PostID("jeugd:" + id), version: version, text: redacted(text),
      standing: standing)
  }

  /// A topic whose last weeks have the counts given, the report's week last; earlier weeks have `usual`.
  static func topic(
    _ number: Int, _ title: String, last: [Int] = [2], usual: Int = 2, weeks: Int = 80,
    signal: SignalStrength? = nil, sinceWeeks: Int = 1, window: Int = 2, observed: Int = 14, askers: Int = 40,
    groups: [GroupTally] = groups
  ) -> TopicReport {
    let counts = (0..<weeks).map { position -> WeeklyCount in
      let ago = weeks - 1 - position
      let questions = ago < last.count ? last[last.count - 1 - ago] : usual
      return WeeklyCount(
        series: TopicID(number: number).description, week: week.advanced(by: -ago), questions: questions,
        distinctAskers: questions, distinctOrganisations: questions, askersInFourWeeks: 4 * questions,
        organisationsInFourWeeks: 4 * questions, totalQuestions: 40)
    }
    let assessments = counts.dropFirst(8).map { count -> Assessment in
      let ago = week.number - count.week.number
      let stands = signal != nil && ago < sinceWeeks
      return Assessment(
        series: count.series, week: count.week, flag: stands && ago == sinceWeeks - 1, open: stands,
        strength: stands ? signal : nil, score: stands ? Double(observed) : 0, windowWeeks: window,
        observed: stands ? observed : count.questions, expected: 3, lower: 1, upper: 6, weekExpected: 2,
        weekLower: 0, weekUpper: 5)
    }
    return TopicReport(
      topic: Topic(
        id: TopicID(number: number), title: title, words: ["dossier", "inzage"],
        theme: "regie bij ouders, kinderen en jongeren"), weeks: counts, assessments: assessments,
      askersInYear: askers,
      examples: (1...4).map { quote("Mag dat, vraag \($0)?", "o\(number)-\($0)") },
      groups: groups, related: [RelatedTopic(topic: TopicID(number: 2), similarity: 0.614)])
  }

  static let groups: [GroupTally] = [
    GroupTally(dimension: .region, name: "Midden", questions: 28, askers: 20),
    GroupTally(dimension: .region, name: "Zuid", questions: 12, askers: 9),
    GroupTally(dimension: .region, name: "Achterhoek", questions: 4, askers: 4),
    GroupTally(dimension: .region, name: "Eiland", questions: 3, askers: 2),
    GroupTally(dimension: .role, name: "Jeugdbeschermer", questions: 4, askers: 4),
    GroupTally(dimension: .organisation, name: "Wijkteam Uiterwaard", questions: 9, askers: 3),
  ]

  /// A signal that stood for some weeks, by default up to the report's week.
  static func signal(
    _ number: Int = 1, topic: Int? = 1, scope: SignalScope = .topic, strength: SignalStrength = .signal,
    latest: ISOWeek = week, sinceWeeks: Int = 1, window: Int = 2, observed: Int = 14, pValue: Double = 0.001,
    methods: [SignalMethod] = [.counts], isOpen: Bool = true,
    words: [String] = ["dossier", "inzage", "ouders"],
    evidence: SignalEvidence? = nil
  ) -> SignalReport {
    let posts = (1...3).map { PostID("jeugd:s\(number)-\($0)") }
    let weeks = (0..<sinceWeeks).reversed().map { ago in
      SignalWeek(
        week: latest.advanced(by: -ago), isRaised: ago == sinceWeeks - 1, methods: methods,
        windowWeeks: window, observed: observed, expected: 3, lower: 1, upper: 6, pValue: pValue,
        strength: strength, posts: posts)
    }
    return SignalReport(
      signal: Signal(
        id: SignalID(week: weeks.first?.week ?? latest, number: number),
        topic: topic.map { TopicID(number: $0) },
        scope: scope, weeks: weeks, isOpen: isOpen), words: words,
      evidence: evidence
        ?? SignalEvidence(
          questions: observed + 2, askers: observed, organisations: 8, regions: 4, roles: 3, largestAsker: 2,
          largestOrganisation: observed / 3, platformQuestions: 80, unanswered: 3,
          firstSeen: week.advanced(by: -70), twin: .quiet),
      weeks: [
        SignalQuestions(week: latest.advanced(by: -1), questions: 4),
        SignalQuestions(week: latest, questions: observed - 2),
      ],
      examples: (1...4).map {
        quote("Hoe zit dat met signaal \(number), vraag \($0)?", "s\(number)-\($0)")
      })
  }

  /// The signals that topics made with ``topic(_:_:last:usual:weeks:signal:sinceWeeks:window:observed:askers:groups:)``
  /// have, read off their assessments.
  private static func signals(of topics: [TopicReport]) -> [SignalReport] {
    topics.compactMap { topic in
      let standing = topic.assessments.filter { $0.flag || $0.open }
      guard let last = standing.last else { return nil }
      return signal(
        topic.topic.id.number, topic: topic.topic.id.number, strength: last.strength ?? .signal,
        sinceWeeks: standing.count, window: last.windowWeeks, observed: last.observed,
        pValue: 1 / Double(1_000 + last.observed))
    }
  }

  static func report(_ topics: [TopicReport], questions: Int = 41, previous: ISOWeek? = week.advanced(by: -1))
    -> NightReport
  {
    NightReport(
      community: "Platform Vakmanschap", isDemo: true, asOf: asOf, reportWeek: week,
      previousReportWeek: previous,
      intake: IntakeReport(
        coveredUntil: day("2026-11-17"), newestPost: LocalTime(day: day("2026-11-17"), hour: 23, minute: 4),
        files: [
          IntakeFile(
            file: "export.zip!/berichten.csv", format: "csv", read: 1_234, stored: 1_200, unchanged: 30,
            quarantined: 1, skipped: 2, events: 1)
        ]),
      volumes: [
        WeekVolume(week: week.advanced(by: -1), posts: 100, questions: 37, unassigned: 2),
        WeekVolume(week: week, posts: 120, questions: questions, unassigned: min(questions, 3)),
        WeekVolume(week: week.advanced(by: 1), posts: 12, questions: 4),
      ], topics: topics, signals: signals(of: topics),
      unanswered: [unanswered(1, topic: 1), unanswered(2, topic: nil)],
      reviewQueue: [
        ReviewRow(
          item: ReviewItem(
            post: PostID("jeugd:p1"), reasons: [.personalData(.bsn), .unanswered(workingDays: 4)], rank: 1),
          thread: ThreadID("jeugd:t1"), channel: "vragen", day: asOf, excerpt: redacted("BSN [bsn] <b>"),
          link: "javascript:alert(1)")
      ],
      quarantine: [
        QuarantineRow(
          place: Provenance(file: "export.zip", entry: "berichten.csv", record: 812, line: 1_034),
          reason: "bad_date", message: "In de kolom ‘datum’ staat geen datum die bestaat.")
      ], method: MethodSettings(version: "0.1.0", settingsHash: "3f9a5b1c77e2", falseSignalsPerMonth: 0.5))
  }

  static func unanswered(_ number: Int, topic: Int?) -> OpenQuestion {
    OpenQuestion(
      post: PostID("jeugd:p\(number)"), thread: ThreadID("jeugd:t\(number)"), day: day("2026-11-0\(number)"),
      workingDays: 10 - number, topic: topic.map { TopicID(number: $0) }, text: redacted("Wie weet dit?"))
  }

  /// An event of nine questions by eight people.
  static func event(_ kind: TopicEvent.Kind, _ topic: Int, other: Int? = nil, on night: CalendarDay)
    -> DatedTopicEvent
  {
    DatedTopicEvent(
      night: night,
      event: TopicEvent(
        kind: kind, topic: TopicID(number: topic), other: other.map { TopicID(number: $0) }, questions: 9),
      askers: 8)
  }

  /// A week with three signals, an ordinary topic, a merged one and an asleep one.
  static var busy: NightReport {
    var merged = topic(5, "Tolkentelefoon")
    merged.topic.status = .merged
    merged.topic.successor = TopicID(number: 2)
    var asleep = topic(6, "Vuurwerk", last: [0], usual: 0)
    asleep.topic.status = .asleep
    var report = report([
      topic(
        1, "Inzage in het dossier", last: [7, 12, 21], signal: .veryStrong, sinceWeeks: 3, observed: 1_031),
      topic(2, "Wachttijd", last: [8, 9], signal: .strong, sinceWeeks: 1, observed: 17),
      topic(3, "Overgang naar 18+", last: [3, 4], signal: .signal, sinceWeeks: 2, window: 1, observed: 4),
      topic(4, "Schermtijd"), merged, asleep,
    ])
    report.history =
      [1, 2, 3, 5, 6].map { event(.born, $0, on: day("2025-03-01")) } + [
        event(.merged, 5, other: 2, on: asOf), event(.born, 4, on: asOf.advanced(by: -1)),
      ]
    return report
  }
}

extension [RenderedFile] {
  /// A file's text; empty when there is none.
  func text(_ path: String) -> String {
    String(decoding: first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }
}

extension String {
  /// What stands between two strings, for every place where they do.
  func between(_ start: String, _ end: String) -> [String] {
    components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
  }

  private func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
