// The reports to share as everybody may see them: after suppression, in order, every number once.
import Discussion
import Foundation
import Moderation

/// How a number developed from one half year to the next.
enum ShareTrend: String, Hashable, Sendable {
  case muchMore = "veel_meer"
  case more = "meer"
  case same = "geen_duidelijk_verschil"
  case less = "minder"
  case muchLess = "veel_minder"
  /// Too few questions to say, or no half year to compare with.
  case unknown = "onbekend"

  /// A difference counts when chance alone gives it once in twenty times or less (two Poisson counts, two standard
  /// deviations), and when it is a quarter or more: twice or half is much.
  init(now: Int, before: Int?) {
    guard let before, now + before >= 10 else {
      self = .unknown
      return
    }
    let difference = now - before
    if difference * difference <= 4 * (now + before) || 4 * difference.magnitude < before.magnitude {
      self = .same
    } else if difference > 0 {
      self = now >= 2 * before ? .muchMore : .more
    } else {
      self = 2 * now <= before ? .muchLess : .less
    }
  }
}

/// A sentence that everybody may read, with the topic that it stands for.
struct ShareQuote: Hashable, Sendable {
  let topic: String?
  let quote: PublishedQuote
}

/// A topic in a report.
struct ShareTopicView: Hashable, Sendable {
  let id: TopicID
  let title: String
  /// At most 52 weeks, oldest first, the report's week last.
  let points: [WeekPoint]
  let questions: Int
  /// Questions in the last half year, and in the one before; nil when that is not all there.
  let halves: (now: Int, before: Int?)
  let trend: ShareTrend
  let stories: Int
  let unanswered: Int
  let examples: [PublishedQuote]

  static func == (left: Self, right: Self) -> Bool { left.id == right.id && left.points == right.points }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// One report.
struct ShareReportView: Sendable {
  let kind: SharePart.Kind
  let name: String
  /// The file's name, without ending.
  let slug: String
  /// The topics that are named, those with most questions first.
  let topics: [ShareTopicView]
  /// The topics that are not: too few people asked, or others have more questions.
  let otherTopics: Int
  let otherQuestions: Int
  /// Posts that tell what goes well about those, or, on a source, about no topic.
  let otherStories: Int
  let questions: Int
  let halves: (now: Int, before: Int?)
  let trend: ShareTrend
  let points: [WeekPoint]
  /// Different people who asked.
  let people: Int
  let organisations: Int
  let regions: Int
  let breakdowns: [ShareBreakdown]
  let stories: Int
  let unanswered: Int
  /// Questions that everybody may read: of each topic in turn.
  let quotes: [ShareQuote]
  /// What goes well, in sentences that everybody may read.
  let storyQuotes: [PublishedQuote]

  var path: String { slug + ".html" }
  /// Whether any group is large enough to be shown.
  var showsGroups: Bool {
    breakdowns.contains { if case .shown = $0.groups { true } else { false } }
  }
}

/// All reports to share.
struct ShareView: Sendable {
  /// Weeks of the period, and of half of it.
  static let weeks = TopicView.weeksShown
  static let half = weeks / 2
  /// So many topics are named in a report.
  static let topicsShown = 10
  /// So many questions and so many stories are quoted in a report.
  static let quotesShown = 6

  let community: String
  let isDemo: Bool
  let asOf: CalendarDay
  let week: ISOWeek
  let method: MethodSettings
  let rule: SuppressionRule
  /// Themes, most questions first; then what falls under none, then sources by name.
  let reports: [ShareReportView]
  /// Themes or sources that too few people asked about for a report, and their questions.
  let small: (parts: Int, questions: Int)
  /// Questions on the whole platform in the last half year and in the one before; nil when that is not all there.
  let platform: (now: Int, before: Int?)
  let unassigned: Int
  let strayStories: Int
  let strayQuotes: [PublishedQuote]
  let findsStories: Bool

  var firstDay: CalendarDay { week.advanced(by: 1 - Self.weeks).monday }
  var lastDay: CalendarDay { week.sunday }

