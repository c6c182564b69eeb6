// What importers yield: posts, members, and records that could not be read.
import Discussion

/// How a post got its identity.
public enum IdentityKind: String, Hashable, Sendable {
  /// The source's own id.
  case native
  /// The Message-ID of a mail.
  case messageID = "message-id"
  /// A hash over author, time and text, because the source gives no usable id.
  case derived
  /// The minute, the text and which of the same in that minute it is, for chats whose source numbers nothing: two phones
  /// give the same identity, though each has its own names for people.
  case aligned
}

/// Something about a post that was assumed or repaired. The raw values are stable codes.
public enum ImportFlag: String, Hashable, Comparable, Sendable, CaseIterable {
  /// The time named no zone; the configured one was assumed.
  case zoneAssumed = "zone-assumed"
  /// The clock showed the time twice; the first was taken.
  case timeRepeated = "time-repeated"
  /// There was a day without a time; midnight was taken.
  case timeMissing = "time-missing"
  /// The character set was not named and was guessed.
  case encodingGuessed = "encoding-guessed"
  /// Characters that could not be read were replaced by U+FFFD.
  case charactersReplaced = "characters-replaced"
  /// Another post in the file has the same id with another text.
  case idConflict = "id-conflict"
  /// Day and month could not be told apart; the configured order was taken.
  case dateOrderAssumed = "date-order-assumed"
  /// Text that was written in UTF-8 and read in Latin-1 on the way was put right.
  case charactersRepaired = "characters-repaired"

  /// That it opens its conversation is not said by the source: it is the first of it in this export. An export that
  /// reaches further back may know an earlier one.
  case openingAssumed = "opening-assumed"

  /// The order in which they are sorted.
  public static func < (left: ImportFlag, right: ImportFlag) -> Bool { left.rawValue < right.rawValue }
}

/// A post as its source gives it: ids are the source's own, the author is not yet a pseudonym.
public struct ImportedPost: Hashable, Sendable {
  /// The name of the community source.
  public var source: String
  /// The source's own id, or a derived one.
  public var id: String
  /// How it got that id.
  public var identity: IdentityKind
  /// The source's own id of the conversation.
  public var thread: String
  /// The source's own id of the post it answers; nil when the source does not say.
  public var parent: String?
  /// What it is within its conversation.
  public var kind: PostKind
  /// What tells this author from others within the source. Never to be stored as it is: only as a pseudonym.
  public var author: String?
  /// The author's display name; kept only where the pipeline file says so.
  public var authorName: String?
  /// The group or channel.
  public var channel: String?
  /// When it was posted.
  public var createdAt: Timestamp
  /// When its text last changed.
  public var editedAt: Timestamp?
  /// Its title.
  public var title: String?
  /// Its text without markup, NFC, lines ended by LF: what its author wrote in this post, without ``quoted`` and
  /// ``signature``.
  public var body: String
  /// Earlier posts that it quotes, with the lines that announce them; nil where it quotes none.
  public var quoted: String?
  /// The signature below it; nil where it has none.
  public var signature: String?
  /// All of it in the order in which it was written; nil where that is just the body. Identities are made of this, so
  /// that they stay what they are when quotes are found better.
  public var asWritten: String?
  /// How many files hang on it. They are counted, never fetched.
  public var attachments = 0
  /// Whether it still stands.
  public var state: PostState
  /// What was assumed or repaired, sorted.
  public var flags: [ImportFlag]
  /// Where it came from.
  public var provenance: Provenance
  /// By what its record is known in a next export; nil where more than the record's bytes decides what is read from it.
  public var record: RecordTag?

  /// All of its text in the order in which it was written.
  public var wholeText: String { asWritten ?? body }

  /// A post from its parts.
  public init(
    source: String, id: String, identity: IdentityKind = .native, thread: String, parent: String? = nil,
    kind: PostKind, author: String? = nil, authorName: String? = nil, channel: String? = nil,
    createdAt: Timestamp, editedAt: Timestamp? = nil, title: String? = nil, body: String,
    state: PostState = .live, flags: [ImportFlag] = [], provenance: Provenance
  ) {
    self.source = source
    self.id = id
    self.identity = identity
    self.thread = thread
    self.parent = parent
    self.kind = kind
    self.author = author
    self.authorName = authorName
    self.channel = channel
    self.createdAt = createdAt
    self.editedAt = editedAt
    self.title = title
    self.body = body
    self.state = state
    self.flags = flags
    self.provenance = provenance
  }
}

/// What a member list says of a member; joined to posts on the author.
public struct ImportedMember: Hashable, Sendable {
  /// The name of the community source.
  public var source: String
  /// The author key that the member's posts have.
  public var author: String
  /// The organisation they work for.
  public var organisation: String?
  /// The region they work in.
  public var region: String?
  /// Their role.
  public var role: String?
  /// Where it came from.
  public var provenance: Provenance
}

/// A record that could not be read, kept so that nothing is lost.
public struct QuarantinedRecord: Hashable, Sendable {
  /// A stable reason code.
  public var reason: String
  /// What is wrong, in a sentence for a monitor.
  public var message: String
  /// The record's first bytes, at most 4,096.
  public var raw: [UInt8]
  /// Where it stands.
  public var provenance: Provenance
}

/// One thing that an importer yields.
public enum ImportItem: Hashable, Sendable {
  /// A post, live or withdrawn.
  case post(ImportedPost)
  /// Another state of a post that the same file already gave: the newer one of both counts.
  case revision(ImportedPost)
  /// A member.
  case member(ImportedMember)
  /// A record that could not be read.
  case quarantined(QuarantinedRecord)
}
