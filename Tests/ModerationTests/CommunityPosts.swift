// Posts for tests of the community list: small ones by hand, and the demo community with its labels.
import Discussion
import Foundation
import TestSupport

/// Makes posts.
enum CommunityPosts {
  /// Noon in UTC, so many days (and hours) after 1 June 2026, a Monday.
  static func time(_ day: Int, hour: Int = 12, minute: Int = 0) -> Timestamp {
    Timestamp(day: CalendarDay(number: 20_605 + day), hour: hour, minute: minute)
  }

  /// A post; it opens its conversation unless it answers something.
  static func post(
    _ id: String, by author: String?, day: Int, hour: Int = 12, minute: Int = 0, thread: String? = nil,
    parent: String? = nil, title: String? = nil, body: String = "Tekst", state: PostState = .live,
    source: String = "s", kind: PostKind? = nil, channel: String? = nil
  ) -> Post {
    Post(
      id: PostID(id), source: source, thread: ThreadID(thread ?? parent ?? id),
      parent: parent.map { PostID($0) }, kind: kind ?? (parent == nil ? .topic : .reply),
      author: author.map { MemberID($0) }, channel: channel,
      createdAt: time(day, hour: hour, minute: minute), title: title, body: body, state: state)
  }

  private struct Row: Decodable {
    var id: String
    var thread_id: String
    var parent_id: String?
    var channel: String?
    var title: String?
    var body: String
    var author_id: String
    var created_at: String
  }

  /// A label of a post of the demo community.
  struct Label: Decodable {
    var id: String
    var is_question: Bool
    var question_text: String?
    var signals: [String]
  }

  /// The demo community.
  static func demo() throws -> (posts: [Post], labels: [Label]) {
    func rows<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> [Value] {
      let path = Repository.root.appending(path: "fixtures/community/\(name).ndjson")
      return try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
        .map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
    let posts = try rows("posts", Row.self).compactMap { row in
      Timestamp(iso8601: row.created_at).map { time in
        Post(
          id: PostID(row.id), source: "jeugd", thread: ThreadID(row.thread_id),
          parent: row.parent_id.map { PostID($0) }, kind: row.parent_id == nil ? .topic : .reply,
          author: MemberID(row.author_id), channel: row.channel, createdAt: time, title: row.title,
          body: row.body)
      }
    }
    return (posts, try rows("labels", Label.self))
  }
}
