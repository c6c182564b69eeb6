// What a language model makes of posts: a vector for each, all of one length.

import Discussion

/// The vectors of posts, from an embedding model outside this floor. A post need not have one.
public struct PostVectors: Sendable {
  /// How many numbers a vector has.
  public let dimension: Int
  private var places: [PostID: Int] = [:]
  private var numbers: [Float] = []

  /// No vectors yet, of a length.
  public init(dimension: Int) { self.dimension = dimension }

  /// How many posts have a vector.
  public var count: Int { places.count }

  /// Gives a post its vector; one given before is replaced.
  /// - Returns: whether the vector could be used: it has the right length and finite numbers.
  @discardableResult
  public mutating func set(_ vector: some Collection<Float>, for post: PostID) -> Bool {
    guard vector.count == dimension, vector.allSatisfy(\.isFinite) else { return false }
    if let place = places[post] {
      numbers.replaceSubrange(place * dimension..<(place + 1) * dimension, with: vector)
    } else {
      places[post] = places.count
      numbers.append(contentsOf: vector)
    }
    return true
  }

  /// The vector of a post.
  public subscript(post: PostID) -> ArraySlice<Float>? {
    places[post].map { numbers[$0 * dimension..<($0 + 1) * dimension] }
  }

  /// A row for each post, of length 1 or empty, without what all of them have in common.
  func rows(of posts: some Collection<PostID>) -> DenseRows {
    var rows = DenseRows(rowCount: posts.count, width: dimension)
    for (row, post) in posts.enumerated() {
      if let vector = self[post] { rows.set(row, vector) }
    }
    return rows.centredAndNormalized()
  }
}
