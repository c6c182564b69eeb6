// Dense vectors, one for each post or topic: the numbers of an embedding, and their inner products.

/// Rows of numbers of which hardly any are zero.
///
/// Inner products are summed in `Float`, in four lanes that are added up at the end, in the same order for every pair
/// wherever it lies in a block. IEEE 754 rounds every step alike and Swift never fuses a product with a sum, so the
/// products are the same on every machine.
struct DenseRows: Sendable {
  /// The numbers, row after row, each row filled up with zeros to ``stride``.
  private(set) var values: [Float]
  /// How many numbers a row has.
  let width: Int
  /// Where the next row starts: the width, rounded up to whole lanes.
  let stride: Int
  /// How many rows there are.
  let rowCount: Int

  private static let lanes = 4

  /// Rows of zeros.
  init(rowCount: Int, width: Int) {
    self.rowCount = rowCount
    self.width = width
    stride = (width + Self.lanes - 1) / Self.lanes * Self.lanes
    values = Array(repeating: 0, count: rowCount * stride)
  }

  /// Replaces a row's numbers.
  mutating func set(_ row: Int, _ numbers: ArraySlice<Float>) {
    for (place, number) in numbers.prefix(width).enumerated() { values[row * stride + place] = number }
  }

  /// Whether a row holds nothing but zeros.
  func isEmpty(row: Int) -> Bool { values[row * stride..<(row + 1) * stride].allSatisfy { $0 == 0 } }

  /// The square of a row's Euclidean length.
  func squareLength(ofRow row: Int) -> Double {
    var squares = 0.0
    for position in row * stride..<(row + 1) * stride {
      squares += Double(values[position]) * Double(values[position])
    }
    return squares
  }

  /// Multiplies a row's numbers.
  mutating func scale(row: Int, by factor: Double) {
    for position in row * stride..<(row + 1) * stride {
      values[position] = Float(Double(values[position]) * factor)
    }
  }

  /// Some of the rows, in the order asked for.
  func selecting(_ rows: [Int]) -> DenseRows {
    var selection = DenseRows(rowCount: rows.count, width: width)
    for (place, row) in rows.enumerated() {
      selection.set(place, values[row * stride..<row * stride + width])
    }
    return selection
  }

  /// The sum of the rows of each topic, in the order of the rows; rows with a negative topic count for none.
  func sums(topics: [Int32], topicCount: Int) -> DenseRows {
    var sums = [Double](repeating: 0, count: topicCount * stride)
    for (row, topic) in topics.enumerated() where topic >= 0 {
      let (from, to) = (row * stride, Int(topic) * stride)
      for place in 0..<width { sums[to + place] += Double(values[from + place]) }
    }
    var result = DenseRows(rowCount: topicCount, width: width)
    result.values = sums.map { Float($0) }
    return result
  }

  /// Takes the mean of all rows that are not empty away from each, so that what every text has in common counts for
  /// nothing, and gives each length 1 (after Mu & Viswanath, "All-but-the-top", ICLR 2018).
  func centredAndNormalized() -> DenseRows {
    var means = [Double](repeating: 0, count: width)
    let filled = (0..<rowCount).filter { !isEmpty(row: $0) }
    for row in filled { for place in 0..<width { means[place] += Double(values[row * stride + place]) } }
    for place in 0..<width { means[place] /= Double(max(1, filled.count)) }
    var result = self
    for row in filled {
      for place in 0..<width {
        let position = row * stride + place
        result.values[position] = Float(Double(values[position]) - means[place])
      }
      result.normalize(row: row)
    }
    return result
  }

  private mutating func normalize(row: Int) {
    let squares = squareLength(ofRow: row)
    // A vector that hardly differs from the mean of all says nothing: its direction would be rounding.
    guard squares > 1e-12 else { return scale(row: row, by: 0) }
    scale(row: row, by: 1 / squares.squareRoot())
  }
}

