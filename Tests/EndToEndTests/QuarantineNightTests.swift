// What a monitor can do about files and records that could not be read: find the reason, mend it, have it read again.
import Foundation
import Testing

@Suite struct QuarantineNightTests {
  private static let mapping = """
    version: 1
    source: jeugd
    files: [{match: "*.csv", format: csv, delimiter: ";"}]
    fields:
      id: {column: Nr}
      created: {column: Tijd, date: "%@"}
      author: {column: Wie}
      body: {column: Tekst}

    """
  private static let csv = """
    Nr;Tijd;Wie;Tekst
    1;2024-06-01 10:00;lid1;Hoe gaan jullie om met de wachtlijst?
    2;1 juni 2024 11:00;lid2;Wie heeft ervaring met dit programma?
    3;1 juni 2024 12:00;lid3;Een geheim verhaal over Pietje, wat nu?

    """

  private static func community() throws -> SmallCommunity {
    let community = try SmallCommunity(posts: 0..<3)
    let files = FileManager.default
    try files.removeItem(atPath: community.folder + "/inbox/posts.jsonl")
    try csv.write(toFile: community.folder + "/inbox/forum.csv", atomically: true, encoding: .utf8)
    try Data([0x50, 0x4B, 0x03, 0x04] + Array("stuk".utf8)).write(
      to: URL(filePath: community.folder + "/inbox/stuk.zip"))
    try set(mapping: "yyyy-MM-dd HH:mm", community)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacingOccurrences(of: "*.jsonl", with: "*").replacingOccurrences(
      of: "settle_seconds: 0", with: "settle_seconds: 0, move_to: gelezen"
    ).write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    return community
  }

  private static func set(mapping date: String, _ community: SmallCommunity) throws {
    try mapping.replacingOccurrences(of: "%@", with: date).write(
      toFile: community.folder + "/mapping.yaml", atomically: true, encoding: .utf8)
  }

  @Test(
    "the page, the list and the CSV name file, place, reason and advice; only show tells what was written")
  func reasons() throws {
    let community = try Self.community()
    #expect(try community.night().status == 1)
    let page = try community.page("monitors/inname.html")
    #expect(page.contains("1 bestand kon niet worden gelezen"))
    #expect(page.contains("stuk.zip"))
    #expect(page.contains("beschadigd of niet af"))
    #expect(page.contains("themaradar quarantine retry"))
    #expect(!page.contains("Pietje"))
    let rows = try community.table("monitors/data/quarantaine.csv")
    #expect(rows.map { $0["record"] } == ["2", "3"])
    #expect(rows.map { $0["regel"] } == ["3", "4"])
    let list = try Program.run(["quarantine", "list", community.pipeline])
    #expect(list.status == 1)
    #expect(list.output.contains("forum.csv, bericht 2, regel 3"))
    #expect(list.output.contains("stuk.zip"))
    #expect(!list.output.contains("Pietje"))
    let name = try #require(rows.last?["nummer"])
    let shown = try Program.run(["quarantine", "show", community.pipeline, name])
    #expect(shown.status == 0)
    #expect(shown.output.contains("Pietje"))
    #expect(shown.output.contains("Wat te doen"))
    let csv = try Program.run(["quarantine", "list", community.pipeline, "--csv", "--reden", "date"])
    #expect(csv.output.split(separator: "\r\n").count == 3)
    #expect(try Program.run(["quarantine", "show", community.pipeline, "R999"]).status == 2)
  }

  @Test(
    "a mended mapping and retry bring the records in, also when the file was moved; the next night shows them"
  )
  func retry() throws {
    let community = try Self.community()
    #expect(try community.night().status == 1)
    #expect(FileManager.default.fileExists(atPath: community.folder + "/gelezen/forum.csv"))
    #expect(FileManager.default.fileExists(atPath: community.folder + "/inbox/stuk.zip"))
    // A copied date that is now right for two of three.
    try Self.set(mapping: "d MMMM yyyy HH:mm", community)
    let retried = try Program.run(["quarantine", "retry", community.pipeline, "--bestand", "forum.csv"])
    #expect(retried.status == 1)
    #expect(retried.output.contains("forum.csv: opnieuw gelezen; 2 nieuw"))
    #expect(retried.output.contains("1 nog in quarantaine"))
    let again = try Program.run(["quarantine", "retry", community.pipeline, "--bestand", "forum.csv"])
    #expect(again.output.contains("0 nieuw"))
    let gone = try Program.run(["quarantine", "retry", community.pipeline, "--bestand", "stuk.zip"])
    #expect(gone.status == 1)
    #expect(gone.output.contains("nog steeds niet te lezen"))
    _ = try community.night(["--as-of", "2024-07-01"])
    #expect(try community.table("monitors/data/nieuwe_berichten.csv").count == 2)
  }

  @Test(
    "a source that should have brought an export says how many days it is late, and one that never came says so"
  )
  func late() throws {
    let community = try Self.community()
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacingOccurrences(
      of: "files: \"*\"", with: "files: \"*.csv\", every_days: 7"
    ).replacingOccurrences(
      of: "mapping: mapping.yaml}",
      with: "mapping: mapping.yaml}, {name: lijst, files: \"*.mbox\", every_days: 1}"
    ).write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    _ = try community.night()
    #expect(try community.table("monitors/data/bronnen_inname.csv").map { $0["dagen_te_laat"] } == ["", ""])
    _ = try community.night(["--as-of", "2024-07-10"])
    let rows = try community.table("monitors/data/bronnen_inname.csv")
    #expect(rows.map { $0["dagen_te_laat"] } == ["3", ""])
    let page = try community.page("monitors/inname.html")
    #expect(page.contains("Te laat: komt elke 7 dagen, nu 3 dagen te laat"))
    #expect(page.contains("Er is nog nooit iets binnengekomen"))
    let nights = try community.table("monitors/data/inname_nachten.csv")
    #expect(nights.contains { $0["nacht"] == "2024-06-30" && $0["bron"] == "jeugd" && $0["nieuw"] == "1" })
  }

  @Test("a format that the source does not name is not read, and a limit that is too low says so")
  func formatsAndLimits() throws {
    let community = try Self.community()
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacingOccurrences(
      of: "files: \"*\"", with: "files: \"*\", formats: [mbox, discourse]"
    ).write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    _ = try community.night()
    let files = try community.table("monitors/data/inname.csv")
    #expect(files.first { $0["bestand"] == "forum.csv" }?["uitkomst"] == "mislukt")
    try settings.replacingOccurrences(
      of: "files: \"*\"", with: "files: \"*\", formats: [onzin]"
    ).write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    let wrong = try Program.run(["check", community.pipeline])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("onzin"))
    try settings.replacingOccurrences(of: "move_to: gelezen", with: "move_to: inbox/gelezen").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    #expect(try Program.run(["check", community.pipeline]).status == 2)
  }
}
