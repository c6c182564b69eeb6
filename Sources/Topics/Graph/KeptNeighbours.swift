// Tonight's neighbour lists from last night's: only what changed is searched for.

import Discussion

/// The nearest neighbours of tonight, made from the lists that the night before left.
///
/// A list is kept as it is when the similarities in it still about hold for tonight's features: so whatever changed, an
/// edited post, a neighbour that is gone, another catalogue or other weights, shows by itself. Every post whose list is
/// not kept is searched for exactly, and put into the lists of the posts that it lies nearer to than what they have.
/// What stays behind: rarities shift a little with every post, and a kept list does not follow that.
struct KeptNeighbours: Sendable {
  /// A similarity that moved further than this since it was computed no longer holds.
  static let tolerance: Float = 0.03

  /// The lists of all posts.
  let neighbours: NearestNeighbours
  /// The posts whose lists were not kept, ascending: new, edited, or without a neighbour that they had.
  let changed: [Int]

  /// - Parameter share: when more than this share of the posts changed, keeping does not pay: the result is nil.
  init?(
    _ previous: [PostNeighbours], posts: [TopicPost], rows: SparseRows, limit: Int, mostChanged share: Double
  ) {
    guard !previous.isEmpty, limit > 0 else { return nil }
    var lists = NeighbourLists(rowCount: posts.count, limit: limit)
    let wereThere = lists.fill(from: previous, posts: posts)
    let old = lists
    let search = NeighbourSearch(of: rows)
    let isKept = mapBlocks(of: posts.count, blockSize: 512) { block in
      let cosines = search.cosines(of: block) { wereThere[$0] ? old.list(of: $0) : [] }
      return zip(block, cosines).map { post, cosines in
        wereThere[post] && old.holds(post, tonight: cosines, isEmpty: rows.isEmpty(row: post))
      }
    }.flatMap { $0 }
    let changed = posts.indices.filter { !isKept[$0] }
    guard Double(changed.count) <= share * Double(posts.count) else { return nil }
    // Some at a time: each takes a number for every post there is.
    for start in stride(from: 0, to: changed.count, by: 64) {
      let some = Array(changed[start..<min(start + 64, changed.count)])
      let found = mapBlocks(of: some.count, blockSize: 8) { $0.map { search.similarities(of: some[$0]) } }
      for (post, similarities) in zip(some, found.lazy.joined()) {
        lists.replace(post, by: NeighbourLists.highest(similarities, limit: limit))
        for other in posts.indices where isKept[other] && similarities[other] > 0 {
          lists.insert(Int32(post), similarities[other], intoListOf: other)
        }
      }
    }
    self.changed = changed
    neighbours = NearestNeighbours(limit: limit, posts: lists.posts, similarities: lists.similarities)
  }
}

/// Lists under change: `limit` places for each post, -1 where there are fewer neighbours.
private struct NeighbourLists: Sendable {
  typealias Entry = (post: Int32, similarity: Float)

  let limit: Int
  var posts: [Int32]
  var similarities: [Float]

  init(rowCount: Int, limit: Int) {
    self.limit = limit
    posts = Array(repeating: -1, count: rowCount * limit)
    similarities = Array(repeating: 0, count: rowCount * limit)
  }

  /// Copies earlier lists.
  /// - Returns: for each post whether it has a list whose posts are all still there.
  mutating func fill(from previous: [PostNeighbours], posts tonight: [TopicPost]) -> [Bool] {
    var rowOfPost: [PostID: Int32] = [:]
    rowOfPost.reserveCapacity(tonight.count)
    for (row, post) in tonight.enumerated() { rowOfPost[post.id] = Int32(row) }
    var isKept = [Bool](repeating: false, count: tonight.count)
    for list in previous {
      guard let row = rowOfPost[list.post], list.neighbours.count <= limit else { continue }
      isKept[Int(row)] = true
      for (place, neighbour) in list.neighbours.enumerated() {
        guard let other = rowOfPost[neighbour.post], other != row else {
          isKept[Int(row)] = false
          break
        }
        posts[Int(row) * limit + place] = other
        similarities[Int(row) * limit + place] = Float(neighbour.similarity)
      }
    }
    return isKept
  }

  /// The posts in a list, most similar first.
  func list(of post: Int) -> ArraySlice<Int32> {
    posts[post * limit..<(post + 1) * limit].prefix { $0 >= 0 }
  }

  /// Whether the similarities of a list are still about what they were.
  /// - Parameters:
  ///   - cosines: tonight's similarity of each post in the list.
  ///   - isEmpty: whether the post has no features tonight.
  func holds(_ post: Int, tonight cosines: [Float], isEmpty: Bool) -> Bool {
    // Whatever a post says is shared with another post: without a neighbour it said nothing.
    guard !cosines.isEmpty || isEmpty else { return false }
    let before = similarities[post * limit..<post * limit + cosines.count]
    return zip(cosines, before).allSatisfy { $0 > 0 && abs($0 - $1) <= KeptNeighbours.tolerance }
  }

  mutating func replace(_ post: Int, by entries: [Entry]) {
    for place in 0..<limit {
      posts[post * limit + place] = place < entries.count ? entries[place].post : -1
      similarities[post * limit + place] = place < entries.count ? entries[place].similarity : 0
    }
  }

  /// Puts a neighbour where it belongs in a list, if it does and is not in it yet.
  mutating func insert(_ neighbour: Int32, _ similarity: Float, intoListOf post: Int) {
    let (first, last) = (post * limit, (post + 1) * limit - 1)
    func isBefore(_ place: Int) -> Bool {
      posts[place] < 0 || similarities[place] < similarity
        || (similarities[place] == similarity && posts[place] > neighbour)
    }
    guard isBefore(last), !posts[first...last].contains(neighbour) else { return }
    var place = last
    while place > first, isBefore(place - 1) {
      posts[place] = posts[place - 1]
      similarities[place] = similarities[place - 1]
      place -= 1
    }
    posts[place] = neighbour
    similarities[place] = similarity
  }

  /// The highest of the similarities of all rows.
  static func highest(_ similarities: [Float], limit: Int) -> [Entry] {
    var highest = HighestFew(limit: limit)
    for (post, similarity) in similarities.enumerated() { highest.offer(Int32(post), similarity) }
    return zip(highest.posts, highest.similarities).map { ($0, $1) }
  }
}
