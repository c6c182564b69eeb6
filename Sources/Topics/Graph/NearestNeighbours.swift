// The posts that each post resembles most.

/// For each post its nearest neighbours, most similar first.
struct NearestNeighbours: Sendable {
  /// The largest number of neighbours of a post.
  let limit: Int
  /// `limit` places for each post; -1 where a post has fewer neighbours.
  private(set) var posts: [Int32]
  /// The cosine similarity that belongs to each place.
  private(set) var similarities: [Float]

  /// Finds for each row the `limit` other rows with the highest cosine above zero; equal similarities go to the lowest
  /// row. Exact (``NeighbourSearch``). Rows must have length 1 or be empty.
  init(of rows: SparseRows, limit: Int) {
    self.limit = limit
    let search = NeighbourSearch(of: rows)
    let blocks = mapBlocks(of: rows.rowCount, blockSize: 128) { search.neighbours(of: $0, limit: limit) }
    posts = []
    similarities = []
    posts.reserveCapacity(rows.rowCount * limit)
    similarities.reserveCapacity(rows.rowCount * limit)
    for block in blocks {
      posts.append(contentsOf: block.posts)
      similarities.append(contentsOf: block.similarities)
    }
  }

  /// Lists from their parts.
  init(limit: Int, posts: [Int32], similarities: [Float]) {
    self.limit = limit
    self.posts = posts
    self.similarities = similarities
  }

  /// The neighbours of one post, most similar first.
  func neighbours(of post: Int) -> [(post: Int, similarity: Float)] {
    (post * limit..<(post + 1) * limit).compactMap { place in
      posts[place] < 0 ? nil : (Int(posts[place]), similarities[place])
    }
  }

  /// Calls `body` with every post and each of its neighbours, in the order of the posts, most similar first.
  func forEachPair(_ body: (_ post: Int32, _ neighbour: Int32, _ similarity: Float) -> Void) {
    guard limit > 0 else { return }
    for place in posts.indices where posts[place] >= 0 {
      body(Int32(place / limit), posts[place], similarities[place])
    }
  }
}
