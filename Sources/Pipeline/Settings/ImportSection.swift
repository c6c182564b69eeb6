// How the inbox is read, as the pipeline file says: how long files lie still, where they go, how much they may hold.
import Archives
import Configuration
import Foundation

extension PipelineFile {
  /// How the inbox is read.
  public struct ImportSection: Sendable, Hashable {
    /// A file that changed in the last so many seconds may still be on its way: the night waits that long at most, and
    /// leaves a file that changes on for the next night.
    public var settleSeconds: Int
    /// Where files go that were read; nil leaves the inbox as it is.
    public var moveTo: String?
    /// How much a file may hold.
    public var limits: ArchiveLimits
  }

  static func importing(_ node: SettingsNode?, inbox: String, in folder: URL) throws(ConfigurationError)
    -> ImportSection
  {
    var map = try node?.mapping()
    var section = ImportSection(
      settleSeconds: try map?.optional("settle_seconds")?.integer(in: 0...3600) ?? 10, moveTo: nil,
      limits: try limits(map?.optional("limits")))
    if let node = map?.optional("move_to") {
      let path = try absolute(node, in: folder)
      guard !(path + "/").hasPrefix(inbox.hasSuffix("/") ? inbox : inbox + "/") else {
        throw node.error("\"move_to\" ligt in de inbox zelf: kies een map daarbuiten")
      }
      section.moveTo = path
    }
    try map?.finish()
    return section
  }

  private static func limits(_ node: SettingsNode?) throws(ConfigurationError) -> ArchiveLimits {
    var limits = ArchiveLimits()
    var map = try node?.mapping()
    let megabyte = 1 << 20
    if let value = try map?.optional("file_mb")?.integer(in: 1...1_048_576) {
      limits.fileBytes = value * megabyte
    }
    if let value = try map?.optional("unpacked_mb")?.integer(in: 1...1_048_576) {
      limits.unpackedBytes = value * megabyte
    }
    if let value = try map?.optional("document_mb")?.integer(in: 1...4096) {
      limits.documentBytes = value * megabyte
    }
    if let value = try map?.optional("ratio")?.integer(in: 2...100_000) { limits.ratio = value }
    if let value = try map?.optional("depth")?.integer(in: 1...16) { limits.depth = value }
    if let value = try map?.optional("entries")?.integer(in: 1...10_000_000) { limits.entries = value }
    try map?.finish()
    return limits
  }
}
