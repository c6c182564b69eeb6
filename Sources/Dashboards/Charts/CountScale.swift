// The vertical axis of a chart of counts: from zero, round steps, whole numbers.

/// An axis from 0 in round steps.
struct CountScale: Hashable, Sendable {
  /// Distance between two lines.
  let step: Int
  /// The highest line: at least the largest count, and at least 2.
  let top: Int

  /// The axis with at most five lines above zero that holds a largest count.
  init(largest: Int) {
    let wanted = max(2, largest)
    var step = 1
    var magnitude = 1
    search: while true {
      for factor in [1, 2, 5] {
        step = factor * magnitude
        if step * 5 >= wanted { break search }
      }
      magnitude *= 10
    }
    self.step = step
    top = (wanted + step - 1) / step * step
  }

  /// The values of the lines, zero first.
  var lines: [Int] { Array(stride(from: 0, through: top, by: step)) }

  /// The height of a count in a plot, counted downwards from the plot's top.
  func y(_ count: Int, height: Int) -> Int { height - (count * height * 2 + top) / (2 * top) }
}