extension DenseRows {
  /// The inner product of two rows of equal width.
  func dot(_ left: Int, _ other: DenseRows, _ right: Int) -> Float {
    values.withUnsafeBufferPointer { own in
      other.values.withUnsafeBufferPointer { others in
        guard let own = own.baseAddress, let others = others.baseAddress else { return 0 }
        return Self.dot(own + left * stride, others + right * stride, stride)
      }
    }
  }

  /// Writes the inner products of some rows with all of `others`: that of the `i`-th row asked for with row `j` goes to
  /// `products[i * others.rowCount + j]`.
  ///
  /// A tile of both sides stays in the processor's cache, and four rows meet two others at a time, so that each number
  /// that is fetched is used more than once.
  func products(
    of rows: Range<Int>, with others: DenseRows, into products: UnsafeMutableBufferPointer<Float>
  ) {
    let tile = 64
    values.withUnsafeBufferPointer { own in
      others.values.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return }
        for tileStart in Swift.stride(from: 0, to: others.rowCount, by: tile) {
          let tileEnd = min(tileStart + tile, others.rowCount)
          var row = rows.lowerBound
          while row + 4 <= rows.upperBound {
            let place = (row - rows.lowerBound) * others.rowCount
            var column = tileStart
            while column + 2 <= tileEnd {
              Self.multiplyFourByTwo(
                own + row * stride, other + column * stride, stride, products, place + column, others.rowCount
              )
              column += 2
            }
            while column < tileEnd {
              for part in 0..<4 {
                products[place + part * others.rowCount + column] = Self.dot(
                  own + (row + part) * stride, other + column * stride, stride)
              }
              column += 1
            }
            row += 4
          }
          while row < rows.upperBound {
            for column in tileStart..<tileEnd {
              products[(row - rows.lowerBound) * others.rowCount + column] = Self.dot(
                own + row * stride, other + column * stride, stride)
            }
            row += 1
          }
        }
      }
    }
  }

  @inline(__always)
  private static func lanes(_ pointer: UnsafePointer<Float>, _ place: Int) -> SIMD4<Float> {
    UnsafeRawPointer(pointer + place).loadUnaligned(as: SIMD4<Float>.self)
  }

  @inline(__always)
  private static func total(_ lanes: SIMD4<Float>) -> Float { (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) }

  private static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    var sum = SIMD4<Float>.zero
    var place = 0
    while place < count {
      sum += lanes(a, place) * lanes(b, place)
      place += 4
    }
    return total(sum)
  }

  private static func multiplyFourByTwo(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ stride: Int,
    _ products: UnsafeMutableBufferPointer<Float>, _ first: Int, _ rowLength: Int
  ) {
    var (a0b0, a1b0, a2b0, a3b0) = (
      SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero
    )
    var (a0b1, a1b1, a2b1, a3b1) = (
      SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero
    )
    var place = 0
    while place < stride {
      let (b0, b1) = (lanes(b, place), lanes(b, stride + place))
      let (a0, a1) = (lanes(a, place), lanes(a, stride + place))
      a0b0 += a0 * b0
      a0b1 += a0 * b1
      a1b0 += a1 * b0
      a1b1 += a1 * b1
      let (a2, a3) = (lanes(a, 2 * stride + place), lanes(a, 3 * stride + place))
      a2b0 += a2 * b0
      a2b1 += a2 * b1
      a3b0 += a3 * b0
      a3b1 += a3 * b1
      place += 4
    }
    products[first] = total(a0b0)
    products[first + 1] = total(a0b1)
    products[first + rowLength] = total(a1b0)
    products[first + rowLength + 1] = total(a1b1)
    products[first + 2 * rowLength] = total(a2b0)
    products[first + 2 * rowLength + 1] = total(a2b1)
    products[first + 3 * rowLength] = total(a3b0)
    products[first + 3 * rowLength + 1] = total(a3b1)
  }
}
