// Tests of the filter `questions` over files.
import Foundation
import Pipeline
import Testing

@Suite("The filter questions")
struct QuestionsFilterTests {
  /// Runs the filter over lines, and returns its status, its output and what it reported.
  private func run(_ input: String, explain: Bool = false) throws -> (
    status: ExitStatus, csv: String, reports: [String], explanation: String
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "questions-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let posts = folder.appending(path: "posts.ndjson")
    let output = folder.appending(path: "questions.csv")
    let explanation = folder.appending(path: "explained.ndjson")
    try Data(input.utf8).write(to: posts)
    let reports = Reports()
    let status = QuestionsFilter(
      posts: posts.path, output: output.path, explanation: explain ? explanation.path : nil
    ).run { reports.lines.append($0) }
    return (
      status, try String(contentsOf: output, encoding: .utf8), reports.lines,
      explain ? try String(contentsOf: explanation, encoding: .utf8) : ""
    )
  }

  private final class Reports { var lines: [String] = [] }

  @Test("a row per asking sentence, one row where nothing is asked, an empty place where the title asks")
  func rows() throws {
    let found = try run(
      """
      {"id":"a","body":"Ons café zit vol. Hoe lossen jullie dat op?"}
      {"id":"b","title":null,"body":"Dank voor alle tips, ik ga ermee aan de slag."}
      {"id":7,"title":"Wie heeft ervaring met een fusie van twee koren?","body":"Onze koren krimpen allebei."}

      """)
    #expect(found.status == .clean)
    #expect(
      found.csv == """
        post_id,is_question,start,end,text
        a,1,18,43,Hoe lossen jullie dat op?
        b,0,,,
        7,1,,,Wie heeft ervaring met een fusie van twee koren?

        """)
  }

  @Test("a line that is no post is reported with its number, and its neighbours are kept")
  func badLines() throws {
    let found = try run(
      "{\"id\":\"a\",\"body\":\"Ja.\"}\n{oops\n{\"id\":\"b\"}\n{\"id\":\"c\",\"body\":\"Nee.\"}")
    #expect(found.status == .incomplete)
    #expect(found.csv == "post_id,is_question,start,end,text\na,0,,,\nc,0,,,\n")
    #expect(found.reports.count == 2)
    #expect(found.reports.first?.contains(":2: ") == true)
  }

  @Test("an absent file is said so, with status 2")
  func absentFile() {
    let reports = Reports()
    let status = QuestionsFilter(posts: "/nonexistent/posts.ndjson", output: "/dev/null").run {
      reports.lines.append($0)
    }
    #expect(status == .failed)
    #expect(reports.lines.first?.contains("/nonexistent/posts.ndjson") == true)
  }

  @Test("whether a post opens its conversation is taken from its record")
  func threads() throws {
    let body = "Is het een houten vloer?"
    let found = try run(
      """
      {"id":"a","kind":"topic","body":"\(body)"}
      {"id":"b","kind":"reply","body":"\(body)"}
      {"id":"c","thread":"t","parent":null,"body":"\(body)"}
      {"id":"d","thread":"t","parent":"c","body":"\(body)"}
      {"id":"e","body":"\(body)"}
      """, explain: true)
    let lines = found.explanation.split(separator: "\n")
    #expect(lines.map { $0.contains("\"opensThread\"") } == [true, false, true, false, false])
    #expect(lines.map { $0.contains("\"isReply\"") } == [false, true, false, true, false])
  }
}
