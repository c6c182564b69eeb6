// Communities in a graph: groups of nodes with more weight between them than chance would put there.

/// The Leiden algorithm (Traag, Waltman & van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
/// Scientific Reports 9, 2019) for modularity with a resolution (Reichardt & Bornholdt, "Statistical mechanics of
/// community detection", 2006): it seeks the partition with the highest
/// `Σ (w_ij − γ · k_i · k_j / 2m)` over pairs in one community.
///
/// Each pass moves nodes, refines the communities it found, and goes on with each refined community as one node. In
/// the refinement a node joins the community that gains most, as the `leidenalg` package does, where the paper draws one.
struct Leiden: Sendable {
  /// γ: higher gives more and smaller communities.
  var resolution: Double
  /// Passes over the whole graph; each starts from the partition that the one before it found.
  var passes = 4

  /// The community of each node, numbered from 0 in order of their first node.
  func communities(of graph: WeightedGraph, seed: UInt64) -> [Int32] {
    var generator = SplitMix64(seed: seed)
    var membership = (0..<Int32(graph.nodeCount)).map { $0 }
    for _ in 0..<passes {
      let before = membership
      improve(&membership, of: graph, using: &generator)
      membership = numberedByFirstAppearance(membership)
      if membership == before { break }
    }
    return membership
  }

  /// One pass: move, refine, aggregate, until nothing can be aggregated further.
  private func improve(
    _ membership: inout [Int32], of graph: WeightedGraph, using generator: inout SplitMix64
  ) {
    var level = graph
    var levelMembership = membership
    var levelNodeOfNode = (0..<Int32(graph.nodeCount)).map { $0 }
    while true {
      var mover = LocalMoving(graph: level, resolution: resolution, membership: levelMembership)
      mover.moveNodes(using: &generator)
      levelMembership = mover.membership
      for node in membership.indices { membership[node] = levelMembership[Int(levelNodeOfNode[node])] }

      var refiner = LocalMoving(
        graph: level, resolution: resolution, membership: (0..<Int32(level.nodeCount)).map { $0 })
      refiner.mergeNodes(within: levelMembership, using: &generator)
      let refined = numberedByFirstAppearance(refiner.membership)
      let refinedCount = Int(refined.max() ?? -1) + 1
      let communityCount = Set(levelMembership).count
      guard refinedCount < level.nodeCount, level.nodeCount > communityCount else { return }

      var coarseMembership = [Int32](repeating: 0, count: refinedCount)
      for node in refined.indices { coarseMembership[Int(refined[node])] = levelMembership[node] }
      for node in levelNodeOfNode.indices { levelNodeOfNode[node] = refined[Int(levelNodeOfNode[node])] }
      level = level.aggregated(by: refined, count: refinedCount)
      levelMembership = numberedByFirstAppearance(coarseMembership)
    }
  }
}

/// The same groups with numbers from 0, in the order in which each group's first member comes.
func numberedByFirstAppearance(_ groups: [Int32]) -> [Int32] {
  var numberOfGroup = [Int32](repeating: -1, count: Int(groups.max() ?? -1) + 1)
  var next: Int32 = 0
  return groups.map { group in
    if numberOfGroup[Int(group)] < 0 {
      numberOfGroup[Int(group)] = next
      next += 1
    }
    return numberOfGroup[Int(group)]
  }
}

extension WeightedGraph {
  /// The graph with each group as one node; edges within a group become its self-loop.
  func aggregated(by groups: [Int32], count: Int) -> WeightedGraph {
    var members = [[Int32]](repeating: [], count: count)
    for node in 0..<nodeCount { members[Int(groups[node])].append(Int32(node)) }
    var edges = EdgeList()
    var selfLoops = [Double](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: count)
    var touched: [Int32] = []
    for group in 0..<count {
      touched.removeAll(keepingCapacity: true)
      var inside = 0.0
      for node in members[group] {
        inside += strengths[Int(node)]
        for position in starts[Int(node)]..<starts[Int(node) + 1] {
          let other = groups[Int(targets[position])]
          if sums[Int(other)] == 0 { touched.append(other) }
          sums[Int(other)] += weights[position]
          if Int(other) != group { inside -= weights[position] }
        }
      }
      selfLoops[group] = max(inside, 0) / 2
      touched.sort()
      for other in touched {
        if Int(other) > group { edges.append(Int32(group), other, weight: sums[Int(other)]) }
        sums[Int(other)] = 0
      }
    }
    return WeightedGraph(nodeCount: count, edges: edges, selfLoops: selfLoops)
  }
}
