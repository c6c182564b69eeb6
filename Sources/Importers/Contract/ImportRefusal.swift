// Why a whole file is refused.
import Archives

/// Why nothing of a file may be kept.
public struct ImportRefusal: Error, Hashable, Sendable {
  /// A stable reason code, such as `json-truncated`.
  public var reason: String
  /// What is wrong, in a sentence for a monitor.
  public var message: String
  /// The entry; empty for the file itself.
  public var entry: String

  /// A refusal from its parts.
  public init(reason: String, message: String, entry: String = "") {
    self.reason = reason
    self.message = message
    self.entry = entry
  }

  init(_ error: ArchiveError) {
    self.init(reason: error.reason.rawValue, message: error.message, entry: error.entry)
  }
}
