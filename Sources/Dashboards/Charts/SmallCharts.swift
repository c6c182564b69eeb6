// Sparklines and bars: decoration beside numbers that stand in the same row.

/// Half a year in a few centimetres.
enum Sparkline {
  /// How many weeks it shows.
  static let weeks = 26

  /// The line of a topic's last weeks with its signal weeks; empty where there is nothing to draw.
  static func svg(_ points: [WeekPoint]) -> String {
    let shown = Array(points.suffix(weeks))
    // One question must not look like a peak.
    let largest = max(4, shown.compactMap(\.questions).max() ?? 0)
    var svg = SVG()
    var path = SVGPath()
    var flags: [(x: Int, y: Int)] = []
    var isDrawing = false
    for (position, point) in shown.enumerated() {
      guard let questions = point.questions else { continue }
      let place = (x: 5 + position * 10, y: 56 - questions * 46 / largest)
      if isDrawing { path.line(to: place) } else { path.move(to: place) }
      isDrawing = true
      if point.mark == .flagged { flags.append(place) }
    }
    svg.path(path, class: "line")
    for place in flags { svg.diamond(at: place, radius: 9, class: "flag") }
    return svg.decoration(class: "spark", width: 10 * weeks, height: 64)
  }
}

/// A horizontal bar in a table.
enum Bar {
  /// The bar of a value on a scale; a value above zero is always visible.
  static func svg(_ value: Int, of largest: Int) -> String {
    var svg = SVG()
    let width = largest > 0 ? max(value > 0 ? 2 : 0, value * 200 / largest) : 0
    svg.rectangle(x: 0, y: 0, width: width, height: 12, class: "bar")
    return svg.decoration(class: "bars", width: 200, height: 12, stretched: true)
  }
}
