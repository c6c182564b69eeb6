// Keyed hashes by which records of exports are known again.
import Crypto
import Discussion
import Foundation

/// Makes the tags of records that are read alike: HMAC-SHA256 (RFC 2104) over how they are read and their bytes, cut to 128
/// bits.
public struct RecordTagger {
  private let start: HMAC<SHA256>

  /// A tagger for records that are read in one way.
  init(key: SymmetricKey, reading: [String]) {
    var start = HMAC<SHA256>(key: key)
    // How they are read goes in as a hash: it has one length, so that nothing of a record can pass for it.
    var recipe = SHA256()
    for part in ["record"] + reading {
      recipe.update(data: Data("\(part.utf8.count):\(part)".utf8))
    }
    start.update(data: Data(recipe.finalize()))
    self.start = start
  }

  /// The tag of a record's bytes.
  public func tag(_ bytes: UnsafeRawBufferPointer) -> RecordTag {
    var code = start
    code.update(data: bytes)
    return code.finalize().withUnsafeBytes { bytes in
      RecordTag(
        first: bytes.loadUnaligned(as: Int64.self),
        second: bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self))
    }
  }
}
