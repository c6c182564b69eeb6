// The pipeline file's calendar and list of resources: what is right is read, what is wrong is named with its place.
import Configuration
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CalendarSectionTests {
  private let folder = TemporaryFolder()

  private func pipeline(_ more: String) throws -> PipelineFile {
    try FileManager.default.createDirectory(atPath: folder.path + "/inbox", withIntermediateDirectories: true)
    try folder.write(
      "vakantie,regio,eerste_dag,laatste_dag\nherfst,noord,2026-10-10,2026-10-18\nherfst,zuid,2026-10-17,2026-10-25\n",
      to: "v.csv")
    try folder.write("datum,naam\n2026-04-27,Koningsdag\n", to: "f.csv")
    try folder.write("titel;link;thema\nWijzer;https://www.nji.nl;scheiding\n", to: "b.csv")
    try folder.write(
      """
      version: 1
      community: Proef
      inbox: inbox
      store: out/store.sqlite
      key: out/key
      dashboards: out/pages
      sources: [{name: jeugd}]
      \(more)

      """, to: "p.yaml")
    return try PipelineFile.read(folder.path + "/p.yaml")
  }

  @Test func aCalendarGivesHolidaysAndWorkingDays() throws {
    let file = try pipeline("calendar: {school_holidays: v.csv, public_holidays: f.csv, regions: [Zuid]}")
    let holidays = try #require(try file.schoolHolidays())
    #expect(holidays.regions == ["zuid"] && holidays.holidays.count == 1)
    let kingsDay = try #require(CalendarDay(iso8601: "2026-04-27"))
    #expect(try !ModerationStage.workingDays(file).isWorkingDay(kingsDay))
    let none = try pipeline("")
    #expect(try none.schoolHolidays() == nil && ModerationStage.workingDays(none).isWorkingDay(kingsDay))
    let old = try pipeline("moderation: {holidays: f.csv}")
    #expect(try !ModerationStage.workingDays(old).isWorkingDay(kingsDay))
  }

  @Test(arguments: [
    ("calendar: {school_holiday: v.csv}", ":8:12:", "\"school_holidays\""),
    ("calendar: {school_holidays: v.csv, regions: [zuidd]}", ":8:", "bedoelt u \"zuid\"?"),
    ("calendar: {school_holidays: v.csv, regions: [zuid, zuid]}", ":8:", "twee keer"),
    ("calendar: {school_holidays: v.csv, regions: []}", ":8:", "minstens één regio"),
    ("calendar: {regions: [zuid]}", ":8:", "noem ook dat bestand"),
    (
      "calendar: {public_holidays: f.csv}\nmoderation: {holidays: f.csv}", ":9:",
      "noem de feestdagen één keer"
    ),
    ("calendar: {school_holidays: weg.csv}", ":8:", "weg.csv"),
    ("resources: weg.csv", ":8:", "weg.csv"),
  ])
  func mistakesAreNamedWithTheirPlace(more: String, place: String, text: String) throws {
    #expect {
      _ = try pipeline(more)
    } throws: { error in
      "\(error)".contains("p.yaml" + place) && "\(error)".contains(text)
    }
  }

  @Test func theFilesAreWhatANightIsMadeFrom() throws {
    let file = try pipeline("calendar: {school_holidays: v.csv, public_holidays: f.csv}\nresources: b.csv")
    var hashes = [try SettingsHash.of(file)]
    for name in ["v.csv", "f.csv", "b.csv"] {
      try folder.write(
        String(contentsOfFile: folder.path + "/" + name, encoding: .utf8) + "# meer\n", to: name)
      hashes.append(try SettingsHash.of(file))
    }
    #expect(Set(hashes).count == 4)
  }

  @Test func aCalendarThatEndsBeforeTheDayIsSaid() throws {
    let file = try pipeline("calendar: {school_holidays: v.csv, public_holidays: f.csv}")
    func remarks(_ day: String) throws -> [String] {
      try file.calendarRemarks(on: try #require(CalendarDay(iso8601: day)))
    }
    #expect(try remarks("2026-10-18").isEmpty)
    // The north's holidays are known up to the 18th only.
    let autumn = try remarks("2026-10-19")
    #expect(autumn.count == 1 && autumn[0].contains("v.csv: de schoolvakanties lopen tot en met 2026-10-18"))
    #expect(try remarks("2026-12-31").count == 1)
    let later = try remarks("2027-01-01")
    #expect(later.count == 2 && later[1].contains("f.csv: de feestdagen lopen tot en met 2026"))
  }

  @Test func theCheckTellsOfTheCalendarAndTheResources() throws {
    try folder.write("x", to: "inbox/een.mbox")
    _ = try pipeline("as_of: 2026-10-20\ncalendar: {school_holidays: v.csv}\nresources: b.csv")
    // A theme in a community without themes: the row is refused, and the check says so by its status.
    #expect(PipelineCheck.run(pipeline: folder.path + "/p.yaml") == .incomplete)
    try folder.write("titel;link;onderwerp\nWijzer;https://www.nji.nl;OND-0001\n", to: "b2.csv")
    _ = try pipeline("as_of: 2026-10-12\ncalendar: {school_holidays: v.csv}\nresources: b2.csv")
    #expect(PipelineCheck.run(pipeline: folder.path + "/p.yaml") == .clean)
  }
}
