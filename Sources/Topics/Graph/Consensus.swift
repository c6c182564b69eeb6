// A graph in which only those edges stay strong on which several partitions agree.

/// Consensus of partitions at several resolutions (after Lancichinetti & Fortunato, "Consensus clustering in complex
/// networks", Scientific Reports 2, 2012): each run sees a random part of the edges, so that an edge which holds a
/// community together by accident loses weight.
struct Consensus: Sendable {
  /// The resolutions of the runs.
  var resolutions = [1.0, 2, 3, 5]
  /// Runs at each resolution. Two give the same topics on average, but not the same ones for the next seed; with
  /// eight a new post changes little elsewhere.
  var runsPerResolution = 8
  /// The chance that a run sees an edge.
  var edgeShare = 0.75

  /// Each edge's weight times the square of the share of runs that put its ends together; edges on which no run
  /// agrees disappear.
  func agreement(on edges: EdgeList, nodeCount: Int) -> EdgeList {
    let runs = resolutions.count * runsPerResolution
    let agreements = mapBlocks(of: runs, blockSize: 1) { block in
      agreementOfRun(block.lowerBound, on: edges, nodeCount: nodeCount)
    }
    var result = EdgeList()
    for edge in 0..<edges.count {
      let count = agreements.reduce(0) { $0 + ($1[edge] ? 1 : 0) }
      guard count > 0 else { continue }
      let share = Double(count) / Double(runs)
      result.append(edges.first[edge], edges.second[edge], weight: edges.weights[edge] * share * share)
    }
    return result
  }

  private func agreementOfRun(_ run: Int, on edges: EdgeList, nodeCount: Int) -> [Bool] {
    var generator = SplitMix64(seed: UInt64(run))
    var seen = EdgeList()
    for edge in 0..<edges.count where generator.nextUnit() < edgeShare {
      seen.append(edges.first[edge], edges.second[edge], weight: edges.weights[edge])
    }
    let graph = WeightedGraph(nodeCount: nodeCount, edges: seen)
    let leiden = Leiden(resolution: resolutions[run / runsPerResolution])
    let membership = leiden.communities(of: graph, seed: UInt64(run % runsPerResolution))
    return (0..<edges.count).map { membership[Int(edges.first[$0])] == membership[Int(edges.second[$0])] }
  }
}
