// The posts that corrections can name, by their whole identity or by the number that the platform gave them.
import Discussion

/// Looks posts up.
struct PostDirectory {
  private let ids: Set<PostID>
  private let byNative: [Substring: [PostID]]

  /// The posts with these identities.
  init(_ posts: [PostID]) {
    ids = Set(posts)
    var byNative: [Substring: [PostID]] = [:]
    for post in posts {
      guard let colon = post.description.firstIndex(of: ":") else { continue }
      byNative[post.description[colon...].dropFirst(), default: []].append(post)
    }
    self.byNative = byNative
  }

  /// The post that a text names. Without the name of its source a post is found when no other has that number.
  func post(_ text: String) throws(CorrectionRefusal) -> PostID {
    if ids.contains(PostID(text)) { return PostID(text) }
    let found = byNative[text[...]] ?? []
    guard let first = found.first else { throw .unknownPost(text) }
    guard found.count == 1 else { throw .ambiguousPost(text, found.sorted()) }
    return first
  }

  /// The posts that the texts name. A text that is no post itself may name several, with blanks, commas or bars
  /// between them.
  func posts(_ texts: [String]) throws(CorrectionRefusal) -> [PostID] {
    var posts: [PostID] = []
    for text in texts where !text.isEmpty {
      if let post = try? post(text) {
        posts.append(post)
        continue
      }
      let parts = text.split { $0 == " " || $0 == "|" || $0 == "," || $0 == ";" || $0 == "\n" }
      for part in parts { posts.append(try post(String(part))) }
    }
    var seen = Set<PostID>()
    posts = posts.filter { seen.insert($0).inserted }
    guard !posts.isEmpty else { throw .noPosts }
    return posts
  }
}
