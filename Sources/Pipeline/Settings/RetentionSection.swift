// How long texts, pages and notes are kept, as the pipeline file says.
import Configuration
import Discussion

extension PipelineFile {
  /// How long things are kept; what has no term stays.
  public struct RetentionSection: Sendable, Hashable {
    /// After so many days without an edit a post's text makes way for one without personal data.
    public var rawTextDays: Int?
    /// The dashboards of a night go after so many days; nil goes with the texts.
    public var dashboardsDays: Int?
    /// Notes in the logs, and who recorded a line, go after so many months; the lines stay.
    public var notesMonths: Int?

    /// Whether anything has a term.
    var hasTerm: Bool { rawTextDays != nil || dashboardsDays != nil || notesMonths != nil }

    /// After how many days the dashboards of a night go; nil keeps them.
    var nightsGoAfter: Int? { dashboardsDays ?? rawTextDays }
  }

  static func retention(_ node: SettingsNode?) throws(ConfigurationError) -> RetentionSection {
    var map = try node?.mapping()
    let section = RetentionSection(
      rawTextDays: try map?.optional("raw_text_days")?.integer(in: 14...36_500),
      dashboardsDays: try map?.optional("dashboards_days")?.integer(in: 14...36_500),
      notesMonths: try map?.optional("notes_months")?.integer(in: 1...1_200))
    try map?.finish()
    return section
  }
}

extension CalendarDay {
  /// The same day so many months earlier, or the last of that month where it has no such day.
  func earlier(byMonths months: Int) -> CalendarDay {
    let (year, month, day) = civil
    let count = year * 12 + (month - 1) - months
    let (target, first) = (count / 12, count % 12 + 1)
    return CalendarDay(
      year: target, month: first, day: min(day, CalendarDay.daysIn(month: first, of: target))) ?? self
  }
}
