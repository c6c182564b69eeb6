// The natural logarithm out of the operations that IEEE 754 rounds the same way on every machine.

/// The natural logarithm of a positive, finite number.
///
/// The C library's `log` differs in its last bit between versions and processors, and one bit may decide which of
/// two neighbours comes first. This one uses only +, −, × and ÷: `x = 2ᵉ·m` with `m` near 1, and
/// `ln m = 2·artanh((m − 1) / (m + 1))` as a series, accurate to about 1e-15.
func naturalLogarithm(_ value: Double) -> Double {
  var mantissa = value.significand
  var exponent = Double(value.exponent)
  if mantissa > 1.414213562373095 {
    mantissa /= 2
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var sum = 0.0
  for odd in stride(from: 27.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
  return exponent * 0.6931471805599453 + 2 * ratio * sum
}
