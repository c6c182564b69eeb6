// Why an archive was refused, and what was odd about one that was not.

/// Why a file could not be opened or read. The whole file is meant: what was read of it must not be kept.
public struct ArchiveError: Error, Hashable, Sendable {
  /// A reason. The raw values are stable codes that files and dashboards show.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// It ends before it is complete.
    case truncated = "archive-truncated"
    /// A checksum does not fit.
    case checksum = "archive-crc"
    /// It is damaged in another way.
    case corrupt = "archive-corrupt"
    /// It needs a password.
    case encrypted = "archive-encrypted"
    /// The file or what it unpacks to is too large.
    case bytes = "limit-bytes"
    /// It unpacks to too many bytes for its size.
    case ratio = "limit-ratio"
    /// Too many containers lie within each other.
    case depth = "limit-depth"
    /// It has too many entries.
    case entries = "limit-entries"
    /// Unpacking asks for too much memory.
    case memory = "limit-memory"
    /// It is a link, pipe, device or folder.
    case notRegular = "not-regular"
    /// It may not be read.
    case permission
    /// It changed while it was read.
    case unstable
    /// The system could not read it.
    case io = "read-error"
  }
  /// The reason.
  public var reason: Reason
  /// The entry in which it showed; empty for the file itself.
  public var entry: String
  /// A sentence for people.
  public var message: String

  /// An error from its parts.
  public init(reason: Reason, entry: String = "", message: String) {
    self.reason = reason
    self.entry = entry
    self.message = message
  }
}

/// Something about an archive that people should know, though it was read.
public struct ArchiveWarning: Hashable, Sendable {
  /// What was odd. The raw values are stable codes.
  public enum Code: String, Hashable, Sendable {
    /// A link, pipe or device among the entries: passed over.
    case unsafeEntryType = "unsafe-entry-type"
    /// Two entries have the same name; both are read.
    case duplicateEntryName = "duplicate-entry-name"
    /// Bytes follow the end of the compressed data.
    case trailingData = "trailing-data"
    /// It, or an entry, holds no bytes.
    case emptyFile = "empty-file"
  }
  /// What was odd.
  public var code: Code
  /// The entry; empty for the file itself.
  public var entry: String

  /// A warning from its parts.
  public init(code: Code, entry: String) {
    self.code = code
    self.entry = entry
  }
}
