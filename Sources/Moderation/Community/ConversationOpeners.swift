// Which post opens each conversation, also where the source gives conversations numbers of their own.
import Discussion

enum ConversationOpeners {
  /// The posts that open a conversation: those that the source names as such; in a conversation without one the earliest
  /// post, unless that answers something, is a remark below something else, or the conversation is a chat.
  static func of(_ posts: [Post]) -> Set<PostID> {
    var openers: Set<PostID> = []
    var named: Set<ThreadID> = []
    var earliest: [ThreadID: Post] = [:]
    for post in posts {
      if post.opensThread {
        openers.insert(post.id)
        named.insert(post.thread)
      } else if let first = earliest[post.thread] {
        if (post.createdAt, post.id) < (first.createdAt, first.id) { earliest[post.thread] = post }
      } else {
        earliest[post.thread] = post
      }
    }
    for post in earliest.values
    where !named.contains(post.thread) && post.kind == .reply && post.parent == nil {
      openers.insert(post.id)
    }
    return openers
  }
}
