// A stored post beside the one that is read, and what is to change.
import Discussion

/// The states of a stored post: `missing` is withdrawn because a complete export no longer has it.
enum StoredState: String {
  case live
  case withdrawn
  case missing

  /// The state as the rest of the program sees it.
  var postState: PostState { self == .live ? .live : .withdrawn }
}

/// Which of two texts is newer.
enum Order {
  case newer
  case older
  case undecided

  /// Whether the post that is read is newer than the stored one, by what the source says about edits.
  init(_ post: Post, _ stored: StoredPost) {
    if post.editedAt == nil, stored.editedAt == nil {
      self = .undecided
      return
    }
    let mine = (post.editedAt ?? post.createdAt).milliseconds
    let other = stored.editedAt ?? stored.createdAt
    self = mine == other ? .undecided : mine > other ? .newer : .older
  }
}

/// The stored post, without its text.
struct StoredPost {
  static let titleColumn: Int32 = 6
  static let bodyColumn: Int32 = 7

  let number: Int64
  let createdAt: Int64
  let editedAt: Int64?
  let state: StoredState
  let entry: Int64
  /// The newest entry that it was seen in.
  let lastEntry: Int64
  let hasNoText: Bool
  let thread: String
  let parent: String?
  let kind: String
  let author: String?
  let channel: String?
  let stateEntry: Int64?
  /// A keyed hash of the text that was written, where another stands in its place.
  let textTag: String?
  /// Whether nothing but its place in its conversation says of which kind it is.
  let isOpeningAssumed: Bool
  /// How the record was read by which it is known; nil where it is known by none.
  let recordReading: UInt16?

  /// Whether it says something that a post that is read does not say.
  func knowsMore(than post: Post) -> Bool {
    (author != nil && post.author == nil) || (channel != nil && post.channel == nil)
      || (parent != nil && post.parent == nil)
      || (editedAt ?? .min) > (post.editedAt?.milliseconds ?? .min)
  }

  /// Whether it is nothing but a mark that a post was taken away.
  var isBareMark: Bool { hasNoText && textTag == nil && state == .withdrawn }

  /// The row that a statement stands on; its columns are those of ``MergeSQL/find``.
  init(_ row: Statement) {
    number = row.integer(0)
    createdAt = row.integer(1)
    editedAt = row.optionalInteger(2)
    state = StoredState(rawValue: row.text(3)) ?? .live
    entry = row.integer(4)
    lastEntry = max(entry, row.integer(5))
    hasNoText = row.isNull(Self.titleColumn) && row.bytes(Self.bodyColumn).isEmpty
    thread = row.text(8)
    parent = row.optionalText(9)
    kind = row.text(10)
    author = row.optionalText(11)
    channel = row.optionalText(12)
    stateEntry = row.optionalInteger(13)
    textTag = row.optionalText(14)
    isOpeningAssumed = row.integer(15) != 0
    recordReading = row.optionalInteger(16).map { UInt16(truncatingIfNeeded: $0) }
  }
}

/// What is to change about a stored post.
struct MergedPost {
  /// What happens to the text.
  enum Text {
    /// Nothing: it is the same, or known as an older one.
    case none
    /// It is another; what happens is still to be decided.
    case other
    /// The stored text becomes a revision.
    case revise
    /// The stored text is empty: this one takes its place.
    case replace
    /// The stored text was misread: this one takes its place.
    case correct
    /// This text is older: it becomes a revision.
    case addOlder
  }

  /// The columns that are written anew.
  struct Fields: Equatable {
    var thread: String
    var parent: String?
    var kind: String
    var author: String?
    var channel: String?
    var createdAt: Int64
    var editedAt: Int64?
    var state: StoredState
    var stateEntry: Int64?
    var changedNight: Int?
    var isOpeningAssumed: Bool
  }

  let stored: StoredPost
  let post: Post
  var order: Order
  var text: Text
  var state: (to: StoredState, entry: Int64?)?
  /// The older text that is known to be the same as this one.
  var known: StoredRevision?
  /// Whether nothing but its place in its conversation says of which kind it is.
  var isOpeningAssumed = false
  /// Whether no file but the one that is read again knows the post.
  var isOnlyHere = false

  init(stored: StoredPost, post: Post, order: Order, text: Text) {
    self.stored = stored
    self.post = post
    self.order = order
    self.text = text
  }

  /// Whether the post stands as what was read says, text and state; the columns are compared by ``fields(night:textChanged:)``.
  var isAsStored: Bool {
    guard case .none = text, order != .older else { return false }
    return known == nil && state == nil && post.state == .live && stored.state == .live
      && !stored.isOpeningAssumed
  }

  /// Whether the post that is read is a bare mark that it was taken away, which says nothing else about it.
  var isBare: Bool { post.state == .withdrawn && post.title == nil && post.body.isEmpty }

  /// The columns to write; nil when nothing differs. An older text only fills what is not known; a newer one, or one
  /// that comes later where nothing orders them, says where the post stands now.
  func fields(night: CalendarDay, textChanged: Bool) -> Fields? {
    let before = Fields(
      thread: stored.thread, parent: stored.parent, kind: stored.kind, author: stored.author,
      channel: stored.channel, createdAt: stored.createdAt, editedAt: stored.editedAt, state: stored.state,
      stateEntry: stored.stateEntry, changedNight: nil, isOpeningAssumed: stored.isOpeningAssumed)
    var after = before
    let parent = post.parent == post.id ? nil : post.parent?.description
    if isBare || (order == .older && !stored.hasNoText) {
      after.parent = stored.parent ?? parent
      after.author = stored.author ?? post.author?.description
      after.channel = stored.channel ?? post.channel
      if !isBare, stored.isOpeningAssumed, !isOpeningAssumed {
        (after.kind, after.isOpeningAssumed) = (post.kind.rawValue, false)
      }
    } else {
      after.thread = post.thread.description
      after.parent = parent ?? (isOnlyHere ? nil : stored.parent)
      after.kind = post.kind.rawValue
      after.author = post.author?.description ?? (isOnlyHere ? nil : stored.author)
      after.channel = post.channel ?? (isOnlyHere ? nil : stored.channel)
      after.createdAt = post.createdAt.milliseconds
      after.isOpeningAssumed = isOpeningAssumed
    }
    if order != .older {
      let keepsTime = text != .revise && !isOnlyHere && known == nil
      after.editedAt = [post.editedAt?.milliseconds, keepsTime ? stored.editedAt : nil].compactMap(
        \.self
      ).max()
    }
    if let state { (after.state, after.stateEntry) = (state.to, state.entry) }
    if after == before && !textChanged { return nil }
    if textChanged || after.state != stored.state { after.changedNight = night.number }
    return after == before ? nil : after
  }
}
