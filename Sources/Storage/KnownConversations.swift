// The first post that is known of each conversation, for files that do not say which post opens one.
import Discussion
import GRDB

/// The earliest stored post of every conversation. Read only when a file needs it: the store has no index on conversations.
struct KnownConversations {
  /// A post by its time, in milliseconds since 1970, and its identity.
  struct First {
    var createdAt: Int64
    var id: String
  }

  private var firsts: [String: First] = [:]

  /// The conversations of all stored posts.
  init(_ database: Database) throws {
    let rows = try Statement(database, "SELECT thread, created_at, id FROM post ORDER BY created_at, id")
    while try rows.step() {
      let thread = rows.text(0)
      if firsts[thread] == nil { firsts[thread] = First(createdAt: rows.integer(1), id: rows.text(2)) }
    }
  }

  /// The earliest post of a conversation.
  func first(of thread: String) -> First? { firsts[thread] }

  /// Takes a post that is stored.
  mutating func note(_ post: Post) {
    let mine = First(createdAt: post.createdAt.milliseconds, id: post.id.description)
    guard let known = firsts[post.thread.description] else {
      firsts[post.thread.description] = mine
      return
    }
    if (mine.createdAt, mine.id) < (known.createdAt, known.id) { firsts[post.thread.description] = mine }
  }
}
