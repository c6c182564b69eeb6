// Tests of the filter `questions` over files.
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The filter questions")
struct QuestionsFilterTests {
  /// Runs the filter over lines, and returns its status, its output and what it reported.
  private func run(_ input: String, explain: Bool = false) throws -> (
    status: Pipeline.ExitStatus, csv: String, reports: [String], explanation: String
  ) {
    let folder = TemporaryFolder()
    var reports: [String] = []
    let status = QuestionsFilter(
      posts: try folder.write(input, to: "posts.ndjson"), output: folder.path("questions.csv"),
      explanation: explain ? folder.path("explained.ndjson") : nil
    ).run { reports.append($0) }
    return (
      status, try folder.text("questions.csv"), reports, explain ? try folder.text("explained.ndjson") : ""
    )
  }

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
    var reports: [String] = []
    let status = QuestionsFilter(posts: "/nonexistent/posts.ndjson", output: "/dev/null").run {
      reports.append($0)
    }
    #expect(status == .failed)
    #expect(reports.first?.contains("/nonexistent/posts.ndjson") == true)
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
