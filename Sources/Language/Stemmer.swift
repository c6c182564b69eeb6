// Stems through Snowball's libstemmer, each word stemmed once.
import CSnowball

/// Reduces words to stems with Snowball (M.F. Porter, "Snowball: A language for stemming algorithms", 2001),
/// algorithm `dutch` or `english`, and remembers each word's stem. The library's handle is not safe to share
/// between threads, and neither is the cache: not `Sendable` on purpose, so make one for each task.
public final class Stemmer {
  /// The language of the words.
  public let language: LanguageCode
  private let handle: OpaquePointer
  private var cache: [String: String] = [:]

  /// A stemmer with an empty cache.
  public init(language: LanguageCode) {
    let algorithm =
      switch language {
      case .dutch: "dutch"
      case .english: "english"
      }
    // Both algorithms are part of every build of libstemmer since its first release.
    guard let handle = sb_stemmer_new(algorithm, "UTF_8") else {
      preconditionFailure("this machine's libstemmer has no algorithm \(algorithm)")
    }
    self.language = language
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a word in lower case.
  public func stem(_ word: String) -> String {
    if let known = cache[word] { return known }
    let stem = compute(word)
    cache[word] = stem
    return stem
  }

  private func compute(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard let pointer = sb_stemmer_stem(handle, bytes, Int32(bytes.count)) else { return word }
    let length = Int(sb_stemmer_length(handle))
    return String(decoding: UnsafeBufferPointer(start: pointer, count: length), as: UTF8.self)
  }
}
