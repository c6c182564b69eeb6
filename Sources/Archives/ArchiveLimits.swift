// How much an archive may unpack to before it is refused.

/// The limits within which archives are opened. All bytes are counted over the whole tree of nested containers.
public struct ArchiveLimits: Hashable, Sendable {
  /// Most bytes of the file on disk.
  public var fileBytes: Int
  /// Most bytes after unpacking.
  public var unpackedBytes: Int
  /// Most bytes of an entry that has to be in memory as a whole (a document, a nested zip or 7z).
  public var documentBytes: Int
  /// Most unpacked bytes per byte of the file, once more than `ratioFreeBytes` are unpacked.
  public var ratio: Int
  /// Unpacked bytes that the ratio is not applied to.
  public var ratioFreeBytes: Int
  /// Most containers within each other; a compressed file counts as a container.
  public var depth: Int
  /// Most entries.
  public var entries: Int

  /// Limits from their parts; the defaults let every real export through that was seen.
  public init(
    fileBytes: Int = 1 << 30, unpackedBytes: Int = 4 << 30, documentBytes: Int = 256 << 20, ratio: Int = 200,
    ratioFreeBytes: Int = 10 << 20, depth: Int = 3, entries: Int = 50_000
  ) {
    self.fileBytes = fileBytes
    self.unpackedBytes = unpackedBytes
    self.documentBytes = documentBytes
    self.ratio = ratio
    self.ratioFreeBytes = ratioFreeBytes
    self.depth = depth
    self.entries = entries
  }
}
