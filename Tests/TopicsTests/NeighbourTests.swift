// Neighbours that were found by leaving out work are those of brute force, to the bit; kept lists hold what they promise.

import Discussion
import Testing

@testable import Topics

@Suite struct NeighbourTests {
  /// Rows like those of texts: a few columns that nearly all use and that weigh little, and many that few use.
  static func textLikeRows(_ count: Int, seed: UInt64) -> SparseRows {
    var generator = SplitMix64(seed: seed)
    var rows = SparseRows(columnCount: 900)
    for row in 0..<count {
      var columns = Set<Int32>()
      if row % 19 != 7 {
        for column in 0..<Int32(12) where generator.nextUnit() < 0.5 { columns.insert(column) }
        let subject = generator.next(below: 30)
        for _ in 0..<8 { columns.insert(Int32(20 + subject * 20 + generator.next(below: 20))) }
        for _ in 0..<3 { columns.insert(Int32(620 + generator.next(below: 280))) }
      }
      for column in columns.sorted() {
        let weight = column < 12 ? 0.1 : 1
        rows.append(column: column, value: Float(weight * (0.5 + generator.nextUnit())))
      }
      rows.endRow()
    }
    rows.normalizeRows()
    return rows
  }

  /// The product of two rows, summed in the order of the columns.
  private func product(_ rows: SparseRows, _ one: Int, _ other: Int) -> Float {
    var sum: Float = 0
    for left in rows.positions(ofRow: one) {
      for right in rows.positions(ofRow: other) where rows.columns[left] == rows.columns[right] {
        sum += rows.values[left] * rows.values[right]
      }
    }
    return sum
  }

  private func expected(_ rows: SparseRows, _ row: Int, limit: Int) -> [(post: Int, similarity: Float)] {
    let all = (0..<rows.rowCount).filter { $0 != row }
      .map { (post: $0, similarity: product(rows, row, $0)) }
    let ordered = all.filter { $0.similarity > 0 }
      .sorted { ($1.similarity, $0.post) < ($0.similarity, $1.post) }
    return Array(ordered.prefix(limit))
  }

  @Test(arguments: [1, 2, 3])
  func neighboursAreThoseOfBruteForceToTheBit(seed: UInt64) {
    let rows = Self.textLikeRows(700, seed: seed)
    let found = NearestNeighbours(of: rows, limit: 6)
    for row in stride(from: 0, to: rows.rowCount, by: 7) {
      let neighbours = found.neighbours(of: row)
      let expected = expected(rows, row, limit: 6)
      #expect(neighbours.map(\.post) == expected.map(\.post))
      #expect(neighbours.map(\.similarity) == expected.map(\.similarity))
    }
  }

  @Test func productsOfShortAndLongRowsAreSummedInTheOrderOfTheColumns() {
    let rows = Self.textLikeRows(200, seed: 5)
    let sums = Centroids.sums(of: rows, topics: (0..<200).map { Int32($0 % 3) }, topicCount: 3)
    for row in 0..<200 {
      for topic in 0..<3 {
        var sum: Float = 0
        for left in rows.positions(ofRow: row) {
          for right in sums.positions(ofRow: topic) where rows.columns[left] == sums.columns[right] {
            sum += rows.values[left] * sums.values[right]
          }
        }
        #expect(rows.dot(row, sums, topic) == sum)
        #expect(sums.dot(topic, rows, row) == sum)
      }
    }
  }

  @Test func theNearestCentroidIsThatOfComparingOneByOne() {
    let rows = Self.textLikeRows(300, seed: 6)
    let centroids = Centroids(of: rows, topics: (0..<300).map { Int32($0 * 7 % 40) - 1 }, topicCount: 40)
    let nearest = centroids.nearest(to: rows)
    for row in 0..<300 {
      let cosines = (0..<40).map { rows.dot(row, centroids.rows, $0) }
      let highest = cosines.max() ?? 0
      #expect(nearest.similarities[row] == highest)
      #expect(nearest.topics[row] == (highest > 0 ? cosines.firstIndex(of: highest).map { Int32($0) } : -1))
    }
  }

  // MARK: Kept lists

  private func posts(_ numbers: Range<Int>) -> [TopicPost] {
    numbers.map { TopicPost(id: PostID("p-\($0)"), body: "") }
  }

  private func lists(_ neighbours: NearestNeighbours, _ posts: [TopicPost]) -> [PostNeighbours] {
    posts.indices.map { row in
      let entries = neighbours.neighbours(of: row).map {
        PostNeighbours.Neighbour(post: posts[$0.post].id, similarity: Double($0.similarity))
      }
      return PostNeighbours(post: posts[row].id, neighbours: entries)
    }
  }

  @Test func nothingNewKeepsEveryList() throws {
    let rows = Self.textLikeRows(400, seed: 7)
    let exact = NearestNeighbours(of: rows, limit: 5)
    let posts = posts(0..<400)
    let kept = try #require(
      KeptNeighbours(lists(exact, posts), posts: posts, rows: rows, limit: 5, mostChanged: 0))
    #expect(kept.changed.isEmpty)
    #expect(kept.neighbours.posts == exact.posts)
    #expect(kept.neighbours.similarities == exact.similarities)
  }

  /// With the same weights for old posts, what is found for new, edited and removed ones is what a full search finds.
  @Test func newEditedAndRemovedPostsGiveTheListsOfAFullSearch() throws {
    let all = Self.textLikeRows(420, seed: 8)
    var edited = Array(0..<400)
    edited[17] = 411
    let before = NearestNeighbours(of: all.selecting(edited), limit: 5)
    let old = lists(before, posts(0..<400))
    let rows = all.selecting(Array(10..<410))
    let tonight = posts(10..<410)
    let kept = try #require(
      KeptNeighbours(old, posts: tonight, rows: rows, limit: 5, mostChanged: 0.3))
    let exact = NearestNeighbours(of: rows, limit: 5)
    #expect(kept.neighbours.posts == exact.posts)
    #expect(kept.neighbours.similarities == exact.similarities)
    #expect(kept.changed.contains(7))
    #expect(Array(kept.changed.suffix(10)) == Array(390..<400))
    #expect(kept.changed.count < 100)
  }

  @Test func otherFeaturesOrTooManyNewPostsKeepNothing() {
    let rows = Self.textLikeRows(200, seed: 9)
    let posts = posts(0..<200)
    let old = lists(NearestNeighbours(of: rows, limit: 5), posts)
    let others = Self.textLikeRows(200, seed: 10)
    #expect(KeptNeighbours(old, posts: posts, rows: others, limit: 5, mostChanged: 0.02) == nil)
    let few = Array(old.prefix(150))
    #expect(KeptNeighbours(few, posts: posts, rows: rows, limit: 5, mostChanged: 0.02) == nil)
    #expect(KeptNeighbours([], posts: posts, rows: rows, limit: 5, mostChanged: 1) == nil)
  }
}
