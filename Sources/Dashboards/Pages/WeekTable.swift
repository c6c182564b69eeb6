// The rows of a topic's table of weeks, built directly: half of a page's cells are here, and going through the
// template cost most of the time of a night with many topics.
import Discussion

/// The body of the table of weeks.
enum WeekTable {
  /// A row per week, the newest first.
  static func rows(_ points: [WeekPoint]) -> String {
    points.reversed().map(row).joined(separator: "\n")
  }

  private static func row(_ point: WeekPoint) -> String {
    let (year, week) = point.week.yearAndWeek
    let name = week < 10 ? "\(year)-0\(week)" : "\(year)-\(week)"
    let count = SVG.escape(point.questions.map(DutchFormat.number) ?? "–")
    let notes = [mark(point), point.meeting.map(Texts.Topic.meeting), point.holiday.map(Texts.Holidays.name)]
      .compactMap { $0 }.map(SVG.escape)
    let onPhone = notes.map { "<span class=\"phone\">\($0)</span>" }.joined()
    return """
      <tr><th scope="row">\(name)</th><td class="desk">\(SVG.escape(DutchFormat.date(point.week.monday)))</td>\
      <td class="n">\(count)\(onPhone)</td><td class="n">\(SVG.escape(Texts.range(point.band)))</td>\
      <td class="desk">\(notes.joined(separator: "; "))</td></tr>
      """
  }

  private static func mark(_ point: WeekPoint) -> String? {
    switch point.mark {
    case .none: point.questions == nil ? Texts.Topic.notYet : nil
    case .open: Texts.Topic.open
    case .flagged: Texts.Topic.flagged
    }
  }
}