  /// The reports of a night. A topic that people keep out of sight is in none of them, whatever the parts hold.
  init(_ night: NightReport, core: CoreView) {
    community = night.community
    isDemo = night.isDemo
    asOf = night.asOf
    week = night.reportWeek
    method = night.method
    let rule = core.rule
    self.rule = rule
    unassigned = night.share.unassigned
    strayStories = night.share.strayStories
    findsStories = night.share.findsStories
    let firstWeek = night.volumes.map(\.week).min()
    let isWhole = firstWeek.map { $0 <= night.reportWeek.advanced(by: 1 - Self.weeks) } ?? false
    let volumes = Dictionary(night.volumes.map { ($0.week, $0.questions) }, uniquingKeysWith: { $1 })
    func asked(_ weeks: Range<Int>) -> Int {
      weeks.reduce(0) { $0 + (volumes[night.reportWeek.advanced(by: -$1)] ?? 0) }
    }
    platform = (asked(0..<Self.half), isWhole ? asked(Self.half..<Self.weeks) : nil)
    let muted = night.mutedTopics
    let pages = Dictionary(core.topics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = night.share.parts.map { part in
      var part = part
      part.topics.removeAll { muted.contains($0.topic) }
      part.askers.removeAll { muted.contains($0.topic) }
      return part
    }
    func people(_ part: SharePart) -> Int { Set(part.askers.map(\.person)).count }
    let slugs = ShareSlug.slugs(of: parts)
    let sources = SourceRule(parts, rule: rule)
    var reports: [ShareReportView] = []
    var small = (parts: 0, questions: 0)
    for (part, slug) in zip(parts, slugs) {
      if people(part) >= rule.people, part.kind != .source || sources.mayBeReported {
        reports.append(
          ShareReportView(
            part, slug: slug, week: night.reportWeek, isWhole: isWhole && part.isWhole, rule: rule,
            pages: part.kind == .source ? nil : pages,
            mayName: { part.kind != .source || sources.mayBeNamed($0) }))
      } else if part.kind != .source {
        let questions = part.topics.reduce(0) { $0 + $1.weeks.reduce(0, +) }
        if questions > 0 { small = (small.parts + 1, small.questions + questions) }
      }
    }
    self.small = small
    let order = Dictionary(uniqueKeysWithValues: zip(SharePart.Kind.allCases, 0...))
    self.reports = reports.sorted {
      let (left, right) = (order[$0.kind] ?? 0, order[$1.kind] ?? 0)
      return (left, -$0.questions, $0.name) < (right, -$1.questions, $1.name)
    }
    strayQuotes = Array(
      night.share.strayQuotes.compactMap(\.published).prefix(Self.quotesShown))
  }
}

extension ShareReportView {
  /// What everybody may see of a part.
  /// - Parameters:
  ///   - isWhole: whether the community has posts from the whole period.
  ///   - pages: the topics' pages; nil for a part that cuts across them.
  ///   - mayName: whether a topic that enough people asked about may be named.
  fileprivate init(
    _ part: SharePart, slug: String, week: ISOWeek, isWhole: Bool, rule: SuppressionRule,
    pages: [TopicID: TopicView]?, mayName: (TopicID) -> Bool
  ) {
    kind = part.kind
    name = part.name
    self.slug = slug
    let all = part.topics.map { ShareTopicView($0, week: week, isWhole: isWhole) }
      .filter { $0.questions > 0 || $0.stories > 0 }
      .sorted { ($1.questions, $0.id) < ($0.questions, $1.id) }
    let enough = Set(part.topics.filter { $0.askers >= rule.people }.map(\.topic))
    let named = Array(
      all.filter { enough.contains($0.id) && mayName($0.id) }.prefix(ShareView.topicsShown))
    topics = named
    let others = all.filter { topic in !named.contains { $0.id == topic.id } }
    otherTopics = others.count
    otherQuestions = others.reduce(0) { $0 + $1.questions }
    otherStories = part.stories - named.reduce(0) { $0 + $1.stories }
    questions = all.reduce(0) { $0 + $1.questions }
    let now = all.reduce(0) { $0 + $1.halves.now }
    halves = (now, isWhole ? questions - now : nil)
    trend = ShareTrend(now: halves.now, before: halves.before)
    points = (0..<ShareView.weeks).map { index in
      WeekPoint(
        week: week.advanced(by: index + 1 - ShareView.weeks),
        questions: all.reduce(0) { $0 + ($1.points[index].questions ?? 0) }, band: nil, mark: .none)
    }
    people = Self.rounded(Set(part.askers.map(\.person)).count)
    organisations = Self.groups(part.askers, \.organisation, rule)
    regions = Self.groups(part.askers, \.region, rule)
    breakdowns =
      pages.map { pages in
        [.region, .role, .organisation].map { dimension in
          ShareBreakdown(
            dimension, askers: part.askers,
            pages: pages.mapValues { page in
              page.breakdowns.first { $0.dimension == dimension }?.groups ?? .notKnown
            }, rule: rule)
        }
      } ?? []
    stories = part.stories
    unanswered = all.reduce(0) { $0 + $1.unanswered }
    var quotes: [ShareQuote] = []
    for turn in 0..<TopicView.examplesShown {
      for topic in named where turn < topic.examples.count {
        quotes.append(ShareQuote(topic: topic.title, quote: topic.examples[turn]))
      }
    }
    self.quotes = Array(quotes.prefix(ShareView.quotesShown))
    storyQuotes = Array(part.storyQuotes.compactMap(\.published).prefix(ShareView.quotesShown))
  }
}

extension ShareReportView {
  /// Numbers of people are rounded down to this: those of a signal or of another report lie within them, and an exact one
  /// would tell by subtraction how few people are left.
  static let peopleStep = 5

