// Pseudonyms for the filter commands: a keyed hash, the same as the store's under the same key.
import Crypto
import Foundation
import Records

/// Turns what a source knows an author by into a pseudonym: HMAC-SHA256 (RFC 2104), cut to 128 bits.
struct AuthorPseudonyms {
  private let key: SymmetricKey

  /// Pseudonyms under the key in a file, at least 32 bytes; without a file under a random key, so that two runs give
  /// different pseudonyms.
  init(keyFile: String?) throws {
    guard let keyFile else {
      key = SymmetricKey(size: .bits256)
      return
    }
    let bytes = try ByteReader.contents(of: keyFile)
    guard bytes.count >= 32 else {
      throw ImportFilterError("\(keyFile): een sleutel heeft ten minste 32 bytes")
    }
    key = SymmetricKey(data: bytes)
  }

  /// The pseudonym; nil when the author is blank. Case and white space around it do not matter.
  func pseudonym(source: String, author: String) -> String? {
    let trimmed = author.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { return nil }
    let message = "author:" + source + "\0" + trimmed.lowercased().precomposedStringWithCanonicalMapping
    let code = HMAC<SHA256>.authenticationCode(for: Data(message.utf8), using: key)
    return "k1-" + code.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
