// A list of resources in the inbox, and the calendar, on a real night: taken, shown, remembered, and replaced.
import Foundation
import Testing

@Suite struct ResourceNightTests {
  /// A community with a theme catalogue and the calendar that comes along.
  private static func community() throws -> SmallCommunity {
    let community = try SmallCommunity(posts: 0..<500)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try
      (settings + "themes: \(Program.root)/pipelines/themes/jeugd\n"
      + "calendar: {school_holidays: \(Program.root)/pipelines/calendars/schoolvakanties.csv}\n")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    return community
  }

  private static func put(_ rows: String, in community: SmallCommunity, as name: String = "bronnen.csv")
    throws
  {
    let header = "bron;titel;uitgever;link;onderwerp;thema;toelichting;geldig_tot\n"
    try (header + rows + "\n").write(
      toFile: community.folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  private static func file(_ path: String, _ community: SmallCommunity) throws -> String {
    String(decoding: try #require(try community.dashboards()["2024-06-30/" + path]), as: UTF8.self)
  }

  @Test func aListIsTakenAndAWrongRowCostsOnlyItself() throws {
    let community = try Self.community()
    try Self.put(
      "a;Wijzer;NJi;https://www.nji.nl;;vakinhoud;;\nb;Fout;;ftp://x;;vakinhoud;;\nc;Later;;;OND-0001;;;",
      in: community)
    let night = try community.night()
    #expect(night.status == 1, "\(night.errors)")
    #expect(night.output.contains("1 bronnen opgenomen, 2 bronnen geweigerd"), "\(night.output)")
    let intake = try Self.file("monitors/inname.html", community)
    #expect(intake.contains("bronnen.csv") && intake.contains("de link is geen webadres"))
    #expect(intake.contains("record 3, regel 3"))
    #expect(intake.contains("er zijn nog geen onderwerpen"))
    let list = try Self.file("kerngroep/data/bronnen.csv", community)
    #expect(list.contains("a,Wijzer,NJi,https://www.nji.nl,,,\"Kennis van kinderen, gezinnen en hulp\""))
    let page = try #require(
      try community.dashboards().first { path, bytes in
        path.contains("kerngroep/onderwerpen/")
          && String(decoding: bytes, as: UTF8.self).contains("id=\"bronnen\"")
      })
    #expect(String(decoding: page.value, as: UTF8.self).contains("class=\"holidaybar\""))

    // The next night knows the topics: the row that named one is taken. The same night again is the same.
    let next = try community.night(["--as-of", "2024-07-01"])
    #expect(next.output.contains("2 bronnen opgenomen, 1 bronnen geweigerd"), "\(next.output)")
    let before = try community.dashboards()
    _ = try community.night(["--as-of", "2024-07-01"])
    #expect(try community.dashboards() == before)

    // A shorter list takes the place of the longer one, and stays when its file is gone.
    try Self.put("d;Gids;;;;vakinhoud;;", in: community)
    #expect(try community.night().status == 0)
    try FileManager.default.removeItem(atPath: community.folder + "/inbox/bronnen.csv")
    #expect(try community.night().status == 0)
    let short = try Self.file("kerngroep/data/bronnen.csv", community)
    #expect(short.contains("d,Gids") && !short.contains("Wijzer"))
  }

  @Test func aListOfThePipelineFileIsReadEveryNight() throws {
    let community = try Self.community()
    let list = community.folder + "/lijst.csv"
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "resources: lijst.csv\n").write(
      toFile: community.pipeline, atomically: true, encoding: .utf8)
    try "titel;thema;link\nWijzer;vakinhoud;https://www.nji.nl\n".write(
      toFile: list, atomically: true, encoding: .utf8)
    #expect(try community.night().status == 0)
    #expect(try Self.file("kerngroep/data/bronnen.csv", community).contains("Wijzer"))
    try "titel;thema;link\nGids;vakinhoud;\nFout;bestaat-niet;\n".write(
      toFile: list, atomically: true, encoding: .utf8)
    let night = try community.night()
    #expect(night.status == 1)
    #expect(
      night.errors.contains("lijst.csv:3: er is geen thema dat “bestaat-niet” zo heet"), "\(night.errors)")
    let files = try Self.file("kerngroep/data/bronnen.csv", community)
    #expect(files.contains("Gids") && !files.contains("Wijzer"))
    #expect(try Self.file("monitors/inname.html", community).contains("lijst.csv"))
  }
}