  private static func rounded(_ people: Int) -> Int { people - people % peopleStep }

  /// How many different groups people belong to, as far as that is known of enough people; else 0.
  private static func groups(
    _ askers: [ShareAsker], _ group: KeyPath<ShareAsker, String?>, _ rule: SuppressionRule
  ) -> Int {
    let known = askers.filter { $0[keyPath: group] != nil }
    guard Set(known.map(\.person)).count >= rule.people else { return 0 }
    return Set(known.compactMap { $0[keyPath: group] }).count
  }
}

/// What may be told of sources. Their questions are those of the themes once more, so that what one source's report leaves out
/// could be found by subtracting the others'.
private struct SourceRule {
  /// Whether enough people asked in every source that holds questions.
  let mayBeReported: Bool
  private let small: Set<TopicID>

  init(_ parts: [SharePart], rule: SuppressionRule) {
    let sources = parts.filter { $0.kind == .source && !$0.askers.isEmpty }
    mayBeReported = sources.allSatisfy { Set($0.askers.map(\.person)).count >= rule.people }
    small = Set(
      sources.flatMap(\.topics).filter { (1..<rule.people).contains($0.askers) }.map(\.topic))
  }

  /// Whether enough people asked about a topic in every source that holds questions on it.
  func mayBeNamed(_ topic: TopicID) -> Bool { !small.contains(topic) }
}

extension ShareTopicView {
  fileprivate init(_ topic: ShareTopic, week: ISOWeek, isWhole: Bool) {
    id = topic.topic
    title = topic.title
    let counts =
      Array(repeating: 0, count: max(0, ShareView.weeks - topic.weeks.count))
      + topic.weeks.suffix(ShareView.weeks)
    points = counts.enumerated().map { index, questions in
      WeekPoint(
        week: week.advanced(by: index + 1 - ShareView.weeks), questions: questions, band: nil, mark: .none)
    }
    questions = counts.reduce(0, +)
    let now = counts.suffix(ShareView.half).reduce(0, +)
    halves = (now, isWhole ? questions - now : nil)
    trend = ShareTrend(now: halves.now, before: halves.before)
    stories = topic.stories
    unanswered = topic.unanswered
    examples = topic.examples.compactMap(\.published)
  }
}

/// File names of reports: stable from night to night, and safe on every machine.
enum ShareSlug {
  /// A longer name is cut.
  private static let length = 60

  /// The name of each part's file, in their order. Two that would be the same get a part of a hash over their own names, so
  /// that neither depends on which comes first.
  static func slugs(of parts: [SharePart]) -> [String] {
    let plain = parts.map(plain)
    let counts = Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(parts, plain).map { part, slug in
      (counts[slug] ?? 0) > 1 || slug.hasSuffix("-") ? slug + "-" + hash(part.name) : slug
    }
  }

  private static func plain(_ part: SharePart) -> String {
    switch part.kind {
    case .whole: "alles"
    case .withoutTheme: "buiten-de-themas"
    case .theme: "thema-" + letters(part.name)
    case .source: "bron-" + letters(part.name)
    }
  }

  /// Small letters and digits of ASCII, with one dash between words.
  static func letters(_ name: String) -> String {
    var bytes: [UInt8] = []
    for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      // Accents, and apostrophes within a word, leave no gap.
      case "\u{300}"..."\u{36F}", "'", "\u{2019}": break
      default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
      if bytes.count >= length { break }
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hash(_ name: String) -> String { String(Manifest.hash(Array(name.utf8)).prefix(6)) }
}
