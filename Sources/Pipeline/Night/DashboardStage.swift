// Pages and files for monitors and the core group, published in one step.
import Dashboards
import Discussion
import Storage

/// Renders the night's dashboards and puts them in place, and keeps the week's report as it was.
struct DashboardStage: NightStage {
  let name = "dashboards"
  let label = "dashboards"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let made = try DashboardReport(night)
    let files = try Dashboards.render(made.report)
    let record = try Dashboards.record(of: made.report)
    try Publication(folder: night.file.dashboards)
      .publish(files.map { ($0.path, $0.bytes) }, as: night.asOf.description)
    var outcome = StageOutcome(counts: [
      .init("files", "bestanden", files.count),
      .init("bytes", "bytes", files.reduce(0) { $0 + $1.bytes.count }),
      .init("community_rows", "op de lijst van de gemeenschap", made.report.communityList.rows.count),
    ])
    if made.refusedResources > 0 {
      outcome.counts.append(.init("resources_refused", "bronnen geweigerd", made.refusedResources))
      outcome.isIncomplete = true
    }
    return (outcome, { try $0.replaceWeekReport(record.map(StoredWeekReport.init)) })
  }
}
