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
public final class ArchiveFile {
  /// The path it was opened by.
  public let path: String
  /// Bytes on disk.
  public let size: Int
  private let limits: ArchiveLimits
  private let descriptor: Int32
  private let opened: stat
  private let memory: [UInt8]?
  private var digest: String?

  /// Opens a file. Links, pipes, devices and folders are refused, and files over the limit.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    // A pipe must not be waited for, and a link must not be followed.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
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
    self.path = path
    self.limits = limits
    self.descriptor = descriptor
    opened = status
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
    opened = stat()
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
    guard fstat(descriptor, &status) == 0, status.st_size == opened.st_size,
      Self.modified(status) == Self.modified(opened)
    else { throw ArchiveError(reason: .unstable, message: "veranderde terwijl het gelezen werd") }
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
    let input = makeInput()
    let head = try head(of: input)
    let kind = ContainerKind(head: head[...])
    let document = kind == .zip ? try ZipDirectory.read(input)?.document : nil
    if let kind, document == nil {
      try walk.open(input, kind: kind, path: "", depth: 1, body)
    } else {
      let parts = document.map { kind in
        DocumentParts(kind: kind, input: makeInput(), path: "", budget: walk.budget)
      }
      try body(
        ArchiveEntry(name: "", number: 1, documentLimit: limits.documentBytes, parts: parts) {
          () throws(ArchiveError) in
          do {
            let block = try input.read()
            return block.isEmpty ? nil : block
          } catch let error as ArchiveError { throw error } catch {
            throw ArchiveError(reason: .io, message: "kon niet gelezen worden")
          }
        })
    }
    return walk.warnings
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

  private static func modified(_ status: stat) -> [Int] {
    #if canImport(Glibc)
      [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    #else
      [Int(status.st_mtimespec.tv_sec), Int(status.st_mtimespec.tv_nsec)]
    #endif
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
