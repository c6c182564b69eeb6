// What the questions give reason to change about topics, for the monitors.
import Discussion
import Moderation

/// The proposals of a night.
public struct ProposalReport: Hashable, Sendable {
  /// All proposals, the strongest first.
  public var rows: [ProposalRow]
  /// A topic's part of fewer questions is not proposed as a topic.
  public var leastQuestions: Int

  /// Proposals from their parts.
  public init(rows: [ProposalRow] = [], leastQuestions: Int = 5) {
    self.rows = rows
    self.leastQuestions = leastQuestions
  }
}

/// One proposal, with what speaks for it.
public struct ProposalRow: Hashable, Sendable {
  /// What is proposed.
  public enum Change: Hashable, Sendable {
    /// The first topic goes on as part of the second.
    case merge(TopicID, into: TopicID)
    /// These posts leave the topic for a new one; the title is what it could be called, nil when nothing is known.
    case split(TopicID, posts: [PostID], title: String?)
    /// The topic gets another title; nil when people must think of one.
    case rename(TopicID, title: String?)
  }

  /// Why it is proposed.
  public enum Reason: Hashable, Sendable {
    /// How the questions of both topics or parts find each other.
    case contact(Contact)
    /// The title is loose words. Where the program knows a better one: where it has that from.
    case looseWords(source: TitleSource?)
    /// The words of a title that people gave are no longer used: shares of the questions before the last year and in it.
    case outworn(before: Share, lately: Share, source: TitleSource?)
  }

  /// How two groups of questions find each other.
  public struct Contact: Hashable, Sendable {
    /// Pairs of neighbours of which one lies in each group.
    public var pairs: Int
    /// As many there would be if both lay mixed.
    public var expectedPairs: Int
    /// The likeness of these pairs in hundredths of what it would be if both were one.
    public var percent: Int
    /// Of a split: the lowest of these that chance gave, in hundredths; nil where that is not known.
    public var chancePercent: Int?
    /// Questions and people of the topic or part that goes.
    public var going: Side
    /// Questions and people of the topic or part that stays.
    public var staying: Side

    /// Contact from its parts.
    public init(
      pairs: Int, expectedPairs: Int, percent: Int, chancePercent: Int? = nil, going: Side, staying: Side
    ) {
      self.pairs = pairs
      self.expectedPairs = expectedPairs
      self.percent = percent
      self.chancePercent = chancePercent
      self.going = going
      self.staying = staying
    }
  }

  /// The questions of a topic or part.
  public struct Side: Hashable, Sendable {
    /// How many.
    public var questions: Int
    /// Of how many different people.
    public var people: Int

    /// A side from its parts.
    public init(questions: Int, people: Int) {
      self.questions = questions
      self.people = people
    }
  }

  /// So many of so many questions.
  public struct Share: Hashable, Sendable {
    /// The part.
    public var part: Int
    /// The whole.
    public var whole: Int

    /// A share from its parts.
    public init(_ part: Int, of whole: Int) {
      self.part = part
      self.whole = whole
    }
  }

  /// Where a title comes from.
  public enum TitleSource: Hashable, Sendable {
    /// A theme of the catalogue that these questions name.
    case theme(Share)
    /// Words that so many different people use side by side.
    case phrase(people: Int)
  }

  /// A question that shows what is meant.
  public struct Example: Hashable, Sendable {
    /// The asking post.
    public var post: PostID
    /// Its asking sentence after redaction.
    public var text: RedactedText

    /// An example from its parts.
    public init(post: PostID, text: RedactedText) {
      self.post = post
      self.text = text
    }
  }

  /// What is proposed.
  public var change: Change
  /// Why.
  public var reason: Reason
  /// The words that set the topic apart, or those of the part that goes, most telling first.
  public var words: [String]
  /// Questions of what goes: the topic that ends, the part that leaves, or the topic that gets a title.
  public var examples: [Example]
  /// Questions of what stays: the topic that goes on, or the part that stays.
  public var others: [Example]
  /// Whether people pinned one of the topics.
  public var isPinned: Bool
  /// Whether the topics are kept from the core group.
  public var isMuted: Bool

  /// A proposal from its parts.
  public init(
    change: Change, reason: Reason, words: [String] = [], examples: [Example] = [], others: [Example] = [],
    isPinned: Bool = false, isMuted: Bool = false
  ) {
    self.change = change
    self.reason = reason
    self.words = words
    self.examples = examples
    self.others = others
    self.isPinned = isPinned
    self.isMuted = isMuted
  }

  /// The topic that changes.
  public var topic: TopicID {
    switch change {
    case .merge(let topic, into: _), .split(let topic, posts: _, title: _), .rename(let topic, title: _):
      topic
    }
  }

  /// The topic that goes on, of a merge.
  public var heir: TopicID? { if case .merge(_, let heir) = change { heir } else { nil } }
}
