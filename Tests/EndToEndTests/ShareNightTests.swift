// The reports to share, through whole nights: counts as on the other pages, and sentences only when everybody may read them.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct ShareNightTests {
  private static let first = Result {
    let community = try SmallCommunity(posts: 0..<340)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "privacy: {suppress_below: 3}\n").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  private func page(_ path: String, _ community: SmallCommunity) throws -> String {
    try String(contentsOfFile: community.folder + "/out/dashboards/latest/" + path, encoding: .utf8)
  }

  /// The rows of a file, by column; no cell of these files holds a line break.
  private func rows(_ path: String, _ community: SmallCommunity) throws -> [[String: String]] {
    let lines = try page(path, community).split(separator: "\r\n").map { Self.cells(String($0)) }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private func shared(_ community: SmallCommunity) throws -> String {
    let files = try community.dashboards()
    let night = String(decoding: try #require(files["latest"]), as: UTF8.self)
    return files.filter { $0.key.hasPrefix(night + "/opbrengst/") }.sorted { $0.key < $1.key }
      .map { String(decoding: $0.value, as: UTF8.self) }.joined(separator: "\n")
  }

  @Test func itCountsWhatTheOtherPagesCountAndQuotesNobody() throws {
    let community = try Self.first.get()
    let report = try #require(try rows("opbrengst/data/rapporten.csv", community).first)
    #expect(report["rapport"] == "alles" && report["soort"] == "alles")
    let topics = try rows("kerngroep/data/onderwerpen.csv", community)
    let year = topics.reduce(0) { $0 + (Int($1["vragen_jaar"] ?? "") ?? 0) }
    #expect(year > 50 && report["vragen"] == String(year))
    let own = Dictionary(
      uniqueKeysWithValues: topics.map { ($0["onderwerp_id"] ?? "", $0["vragen_jaar"] ?? "") })
    let named = try rows("opbrengst/data/onderwerpen.csv", community).filter { $0["onderwerp_id"] != "" }
    #expect(named.count > 3)
    for topic in named { #expect(own[topic["onderwerp_id"] ?? ""] == topic["vragen"]) }
    #expect(Int(report["wat_goed_gaat"] ?? "") ?? 0 > 0)
    let all = try shared(community)
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
    let candidates = try rows("monitors/data/citaten.csv", community)
    // Words that redaction takes nothing out of, of a topic that the report names.
    let named = Set(try rows("opbrengst/data/onderwerpen.csv", community).compactMap { $0["onderwerp_id"] })
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
    var quotes = try rows("opbrengst/data/citaten.csv", community)
    #expect(Set(quotes.compactMap { $0["zin"] }) == [question["vraag"] ?? "", story["vraag"] ?? ""])
    let core = try rows("monitors/data/citaten.csv", community).filter { $0["stand"] == "zichtbaar" }
    #expect(core.contains { $0["bericht_id"] == question["bericht_id"] && $0["openbaar"] == "ja" })
    #expect(core.contains { $0["bericht_id"] == forCore["bericht_id"] && $0["openbaar"] == "nee" })
    #expect(try !shared(community).contains(forCore["vraag"] ?? "–"))

    // A refusal takes both back.
    for row in [question, story] {
      let refused = try Program.run([
        "review", community.pipeline, row["bericht_id"] ?? "", "--oordeel", "citaat_geweigerd",
      ])
      #expect(refused.status == 0, "\(refused.errors)")
    }
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 0)
    quotes = try rows("opbrengst/data/citaten.csv", community)
    #expect(try quotes.isEmpty && !shared(community).contains("<blockquote"))
    let left = try rows("monitors/data/citaten.csv", community)
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
    let reports = try rows("opbrengst/data/rapporten.csv", community)
    #expect(
      reports.compactMap { $0["rapport"] }.filter { !$0.isEmpty } == ["alles", "bron-jeugd", "bron-peiling"])
    let counts = reports.prefix(3).map { Int($0["vragen"] ?? "") ?? -1 }
    #expect(counts[0] == counts[1] + counts[2] && counts[2] > 0)
    #expect(try rows("opbrengst/data/wie_vraagt.csv", community).allSatisfy { $0["rapport"] == "alles" })
  }
}
