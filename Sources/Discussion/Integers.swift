// Small exact integer operations that dates need: floored division, padded and parsed decimals.

extension BinaryInteger {
  /// The quotient rounded towards minus infinity.
  func flooredQuotient(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  /// The remainder with the divisor's sign.
  func flooredRemainder(by divisor: Self) -> Self { self - flooredQuotient(by: divisor) * divisor }
}

extension Int {
  /// The decimal digits with leading zeros up to a width.
  func padded(to width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9`.
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension ArraySlice<UInt8> {
  /// The value of a run of ASCII digits; nil when empty or anything else stands there.
  var decimal: Int? {
    guard !isEmpty, count <= 18, allSatisfy(\.isASCIIDigit) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
