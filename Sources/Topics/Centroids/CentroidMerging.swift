// Joins topics whose middles nearly coincide: the same subject, found twice.

/// Merges the most similar pair of topics for as long as its centroids' cosine reaches a threshold.
struct CentroidMerging: Sendable {
  /// The cosine from which two topics are one.
  var threshold: Double

  /// The partition after merging, numbered from 0 without gaps; posts with topic -1 stay out.
  func merge(_ topics: [Int32], of posts: SparseRows) -> [Int32] {
    let current = compacted(topics)
    let topicCount = Int(current.max() ?? -1) + 1
    guard topicCount > 2 else { return current }
    var products = SumProducts(of: posts, topics: current, topicCount: topicCount)
    var mergedInto = (0..<Int32(topicCount)).map { $0 }
    var alive = topicCount
    while alive > 2, let (kept, gone) = products.mostSimilarPair(atLeast: threshold) {
      products.merge(gone, into: kept)
      mergedInto[gone] = Int32(kept)
      alive -= 1
    }
    return compacted(
      current.map { topic in
        guard topic >= 0 else { return topic }
        var target = topic
        while mergedInto[Int(target)] != target { target = mergedInto[Int(target)] }
        return target
      })
  }
}

/// The inner products of the topics' vector sums. The sum of two merged topics has the sum of their products, so
/// merging needs no vectors.
private struct SumProducts {
  private let count: Int
  private var products: [Float]
  private var isAlive: [Bool]
  /// For each topic the later topic that it resembles most, and the cosine; -1 where it must be looked up again.
  private var best: [(other: Int, cosine: Double)]

  init(of posts: SparseRows, topics: [Int32], topicCount: Int) {
    count = topicCount
    isAlive = Array(repeating: true, count: topicCount)
    best = Array(repeating: (-1, -1), count: topicCount)
    let sums = Centroids.sums(of: posts, topics: topics, topicCount: topicCount)
    let index = sums.transposed()
    products = mapBlocks(of: topicCount, blockSize: 16) { block in
      var products = [Float](repeating: 0, count: block.count * topicCount)
      if let embedding = sums.embedding {
        products.withUnsafeMutableBufferPointer { embedding.products(of: block, with: embedding, into: $0) }
      }
      for (place, topic) in block.enumerated() {
        for position in sums.positions(ofRow: topic) {
          let weight = sums.values[position]
          for posting in index.positions(ofRow: Int(sums.columns[position])) {
            products[place * topicCount + Int(index.columns[posting])] += weight * index.values[posting]
          }
        }
      }
      return products
    }.flatMap { $0 }
    for topic in 0..<topicCount { findBest(of: topic) }
  }

  private func cosine(_ one: Int, _ other: Int) -> Double {
    let lengths = Double(products[one * count + one]) * Double(products[other * count + other])
    return lengths > 0 ? Double(products[one * count + other]) / lengths.squareRoot() : 0
  }

  private mutating func findBest(of topic: Int) {
    best[topic] = (-1, -1)
    for other in topic + 1..<max(count, topic + 1) where isAlive[other] {
      let cosine = cosine(topic, other)
      if cosine > best[topic].cosine { best[topic] = (other, cosine) }
    }
  }

  func mostSimilarPair(atLeast threshold: Double) -> (Int, Int)? {
    var pair: (Int, Int)?
    var highest = threshold
    for topic in 0..<count where isAlive[topic] && best[topic].other >= 0 {
      let cosine = best[topic].cosine
      if cosine > highest || (pair == nil && cosine == highest) {
        highest = cosine
        pair = (topic, best[topic].other)
      }
    }
    return pair
  }

  mutating func merge(_ gone: Int, into kept: Int) {
    for other in 0..<count where isAlive[other] && other != kept && other != gone {
      products[kept * count + other] += products[gone * count + other]
      products[other * count + kept] = products[kept * count + other]
    }
    products[kept * count + kept] += products[gone * count + gone] + 2 * products[kept * count + gone]
    isAlive[gone] = false
    findBest(of: kept)
    for other in 0..<count where isAlive[other] && other != kept {
      if best[other].other == kept || best[other].other == gone {
        findBest(of: other)
      } else if other < kept, cosine(other, kept) > best[other].cosine {
        best[other] = (kept, cosine(other, kept))
      }
    }
  }
}
