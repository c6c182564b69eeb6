// How the dates of a column are written, as far as its values tell.

/// How the dates of a column are written.
struct DateProposal: Hashable {
  /// What a mapping says: `date: "dd-MM-yyyy HH:mm"`, `epoch: ms`.
  var setting: String
  /// Whether day and month could just as well change places.
  var isUndecided = false
  /// Values that are not read by it.
  var unread = 0

  private static let clocks = [
    "", " HH:mm", " HH:mm:ss", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a", ", HH:mm", " HH:mm:ss XXX",
  ]

  /// Patterns in the order in which they are tried, those with the day first before those with the month first.
  private static let patterns: [(text: String, pattern: DatePattern)] = {
    var texts = ["iso8601"]
    for mark in ["-", "/", "."] {
      for order in ["dd#MM#yyyy", "d#M#yyyy", "dd#MM#yy", "MM#dd#yyyy", "M#d#yyyy", "yyyy#MM#dd"] {
        for clock in clocks { texts.append(order.replacing("#", with: mark) + clock) }
      }
    }
    for order in ["d MMMM yyyy", "EEEE d MMMM yyyy", "MMMM d, yyyy"] {
      for clock in clocks + [" 'om' HH:mm"] { texts.append(order + clock) }
    }
    texts += ["yyyyMMdd", "yyyyMMddHHmmss", "rfc2822"]
    return texts.compactMap { text in DatePattern(text).map { (text, $0) } }
  }()

  /// The proposal for a column; nil when its values are no dates.
  static func of(_ column: ColumnProfile, isNamedDate: Bool) -> DateProposal? {
    guard column.filled > 0 else { return nil }
    if column.dates * 2 > column.filled {
      return DateProposal(setting: "date: excel", unread: column.filled - column.dates)
    }
    let values = Array(column.values.prefix(2000))
    if let numbers = numbers(values, isNamedDate: isNamedDate) { return numbers }
    guard values[0].utf8.contains(where: { (0x30...0x39).contains($0) }), column.meanLength < 60 else {
      return nil
    }
    var best: (text: String, unread: [String])?
    for candidate in patterns {
      let unread = values.filter { candidate.pattern.read($0) == nil }
      if unread.count < best?.unread.count ?? values.count { best = (candidate.text, unread) }
      if unread.isEmpty { break }
    }
    guard let best, best.unread.count * 10 <= values.count * 4 else { return nil }
    var setting = "date: \"\(best.text)\""
    var unread = best.unread
    if !unread.isEmpty {
      // Some exports leave out the time at midnight, or changed their way of writing.
      let second = patterns.map { candidate in
        (candidate.text, unread.filter { candidate.pattern.read($0) == nil })
      }.min { $0.1.count < $1.1.count }
      if let second, second.1.count < unread.count {
        setting = "date: [\"\(best.text)\", \"\(second.0)\"]"
        unread = second.1
      }
    }
    let swapped = swapped(best.text)
    let isUndecided =
      swapped.flatMap { DatePattern($0) }.map { pattern in
        values.allSatisfy { best.unread.contains($0) || pattern.read($0) != nil }
      } ?? false
    return DateProposal(setting: setting, isUndecided: isUndecided, unread: unread.count)
  }

  /// The pattern with day and month in each other's place; nil for one in which they cannot be mistaken.
  private static func swapped(_ pattern: String) -> String? {
    guard pattern.hasPrefix("d") || pattern.hasPrefix("M"), !pattern.contains("MMM") else { return nil }
    return pattern.replacing("d", with: "#").replacing("M", with: "d").replacing("#", with: "M")
  }

  /// Times given as a number.
  private static func numbers(_ values: [String], isNamedDate: Bool) -> DateProposal? {
    let numbers = values.compactMap { Double($0) }
    guard numbers.count == values.count, let least = numbers.min(), let most = numbers.max() else {
      return nil
    }
    let hasFraction = numbers.contains { $0 != $0.rounded() }
    for (unit, factor) in [("s", 1.0), ("ms", 1e3), ("us", 1e6)]
    where least >= 788_918_400 * factor && most <= 4_102_444_800 * factor {
      return DateProposal(setting: "epoch: \(unit)")
    }
    guard least >= 34_700, most < 73_051, hasFraction || isNamedDate else { return nil }
    return DateProposal(setting: "date: excel")
  }
}
