// The calendar of a pipeline file: school holidays per region and public holidays, each a file that people edit.
import Configuration
import Discussion
import Foundation
import Moderation

/// Where a community's calendar stands.
public struct CalendarSection: Sendable, Hashable {
  /// The file with school holidays; nil does without.
  public var schoolHolidays: String?
  /// The file with public holidays; nil does without.
  public var publicHolidays: String?
  /// The regions whose school holidays count; nil takes all that the file has.
  public var regions: [String]?

  /// A section from its parts.
  public init(schoolHolidays: String? = nil, publicHolidays: String? = nil, regions: [String]? = nil) {
    self.schoolHolidays = schoolHolidays
    self.publicHolidays = publicHolidays
    self.regions = regions
  }

  /// The files, for the fingerprint of a run.
  var files: [String] { [schoolHolidays, publicHolidays].compactMap { $0 } }

  /// Reads the section.
  static func read(_ node: SettingsNode?, in folder: URL) throws(ConfigurationError) -> CalendarSection {
    guard let node else { return CalendarSection() }
    var map = try node.mapping()
    var section = CalendarSection()
    if let file = map.optional("school_holidays") {
      section.schoolHolidays = try PipelineFile.existingFile(file, in: folder)
    }
    if let file = map.optional("public_holidays") {
      section.publicHolidays = try PipelineFile.existingFile(file, in: folder)
    }
    if let list = map.optional("regions") { section.regions = try regions(list, of: section) }
    try map.finish()
    return section
  }

  private static func regions(_ node: SettingsNode, of section: CalendarSection) throws(ConfigurationError)
    -> [String]
  {
    guard let file = section.schoolHolidays else {
      throw node.error("\"regions\" hoort bij \"school_holidays\": noem ook dat bestand")
    }
    let known = Set(try SchoolHolidayFile.read(file).map(\.region)).sorted()
    var regions: [String] = []
    for item in try node.sequence() {
      let region = try item.string().lowercased()
      guard known.contains(region) else {
        let hint = EditDistance.nearest(to: region, among: known).map { "; bedoelt u \"\($0)\"?" } ?? ""
        throw item.error("de regio \"\(region)\" staat niet in \(file)\(hint)")
      }
      guard !regions.contains(region) else { throw item.error("de regio \"\(region)\" staat hier twee keer") }
      regions.append(region)
    }
    guard !regions.isEmpty else {
      throw node.error("noem minstens één regio, of laat \"regions\" weg voor alle regio's")
    }
    return regions
  }
}

extension PipelineFile {
  /// The school holidays of the regions that count; nil when the file names none.
  func schoolHolidays() throws(ConfigurationError) -> SchoolHolidays? {
    guard let path = calendar.schoolHolidays else { return nil }
    let holidays = SchoolHolidays(try SchoolHolidayFile.read(path), regions: calendar.regions)
    return holidays.holidays.isEmpty ? nil : holidays
  }

  /// The public holidays of the calendar; nil when it names no file.
  func publicHolidays() throws(ConfigurationError) -> [CalendarDay: String]? {
    try calendar.publicHolidays.map { path throws(ConfigurationError) in try PublicHolidayFile.read(path) }
  }

  /// What a person should know of the calendar on a day: files that end before it, a line each.
  func calendarRemarks(on day: CalendarDay) throws(ConfigurationError) -> [String] {
    var remarks: [String] = []
    if let path = calendar.schoolHolidays, let last = try schoolHolidays()?.lastKnownDay, last < day {
      remarks.append(
        "\(path): de schoolvakanties lopen tot en met \(last), voor de peildag \(day): vul het bestand aan")
    }
    // Public holidays are kept by the year.
    if let path = calendar.publicHolidays, let last = try publicHolidays()?.keys.max(),
      last.civil.year < day.civil.year
    {
      remarks.append(
        "\(path): de feestdagen lopen tot en met \(last.civil.year), voor de peildag \(day): vul het bestand aan"
      )
    }
    return remarks
  }
}
