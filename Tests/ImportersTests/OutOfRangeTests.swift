// Numbers that no calendar, workbook or document has: they cost their record, never the program.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Numbers out of range") struct OutOfRangeTests {
  @Test(
    "a time that cannot be is put aside, and the next file is read",
    arguments: [
      #"{"items":[{"question_id":1,"creation_date":9223372036854775807,"title":"t","body":"<p>V</p>","owner":{"user_id":1},"answers":[]}],"has_more":false,"quota_remaining":9}"#,
      #"{"items":[{"question_id":1,"creation_date":-9000000000000000,"title":"t","body":"<p>V</p>","owner":{"user_id":1},"answers":[]}],"has_more":false,"quota_remaining":9}"#,
      #"{"participants":[{"name":"A"},{"name":"B"}],"messages":[{"sender_name":"A","timestamp_ms":-9223372036854775808,"content":"Hoe?"}]}"#,
      #"{"name":"T","type":"private_group","id":12,"messages":[{"id":1,"type":"message","date":"x","date_unixtime":"-9223372036854775808","from":"A","from_id":"user1","text":"Hoe?"}]}"#,
    ])
  func times(document: String) throws {
    let importer = FileImporter(
      settings: ImportSettings(source: "proef", notAfter: Timestamp(seconds: 1_800_000_000)))
    var posts = 0
    let summary = try importer.read(ArchiveFile(bytes: Array(document.utf8)), name: "export.json") { item in
      if case .post = item { posts += 1 }
    }
    #expect(posts == 0)
    #expect(summary.quarantined == 1 && summary.reason == "date", "\(summary)")
  }

  @Test("an instant past all calendars is the farthest there is")
  func instants() {
    #expect(Timestamp(seconds: .max) > Timestamp(seconds: 1 << 40))
    #expect(Timestamp(seconds: .min) < Timestamp(seconds: -(1 << 40)))
  }

  @Test("a text of nothing but headers of mails is done in a moment, and stays the author's")
  func headersOnly() {
    let text = String(repeating: "cc:\n", count: 8_000)
    #expect(QuoteSplitter(.plain).split(text) == nil)
  }
}
