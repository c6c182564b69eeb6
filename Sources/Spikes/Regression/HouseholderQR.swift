// Thin QR decomposition by Householder reflections, for weighted least squares inside the GLM.

/// X = QR of a tall matrix, columns one after another in memory.
struct HouseholderQR {
  /// Number of rows.
  let rows: Int
  /// Number of columns.
  let columns: Int
  /// The reflections below the diagonal (with their leading element) and R above it.
  private var packed: [Double]
  private var diagonal: [Double]
  private var scales: [Double]

  /// Decomposes a matrix given column by column. Golub & Van Loan (2013), algorithm 5.2.1.
  init(rows: Int, columns: Int, elements: [Double]) {
    self.rows = rows
    self.columns = columns
    packed = elements
    diagonal = Array(repeating: 0, count: columns)
    scales = Array(repeating: 0, count: columns)
    for j in 0..<columns {
      let start = j * rows
      var norm = 0.0
      for i in j..<rows { norm += packed[start + i] * packed[start + i] }
      norm = norm.squareRoot()
      guard norm > 0 else { continue }
      let alpha = packed[start + j] > 0 ? -norm : norm
      packed[start + j] -= alpha
      diagonal[j] = alpha
      var square = 0.0
      for i in j..<rows { square += packed[start + i] * packed[start + i] }
      scales[j] = 2 / square
      for other in (j + 1)..<max(columns, j + 1) {
        let column = other * rows
        var dot = 0.0
        for i in j..<rows { dot += packed[start + i] * packed[column + i] }
        dot *= scales[j]
        for i in j..<rows { packed[column + i] -= dot * packed[start + i] }
      }
    }
  }

  /// Applies reflection j to a vector.
  private func reflect(_ j: Int, _ vector: inout [Double]) {
    guard scales[j] > 0 else { return }
    let start = j * rows
    var dot = 0.0
    for i in j..<rows { dot += packed[start + i] * vector[i] }
    dot *= scales[j]
    for i in j..<rows { vector[i] -= dot * packed[start + i] }
  }

  /// Element of R, row ≤ column.
  func r(_ row: Int, _ column: Int) -> Double {
    row == column ? diagonal[column] : packed[column * rows + row]
  }

  /// Whether a column is, to rounding, a combination of the columns before it (R's `qr.tol` in `glm.fit`).
  func isRankDeficient(tolerance: Double = 1e-11) -> Bool {
    (0..<columns).contains { j in
      var norm = 0.0
      for i in 0...j { norm += r(i, j) * r(i, j) }
      return abs(diagonal[j]) <= tolerance * norm.squareRoot()
    }
  }

  /// The least-squares solution of X b ≈ target.
  func solve(_ target: [Double]) -> [Double] {
    var right = target
    for j in 0..<columns { reflect(j, &right) }
    var solution = Array(repeating: 0.0, count: columns)
    for j in stride(from: columns - 1, through: 0, by: -1) {
      var value = right[j]
      for other in (j + 1)..<max(columns, j + 1) { value -= r(j, other) * solution[other] }
      solution[j] = value / diagonal[j]
    }
    return solution
  }

  /// Solves R' z = x, so that |z|² = x' (X'X)⁻¹ x.
  func solveTransposed(_ x: [Double]) -> [Double] {
    var z = x
    for j in 0..<columns {
      for i in 0..<j { z[j] -= r(i, j) * z[i] }
      z[j] /= diagonal[j]
    }
    return z
  }

  /// The diagonal of the hat matrix QQ': how much each row pulls its own fitted value.
  func leverages() -> [Double] {
    var leverage = Array(repeating: 0.0, count: rows)
    var column = Array(repeating: 0.0, count: rows)
    for j in 0..<columns {
      for i in 0..<rows { column[i] = 0 }
      column[j] = 1
      for reflection in stride(from: columns - 1, through: 0, by: -1) { reflect(reflection, &column) }
      for i in 0..<rows { leverage[i] += column[i] * column[i] }
    }
    return leverage
  }
}
