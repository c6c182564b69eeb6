// The posts that a post resembles most: found once a night, read by everything that looks for likeness.

/// The posts that one post resembles most.
public struct PostNeighbours: Hashable, Sendable {
  /// One neighbour.
  public struct Neighbour: Hashable, Sendable {
    /// The neighbour.
    public var post: PostID
    /// Cosine similarity, above 0 and up to 1.
    public var similarity: Double

    /// A neighbour from its parts.
    public init(post: PostID, similarity: Double) {
      self.post = post
      self.similarity = similarity
    }
  }

  /// The post.
  public var post: PostID
  /// Its neighbours, most similar first.
  public var neighbours: [Neighbour]

  /// A list from its parts.
  public init(post: PostID, neighbours: [Neighbour]) {
    self.post = post
    self.neighbours = neighbours
  }
}
