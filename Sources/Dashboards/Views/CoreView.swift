// The core group's report: all that its pages and files are made from, after suppression and in order.
import Discussion

/// The core group's report: a week's facts with the names, words and decisions of now.
@dynamicMemberLookup
struct CoreView: Sendable {
  let facts: CoreFacts
  let edition: Edition
  let live: LiveParts
  /// All topics that are not merged, strongest first; none in an archived report.
  let topics: [TopicView]
  /// Merged topics: their pages stay.
  let merged: [TopicView]
  /// The signals that stand in the report's week, strongest first.
  let signals: [SignalView]
  /// All signals: those that stand, then the others, newest first.
  let allSignals: [SignalView]
  let changes: [Change]
  /// Names of the topics that have a page, also merged ones.
  let titles: [TopicID: String]
  /// What topics fall under, by title; empty in a community without themes.
  let themes: [String]
  /// The thresholds that hold: those of now, or the stricter ones of then.
  let rule: SuppressionRule

  /// A fact of the week's report.
  subscript<Value>(dynamicMember path: KeyPath<CoreFacts, Value>) -> Value { facts[keyPath: path] }

  var community: String { live.community }
  var isDemo: Bool { live.isDemo }
  var method: MethodSettings { live.method }
  var decisions: DecisionView { live.decisions }
  var resources: [Resource] { live.resources }
  /// Whether school holidays are known, and shown in charts and tables.
  var showsHolidays: Bool { live.schoolHolidays != nil }
  /// What happened to topics up to the report's day.
  var news: TopicNews { live.news.until(facts.asOf) }

  /// The folder of the report's own pages.
  var folder: String { edition.kind == .archived ? "kerngroep/\(archivePath(facts.week))" : "kerngroep/" }
  /// The way from the report's own folder to that of the topics' pages and the menu.
  var root: String { edition.kind == .archived ? "../../" : "" }
  /// A topic's page, seen from the report's own folder; nil when it has none.
  func path(of topic: TopicID) -> String? {
    titles[topic] == nil ? nil : "\(root)onderwerpen/\(topic).html"
  }
}

/// The folder of an archived week below `kerngroep/`.
func archivePath(_ week: ISOWeek) -> String { "archief/\(week)/" }

extension CoreView {
  /// What the core group may see of a night, whether or not an earlier night fixed the week.
  init(_ night: NightReport) { self.init(WeekFacts(night), fixed: FixedWeek(night)) }

  /// This week's report: as it was fixed, or else as this night finds it.
  init(_ fresh: WeekFacts, fixed: FixedWeek?, edition: Edition = .current) {
    var edition = edition
    if let fixed { edition.late = LateData(fixed: fixed.core, now: fresh.core, fresh.live) }
    self.init(fixed?.core ?? fresh.core, topics: fixed?.topics ?? fresh.topics, fresh.live, edition)
  }

  /// An earlier week from what was kept of it, beside the newest report.
  /// - Parameter titles: names of the topics that have a page there.
  init(archived facts: CoreFacts, _ live: LiveParts, titles: [TopicID: String]) {
    self.init(facts, topics: [], live, Edition(kind: .archived), titles: titles)
  }

  /// An earlier week by itself, with all its topics.
  init(rebuilt facts: CoreFacts, topics: [TopicFacts], _ live: LiveParts) {
    self.init(facts, topics: topics, live, Edition(kind: .rebuilt))
  }

  private init(
    _ facts: CoreFacts, topics: [TopicFacts], _ live: LiveParts, _ edition: Edition,
    titles: [TopicID: String]? = nil
  ) {
    let rule = facts.rule.stricter(live.rule)
    let signals = facts.allSignals.filter { !live.isMuted($0) }.map {
      SignalView(Self.shown($0, edition, live, rule), live: live)
    }
    let byTopic = Dictionary(grouping: signals.filter { $0.topic != nil }) { $0.topic }
    let views = topics.filter { !live.mutedTopics.contains($0.id) }.map { topic in
      TopicView(
        Self.shown(topic, live, rule, madeWith: facts.rule), live: live, signals: byTopic[topic.id] ?? [])
    }
    self.facts = facts
    self.edition = edition
    self.live = live
    self.rule = rule
    self.topics = views.filter { $0.status != .merged }.sorted(by: Self.strongerFirst)
    merged = views.filter { $0.status == .merged }
    allSignals = signals
    self.signals = signals.filter(\.isOpen)
    changes = facts.changes.filter { change in
      ![change.topic, change.other].compactMap(\.self).contains(where: live.mutedTopics.contains)
        && !(change.signal.map(live.mutedSignals.contains) ?? false)
    }
    self.titles = titles ?? Dictionary(views.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    themes = Set(self.topics.compactMap(\.theme)).sorted()
  }

  /// A topic's facts as they may be shown now.
  private static func shown(
    _ topic: TopicFacts, _ live: LiveParts, _ rule: SuppressionRule, madeWith earlier: SuppressionRule
  ) -> TopicFacts {
    var topic = topic
    topic.points = live.dated(topic.points, topic: topic.id)
    topic.related.removeAll { live.mutedTopics.contains($0.topic) }
    topic.breakdowns = topic.breakdowns.map { rule.shown($0, madeWith: earlier) }
    return topic
  }

  /// A signal's facts as they may be shown now. In an archived report only the signals of its week have a page.
  private static func shown(
    _ signal: SignalFacts, _ edition: Edition, _ live: LiveParts, _ rule: SuppressionRule
  ) -> SignalFacts {
    var signal = signal
    signal.points = live.dated(signal.points, topic: signal.showsOwnQuestions ? nil : signal.topic)
    signal.shown = rule.shown(signal.shown)
    guard edition.kind == .archived else { return signal }
    signal.hasPage = signal.isOpen
    signal.earlier = signal.earlier.map {
      SignalFacts.Earlier(id: $0.id, opened: $0.opened, latest: $0.latest, strength: $0.strength, path: nil)
    }
    return signal
  }

  /// Signals first, by strength and likelihood; then by questions in this week, questions in the year and identity.
  private static func strongerFirst(_ left: TopicView, _ right: TopicView) -> Bool {
    func key(_ topic: TopicView) -> (Int, Double, Int, Int, Int) {
      let strength = topic.signal.map { SignalStrength.allCases.firstIndex(of: $0.strength) ?? 0 } ?? -1
      return (
        -strength, topic.signal?.pValue ?? 1, -topic.questionsThisWeek, -topic.questionsInYear,
        topic.id.number
      )
    }
    return key(left) < key(right)
  }
}
