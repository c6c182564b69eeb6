// Neighbours and communities, against brute force and against an independent program.

import Discussion
import Testing

@testable import Topics

@Suite struct GraphTests {
  private func randomRows(_ count: Int, seed: UInt64) -> SparseRows {
    var generator = SplitMix64(seed: seed)
    var rows = SparseRows(columnCount: 40)
    for row in 0..<count {
      if row % 17 == 5 {
        rows.endRow()
        continue
      }
      let columns = Set((0..<6).map { _ in Int32(generator.next(below: 40)) }).sorted()
      for column in columns { rows.append(column: column, value: Float(generator.nextUnit() + 0.1)) }
      rows.endRow()
    }
    rows.normalizeRows()
    return rows
  }

  @Test(arguments: [1, 7, 200, 300])
  func neighboursEqualThoseOfBruteForce(count: Int) {
    let rows = randomRows(count, seed: UInt64(count))
    let found = NearestNeighbours(of: rows, limit: 5)
    for row in 0..<count {
      let all = (0..<count).filter { $0 != row }.map { (post: $0, similarity: rows.dot(row, rows, $0)) }
      let expected = all.filter { $0.similarity > 0 }
        .sorted { ($1.similarity, $0.post) < ($0.similarity, $1.post) }.prefix(5)
      let neighbours = found.neighbours(of: row)
      #expect(neighbours.count == expected.count)
      for (one, other) in zip(neighbours, expected) { #expect(abs(one.similarity - other.similarity) < 1e-6) }
    }
  }

  @Test func equalSimilaritiesGoToTheEarliestPosts() {
    var rows = SparseRows(columnCount: 1)
    for _ in 0..<6 {
      rows.append(column: 0, value: 1)
      rows.endRow()
    }
    #expect(NearestNeighbours(of: rows, limit: 2).neighbours(of: 3).map(\.post) == [0, 1])
  }

  /// Zachary's karate club (1977), 34 members.
  static let club = [
    "0-1,0-2,0-3,0-4,0-5,0-6,0-7,0-8,0-10,0-11,0-12,0-13,0-17,0-19,0-21,0-31,1-2,1-3,1-7,1-13,1-17,1-19,1-21,1-30",
    "2-3,2-7,2-27,2-28,2-32,2-9,2-8,2-13,3-7,3-12,3-13,4-6,4-10,5-6,5-10,5-16,6-16,8-30,8-32,8-33,9-33,13-33",
    "14-32,14-33,15-32,15-33,18-32,18-33,19-33,20-32,20-33,22-32,22-33,23-25,23-27,23-32,23-33,23-29,24-25,24-27",
    "24-31,25-31,26-29,26-33,27-33,28-31,28-33,29-32,29-33,30-32,30-33,31-32,31-33,32-33",
  ].joined(separator: ",")

  private func clubGraph() -> WeightedGraph {
    var edges = EdgeList()
    for pair in Self.club.split(separator: ",") {
      let ends = pair.split(separator: "-").compactMap { Int32($0) }
      edges.append(ends[0], ends[1], weight: 1)
    }
    return WeightedGraph(nodeCount: 34, edges: edges)
  }

  /// What leidenalg calls quality: the weight within communities less what chance would put there, each pair twice.
  private func quality(_ groups: [Int32], of graph: WeightedGraph, resolution: Double) -> Double {
    var sum = 0.0
    for one in 0..<graph.nodeCount {
      for position in graph.starts[one]..<graph.starts[one + 1]
      where groups[one] == groups[Int(graph.targets[position])] { sum += graph.weights[position] }
      for other in 0..<graph.nodeCount where groups[one] == groups[other] {
        sum -= resolution * graph.strengths[one] * graph.strengths[other] / graph.totalStrength
      }
    }
    return sum
  }

  /// The qualities that make_leiden_golden.py prints: the best of a hundred runs of leidenalg.
  @Test(arguments: [(0.5, 97.0, 2), (1.0, 65.48717948717949, 4), (2.0, 25.666666666666668, 7)])
  func communitiesAreAsGoodAsThoseOfTheReference(resolution: Double, golden: Double, count: Int) {
    let graph = clubGraph()
    let leiden = Leiden(resolution: resolution)
    let partitions = (0..<20).map { leiden.communities(of: graph, seed: UInt64($0)) }
    let qualities = partitions.map { quality($0, of: graph, resolution: resolution) }
    #expect(abs((qualities.max() ?? 0) - golden) < 1e-9)
    #expect((qualities.min() ?? 0) > golden - 4)
    let best = zip(partitions, qualities).max { $0.1 < $1.1 }?.0 ?? []
    #expect(Set(best).count == count)
  }

  @Test func everyCommunityHangsTogether() {
    let graph = clubGraph()
    for seed in 0..<20 {
      let groups = Leiden(resolution: 1.5).communities(of: graph, seed: UInt64(seed))
      for group in Set(groups) {
        let members = groups.indices.filter { groups[$0] == group }
        var reached: Set<Int> = [members[0]]
        var open = [members[0]]
        while let node = open.popLast() {
          for position in graph.starts[node]..<graph.starts[node + 1] {
            let other = Int(graph.targets[position])
            if groups[other] == group, reached.insert(other).inserted { open.append(other) }
          }
        }
        #expect(reached.count == members.count)
      }
    }
  }

  @Test func aggregationKeepsAllWeight() {
    let graph = clubGraph()
    let groups = numberedByFirstAppearance((0..<Int32(34)).map { $0 / 5 })
    let coarse = graph.aggregated(by: groups, count: 7)
    #expect(abs(coarse.totalStrength - graph.totalStrength) < 1e-9)
    #expect(coarse.nodeCount == 7)
  }

  @Test func edgesOnWhichFewRunsAgreeLoseTheirWeight() {
    // Two cliques of six with one edge between them.
    var edges = EdgeList()
    for one in 0..<Int32(12) {
      for other in one + 1..<max(12, one + 1) where one / 6 == other / 6 || (one == 5 && other == 6) {
        edges.append(one, other, weight: 1)
      }
    }
    let agreed = Consensus().agreement(on: edges, nodeCount: 12)
    let between = (0..<agreed.count).filter { agreed.first[$0] / 6 != agreed.second[$0] / 6 }
    let within = (0..<agreed.count).filter { agreed.first[$0] / 6 == agreed.second[$0] / 6 }
    let heaviest = between.map { agreed.weights[$0] }.max() ?? 0
    let average = within.reduce(0) { $0 + agreed.weights[$1] } / Double(within.count)
    #expect(heaviest < average / 3)
  }
}
