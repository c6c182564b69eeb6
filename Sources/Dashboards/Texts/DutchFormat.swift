// Numbers, dates and weeks as Dutch readers write them, without asking the machine's locale.
import Discussion

/// Dutch notation: `1.234`, `4,4%`, `−31`, "9 t/m 15 november 2026", "23.41 uur".
enum DutchFormat {
  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
  ]
  private static let shortMonths = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
  private static let weekdays = [
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
  ]
  /// The days of the week with what they are called in a narrow table.
  static let dayNames: [(name: String, short: String)] = weekdays.map { ($0, String($0.prefix(2))) }

  private static let words = [
    "geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
  ]

  /// A whole number with a point per thousand and a real minus sign.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var grouped: [UInt8] = []
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { grouped.append(UInt8(ascii: ".")) }
      grouped.append(digit)
    }
    return (value < 0 ? "\u{2212}" : "") + String(decoding: grouped, as: UTF8.self)
  }

  /// A difference with its sign: `+31`, `−4`, `±0`.
  static func difference(_ value: Int) -> String {
    value == 0 ? "±0" : (value > 0 ? "+" : "") + number(value)
  }

  /// A number with one decimal: `14,3`.
  static func decimal(_ value: Double) -> String { decimal(tenths: Int((value * 10).rounded())) }

  /// A number given in tenths: 143 is `14,3`.
  static func decimal(tenths: Int) -> String {
    let magnitude = Int(tenths.magnitude)
    return (tenths < 0 ? "\u{2212}" : "") + number(magnitude / 10) + ",\(magnitude % 10)"
  }

  /// A share as a percentage with one decimal, rounded half up: 9 of 204 is `4,4%`. Nil when there is no whole.
  static func percentage(_ part: Int, of whole: Int) -> String? {
    whole > 0 ? decimal(tenths: (part * 2000 + whole) / (2 * whole)) + "%" : nil
  }

  /// Small numbers in letters, others in digits: "twee", "13".
  static func word(_ value: Int) -> String { words.indices.contains(value) ? words[value] : number(value) }

  /// "15 november 2026".
  static func date(_ day: CalendarDay) -> String {
    let civil = day.civil
    return "\(civil.day) \(months[civil.month - 1]) \(civil.year)"
  }

  /// "zondag 15 november 2026".
  static func longDate(_ day: CalendarDay) -> String { weekdays[day.isoWeekday - 1] + " " + date(day) }

  /// "9 t/m 15 november 2026", "28 september t/m 4 oktober 2026", "29 december 2025 t/m 4 januari 2026".
  static func period(_ first: CalendarDay, _ last: CalendarDay) -> String {
    let (from, to) = (first.civil, last.civil)
    if first == last { return date(last) }
    if from.year != to.year { return "\(date(first)) t/m \(date(last))" }
    if from.month != to.month { return "\(from.day) \(months[from.month - 1]) t/m \(date(last))" }
    return "\(from.day) t/m \(date(last))"
  }

  /// "9 t/m 15 november 2026".
  static func period(_ week: ISOWeek) -> String { period(week.monday, week.sunday) }

  /// "week 46".
  static func week(_ week: ISOWeek) -> String { "week \(week.yearAndWeek.week)" }

  /// "week 46 van 2026".
  static func weekOfYear(_ week: ISOWeek) -> String {
    let (year, number) = week.yearAndWeek
    return "week \(number) van \(year)"
  }

  /// "zondag 15 november 2026, 23.41 uur".
  static func moment(_ time: LocalTime) -> String {
    let minutes = time.millisecondOfDay / 60_000
    return "\(longDate(time.day)), \(minutes / 60).\(twoDigits(minutes % 60)) uur"
  }

  /// The month for an axis: "nov", and "jan 2026" where a year starts.
  static func axisMonth(year: Int, month: Int) -> String {
    month == 1 ? "jan \(year)" : shortMonths[month - 1]
  }

  /// "a", "a en b", "a, b en c".
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " en " + last
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
