// Questions per week before and after a theme meeting, as a static picture.
import Discussion

/// The chart of a meeting: a bar per week, with a line where the meeting was.
struct FollowUpChart {
  /// Measures of a chart in its own units; letters are 13 units high, so it is shown about as wide as it is.
  struct Layout {
    /// How many weeks a bar stands for.
    let weeksPerBar: Int
    let step: Int
    let plotHeight: Int
    /// The class that decides on which screens it is shown.
    let className: String

    /// A bar per week, for wide screens and paper.
    static let wide = Layout(weeksPerBar: 1, step: 15, plotHeight: 150, className: "chart wide")
    /// A bar per two weeks, for phones.
    static let narrow = Layout(weeksPerBar: 2, step: 11, plotHeight: 120, className: "chart narrow")
  }

  private let before: [Int]
  private let after: [Int]
  /// Bars on either side.
  private let side: Int
  private let layout: Layout
  private let scale: CountScale

  /// The chart of a follow-up.
  init(_ followUp: MeetingFollowUp, layout: Layout) {
    self.layout = layout
    before = Self.bars(followUp.weeksBefore.reversed(), layout.weeksPerBar).reversed()
    after = Self.bars(followUp.weeksAfter, layout.weeksPerBar)
    side = before.count
    scale = CountScale(largest: max(before.max() ?? 0, after.max() ?? 0))
  }

  /// Sums of so many weeks, counted from the meeting; weeks that make no whole bar yet stay out.
  private static func bars(_ weeks: [Int], _ length: Int) -> [Int] {
    stride(from: 0, through: weeks.count - length, by: length).map { weeks[$0..<($0 + length)].reduce(0, +) }
  }

  /// Whether there is room for few letters only.
  private var isNarrow: Bool { layout.weeksPerBar > 1 }
  private var left: Int { 34 }
  private var top: Int { 26 }
  private var middle: Int { left + side * layout.step + layout.step }
  private var right: Int { middle + side * layout.step + layout.step }
  private var bottom: Int { top + layout.plotHeight }

  /// The picture.
  func svg(id: String, title: String, description: String) -> String {
    var svg = SVG()
    for count in scale.lines.reversed() {
      let height = y(count)
      svg.line(from: (left, height), to: (right, height), class: count == 0 ? "axis" : "grid")
      svg.text(DutchFormat.number(count), at: (left - 8, height + 4), class: "label", anchor: .end)
    }
    svg.text(
      Texts.Decisions.chartBar(layout.weeksPerBar), at: (left, top - 10), class: "label", anchor: .start)
    // What is still to come must not look like weeks without questions.
    if after.count < side {
      let start = middle + layout.step / 2 + after.count * layout.step
      svg.rectangle(x: start, y: top, width: right - start, height: layout.plotHeight, class: "band")
      svg.line(from: (left, bottom), to: (right, bottom), class: "axis")
    }
    let width = layout.step * 3 / 4
    for (index, count) in before.enumerated() where count > 0 {
      svg.rectangle(
        x: left + layout.step / 2 + index * layout.step, y: y(count), width: width, height: bottom - y(count),
        class: "bar")
    }
    for (index, count) in after.enumerated() where count > 0 {
      svg.rectangle(
        x: middle + layout.step / 2 + index * layout.step, y: y(count), width: width,
        height: bottom - y(count), class: "bar")
    }
    svg.line(from: (middle, top - 8), to: (middle, bottom + 5), class: "axis")
    svg.diamond(at: (middle, top - 12), radius: 7, class: "flag")
    svg.text(
      Texts.Decisions.chartBefore(isNarrow ? nil : side), at: (left, bottom + 20), class: "label",
      anchor: .start)
    svg.text(Texts.Decisions.chartMeeting, at: (middle, bottom + 20), class: "label", anchor: .middle)
    svg.text(
      Texts.Decisions.chartAfter(isNarrow ? nil : side), at: (right, bottom + 20), class: "label",
      anchor: .end)
    return svg.image(
      id: id, class: layout.className, width: right + 12, height: bottom + 30, title: title,
      description: description)
  }

  private func y(_ count: Int) -> Int { top + scale.y(count, height: layout.plotHeight) }
}
