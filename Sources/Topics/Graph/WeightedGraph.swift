// An undirected graph with weighted edges, as the community detection reads it.

/// An undirected graph: each edge stands in the lists of both its ends, self-loops in neither.
struct WeightedGraph: Sendable {
  /// Where each node's edges start, and at the end where the last one's stop.
  let starts: [Int]
  /// The other end of each edge.
  let targets: [Int32]
  /// The weight of each edge.
  let weights: [Double]
  /// The sum of the weights at each node, self-loops counted twice.
  let strengths: [Double]
  /// The sum of all strengths: twice the weight of all edges.
  let totalStrength: Double

  var nodeCount: Int { starts.count - 1 }

  /// A graph from edges with `first < second`, each pair at most once. Lists keep the order of the edges.
  /// - Parameter selfLoops: the weight of each node's edge to itself; empty for none.
  init(nodeCount: Int, edges: EdgeList, selfLoops: [Double] = []) {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for index in 0..<edges.count {
      starts[Int(edges.first[index]) + 1] += 1
      starts[Int(edges.second[index]) + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var targets = [Int32](repeating: 0, count: edges.count * 2)
    var weights = [Double](repeating: 0, count: edges.count * 2)
    for index in 0..<edges.count {
      let (first, second) = (Int(edges.first[index]), Int(edges.second[index]))
      targets[next[first]] = Int32(second)
      weights[next[first]] = edges.weights[index]
      next[first] += 1
      targets[next[second]] = Int32(first)
      weights[next[second]] = edges.weights[index]
      next[second] += 1
    }
    var strengths = selfLoops.isEmpty ? [Double](repeating: 0, count: nodeCount) : selfLoops.map { $0 * 2 }
    var total = 0.0
    for node in 0..<nodeCount {
      for position in starts[node]..<starts[node + 1] { strengths[node] += weights[position] }
      total += strengths[node]
    }
    self.starts = starts
    self.targets = targets
    self.weights = weights
    self.strengths = strengths
    totalStrength = total
  }
}

/// Edges of an undirected graph, each once with `first < second`, sorted by both ends.
struct EdgeList: Sendable {
  var first: [Int32] = []
  var second: [Int32] = []
  var weights: [Double] = []

  var count: Int { first.count }

  mutating func append(_ one: Int32, _ other: Int32, weight: Double) {
    first.append(one)
    second.append(other)
    weights.append(weight)
  }

  /// Two posts are joined when either is among the other's nearest neighbours; the weight is their similarity.
  init(_ neighbours: NearestNeighbours, postCount: Int) {
    var others: [[(post: Int32, weight: Float)]] = Array(repeating: [], count: postCount)
    for post in 0..<postCount {
      for (neighbour, similarity) in neighbours.neighbours(of: post) {
        let (low, high) = (min(post, neighbour), max(post, neighbour))
        others[low].append((Int32(high), similarity))
      }
    }
    for low in 0..<postCount {
      others[low].sort { ($0.post, -$0.weight) < ($1.post, -$1.weight) }
      var previous: Int32 = -1
      for (high, weight) in others[low] where high != previous {
        append(Int32(low), high, weight: Double(weight))
        previous = high
      }
    }
  }

  init() {}
}
