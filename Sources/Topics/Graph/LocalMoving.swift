// The two steps of the Leiden algorithm that move nodes between communities.

import Discussion

/// A partition of a graph under improvement. It keeps its numbers in memory of its own, without the checks that arrays
/// make at every change: nearly half of a night's work is done here.
struct LocalMoving: ~Copyable {
  private let graph: WeightedGraph
  private let resolution: Double
  /// The community of each node; numbers below the number of nodes.
  private let communities: UnsafeMutableBufferPointer<Int32>
  /// The sum of the strengths of each community's nodes.
  private let communityStrengths: UnsafeMutableBufferPointer<Double>
  private let communitySizes: UnsafeMutableBufferPointer<Int32>
  private var emptyCommunities: [Int32]
  /// For the node at hand: the weight of its edges to each community, and which communities it touches.
  private let weightTo: UnsafeMutableBufferPointer<Double>
  private let touched: UnsafeMutableBufferPointer<Int32>
  private var touchedCount = 0

  /// Gains below this are rounding, not improvement.
  private static let smallestGain = 1e-12

  init(graph: WeightedGraph, resolution: Double, membership: [Int32]) {
    let count = graph.nodeCount
    self.graph = graph
    self.resolution = resolution
    communities = .allocate(capacity: count)
    _ = communities.initialize(from: membership)
    communityStrengths = .allocate(capacity: count)
    communityStrengths.initialize(repeating: 0)
    communitySizes = .allocate(capacity: count)
    communitySizes.initialize(repeating: 0)
    weightTo = .allocate(capacity: count)
    weightTo.initialize(repeating: 0)
    var mostEdges = 0
    for node in 0..<count {
      communityStrengths[Int(membership[node])] += graph.strengths[node]
      communitySizes[Int(membership[node])] += 1
      mostEdges = max(mostEdges, graph.starts[node + 1] - graph.starts[node])
    }
    touched = .allocate(capacity: mostEdges)
    touched.initialize(repeating: 0)
    emptyCommunities = []
    for community in (0..<count).reversed() where communitySizes[community] == 0 {
      emptyCommunities.append(Int32(community))
    }
  }

  deinit {
    communities.deallocate()
    communityStrengths.deallocate()
    communitySizes.deallocate()
    weightTo.deallocate()
    touched.deallocate()
  }

  /// The community of each node; numbers below the number of nodes.
  var membership: [Int32] { Array(communities) }

  /// Moves nodes to the community that gains most, in random order, and looks again at the neighbours of every node
  /// that moved, until no move gains anything (the paper's MoveNodesFast).
  mutating func moveNodes(using generator: inout SplitMix64) {
    let graph = graph
    let count = graph.nodeCount
    guard count > 0 else { return }
    let targets = graph.targets.span
    // No node is in the queue twice, so a ring of their number holds it.
    var queue = (0..<Int32(count)).map { $0 }
    generator.shuffle(&queue)
    var ring = queue.mutableSpan
    var (head, waiting) = (0, count)
    var isQueued = [Bool](repeating: true, count: count)
    var flags = isQueued.mutableSpan
    while waiting > 0 {
      let node = Int(ring[head])
      head = head + 1 == count ? 0 : head + 1
      waiting -= 1
      flags[node] = false
      let old = communities[node]
      let new = bestCommunity(for: node, of: graph)
      guard new != old else { continue }
      if emptyCommunities.last == new { emptyCommunities.removeLast() }
      move(node, to: new)
      if communitySizes[Int(old)] == 0 { emptyCommunities.append(old) }
      for position in graph.starts[node]..<graph.starts[node + 1] {
        let neighbour = Int(targets[position])
        guard !flags[neighbour], communities[neighbour] != new else { continue }
        flags[neighbour] = true
        let tail = head + waiting
        ring[tail < count ? tail : tail - count] = Int32(neighbour)
        waiting += 1
      }
    }
  }

  /// Lets each node that is still alone join the best community within its bounds (the paper's MergeNodesSubset).
  mutating func mergeNodes(within bounds: [Int32], using generator: inout SplitMix64) {
    let graph = graph
    var order = (0..<Int32(graph.nodeCount)).map { $0 }
    generator.shuffle(&order)
    for node in order.lazy.map(Int.init) where communitySizes[Int(communities[node])] == 1 {
      sumWeights(from: node, of: graph, within: bounds.span)
      let old = communities[node]
      let chance = chance(of: node)
      var best = old
      var bestGain = 0.0
      for place in 0..<touchedCount where touched[place] != old {
        let community = touched[place]
        let gain = weightTo[Int(community)] - chance * communityStrengths[Int(community)]
        if gain >= bestGain {
          bestGain = gain
          best = community
        }
      }
      clearWeights()
      if best != old { move(node, to: best) }
    }
  }

  /// The weight to a community that chance would give a node for each unit of the community's strength.
  private func chance(of node: Int) -> Double {
    graph.totalStrength > 0 ? resolution * graph.strengths[node] / graph.totalStrength : 0
  }

  private mutating func bestCommunity(for node: Int, of graph: WeightedGraph) -> Int32 {
    sumWeights(from: node, of: graph)
    let chance = chance(of: node)
    let old = communities[node]
    let oldGain = weightTo[Int(old)] - chance * (communityStrengths[Int(old)] - graph.strengths[node])
    var best = old
    var bestGain = oldGain + Self.smallestGain
    for place in 0..<touchedCount where touched[place] != old {
      let community = touched[place]
      let gain = weightTo[Int(community)] - chance * communityStrengths[Int(community)]
      if gain > bestGain {
        bestGain = gain
        best = community
      }
    }
    if communitySizes[Int(old)] > 1, bestGain < 0, let empty = emptyCommunities.last { best = empty }
    clearWeights()
    return best
  }

  private mutating func sumWeights(from node: Int, of graph: WeightedGraph) {
    let (targets, weights) = (graph.targets.span, graph.weights.span)
    for position in graph.starts[node]..<graph.starts[node + 1] {
      add(weights[position], to: communities[Int(targets[position])])
    }
  }

  private mutating func sumWeights(from node: Int, of graph: WeightedGraph, within bounds: Span<Int32>) {
    let (targets, weights) = (graph.targets.span, graph.weights.span)
    let bound = bounds[node]
    for position in graph.starts[node]..<graph.starts[node + 1] {
      let neighbour = Int(targets[position])
      if bounds[neighbour] == bound { add(weights[position], to: communities[neighbour]) }
    }
  }

  @inline(__always)
  private mutating func add(_ weight: Double, to community: Int32) {
    let sum = weightTo[Int(community)]
    if sum == 0 {
      touched[touchedCount] = community
      touchedCount += 1
    }
    weightTo[Int(community)] = sum + weight
  }

  private mutating func clearWeights() {
    for place in 0..<touchedCount { weightTo[Int(touched[place])] = 0 }
    touchedCount = 0
  }

  private func move(_ node: Int, to community: Int32) {
    let old = Int(communities[node])
    communityStrengths[old] -= graph.strengths[node]
    communitySizes[old] -= 1
    communityStrengths[Int(community)] += graph.strengths[node]
    communitySizes[Int(community)] += 1
    communities[node] = community
  }
}
