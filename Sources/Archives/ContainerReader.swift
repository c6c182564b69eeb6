// Reads one container through libarchive, entry by entry, block by block, in memory only.
import CArchive

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A header of an entry.
struct ContainerHeader {
  var name: String
  var isFolder: Bool
  var isRegular: Bool
  var isEncrypted: Bool
}

/// One container that libarchive reads. Only the formats and filters of its kind are switched on: with all of them
/// on, libarchive takes cut text for an mtree archive.
final class ContainerReader {
  private let archive: OpaquePointer
  private let input: ContainerInput
  private let kind: ContainerKind
  private let path: String
  private var expectedOffset: Int64 = 0
  /// libarchive must not be asked about encryption when it did not open: it then jumps through a format it has not.
  private var isOpen = false

  /// Opens a container.
  static func open(_ input: ContainerInput, kind: ContainerKind, path: String) throws(ArchiveError)
    -> ContainerReader
  {
    guard let archive = archive_read_new() else {
      throw ArchiveError(reason: .memory, entry: path, message: "er is geen geheugen om het te openen")
    }
    let reader = ContainerReader(archive, input, kind: kind, path: path)
    guard archive_read_open1(archive) == ARCHIVE_OK else { throw reader.error() }
    reader.isOpen = true
    return reader
  }

  private init(_ archive: OpaquePointer, _ input: ContainerInput, kind: ContainerKind, path: String) {
    self.archive = archive
    self.input = input
    self.kind = kind
    self.path = path
    switch kind {
    case .zip: archive_read_support_format_zip(archive)
    case .sevenZip: archive_read_support_format_7zip(archive)
    case .tar: archive_read_support_format_tar(archive)
    case .gzip: archive_read_support_filter_gzip(archive)
    case .bzip2: archive_read_support_filter_bzip2(archive)
    case .xz: archive_read_support_filter_xz(archive)
    case .zstandard: archive_read_support_filter_zstd(archive)
    }
    if isCompression {
      archive_read_support_format_tar(archive)
      archive_read_support_format_empty(archive)
      archive_read_support_format_raw(archive)
    }
    let context = Unmanaged.passUnretained(input).toOpaque()
    archive_read_set_callback_data(archive, context)
    archive_read_set_read_callback(archive) { _, context, buffer in
      guard let context else { return -1 }
      let input = Unmanaged<ContainerInput>.fromOpaque(context).takeUnretainedValue()
      do {
        let block = try input.read()
        buffer?.pointee = block.baseAddress
        return block.count
      } catch {
        input.failure = error
        return -1
      }
    }
    if kind.needsSeeking {
      archive_read_set_seek_callback(archive) { _, context, offset, whence in
        guard let context else { return Int64(ARCHIVE_FATAL) }
        let input = Unmanaged<ContainerInput>.fromOpaque(context).takeUnretainedValue()
        let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? input.position : input.size ?? 0
        let target = base + Int(offset)
        return input.seek(to: target) ? Int64(target) : Int64(ARCHIVE_FATAL)
      }
    }
  }

  deinit { archive_read_free(archive) }

  private var isCompression: Bool { kind != .zip && kind != .sevenZip && kind != .tar }

  /// Whether the container is one compressed file, which has no name of its own.
  var isSingleFile: Bool { isCompression && archive_format(archive) == ARCHIVE_FORMAT_RAW }

  /// Compressions within each other that libarchive undid by itself.
  var filters: Int { max(1, Int(archive_filter_count(archive)) - 1) }

  /// The next entry; nil at the end.
  func next() throws(ArchiveError) -> ContainerHeader? {
    var entry: OpaquePointer?
    expectedOffset = 0
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw error() }
    let type = archive_entry_filetype(entry)
    return ContainerHeader(
      name: Self.name(of: entry), isFolder: type == mode_t(0o040000),
      isRegular: type == mode_t(0o100000) && archive_entry_hardlink(entry) == nil
        && archive_entry_symlink(entry) == nil,
      isEncrypted: archive_entry_is_encrypted(entry) == 1)
  }

  /// The entry's next bytes; nil at its end. They are valid until the next call.
  func pull() throws(ArchiveError) -> UnsafeRawBufferPointer? {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    let status = archive_read_data_block(archive, &start, &count, &offset)
    if status == ARCHIVE_EOF { return nil }
    // A warning here means a checksum or size that does not fit, after all data was handed out.
    guard status == ARCHIVE_OK else { throw error() }
    guard offset == expectedOffset else {
      throw ArchiveError(reason: .corrupt, entry: path, message: "bevat een bestand met gaten")
    }
    expectedOffset += Int64(count)
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Whether bytes follow the end of a compressed file. Ask once all was read.
  func hasTrailingData() -> Bool {
    guard isCompression, let size = input.size else { return false }
    return Int(archive_filter_bytes(archive, -1)) < size
  }

  /// The name as text; bytes that are not UTF-8 are kept, each as `\xE9`.
  private static func name(of entry: OpaquePointer) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return readable(name) }
    if let name = archive_entry_pathname(entry) { return readable(name) }
    return ""
  }

  private static func readable(_ name: UnsafePointer<CChar>) -> String {
    readable(Array(UnsafeRawBufferPointer(start: name, count: strlen(name))))
  }

  /// Bytes as text; those that are not UTF-8 are kept, each as `\xE9`.
  static func readable(_ name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    var text = ""
    var rest = name[...]
    while !rest.isEmpty {
      var length = min(4, rest.count)
      while length > 1, String(validating: rest.prefix(length), as: UTF8.self) == nil { length -= 1 }
      if let piece = String(validating: rest.prefix(length), as: UTF8.self) {
        text += piece
      } else {
        text += "\\x" + String(rest[rest.startIndex], radix: 16, uppercase: true)
      }
      rest = rest.dropFirst(length)
    }
    return text
  }

  /// What went wrong, in our words. libarchive's own words may be missing.
  private func error() -> ArchiveError {
    if let failure = input.failure as? ArchiveError { return failure }
    let words = archive_error_string(archive).map { String(cString: $0) } ?? ""
    let lower = words.lowercased()
    func says(_ parts: String...) -> Bool { parts.contains { lower.contains($0) } }
    let reason: ArchiveError.Reason
    let message: String
    if (isOpen && archive_read_has_encrypted_entries(archive) == 1)
      || says("encrypt", "passphrase", "password")
    {
      reason = .encrypted
      message = "is beveiligd met een wachtwoord"
    } else if says("memory", "window") {
      reason = .memory
      message = "vraagt te veel geheugen om uit te pakken"
    } else if says("crc", "checksum") {
      reason = .checksum
      message = "is beschadigd: een controlegetal klopt niet"
    } else if words.isEmpty
      || says("truncated", "unexpected end", "end-of-file", "premature", "overflow", "missing")
    {
      reason = .truncated
      message = "is niet compleet: het houdt te vroeg op"
    } else {
      reason = .corrupt
      message = "is beschadigd"
    }
    let detail = words.isEmpty || words == "(null)" ? "" : " (\(words))"
    return ArchiveError(reason: reason, entry: path, message: message + detail)
  }
}
