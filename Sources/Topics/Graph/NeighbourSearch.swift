// Exact nearest neighbours through an inverted index, without summing what cannot matter.

/// Finds the rows that a row resembles most, by cosine.
///
/// Summing the products column by column (term-at-a-time scoring; Zobel & Moffat, "Inverted files for text search
/// engines", 2006) spends most of its time on the few columns that many rows use, and those say least. So they are left
/// for later: what they can add to a row's product is at most the product of both rows' lengths within them
/// (Cauchy-Schwarz, as in Bayardo, Ma & Srikant, "Scaling up all pairs similarity search", 2007). Only rows that could
/// reach the neighbours with it are computed in full. The result is exact, to the last bit: the products of the rows
/// that remain are summed in the order of the columns, like all others.
struct NeighbourSearch: Sendable {
  /// Columns that a larger share of the rows use than one of these can be left for later.
  private static let commonShares = [0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.12, 0.16]
  /// What the columns left for later may add at most, on average: more leaves too many rows to compute in full.
  private static let slack: Float = 0.1
  /// More than the rounding of a sum of some thousands of products of numbers up to 1.
  private static let rounding: Float = 2e-5

  private let rows: SparseRows
  private let index: SparseRows
  /// From how many rows on a column is common, for each share.
  private let commonFrom: [Int]
  /// The length of each row within the common columns, for each share; and the mean over the rows.
  private let commonLengths: [[Float]]
  private let meanLengths: [Float]

  /// Prepares the search among rows of length 1 or 0.
  init(of rows: SparseRows) {
    self.rows = rows
    let index = rows.transposed()
    self.index = index
    let commonFrom = Self.commonShares.map { Int($0 * Double(rows.rowCount)) + 1 }
    self.commonFrom = commonFrom
    commonLengths = mapBlocks(of: commonFrom.count, blockSize: 1) { block in
      (0..<rows.rowCount).map { Self.length(of: $0, rows, index, commonFrom: commonFrom[block.lowerBound]) }
    }
    meanLengths = commonLengths.map { lengths in
      lengths.isEmpty ? 0 : Float(lengths.reduce(0.0) { $0 + Double($1) } / Double(lengths.count))
    }
  }

  /// The length of a row within the columns that at least so many rows use.
  private static func length(of row: Int, _ rows: SparseRows, _ index: SparseRows, commonFrom: Int) -> Float {
    var squares: Float = 0
    for position in rows.positions(ofRow: row)
    where index.positions(ofRow: Int(rows.columns[position])).count >= commonFrom {
      squares += rows.values[position] * rows.values[position]
    }
    return squares.squareRoot()
  }

  /// The neighbours of some rows: `limit` places for each, -1 where there are fewer.
  func neighbours(of block: Range<Int>, limit: Int) -> (posts: [Int32], similarities: [Float]) {
    var posts = [Int32](repeating: -1, count: block.count * limit)
    var similarities = [Float](repeating: 0, count: block.count * limit)
    guard limit > 0 else { return (posts, similarities) }
    if let embedding = rows.embedding { return neighbours(of: block, limit: limit, embedding: embedding) }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.rowCount) { sums in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.columnCount) { query in
        query.initialize(repeating: 0)
        for row in block where !rows.isEmpty(row: row) {
          for position in rows.positions(ofRow: row) {
            query[Int(rows.columns[position])] = rows.values[position]
          }
          let best = neighbours(of: row, limit: limit, query: query, sums: sums)
          let first = (row - block.lowerBound) * limit
          for place in 0..<best.count {
            posts[first + place] = best.posts[place]
            similarities[first + place] = best.similarities[place]
          }
          for position in rows.positions(ofRow: row) { query[Int(rows.columns[position])] = 0 }
        }
      }
    }
    return (posts, similarities)
  }

  /// The cosines of each row of a block to some others.
  func cosines(of block: Range<Int>, to others: (Int) -> ArraySlice<Int32>) -> [[Float]] {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.columnCount) { query in
      query.initialize(repeating: 0)
      return block.map { row in
        for position in rows.positions(ofRow: row) {
          query[Int(rows.columns[position])] = rows.values[position]
        }
        defer { for position in rows.positions(ofRow: row) { query[Int(rows.columns[position])] = 0 } }
        return others(row).map { other in
          let cosine = cosine(of: Int(other), query: query)
          return rows.embedding.map { cosine + $0.dot(row, $0, Int(other)) } ?? cosine
        }
      }
    }
  }

  /// The cosine of one row to all others, 0 to itself.
  func similarities(of row: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: rows.rowCount)
    sums.withUnsafeMutableBufferPointer { sums in
      if let embedding = rows.embedding {
        embedding.products(of: row..<row + 1, with: embedding, into: sums)
      }
      add(columnsOf: row, usedBy: 0..<Int.max, to: sums)
      sums[row] = 0
    }
    return sums
  }

  /// - Parameters:
  ///   - query: the row with all its zeros.
  ///   - sums: room for a number for each row.
  private func neighbours(
    of row: Int, limit: Int, query: UnsafeMutableBufferPointer<Float>, sums: UnsafeMutableBufferPointer<Float>
  ) -> HighestFew {
    if let level = meanLengths.indices.first(where: { meanLengths[$0] * commonLengths[$0][row] <= Self.slack }
    ),
      let best = bestWithoutCommonColumns(of: row, limit: limit, level: level, query: query, sums: sums)
    {
      return best
    }
    sums.initialize(repeating: 0)
    add(columnsOf: row, usedBy: 0..<Int.max, to: sums)
    sums[row] = 0
    var highest = HighestFew(limit: limit)
    highest.offerAll(sums)
    return highest
  }

  /// The neighbours, found by what is left without the common columns; nil when too many rows could be among them.
  private func bestWithoutCommonColumns(
    of row: Int, limit: Int, level: Int, query: UnsafeMutableBufferPointer<Float>,
    sums: UnsafeMutableBufferPointer<Float>
  ) -> HighestFew? {
    sums.initialize(repeating: 0)
    add(columnsOf: row, usedBy: 0..<commonFrom[level], to: sums)
    sums[row] = -1
    let lowest = lowestOfBest(sums, limit: limit, query: query)
    guard lowest > Self.rounding else { return nil }
    let saved = rows.positions(ofRow: row).reduce(0) { sum, position in
      let users = index.positions(ofRow: Int(rows.columns[position])).count
      return users >= commonFrom[level] ? sum + users : sum
    }
    // A row in full costs as much as adding about so many numbers as it has.
    let most = limit + saved / (1 + rows.columns.count / rows.rowCount)
    var candidates: [Int32] = []
    guard
      collect(
        &candidates, most: most, sums, scale: commonLengths[level][row], lengths: commonLengths[level],
        above: lowest - Self.rounding)
    else { return nil }
    return best(of: candidates, limit: limit, query: query)
  }
}

