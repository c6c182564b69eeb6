// The two parts into which a topic falls best, if it falls apart at all.

import Discussion

/// Finds the partition of a graph in two with the greatest modularity: the leading direction of its modularity matrix
/// (Newman 2006), and then nodes moved one by one for as long as that makes it better.
enum TopicHalves {
  /// Steps towards the leading direction; moving nodes makes up for what is left.
  private static let steps = 40
  private static let seed: UInt64 = 2006

  /// For each node whether it lies in the first part; nil when the graph has no ties.
  static func best(of graph: SmallGraph) -> [Bool]? {
    let total = graph.strengths.reduce(0, +)
    guard total > 0, graph.count > 1 else { return nil }
    var side = leadingDirection(of: graph, total: total).map { $0 > 0 ? 1.0 : -1.0 }
    improve(&side, graph, total: total)
    return side.map { $0 > 0 }
  }

  private static func leadingDirection(of graph: SmallGraph, total: Double) -> [Double] {
    var random = SplitMix64(seed: seed)
    var vector = (0..<graph.count).map { _ in random.nextUnit() - 0.5 }
    // All directions are lifted by the greatest strength, so that the leading one is also the longest.
    let lift = graph.strengths.max() ?? 0
    var next = vector
    for _ in 0..<steps {
      var along = 0.0
      for node in vector.indices { along += graph.strengths[node] * vector[node] }
      along /= total
      var length = 0.0
      for node in vector.indices {
        var sum = lift * vector[node] - graph.strengths[node] * along
        for position in graph.starts[node]..<graph.starts[node + 1] {
          sum += Double(graph.weights[position]) * vector[Int(graph.targets[position])]
        }
        next[node] = sum
        length += sum * sum
      }
      guard length > 0 else { return vector }
      let scale = 1 / length.squareRoot()
      for node in vector.indices { vector[node] = next[node] * scale }
    }
    return vector
  }

  /// Moves the node that gains most to the other side, again and again, until none gains.
  private static func improve(_ side: inout [Double], _ graph: SmallGraph, total: Double) {
    var ties = [Double](repeating: 0, count: side.count)
    var along = 0.0
    for node in side.indices {
      along += graph.strengths[node] * side[node]
      for position in graph.starts[node]..<graph.starts[node + 1] {
        ties[node] += Double(graph.weights[position]) * side[Int(graph.targets[position])]
      }
    }
    for _ in side.indices {
      var best = (node: -1, gain: 1e-9)
      for node in side.indices {
        let strength = graph.strengths[node]
        let gain =
          -side[node] * (ties[node] - strength * along / total) - strength * strength / total
        if gain > best.gain { best = (node, gain) }
      }
      guard best.node >= 0 else { return }
      side[best.node] = -side[best.node]
      along += 2 * graph.strengths[best.node] * side[best.node]
      for position in graph.starts[best.node]..<graph.starts[best.node + 1] {
        ties[Int(graph.targets[position])] += 2 * Double(graph.weights[position]) * side[best.node]
      }
    }
  }

  /// The least share of contact that the best halves have when every node keeps as many ties as it has, but to whom is
  /// left to chance.
  /// - Parameter below: once a shuffle comes as low as this, no more are looked at.
  static func leastShuffledShare(
    nodeCount: Int, edges: [QuestionGraph.Edge], shuffles: Int, below: Double
  ) -> Double {
    var random = SplitMix64(seed: seed)
    var ends = edges.flatMap { [$0.first, $0.second] }
    var least = Double.infinity
    for _ in 0..<shuffles {
      random.shuffle(&ends)
      let shuffled = edges.indices.compactMap { index -> QuestionGraph.Edge? in
        let (one, other) = (ends[2 * index], ends[2 * index + 1])
        guard one != other else { return nil }
        return QuestionGraph.Edge(
          first: min(one, other), second: max(one, other), weight: edges[index].weight)
      }
      let graph = SmallGraph(nodeCount: nodeCount, edges: shuffled)
      guard let halves = best(of: graph), let contact = graph.contact(halves) else { continue }
      least = min(least, contact.share)
      if least <= below { break }
    }
    return least
  }
}
