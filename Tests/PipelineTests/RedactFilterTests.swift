// The filter over files: what it writes, what it refuses, and what never leaves it.
import Foundation
import Moderation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct RedactFilterTests {
  private func run(_ lines: String, members: String? = nil, mode: RedactionMode = .standard) throws -> (
    status: Pipeline.ExitStatus, findings: String, redacted: String, messages: [String]
  ) {
    let folder = TemporaryFolder()
    let dictionary = try folder.write(
      (["600"] + Array(repeating: "woord", count: 400)).joined(separator: "\n"), to: "nl.dic")
    let list = try members.map { try folder.write($0, to: "leden.csv") }
    var messages: [String] = []
    let status = RedactFilter(
      posts: try folder.write(lines, to: "posts.ndjson"), members: list, dictionary: dictionary, mode: mode,
      findings: folder.path("f.csv"), redacted: folder.path("r.ndjson")
    ).run { messages.append($0) }
    return (status, (try? folder.text("f.csv")) ?? "", (try? folder.text("r.ndjson")) ?? "", messages)
  }

  @Test func findingsAndRedactedPostsAreWritten() throws {
    let result = try run(
      #"{"id":"a","text":"bel 06-12345678"}"# + "\n"
        + #"{"id":7,"title":"Mail j@post.nl","body":"é bsn 111222333"}"# + "\n")
    #expect(result.status == .clean)
    #expect(
      result.findings == """
        post_id,kind,start,end,text
        a,phone,4,15,06-12345678
        7#title,email,5,14,j@post.nl
        7,bsn,6,15,

        """)
    #expect(
      result.redacted == #"{"id":"a","text":"bel [telefoonnummer]"}"# + "\n"
        + #"{"id":"7","title":"Mail [e-mailadres]","text":"é bsn [bsn]"}"# + "\n")
    #expect(result.messages.isEmpty)
  }

  @Test func aByteOrderMarkAndEmptyLinesAreNoBadLines() throws {
    let result = try run("\u{FEFF}" + #"{"id":"a","text":"ja"}"# + "\r\n \n\n" + #"{"id":"b","text":"ja"}"#)
    #expect(result.status == .clean && result.messages.isEmpty)
    #expect(result.redacted == #"{"id":"a","text":"ja"}"# + "\n" + #"{"id":"b","text":"ja"}"# + "\n")
  }

  @Test func aBadLineIsReportedWithoutItsTextAndCostsNoOther() throws {
    let result = try run(
      "{kapot 06-12345678\n" + #"{"id":"b","text":"ja"}"# + "\n" + #"{"text":"zonder id"}"#)
    #expect(result.status == .incomplete)
    #expect(result.messages.count == 2)
    #expect(result.messages.allSatisfy { !$0.contains("06-") && !$0.contains("zonder id") })
    #expect(result.messages.first?.contains(":1:") ?? false)
    #expect(result.redacted == #"{"id":"b","text":"ja"}"# + "\n")
  }

  @Test(
    "Member lists with one name column, with parts of names, and without a header are read",
    arguments: [
      "lid_id;naam;organisatie\n1;Plofje van Kraakhoven;Zorg\n",
      "voornaam,achternaam\nPlofje,van Kraakhoven\n",
      "Plofje van Kraakhoven\n",
    ])
  func members(list: String) throws {
    let post = #"{"id":"a","text":"ik belde Plofje van Kraakhoven over woord"}"#
    #expect(try run(post, members: list).findings.contains("a,person,9,30,Plofje van Kraakhoven"))
  }

  @Test func aMissingFileIsSaidAndNothingIsWritten() throws {
    var messages: [String] = []
    let filter = RedactFilter(posts: "/nergens/posts.ndjson", dictionary: "/nergens/nl.dic")
    #expect(filter.run { messages.append($0) } == .failed)
    #expect(messages.contains { $0.contains("/nergens/posts.ndjson") })
    #expect(messages.contains { $0.contains("hunspell-nl") })
  }
}
