// Reads dates by a pattern that a mapping names, such as dd-MM-yyyy HH:mm. Works on bytes; nothing is guessed.
import Discussion

/// What a date in text turned out to be.
enum ReadDate: Hashable, Sendable {
  /// An instant: the text named its zone.
  case instant(Timestamp)
  /// A time on the wall, whose zone is not in the text.
  case local(LocalTime)
  /// A day without a time.
  case day(CalendarDay)
}

/// A pattern for dates, with the letters that Unicode TR 35 gives them: `yyyy yy MMMM MMM MM M dd d EEEE EEE HH H hh h
/// mm ss SSS a XXX`, text between apostrophes, anything else as it stands. `iso8601`, `rfc2822` and `excel` (Excel's
/// number of days; `excel1904` for workbooks that count from 1904) are patterns too.
/// Month names are Dutch or English, in any case.
public struct DatePattern: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case year(digits: Int), month(minimum: Int), monthName, day(minimum: Int), weekday
    case hour(minimum: Int), halfDayHour(minimum: Int), minute, second, fraction, halfDay, offset
    case literal(UInt8), spaces
  }
  private enum Form: Hashable, Sendable { case iso8601, rfc2822, excel(uses1904: Bool), parts([Part]) }

  private let form: Form

  /// The pattern of a text; nil when a letter in it means nothing.
  public init?(_ pattern: String) {
    switch pattern.lowercased() {
    case "iso8601", "iso 8601", "iso-8601": form = .iso8601
    case "rfc2822", "rfc 2822", "rfc5322": form = .rfc2822
    case "excel", "xlsx", "serial", "excel-serial", "excel_serial": form = .excel(uses1904: false)
    case "excel1904": form = .excel(uses1904: true)
    default:
      guard let parts = Self.parts(of: Array(pattern.utf8)) else { return nil }
      form = .parts(parts)
    }
  }

  private static func parts(of pattern: [UInt8]) -> [Part]? {
    var parts: [Part] = []
    var position = 0
    while position < pattern.count {
      let letter = pattern[position]
      if letter == UInt8(ascii: "'") {
        let end = pattern[(position + 1)...].firstIndex(of: letter) ?? pattern.count
        if end == position + 1 { parts.append(.literal(letter)) }
        parts += pattern[(position + 1)..<end].map(Part.literal)
        position = end + 1
        continue
      }
      let count = pattern[position...].prefix { $0 == letter }.count
      guard (0x41...0x5A).contains(letter) || (0x61...0x7A).contains(letter) else {
        parts.append(letter == 0x20 ? .spaces : .literal(letter))
        position += letter == 0x20 ? count : 1
        continue
      }
      position += count
      switch (Character(Unicode.Scalar(letter)), count) {
      case ("y", 4): parts.append(.year(digits: 4))
      case ("y", 2): parts.append(.year(digits: 2))
      case ("M", 3...4): parts.append(.monthName)
      case ("M", 1...2): parts.append(.month(minimum: count))
      case ("d", 1...2): parts.append(.day(minimum: count))
      case ("E", 1...4): parts.append(.weekday)
      case ("H", 1...2): parts.append(.hour(minimum: count))
      case ("h", 1...2): parts.append(.halfDayHour(minimum: count))
      case ("m", 1...2): parts.append(.minute)
      case ("s", 1...2): parts.append(.second)
      case ("S", 1...9): parts.append(.fraction)
      case ("a", 1): parts.append(.halfDay)
      case ("X", 1...3), ("x", 1...3), ("Z", 1...5): parts.append(.offset)
      default: return nil
      }
    }
    let hasDay = parts.contains { if case .day = $0 { true } else { false } }
    let hasMonth = parts.contains { if case .month = $0 { true } else { $0 == .monthName } }
    let hasYear = parts.contains { if case .year = $0 { true } else { false } }
    return hasDay && hasMonth && hasYear ? parts : nil
  }

  /// The date that a text holds; nil when the text does not follow the pattern to its end, or there is no such date.
  func read(_ text: String) -> ReadDate? {
    switch form {
    case .iso8601: return Self.readISO8601(text)
    case .rfc2822: return MailDate.read(text.utf8)
    case .excel(let uses1904):
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else {
        return nil
      }
      return Double(text).flatMap { ExcelSerial.date($0, uses1904: uses1904, withTime: false) }
    case .parts(let parts): return Self.read(Array(text.utf8), parts)
    }
  }

  private static func readISO8601(_ text: String) -> ReadDate? {
    // No post is written in a leap second: a 60 there is a made-up time.
    if text.utf8.dropFirst(16).starts(with: ":60".utf8) { return nil }
    if let time = Timestamp(iso8601: text) { return .instant(time) }
    if let local = LocalTime(iso8601: text) { return .local(local) }
    return CalendarDay(iso8601: text).map(ReadDate.day)
  }

  private static func read(_ bytes: [UInt8], _ parts: [Part]) -> ReadDate? {
    var scanner = DateScanner(bytes: bytes)
    var year = 0
    var month = 0
    var day = 0
    var hour: Int?
    var minute = 0
    var second = 0
    var millisecond = 0
    var isAfternoon: Bool?
    var offset: Int?
    for part in parts {
      var number: Int?
      switch part {
      case .year(let digits):
        number = scanner.number(digits, digits)
        year = (number ?? 0) + (digits == 2 ? ((number ?? 0) < 70 ? 2000 : 1900) : 0)
      case .month(let minimum):
        number = scanner.number(minimum, 2)
        month = number ?? 0
      case .monthName:
        number = MonthNames.month(scanner.letters())
        scanner.skip(UInt8(ascii: "."))
        month = number ?? 0
      case .day(let minimum):
        number = scanner.number(minimum, 2)
        day = number ?? 0
      case .weekday:
        number = scanner.letters().count >= 2 ? 0 : nil
        scanner.skip(UInt8(ascii: "."))
      case .hour(let minimum), .halfDayHour(let minimum):
        number = scanner.number(minimum, 2)
        hour = number
        if case .halfDayHour = part, !(1...12).contains(number ?? 0) { return nil }
      case .minute:
        number = scanner.number(2, 2)
        minute = number ?? 0
      case .second:
        number = scanner.number(2, 2)
        second = number ?? 0
        if second == 60 { return nil }
      case .fraction:
        number = scanner.fraction()
        millisecond = number ?? 0
      case .halfDay:
        isAfternoon = scanner.isAfternoon()
        number = isAfternoon == nil ? nil : 0
      case .offset:
        offset = scanner.offset()
        number = offset == nil ? nil : 0
      case .literal(let byte): number = scanner.skip(byte) ? 0 : nil
      case .spaces: number = scanner.spaces() ? 0 : nil
      }
      if number == nil { return nil }
    }
    guard scanner.isAtEnd, let date = CalendarDay(year: year, month: month, day: day) else { return nil }
    guard var hour else { return .day(date) }
    if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    guard
      let local = LocalTime(day: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { return nil }
    if let offset { return .instant(local.asUTC.advanced(byMilliseconds: -Int64(offset) * 1000)) }
    return .local(local)
  }
}
