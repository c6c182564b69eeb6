// Reads the golden numbers beside the tests, and the shared benchmark where it lies.

import Discussion
import Foundation
import Spikes
import TestSupport

/// A CSV file without quotes, read by hand so that these tests depend on nothing that they don't test.
struct Table {
  private let header: [String: Int]
  private let cells: [[String]]

  init(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    header = Dictionary(uniqueKeysWithValues: (lines.first ?? []).enumerated().map { (String($1), $0) })
    cells = lines.dropFirst().map { $0.map(String.init) }
  }

  var rows: [Row] { cells.map { Row(header: header, cells: $0) } }

  struct Row {
    let header: [String: Int]
    let cells: [String]
    subscript(_ name: String) -> String { header[name].map { cells[$0] } ?? "" }
    func number(_ name: String) -> Double { Double(self[name]) ?? .nan }
    func whole(_ name: String) -> Int { Int(self[name]) ?? 0 }
    /// The week of the row; an impossible one, that no comparison survives, when it cannot be read.
    var week: ISOWeek {
      CalendarDay(iso8601: self["week_start"]).map { ISOWeek(containing: $0) } ?? ISOWeek(number: .min / 2)
    }
    var platform: String { String(self["topic"].prefix { $0 != "/" }) }
  }
}

enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    .path

  static func table(_ name: String) throws -> Table { try Table(folder + "/" + name + ".csv") }

  /// The shared benchmark's folder, when it is there.
  static let shared = Repository.sharedPath("data/spikes")
}

/// A platform of the benchmark.
struct Platform {
  var counts: [WeeklyCount] = []
  var evaluated: [ISOWeek] = []
  var meetings: [ThemeMeeting] = []
  /// The weeks to judge, from the first to the last.
  var weeks: ClosedRange<ISOWeek>? {
    guard let first = evaluated.min(), let last = evaluated.max() else { return nil }
    return first...last
  }

  static func load(series: String, meetings: String? = nil) throws -> [String: Platform] {
    var platforms: [String: Platform] = [:]
    for row in try Table(series).rows {
      let count = WeeklyCount(
        series: row["topic"], week: row.week, questions: row.whole("questions"),
        distinctAskers: row.whole("distinct_askers"), distinctOrganisations: row.whole("distinct_orgs"),
        askersInFourWeeks: row.whole("askers_4w"), organisationsInFourWeeks: row.whole("orgs_4w"),
        totalQuestions: row.whole("total_questions_all_topics"))
      platforms[row.platform, default: Platform()].counts.append(count)
      if row["eval"] == "1" { platforms[row.platform]?.evaluated.append(row.week) }
    }
    if let meetings {
      for row in try Table(meetings).rows {
        platforms[row.platform]?.meetings.append(ThemeMeeting(series: row["topic"], week: row.week))
      }
    }
    return platforms
  }

  /// Two platforms with short histories, beside the tests.
  static let small = Result {
    try load(
      series: Golden.folder + "/community_small.csv",
      meetings: Golden.folder + "/community_small_meetings.csv")
  }
}

/// Relative difference, absolute near zero.
func difference(_ a: Double, _ b: Double) -> Double {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  return abs(a - b) / max(abs(b), 1e-300)
}
