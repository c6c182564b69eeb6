// Where tests find the repository's files, and the data that may not be copied into it.
import Foundation

/// The folders that tests read from.
public enum Repository {
  /// The repository's folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder with shared data: `THEMARADAR_SHARED`, or `shared` beside the repository.
  public static let shared =
    ProcessInfo.processInfo.environment["THEMARADAR_SHARED"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared")

  /// The path of something in the shared folder; nil when it is not there.
  public static func sharedPath(_ path: String) -> String? {
    let whole = shared.appending(path: path).path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: whole) ? whole : nil
  }
}
