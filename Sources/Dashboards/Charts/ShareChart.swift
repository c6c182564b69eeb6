// Questions per four weeks over a year, as bars with their numbers: the half year before and this one.
import Discussion

/// A year in thirteen bars.
struct ShareChart {
  /// Measures in the picture's own units; letters are 13 units high, so it is shown about as wide as it is.
  struct Layout {
    let step: Int
    let bar: Int
    let plotHeight: Int
    let className: String

    static let wide = Layout(step: 66, bar: 44, plotHeight: 170, className: "chart wide")
    static let narrow = Layout(step: 25, bar: 18, plotHeight: 130, className: "chart narrow")
  }

  /// Weeks in a bar.
  static let weeksInBar = 4

  private let bars: [(first: ISOWeek, questions: Int)]

  /// The chart of a report's weeks.
  init(_ points: [WeekPoint]) {
    bars = stride(from: 0, to: points.count, by: Self.weeksInBar).map { start in
      let weeks = points[start..<min(start + Self.weeksInBar, points.count)]
      return (points[start].week, weeks.reduce(0) { $0 + ($1.questions ?? 0) })
    }
  }

  /// The picture.
  func svg(_ layout: Layout, id: String, title: String) -> String {
    var svg = SVG()
    let scale = CountScale(largest: bars.map(\.questions).max() ?? 0)
    let top = 20
    let bottom = top + layout.plotHeight
    let width = bars.count * layout.step + 4
    for (index, bar) in bars.enumerated() {
      let x = 2 + index * layout.step + (layout.step - layout.bar) / 2
      let middle = x + layout.bar / 2
      let y = top + scale.y(bar.questions, height: layout.plotHeight)
      svg.rectangle(
        x: x, y: y, width: layout.bar, height: bottom - y, class: isEarlier(index) ? "bar past" : "bar")
      svg.text(DutchFormat.number(bar.questions), at: (middle, y - 5), class: "label", anchor: .middle)
      let month = Texts.axisMonth(bar.first.monday.civil.month)
      if layout.step > 40 || index.isMultiple(of: 3) {
        svg.text(month, at: (middle, bottom + 18), class: "label", anchor: .middle)
      }
    }
    svg.line(from: (0, bottom), to: (width, bottom), class: "axis")
    return svg.image(
      id: id, class: layout.className, width: width, height: bottom + 26, title: title,
      description: description)
  }

  /// Whether most weeks of a bar lie in the half year before.
  private func isEarlier(_ index: Int) -> Bool { index * Self.weeksInBar + 2 < ShareView.half }

  private var description: String {
    bars.map { "\(DutchFormat.date($0.first.monday)): \(DutchFormat.number($0.questions))" }
      .joined(separator: "; ") + "."
  }
}
