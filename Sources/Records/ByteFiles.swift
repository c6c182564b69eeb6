// Reads and writes files block by block, with `-` for standard input and output.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file could not be read or written: what was tried, on which path, and the system's words.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given.
  public var path: String
  /// What was tried: `open`, `read`, `write`, `create`.
  public var operation: String
  /// The system's error number.
  public var code: Int32

  /// An error from its parts.
  public init(path: String, operation: String, code: Int32) {
    self.path = path
    self.operation = operation
    self.code = code
  }

  /// The system's words for the error, with what was tried on which path.
  public var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }
}

/// Reads a file block by block.
public enum ByteReader {
  /// Hands out a file's bytes in blocks.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - blockSize: bytes per block.
  ///   - body: is given each block; the bytes are only valid during the call.
  public static func forEachBlock(
    of path: String, blockSize: Int = 1 << 16, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "open", code: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, operation: "read", code: errno)
      }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// All of a file's bytes; `-` is standard input.
  public static func contents(of path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachBlock(of: path) { bytes.append(contentsOf: $0) }
    return bytes
  }
}

/// Writes a file block by block, with owner-only permissions.
public final class ByteWriter {
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Creates or empties a file, readable by its owner only; `-` is standard output.
  public init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "create", code: errno) }
  }

  deinit { if descriptor > STDOUT_FILENO { close(descriptor) } }

  /// Writes bytes, by way of a buffer: call ``flush()`` at the end.
  public func write(_ bytes: some Sequence<UInt8>) throws {
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Writes one value as a line of NDJSON, by way of the buffer.
  public func writeLine(_ value: JSONOutput) throws {
    value.writeLine(to: &pending)
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Writes what is still in the buffer.
  public func flush() throws {
    var start = 0
    while start < pending.count {
      let written = pending.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        #else
          Darwin.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, operation: "write", code: errno)
      }
      start += written
    }
    pending.removeAll(keepingCapacity: true)
  }
}
