// What a person asks to be decided about topics, before topics and posts are looked up, and why it cannot be done.
import Discussion

/// What a person asks, in their own words.
public enum CorrectionRequest: Hashable, Sendable {
  /// Give a topic another title.
  case rename(topic: String, title: String)
  /// Make topics part of another one.
  case merge(topics: [String], into: String)
  /// Make posts of a topic into a topic of their own.
  case split(topic: String, title: String, posts: [String])
  /// Put posts in a topic, in none, or in a new one with a title.
  case move(posts: [String], to: String)
  /// Let a topic keep what it has, or no longer.
  case pin(topic: String, isOn: Bool)
  /// Keep a topic from the core group, or no longer.
  case mute(topic: String, isOn: Bool)
  /// Leave a topic as it is in some respect: no more proposals about that.
  case keep(topic: String, Kept)
  /// Take back lines of the log, such as `4` or `4-7`.
  case withdraw(lines: String)

  /// In what respect a topic is left as it is.
  public enum Kept: Hashable, Sendable {
    /// Its questions belong together.
    case whole
    /// Its title.
    case title
    /// It stays apart from another topic.
    case apart(from: String)
  }
}

/// Why a request cannot be taken.
enum CorrectionRefusal: Error, Hashable, Sendable {
  /// There are no topics yet.
  case noTopics
  /// No topic has this number or title; the one that was probably meant.
  case unknownTopic(String, nearest: Topic?)
  /// More than one topic has this title.
  case ambiguousTitle(String, [TopicID])
  /// The topic is part of another one.
  case partOf(TopicID, heir: TopicID)
  /// A topic cannot be part of itself.
  case mergedIntoItself(TopicID)
  /// A pair of which both are the same topic.
  case sameTopic(TopicID)
  /// A title without a word.
  case emptyTitle
  /// A title of so many characters.
  case longTitle(Int)
  /// A title that reads as a number of a topic, or as "none".
  case reservedTitle(String)
  /// A title with personal data; the title without them.
  case personalTitle(redacted: String)
  /// Another topic has this title.
  case takenTitle(TopicID)
  /// No post has this identity.
  case unknownPost(String)
  /// More than one post has this number.
  case ambiguousPost(String, [PostID])
  /// No posts were named.
  case noPosts
  /// The post to split off is in another topic, or in none.
  case notInTopic(PostID, TopicID, actual: TopicID?)
  /// All posts of a topic were to be split off.
  case wholeTopic(TopicID)
  /// No post of the topic uses the word.
  case unusedWord(String, TopicID)
  /// The text names no lines of the log.
  case noLines(String)
  /// The log has no such line.
  case unknownLine(Int)
  /// The line was taken back before.
  case withdrawnLine(Int)
  /// The line made a topic that later lines need.
  case neededLine(Int, by: [Int])
  /// The word names no action; the one that was probably meant.
  case unknownAction(String, nearest: String?)
  /// The action needs a column that is empty.
  case emptyColumn(String)
  /// The row is no CSV.
  case unreadableRow
}

/// Something that a person should know of a request that was taken.
enum CorrectionRemark: Hashable, Sendable {
  /// A topic was made under this number.
  case made(TopicID, title: String)
  /// The new topic's title resembles that of another topic.
  case resembles(TopicID, title: String)
  /// The topic that goes on is kept from the core group.
  case hidden(TopicID)
  /// The post asks nothing, as far as the program sees: it counts in no topic.
  case asksNothing(PostID)
}
