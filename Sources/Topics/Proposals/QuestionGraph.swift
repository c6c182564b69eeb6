// The neighbours of questions as a graph: every pair once, with the numbers of the posts.

import Discussion

/// Pairs of neighbours among questions that have a topic.
struct QuestionGraph {
  /// A pair; the lower number first.
  struct Edge {
    var first: Int32
    var second: Int32
    var weight: Float
  }

  /// The questions, by post.
  let questions: [PlacedQuestion]
  /// The pairs, by their numbers.
  let edges: [Edge]

  /// The graph of questions; what the order of lists or questions was does not matter.
  init(_ questions: [PlacedQuestion], neighbours: [PostNeighbours]) {
    self.questions = questions.sorted { $0.post < $1.post }
    var numbers: [PostID: Int32] = [:]
    numbers.reserveCapacity(questions.count)
    for (number, question) in self.questions.enumerated() where numbers[question.post] == nil {
      numbers[question.post] = Int32(number)
    }
    var edges: [Edge] = []
    edges.reserveCapacity(neighbours.count * 12)
    for list in neighbours {
      guard let own = numbers[list.post] else { continue }
      for neighbour in list.neighbours {
        guard let other = numbers[neighbour.post], other != own else { continue }
        edges.append(
          Edge(first: min(own, other), second: max(own, other), weight: Float(neighbour.similarity)))
      }
    }
    edges.sort { ($0.first, $0.second, $1.weight) < ($1.first, $1.second, $0.weight) }
    // Of two lists that name each other the greater likeness stays.
    var kept = 0
    for index in edges.indices {
      if kept > 0, edges[kept - 1].first == edges[index].first, edges[kept - 1].second == edges[index].second
      {
        continue
      }
      edges[kept] = edges[index]
      kept += 1
    }
    edges.removeLast(edges.count - kept)
    self.edges = edges
  }
}

/// A graph of few nodes, for one topic: what each node is tied to.
struct SmallGraph {
  /// Where each node's ties start; one more than there are nodes.
  private(set) var starts: [Int]
  private(set) var targets: [Int32]
  private(set) var weights: [Float]
  /// The sum of each node's ties.
  private(set) var strengths: [Double]

  var count: Int { starts.count - 1 }

  /// A graph from its pairs.
  init(nodeCount: Int, edges: [QuestionGraph.Edge]) {
    var degrees = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges {
      degrees[Int(edge.first) + 1] += 1
      degrees[Int(edge.second) + 1] += 1
    }
    for node in 0..<nodeCount { degrees[node + 1] += degrees[node] }
    starts = degrees
    targets = [Int32](repeating: 0, count: 2 * edges.count)
    weights = [Float](repeating: 0, count: 2 * edges.count)
    strengths = [Double](repeating: 0, count: nodeCount)
    var next = degrees
    for edge in edges {
      for (node, other) in [(edge.first, edge.second), (edge.second, edge.first)] {
        targets[next[Int(node)]] = other
        weights[next[Int(node)]] = edge.weight
        next[Int(node)] += 1
        strengths[Int(node)] += Double(edge.weight)
      }
    }
  }

  /// How much both sides of a partition find each other; nil when a side has no ties.
  func contact(_ isFirst: [Bool]) -> TopicContact? {
    var (first, second, between) = (TopicContact.Links(), TopicContact.Links(), TopicContact.Links())
    for node in 0..<count {
      for position in starts[node]..<starts[node + 1] where Int(targets[position]) > node {
        let likeness = Double(weights[position])
        switch (isFirst[node], isFirst[Int(targets[position])]) {
        case (true, true): first.add(likeness)
        case (false, false): second.add(likeness)
        default: between.add(likeness)
        }
      }
    }
    return TopicContact(first: first, second: second, between: between)
  }
}
