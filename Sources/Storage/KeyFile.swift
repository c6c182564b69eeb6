// The secret behind the pseudonyms: a small file that only its owner may read.
import Crypto
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A key file: 32 random bytes, mode 0600.
struct KeyFile {
  /// Where it lies.
  let path: String

  /// The key; made when the file is not there and may be made.
  func bytes(mayCreate: Bool) throws(StoreError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if descriptor >= 0 {
      defer { close(descriptor) }
      return try read(descriptor)
    }
    guard errno == ENOENT else { throw .keyUnusable(path: path, reason: systemMessage()) }
    guard mayCreate else { throw .keyMissing(path: path) }
    return try create()
  }

  private func read(_ descriptor: Int32) throws(StoreError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .keyUnusable(path: path, reason: systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .keyUnusable(path: path, reason: "het is geen gewoon bestand")
    }
    guard status.st_mode & 0o077 == 0 else {
      let permissions = "0" + String(status.st_mode & 0o777, radix: 8)
      throw .keyReadableByOthers(path: path, permissions: permissions)
    }
    // A longer file is a key as well: all of it counts, up to a length nobody would choose.
    var bytes = [UInt8](repeating: 0, count: 4096)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      guard count >= 0 else { throw .keyUnusable(path: path, reason: systemMessage()) }
      if count == 0 { break }
      filled += count
    }
    guard filled >= Pseudonymiser.keyLength else { throw .keyTooShort(path: path, bytes: filled) }
    let key = Array(bytes.prefix(filled))
    guard Self.isVaried(key) else { throw .keyTooWeak(path: path) }
    return key
  }

  /// Whether bytes can be a random key: repeated signs or words are none. Shannon's entropy of the bytes, times their
  /// number; of 32 random bytes it is about 156 bits, of 32 letters of a sentence some 120.
  static func isVaried(_ key: [UInt8]) -> Bool {
    var counts = [Double](repeating: 0, count: 256)
    for byte in key { counts[Int(byte)] += 1 }
    let total = Double(key.count)
    let bits = counts.filter { $0 > 0 }.reduce(0) { $0 - $1 * log2($1 / total) }
    return bits >= 100
  }

  /// Writes a new key beside its place and links it there, so that a kill leaves a whole key or none.
  private func create() throws(StoreError) -> [UInt8] {
    let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    let draft = path + ".new-\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .keyUnusable(path: path, reason: systemMessage()) }
    defer { unlink(draft) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    let synced = fsync(descriptor)
    close(descriptor)
    guard written == bytes.count, synced == 0 else { throw .keyUnusable(path: path, reason: systemMessage()) }
    // link() fails where another process was first: then its key is the key.
    guard link(draft, path) == 0 else {
      if errno == EEXIST { return try self.bytes(mayCreate: false) }
      throw .keyUnusable(path: path, reason: systemMessage())
    }
    return bytes
  }
}

/// What the system says of the last failed call.
func systemMessage() -> String { String(cString: strerror(errno)) }
