// What came of one file: counts that add up, and how it ended.

/// How the reading of a file ended. The raw values are stable words in files.
public enum ImportOutcome: String, Hashable, Sendable, CaseIterable {
  /// All was read.
  case accepted
  /// Some entries were passed over because they are no regular files.
  case partial
  /// All was read but for some records.
  case recordsQuarantined = "records-quarantined"
  /// Nothing of it may be kept.
  case fileQuarantined = "file-quarantined"
  /// It is left for another night.
  case fileDeferred = "file-deferred"
  /// There was nothing to read in it.
  case ignored
}

/// What came of one file. `records` is the sum of posts, quarantined, skipped, events, deleted, duplicates and members.
public struct ImportSummary: Hashable, Sendable {
  /// The file, relative to the inbox or folder named.
  public var file: String
  /// The formats its entries are in, sorted, joined by `+`; nil when none was recognised.
  public var format: String?
  /// How it ended.
  public var outcome = ImportOutcome.accepted
  /// The reason code of a refusal, or the commonest one of quarantined records and warnings.
  public var reason: String?
  /// What is wrong, in a sentence for a monitor.
  public var message: String?
  /// SHA-256 of its bytes, in hexadecimal; nil when it could not be read.
  public var sha256: String?
  /// Records read.
  public var records = 0
  /// Posts handed out.
  public var posts = 0
  /// Posts that the store already had; the store fills this in.
  public var unchanged = 0
  /// Records that could not be read.
  public var quarantined = 0
  /// Records left out on purpose: those a mapping skips, drafts.
  public var skipped = 0
  /// System messages, not written by people.
  public var events = 0
  /// Posts that their source marks as deleted; handed out as withdrawn.
  public var deleted = 0
  /// Records whose id repeats an earlier record of the file.
  public var duplicates = 0
  /// Quarantined records whose date is missing or impossible.
  public var undated = 0
  /// Members handed out.
  public var members = 0
  /// Codes of what was odd, with the entry, in the order found.
  public var warnings: [ImportWarning] = []

  /// The summary of a file of which nothing has been read yet.
  public init(file: String) { self.file = file }

  /// Whether what was read may be kept; if not, the store rolls back.
  public var isKept: Bool { outcome != .fileQuarantined && outcome != .fileDeferred }
}

/// Something odd about a file that was read all the same.
public struct ImportWarning: Hashable, Sendable {
  /// A stable code.
  public var code: String
  /// The entry; empty for the file itself. The first of them where there are more.
  public var entry: String
  /// How many entries it is said of.
  public var count: Int

  /// A warning from its parts.
  public init(code: String, entry: String, count: Int = 1) {
    self.code = code
    self.entry = entry
    self.count = count
  }
}
