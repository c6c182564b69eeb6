// The middle of each topic: the direction in which its posts lie together.

/// One direction of length 1 for each topic.
struct Centroids: Sendable {
  /// A row for each topic, of length 1; empty where a topic has no posts with features.
  let rows: SparseRows
  private let index: CentroidIndex

  /// The centroids of topics `0..<topicCount`; posts with a negative topic count for none.
  init(of posts: SparseRows, topics: [Int32], topicCount: Int) {
    var rows = Self.sums(of: posts, topics: topics, topicCount: topicCount)
    rows.normalizeRows()
    self.rows = rows
    index = CentroidIndex(of: rows)
  }

  /// The sum of each topic's posts, columns ascending.
  static func sums(of posts: SparseRows, topics: [Int32], topicCount: Int) -> SparseRows {
    let members = Members(of: topics, groupCount: topicCount)
    let blocks = mapBlocks(of: topicCount, blockSize: max(1, min(16, topicCount / 16))) { block in
      var rows = SparseRows(columnCount: posts.columnCount)
      var sums = [Double](repeating: 0, count: posts.columnCount)
      var used: [Int32] = []
      for topic in block {
        used.removeAll(keepingCapacity: true)
        for member in members.positions(ofGroup: topic) {
          for position in posts.positions(ofRow: Int(members.list[member])) {
            let column = posts.columns[position]
            if sums[Int(column)] == 0 { used.append(column) }
            sums[Int(column)] += Double(posts.values[position])
          }
        }
        used.sort()
        for column in used {
          rows.append(column: column, value: Float(sums[Int(column)]))
          sums[Int(column)] = 0
        }
        rows.endRow()
      }
      return rows
    }
    var rows = SparseRows(joining: blocks, columnCount: posts.columnCount)
    rows.embedding = posts.embedding?.sums(topics: topics, topicCount: topicCount)
    return rows
  }

  /// For each post the topic with the nearest centroid and the cosine to it; topic -1 where it shares nothing with any.
  /// Equal similarities go to the lowest topic.
  func nearest(to posts: SparseRows) -> (topics: [Int32], similarities: [Float]) {
    let topicCount = rows.rowCount
    let blocks = mapBlocks(of: posts.rowCount, blockSize: index.blockSize) { block in
      var topics = [Int32](repeating: -1, count: block.count)
      var similarities = [Float](repeating: 0, count: block.count)
      withUnsafeTemporaryAllocation(of: Float.self, capacity: topicCount * block.count) { products in
        products.initialize(repeating: 0)
        if let embedding = posts.embedding, let middles = rows.embedding {
          embedding.products(of: block, with: middles, into: products)
        }
        index.multiply(posts, block, into: products)
        for place in 0..<block.count {
          for topic in 0..<topicCount where products[place * topicCount + topic] > similarities[place] {
            similarities[place] = products[place * topicCount + topic]
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
}
