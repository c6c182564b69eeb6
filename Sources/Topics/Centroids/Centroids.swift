// The middle of each topic: the direction in which its posts lie together.

/// One direction of length 1 for each topic.
struct Centroids: Sendable {
  /// A row for each topic, of length 1; empty where a topic has no posts with features.
  let rows: SparseRows
  private let index: SparseRows

  /// The centroids of topics `0..<topicCount`; posts with a negative topic count for none.
  init(of posts: SparseRows, topics: [Int32], topicCount: Int) {
    var rows = Self.sums(of: posts, topics: topics, topicCount: topicCount)
    rows.normalizeRows()
    self.rows = rows
    index = rows.transposed()
  }

  /// The sum of each topic's posts, columns ascending.
  static func sums(of posts: SparseRows, topics: [Int32], topicCount: Int) -> SparseRows {
    var members = [[Int32]](repeating: [], count: topicCount)
    for (post, topic) in topics.enumerated() where topic >= 0 { members[Int(topic)].append(Int32(post)) }
    var rows = SparseRows(columnCount: posts.columnCount)
    var sums = [Double](repeating: 0, count: posts.columnCount)
    var columns: [Int32] = []
    for topic in 0..<topicCount {
      columns.removeAll(keepingCapacity: true)
      for post in members[topic] {
        for position in posts.positions(ofRow: Int(post)) {
          let column = posts.columns[position]
          if sums[Int(column)] == 0 { columns.append(column) }
          sums[Int(column)] += Double(posts.values[position])
        }
      }
      columns.sort()
      for column in columns {
        rows.append(column: column, value: Float(sums[Int(column)]))
        sums[Int(column)] = 0
      }
      rows.endRow()
    }
    rows.embedding = posts.embedding?.sums(topics: topics, topicCount: topicCount)
    return rows
  }

  /// For each post the topic with the nearest centroid and the cosine to it; topic -1 where it shares nothing with any.
  /// Equal similarities go to the lowest topic.
  func nearest(to posts: SparseRows) -> (topics: [Int32], similarities: [Float]) {
    let topicCount = rows.rowCount
    let blocks = mapBlocks(of: posts.rowCount, blockSize: 256) { block in
      var topics = [Int32](repeating: -1, count: block.count)
      var similarities = [Float](repeating: 0, count: block.count)
      withUnsafeTemporaryAllocation(of: Float.self, capacity: topicCount * block.count) { products in
        products.initialize(repeating: 0)
        if let embedding = posts.embedding, let middles = rows.embedding {
          embedding.products(of: block, with: middles, into: products)
        }
        for (place, post) in block.enumerated() {
          let accumulators = UnsafeMutableBufferPointer(
            rebasing: products[place * topicCount..<(place + 1) * topicCount])
          accumulate(posts, post, into: accumulators)
          for topic in 0..<topicCount where accumulators[topic] > similarities[place] {
            similarities[place] = accumulators[topic]
            topics[place] = Int32(topic)
          }
        }
      }
      return (topics: topics, similarities: similarities)
    }
    return (blocks.flatMap(\.topics), blocks.flatMap(\.similarities))
  }

  /// The cosine of one post to one topic's centroid.
  func similarity(of posts: SparseRows, _ post: Int, to topic: Int) -> Float {
    posts.dot(post, rows, topic)
  }

  private func accumulate(
    _ posts: SparseRows, _ post: Int, into accumulators: UnsafeMutableBufferPointer<Float>
  ) {
    index.columns.withUnsafeBufferPointer { topics in
      index.values.withUnsafeBufferPointer { weights in
        for position in posts.positions(ofRow: post) {
          let weight = posts.values[position]
          for posting in index.positions(ofRow: Int(posts.columns[position])) {
            accumulators[Int(topics[posting])] += weight * weights[posting]
          }
        }
      }
    }
  }
}
