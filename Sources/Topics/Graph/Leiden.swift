// Communities in a graph: groups of nodes with more weight between them than chance would put there.

import Discussion

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
      let communityCount = countOfDistinct(levelMembership)
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

/// How many different groups there are.
private func countOfDistinct(_ groups: [Int32]) -> Int {
  var isUsed = [Bool](repeating: false, count: Int(groups.max() ?? -1) + 1)
  for group in groups { isUsed[Int(group)] = true }
  return isUsed.count { $0 }
}
