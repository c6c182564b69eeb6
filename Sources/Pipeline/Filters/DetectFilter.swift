// The filter `detect`: weekly series in, one assessment per series and week out.

import Discussion
import Records
import Spikes

/// Detects spikes in weekly series, without a store.
public struct DetectFilter: Sendable {
  /// By which method.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The program's own detector.
    case themaradar
    /// The field's reference: farringtonFlexible.
    case farrington
  }

  /// CSV with a row per series and week; `-` is standard input.
  public var series: String
  /// CSV `topic,week_start` of theme meetings that were held.
  public var meetings: String?
  /// A calendar of school holidays; all its regions count.
  public var calendar: String?
  /// Where the assessments go; `-` is standard output.
  public var output: String
  /// By which method.
  public var method: Method
  /// For what kind of series.
  public var profile: DetectorProfile
  /// The nominal false discovery rate across the topics; the profile's own when nil.
  public var q: Double?

  /// A filter from its parts.
  public init(
    series: String, meetings: String? = nil, calendar: String? = nil, output: String = "-",
    method: Method = .themaradar,
    profile: DetectorProfile = .community, q: Double? = nil
  ) {
    self.series = series
    self.meetings = meetings
    self.calendar = calendar
    self.output = output
    self.method = method
    self.profile = profile
    self.q = q
  }

  /// Runs the filter.
  /// - Parameter report: is given a line per thing that is wrong.
  /// - Returns: clean when all is well, incomplete when rows were refused, failed when nothing could be done.
  public func run(report: (String) -> Void) -> ExitStatus {
    do {
      var refused = 0
      let held = try readMeetings(&refused, report)
      let holidays = try calendar.map { SchoolHolidays(try SchoolHolidayFile.read($0)) }
      let reader = try SeriesReader(path: series, report: report)
      refused += reader.refused
      guard !reader.platforms.isEmpty else {
        report("\(series): no row could be used")
        return .failed
      }
      let writer = try ByteWriter(path: output)
      var csv = CSVWriter(carriageReturns: false)
      csv.write(Self.header)
      for (_, platform) in reader.platforms.sorted(by: { $0.key < $1.key }) {
        for assessment in assess(platform, held, holidays)
        where platform.asked.contains(.init(series: assessment.series, week: assessment.week)) {
          csv.write(Self.row(assessment))
        }
        try writer.write(csv.take())
      }
      try writer.flush()
      return refused == 0 ? .clean : .incomplete
    } catch {
      report("\(error)")
      return .failed
    }
  }

  private func assess(
    _ platform: SeriesReader.Platform, _ meetings: [ThemeMeeting], _ calendar: SchoolHolidays?
  ) -> [Assessment] {
    let weeks = platform.asked.map(\.week)
    guard let first = weeks.min(), let last = weeks.max() else { return [] }
    switch method {
    case .themaradar:
      var settings = profile == .archive ? DetectorSettings.archive : .community
      if let q { settings.selection = .falseDiscoveryRate(q) }
      return SpikeDetector(settings: settings).assess(
        platform.counts, meetings: meetings, weeks: first...last, calendar: calendar)
    case .farrington:
      return FarringtonFlexible().assess(platform.counts, weeks: first...last)
    }
  }

  private func readMeetings(_ refused: inout Int, _ report: (String) -> Void) throws -> [ThemeMeeting] {
    guard let meetings else { return [] }
    let records = try CSVRecords(path: meetings)
    guard let topic = records.columns["topic"] else {
      throw DetectError.missingColumn("topic", path: meetings)
    }
    guard let start = records.columns["week_start"] else {
      throw DetectError.missingColumn("week_start", path: meetings)
    }
    var held: [ThemeMeeting] = []
    for record in records.rows {
      let day = record.string(start) ?? ""
      guard let date = CalendarDay(iso8601: day), let series = record.string(topic), !series.isEmpty else {
        refused += 1
        report("\(meetings):\(record.line): \(DetectError.badValue("week_start", day))")
        continue
      }
      held.append(ThemeMeeting(series: series, week: ISOWeek(containing: date)))
    }
    return held
  }

  private static let header = [
    "topic", "week_start", "flag", "score", "observed", "expected", "lower", "upper", "p_value",
    "window_weeks",
    "open", "strength", "week_expected", "week_lower", "week_upper", "anomalous_volume",
  ]

  private static func row(_ assessment: Assessment) -> [String] {
    [
      assessment.series, "\(assessment.week.monday)", assessment.flag ? "1" : "0", "\(assessment.score)",
      "\(assessment.observed)", "\(assessment.expected)", "\(assessment.lower)", "\(assessment.upper)",
      "\(assessment.pValue)", "\(assessment.windowWeeks)", assessment.open ? "1" : "0",
      assessment.strength?.rawValue ?? "", "\(assessment.weekExpected)", "\(assessment.weekLower)",
      "\(assessment.weekUpper)", assessment.anomalousVolume ? "1" : "0",
    ]
  }
}
