// Cholesky decomposition of small symmetric matrices, in place and without allocation.

/// Overwrites the lower triangle of a symmetric positive-definite matrix (row by row, p × p) with its Cholesky factor L.
/// - Returns: false when the matrix is not positive definite.
@inline(__always)
func choleskyFactor(_ matrix: UnsafeMutablePointer<Double>, _ p: Int) -> Bool {
  for i in 0..<p {
    for j in 0...i {
      var sum = matrix[i * p + j]
      for k in 0..<j { sum -= matrix[i * p + k] * matrix[j * p + k] }
      if i == j {
        guard sum > 0 else { return false }
        matrix[i * p + i] = sum.squareRoot()
      } else {
        matrix[i * p + j] = sum / matrix[j * p + j]
      }
    }
  }
  return true
}

/// Solves L z = x in place.
@inline(__always)
func forwardSubstitute(
  _ factor: UnsafePointer<Double>, _ x: UnsafeMutablePointer<Double>, _ p: Int
) {
  for i in 0..<p {
    var sum = x[i]
    for k in 0..<i { sum -= factor[i * p + k] * x[k] }
    x[i] = sum / factor[i * p + i]
  }
}

/// Solves L' z = x in place.
@inline(__always)
func backSubstitute(
  _ factor: UnsafePointer<Double>, _ x: UnsafeMutablePointer<Double>, _ p: Int
) {
  for i in stride(from: p - 1, through: 0, by: -1) {
    var sum = x[i]
    for k in (i + 1)..<max(p, i + 1) { sum -= factor[k * p + i] * x[k] }
    x[i] = sum / factor[i * p + i]
  }
}
