// Reads the pieces of a date off the front of bytes.

/// Reads numbers, names and zones off the front of bytes.
struct DateScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// A number of so many digits at least and at most.
  mutating func number(_ minimum: Int, _ maximum: Int) -> Int? {
    var value = 0
    var count = 0
    while count < maximum, let byte = next, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      position += 1
      count += 1
    }
    return count >= minimum ? value : nil
  }

  /// Digits of a fraction of a second, as milliseconds.
  mutating func fraction() -> Int? {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    let digits = bytes[start..<position].prefix(3)
    guard !digits.isEmpty else { return nil }
    return (0..<3).reduce(0) { $0 * 10 + ($1 < digits.count ? Int(digits[start + $1] - 0x30) : 0) }
  }

  /// A run of ASCII letters.
  mutating func letters() -> ArraySlice<UInt8> {
    let start = position
    while let byte = next, (0x61...0x7A).contains(byte | 0x20) { position += 1 }
    return bytes[start..<position]
  }

  /// Passes over a byte if it stands there.
  @discardableResult
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Passes over spaces, no-break ones too; at least one has to stand there.
  mutating func spaces() -> Bool {
    let start = position
    while true {
      if next == 0x20 || next == 0x09 {
        position += 1
      } else if bytes[position...].starts(with: [0xC2, 0xA0]) {
        position += 2
      } else if bytes[position...].starts(with: [0xE2, 0x80, 0xAF]) {
        position += 3
      } else {
        return position > start
      }
    }
  }

  /// `am`, `a.m.`, `PM` and the like: whether it is after noon.
  mutating func isAfternoon() -> Bool? {
    guard let first = next, first | 0x20 == UInt8(ascii: "a") || first | 0x20 == UInt8(ascii: "p") else {
      return nil
    }
    position += 1
    skip(UInt8(ascii: "."))
    guard let second = next, second | 0x20 == UInt8(ascii: "m") else { return nil }
    position += 1
    skip(UInt8(ascii: "."))
    return first | 0x20 == UInt8(ascii: "p")
  }

  /// Seconds east of Greenwich in `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`.
  mutating func offset() -> Int? {
    if skip(UInt8(ascii: "Z")) { return 0 }
    for name in ["UTC", "GMT"] where bytes[position...].starts(with: name.utf8) {
      position += 3
      return 0
    }
    let isWest = next == UInt8(ascii: "-")
    guard isWest || next == UInt8(ascii: "+") else { return nil }
    position += 1
    guard let hours = number(2, 2), hours <= 18 else { return nil }
    skip(UInt8(ascii: ":"))
    let start = position
    let minutes = number(2, 2) ?? 0
    guard minutes < 60, position == start || position == start + 2 else { return nil }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }
}
