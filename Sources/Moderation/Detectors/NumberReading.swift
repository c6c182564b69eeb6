// Reading numbers that people write with spaces, dots, dashes and brackets between the digits.

extension ScalarText {
  /// Digits from an offset on, with at most so many separators between two of them.
  /// - Returns: the digits and the offset behind the last one.
  func digits(from start: Int, atMost limit: Int, separators: Set<UInt32>, gap: Int) -> (
    digits: [UInt8], end: Int
  ) {
    var digits: [UInt8] = []
    var position = start
    var end = start
    while digits.count < limit {
      if isDigit(position) {
        digits.append(UInt8(scalar(position) - 0x30))
        position += 1
        end = position
      } else if separators.contains(scalar(position)), position - end < gap {
        position += 1
      } else {
        break
      }
    }
    return (digits, end)
  }

  /// A whole number of at most so many digits at an offset, and the offset behind it.
  func number(at start: Int, digits limit: Int) -> (value: Int, end: Int)? {
    var value = 0
    var position = start
    while isDigit(position), position - start <= limit {
      value = value * 10 + Int(scalar(position)) - 0x30
      position += 1
    }
    return position > start && position - start <= limit ? (value, position) : nil
  }
}
