// Finds the date and time with which a line of an exported chat starts, in every layout that phones write.
import Discussion

/// What a line of a chat starts with: date and time, whose order is not known yet.
struct ChatLineHeader: Hashable, Sendable {
  /// What stands around date and time.
  enum Frame: Hashable, Sendable {
    /// `[24-11-17 14:36:02] `, as iPhones write.
    case brackets
    /// `24-11-17 14:36 - `, as Android writes.
    case dash
    /// `24-11-17 14:36:02: `, as old iPhones wrote.
    case colon
  }

  /// How dates are written in a file.
  struct Layout: Hashable, Sendable {
    var frame: Frame
    var separator: UInt8
    var hasComma: Bool
    var hasSeconds: Bool
    var yearStands: YearPlace
  }

  /// Where the year stands, as far as its digits tell.
  enum YearPlace: Hashable, Sendable {
    case first
    case last
    /// Three numbers of two digits.
    case unknown
  }

  var layout: Layout
  /// The three numbers of the date, as they stand there.
  struct Numbers: Hashable, Sendable {
    var first: Int
    var second: Int
    var third: Int
  }

  var numbers: Numbers
  var hour: Int
  var minute: Int
  var second: Int
  /// Where the text behind it starts.
  var content: Int

  /// The header of a line without direction marks; nil where it starts with none.
  init?(_ line: [UInt8]) {
    var cursor = ByteCursor(line)
    let isBracketed = cursor.take("[")
    guard let first = cursor.number(4), let separator = cursor.take(anyOf: "-/."),
      cursor.spaces(separator == UInt8(ascii: ".") ? 0 : nil), let second = cursor.number(2),
      cursor.take(separator), cursor.spaces(separator == UInt8(ascii: ".") ? 0 : nil),
      let third = cursor.number(4)
    else { return nil }
    let yearStands: YearPlace
    switch (first.digits, third.digits) {
    case (4, 1...2): yearStands = .first
    case (1...2, 4): yearStands = .last
    case (1...2, 2): yearStands = .unknown
    default: return nil
    }
    if separator == UInt8(ascii: ".") { cursor.take(".") }
    let hasComma = cursor.take(",")
    guard cursor.spaces(hasComma ? 0 : 1), let hour = cursor.number(2),
      let point = cursor.take(anyOf: ":."), let minute = cursor.number(2), minute.digits == 2
    else { return nil }
    var seconds: Int?
    let behindMinute = cursor.position
    if cursor.take(point), let number = cursor.number(2), number.digits == 2 {
      seconds = number.value
    } else {
      cursor.position = behindMinute
    }
    let isAfternoon = cursor.halfDay()
    let frame: Frame
    if isBracketed {
      guard cursor.take("]") else { return nil }
      frame = .brackets
      cursor.spaces(0)
    } else {
      let behindTime = cursor.position
      if cursor.spaces(1), cursor.takeDash(), cursor.spaces(1) || cursor.isAtEnd {
        frame = .dash
      } else {
        cursor.position = behindTime
        guard seconds != nil, cursor.take(":"), cursor.spaces(1) else { return nil }
        frame = .colon
      }
    }
    // "12-03-2024 10:00 - 11:00 overleg" is a line of an agenda that somebody sent.
    var rest = cursor
    if frame == .dash, rest.number(2) != nil, rest.take(anyOf: ":.") != nil, rest.number(2) != nil {
      return nil
    }
    layout = Layout(
      frame: frame, separator: separator, hasComma: hasComma, hasSeconds: seconds != nil,
      yearStands: yearStands)
    numbers = Numbers(first: first.value, second: second.value, third: third.value)
    self.hour =
      switch isAfternoon {
      case true? where hour.value < 12: hour.value + 12
      case false? where hour.value == 12: 0
      default: hour.value
      }
    self.minute = minute.value
    self.second = seconds ?? 0
    content = cursor.position
  }

  /// What the clock showed; nil where there is no such day or time in this order.
  func localTime(_ order: ChatDateOrder) -> LocalTime? {
    let parts: (year: Int, month: Int, day: Int) =
      switch layout.yearStands == .first ? .yearFirst : order {
      case .yearFirst: (numbers.first, numbers.second, numbers.third)
      case .dayFirst: (numbers.third, numbers.second, numbers.first)
      case .monthFirst: (numbers.third, numbers.first, numbers.second)
      }
    let year = layout.yearStands == .unknown ? 2000 + parts.year : parts.year
    return CalendarDay(year: year, month: parts.month, day: parts.day).flatMap {
      LocalTime(day: $0, hour: hour, minute: minute, second: second)
    }
  }
}

/// Takes the pieces of a header off the front of a line.
struct ByteCursor {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  private func at(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  /// A number of at most so many digits, not followed by another digit.
  mutating func number(_ limit: Int) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while let byte = at(digits), (0x30...0x39).contains(byte) {
      digits += 1
      if digits > limit { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += digits
    return digits == 0 ? nil : (value, digits)
  }

  @discardableResult
  mutating func take(_ byte: UInt8) -> Bool {
    guard at(0) == byte else { return false }
    position += 1
    return true
  }

  @discardableResult
  mutating func take(_ letter: Unicode.Scalar) -> Bool { take(UInt8(truncatingIfNeeded: letter.value)) }

  mutating func take(anyOf letters: StaticString) -> UInt8? {
    guard let byte = at(0) else { return nil }
    let isOne = letters.withUTF8Buffer { $0.contains(byte) }
    if isOne { position += 1 }
    return isOne ? byte : nil
  }

  /// A hyphen or a dash.
  mutating func takeDash() -> Bool {
    if take("-") { return true }
    guard at(0) == 0xE2, at(1) == 0x80, at(2) == 0x93 || at(2) == 0x94 else { return false }
    position += 3
    return true
  }

  /// Passes over spaces, no-break and narrow ones too: at least so many. Does nothing for nil.
  @discardableResult
  mutating func spaces(_ minimum: Int?) -> Bool {
    guard let minimum else { return true }
    var count = 0
    while let byte = at(0) {
      if byte == 0x20 || byte == 0x09 {
        position += 1
      } else if byte == 0xC2, at(1) == 0xA0 {
        position += 2
      } else if byte == 0xE2, at(1) == 0x80, at(2) == 0xAF || at(2) == 0x89 {
        position += 3
      } else {
        break
      }
      count += 1
    }
    return count >= minimum
  }

  /// `AM`, `p.m.`, `a. m.` and the like behind spaces: whether it is after noon. Takes nothing where there is none.
  mutating func halfDay() -> Bool? {
    let start = position
    spaces(0)
    guard let letter = take(anyOf: "aApP") else {
      position = start
      return nil
    }
    take(".")
    spaces(0)
    guard take(anyOf: "mM") != nil else {
      position = start
      return nil
    }
    take(".")
    return letter | 0x20 == UInt8(ascii: "p")
  }
}
