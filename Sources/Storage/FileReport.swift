// How a file ended on a night: what the import page and the exit status are made from.
import Discussion

/// What a night did with a file.
public struct FileReport: Hashable, Sendable {
  /// How the file ended.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Everything in it was stored or known.
    case accepted
    /// Read, with records or entries in quarantine.
    case quarantined
    /// Not opened: this content was read before, under the same mapping and by the same readers.
    case unchanged
    /// It should hold discussions and could not be read; nothing of it is stored.
    case refused
    /// It holds no discussion.
    case ignored
    /// It is not ready yet.
    case deferred
  }
  /// Where it lies, relative to the inbox or folder named.
  public var path: String
  /// SHA-256 of its bytes; nil when it was never read.
  public var sha256: String?
  /// Its size in bytes.
  public var bytes: Int
  /// How it ended.
  public var outcome: Outcome
  /// The night on which it was really read: that of the report, or an earlier one when it is unchanged.
  public var readOn: CalendarDay
  /// The format it was recognised as.
  public var format: String?
  /// A stable code when it was refused, ignored or deferred.
  public var reason: String?
  /// What is wrong, in a sentence, when it was refused, ignored or deferred.
  public var message: String?
  /// What became of its records; all zero when it is unchanged.
  public var counts: ImportCounts

  /// Whether the file was read to its end, this night or before.
  public var wasRead: Bool { [.accepted, .quarantined, .unchanged].contains(outcome) }

  /// A report from its parts.
  public init(
    path: String, sha256: String?, bytes: Int, outcome: Outcome, readOn: CalendarDay, format: String? = nil,
    reason: String? = nil, message: String? = nil, counts: ImportCounts = ImportCounts()
  ) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.outcome = outcome
    self.readOn = readOn
    self.format = format
    self.reason = reason
    self.message = message
    self.counts = counts
  }
}
