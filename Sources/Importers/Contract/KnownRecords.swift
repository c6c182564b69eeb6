// What did not change since an earlier export: known by its bytes, so that it is not read once more.
import Discussion

/// Whether a record need not be read.
public enum KnownRecord: Hashable, Sendable {
  /// It has to be read.
  case no
  /// It was in an earlier file, and its post is as that left it.
  case unchanged
  /// It was in this file before.
  case repeated
}

/// Knows the records of earlier files. A platform's next export holds mostly what the one before it held: reading that
/// takes most of the time of a night.
///
/// Only importers ask that make one post of a record, of nothing but its bytes and how the file is read.
public protocol KnownRecords: AnyObject {
  /// What makes the tags of records that are read alike; nil when records are not known.
  ///
  /// - Parameter reading: all that decides how their bytes are read.
  func tags(reading: [String]) -> (any RecordTags)?

  /// Takes a record that need not be read.
  func take(_ tag: RecordTag, at place: Provenance) throws -> KnownRecord
}

/// Makes the tags of records.
public protocol RecordTags {
  /// The tag of a record's bytes.
  func tag(_ bytes: UnsafeRawBufferPointer) -> RecordTag
}
