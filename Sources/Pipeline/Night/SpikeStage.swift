// How many people asked about each topic in each week, and in which weeks that was out of the ordinary.
import Discussion
import Spikes
import Storage

/// Counts askers per topic and week, and judges every complete week.
struct SpikeStage: NightStage {
  let name = "spikes"
  let label = "signalen"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let members = Dictionary(
      try night.store.members().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let asking = Set(try night.store.questions(run: night.run).map(\.post))
    let state = try night.store.topicState(run: night.run)
    // A signal that nobody is shown must not take the place of one of the others.
    let muted = MutedTopics(try night.store.topicCorrections(), topics: state?.topics ?? [])
    let topics = (state?.assignments ?? []).reduce(into: [PostID: TopicID]()) { $0[$1.post] = $1.topic }
    let inputs = SignalInputs(
      posts: try night.posts().filter { asking.contains($0.id) }, members: members, zone: night.file.zone,
      topics: topics, muted: muted)
    let reportWeek = NightFacts.reportWeek(asOf: night.asOf)
    let nextWeek = ISOWeek(containing: night.asOf).advanced(by: 1).monday
    let counts = WeeklyCounts.count(inputs.questions, asOf: nextWeek)
    let complete = counts.filter { $0.week <= reportWeek }
    let decided = try DecisionFacts(
      night, signalsOf: night.base, topics: state?.topics ?? [], topicOfPost: topics)
    // Questions that people called wrong are told on pages, but say nothing of what is usual.
    let faulty = decided.faultyPosts
    let sound =
      faulty.isEmpty
      ? complete
      : WeeklyCounts.count(inputs.questions.filter { !faulty.contains($0.post) }, asOf: nextWeek)
        .filter { $0.week <= reportWeek }
    let assessments = try night.assessments(of: sound, reportWeek: reportWeek, decided: decided)
    let signals = try night.signals(
      inputs, assessments: assessments, reportWeek: reportWeek, decided: decided)
    let outcome = StageOutcome(counts: [
      .init("weeks", "weken", Set(complete.map(\.week)).count),
      .init("signals", "signalen in alle weken", signals.count),
      .init("new_signals", "nieuw in \(reportWeek)", signals.count { $0.opened == reportWeek }),
    ])
    return (
      outcome,
      { writer in
        try writer.replaceWeeklyCounts(counts)
        try writer.replaceAssessments(assessments)
        try writer.replaceSignals(signals)
      }
    )
  }

  /// The detector's settings for a pipeline file's section.
  static func settings(_ section: PipelineFile.SpikeSection) -> DetectorSettings {
    var settings = section.profile.settings
    if case .falseDiscoveryRate = settings.selection {
      settings.selection = .falseDiscoveryRate(section.falseDiscoveryRate)
    }
    return settings
  }
}

extension NightContext {
  /// What the detector makes of the weeks: those that no night judged for good, and what was published of the others.
  fileprivate func assessments(of counts: [WeeklyCount], reportWeek: ISOWeek, decided: DecisionFacts) throws
    -> [Assessment]
  {
    let detector = SpikeDetector(settings: SpikeStage.settings(file.spikes))
    let calendar = try file.schoolHolidays()
    guard let base, let start = try firstOpenWeek else {
      return detector.assess(
        counts, meetings: decided.themeMeetings, excluded: decided.faultyWeeks, calendar: calendar)
    }
    return detector.assess(
      counts,
      after: PublishedWeeks(
        assessments: try store.assessments(run: base), counts: try store.weeklyCounts(run: base)),
      from: min(start, reportWeek), meetings: decided.themeMeetings, excluded: decided.faultyWeeks,
      calendar: calendar)
  }
}
