// The weeks of the baseline and the level of the seasonal factor each has.

/// The zero-order spline of Noufaily et al. (2013), section 3.2: the weeks around the same week of each year are the
/// reference level, and those between are cut into periods of equal length.
/// - Parameters:
///   - week: index of the judged week.
///   - years: years of history.
/// - Returns: per week up to the judged one its level, 1...periods (the reference level is `periods`); 0 for weeks
///   outside the baseline. Nil when the history is too short.
func seasonalLevels(week: Int, years: Int, settings: FarringtonSettings) -> [Int]? {
  let (w, periods) = (settings.windowHalfWidth, settings.periods)
  let reference = (0...years).map { week - settings.frequency * $0 }
  guard years > 0, reference[years] - w >= 0 else { return nil }
  var levels = Array(repeating: 0, count: week + 1)
  for t in max(0, week - w)...week { levels[t] = periods }
  for year in 0..<years {
    let same = reference[year + 1]
    for t in (same - w)...(same + w) { levels[t] = periods }
    guard periods > 1 else { continue }
    let between = reference[year] - 2 * w - 1 - same
    let (length, rest) = between.quotientAndRemainder(dividingBy: periods - 1)
    var start = same + w + 1
    for level in 1..<periods {
      let end = start + length + (level <= rest ? 1 : 0)
      for t in start..<end { levels[t] = level }
      start = end
    }
  }
  for t in max(0, week - settings.pastWeeksNotIncluded)...week { levels[t] = 0 }
  return levels
}
