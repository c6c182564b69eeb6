// Questions that nobody else answered for some working days.

import Discussion

/// A question without an answer.
public struct UnansweredQuestion: Hashable, Sendable {
  /// The asking post.
  public var post: PostID
  /// When it was asked.
  public var askedAt: Timestamp
  /// How many working days it has waited.
  public var workingDays: Int

  /// An unanswered question from its parts.
  public init(post: PostID, askedAt: Timestamp, workingDays: Int) {
    self.post = post
    self.askedAt = askedAt
    self.workingDays = workingDays
  }
}

/// Finds questions that wait for an answer by somebody else.
///
/// A reply by the asker is no answer, nor is a reply that only asks in return or only says to follow along. A question
/// asked inside another's conversation is answered by what replies to it; where the platform keeps no such relation,
/// by whatever somebody else wrote later in the conversation.
public struct UnansweredQuestions: Sendable {
  private let workingDays: WorkingDays
  private let patience: Int
  private let zone: LocalZone

  /// Finds questions that wait at least so many working days, counted in local days.
  public init(workingDays: WorkingDays, patience: Int = 3, zone: LocalZone) {
    self.workingDays = workingDays
    self.patience = patience
    self.zone = zone
  }

  /// The questions that wait, the oldest first.
  /// - Parameters:
  ///   - posts: all posts of the conversations, in any order; withdrawn ones and those after `asOf` count for nothing.
  ///   - questions: which of them ask the community something.
  ///   - announcements: which of them announce; a question in an announcement waits for nobody.
  ///   - asOf: the instant for which is judged.
  public func find(
    in posts: [Post], questions: Set<PostID>, announcements: Set<PostID> = [], asOf: Timestamp
  ) -> [UnansweredQuestion] {
    let live = posts.filter { $0.state == .live && $0.createdAt <= asOf }
    let nests = Self.nests(live)
    var conversations: [ThreadID: [Post]] = [:]
    for post in live { conversations[post.thread, default: []].append(post) }
    var waiting: [UnansweredQuestion] = []
    for post in live where questions.contains(post.id) && !announcements.contains(post.id) {
      let days = workingDays.count(after: zone.day(of: post.createdAt), through: zone.day(of: asOf))
      guard days >= patience else { continue }
      let others = conversations[post.thread] ?? []
      if !isAnswered(post, in: others, questions: questions, nests: nests) {
        waiting.append(UnansweredQuestion(post: post.id, askedAt: post.createdAt, workingDays: days))
      }
    }
    return waiting.sorted { ($0.askedAt, $0.post) < ($1.askedAt, $1.post) }
  }

  private func isAnswered(_ question: Post, in conversation: [Post], questions: Set<PostID>, nests: Bool)
    -> Bool
  {
    let parents = Dictionary(conversation.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    return conversation.contains { reply in
      guard reply.id != question.id, reply.createdAt >= question.createdAt else { return false }
      if let asker = question.author, reply.author == asker { return false }
      if questions.contains(reply.id) || FollowerReply.isOne(reply.body) { return false }
      let asked = Self.question(above: reply, parents, questions)
      if question.opensThread { return asked == nil || asked == question.id }
      return nests ? asked == question.id : true
    }
  }

  /// The nearest question that a reply stands under; nil when it stands under none.
  private static func question(above reply: Post, _ parents: [PostID: PostID?], _ questions: Set<PostID>)
    -> PostID?
  {
    var current = reply.parent
    for _ in 0..<100 {
      guard let id = current else { return nil }
      if questions.contains(id) { return id }
      current = parents[id] ?? nil
    }
    return nil
  }

  /// Whether the platform says which reply a reply answers: some reply answers something else than a first post.
  private static func nests(_ posts: [Post]) -> Bool {
    let openers = Set(posts.lazy.filter(\.opensThread).map(\.id))
    return posts.contains { post in post.parent.map { !openers.contains($0) } ?? false }
  }
}
