// What the store is told about a file that is read, and about records in it that cannot be stored.
import Discussion

/// A file whose contents are to be stored. What is in it is known by its hash. Its name matters only beside a like one:
/// a date or number in both says which export is the later.
public struct ImportFile: Hashable, Sendable {
  /// Where it lies, relative to the inbox or folder named.
  public var path: String
  /// SHA-256 of the bytes that are really read, 64 hexadecimal digits.
  public var sha256: String
  /// Its size in bytes.
  public var bytes: Int
  /// Hash of the mapping and of every setting that decides how it is read; another one means: read it again.
  public var mappingHash: String
  /// Version of the readers; another one means: read it again.
  public var readerVersion: String
  /// When the platform made the export, where that is known. Decides which of two texts without edit times is newer, and
  /// whether a complete export is later than another; without it ``path`` and the posts may tell.
  public var exportedAt: Timestamp?
  /// Whether the export holds everything of its sources up to ``exportedAt``, or between the times given: what it
  /// no longer has was taken away on the platform.
  public var completeness: Completeness

  /// Whether a missing post means something.
  public enum Completeness: Hashable, Sendable {
    /// The file holds a part; nothing follows from what it does not have.
    case partial
    /// The file holds all posts of its sources between the first and the last that it has.
    case complete
    /// The file holds all posts of its sources between two instants.
    case completeBetween(Timestamp, Timestamp)
  }

  /// A file from its parts.
  public init(
    path: String, sha256: String, bytes: Int, mappingHash: String = "", readerVersion: String = "",
    exportedAt: Timestamp? = nil, completeness: Completeness = .partial
  ) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.mappingHash = mappingHash
    self.readerVersion = readerVersion
    self.exportedAt = exportedAt
    self.completeness = completeness
  }
}

/// Thrown while a file or an entry is read: nothing of it is stored but this.
public struct FileRefusal: Error, Hashable, Sendable {
  /// How the file ends.
  public enum Outcome: String, Hashable, Sendable {
    /// It should hold discussions and cannot be read.
    case refused
    /// It holds no discussion: an empty file, pictures.
    case ignored
    /// It is not ready yet, such as a file that is still growing: look again the next night.
    case deferred
  }
  /// How the file ends.
  public var outcome: Outcome
  /// A stable code, such as `archive-truncated`.
  public var reason: String
  /// What is wrong, in a sentence.
  public var message: String
  /// Where in the file, as far as known; record 0 when no record is meant.
  public var place: Provenance?

  /// A refusal from its parts.
  public init(
    outcome: Outcome = .refused, reason: String, message: String, place: Provenance? = nil
  ) {
    self.outcome = outcome
    self.reason = reason
    self.message = message
    self.place = place
  }
}

/// A record that could not be stored, with its reason: it never costs its neighbours.
public struct QuarantinedRecord: Hashable, Sendable {
  /// Where it stands; record 0 when it is a whole entry.
  public var place: Provenance
  /// A stable code, such as `date`.
  public var reason: String
  /// What is wrong, in a sentence.
  public var message: String
  /// The record's bytes; the store keeps the first ``longestRaw`` of them.
  public var raw: [UInt8]

  /// How many bytes of a record are kept.
  public static let longestRaw = 4096

  /// A record from its parts.
  public init(place: Provenance, reason: String, message: String, raw: [UInt8] = []) {
    self.place = place
    self.reason = reason
    self.message = message
    self.raw = raw
  }
}
