// A post as the topic model reads it.

import Discussion
import Language

/// A post to cluster. Every post given is clustered: select the asking ones first where only those count.
public struct TopicPost: Hashable, Sendable {
  /// The identity, the same every night.
  public var id: PostID
  /// Its title, where it has one.
  public var title: String?
  /// Its text without markup, NFC.
  public var body: String
  /// When it was posted; nil where that is not known.
  public var createdAt: Timestamp?
  /// The conversation it belongs to.
  public var thread: ThreadID?
  /// Who wrote it, under a pseudonym.
  public var author: MemberID?
  /// The sentences in which it asks something: candidates for its topic's title. Nil lets the model look for them.
  public var askingSentences: [Question]?

  /// A post from its parts.
  public init(
    id: PostID, title: String? = nil, body: String, createdAt: Timestamp? = nil, thread: ThreadID? = nil,
    author: MemberID? = nil, askingSentences: [Question]? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.createdAt = createdAt
    self.thread = thread
    self.author = author
    self.askingSentences = askingSentences
  }

  /// The sentences in which it asks something: those given, or those that a detector finds, in its order.
  func questions(by detector: QuestionDetector) -> [Question] {
    if let askingSentences { return askingSentences }
    return detector.verdict(title: title, body: body).sentences.map {
      Question(post: id, range: $0.range, text: $0.text)
    }
  }

  /// Title and body: what it is compared by.
  public var text: String { title.map { $0 + "\n" + body } ?? body }

  /// Posts in an order of their own, so that the order in which they are given does not matter: by time (undated ones
  /// last), then by identity. Of several with one identity the first by title and body stays.
  static func inFixedOrder(_ posts: [TopicPost]) -> [TopicPost] {
    let sorted = posts.sorted { left, right in
      let times = (left.createdAt?.milliseconds ?? .max, right.createdAt?.milliseconds ?? .max)
      if times.0 != times.1 { return times.0 < times.1 }
      if left.id != right.id { return left.id < right.id }
      return (left.title ?? "", left.body) < (right.title ?? "", right.body)
    }
    var seen = Set<PostID>()
    return sorted.filter { seen.insert($0.id).inserted }
  }
}
