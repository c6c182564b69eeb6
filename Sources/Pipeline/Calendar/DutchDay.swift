// A day as people write it in a table: 2026-04-27, or as a Dutch spreadsheet turns that: 27-4-2026.
import Discussion

/// Reading of days in files that people edit.
enum DutchDay {
  /// The day in a text; nil when it is written in another way or does not exist.
  static func read(_ text: String) -> CalendarDay? {
    if let day = CalendarDay(iso8601: text) { return day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
      parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}
