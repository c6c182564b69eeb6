// The reports to share, through whole nights: counts as on the other pages, and sentences only when everybody may read them.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct ShareNightTests {
  private static let first = Result {
    let (community, night) = try SmallCommunity.withNight()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  @Test func itCountsWhatTheOtherPagesCountAndQuotesNobody() throws {
    let community = try Self.first.get()
    let report = try #require(try community.table("opbrengst/data/rapporten.csv").first)
    #expect(report["rapport"] == "alles" && report["soort"] == "alles")
    let topics = try community.table("kerngroep/data/onderwerpen.csv")
    let year = topics.reduce(0) { $0 + (Int($1["vragen_jaar"] ?? "") ?? 0) }
    #expect(year > 50 && report["vragen"] == String(year))
    let own = Dictionary(
      uniqueKeysWithValues: topics.map { ($0["onderwerp_id"] ?? "", $0["vragen_jaar"] ?? "") })
    let named = try community.table("opbrengst/data/onderwerpen.csv").filter { $0["onderwerp_id"] != "" }
    #expect(named.count > 3)
    for topic in named { #expect(own[topic["onderwerp_id"] ?? ""] == topic["vragen"]) }
    #expect(Int(report["wat_goed_gaat"] ?? "") ?? 0 > 0)
    let all = try community.text(of: "opbrengst")
    #expect(!all.contains("<blockquote") && !all.contains("jeugd:"))
    // No sentence of any post is in it, as it was written.
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    let run = try #require(try store.lastPublishedRun()).id
    for question in try store.questions(run: run)
    where question.text.unicodeScalars.count >= 25 && all.contains(question.text) {
      Issue.record("\(question.post) is quoted")
    }
  }

  @Test func aSentenceForEverybodyIsInTheReportUntilItIsRefused() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let candidates = try community.table("monitors/data/citaten.csv")
    // Words that redaction takes nothing out of, of a topic that the report names.
    let named = Set(try community.table("opbrengst/data/onderwerpen.csv").compactMap { $0["onderwerp_id"] })
    let questions = candidates.filter {
      $0["plaats"] == "onderwerp" && named.contains($0["nummer"] ?? "–")
        && !($0["vraag"] ?? "[").contains("[")
    }
    let stories = candidates.filter { $0["plaats"] == "verhaal" }
    let (question, forCore, story) = (
      try #require(questions.first), try #require(questions.last), try #require(stories.first)
    )
    #expect(question["bericht_id"] != forCore["bericht_id"])
    func rule(_ row: [String: String], _ answer: String) -> String {
      "\(row["bericht_id"] ?? "");\(answer);;;;;\(row["versie"] ?? "")"
    }
    try
      ([
        "bericht;oordeel;reden;tot;toelichting;door;versie", rule(question, "citaat_openbaar"),
        rule(forCore, "citaat_akkoord"), rule(story, "citaat openbaar"),
      ].joined(separator: "\n") + "\n").write(
        toFile: community.folder + "/inbox/oordelen.csv", atomically: true, encoding: .utf8)
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(
      night.status == 0 && night.output.contains("3 oordelen opgenomen"), "\(night.output) \(night.errors)")
    var quotes = try community.table("opbrengst/data/citaten.csv")
    #expect(Set(quotes.compactMap { $0["zin"] }) == [question["vraag"] ?? "", story["vraag"] ?? ""])
    let core = try community.table("monitors/data/citaten.csv").filter { $0["stand"] == "zichtbaar" }
    #expect(core.contains { $0["bericht_id"] == question["bericht_id"] && $0["openbaar"] == "ja" })
    #expect(core.contains { $0["bericht_id"] == forCore["bericht_id"] && $0["openbaar"] == "nee" })
    #expect(try !community.text(of: "opbrengst").contains(forCore["vraag"] ?? "–"))

    // A refusal takes both back.
    for row in [question, story] {
      let refused = try Program.run([
        "review", community.pipeline, row["bericht_id"] ?? "", "--oordeel", "citaat_geweigerd",
      ])
      #expect(refused.status == 0, "\(refused.errors)")
    }
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 0)
    quotes = try community.table("opbrengst/data/citaten.csv")
    #expect(try quotes.isEmpty && !community.text(of: "opbrengst").contains("<blockquote"))
    let left = try community.table("monitors/data/citaten.csv")
    #expect(
      !left.contains { $0["bericht_id"] == question["bericht_id"] || $0["bericht_id"] == story["bericht_id"] }
    )
  }

  @Test func eachOfSeveralSourcesHasAReport() throws {
    let community = try SmallCommunity(posts: 0..<260)
    try community.put(260..<340, as: "peiling.json")
    let mapping = try String(contentsOfFile: community.folder + "/mapping.yaml", encoding: .utf8)
    try mapping.replacing("source: jeugd", with: "source: peiling").replacing("*.jsonl", with: "*.json")
      .write(
        toFile: community.folder + "/mapping2.yaml", atomically: true, encoding: .utf8)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try
      (settings.replacing(
        "mapping: mapping.yaml}]",
        with: "mapping: mapping.yaml}, {name: peiling, files: \"*.json\", mapping: mapping2.yaml}]")
      + "privacy: {suppress_below: 3}\n").write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    let night = try community.night()
    #expect(night.status == 0, "\(night.output) \(night.errors)")
    let reports = try community.table("opbrengst/data/rapporten.csv")
    #expect(
      reports.compactMap { $0["rapport"] }.filter { !$0.isEmpty } == ["alles", "bron-jeugd", "bron-peiling"])
    let counts = reports.prefix(3).map { Int($0["vragen"] ?? "") ?? -1 }
    #expect(counts[0] == counts[1] + counts[2] && counts[2] > 0)
    #expect(try community.table("opbrengst/data/wie_vraagt.csv").allSatisfy { $0["rapport"] == "alles" })
  }
}