extension NeighbourSearch {
  /// The neighbours of some rows that have an embedding: it joins every row with every other, so nothing can be left out.
  private func neighbours(of block: Range<Int>, limit: Int, embedding: DenseRows)
    -> (posts: [Int32], similarities: [Float])
  {
    var posts = [Int32](repeating: -1, count: block.count * limit)
    var similarities = [Float](repeating: 0, count: block.count * limit)
    // A whole part of the block is multiplied at once: its rows share what is fetched.
    let partSize = 32
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.rowCount * partSize) { products in
      products.initialize(repeating: 0)
      for start in stride(from: block.lowerBound, to: block.upperBound, by: partSize) {
        let part = start..<min(start + partSize, block.upperBound)
        embedding.products(of: part, with: embedding, into: products)
        for row in part {
          let first = (row - start) * rows.rowCount
          let sums = UnsafeMutableBufferPointer(rebasing: products[first..<first + rows.rowCount])
          add(columnsOf: row, usedBy: 0..<Int.max, to: sums)
          sums[row] = 0
          var highest = HighestFew(limit: limit)
          highest.offerAll(sums)
          let place = (row - block.lowerBound) * limit
          posts.replaceSubrange(place..<place + highest.count, with: highest.posts)
          similarities.replaceSubrange(place..<place + highest.count, with: highest.similarities)
        }
      }
    }
    return (posts, similarities)
  }

  /// Adds to each row's sum its product with `row`, over the columns that so many rows use.
  private func add(columnsOf row: Int, usedBy users: Range<Int>, to sums: UnsafeMutableBufferPointer<Float>) {
    let (others, weights) = (index.columns.span, index.values.span)
    for position in rows.positions(ofRow: row) {
      let postings = index.positions(ofRow: Int(rows.columns[position]))
      guard users.contains(postings.count) else { continue }
      let weight = rows.values[position]
      for posting in postings { sums[Int(others[posting])] += weight * weights[posting] }
    }
  }

  /// The cosine of a row to the query, summed in the order of the columns.
  private func cosine(of row: Int, query: UnsafeMutableBufferPointer<Float>) -> Float {
    let (columns, values) = (rows.columns.span, rows.values.span)
    var sum: Float = 0
    for position in rows.positions(ofRow: row) { sum += query[Int(columns[position])] * values[position] }
    return sum
  }

  /// The lowest cosine among the rows that look best so far; 0 when there are too few. The true neighbours' lowest is
  /// no lower.
  private func lowestOfBest(
    _ sums: UnsafeMutableBufferPointer<Float>, limit: Int, query: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    var promising = HighestFew(limit: limit)
    promising.offerAll(sums)
    guard promising.isFull else { return 0 }
    return promising.posts.reduce(.infinity) { min($0, cosine(of: Int($1), query: query)) }
  }

  /// Collects the rows whose cosine may be above a bound; stops, and says no, when there are too many.
  private func collect(
    _ candidates: inout [Int32], most: Int, _ sums: UnsafeMutableBufferPointer<Float>, scale: Float,
    lengths: [Float], above bound: Float
  ) -> Bool {
    lengths.withUnsafeBufferPointer { lengths in
      guard let sumsBase = sums.baseAddress, let lengthsBase = lengths.baseAddress else { return true }
      var row = 0
      while row < sums.count {
        let end = min(row + 16, sums.count)
        if end - row == 16 {
          let sum = UnsafeRawPointer(sumsBase + row).loadUnaligned(as: SIMD16<Float>.self)
          let length = UnsafeRawPointer(lengthsBase + row).loadUnaligned(as: SIMD16<Float>.self)
          guard hasAny(sum + scale * length .> bound) else {
            row = end
            continue
          }
        }
        for candidate in row..<end where sums[candidate] + scale * lengths[candidate] > bound {
          candidates.append(Int32(candidate))
        }
        if candidates.count > most { return false }
        row = end
      }
      return true
    }
  }

  /// The highest of some rows, given in ascending order.
  private func best(
    of candidates: [Int32], limit: Int, query: UnsafeMutableBufferPointer<Float>
  ) -> HighestFew {
    var highest = HighestFew(limit: limit)
    for candidate in candidates { highest.offer(candidate, cosine(of: Int(candidate), query: query)) }
    return highest
  }
}
