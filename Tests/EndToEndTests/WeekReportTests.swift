// A week's report over many nights: fixed once, told when more comes in, kept at its address, and made again on request.
import Foundation
import Testing

@Suite(.serialized) struct WeekReportTests {
  /// A community with a report of week 25 of 2024 that was fixed on the Monday after it.
  private static let first = Result {
    let community = try SmallCommunity(posts: 0..<340)
    let night = try community.night(["--as-of", "2024-06-24"])
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  private func community() throws -> SmallCommunity { try SmallCommunity(copyOf: try Self.first.get()) }

  /// A question of Thursday 20 June 2024 that comes in late.
  private func addLateQuestion(_ community: SmallCommunity) throws {
    let line =
      #"{"id": "late1", "thread_id": "tlate1", "parent_id": null, "channel": "vragen", "title": null, "#
      + #""body": "Wie heeft ervaring met een wachtlijst bij de ggz?", "author_id": "late1", "#
      + #""created_at": "2024-06-20T10:00:00+02:00"}"#
    try Data((line + "\n").utf8).write(to: URL(filePath: community.folder + "/inbox/late.jsonl"))
  }

  private func render(_ arguments: [String], _ community: SmallCommunity) throws -> Program.Result {
    try Program.run(["render", community.pipeline] + arguments)
  }

  @Test func whatComesInLaterIsToldAndTheNumbersStay() throws {
    let community = try community()
    let figures = try community.page("kerngroep/data/kerncijfers.csv")
    try addLateQuestion(community)
    #expect(try community.night(["--as-of", "2024-06-26"]).status == 0)
    let index = try community.page("kerngroep/index.html")
    #expect(index.contains("Dit rapport is vastgesteld op maandag 24 juni 2024."))
    #expect(index.contains("kwam er nog 1 vraag uit deze week bij"))
    #expect(try community.page("kerngroep/data/kerncijfers.csv") == figures)
    // The monitors work with what there is now.
    #expect(try community.page("monitors/data/nieuwe_berichten.csv").contains("late1"))
    // Done again, also over a store in which the report is kept: the same bytes.
    let before = try community.dashboards()
    #expect(try community.night(["--as-of", "2024-06-26"]).status == 0)
    #expect(try community.dashboards() == before)
  }

  @Test func anEarlierWeekStaysAtItsAddressWithItsNumbers() throws {
    let community = try community()
    let figures = try community.page("kerngroep/data/kerncijfers.csv")
    try addLateQuestion(community)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try community.night(["--as-of", "2024-07-08"]).status == 0)
    let reports = try community.page("kerngroep/data/rapporten.csv")
    #expect(
      reports.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix(8) }
        == ["2024-W27", "2024-W26", "2024-W25"])
    #expect(try community.page("kerngroep/archief/2024-W25/data/kerncijfers.csv") == figures)
    #expect(
      try community.page("kerngroep/archief/2024-W25/index.html").contains("Dit is een eerder rapport."))
  }

  @Test func anErasedAuthorsWordsAreInNoEarlierWeek() throws {
    let community = try community()
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    let erased = try Program.run(["erase", community.pipeline, "--author", "m049"])
    #expect(erased.status == 0, "\(erased.errors)")
    // The report of the newest week is made anew, those of earlier weeks keep their counts.
    #expect(try community.page("kerngroep/archief/2024-W25/index.html").contains("eerder rapport"))
    #expect(!(try community.page("kerngroep/index.html")).contains("Dit rapport is vastgesteld"))
  }

  @Test func theLastNightIsMadeAgainByteForByte() throws {
    let community = try community()
    let target = community.folder + "/again"
    let made = try render(["--to", target], community)
    #expect(made.status == 0, "\(made.errors)")
    let latest = community.folder + "/out/dashboards/2024-06-24"
    let names = try FileManager.default.subpathsOfDirectory(atPath: latest).sorted()
    #expect(names == (try FileManager.default.subpathsOfDirectory(atPath: target).sorted()))
    for name in names {
      #expect(
        FileManager.default.contents(atPath: latest + "/" + name)
          == FileManager.default.contents(atPath: target + "/" + name), "\(name)")
    }
    // What was lost comes back in its place.
    try FileManager.default.removeItem(atPath: latest)
    #expect(try render([], community).status == 0)
    #expect(try community.page("kerngroep/index.html").contains("Week 25"))
  }

  @Test func anyWeekCanBeShownAndSaysHowItWasMade() throws {
    let community = try community()
    let figures = try community.page("kerngroep/data/kerncijfers.csv")
    try addLateQuestion(community)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    let kept = try render(["--week", "2024-W25"], community)
    #expect(kept.status == 0, "\(kept.errors)")
    let folder = community.folder + "/out/dashboards/week-2024-W25/kerngroep/"
    #expect(try String(contentsOfFile: folder + "data/kerncijfers.csv", encoding: .utf8) == figures)
    #expect(try String(contentsOfFile: folder + "index.html", encoding: .utf8).contains("eerder rapport"))
    #expect(FileManager.default.fileExists(atPath: folder + "onderwerpen/OND-0001.html"))
    let made = try render(["--week", "2024-05-15", "--to", community.folder + "/w20"], community)
    #expect(made.status == 0, "\(made.errors)")
    let page = try String(contentsOfFile: community.folder + "/w20/kerngroep/index.html", encoding: .utf8)
    #expect(page.contains("Week 20") && page.contains("Dit rapport is achteraf gemaakt."))
    #expect(!FileManager.default.fileExists(atPath: community.folder + "/w20/monitors"))
    // `latest` still leads to the night.
    #expect(try community.page("kerngroep/index.html").contains("Week 26"))
  }

  @Test func whatCannotBeShownIsSaidAndNothingIsTouched() throws {
    let community = try community()
    let future = try render(["--week", "2024-W30"], community)
    #expect(future.status == 2)
    #expect(future.errors.contains("van week 2024-W30 is er nog geen rapport"))
    #expect(try render(["--week", "2019-W30"], community).errors.contains("zijn er geen berichten"))
    #expect(try render(["--week", "2024-W60"], community).status == 2)
    let inUse = community.folder + "/inbox"
    let before = try FileManager.default.contentsOfDirectory(atPath: inUse)
    let refused = try render(["--to", inUse], community)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("er staan andere bestanden in"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: inUse) == before)
    let none = try SmallCommunity(posts: 0..<3)
    #expect(try render([], none).status == 2)
  }
}
