// Posts that are a copy of an earlier one: placed again by the same person, or imported again under another id.
import Discussion

/// Finds the posts that say again what a post before them says, so that one question counts once.
///
/// A post is a copy when the same person placed nearly the same text within two weeks before it, or when nearly the same
/// text has the same minute: nobody types that twice, so it is one post that came in under two ids. What somebody asks
/// again later is a question again, and what somebody else asks is theirs.
public enum CopiedPosts {
  /// One person's copies within so many days are one post.
  public static let days = 14

  /// Each copy with the first post that it repeats.
  ///
  /// - Parameters:
  ///   - posts: all posts, in any order; withdrawn ones count for nothing.
  ///   - asOf: later posts count for nothing.
  public static func originals(in posts: [Post], asOf: Timestamp) -> [PostID: PostID] {
    let repeated = NearDuplicates(placedAgainDays: days, lookBackDays: 36_500).find(in: posts, asOf: asOf)
    guard !repeated.isEmpty else { return [:] }
    let wanted = Set(repeated.flatMap(\.posts))
    let known = Dictionary(
      posts.lazy.filter { wanted.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var originals: [PostID: PostID] = [:]
    for text in repeated {
      let places = text.posts.compactMap { known[$0] }
      for (position, post) in places.enumerated() {
        // A post may repeat one that is itself a copy: a text placed every week for months.
        if let earlier = places[..<position].last(where: { isCopy(post, of: $0) }) {
          originals[post.id] = originals[earlier.id] ?? earlier.id
        }
      }
    }
    return originals
  }

  private static func isCopy(_ post: Post, of earlier: Post) -> Bool {
    let apart = (post.createdAt.milliseconds - earlier.createdAt.milliseconds).magnitude
    if apart < 60_000, post.createdAt.milliseconds / 60_000 == earlier.createdAt.milliseconds / 60_000 {
      return true
    }
    guard let author = post.author, author == earlier.author else { return false }
    return apart <= UInt64(days) * 86_400_000
  }
}
