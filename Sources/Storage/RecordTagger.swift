// Keyed hashes by which records of exports are known again.
import Crypto
import Discussion
import Foundation

/// Makes the tags of records that are read alike.
///
/// HMAC-SHA256 (RFC 2104) over how they are read gives a key of their own, which fills a block of SHA-256 before each record's
/// bytes; of the hash 112 bits are kept. Cut, a hash with its key in front is a keyed hash that stands (AMAC: Bellare,
/// Bernstein & Tessaro, "Hash-function based PRFs", EUROCRYPT 2016), at half the time of HMAC over short records.
public struct RecordTagger {
  private let start: SHA256
  private let way: UInt16

  /// A tagger for records that are read in one way.
  init(key: SymmetricKey, reading: [String]) {
    var recipe: [UInt8] = []
    for part in ["record"] + reading { recipe += Array("\(part.utf8.count):\(part)".utf8) }
    var start = SHA256()
    let code = HMAC<SHA256>.authenticationCode(for: recipe, using: key)
    way = HMAC<SHA256>.authenticationCode(for: Array("way".utf8) + recipe, using: key)
      .withUnsafeBytes { $0.loadUnaligned(as: UInt16.self) }
    start.update(data: Array(code) + [UInt8](repeating: 0, count: SHA256.blockByteCount - code.byteCount))
    self.start = start
  }

  /// The tag of a record's bytes.
  public func tag(_ bytes: UnsafeRawBufferPointer) -> RecordTag {
    var hash = start
    hash.update(bufferPointer: bytes)
    return hash.finalize().withUnsafeBytes { bytes in
      RecordTag(
        first: bytes.loadUnaligned(as: Int64.self),
        second: bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self) & ~0xFFFF | Int64(way))
    }
  }
}
