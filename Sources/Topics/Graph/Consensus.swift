// A graph in which only those edges stay strong on which several partitions agree.

import Discussion
import Synchronization

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
    // Only how many runs agree matters, not which: one count for each edge, whatever run ends first.
    let counts = Mutex([UInt16](repeating: 0, count: edges.count))
    _ = mapBlocks(of: runs, blockSize: 1) { block in
      let membership = communities(inRun: block.lowerBound, of: edges, nodeCount: nodeCount)
      counts.withLock { counts in
        for edge in 0..<edges.count
        where membership[Int(edges.first[edge])] == membership[Int(edges.second[edge])] { counts[edge] += 1 }
      }
    }
    var result = EdgeList()
    counts.withLock { counts in
      for edge in 0..<edges.count where counts[edge] > 0 {
        let share = Double(counts[edge]) / Double(runs)
        result.append(edges.first[edge], edges.second[edge], weight: edges.weights[edge] * share * share)
      }
    }
    return result
  }

  private func communities(inRun run: Int, of edges: EdgeList, nodeCount: Int) -> [Int32] {
    var generator = SplitMix64(seed: UInt64(run))
    var seen = EdgeList()
    seen.reserve(Int(Double(edges.count) * edgeShare * 1.02) + 64)
    for edge in 0..<edges.count where generator.nextUnit() < edgeShare {
      seen.append(edges.first[edge], edges.second[edge], weight: edges.weights[edge])
    }
    let graph = WeightedGraph(nodeCount: nodeCount, edges: seen)
    let leiden = Leiden(resolution: resolutions[run / runsPerResolution])
    return leiden.communities(of: graph, seed: UInt64(run % runsPerResolution))
  }
}
