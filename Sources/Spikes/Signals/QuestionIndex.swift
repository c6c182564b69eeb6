// The questions as signals look them up: by post and by topic.

import Discussion

/// Who asked what when, and on which topic.
public struct QuestionIndex: Sendable {
  /// A question's facts.
  struct Entry {
    var week: ISOWeek
    var asker: MemberID?
    var topic: TopicID?
  }

  private let entries: [PostID: Entry]
  private let postsOfTopic: [TopicID: [PostID]]
  private let hidden: Set<PostID>

  /// Takes in a platform's questions.
  /// - Parameters:
  ///   - questions: in any order; their series are topics.
  ///   - hidden: questions on topics that people keep out of sight: nothing is signalled that is mostly about them.
  public init(_ questions: [CountedQuestion], hidden: Set<PostID> = []) {
    var entries: [PostID: Entry] = [:]
    for question in questions {
      let topic = question.series.flatMap { TopicID($0) }
      entries[question.post] = Entry(week: question.week, asker: question.asker, topic: topic)
    }
    self.entries = entries
    self.hidden = hidden
    postsOfTopic = Dictionary(
      grouping: entries.filter { $0.value.topic != nil }.map(\.key).sorted(),
      by: { entries[$0]?.topic ?? TopicID(number: 0) })
  }

  subscript(post: PostID) -> Entry? { entries[post] }

  /// The questions on a topic in a window, by identity.
  func posts(of topic: TopicID, in weeks: ClosedRange<ISOWeek>) -> [PostID] {
    (postsOfTopic[topic] ?? []).filter { entries[$0].map { weeks.contains($0.week) } ?? false }
  }

  /// How many different people asked some questions; all whose asker is not known count as one.
  func askers(of posts: some Sequence<PostID>) -> Int { Set(posts.map { entries[$0]?.asker }).count }

  /// Whether half or more of some questions are out of sight.
  func isHidden(_ posts: [PostID]) -> Bool {
    posts.count(where: hidden.contains) * 2 >= posts.count && !posts.isEmpty
  }

  /// The topic that holds at least half of some questions; nil when none does. Of two halves the older topic.
  func topic(of posts: [PostID]) -> TopicID? {
    let topics = Dictionary(grouping: posts.compactMap { entries[$0]?.topic }) { $0 }.mapValues(\.count)
    let best = topics.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value * 2 >= posts.count ? $0.key : nil }
  }
}
