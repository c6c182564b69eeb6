// A post as the rest of the program sees it: identified, pseudonymous, plain text.

/// A post's identity in the store: stable over exports and nights, and the same wherever it is shown.
public struct PostID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The source's name and the source's own id, such as `jeugd:p01204`.
  public let description: String

  /// The identity with this text.
  public init(_ description: String) { self.description = description }

  /// The order in which they are sorted.
  public static func < (left: PostID, right: PostID) -> Bool { left.description < right.description }
}

/// A conversation's identity: a question or announcement with all its replies.
public struct ThreadID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The source's name and the source's own thread id.
  public let description: String

  /// The identity with this text.
  public init(_ description: String) { self.description = description }

  /// The order in which they are sorted.
  public static func < (left: ThreadID, right: ThreadID) -> Bool { left.description < right.description }
}

/// What a post is within its conversation.
public enum PostKind: String, Hashable, Sendable, CaseIterable {
  /// The first post of a conversation.
  case topic
  /// An answer to another post.
  case reply
  /// A remark below a post, where the platform keeps these apart.
  case comment
  /// A line in a chat, where conversations have no first post.
  case chat
}

/// Whether a post still stands on the platform.
public enum PostState: String, Hashable, Sendable {
  /// It stands.
  case live
  /// Its author or a monitor took it away, or a complete later export no longer has it.
  case withdrawn
}

/// One post of a discussion.
public struct Post: Hashable, Sendable {
  /// The identity in the store.
  public var id: PostID
  /// The configured name of the community source it came from.
  public var source: String
  /// The conversation it belongs to.
  public var thread: ThreadID
  /// The post it answers; nil for a first post, or when the source does not say.
  public var parent: PostID?
  /// What it is within its conversation.
  public var kind: PostKind
  /// Who wrote it, under a pseudonym; nil where the source does not say.
  public var author: MemberID?
  /// The group or channel it was posted in.
  public var channel: String?
  /// When it was posted.
  public var createdAt: Timestamp
  /// When its text last changed; nil when it never did, or the source does not say.
  public var editedAt: Timestamp?
  /// Its title, where the platform has titles.
  public var title: String?
  /// Its text without markup, NFC, lines ended by LF.
  public var body: String
  /// Whether it still stands.
  public var state: PostState

  /// A post from its parts.
  public init(
    id: PostID, source: String, thread: ThreadID, parent: PostID? = nil, kind: PostKind,
    author: MemberID? = nil, channel: String? = nil, createdAt: Timestamp, editedAt: Timestamp? = nil,
    title: String? = nil, body: String, state: PostState = .live
  ) {
    self.id = id
    self.source = source
    self.thread = thread
    self.parent = parent
    self.kind = kind
    self.author = author
    self.channel = channel
    self.createdAt = createdAt
    self.editedAt = editedAt
    self.title = title
    self.body = body
    self.state = state
  }

  /// Whether it opens its conversation.
  public var opensThread: Bool { kind == .topic }
}
