// The posts that each post resembles most: exact cosine similarity through an inverted index.

/// For each post its nearest neighbours, most similar first.
struct NearestNeighbours: Sendable {
  /// The largest number of neighbours of a post.
  let limit: Int
  /// `limit` places for each post; -1 where a post has fewer neighbours.
  private(set) var posts: [Int32]
  /// The cosine similarity that belongs to each place.
  private(set) var similarities: [Float]

  /// Finds for each row the `limit` other rows with the highest cosine above zero; equal similarities go to the lowest
  /// row. Exact: for each row the products with all rows that share a column are summed in accumulators, column by
  /// column (term-at-a-time scoring; Zobel & Moffat, "Inverted files for text search engines", 2006, section 3).
  /// Rows must have length 1 or be empty.
  init(of rows: SparseRows, limit: Int) {
    self.limit = limit
    let rowCount = rows.rowCount
    let index = rows.transposed()
    let blocks = mapBlocks(of: rowCount, blockSize: 128) { block in
      var posts = [Int32](repeating: -1, count: block.count * limit)
      var similarities = [Float](repeating: 0, count: block.count * limit)
      // With an embedding a whole part of the block is multiplied at once: its rows share what is fetched.
      let partSize = rows.embedding == nil ? 1 : 32
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rowCount * partSize) { products in
        products.initialize(repeating: 0)
        for row in block {
          let part = (row - block.lowerBound) % partSize
          if let embedding = rows.embedding, part == 0 {
            let part = row..<min(row + partSize, block.upperBound)
            embedding.products(of: part, with: embedding, into: products)
          }
          let accumulators = UnsafeMutableBufferPointer(
            rebasing: products[part * rowCount..<(part + 1) * rowCount])
          if rows.embedding == nil { accumulators.update(repeating: 0) }
          Self.accumulate(rows, row: row, index: index, into: accumulators)
          accumulators[row] = 0
          let place = (row - block.lowerBound) * limit
          Self.selectHighest(
            accumulators, limit: limit, posts: &posts, similarities: &similarities, from: place)
        }
      }
      return (posts: posts, similarities: similarities)
    }
    posts = blocks.flatMap(\.posts)
    similarities = blocks.flatMap(\.similarities)
  }

  /// Adds to each accumulator the inner product of its row with `row`.
  private static func accumulate(
    _ rows: SparseRows, row: Int, index: SparseRows, into accumulators: UnsafeMutableBufferPointer<Float>
  ) {
    index.columns.withUnsafeBufferPointer { others in
      index.values.withUnsafeBufferPointer { weights in
        for position in rows.positions(ofRow: row) {
          let weight = rows.values[position]
          for posting in index.positions(ofRow: Int(rows.columns[position])) {
            accumulators[Int(others[posting])] += weight * weights[posting]
          }
        }
      }
    }
  }

  /// Keeps the highest accumulators by insertion: few ever beat the lowest one kept.
  private static func selectHighest(
    _ accumulators: UnsafeMutableBufferPointer<Float>, limit: Int, posts: inout [Int32],
    similarities: inout [Float], from first: Int
  ) {
    var kept = 0
    var lowest: Float = 0
    for candidate in 0..<accumulators.count where accumulators[candidate] > lowest {
      let similarity = accumulators[candidate]
      var place = first + (kept < limit ? kept : limit - 1)
      while place > first, similarities[place - 1] < similarity {
        similarities[place] = similarities[place - 1]
        posts[place] = posts[place - 1]
        place -= 1
      }
      similarities[place] = similarity
      posts[place] = Int32(candidate)
      if kept < limit { kept += 1 }
      if kept == limit { lowest = similarities[first + limit - 1] }
    }
  }

  /// The neighbours of one post, most similar first.
  func neighbours(of post: Int) -> [(post: Int, similarity: Float)] {
    (post * limit..<(post + 1) * limit).compactMap { place in
      posts[place] < 0 ? nil : (Int(posts[place]), similarities[place])
    }
  }
}
