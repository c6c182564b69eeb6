// A year of a replay as a static picture: how many questions each week had, and in which weeks a signal came.
import Discussion

/// The weeks of one year.
struct ReplayTimeline {
  /// A week.
  struct Week: Hashable {
    let week: ISOWeek
    let questions: Int
    let signals: Int
  }

  /// The year that the weeks belong to.
  let year: Int
  /// Its weeks that are told about.
  let weeks: [Week]
  /// The most questions that any week of any year had.
  let largest: Int

  private static let (step, barWidth, plotHeight, top, left) = (16, 10, 70, 40, 10)

  /// The years of a replay, the newest first.
  static func years(_ report: ReplayReport) -> [ReplayTimeline] {
    var signals: [ISOWeek: Int] = [:]
    for signal in report.signals { signals[signal.week.week, default: 0] += 1 }
    let weeks = report.volumes.enumerated().map { place, questions in
      let week = report.weeks.lowerBound.advanced(by: place)
      return Week(week: week, questions: questions, signals: signals[week] ?? 0)
    }
    let byYear = Dictionary(grouping: weeks) { $0.week.yearAndWeek.year }
    return byYear.keys.sorted(by: >).map { year in
      ReplayTimeline(year: year, weeks: byYear[year] ?? [], largest: report.volumes.max() ?? 0)
    }
  }

  /// The picture for wide screens and paper, and two of half a year for phones.
  func svg() -> String {
    picture(of: 1...53, id: "jaar-\(year)", class: "chart wide")
      + picture(of: 1...26, id: "jaar-\(year)-1", class: "chart narrow")
      + picture(of: 27...53, id: "jaar-\(year)-2", class: "chart narrow")
  }

  /// Some weeks of the year by their numbers.
  private func picture(of numbers: ClosedRange<Int>, id: String, class name: String) -> String {
    var svg = SVG()
    let bottom = Self.top + Self.plotHeight
    let width = Self.left * 2 + numbers.count * Self.step
    svg.line(from: (Self.left, bottom), to: (width - Self.left, bottom), class: "axis")
    let shown = weeks.filter { numbers.contains($0.week.yearAndWeek.week) }
    for week in shown {
      let x = Self.left + (week.week.yearAndWeek.week - numbers.lowerBound) * Self.step
      let height = largest > 0 ? (week.questions * Self.plotHeight + largest - 1) / largest : 0
      if height > 0 {
        svg.rectangle(x: x + 3, y: bottom - height, width: Self.barWidth, height: height, class: "bar")
      }
      for number in 0..<min(week.signals, 3) {
        svg.diamond(at: (x + 8, 28 - number * 9), radius: 8, class: "flag")
      }
    }
    drawMonths(&svg, numbers, bottom: bottom)
    return svg.image(
      id: id, class: name, width: width, height: bottom + 26,
      title: Texts.Replay.chartTitle(year, numbers), description: Texts.Replay.chartDescription(shown))
  }

  private func drawMonths(_ svg: inout SVG, _ numbers: ClosedRange<Int>, bottom: Int) {
    var last: Int?
    guard let first = CalendarDay(year: year, month: 1, day: 4).map(ISOWeek.init(containing:)) else { return }
    for number in 1...52 {
      let month = first.advanced(by: number - 1).monday.advanced(by: 3).civil.month
      defer { last = month }
      guard month != last, numbers.contains(number) else { continue }
      let x = Self.left + (number - numbers.lowerBound) * Self.step
      svg.line(from: (x, bottom), to: (x, bottom + 5), class: "axis")
      svg.text(Texts.axisMonth(month), at: (x + 2, bottom + 20), class: "label")
    }
  }
}
