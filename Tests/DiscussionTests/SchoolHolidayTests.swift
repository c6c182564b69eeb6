// School holidays by week: which weeks they mark, how much of them they are, and where nothing is known.
import Testing

@testable import Discussion

@Suite struct SchoolHolidayTests {
  private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso8601: text)) }
  private static func week(_ text: String) throws -> ISOWeek { try #require(ISOWeek(iso8601: text)) }

  private static func holiday(_ name: String, _ region: String, _ first: String, _ last: String) throws
    -> SchoolHolidays.Holiday
  {
    .init(name: name, region: region, days: try day(first)...day(last))
  }

  /// Autumn and Christmas of 2026.
  private static func autumn() throws -> SchoolHolidays {
    try SchoolHolidays(
      [
        holiday("kerstvakantie", "zuid", "2026-12-19", "2027-01-03"),
        holiday("herfstvakantie", "noord", "2026-10-10", "2026-10-18"),
        holiday("herfstvakantie", "zuid", "2026-10-17", "2026-10-25"),
        holiday("kerstvakantie", "noord", "2026-12-19", "2027-01-03"),
        holiday("carnaval", "elders", "2026-11-09", "2026-11-13"),
      ], regions: ["zuid", "noord"])
  }

  @Test func theWeekendBeforeAHolidayMakesNoHolidayWeek() throws {
    let holidays = try Self.autumn()
    // Saturday 10 October lies in week 41.
    #expect(holidays.week(try Self.week("2026-W41")) == nil)
    #expect(holidays.share(of: try Self.week("2026-W41")) == 0)
    #expect(try #require(holidays.week(try Self.week("2026-W42"))).regions == ["noord"])
  }

  @Test func aWeekSaysWhereAndHowMuch() throws {
    let holidays = try Self.autumn()
    let autumn = try #require(holidays.week(try Self.week("2026-W43")))
    #expect(autumn.names == ["herfstvakantie"] && autumn.regions == ["zuid"] && !autumn.isEverywhere)
    #expect(holidays.share(of: try Self.week("2026-W43")) == 0.5)
    let christmas = try #require(holidays.week(try Self.week("2026-W53")))
    #expect(christmas.isEverywhere && christmas.regions == ["zuid", "noord"])
    #expect(holidays.share(of: try Self.week("2026-W53")) == 1)
  }

  @Test func partOfAWeekCountsByItsSchoolDays() throws {
    let holidays = SchoolHolidays([try Self.holiday("brugdag", "noord", "2026-05-14", "2026-05-17")])
    // Ascension Day and the Friday behind it.
    #expect(holidays.share(of: try Self.week("2026-W20")) == 0.4)
    #expect(holidays.week(try Self.week("2026-W20"))?.names == ["brugdag"])
  }

  @Test func regionsThatDoNotCountAreLeftOut() throws {
    let holidays = try Self.autumn()
    #expect(holidays.week(try Self.week("2026-W46")) == nil)
    #expect(!holidays.holidays.contains { $0.region == "elders" })
    #expect(holidays.holidays.map(\.days.lowerBound) == holidays.holidays.map(\.days.lowerBound).sorted())
  }

  @Test func whatLiesBehindTheLastHolidayIsNotKnown() throws {
    let holidays = try Self.autumn()
    #expect(try holidays.lastKnownDay == Self.day("2027-01-03"))
    // The south's first holiday starts on a Saturday in week 42.
    let (first, last) = (try Self.week("2026-W42"), try Self.week("2026-W53"))
    #expect(holidays.knownWeeks == first...last)
    #expect(try !holidays.knows(Self.week("2027-W01")) && !holidays.knows(Self.week("2026-W41")))
    let missing = SchoolHolidays(holidays.holidays, regions: ["noord", "west"])
    #expect(missing.knownWeeks == nil && missing.lastKnownDay == nil)
    #expect(SchoolHolidays([]).share(of: try Self.week("2026-W42")) == 0)
  }
}
