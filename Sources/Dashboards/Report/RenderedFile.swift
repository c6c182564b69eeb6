// A file of the dashboards: where it goes and what is in it.

/// A file to write.
public struct RenderedFile: Hashable, Sendable {
  /// Path relative to the dashboards' folder, parts separated by `/`, such as `kerngroep/index.html`.
  public var path: String
  /// The bytes to write.
  public var bytes: [UInt8]

  /// A file from its parts.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
