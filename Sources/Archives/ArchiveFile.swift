// Opens a file, archive or not, and hands out its entries as streams, those of nested containers too.
import Crypto
import Discussion

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file whose entries can be read: a zip, 7z, tar or compressed file, with containers within each other, or a plain
/// file, which is its own single entry. What a container is, its bytes decide. Entries are read in memory; nothing
/// is ever extracted.
///
///     let file = try ArchiveFile(path: "inbox/export.zip")
///     let warnings = try file.forEachEntry { entry in print(entry.name, try entry.peek(4)) }
///     try file.checkUnchanged()
public final class ArchiveFile: EntrySource {
  /// The path it was opened by.
  public let path: String
  /// Bytes on disk.
  public let size: Int
  private let limits: ArchiveLimits
  private let descriptor: Int32
  /// What it was when it was opened.
  let stamp: FileStamp
  private let memory: [UInt8]?
  private var digest: String?

  /// Opens a file. Links, pipes, devices and folders are refused, and files over the limit.
  public convenience init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    try self.init(systemPath: FolderContents.systemPath([], in: path), limits: limits)
  }

  /// Opens a file by the bytes of its path, ended by a zero.
  init(systemPath: [CChar], limits: ArchiveLimits) throws(ArchiveError) {
    // A pipe must not be waited for, and a link must not be followed.
    let descriptor = open(systemPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ArchiveError(reason: .notRegular, message: "is geen gewoon bestand")
    }
    guard status.st_size <= limits.fileBytes else {
      close(descriptor)
      throw ArchiveError(reason: .bytes, message: "is groter dan \(limits.fileBytes) bytes")
    }
    path = ContainerReader.readable(systemPath.dropLast().map { UInt8(bitPattern: $0) })
    self.limits = limits
    self.descriptor = descriptor
    stamp = FileStamp(status)
    size = Int(status.st_size)
    memory = nil
  }

  /// Opens bytes in memory as if they were a file.
  public init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    guard bytes.count <= limits.fileBytes else {
      throw ArchiveError(reason: .bytes, message: "is groter dan \(limits.fileBytes) bytes")
    }
    path = ""
    self.limits = limits
    descriptor = -1
    stamp = FileStamp(stat())
    size = bytes.count
    memory = bytes
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The SHA-256 of the file's bytes, in hexadecimal; read once and remembered.
  public func sha256() throws -> String {
    if let digest { return digest }
    var hash = SHA256()
    let input = makeInput()
    while true {
      let block = try input.read()
      if block.isEmpty { break }
      hash.update(bufferPointer: block)
    }
    let text = Hexadecimal.text(hash.finalize())
    digest = text
    return text
  }

  /// Refuses a file that changed since it was opened: what was read of it may be neither the old nor the new one.
  public func checkUnchanged() throws(ArchiveError) {
    guard descriptor >= 0 else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileStamp(status) == stamp else {
      throw ArchiveError(reason: .unstable, message: "veranderde terwijl het gelezen werd")
    }
  }

  /// Hands out the entries in the archive's order. Can be called again, also within the closure.
  ///
  /// - Parameter body: is given each entry that is a regular file and no container itself.
  /// - Returns: what was odd.
  /// - Throws: ``ArchiveError`` when the file is refused, or what the closure throws.
  @discardableResult
  public func forEachEntry(_ body: (ArchiveEntry) throws -> Void) throws -> [ArchiveWarning] {
    var walk = ArchiveWalk(budget: UnpackingBudget(limits: limits, fileSize: size))
    if size == 0 {
      walk.warnings.append(ArchiveWarning(code: .emptyFile, entry: ""))
      return walk.warnings
    }
    try enter(&walk, as: "", body)
    return walk.warnings
  }

  /// Hands out the entries as part of a walk.
  ///
  /// - Parameter path: what the file is called in the walk; empty for one that is walked alone.
  func enter(_ walk: inout ArchiveWalk, as path: String, _ body: (ArchiveEntry) throws -> Void) throws {
    if !path.isEmpty { try walk.count(path) }
    let input = makeInput()
    let head = try head(of: input)
    let kind = ContainerKind(head: head[...])
    let document = kind == .zip ? try ZipDirectory.read(input)?.document : nil
    if let kind, document == nil {
      return try walk.open(input, kind: kind, path: path, depth: 1, body)
    }
    let parts = document.map { kind in
      DocumentParts(kind: kind, input: makeInput(), path: path, budget: walk.budget)
    }
    try walk.plain(input, path: path, parts, body)
  }

  private func makeInput() -> ContainerInput {
    if let memory { return MemoryInput(memory) }
    return FileInput(descriptor: descriptor, size: size)
  }

  private func head(of input: ContainerInput) throws -> [UInt8] {
    var head: [UInt8] = []
    while head.count < ContainerKind.headLength {
      let block = try input.read()
      if block.isEmpty { break }
      head.append(contentsOf: block.prefix(ContainerKind.headLength))
    }
    _ = input.seek(to: 0)
    return head
  }

  private static func error(code: Int32) -> ArchiveError {
    switch code {
    case ELOOP: ArchiveError(reason: .notRegular, message: "is een verwijzing naar een ander bestand")
    case ENXIO, ENODEV: ArchiveError(reason: .notRegular, message: "is geen gewoon bestand")
    case EACCES, EPERM: ArchiveError(reason: .permission, message: "mag niet gelezen worden")
    default:
      ArchiveError(reason: .io, message: "kon niet geopend worden: \(String(cString: strerror(code)))")
    }
  }
}
