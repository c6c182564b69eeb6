// An undirected graph with weighted edges, as the community detection reads it.

/// An undirected graph: each edge stands in the lists of both its ends, self-loops in neither.
struct WeightedGraph: Sendable {
  /// Where each node's edges start, and at the end where the last one's stop.
  let starts: [Int]
  /// The other end of each edge, ascending for each node.
  let targets: [Int32]
  /// The weight of each edge.
  let weights: [Double]
  /// The sum of the weights at each node, self-loops counted twice.
  let strengths: [Double]
  /// The sum of all strengths: twice the weight of all edges.
  let totalStrength: Double

  var nodeCount: Int { starts.count - 1 }

  /// A graph from edges with `first < second`, each pair at most once, with `first` ascending; the second ends may come
  /// in any order.
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
    // Sorting by distribution: seen from the second ends the first ones ascend, and then the other way round.
    for index in 0..<edges.count {
      let second = Int(edges.second[index])
      targets[next[second]] = edges.first[index]
      weights[next[second]] = edges.weights[index]
      next[second] += 1
    }
    let ends = next
    for second in 0..<nodeCount {
      for position in starts[second]..<ends[second] {
        let first = Int(targets[position])
        targets[next[first]] = Int32(second)
        weights[next[first]] = weights[position]
        next[first] += 1
      }
    }
    var strengths = selfLoops.isEmpty ? [Double](repeating: 0, count: nodeCount) : selfLoops.map { $0 * 2 }
    var total = 0.0
    for node in 0..<nodeCount {
      var strength = strengths[node]
      for position in starts[node]..<starts[node + 1] { strength += weights[position] }
      strengths[node] = strength
      total += strength
    }
    self.starts = starts
    self.targets = targets
    self.weights = weights
    self.strengths = strengths
    totalStrength = total
  }

  /// The graph with each group as one node; edges within a group become its self-loop.
  func aggregated(by groups: [Int32], count: Int) -> WeightedGraph {
    let members = Members(of: groups, groupCount: count)
    var edges = EdgeList()
    var selfLoops = [Double](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: count)
    var touched: [Int32] = []
    for group in 0..<count {
      touched.removeAll(keepingCapacity: true)
      var inside = 0.0
      for member in members.positions(ofGroup: group) {
        let node = Int(members.list[member])
        inside += strengths[node]
        for position in starts[node]..<starts[node + 1] {
          let other = Int(groups[Int(targets[position])])
          guard other != group else { continue }
          inside -= weights[position]
          // An edge is summed once, from the group that comes first.
          guard other > group else { continue }
          if sums[other] == 0 { touched.append(Int32(other)) }
          sums[other] += weights[position]
        }
      }
      selfLoops[group] = max(inside, 0) / 2
      for other in touched {
        edges.append(Int32(group), other, weight: sums[Int(other)])
        sums[Int(other)] = 0
      }
    }
    return WeightedGraph(nodeCount: count, edges: edges, selfLoops: selfLoops)
  }
}

/// The members of groups, group by group, ascending in each.
struct Members: Sendable {
  /// Where each group's members start, and at the end where the last one's stop.
  private let starts: [Int]
  /// All members that are in a group.
  let list: [Int32]

  /// - Parameter groups: the group of each member, negative for none.
  init(of groups: [Int32], groupCount: Int) {
    var starts = [Int](repeating: 0, count: groupCount + 1)
    for group in groups where group >= 0 { starts[Int(group) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var list = [Int32](repeating: 0, count: starts[groupCount])
    for (member, group) in groups.enumerated() where group >= 0 {
      list[next[Int(group)]] = Int32(member)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.list = list
  }

  /// Where a group's members stand in the list.
  func positions(ofGroup group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }
}
