// A temporary file for lines that may still be taken back.
import Foundation
import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines that wait until it is known whether they are kept: a temporary file without a name, so that nothing is left
/// behind and memory stays small.
final class Spool {
  private let file: UnsafeMutablePointer<FILE>
  private var pending: [UInt8] = []

  /// An empty spool.
  init() throws {
    guard let file = tmpfile() else { throw FileError(path: "tmpfile", operation: "create", code: errno) }
    self.file = file
  }

  deinit { fclose(file) }

  /// Adds a value as a line of NDJSON.
  func writeLine(_ value: JSONOutput) throws {
    value.writeLine(to: &pending)
    if pending.count >= 1 << 16 { try spill() }
  }

  /// Copies all lines.
  func copy(to writer: ByteWriter) throws {
    try spill()
    rewind(file)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      try writer.write(buffer[..<count])
    }
    if ferror(file) != 0 { throw FileError(path: "tmpfile", operation: "read", code: EIO) }
  }

  private func spill() throws {
    guard !pending.isEmpty else { return }
    if fwrite(pending, 1, pending.count, file) != pending.count {
      throw FileError(path: "tmpfile", operation: "write", code: errno)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
