// Learns from the texts of a catalogue which words speak of which theme.

/// Ridge regression of the themes on the features of texts: for each theme the weights that come nearest to 1 on its
/// own texts and to 0 on all others (Hoerl & Kennard, "Ridge regression", Technometrics 1970), found by conjugate
/// gradients on the normal equations, stopped early.
struct ThemeRegression: Sendable {
  /// How many themes there are.
  let themeCount: Int
  /// The weights, feature by feature, in blocks of ``lanes`` themes: block by block, feature by feature within it.
  private let blocks: [[SIMD16<Float>]]

  private static let lanes = 16
  /// What large weights cost.
  static let penalty: Float = 0.3
  /// Steps of the conjugate gradients.
  static let steps = 8

  /// Learns from texts.
  /// - Parameters:
  ///   - rows: a row of features for each text.
  ///   - themes: the theme of each text.
  ///   - weights: how much each text counts.
  init(rows: SparseRows, themes: [Int32], weights: [Float], themeCount: Int) {
    self.themeCount = themeCount
    let blockCount = (themeCount + Self.lanes - 1) / Self.lanes
    blocks = mapBlocks(of: blockCount, blockSize: 1) { block in
      Self.solve(rows: rows, themes: themes, weights: weights, firstTheme: block.lowerBound * Self.lanes)
    }
  }

  /// The themes' scores for one row: about 1 for a text like those of the theme, about 0 for others, never below 0.
  func scores(of rows: SparseRows, _ row: Int) -> [Float] {
    var scores: [Float] = []
    scores.reserveCapacity(blocks.count * Self.lanes)
    let positions = rows.positions(ofRow: row)
    for block in blocks {
      var sum = SIMD16<Float>.zero
      for position in positions { sum += block[Int(rows.columns[position])] * rows.values[position] }
      sum.replace(with: 0, where: sum .< 0)
      for lane in 0..<Self.lanes { scores.append(sum[lane]) }
    }
    return Array(scores.prefix(themeCount))
  }

  /// What a feature with this value adds to a theme's score.
  func contribution(ofColumn column: Int32, value: Float, to theme: Int32) -> Float {
    blocks[Int(theme) / Self.lanes][Int(column)][Int(theme) % Self.lanes] * value
  }

  /// Conjugate gradients for the sixteen themes from `firstTheme` on, side by side.
  private static func solve(rows: SparseRows, themes: [Int32], weights: [Float], firstTheme: Int)
    -> [SIMD16<Float>]
  {
    let columnCount = rows.columnCount
    var solution = [SIMD16<Float>](repeating: .zero, count: columnCount)
    var residual = solution
    for text in 0..<rows.rowCount {
      let lane = Int(themes[text]) - firstTheme
      guard lane >= 0, lane < lanes else { continue }
      for position in rows.positions(ofRow: text) {
        residual[Int(rows.columns[position])][lane] += weights[text] * rows.values[position]
      }
    }
    var direction = residual
    var product = [SIMD16<Float>](repeating: .zero, count: columnCount)
    solution.withUnsafeMutableBufferPointer { solution in
      residual.withUnsafeMutableBufferPointer { residual in
        direction.withUnsafeMutableBufferPointer { direction in
          product.withUnsafeMutableBufferPointer { product in
            descend(rows, weights, solution, residual, direction, product)
          }
        }
      }
    }
    return solution
  }

  private typealias Vector = UnsafeMutableBufferPointer<SIMD16<Float>>

  private static func descend(
    _ rows: SparseRows, _ weights: [Float], _ solution: Vector, _ residual: Vector, _ direction: Vector,
    _ product: Vector
  ) {
    var squares = innerProduct(residual, residual)
    for step in 1...steps {
      multiply(rows, weights, direction, into: product)
      let length = ratio(squares, innerProduct(direction, product))
      for column in solution.indices { solution[column] += length * direction[column] }
      if step == steps { break }
      for column in residual.indices { residual[column] -= length * product[column] }
      let newSquares = innerProduct(residual, residual)
      let turn = ratio(newSquares, squares)
      for column in direction.indices { direction[column] = residual[column] + turn * direction[column] }
      squares = newSquares
    }
  }

  /// The normal equations' matrix times a vector: `Xᵀ W X v + penalty · v`.
  private static func multiply(_ rows: SparseRows, _ weights: [Float], _ vector: Vector, into product: Vector)
  {
    for column in vector.indices { product[column] = penalty * vector[column] }
    rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        for text in 0..<rows.rowCount {
          let positions = rows.positions(ofRow: text)
          var sum = SIMD16<Float>.zero
          for position in positions { sum += values[position] * vector[Int(columns[position])] }
          sum *= weights[text]
          for position in positions { product[Int(columns[position])] += values[position] * sum }
        }
      }
    }
  }

  private static func innerProduct(_ left: Vector, _ right: Vector) -> SIMD16<Float> {
    var sum = SIMD16<Float>.zero
    for place in left.indices { sum += left[place] * right[place] }
    return sum
  }

  /// The quotient of each lane; 0 where there is nothing left to divide by.
  private static func ratio(_ numerator: SIMD16<Float>, _ denominator: SIMD16<Float>) -> SIMD16<Float> {
    let quotient = numerator / denominator
    return quotient.replacing(with: 0, where: denominator .<= 1e-30)
  }
}
