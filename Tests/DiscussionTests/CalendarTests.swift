// Days, ISO weeks and zones, against figures from Python's datetime and the IANA database.
import Discussion
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    ("2026-11-21", 20778, "2026-W47", 6), ("2024-12-30", 20087, "2025-W01", 1),
    ("2021-01-03", 18630, "2020-W53", 7), ("2000-02-29", 11016, "2000-W09", 2),
    ("1969-12-31", -1, "1970-W01", 3), ("2016-01-01", 16801, "2015-W53", 5),
  ])
  func aDayKnowsItsNumberWeekAndWeekday(text: String, number: Int, week: String, weekday: Int) throws {
    let day = try #require(CalendarDay(iso8601: text))
    #expect(day.number == number)
    #expect(day.description == text)
    #expect(ISOWeek(containing: day).description == week)
    #expect(day.isoWeekday == weekday)
    #expect(ISOWeek(iso8601: week) == ISOWeek(containing: day))
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "", "2026-11-21 "])
  func aDayThatDoesNotExistIsRefused(text: String) {
    #expect(CalendarDay(iso8601: text) == nil)
  }

  @Test func everyDayOfFourCenturiesRoundTrips() throws {
    for number in stride(from: -80_000, through: 80_000, by: 13) {
      let day = CalendarDay(number: number)
      let (year, month, dayOfMonth) = day.civil
      #expect(CalendarDay(year: year, month: month, day: dayOfMonth) == day)
      let week = ISOWeek(containing: day)
      #expect(week.monday <= day && day <= week.sunday)
      #expect(ISOWeek(iso8601: week.description) == week)
    }
  }

  @Test(
    arguments: [
      ("2026-11-21T09:05:00+01:00", "2026-11-21T08:05:00Z"),
      ("2026-11-21 09:05:00.1239Z", "2026-11-21T09:05:00.123Z"),
      ("1969-12-31T23:59:59-0030", "1970-01-01T00:29:59Z"), ("2026-06-30T24:00:00Z", nil),
      ("2026-11-21T09:05:00", nil), ("2026-11-21", nil), ("2026-11-21T09:05:00+99:00", nil),
    ] as [(String, String?)])
  func timestampsAreReadAndWrittenAsISO8601(text: String, written: String?) {
    #expect(Timestamp(iso8601: text)?.description == written)
  }

  @Test func theClockInAmsterdamSkipsAndRepeatsAnHour() throws {
    let zone = try #require(LocalZone(identifier: "Europe/Amsterdam"))
    func resolve(_ text: String) throws -> LocalZone.Resolution {
      zone.resolve(try #require(LocalTime(iso8601: text)))
    }
    func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }
    #expect(try resolve("2026-07-01T12:00") == .once(utc("2026-07-01T10:00:00Z")))
    #expect(try resolve("2026-01-01T00:00") == .once(utc("2025-12-31T23:00:00Z")))
    #expect(try resolve("2026-03-29T02:30") == .never(utc("2026-03-29T01:30:00Z")))
    #expect(
      try resolve("2026-10-25T02:30")
        == .twice(first: utc("2026-10-25T00:30:00Z"), second: utc("2026-10-25T01:30:00Z")))
    #expect(zone.day(of: try utc("2026-03-28T23:30:00Z")).description == "2026-03-29")
    #expect(zone.week(of: try utc("2026-11-22T22:59:00Z")).description == "2026-W47")
    #expect(zone.week(of: try utc("2026-11-22T23:00:00Z")).description == "2026-W48")
  }

  @Test func aTopicIdentityIsWrittenWithFourDigits() {
    #expect(TopicID(number: 7).description == "OND-0007")
    #expect(TopicID("OND-12345") == TopicID(number: 12345))
    #expect(TopicID("OND-") == nil && TopicID("OND--1") == nil && TopicID("X-1") == nil)
  }
}
