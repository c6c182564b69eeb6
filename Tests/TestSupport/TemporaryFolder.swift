// A folder of its own for a test, removed when the test is done.
import Foundation

/// A folder that is removed with everything in it when the value is destroyed.
public final class TemporaryFolder: Sendable {
  /// Its path, without a closing slash.
  public let path: String

  /// An empty folder.
  public init() {
    let unique = "themaradar-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appending(path: unique).path(percentEncoded: false)
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file or folder in it.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders it lies in, and gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return path(name)
  }

  /// The text of a file in it.
  public func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
