// The centroids turned around: for each column what each topic gives it.

/// The products of posts with all centroids at once. A column that many topics use is kept with all its zeros: adding
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

  /// How many posts to multiply at once, so that their products stay in the processor's cache.
  var blockSize: Int { min(512, max(16, 262_144 / max(1, topicCount))) }

  /// Adds the inner products of some posts with each centroid: that of the `i`-th post with topic `t` to
  /// `products[i * topicCount + t]`. Goes by columns, so that each is fetched once for all posts that use it; each sum
  /// is still made in the order of the columns.
  func multiply(_ posts: SparseRows, _ block: Range<Int>, into products: UnsafeMutableBufferPointer<Float>) {
    guard let sums = products.baseAddress else { return }
    let uses = Self.usesByColumn(of: posts, block)
    let (topics, weights) = (postings.columns.span, postings.values.span)
    whole.withUnsafeBufferPointer { whole in
      for use in uses {
        let column = Int(use.column)
        let sums = sums + Int(use.place) * topicCount
        if let numbers = whole.baseAddress, wholeStarts[column] >= 0 {
          let row = numbers + wholeStarts[column]
          for topic in 0..<topicCount { sums[topic] += use.weight * row[topic] }
        } else {
          for posting in postings.positions(ofRow: column) {
            sums[Int(topics[posting])] += use.weight * weights[posting]
          }
        }
      }
    }
  }

  /// A post's number in a column.
  private struct Use {
    var column: Int32
    var place: Int32
    var weight: Float
  }

  /// What some posts hold, by column and then by post: sorted by distribution, eleven bits of the column at a time.
  private static func usesByColumn(of posts: SparseRows, _ block: Range<Int>) -> [Use] {
    var uses: [Use] = []
    uses.reserveCapacity(posts.starts[block.upperBound] - posts.starts[block.lowerBound])
    for (place, post) in block.enumerated() {
      for position in posts.positions(ofRow: post) {
        uses.append(Use(column: posts.columns[position], place: Int32(place), weight: posts.values[position]))
      }
    }
    var sorted = uses
    var shift: Int32 = 0
    while posts.columnCount >> Int(shift) > 0 {
      var starts = [Int](repeating: 0, count: 2049)
      for use in uses { starts[Int(use.column >> shift & 2047) + 1] += 1 }
      for digit in 0..<2048 { starts[digit + 1] += starts[digit] }
      for use in uses {
        let digit = Int(use.column >> shift & 2047)
        sorted[starts[digit]] = use
        starts[digit] += 1
      }
      swap(&uses, &sorted)
      shift += 11
    }
    return uses
  }
}
