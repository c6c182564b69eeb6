// A folder of its own for a test, removed when the test is done.
import Foundation

/// A folder that is removed with everything in it when the value is destroyed.
final class TemporaryFolder: Sendable {
  /// Its path, without a closing slash.
  let path: String

  init() {
    let unique = "themaradar-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appending(path: unique).path(percentEncoded: false)
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
