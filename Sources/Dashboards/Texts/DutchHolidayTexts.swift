// The Dutch texts about school holidays in charts, tables and the method page.
import Discussion

extension DutchTexts {
  /// School holidays.
  enum Holidays {
    static let key = "schoolvakantie (dunne streep: niet in alle regio’s)"

    /// "kerstvakantie", or "herfstvakantie in Noord en Midden" where not all regions have it.
    static func name(_ week: SchoolHolidays.Week) -> String {
      let names = DutchFormat.list(week.names)
      if week.isEverywhere { return names }
      return
        "\(names) in \(DutchFormat.list(week.regions.map { $0.prefix(1).uppercased() + $0.dropFirst() }))"
    }

    /// Which weeks have school holidays; nil when none has.
    static func sentence(_ points: [WeekPoint]) -> String? {
      var runs: [(first: ISOWeek, last: ISOWeek)] = []
      for point in points where point.holiday != nil {
        if let last = runs.last, last.last.advanced(by: 1) == point.week {
          runs[runs.count - 1].last = point.week
        } else {
          runs.append((point.week, point.week))
        }
      }
      guard !runs.isEmpty else { return nil }
      let weeks = runs.map { first, last in
        let (start, end) = (first.yearAndWeek.week, last.yearAndWeek.week)
        if first == last { return "\(start)" }
        return first.advanced(by: 1) == last ? "\(start) en \(end)" : "\(start) tot en met \(end)"
      }
      return "Schoolvakantie was er in week \(weeks.joined(separator: ", "))."
    }

    static let method = [
      "Weken met schoolvakantie staan in de grafiek gemarkeerd. Heeft een onderwerp minstens twee jaar geschiedenis, dan "
        + "telt ook mee of er in vakanties meer of minder over gevraagd wordt."
    ]
  }
}
