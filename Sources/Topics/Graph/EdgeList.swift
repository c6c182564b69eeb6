// The edges of an undirected graph, and those between posts that resemble each other.

/// Edges of an undirected graph, each once with `first < second`, grouped by ascending `first`.
struct EdgeList: Sendable {
  var first: [Int32] = []
  var second: [Int32] = []
  var weights: [Double] = []

  var count: Int { first.count }

  init() {}

  mutating func reserve(_ count: Int) {
    first.reserveCapacity(count)
    second.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  mutating func append(_ one: Int32, _ other: Int32, weight: Double) {
    first.append(one)
    second.append(other)
    weights.append(weight)
  }

  /// Two posts are joined when either is among the other's nearest neighbours; the weight is their similarity. The
  /// second ends ascend for each first one.
  init(_ neighbours: NearestNeighbours, postCount: Int) {
    var starts = [Int](repeating: 0, count: postCount + 1)
    neighbours.forEachPair { post, neighbour, _ in starts[Int(min(post, neighbour)) + 1] += 1 }
    for post in 0..<postCount { starts[post + 1] += starts[post] }
    var next = starts
    var others = [(post: Int32, weight: Float)](repeating: (0, 0), count: starts[postCount])
    neighbours.forEachPair { post, neighbour, similarity in
      let (low, high) = (Int(min(post, neighbour)), max(post, neighbour))
      others[next[low]] = (high, similarity)
      next[low] += 1
    }
    reserve(others.count)
    for low in 0..<postCount {
      others[starts[low]..<starts[low + 1]].sort { ($0.post, $1.weight) < ($1.post, $0.weight) }
      var previous: Int32 = -1
      for (high, weight) in others[starts[low]..<starts[low + 1]] where high != previous {
        append(Int32(low), high, weight: Double(weight))
        previous = high
      }
    }
  }
}
