// Reads posts to cluster from NDJSON, line by line, with a reason for every refusal.

import Discussion
import Records
import Topics

/// The posts of an NDJSON file.
struct TopicPostReader {
  /// The file; `-` is standard input.
  let path: String
  /// The posts that could be used, in the order of the file.
  private(set) var posts: [TopicPost] = []
  /// Lines that could not be used, or not wholly.
  private(set) var refused = 0

  private var lineOfPost: [PostID: Int] = [:]

  init(path: String) { self.path = path }

  /// Reads the file.
  mutating func read(report: (String) -> Void) throws {
    try JSONLines.forEach(of: path) { result, line in
      do {
        let value = try result.get()
        let post = try post(value, line: line)
        if let date = value["created_at"]?.text, !date.isEmpty, post.createdAt == nil {
          refuse(line, "created_at \"\(date)\" is no time with a zone; the post is used without one", report)
        }
        posts.append(post)
      } catch let error as JSONError {
        refuse(line, "no JSON: \(error.reason.rawValue) at byte \(error.byte)", report)
      } catch {
        refuse(line, "\(error)", report)
      }
    }
  }

  private mutating func refuse(_ line: Int, _ reason: String, _ report: (String) -> Void) {
    refused += 1
    report("\(path):\(line): \(reason)")
  }

  private mutating func post(_ value: JSONValue, line: Int) throws(PostError) -> TopicPost {
    guard value.kind == .object else { throw .notAnObject }
    guard let id = value["id"]?.text, !id.isEmpty else { throw .missing("id") }
    guard let body = value["body"]?.string ?? value["text"]?.string else { throw .missing("body or text") }
    if let first = lineOfPost[PostID(id)] { throw .repeated(id, line: first) }
    lineOfPost[PostID(id)] = line
    return TopicPost(
      id: PostID(id), title: value["title"]?.string, body: body,
      createdAt: (value["created_at"]?.string).flatMap { Timestamp(iso8601: $0) },
      thread: (value["thread"]?.text).map { ThreadID($0) },
      author: (value["author"]?.text).map { MemberID($0) })
  }
}

/// Why a line holds no post that can be used.
private enum PostError: Error, CustomStringConvertible {
  case notAnObject
  case missing(String)
  case repeated(String, line: Int)

  var description: String {
    switch self {
    case .notAnObject: "the line holds no JSON object"
    case .missing(let field): "the post has no \(field)"
    case .repeated(let id, let line): "post \(id) was already on line \(line); this line is not used"
    }
  }
}
