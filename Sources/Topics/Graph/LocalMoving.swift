// The two steps of the Leiden algorithm that move nodes between communities.

/// A partition of a graph under improvement.
struct LocalMoving {
  private let graph: WeightedGraph
  private let resolution: Double
  /// The community of each node; numbers below the number of nodes.
  private(set) var membership: [Int32]
  /// The sum of the strengths of each community's nodes.
  private var communityStrengths: [Double]
  private var communitySizes: [Int32]
  private var emptyCommunities: [Int32]
  /// For the node at hand: the weight of its edges to each community, and which communities it touches.
  private var weightTo: [Double]
  private var touched: [Int32] = []

  /// Gains below this are rounding, not improvement.
  private static let smallestGain = 1e-12

  init(graph: WeightedGraph, resolution: Double, membership: [Int32]) {
    let count = graph.nodeCount
    self.graph = graph
    self.resolution = resolution
    self.membership = membership
    communityStrengths = Array(repeating: 0, count: count)
    communitySizes = Array(repeating: 0, count: count)
    weightTo = Array(repeating: 0, count: count)
    for node in 0..<count {
      communityStrengths[Int(membership[node])] += graph.strengths[node]
      communitySizes[Int(membership[node])] += 1
    }
    emptyCommunities = (0..<Int32(count)).reversed().filter { [communitySizes] in communitySizes[Int($0)] == 0
    }
  }

  /// Moves nodes to the community that gains most, in random order, and looks again at the neighbours of every node
  /// that moved, until no move gains anything (the paper's MoveNodesFast).
  mutating func moveNodes(using generator: inout SplitMix64) {
    var queue = (0..<Int32(graph.nodeCount)).map { $0 }
    generator.shuffle(&queue)
    var isQueued = [Bool](repeating: true, count: graph.nodeCount)
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      isQueued[node] = false
      let old = membership[node]
      let new = bestCommunity(for: node)
      guard new != old else { continue }
      if emptyCommunities.last == new { emptyCommunities.removeLast() }
      move(node, to: new)
      if communitySizes[Int(old)] == 0 { emptyCommunities.append(old) }
      for position in graph.starts[node]..<graph.starts[node + 1] {
        let neighbour = graph.targets[position]
        if !isQueued[Int(neighbour)], membership[Int(neighbour)] != new {
          isQueued[Int(neighbour)] = true
          queue.append(neighbour)
        }
      }
      if head > 65_536, head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  /// Lets each node that is still alone join the best community within its bounds (the paper's MergeNodesSubset).
  mutating func mergeNodes(within bounds: [Int32], using generator: inout SplitMix64) {
    var order = (0..<Int32(graph.nodeCount)).map { $0 }
    generator.shuffle(&order)
    for node in order.lazy.map(Int.init) where communitySizes[Int(membership[node])] == 1 {
      sumWeights(from: node, within: bounds)
      var best = membership[node]
      var bestGain = 0.0
      for community in touched where community != membership[node] {
        let gain = gain(of: node, in: community)
        if gain >= bestGain {
          bestGain = gain
          best = community
        }
      }
      clearWeights()
      if best != membership[node] { move(node, to: best) }
    }
  }

  private func gain(of node: Int, in community: Int32) -> Double {
    let chance = graph.totalStrength > 0 ? resolution * graph.strengths[node] / graph.totalStrength : 0
    let strength = communityStrengths[Int(community)]
    let others = community == membership[node] ? strength - graph.strengths[node] : strength
    return weightTo[Int(community)] - chance * others
  }

  private mutating func bestCommunity(for node: Int) -> Int32 {
    sumWeights(from: node, within: nil)
    let old = membership[node]
    let oldGain = gain(of: node, in: old)
    var best = old
    var bestGain = oldGain + Self.smallestGain
    for community in touched where community != old {
      let gain = gain(of: node, in: community)
      if gain > bestGain {
        bestGain = gain
        best = community
      }
    }
    if communitySizes[Int(old)] > 1, bestGain < 0, let empty = emptyCommunities.last { best = empty }
    clearWeights()
    return best
  }

  private mutating func sumWeights(from node: Int, within bounds: [Int32]?) {
    for position in graph.starts[node]..<graph.starts[node + 1] {
      let neighbour = Int(graph.targets[position])
      if let bounds, bounds[neighbour] != bounds[node] { continue }
      let community = membership[neighbour]
      if weightTo[Int(community)] == 0 { touched.append(community) }
      weightTo[Int(community)] += graph.weights[position]
    }
  }

  private mutating func clearWeights() {
    for community in touched { weightTo[Int(community)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func move(_ node: Int, to community: Int32) {
    let old = Int(membership[node])
    communityStrengths[old] -= graph.strengths[node]
    communitySizes[old] -= 1
    communityStrengths[Int(community)] += graph.strengths[node]
    communitySizes[Int(community)] += 1
    membership[node] = community
  }
}
