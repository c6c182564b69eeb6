// The core group reads a sentence of a post when a monitor approved that text: by a file in the inbox or at the keyboard.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct QuoteNightTests {
  private static let first = Result {
    let (community, night) = try SmallCommunity.withNight()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  /// The rows of the file with candidates: place, number, name, sentence, post, standing, line and version.
  private func candidates(_ community: SmallCommunity) throws -> [[String]] {
    try community.rows("monitors/data/citaten.csv")
  }

  private func quoted(_ community: SmallCommunity) throws -> [String] {
    try candidates(community).filter { $0[5] == "zichtbaar" }.map { $0[4] }
  }

  @Test func nothingIsQuotedBeforeAMonitorApprovedIt() throws {
    let community = try Self.first.get()
    let candidates = try candidates(community)
    #expect(candidates.count > 10 && candidates.allSatisfy { $0[5] == "voorstel" })
    let core = try community.text(of: "kerngroep")
    for row in candidates { #expect(!core.contains(row[3]), "\(row[4])") }
    #expect(!core.contains("<blockquote>"))
    #expect(core.contains("De monitors hebben nog geen vraag vrijgegeven"))
    // No sentence of any post is on it, as it was written.
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    let run = try #require(try store.lastPublishedRun()).id
    let asked = try store.questions(run: run).filter { $0.text.unicodeScalars.count >= 25 }
    #expect(asked.count > 50)
    for question in asked where core.contains(question.text) { Issue.record("\(question.post) is quoted") }
  }

  @Test func anApprovedTextIsQuotedUntilItIsEditedOrTheApprovalIsTakenBack() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let all = try candidates(community)
    // Without names in them: with its words gone a text may leave its topic when its time is over.
    let topics = all.filter { $0[0] == "onderwerp" && !$0[3].contains("[") }
    let (one, two, three) = (topics[0], topics[1], topics[2])
    // One by a file, one at the keyboard, one refused.
    try """
    bericht;oordeel;reden;tot;toelichting;door;versie
    \(one[4]);citaat_akkoord;;;;Ank;\(one[7])
    \(three[4]);citaat geweigerd;;;te herkenbaar;Ank;\(three[7])

    """.write(toFile: community.folder + "/inbox/oordelen.csv", atomically: true, encoding: .utf8)
    let review = try Program.run([
      "review", community.pipeline, two[4], "--oordeel", "citaat_akkoord", "--versie", two[7],
    ])
    #expect(review.status == 0 && review.output.contains("\(two[4]): citaat_akkoord"), "\(review)")
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(Set(try quoted(community)) == [one[4], two[4]])
    let core = try community.text(of: "kerngroep")
    for row in [one, two] {
      #expect(core.contains("<blockquote><p>“\(row[3])”</p></blockquote>"))
      #expect(core.contains(row[3]) && !core.contains(row[4]))
    }
    #expect(
      try !candidates(community).contains { $0[4] == three[4] }, "what was refused is not proposed again")
    // The verdict on quoting is none on the queue.
    #expect(try !community.page("monitors/moderatie.html").contains("1 beoordeeld bericht"))

    // The same night once more: the same bytes.
    let bytes = try community.dashboards()
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(
      try community.dashboards().filter { !$0.key.contains("inname") && !$0.key.contains("manifest") }
        == bytes.filter { !$0.key.contains("inname") && !$0.key.contains("manifest") })

    // The text of one is edited: its approval is over, and people are asked again.
    let id = String(one[4].dropFirst("jeugd:".count))
    let line = try #require(try SmallCommunity.lines().first { $0.contains("\"id\": \"\(id)\"") })
    let edited = line.replacing("\"body\": \"", with: "\"body\": \"Aangepast. ")
    try (edited + "\n").write(
      toFile: community.folder + "/inbox/wijziging.jsonl", atomically: true, encoding: .utf8)
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 0)
    #expect(try quoted(community) == [two[4]])

    // Texts whose time is over keep their approval: only people change texts.
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "retention: {raw_text_days: 14}\n").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    #expect(try community.night(["--as-of", "2024-07-20"]).status == 0)
    #expect(try CommunityStore(path: community.folder + "/out/store.sqlite").retiredPosts() > 100)
    #expect(try quoted(community) == [two[4]])
    #expect(try !candidates(community).contains { $0[4] == three[4] })

    // A text that a monitor had taken away is not quoted, whatever was approved.
    let gone = try Program.run([
      "review", community.pipeline, two[4], "--oordeel", "verwijderd", "--reden", "naam",
    ])
    #expect(gone.status == 0, "\(gone.errors)")
    #expect(try community.night(["--as-of", "2024-07-21"]).status == 0)
    #expect(try quoted(community).isEmpty)
    let word = try #require(gone.output.split(separator: " ").firstIndex(of: "regel"))
    let undone = gone.output.split(separator: " ")[word + 1].trimmingCharacters(in: .punctuationCharacters)
    #expect(try Program.run(["review", community.pipeline, "--intrekken", undone]).status == 0)
    #expect(try community.night(["--as-of", "2024-07-22"]).status == 0)
    #expect(try quoted(community) == [two[4]])

    // The approval is taken back.
    let log = try Program.run(["review", community.pipeline, "--log"]).output
    let entry = try #require(log.split(separator: "\n").first { $0.contains("\(two[4]): citaat_akkoord") })
    let number = entry.split(separator: ".")[0].trimmingCharacters(in: .whitespaces)
    #expect(try Program.run(["review", community.pipeline, "--intrekken", number]).status == 0)
    #expect(try community.night(["--as-of", "2024-07-23"]).status == 0)
    #expect(try quoted(community).isEmpty)
    #expect(try !community.text(of: "kerngroep").contains("<blockquote>"))
  }

  @Test func theFormHoldsTheProposalsAndItsRowsAreTaken() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let form = try community.page("monitors/oordelen-citaten.csv")
    let proposals = try candidates(community)
    func lay(_ text: String) throws {
      try text.write(
        toFile: community.folder + "/inbox/oordelen-citaten.csv", atomically: true, encoding: .utf8)
    }
    try lay(form)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try quoted(community).isEmpty)
    try lay(form.replacing(";;;;v", with: ";citaat_akkoord;;;v"))
    let night = try community.night(["--as-of", "2024-07-02"])
    #expect(night.status == 0, "\(night.output)")
    #expect(night.output.contains("\(proposals.count) oordelen opgenomen"), "\(night.output)")
    let quoted = try quoted(community)
    #expect(quoted.count > 5 && Set(quoted).count == quoted.count)
    let core = try community.text(of: "kerngroep")
    for row in try candidates(community)
    where row[5] == "zichtbaar" && !row[3].contains("'") && !row[3].contains("\"") {
      #expect(core.contains(row[3]), "\(row)")
    }
    for month in ["januari", "februari", "maart"] { #expect(!core.contains("” \(month)")) }
  }

  @Test(arguments: [
    (["--oordeel", "citaat_akkoord", "--reden", "naam"], "hoort geen reden"),
    (["--oordeel", "citaat_akkoord", "--tot", "2099-01-01"], "hoort geen reden"),
    (["--oordeel", "citaat_akkord"], "bedoelde u “citaat_akkoord”?"),
    (["--oordeel", "citaat_akkoord", "--versie", "x"], "geen versie van een tekst"),
    (["--versie", "v0123456789abcdef"], "Say what became of the post"),
  ])
  func whatCannotBeRecordedIsSaid(arguments: [String], message: String) throws {
    let community = try Self.first.get()
    let answer = try Program.run(["review", community.pipeline, "p00001"] + arguments)
    #expect(answer.status == 2 && answer.errors.contains(message), "\(answer)")
    #expect(try CommunityStore(path: community.folder + "/out/store.sqlite").verdictLog().isEmpty)
  }
}
