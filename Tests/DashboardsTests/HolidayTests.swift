// School holidays in charts, tables and files: shaded, marked without colour, and in words.
import Discussion
import Testing

@testable import Dashboards

@Suite struct HolidayTests {
  /// Autumn in the north only, Christmas everywhere, within the year that the sample shows.
  private static var report: NightReport {
    var report = Sample.report([Sample.topic(1, "Wachttijd", last: [8, 9], signal: .strong)])
    func holiday(_ name: String, _ region: String, _ first: String, _ last: String) -> SchoolHolidays.Holiday
    {
      .init(name: name, region: region, days: Sample.day(first)...Sample.day(last))
    }
    report.schoolHolidays = SchoolHolidays([
      holiday("kerstvakantie", "noord", "2025-12-20", "2026-01-04"),
      holiday("kerstvakantie", "zuid", "2025-12-20", "2026-01-04"),
      holiday("herfstvakantie", "noord", "2026-10-10", "2026-10-18"),
      holiday("later", "zuid", "2026-12-19", "2027-01-03"),
      holiday("later", "noord", "2026-12-19", "2027-01-03"),
    ])
    return report
  }

  @Test func chartsMarkHolidaysWithoutColourAlone() throws {
    let page = try Dashboards.render(Self.report).text("kerngroep/onderwerpen/OND-0001.html")
    let wide = try #require(page.between("class=\"chart wide\"", "</svg>").first)
    // Shaded and under a bar: two weeks everywhere, one week in part, half as high.
    #expect(wide.between("<rect class=\"holiday\"", "/>").count == 2)
    let bars = wide.between("<rect class=\"holidaybar\"", "/>")
    #expect(bars.map { $0.between("height=\"", "\"") } == [["6"], ["3"]])
    #expect(bars.map { $0.between("width=\"", "\"") } == [["32"], ["16"]])
    let narrow = try #require(page.between("class=\"chart narrow\"", "</svg>").first)
    #expect(narrow.between("<rect class=\"holidaybar\"", "/>").count == 1)
    #expect(page.contains("schoolvakantie (dunne streep: niet in alle regio’s)"))
    #expect(wide.contains("Schoolvakantie was er in week 52 en 1, 42."))
    #expect(wide.contains("week 42 van 2026: 2 vragen, verwacht 0 t/m 5, herfstvakantie in Noord</title>"))
  }

  @Test func theTableAndTheFileSayItInWords() throws {
    let files = try Dashboards.render(Self.report)
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    let autumn = try #require(page.between("<tr><th scope=\"row\">2026-42</th>", "</tr>").first)
    #expect(autumn.between("herfstvakantie in Noord", "<").count == 2, "on a phone and on a desk")
    let christmas = try #require(page.between("<tr><th scope=\"row\">2025-52</th>", "</tr>").first)
    #expect(christmas.contains("<td class=\"desk\">kerstvakantie</td>"))
    let lines = files.text("kerngroep/data/onderwerp_week.csv").split(whereSeparator: \.isNewline)
    #expect(lines[0].hasSuffix(",volledig,schoolvakantie,bijeenkomst"))
    #expect(lines.first { $0.hasPrefix("2025-W52") }?.hasSuffix(",noord|zuid,") == true)
    #expect(lines.first { $0.hasPrefix("2026-W42") }?.hasSuffix(",noord,") == true)
    #expect(lines.first { $0.hasPrefix("2026-W41") }?.hasSuffix(",,") == true)
    #expect(files.text("kerngroep/data/kolommen.csv").contains("onderwerp_week.csv,schoolvakantie,tekst"))
    #expect(files.text("kerngroep/werkwijze.html").contains("Weken met schoolvakantie"))
  }

  @Test func withoutACalendarNothingIsSaidOfHolidays() throws {
    let files = try Dashboards.render(Sample.busy)
    for path in ["kerngroep/onderwerpen/OND-0001.html", "kerngroep/index.html", "kerngroep/werkwijze.html"] {
      let body = try #require(files.text(path).between("</style>", "</html>").first)
      #expect(!body.contains("vakantie") && !body.contains("class=\"holiday"))
    }
  }
}
