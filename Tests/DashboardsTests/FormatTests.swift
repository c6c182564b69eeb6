import Discussion
import Testing

@testable import Dashboards

@Suite("Dutch notation")
struct FormatTests {
  @Test(
    "writes a point per thousand and a real minus sign",
    arguments: [(0, "0"), (999, "999"), (1_234, "1.234"), (1_234_567, "1.234.567"), (-31, "\u{2212}31")])
  func numbers(value: Int, text: String) { #expect(DutchFormat.number(value) == text) }

  @Test(
    "writes shares with one decimal, rounded half up",
    arguments: [(9, 204, "4,4%"), (1, 2, "50,0%"), (1, 16, "6,3%"), (0, 5, "0,0%"), (5, 5, "100,0%")])
  func percentages(part: Int, whole: Int, text: String) {
    #expect(DutchFormat.percentage(part, of: whole) == text)
    #expect(DutchFormat.percentage(part, of: 0) == nil)
  }

  @Test(
    "writes a period without repeating what both days share",
    arguments: [
      ("2026-W46", "9 t/m 15 november 2026"), ("2026-W40", "28 september t/m 4 oktober 2026"),
      ("2026-W01", "29 december 2025 t/m 4 januari 2026"),
      ("2020-W53", "28 december 2020 t/m 3 januari 2021"),
    ])
  func periods(week: String, text: String) {
    #expect(DutchFormat.period(Sample.weekOf(week)) == text)
  }

  @Test("writes a moment with the weekday and a point between hours and minutes")
  func moments() throws {
    let time = try #require(LocalTime(day: Sample.day("2026-11-15"), hour: 23, minute: 4))
    #expect(DutchFormat.moment(time) == "zondag 15 november 2026, 23.04 uur")
  }

  @Test(
    "an axis holds the largest count in at most five round steps",
    arguments: [(0, 1, 2), (1, 1, 2), (5, 1, 5), (6, 2, 6), (23, 5, 25), (31, 10, 40), (1_031, 500, 1_500)])
  func scales(largest: Int, step: Int, top: Int) {
    let scale = CountScale(largest: largest)
    #expect(scale.step == step)
    #expect(scale.top == top)
    #expect(scale.y(0, height: 100) == 100)
    #expect(scale.y(top, height: 100) == 0)
  }

  @Test("a path of points is written in the shortest steps and closed when asked")
  func paths() {
    #expect(SVGPath(through: [(1, 2), (5, 2), (5, 9), (3, 4)], closed: true).data == "M1 2h4v7l-2-5z")
    #expect(SVG.escape("a<b>&\"\u{1}c") == "a&lt;b&gt;&amp;&quot;c")
  }
}
