// What entries are read from: a file, or a folder that is one export.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something whose entries are read as those of one export.
public protocol EntrySource: AnyObject {
  /// The path it was opened by.
  var path: String { get }
  /// Bytes on disk.
  var size: Int { get }

  /// A SHA-256 over all of its content, in hexadecimal; read once and remembered.
  func sha256() throws -> String

  /// Refuses what changed since it was opened.
  func checkUnchanged() throws(ArchiveError)

  /// Hands out the entries, in an order that is always the same. Can be called again, also within the closure.
  ///
  /// - Returns: what was odd.
  @discardableResult
  func forEachEntry(_ body: (ArchiveEntry) throws -> Void) throws -> [ArchiveWarning]
}

/// Opens what lies at a path.
public enum ExportPath {
  /// The file at a path, or all of the folder there as one export. Links are not followed.
  public static func open(
    _ path: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) -> any EntrySource {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return ArchiveFolder(path: path, limits: limits)
    }
    return try ArchiveFile(path: path, limits: limits)
  }
}
