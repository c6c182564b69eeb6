// The filter `detect`: what it reads, what it refuses and says so.

import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct DetectFilterTests {
  /// Twelve topics of one asker every other week for 30 weeks, and ten people on one of them in the last.
  static let series: [String] =
    ["topic,week_start,distinct_askers,distinct_orgs,total_questions_all_topics,extra"]
    + (0..<30).flatMap { week in
      (0..<12).map { topic in
        let monday = Date(timeIntervalSince1970: Double(4 + 7 * week) * 86_400)
          .formatted(.iso8601.year().month().day())
        let askers = week == 29 && topic == 3 ? 10 : (week + topic) % 2
        return "p/t\(topic),\(monday),\(askers),\(askers),\(week == 29 ? 34 : 24),x"
      }
    }

  private func run(_ lines: [String]) throws -> (
    status: Pipeline.ExitStatus, output: [String], messages: [String]
  ) {
    let folder = TemporaryFolder()
    let input = try folder.write(lines.joined(separator: "\n"), to: "in.csv")
    var messages: [String] = []
    let status = DetectFilter(series: input, output: folder.path("out.csv")).run { messages.append($0) }
    let text = (try? folder.text("out.csv")) ?? ""
    return (status, text.split(separator: "\n").map(String.init), messages)
  }

  @Test func everyRowIsAssessedAndTheBurstFlagged() throws {
    let result = try run(Self.series)
    #expect(result.status == .clean)
    #expect(result.messages == [])
    #expect(result.output.count == 361)
    #expect(
      result.output[0].hasPrefix(
        "topic,week_start,flag,score,observed,expected,lower,upper,p_value,window_weeks"))
    let flagged = result.output.dropFirst().filter { $0.split(separator: ",")[2] == "1" }
    #expect(flagged.count == 1)
    #expect(flagged.first?.hasPrefix("p/t3,1970-07-27,1,") == true)
  }

  @Test(arguments: [
    ("p/t0,1970-08-04,1,1,24,x", "not a Monday"), ("p/t0,soon,1,1,24,x", "week_start"),
    ("p/t0,1970-08-03,-1,1,24,x", "distinct_askers"), ("p/t0,1970-08-03", "columns"),
    ("p/t0,1970-07-27,9,9,34,x", "earlier row"),
  ])
  func aRowThatCannotBeUsedIsNamedWithItsReason(row: String, reason: String) throws {
    let result = try run(Self.series + [row])
    #expect(result.status == .incomplete)
    #expect(result.output.count == 361)
    #expect(result.messages.count == 1)
    #expect(result.messages.first?.contains(":362: ") == true)
    #expect(result.messages.first?.contains(reason) == true)
  }

  @Test func theSameRowTwiceChangesNothing() throws {
    let (once, twice) = (try run(Self.series), try run(Self.series + Self.series.dropFirst()))
    #expect(twice.status == .clean)
    #expect(once.output == twice.output)
  }

  @Test func onlyRowsThatAreAskedForAreWritten() throws {
    let marked = Self.series.enumerated().map { $1 + ($0 == 0 ? ",eval" : $0 > 336 ? ",1" : ",0") }
    let result = try run(marked)
    #expect(result.status == .clean)
    #expect(result.output.count == 25)
  }

  @Test func withoutTheNeededColumnsNothingIsDone() throws {
    let result = try run(["week_start,distinct_askers", "1970-01-05,1"])
    #expect(result.status == .failed)
    #expect(result.messages.first?.contains("no column topic") == true)
    #expect(try run([""]).status == .failed)
  }
}
