// How long nights took as a static picture: a bar for each night, oldest first.
import Discussion

/// The lengths of nights.
struct NightChart {
  /// A night.
  struct Bar: Hashable {
    let day: CalendarDay
    /// In milliseconds.
    let length: Int
    /// Whether the night was published.
    let isDone: Bool
  }

  /// The nights, oldest first.
  let bars: [Bar]

  private static let (left, top, height, bottom, barSpace) = (46, 16, 130, 26, 14)

  /// A chart of the last starts of nights whose length is known; nil where there are fewer than two.
  init?(_ nights: [PastNight], last count: Int) {
    let known = nights.sorted { $0.day < $1.day }.compactMap { night -> Bar? in
      guard let attempt = night.attempts.last, let length = attempt.milliseconds else { return nil }
      return Bar(
        day: night.day, length: length, isDone: [.clean, .incomplete].contains(attempt.outcome))
    }
    guard known.count > 1 else { return nil }
    bars = Array(known.suffix(count))
  }

  private init(bars: [Bar]) { self.bars = bars }

  /// Minutes, or seconds where no night takes two minutes.
  var unit: Texts.Nights.Unit { (bars.map(\.length).max() ?? 0) < 120_000 ? .seconds : .minutes }

  /// The picture for wide screens and paper, and one of the last nights for phones.
  func svg() -> String {
    picture(id: "duur", class: "chart wide", space: Self.barSpace)
      + NightChart(bars: Array(bars.suffix(20))).picture(id: "duur-smal", class: "chart narrow", space: 16)
  }

  private func picture(id: String, class name: String, space: Int) -> String {
    var svg = SVG()
    let unit = unit
    let longest = max(1, bars.map(\.length).max() ?? 1)
    let scale = CountScale(largest: (longest + unit.milliseconds - 1) / unit.milliseconds)
    let floor = Self.top + Self.height
    // Few nights make a narrow picture: it would be stretched to giant bars.
    let width = Self.left + max(bars.count, name.hasSuffix("wide") ? 44 : 20) * space + 10
    for mark in scale.lines {
      let y = Self.top + scale.y(mark, height: Self.height)
      svg.line(from: (Self.left, y), to: (width - 6, y), class: mark == 0 ? "axis" : "grid")
      svg.text(DutchFormat.number(mark), at: (Self.left - 8, y + 4), class: "label", anchor: .end)
    }
    for (place, bar) in bars.enumerated() {
      let x = Self.left + 4 + place * space
      let height = max(
        2, Int(Double(bar.length) / Double(unit.milliseconds * scale.top) * Double(Self.height)))
      svg.rectangle(
        x: x, y: floor - height, width: space - 5, height: height, class: bar.isDone ? "bar" : "flag open",
        radius: 1)
    }
    if let first = bars.first, let last = bars.last {
      svg.text(Texts.Nights.axisDay(first.day), at: (Self.left + 4, floor + 19), class: "label")
      let end = Self.left + 4 + bars.count * space
      if end > Self.left + 130 {
        svg.text(Texts.Nights.axisDay(last.day), at: (end, floor + 19), class: "label", anchor: .end)
      }
    }
    return svg.image(
      id: id, class: name, width: width, height: floor + Self.bottom, title: Texts.Nights.chartTitle(unit),
      description: Texts.Nights.chartDescription(bars, unit))
  }
}
