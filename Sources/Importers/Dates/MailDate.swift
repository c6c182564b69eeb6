// Reads the dates of mail: RFC 5322, its obsolete forms, and what archivers made of them.
import Discussion

/// Reads the dates of mail headers.
enum MailDate {
  /// Zones that RFC 5322 (4.3) names, in hours east of Greenwich.
  private static let zones: [String: Int] = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7,
    "pdt": -7, "pst": -8, "cet": 1, "cest": 2, "met": 1, "mest": 2, "wet": 0, "west": 1, "bst": 1,
  ]

  /// The date in a header, wherever its parts stand: day, month name, year, time, zone. Nil when one but the zone is
  /// missing or there is no such date.
  static func read(_ header: some Sequence<UInt8>) -> ReadDate? {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: (hour: Int, minute: Int, second: Int)?
    var offset: Int?
    for token in tokens(of: header) {
      let first = token[token.startIndex]
      if token.contains(UInt8(ascii: ":")) {
        guard time == nil, let value = self.time(token) else { return nil }
        time = value
      } else if first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), time != nil, offset == nil {
        guard let value = numericOffset(token) else { return nil }
        offset = value
      } else if (0x30...0x39).contains(first) {
        guard let value = Int(String(decoding: token, as: UTF8.self)) else { continue }
        if day == nil, token.count <= 2 {
          day = value
        } else if year == nil, token.count == 4 {
          year = value
        } else if year == nil, token.count <= 3 {
          // RFC 5322, 4.3: two digits below 50 are of this century, others and three digits count from 1900.
          year = token.count == 2 && value < 50 ? 2000 + value : 1900 + value
        }
      } else if month == nil, token.count >= 3,
        let value = MonthNames.month(token.prefix { $0 | 0x20 >= 0x61 })
      {
        month = value
      } else if time != nil, offset == nil,
        let hours = zones[String(decoding: token, as: UTF8.self).lowercased()]
      {
        offset = hours * 3600
      }
    }
    guard let day, let month, let year, let time,
      let date = CalendarDay(year: year, month: month, day: day),
      let local = LocalTime(day: date, hour: time.hour, minute: time.minute, second: time.second)
    else { return nil }
    guard let offset else { return .local(local) }
    return .instant(local.asUTC.advanced(byMilliseconds: -Int64(offset) * 1000))
  }

  /// Words between spaces and commas, without comments in parentheses; `21-Sep-2016` is three of them.
  private static func tokens(of header: some Sequence<UInt8>) -> [ArraySlice<UInt8>] {
    var cleaned: [UInt8] = []
    var comment = 0
    for byte in header {
      if byte == UInt8(ascii: "(") {
        comment += 1
      } else if byte == UInt8(ascii: ")") {
        comment = max(0, comment - 1)
      } else if comment == 0 {
        let isHyphenInDate =
          byte == UInt8(ascii: "-")
          && cleaned.last.map { ($0 | 0x20) >= 0x61 || (0x30...0x39).contains($0) } == true
        cleaned.append(byte == UInt8(ascii: ",") || byte < 0x20 || isHyphenInDate ? 0x20 : byte)
      }
    }
    return cleaned.split(separator: 0x20)
  }

  private static func time(_ token: ArraySlice<UInt8>) -> (hour: Int, minute: Int, second: Int)? {
    let parts = token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.map { Int(String(decoding: $0.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)) }
    guard let hour = numbers[0], let minute = numbers[1], hour >= 0, minute >= 0 else { return nil }
    if parts.count == 2 { return (hour, minute, 0) }
    guard let second = numbers[2] else { return nil }
    return (hour, minute, second)
  }

  private static func numericOffset(_ token: ArraySlice<UInt8>) -> Int? {
    let digits = token.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, let value = Int(String(decoding: digits, as: UTF8.self)), value >= 0 else {
      return nil
    }
    let seconds = (value / 100) * 3600 + (value % 100) * 60
    guard seconds <= 18 * 3600 else { return nil }
    return token.first == UInt8(ascii: "-") ? -seconds : seconds
  }
}
