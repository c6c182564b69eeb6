// Opens a folder as one export, and hands out its files as the same files in a zip are.
import Crypto
import Discussion

/// A folder whose files are read as the entries of one export: an unpacked archive. Containers among them are opened,
/// and the limits hold over all of it together.
///
///     let folder = ArchiveFolder(path: "inbox/slack-export")
///     try folder.forEachEntry { entry in print(entry.name) }   // algemeen/2025-03-01.json
public final class ArchiveFolder: EntrySource {
  /// The path it was opened by.
  public let path: String
  private let limits: ArchiveLimits
  private let contents: FolderContents
  private var digest: String?

  /// A folder as it is now.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) {
    self.path = path
    self.limits = limits
    contents = FolderContents(of: path)
  }

  /// Bytes of all files in it.
  public var size: Int { contents.size }

  /// The paths of its files below it, in the order of their bytes.
  public var names: [String] { contents.files.map(\.name) }

  /// When anything in it last changed, in nanoseconds since 1970: its files, their names and their dates.
  public var changed: Int64 { contents.changed }

  /// A SHA-256 over the paths of its files and the SHA-256 of each, in order: a line `hash  path` for every file, ended by
  /// a zero byte, as `sha256sum -z` writes them. Read once and remembered.
  public func sha256() throws -> String {
    if let digest { return digest }
    try check()
    var hash = SHA256()
    for file in contents.files {
      hash.update(data: Array(try open(file).sha256().utf8) + [0x20, 0x20] + file.bytes + [0])
    }
    let text = Hexadecimal.text(hash.finalize())
    digest = text
    return text
  }

  /// Refuses a folder of which any file changed, came or went since it was opened.
  public func checkUnchanged() throws(ArchiveError) {
    let now = FolderContents(of: path)
    guard now.files == contents.files, now.irregular == contents.irregular, now.failure == nil else {
      throw ArchiveError(reason: .unstable, message: "veranderde terwijl het gelezen werd")
    }
  }

  /// Hands out the files, and the entries of those that are containers, in the order of their paths.
  ///
  /// - Returns: what was odd.
  @discardableResult
  public func forEachEntry(_ body: (ArchiveEntry) throws -> Void) throws -> [ArchiveWarning] {
    try check()
    var walk = ArchiveWalk(budget: UnpackingBudget(limits: limits, fileSize: size))
    for name in contents.irregular {
      walk.warnings.append(ArchiveWarning(code: .unsafeEntryType, entry: name))
    }
    for file in contents.files { try open(file).enter(&walk, as: file.name, body) }
    if contents.files.isEmpty { walk.warnings.append(ArchiveWarning(code: .emptyFile, entry: "")) }
    return walk.warnings
  }

  /// Hands out the entries of one of its files: itself, or what is in it.
  public func forEachEntry(of name: String, _ body: (ArchiveEntry) throws -> Void) throws {
    guard let file = contents.files.first(where: { $0.name == name }) else { return }
    var walk = ArchiveWalk(budget: UnpackingBudget(limits: limits, fileSize: file.stamp.size))
    try open(file).enter(&walk, as: name, body)
  }

  /// Refuses a folder over the limits, or of which a part cannot be seen.
  private func check() throws(ArchiveError) {
    if let failure = contents.failure { throw failure }
    guard contents.files.count <= limits.entries else {
      throw ArchiveError(reason: .entries, message: "bevat meer dan \(limits.entries) bestanden")
    }
    guard size <= limits.unpackedBytes else {
      throw ArchiveError(reason: .bytes, message: "bevat meer dan \(limits.unpackedBytes) bytes")
    }
  }

  /// Opens a file, which has to be the one that was listed.
  private func open(_ file: FolderContents.File) throws(ArchiveError) -> ArchiveFile {
    var each = limits
    each.fileBytes = limits.unpackedBytes
    let opened: ArchiveFile
    do {
      opened = try ArchiveFile(systemPath: FolderContents.systemPath(file.bytes, in: path), limits: each)
    } catch {
      throw ArchiveError(reason: error.reason, entry: file.name, message: error.message)
    }
    guard opened.stamp == file.stamp else {
      throw ArchiveError(reason: .unstable, entry: file.name, message: "veranderde terwijl het gelezen werd")
    }
    return opened
  }
}
