// The command `themaradar detect`.

import ArgumentParser
import Pipeline

/// Finds spikes in weekly series.
struct Detect: FilterCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the weeks in which a topic drew clearly more people than was to be expected.",
    discussion: """
      Reads CSV with a row per topic and week: topic,week_start,questions,distinct_askers,distinct_orgs,askers_4w,\
      orgs_4w,total_questions_all_topics (week_start is a Monday; topic may be platform/topic, and every platform is \
      judged by itself). Writes CSV with an assessment per row. Where there is a column eval, only rows with eval=1 \
      are written; the others count as history.

      Exit status: 0 all is well, 1 some rows were refused (see the messages), 2 nothing could be done.
      """)

  @Argument(help: "The series; - is standard input.")
  var series: String

  @Option(help: "CSV topic,week_start of theme meetings that were held.")
  var meetings: String?

  @Option(
    help:
      "CSV vakantie,regio,eerste_dag,laatste_dag of school holidays, for topics with two years of history."
  )
  var calendar: String?

  @Option(help: "community: any community; archive: steady series of four years and more.")
  var profile = DetectFilter.Profile.community

  @Option(
    help:
      "Nominal false discovery rate across the topics, above 0 and below 1: higher finds more, and more in vain."
  )
  var q: Double?

  @Option(help: "themaradar, or farrington for the reference method of the field.")
  var method = DetectFilter.Method.themaradar

  @Option(name: .shortAndLong, help: "Where the assessments go; - is standard output.")
  var output = "-"

  func validate() throws {
    if let q, !(q > 0 && q < 1) { throw ValidationError("--q must be above 0 and below 1") }
    if q != nil, method == .farrington { throw ValidationError("--q does not go with --method farrington") }
    if calendar != nil, method == .farrington {
      throw ValidationError("--calendar does not go with --method farrington")
    }
    if q != nil, profile == .archive { throw ValidationError("--q does not go with --profile archive") }
  }

  func filter(report: (String) -> Void) -> ExitStatus {
    DetectFilter(
      series: series, meetings: meetings, calendar: calendar, output: output, method: method,
      profile: profile, q: q
    ).run(report: report)
  }
}

extension DetectFilter.Profile: ExpressibleByArgument {}
extension DetectFilter.Method: ExpressibleByArgument {}
