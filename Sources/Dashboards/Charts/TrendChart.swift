// Questions per week against what was to be expected, as a static picture.
import Discussion

/// The chart of a topic's weeks: the observed line, the expected band, the weeks with a signal.
struct TrendChart {
  /// Measures of a chart in its own units; letters are 13 units high, so it is shown about as wide as it is.
  struct Layout {
    let weeks: Int
    let step: Int
    let plotHeight: Int
    let diamond: Int
    /// Whether each week tells its numbers to a mouse that rests on it.
    let hasHints: Bool
    /// The class that decides on which screens it is shown.
    let className: String

    /// A year, for the topic's page on wide screens and paper.
    static let wide = Layout(
      weeks: 52, step: 16, plotHeight: 250, diamond: 8, hasHints: true, className: "chart wide")
    /// Half a year, for the topic's page on phones.
    static let narrow = Layout(
      weeks: 26, step: 11, plotHeight: 180, diamond: 7, hasHints: false, className: "chart narrow")
    /// Half a year, for a card.
    static let card = Layout(
      weeks: 26, step: 11, plotHeight: 140, diamond: 7, hasHints: false, className: "chart")

    var left: Int { 34 }
    var top: Int { 16 }
    var plotWidth: Int { (weeks - 1) * step }
    var width: Int { left + plotWidth + 40 }
    var height: Int { top + plotHeight + 44 }
  }

  private let points: [WeekPoint]
  private let layout: Layout
  private let scale: CountScale

  /// The chart of a topic's last weeks.
  init(_ points: [WeekPoint], layout: Layout) {
    self.points = Array(points.suffix(layout.weeks))
    self.layout = layout
    let largest = self.points.map { max($0.questions ?? 0, $0.band?.upperBound ?? 0) }.max() ?? 0
    scale = CountScale(largest: largest)
  }

  /// The picture.
  func svg(id: String, title: String, description: String, hint: (WeekPoint) -> String) -> String {
    var svg = SVG()
    drawHolidays(&svg)
    drawAxes(&svg)
    drawMeetings(&svg)
    drawBand(&svg)
    drawLine(&svg)
    drawSignals(&svg)
    if layout.hasHints { drawHints(&svg, hint) }
    return svg.image(
      id: id, class: layout.className, width: layout.width, height: layout.height, title: title,
      description: description)
  }

  private func x(_ position: Int) -> Int { layout.left + position * layout.step }
  private func y(_ count: Int) -> Int { layout.top + scale.y(count, height: layout.plotHeight) }
  private var right: Int { layout.left + layout.plotWidth }
  private var bottom: Int { layout.top + layout.plotHeight }

  private func drawAxes(_ svg: inout SVG) {
    // From the top down: read upwards, "0 5 10 15 20 25" looks like a telephone number to a privacy check.
    for count in scale.lines.reversed() {
      let height = y(count)
      svg.line(from: (layout.left, height), to: (right, height), class: count == 0 ? "axis" : "grid")
      svg.text(DutchFormat.number(count), at: (layout.left - 8, height + 4), class: "label", anchor: .end)
    }
    var lastLabel = Int.min / 2
    var lastYear: Int?
    for (position, point) in points.enumerated() where startsMonth(position) {
      let civil = month(of: point.week)
      svg.line(from: (x(position), bottom), to: (x(position), bottom + 5), class: "axis")
      guard x(position) - lastLabel >= 34, x(position) <= right - 8 else { continue }
      lastLabel = x(position)
      svg.text(
        Texts.axisMonth(civil.month), at: (x(position), bottom + 20), class: "label", anchor: .middle)
      if lastYear != civil.year {
        svg.text("\(civil.year)", at: (x(position), bottom + 36), class: "label", anchor: .middle)
        lastYear = civil.year
      }
    }
  }

  /// Weeks with school holidays: shaded, and under a bar that tells them apart without colour. The bar is as high where
  /// all regions have holidays, and half as high where only some do.
  private func drawHolidays(_ svg: inout SVG) {
    for isEverywhere in [true, false] {
      for run in runs(where: { $0.holiday?.isEverywhere == isEverywhere }) {
        let start = max(layout.left, x(run.lowerBound) - layout.step / 2)
        let end = min(right, x(run.upperBound - 1) + layout.step - layout.step / 2)
        guard end > start else { continue }
        svg.rectangle(
          x: start, y: layout.top, width: end - start, height: layout.plotHeight, class: "holiday")
        let height = isEverywhere ? 6 : 3
        svg.rectangle(
          x: start, y: layout.top - height, width: end - start, height: height, class: "holidaybar")
      }
    }
  }

