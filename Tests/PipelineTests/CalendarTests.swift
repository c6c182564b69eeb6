// The calendar: the files that come along keep the rules of the Dutch school year, and mistakes are named with their line.
import Configuration
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CalendarTests {
  private let folder = TemporaryFolder()
  private static let holidays = Repository.root.appending(path: "pipelines/calendars/schoolvakanties.csv")
    .path

  private func read(_ text: String) throws -> [SchoolHolidays.Holiday] {
    try folder.write(text, to: "v.csv")
    return try SchoolHolidayFile.read(folder.path + "/v.csv")
  }

  @Test func everyHolidayRunsFromSaturdayToSundayAndHasItsLength() throws {
    let lengths = [
      "herfstvakantie": 9, "kerstvakantie": 16, "voorjaarsvakantie": 9, "meivakantie": 9, "zomervakantie": 44,
    ]
    let all = try SchoolHolidayFile.read(Self.holidays)
    #expect(all.count == 243)
    for holiday in all {
      let (first, last) = (holiday.days.lowerBound, holiday.days.upperBound)
      #expect(first.isoWeekday == 6 && last.isoWeekday == 7, "\(holiday)")
      #expect(last.number - first.number + 1 == lengths[holiday.name], "\(holiday)")
      #expect(["noord", "midden", "zuid"].contains(holiday.region), "\(holiday)")
    }
  }

  @Test(arguments: 2015...2030)
  func everyYearHasItsHolidaysInTheirSeason(year: Int) throws {
    let all = try SchoolHolidayFile.read(Self.holidays).filter { $0.days.lowerBound.civil.year == year }
    let months = [
      "voorjaarsvakantie": [2], "meivakantie": [4, 5], "zomervakantie": [7], "herfstvakantie": [10],
      "kerstvakantie": [12],
    ]
    for (name, starts) in months {
      let found = all.filter { $0.name == name }
      #expect(found.count == 3 && Set(found.map(\.region)).count == 3, "\(name)")
      #expect(found.allSatisfy { starts.contains($0.days.lowerBound.civil.month) }, "\(name)")
      let firstDays = Set(found.map(\.days.lowerBound)).sorted()
      switch name {
      case "zomervakantie":
        // The three regions start a week apart.
        #expect(firstDays.count == 3 && firstDays[2].number - firstDays[0].number == 14)
        #expect(firstDays[1].number - firstDays[0].number == 7)
      case "herfstvakantie", "voorjaarsvakantie":
        // Two regions at once, the third a week beside them.
        #expect(firstDays.count == 2 && firstDays[1].number - firstDays[0].number == 7)
      default: #expect(firstDays.count == 1)
      }
      if name == "kerstvakantie", let christmas = CalendarDay(year: year, month: 12, day: 25),
        let newYear = CalendarDay(year: year + 1, month: 1, day: 1)
      {
        #expect(found.allSatisfy { $0.days.contains(christmas) && $0.days.contains(newYear) })
      }
      let isFixed = !["herfstvakantie", "voorjaarsvakantie"].contains(name)
      let isPublished = !(year == 2030 && ["herfstvakantie", "kerstvakantie"].contains(name))
      let certainty: SchoolHolidays.Certainty = !isPublished ? .derived : isFixed ? .fixed : .advised
      #expect(found.allSatisfy { $0.certainty == certainty }, "\(name)")
    }
  }

  /// From the ministry's regulations 2013–2016 (BWBR0032704) and 2016–2019 (BWBR0037100), and its page of 2027–2028.
  @Test(arguments: [
    ("zomervakantie", "noord", "2015-07-04", "2015-08-16"),
    ("zomervakantie", "zuid", "2016-07-23", "2016-09-04"),
    ("kerstvakantie", "midden", "2016-12-24", "2017-01-08"),
    ("meivakantie", "zuid", "2017-04-22", "2017-04-30"),
    ("zomervakantie", "midden", "2019-07-20", "2019-09-01"),
    ("herfstvakantie", "zuid", "2027-10-23", "2027-10-31"),
    ("voorjaarsvakantie", "noord", "2028-02-19", "2028-02-27"),
    ("zomervakantie", "midden", "2028-07-08", "2028-08-20"),
  ])
  func publishedDatesAreThere(name: String, region: String, first: String, last: String) throws {
    let found = try SchoolHolidayFile.read(Self.holidays).contains {
      $0.name == name && $0.region == region && "\($0.days.lowerBound)" == first
        && "\($0.days.upperBound)" == last
    }
    #expect(found)
  }

  @Test func aCalendarIsReadHoweverItWasSaved() throws {
    let expected = try read(
      "vakantie,regio,eerste_dag,laatste_dag,status\nherfst,noord,2026-10-10,2026-10-18,advies\n")
    let excel =
      "\u{FEFF}# uitleg; met \"tekens\r\nvakantie;regio;eerste_dag;laatste_dag;status\r\n\r\nherfst;Noord;10-10-2026;18-10-2026;Advies\r\n;;;;\r\n"
    #expect(try read(excel) == expected)
    #expect(expected.map(\.certainty) == [.advised])
    #expect(
      try read("laatste_dag,eerste_dag,regio,vakantie\n2026-10-18,2026-10-10,noord,herfst\n").map(\.certainty)
        == [.fixed])
  }

  @Test(arguments: [
    ("herfst,noord,2026-10-10,2026-02-30", ":3: in de kolom \"laatste_dag\" staat \"2026-02-30\""),
    (
      "herfst,noord,2026-10-18,2026-10-10", ":3: de laatste dag (2026-10-10) ligt voor de eerste (2026-10-18)"
    ),
    ("herfst,noord,2026-10-10,2027-10-18", ":3: deze vakantie duurt 374 dagen: klopt het jaar?"),
    (",noord,2026-10-10,2026-10-18", ":3: de kolom \"vakantie\" is leeg"),
    ("herfst,,2026-10-10,2026-10-18", ":3: de kolom \"regio\" is leeg"),
    ("herfst,noord,2026-10-10,2026-10-18,misschien", ":3: de status \"misschien\" is er niet"),
    (
      "herfst,noord,2026-10-10,2026-10-18\nmeer,noord,2026-10-18,2026-10-25",
      ":4: de meer in noord overlapt de herfst van regel 3"
    ),
    ("herfst,noord,2026-10-10,\"2026-10-18", ":3: deze regel is niet te lezen"),
    ("", ": er staat geen enkele vakantie in"),
  ])
  func aMistakeIsNamedWithItsLine(row: String, message: String) throws {
    try folder.write("# uitleg\nvakantie,regio,eerste_dag,laatste_dag,status\n\(row)\n", to: "v.csv")
    #expect {
      try SchoolHolidayFile.read(folder.path + "/v.csv")
    } throws: { error in
      "\(error)".hasPrefix(folder.path + "/v.csv" + message)
    }
  }

  @Test(arguments: [
    ("vakantie,regio,eerste_dag\n", ":1: de kolom \"laatste_dag\" ontbreekt"),
    (
      "vakantie,regio,eerste_dag,laatste_dag,statsu\n",
      ":1: onbekende kolom \"statsu\"; bedoelt u \"status\"?"
    ),
    ("vakantie,regio,regio,eerste_dag,laatste_dag\n", ":1: de kolom \"regio\" staat er twee keer"),
    ("# alleen uitleg\n", ": de kalender is leeg"),
  ])
  func aHeaderMustBeRight(text: String, message: String) throws {
    try folder.write(text, to: "v.csv")
    #expect {
      try SchoolHolidayFile.read(folder.path + "/v.csv")
    } throws: { error in
      "\(error)".hasPrefix(folder.path + "/v.csv" + message)
    }
  }

  @Test func publicHolidaysAreReadStrictly() throws {
    let all = try PublicHolidayFile.read(
      Repository.root.appending(path: "pipelines/calendars/feestdagen.csv").path)
    #expect(
      all.count == 16 * 11 - 1 && all.keys.min()?.civil.year == 2015 && all.keys.max()?.civil.year == 2030)
    try folder.write("datum,naam\n2026-04-27,Koningsdag\n2026-04-27,Koningsdag\n", to: "f.csv")
    #expect(
      throws: ConfigurationError(
        file: folder.path + "/f.csv", line: 3, message: "2026-04-27 staat er twee keer")
    ) {
      try PublicHolidayFile.read(folder.path + "/f.csv")
    }
  }
}
