// Vectors beside words: the same products however they are blocked, and topics that words alone do not give.

import Discussion
import Language
import Testing

@testable import Topics

@Suite struct VectorTests {
  private func randomRows(_ count: Int, width: Int, seed: UInt64) -> DenseRows {
    var generator = SplitMix64(seed: seed)
    var rows = DenseRows(rowCount: count, width: width)
    for row in 0..<count where row % 11 != 3 {
      let numbers = (0..<width).map { _ in Float(generator.nextUnit() - 0.5) }
      rows.set(row, numbers[...])
    }
    return rows
  }

  @Test(arguments: [(1, 1), (3, 5), (4, 8), (9, 7), (70, 130), (131, 33)], [1, 3, 4, 50])
  func productsInBlocksEqualThoseOfPairsToTheBit(counts: (Int, Int), width: Int) {
    let rows = randomRows(counts.0, width: width, seed: 1)
    let others = randomRows(counts.1, width: width, seed: 2)
    for range in [0..<counts.0, counts.0 / 2..<counts.0] {
      var products = [Float](repeating: .nan, count: range.count * counts.1)
      products.withUnsafeMutableBufferPointer { rows.products(of: range, with: others, into: $0) }
      for row in range {
        for other in 0..<counts.1 {
          let product = products[(row - range.lowerBound) * counts.1 + other]
          #expect(product.bitPattern == rows.dot(row, others, other).bitPattern)
          #expect(product.bitPattern == others.dot(other, rows, row).bitPattern)
          var exact = 0.0
          for place in 0..<width {
            exact +=
              Double(rows.values[row * rows.stride + place])
              * Double(others.values[other * others.stride + place])
          }
          #expect(abs(Double(product) - exact) < 1e-5)
        }
      }
    }
  }

  @Test(arguments: [1, 40, 300])
  func neighboursByWordsAndVectorsEqualThoseOfBruteForce(count: Int) {
    var generator = SplitMix64(seed: 9)
    var words = SparseRows(columnCount: 20)
    for row in 0..<count {
      if row % 7 != 2 {
        for column in Set((0..<3).map { _ in Int32(generator.next(below: 20)) }).sorted() {
          words.append(column: column, value: Float(generator.nextUnit() + 0.1))
        }
      }
      words.endRow()
    }
    let rows = words.beside(randomRows(count, width: 10, seed: 3).centredAndNormalized(), weight: 1.5)
    let found = NearestNeighbours(of: rows, limit: 5)
    for row in 0..<count {
      let length = rows.dot(row, rows, row)
      #expect(rows.isEmpty(row: row) ? length == 0 : abs(length - 1) < 1e-5)
      let expected = (0..<count).filter { $0 != row }.map { rows.dot(row, rows, $0) }.filter { $0 > 0 }
        .sorted(by: >).prefix(5)
      let neighbours = found.neighbours(of: row)
      #expect(neighbours.count == expected.count)
      for (one, other) in zip(neighbours, expected) { #expect(abs(one.similarity - other) < 1e-5) }
    }
  }

  @Test func theNearestTopicIsTheSameInBlocksAndOneByOne() {
    let rows = SparseRows(starts: Array(repeating: 0, count: 601), columns: [], values: [], columnCount: 0)
      .beside(randomRows(600, width: 6, seed: 4), weight: 1)
    let topics = (0..<600).map { Int32($0 % 5) - ($0 % 13 == 0 ? 5 : 0) }
    let centroids = Centroids(of: rows, topics: topics, topicCount: 5)
    let nearest = centroids.nearest(to: rows)
    for row in 0..<600 {
      let best = (0..<5).map { centroids.similarity(of: rows, row, to: $0) }.max() ?? 0
      #expect(abs(nearest.similarities[row] - max(best, 0)) < 1e-5)
    }
  }

  /// Posts that share no word with another, each a vector near one of three directions; far from the origin, as the
  /// vectors of many models are.
  private func strangers(_ count: Int) -> (posts: [TopicPost], vectors: PostVectors) {
    var generator = SplitMix64(seed: 5)
    var vectors = PostVectors(dimension: 8)
    let posts = (0..<count).map { number in
      let post = TopicPost(id: PostID("p\(number)"), body: "woord\(number)q")
      var vector = (0..<8).map { _ in Float(generator.nextUnit() * 0.2 + 5) }
      vector[number % 3] += 1
      vectors.set(vector, for: post.id)
      return post
    }
    return (posts, vectors)
  }

  @Test func vectorsGroupWhatSharesNoWords() {
    let (posts, vectors) = strangers(45)
    var settings = TopicSettings(language: .english)
    #expect(TopicModel(settings: settings).cluster(posts).topics.isEmpty)
    settings.vectors = vectors
    let result = TopicModel(settings: settings).cluster(posts)
    let groups = Dictionary(grouping: result.assignments, by: \.topic)
    #expect(groups.count == 3)
    for (topic, members) in groups {
      #expect(topic != nil)
      #expect(Set(members.map { (Int($0.post.description.dropFirst()) ?? 0) % 3 }).count == 1)
    }
  }

  @Test func theOrderOfPostsAndVectorsDoesNotMatter() {
    let (posts, vectors) = strangers(60)
    var settings = TopicSettings(language: .dutch)
    settings.vectors = vectors
    let result = TopicModel(settings: settings).cluster(Community.all() + posts)
    var turned = PostVectors(dimension: 8)
    for post in posts.reversed() { turned.set(vectors[post.id] ?? [], for: post.id) }
    settings.vectors = turned
    let other = TopicModel(settings: settings).cluster((Community.all() + posts).reversed())
    #expect(other.assignments == result.assignments)
    #expect(other.state == result.state)
    #expect(other.neighbours == result.neighbours)
  }

  @Test func postsWithoutAVectorAreGroupedByTheirWords() {
    let (posts, vectors) = strangers(30)
    var settings = TopicSettings(language: .dutch)
    settings.vectors = vectors
    let result = TopicModel(settings: settings).cluster(Community.all() + posts)
    let alone = TopicModel(settings: TopicSettings(language: .dutch)).cluster(Community.all())
    let pairs = alone.assignments.map { assignment in
      (assignment.topic, result.assignments.first { $0.post == assignment.post }?.topic)
    }
    #expect(Set(pairs.map { "\(String(describing: $0.0)) \(String(describing: $0.1))" }).count == 4)
  }

  @Test func vectorsThatCannotBeUsedAreRefused() {
    var vectors = PostVectors(dimension: 2)
    let post = PostID("p")
    let refused = [[1, 2, 3], [1, .nan], [1, .infinity]].map { vectors.set($0, for: post) }
    #expect(refused == [false, false, false])
    #expect(vectors[post] == nil)
    let taken = [[1, 2], [3, 4]].map { vectors.set($0, for: post) }
    #expect(taken == [true, true])
    #expect(vectors[post].map(Array.init) == [3, 4])
    #expect(vectors.count == 1)
  }

  @Test func equalVectorsSayNothing() {
    var vectors = PostVectors(dimension: 3)
    let posts = (0..<9).map { PostID("p\($0)") }
    for post in posts { vectors.set([0.3, 0.4, 0.5], for: post) }
    let rows = vectors.rows(of: posts)
    for row in posts.indices { #expect(rows.isEmpty(row: row)) }
  }
}