  /// Theme meetings: a dashed line under a flag that hangs from the top.
  private func drawMeetings(_ svg: inout SVG) {
    for (position, point) in points.enumerated() where point.meeting != nil {
      let (middle, top) = (x(position), layout.top)
      svg.path(SVGPath(through: [(middle, top), (middle, bottom)], closed: false), class: "meetingline")
      svg.path(
        SVGPath(through: [(middle - 7, top - 8), (middle + 7, top - 8), (middle, top + 3)], closed: true),
        class: "meeting")
    }
  }

  /// The month of a week is that of its Thursday, as its year is.
  private func month(of week: ISOWeek) -> (year: Int, month: Int) {
    let civil = week.monday.advanced(by: 3).civil
    return (civil.year, civil.month)
  }

  private func startsMonth(_ position: Int) -> Bool {
    let week = points[position].week
    return month(of: week) != month(of: week.advanced(by: -1))
  }

  /// The band in steps of a week each, so that a single judged week shows as well.
  private func drawBand(_ svg: inout SVG) {
    var area = SVGPath()
    var edge = SVGPath()
    for run in runs(where: { $0.band != nil }) {
      var upper: [(x: Int, y: Int)] = []
      var lower: [(x: Int, y: Int)] = []
      for position in run {
        guard let band = points[position].band else { continue }
        let start = max(layout.left, x(position) - layout.step / 2)
        let end = min(right, x(position) + layout.step - layout.step / 2)
        upper += [(start, y(band.upperBound)), (end, y(band.upperBound))]
        lower += [(start, y(band.lowerBound)), (end, y(band.lowerBound))]
      }
      let upperEdge = Self.withoutRepeats(upper)
      for (index, point) in (upperEdge + Self.withoutRepeats(lower.reversed())).enumerated() {
        if index == 0 { area.move(to: point) } else { area.line(to: point) }
      }
      area.close()
      for (index, point) in upperEdge.enumerated() {
        if index == 0 { edge.move(to: point) } else { edge.line(to: point) }
      }
    }
    svg.path(area, class: "band")
    svg.path(edge, class: "edge")
  }

  private func drawLine(_ svg: inout SVG) {
    var path = SVGPath()
    for run in runs(where: { $0.questions != nil }) {
      for position in run {
        let point = (x(position), y(points[position].questions ?? 0))
        if position == run.lowerBound { path.move(to: point) } else { path.line(to: point) }
      }
      if run.count == 1 { path.line(to: (x(run.lowerBound) + 1, y(points[run.lowerBound].questions ?? 0))) }
    }
    svg.path(path, class: "line")
  }

  private func drawSignals(_ svg: inout SVG) {
    for (position, point) in points.enumerated() where point.mark != .none {
      svg.diamond(
        at: (x(position), y(point.questions ?? 0)), radius: layout.diamond,
        class: point.mark == .flagged ? "flag" : "flag open")
    }
    guard let last = points.last, let questions = last.questions else { return }
    if last.mark == .none { svg.diamond(at: (right, y(questions)), radius: 3, class: "dot") }
    svg.text(DutchFormat.number(questions), at: (right + 13, y(questions) + 5), class: "value")
  }

  private func drawHints(_ svg: inout SVG, _ hint: (WeekPoint) -> String) {
    for (position, point) in points.enumerated() {
      let (start, end) = (x(position) - layout.step / 2, x(position) + layout.step / 2)
      let column = SVGPath(
        through: [(start, layout.top), (end, layout.top), (end, bottom), (start, bottom)], closed: true)
      svg.path(column, class: "hint", title: hint(point))
    }
  }

  /// Runs of neighbouring weeks of which something holds.
  private func runs(where holds: (WeekPoint) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for position in 0...points.count {
      if position < points.count, holds(points[position]) {
        start = start ?? position
      } else if let first = start {
        runs.append(first..<position)
        start = nil
      }
    }
    return runs
  }

  private static func withoutRepeats(_ points: [(x: Int, y: Int)]) -> [(x: Int, y: Int)] {
    var kept: [(x: Int, y: Int)] = []
    for (index, point) in points.enumerated() {
      let isBetween =
        index > 0 && index + 1 < points.count && points[index - 1].y == point.y
        && points[index + 1].y == point.y
      if !isBetween { kept.append(point) }
    }
    return kept
  }
}
