// A week's report as it was fixed: what the store keeps, so that the week can be shown again as it was.
import Discussion
import Foundation

/// The core group's report of one week, as the night that fixed it made it.
///
/// It holds numbers after suppression and identities, and nothing that anybody wrote: names, words, sentences, notes and
/// decisions are those of the night that shows it. So what was erased, muted, renamed or refused since is not shown.
public struct WeekRecord: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// The day whose data were used.
  public var asOf: CalendarDay
  /// Whether all data of the week were in: only then later nights of the week keep to it.
  public var isComplete: Bool
  /// The report beside its topics, as JSON.
  public var summary: [UInt8]
  /// Its topics, as JSON; empty where they were not read.
  public var topics: [UInt8]

  /// A record from its parts.
  public init(week: ISOWeek, asOf: CalendarDay, isComplete: Bool, summary: [UInt8], topics: [UInt8] = []) {
    self.week = week
    self.asOf = asOf
    self.isComplete = isComplete
    self.summary = summary
    self.topics = topics
  }
}

extension WeekRecord {
  /// Rises when what is kept changes so much that older records cannot be read; those are then left out.
  private static let version = 1

  private struct Kept<Value: Codable>: Codable {
    let version: Int
    let value: Value
  }

  /// A report to keep. Equal reports give equal bytes.
  init(_ facts: CoreFacts, topics: [TopicFacts]) throws {
    self.init(
      week: facts.week, asOf: facts.asOf, isComplete: facts.completeness == .complete,
      summary: try Self.json(facts), topics: try Self.json(topics))
  }

  /// The report beside its topics; nil when a version of the program wrote it that this one does not understand.
  var facts: CoreFacts? { Self.value(summary) }

  /// The report's topics; nil when they were not read, or cannot be understood.
  var topicFacts: [TopicFacts]? { Self.value(topics) }

  private static func json(_ value: some Codable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Kept(version: version, value: value)))
  }

  private static func value<Value: Codable>(_ bytes: [UInt8]) -> Value? {
    guard let kept = try? JSONDecoder().decode(Kept<Value>.self, from: Data(bytes)), kept.version == version
    else { return nil }
    return kept.value
  }
}

extension Dashboards {
  /// What the store should keep of a night's report; nil when there is nothing to report on, or an earlier night of the
  /// same week fixed it already.
  public static func record(of report: NightReport) throws -> WeekRecord? {
    let fresh = WeekFacts(report)
    guard fresh.core.completeness != .noData, FixedWeek(report) == nil else { return nil }
    return try WeekRecord(fresh.core, topics: fresh.topics)
  }
}

/// The report of the night's own week as an earlier night fixed it.
struct FixedWeek {
  let core: CoreFacts
  let topics: [TopicFacts]

  /// Nil when no earlier night fixed it, or not all data were in by then.
  init?(_ report: NightReport) {
    let records = report.records.filter {
      $0.week == report.reportWeek && $0.isComplete && $0.asOf < report.asOf
    }
    guard let record = records.max(by: { $0.asOf < $1.asOf }), let core = record.facts,
      let topics = record.topicFacts
    else { return nil }
    self.core = core
    self.topics = topics
  }
}
