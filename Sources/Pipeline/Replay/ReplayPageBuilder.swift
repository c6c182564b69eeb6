// A replay as the page of the dashboards wants it.
import Dashboards
import Discussion

/// Makes the page's values.
enum ReplayPageBuilder {
  static func report(_ replay: Replay, archive: ReplayArchive, file: PipelineFile, asOf: CalendarDay)
    -> ReplayReport
  {
    ReplayReport(
      community: file.community, isDemo: file.isDemo, asOf: asOf, weeks: replay.weeks,
      volumes: replay.volumes,
      signals: replay.raised.map {
        ReplayReport.Signal(
          id: $0.signal, topic: $0.topic, title: $0.title, scope: $0.scope, week: $0.week, askers: $0.askers,
          organisations: $0.organisations, isOpening: $0.isOpening)
      },
      choices: replay.choices.map {
        ReplayReport.Choice(
          kind: $0.kind == .q ? .falseDiscoveryRate : .recurrenceYears,
          value: $0.kind == .q ? $0.value : $0.value / Replay.weeksPerYear, alerts: $0.alerts,
          isCurrent: $0.isCurrent)
      }, posts: archive.posts, questions: archive.questions.count)
  }
}
