// A date and a time of day as a clock on the wall shows them, before a zone is known.

/// A date and time without a zone.
public struct LocalTime: Hashable, Sendable, Codable {
  /// The day on the calendar.
  public var day: CalendarDay
  /// Milliseconds since midnight, 0 to 86,399,999 (a leap second is read as the second before it).
  public var millisecondOfDay: Int

  /// A local time from its day and milliseconds since midnight.
  public init(day: CalendarDay, millisecondOfDay: Int) {
    self.day = day
    self.millisecondOfDay = millisecondOfDay
  }

  /// A local time from its parts; nil when a part is out of range.
  public init?(day: CalendarDay, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      (0...999).contains(millisecond)
    else { return nil }
    self.day = day
    self.millisecondOfDay = ((hour * 60 + minute) * 60 + min(second, 59)) * 1000 + millisecond
  }

  /// The instant this would be if the clock stood at UTC.
  public var asUTC: Timestamp {
    Timestamp(milliseconds: Int64(day.number) * 86_400_000 + Int64(millisecondOfDay))
  }

  /// Reads `2026-11-21T09:05`, `2026-11-21 09:05:12.123` and the like, without a zone; nil for anything else.
  public init?(iso8601 text: some StringProtocol) {
    guard let (local, rest) = Self.parse(Array(text.utf8)[...]), rest.isEmpty else { return nil }
    self = local
  }

  /// The local time at the start of the bytes, and the bytes behind it.
  static func parse(_ bytes: ArraySlice<UInt8>) -> (LocalTime, rest: ArraySlice<UInt8>)? {
    let bytes = Array(bytes)
    guard bytes.count >= 16, let day = CalendarDay(iso8601: String(decoding: bytes[0..<10], as: UTF8.self)),
      [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
      let hour = bytes[11..<13].decimal, bytes[13] == UInt8(ascii: ":"), let minute = bytes[14..<16].decimal
    else { return nil }
    var position = 16
    var second = 0
    var millisecond = 0
    if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
      guard bytes.count >= position + 3, let value = bytes[(position + 1)..<(position + 3)].decimal else {
        return nil
      }
      second = value
      position += 3
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ",")
      {
        let digits = bytes[(position + 1)...].prefix(while: \.isASCIIDigit)
        guard !digits.isEmpty else { return nil }
        var milliseconds = Array(digits.prefix(3))
        while milliseconds.count < 3 { milliseconds.append(UInt8(ascii: "0")) }
        millisecond = milliseconds[...].decimal ?? 0
        position += 1 + digits.count
      }
    }
    guard
      let local = LocalTime(day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { return nil }
    return (local, bytes[position...])
  }
}
