// The centroids turned around: for each column what each topic gives it.

/// The products of a post with all centroids at once. A column that many topics use is kept with all its zeros: adding
/// a whole row of numbers goes faster than picking topics one by one, and adding zero changes no sum.
struct CentroidIndex: Sendable {
  /// A column is kept whole when one of so many topics uses it.
  private static let leastShare = 6

  private let topicCount: Int
  private let postings: SparseRows
  /// Where each column's row starts among the whole ones; -1 for the others.
  private let wholeStarts: [Int]
  private let whole: [Float]

  init(of centroids: SparseRows) {
    let postings = centroids.transposed()
    let topicCount = centroids.rowCount
    var starts = [Int](repeating: -1, count: centroids.columnCount)
    var end = 0
    for column in starts.indices
    where !postings.isEmpty(row: column)
      && postings.positions(ofRow: column).count * Self.leastShare >= topicCount
    {
      starts[column] = end
      end += topicCount
    }
    var whole = [Float](repeating: 0, count: end)
    for column in starts.indices where starts[column] >= 0 {
      for position in postings.positions(ofRow: column) {
        whole[starts[column] + Int(postings.columns[position])] = postings.values[position]
      }
    }
    self.postings = postings
    self.topicCount = topicCount
    wholeStarts = starts
    self.whole = whole
  }

  /// Writes the inner product of a post with each centroid, summed in the order of the columns.
  func multiply(_ posts: SparseRows, _ post: Int, into products: UnsafeMutableBufferPointer<Float>) {
    products.initialize(repeating: 0)
    let (topics, weights) = (postings.columns.span, postings.values.span)
    whole.withUnsafeBufferPointer { whole in
      guard let sums = products.baseAddress else { return }
      for position in posts.positions(ofRow: post) {
        let weight = posts.values[position]
        let column = Int(posts.columns[position])
        if let numbers = whole.baseAddress, wholeStarts[column] >= 0 {
          let row = numbers + wholeStarts[column]
          for topic in 0..<topicCount { sums[topic] += weight * row[topic] }
        } else {
          for posting in postings.positions(ofRow: column) {
            sums[Int(topics[posting])] += weight * weights[posting]
          }
        }
      }
    }
  }
}
