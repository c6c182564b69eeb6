// Where a container's bytes come from: a file, memory, or an entry of another container.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stream of bytes that libarchive pulls from. Errors are kept aside, since they cannot pass through C.
class ContainerInput {
  /// Why reading failed, for the caller on the other side of libarchive.
  var failure: (any Error)?
  /// Length of the stream; nil where it is not known.
  var size: Int? { nil }

  /// The next bytes, empty at the end; they are valid until the next call.
  func read() throws -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }

  /// Moves to a byte; false where that cannot be done.
  func seek(to position: Int) -> Bool { false }

  /// The byte that is read next.
  var position: Int { 0 }
}

/// Reads an open file without moving its offset, so that several readers can share it.
final class FileInput: ContainerInput {
  private let descriptor: Int32
  private let fileSize: Int
  private var offset = 0
  private let buffer: UnsafeMutableRawBufferPointer

  init(descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    fileSize = size
    buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(1 << 17, max(size, 1)), alignment: 16)
  }

  deinit { buffer.deallocate() }

  override var size: Int? { fileSize }
  override var position: Int { offset }

  override func read() throws -> UnsafeRawBufferPointer {
    let wanted = min(buffer.count, fileSize - offset)
    guard wanted > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    while true {
      let count = pread(descriptor, buffer.baseAddress, wanted, off_t(offset))
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        throw ArchiveError(
          reason: .io, message: "kon niet gelezen worden: \(String(cString: strerror(errno)))")
      }
      if count == 0 {
        throw ArchiveError(reason: .unstable, message: "werd korter terwijl het gelezen werd")
      }
      offset += count
      return UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }
  }

  override func seek(to position: Int) -> Bool {
    guard position >= 0, position <= fileSize else { return false }
    offset = position
    return true
  }

  /// The bytes of a range.
  func bytes(in range: Range<Int>) throws -> [UInt8] {
    let before = offset
    defer { offset = before }
    offset = range.lowerBound
    var bytes: [UInt8] = []
    while bytes.count < range.count {
      let block = try read()
      if block.isEmpty { break }
      bytes.append(contentsOf: block.prefix(range.count - bytes.count))
    }
    return bytes
  }
}

/// Reads bytes in memory.
final class MemoryInput: ContainerInput {
  private let bytes: UnsafeMutableRawBufferPointer
  private var offset = 0

  init(_ content: [UInt8]) {
    bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(content.count, 1), alignment: 16)
    bytes.copyBytes(from: content)
    count = content.count
  }

  private let count: Int

  deinit { bytes.deallocate() }

  override var size: Int? { count }
  override var position: Int { offset }

  override func read() throws -> UnsafeRawBufferPointer {
    let block = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(count, offset + 1 << 16)])
    offset += block.count
    return block
  }

  override func seek(to position: Int) -> Bool {
    guard position >= 0, position <= count else { return false }
    offset = position
    return true
  }

  func bytes(in range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  /// The bytes from an offset on, without moving the place where the next are read.
  func block(at offset: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[offset..<min(count, offset + 1 << 16)])
  }
}

/// Reads an entry of the container around it.
final class EntryInput: ContainerInput {
  private let entry: ArchiveEntry
  private var held: UnsafeMutableRawBufferPointer?

  init(_ entry: ArchiveEntry) { self.entry = entry }

  deinit { held?.deallocate() }

  override func read() throws -> UnsafeRawBufferPointer {
    held?.deallocate()
    held = nil
    while true {
      var copy: UnsafeMutableRawBufferPointer?
      let more = try entry.next { bytes in
        guard !bytes.isEmpty else { return }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        buffer.copyMemory(from: bytes)
        copy = buffer
      }
      if let copy {
        held = copy
        return UnsafeRawBufferPointer(copy)
      }
      if !more { return UnsafeRawBufferPointer(start: nil, count: 0) }
    }
  }
}
