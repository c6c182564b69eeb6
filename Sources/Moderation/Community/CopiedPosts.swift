// Posts that are a copy of an earlier one: placed again by the same person, or imported again under another id.
import Discussion

/// Finds the posts that say again what a post before them says, so that one question counts once.
///
/// A post is a copy when the same person placed nearly the same text within two weeks before it, which is also how a
/// conversation looks that came in again under other ids. Where the source names nobody, the same text in the same minute
/// is one post. What somebody asks again later is a question again, and what somebody else asks is theirs.
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
        // Copies of copies do not count on: what is placed every two weeks for a year is asked again at times.
        let earlier = places[..<position].last { originals[$0.id] == nil && isCopy(post, of: $0) }
        if let earlier { originals[post.id] = earlier.id }
      }
    }
    return originals
  }

  private static func isCopy(_ post: Post, of earlier: Post) -> Bool {
    let apart = (post.createdAt.milliseconds - earlier.createdAt.milliseconds).magnitude
    // Where the source names nobody, only one that came in twice has the very same minute. A day without a time is midnight
    // for everybody.
    guard let author = post.author, let other = earlier.author else {
      return apart < 60_000 && post.createdAt.milliseconds % 3_600_000 != 0
    }
    return author == other && apart <= UInt64(days) * 86_400_000
  }
}
