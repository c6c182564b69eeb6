// Sparse vectors, one for each post, topic or term: compressed sparse rows.

/// Rows of numbers of which most are zero (compressed sparse row layout): row `i` holds the columns and values at
/// positions `starts[i]..<starts[i + 1]`.
struct SparseRows: Sendable {
  /// Where each row starts, and at the end where the last one stops.
  private(set) var starts: [Int] = [0]
  /// The column of each stored number.
  private(set) var columns: [Int32] = []
  /// The stored numbers.
  var values: [Float] = []
  /// How many columns there are.
  let columnCount: Int
  /// The numbers of an embedding that belong to each row too; nil where there is no embedding.
  var embedding: DenseRows?

  init(columnCount: Int) { self.columnCount = columnCount }

  init(starts: [Int], columns: [Int32], values: [Float], columnCount: Int) {
    self.starts = starts
    self.columns = columns
    self.values = values
    self.columnCount = columnCount
  }

  /// Parts of one matrix, one below the other.
  init(joining parts: [SparseRows], columnCount: Int) {
    self.init(columnCount: columnCount)
    reserve(
      rows: parts.reduce(0) { $0 + $1.rowCount }, numbers: parts.reduce(0) { $0 + $1.columns.count })
    for part in parts {
      let offset = columns.count
      for end in part.starts.dropFirst() { starts.append(offset + end) }
      columns.append(contentsOf: part.columns)
      values.append(contentsOf: part.values)
    }
  }

  var rowCount: Int { starts.count - 1 }

  /// The positions of one row's numbers.
  func positions(ofRow row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Whether a row holds nothing, no embedding either.
  func isEmpty(row: Int) -> Bool {
    starts[row] == starts[row + 1] && (embedding?.isEmpty(row: row) ?? true)
  }

  /// Adds one number to the row under construction.
  mutating func append(column: Int32, value: Float) {
    columns.append(column)
    values.append(value)
  }

  /// Ends the row under construction.
  mutating func endRow() { starts.append(columns.count) }

  mutating func reserve(rows: Int, numbers: Int) {
    starts.reserveCapacity(rows + 1)
    columns.reserveCapacity(numbers)
    values.reserveCapacity(numbers)
  }

  /// Gives every row that holds something Euclidean length 1.
  mutating func normalizeRows() {
    for row in 0..<rowCount {
      let range = positions(ofRow: row)
      var squares = 0.0
      for position in range { squares += Double(values[position]) * Double(values[position]) }
      if let embedding { squares += embedding.squareLength(ofRow: row) }
      guard squares > 0 else { continue }
      let scale = 1 / squares.squareRoot()
      for position in range { values[position] = Float(Double(values[position]) * scale) }
      embedding?.scale(row: row, by: scale)
    }
  }

  /// The same rows with those of an embedding beside them, which count `weight` times as much, all of length 1.
  func beside(_ embedding: DenseRows, weight: Float) -> SparseRows {
    var joined = self
    joined.normalizeRows()
    joined.embedding = embedding
    for row in 0..<rowCount { joined.embedding?.scale(row: row, by: Double(weight)) }
    joined.normalizeRows()
    return joined
  }

  /// Rows and columns exchanged: for each column the rows that use it, in ascending order (an inverted index). The
  /// embedding has no columns that rows could be looked up by, and stays behind.
  func transposed() -> SparseRows {
    var nextPosition = [Int](repeating: 0, count: columnCount + 1)
    for column in columns { nextPosition[Int(column) + 1] += 1 }
    for column in 0..<columnCount { nextPosition[column + 1] += nextPosition[column] }
    let transposedStarts = nextPosition
    var rows = [Int32](repeating: 0, count: columns.count)
    var numbers = [Float](repeating: 0, count: columns.count)
    for row in 0..<rowCount {
      for position in positions(ofRow: row) {
        let column = Int(columns[position])
        rows[nextPosition[column]] = Int32(row)
        numbers[nextPosition[column]] = values[position]
        nextPosition[column] += 1
      }
    }
    return SparseRows(starts: transposedStarts, columns: rows, values: numbers, columnCount: rowCount)
  }

  /// Some of the rows, in the order asked for.
  func selecting(_ rows: [Int]) -> SparseRows {
    var selection = SparseRows(columnCount: columnCount)
    for row in rows {
      for position in positions(ofRow: row) {
        selection.append(column: columns[position], value: values[position])
      }
      selection.endRow()
    }
    selection.embedding = embedding?.selecting(rows)
    return selection
  }

  /// The inner product of two rows whose columns ascend.
  func dot(_ left: Int, _ other: SparseRows, _ right: Int) -> Float {
    let (short, long) = (positions(ofRow: left), other.positions(ofRow: right))
    var next = long.lowerBound
    var sum: Float = 0
    for position in short {
      let column = columns[position]
      // A post has some hundred columns, a topic's sum tens of thousands: step over them in leaps that double.
      var step = 1
      while next + step < long.upperBound, other.columns[next + step] <= column {
        next += step
        step *= 2
      }
      while step > 0 {
        if next + step < long.upperBound, other.columns[next + step] <= column { next += step }
        step /= 2
      }
      guard next < long.upperBound else { break }
      if other.columns[next] == column { sum += values[position] * other.values[next] }
    }
    if let embedding, let others = other.embedding { sum += embedding.dot(left, others, right) }
    return sum
  }
}

/// Features of one kind, to stand beside features of other kinds: words, parts of words, the themes of a catalogue.
struct FeatureBlock: Sendable {
  /// A row for each post, of length 1 or empty.
  var rows: SparseRows
  /// How much this kind counts beside the others.
  var weight: Float

  /// Puts blocks beside each other and gives every row length 1.
  static func beside(_ blocks: [FeatureBlock]) -> SparseRows {
    if blocks.count == 1 { return blocks[0].rows }
    let rowCount = blocks.first?.rows.rowCount ?? 0
    var joined = SparseRows(columnCount: blocks.reduce(0) { $0 + $1.rows.columnCount })
    joined.reserve(rows: rowCount, numbers: blocks.reduce(0) { $0 + $1.rows.columns.count })
    for row in 0..<rowCount {
      var offset: Int32 = 0
      for block in blocks {
        for position in block.rows.positions(ofRow: row) {
          let value = block.rows.values[position] * block.weight
          joined.append(column: block.rows.columns[position] + offset, value: value)
        }
        offset += Int32(block.rows.columnCount)
      }
      joined.endRow()
    }
    joined.normalizeRows()
    return joined
  }
}
