// The recipe that groups posts: graph, communities, centroids, merging.

/// Groups posts by their features, without regard to identity.
struct GraphRecipe: Sendable {
  var settings: TopicSettings

  /// A group for each post, numbered from 0 without gaps; -1 for posts without features.
  /// - Parameter lastNight: the topic each post had the night before as a number, -1 for none; edges within one weigh
  ///   heavier, so that what belonged together yesterday tends to stay together.
  func groups(of features: SparseRows, neighbours: NearestNeighbours, lastNight: [Int32]) -> [Int32] {
    var edges = EdgeList(neighbours, postCount: features.rowCount)
    for edge in 0..<edges.count {
      let topic = lastNight[Int(edges.first[edge])]
      if topic >= 0, topic == lastNight[Int(edges.second[edge])] { edges.weights[edge] *= settings.warmth }
    }
    let agreed = Consensus().agreement(on: edges, nodeCount: features.rowCount)
    let graph = WeightedGraph(nodeCount: features.rowCount, edges: agreed)
    var groups = Leiden(resolution: settings.resolution).communities(of: graph, seed: 0)
    for post in groups.indices where features.isEmpty(row: post) { groups[post] = -1 }
    groups = CentroidPasses().refine(groups, of: features)
    return CentroidMerging(threshold: settings.mergingSimilarity).merge(groups, of: features)
  }
}
