// Where a record came from: archive, entry, record, so that every number can be traced to its source.

/// The exact place of a record in what was imported.
public struct Provenance: Hashable, Sendable {
  /// The file, relative to the inbox or folder named.
  public var file: String
  /// The entry inside the archive; entries of archives within archives are joined by `!/`. Empty for a plain file.
  public var entry: String
  /// Number of the record within the entry, from 1.
  public var record: Int
  /// Line on which the record starts, from 1; nil where lines mean nothing.
  public var line: Int?
  /// Byte offset of the record within the entry; nil where it is not known.
  public var byte: Int?

  /// A place from its parts.
  public init(file: String, entry: String, record: Int, line: Int? = nil, byte: Int? = nil) {
    self.file = file
    self.entry = entry
    self.record = record
    self.line = line
    self.byte = byte
  }
}
