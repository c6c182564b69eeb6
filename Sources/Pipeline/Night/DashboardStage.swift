// Pages and files for monitors and the core group, published in one step.
import Dashboards
import Discussion
import Storage

/// Renders the night's dashboards and puts them in place, and keeps the week's report as it was. A night that dies in between
/// has shown pages of which nothing is kept: the next one makes the report anew.
struct DashboardStage: NightStage {
  let name = "dashboards"
  let label = "dashboards"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let made = try DashboardReport(night)
    let edition = try Dashboards.edition(of: made.report)
    let (files, record) = (edition.files, edition.record)
    if !edition.unreadable.isEmpty {
      Progress(mode: Progress.fitting, stages: 0).warns(
        "de rapporten van \(edition.unreadable.count) weken zijn niet te lezen en ontbreken in het archief: "
          + edition.unreadable.map(\.description).joined(separator: ", "))
    }
    try Publication(folder: night.file.dashboards)
      .publish(files.map { ($0.path, $0.bytes) }, as: night.asOf.description)
    var outcome = StageOutcome(counts: [
      .init("files", "bestanden", files.count),
      .init("bytes", "bytes", files.reduce(0) { $0 + $1.bytes.count }),
      .init("community_rows", "op de lijst van de gemeenschap", made.report.communityList.rows.count),
      .init("proposals", "voorstellen voor onderwerpen", made.report.proposals.rows.count),
    ])
    if made.refusedResources > 0 {
      outcome.counts.append(.init("resources_refused", "bronnen geweigerd", made.refusedResources))
      outcome.isIncomplete = true
    }
    return (outcome, { try $0.replaceWeekReport(record.map(StoredWeekReport.init)) })
  }
}
