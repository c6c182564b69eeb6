// An instant in UTC, to the millisecond, with ISO 8601 in and out.

/// An instant in UTC. Stored and compared as whole milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var milliseconds: Int64

  /// An instant so many milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// An instant so many seconds after 1970-01-01T00:00:00Z; the farthest there is for more than can be counted.
  public init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    milliseconds = overflow ? (seconds < 0 ? .min / 2 : .max / 2) : product
  }

  /// Midnight UTC at the start of a day, plus a time of day.
  public init(day: CalendarDay, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.milliseconds = seconds * 1000 + Int64(millisecond)
  }

  /// Whole seconds since the epoch, rounded down.
  public var seconds: Int64 { milliseconds.flooredQuotient(by: 1000) }

  /// The order in which they are sorted.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// This instant, so many milliseconds later.
  public func advanced(byMilliseconds offset: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds + offset)
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC: `2026-11-21T08:05:00Z`, with `.123` only where there are milliseconds.
  public var description: String {
    let day = CalendarDay(number: Int(milliseconds.flooredQuotient(by: 86_400_000)))
    let inDay = Int(milliseconds - Int64(day.number) * 86_400_000)
    let (seconds, fraction) = (inDay / 1000, inDay % 1000)
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }
    let tail = fraction == 0 ? "" : "." + fraction.padded(to: 3)
    return "\(day)T\(time.joined(separator: ":"))\(tail)Z"
  }
}

extension Timestamp {
  /// Reads ISO 8601 / RFC 3339 with a zone: `2026-11-21T09:05:00+01:00`, `…Z`, `…+0100`, with or without a
  /// fraction (cut to milliseconds), `T`, `t` or a space between date and time. Nil for anything else, also
  /// for days and times that do not exist. A time without a zone is refused: see ``LocalTime``.
  public init?(iso8601 text: some StringProtocol) {
    if let usual = text.utf8.withContiguousStorageIfAvailable(Self.usual) ?? nil {
      self = usual
      return
    }
    guard let (local, rest) = LocalTime.parse(Array(text.utf8)[...]) else { return nil }
    guard let offset = Self.zoneOffset(rest) else { return nil }
    self = local.asUTC.advanced(byMilliseconds: -Int64(offset) * 1000)
  }

  /// Reads the usual forms, `2026-11-21T09:05:00Z`, with or without milliseconds and with `+01:00`; nil for all others, which
  /// may be right too.
  private static func usual(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    func number(_ start: Int, _ count: Int) -> Int? {
      var value = 0
      for byte in bytes[start..<(start + count)] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = number(0, 4), let month = number(5, 2), let dayOfMonth = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2), second < 60,
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    else { return nil }
    var position = 19
    var millisecond = 0
    if bytes[19] == UInt8(ascii: ".") {
      guard bytes.count >= 24, let value = number(20, 3) else { return nil }
      millisecond = value
      position = 23
    }
    var offset = 0
    switch (bytes[position], bytes.count - position) {
    case (UInt8(ascii: "Z"), 1): break
    case (UInt8(ascii: "+"), 6), (UInt8(ascii: "-"), 6):
      guard bytes[position + 3] == UInt8(ascii: ":"), let hours = number(position + 1, 2), hours <= 18,
        let minutes = number(position + 4, 2), minutes < 60
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (bytes[position] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    guard
      let local = LocalTime(day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { return nil }
    return local.asUTC.advanced(byMilliseconds: -Int64(offset) * 1000)
  }

  /// Seconds east of Greenwich in `Z`, `+01:00`, `+0100` or `+01`.
  private static func zoneOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "Z") || first == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return nil }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let values = digits.map { Int($0 - UInt8(ascii: "0")) }
    let hours = values[0] * 10 + values[1]
    let minutes = digits.count == 4 ? values[2] * 10 + values[3] : 0
    guard hours <= 18, minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return first == UInt8(ascii: "-") ? -seconds : seconds
  }
}
