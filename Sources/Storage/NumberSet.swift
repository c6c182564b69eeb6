// A set of posts by their numbers in the store.

/// Numbers that count up from 1 (never below 0), a bit for each: a million posts take 125 kB.
struct NumberSet {
  private var words: [UInt64] = []

  /// Whether it holds none.
  var isEmpty: Bool { words.isEmpty }

  func contains(_ number: Int64) -> Bool {
    let word = Int(number >> 6)
    return word < words.count && words[word] & Self.bit(number) != 0
  }

  mutating func insert(_ number: Int64) {
    let word = Int(number >> 6)
    if word >= words.count {
      words += [UInt64](repeating: 0, count: max(64, word + 1 - words.count, words.count / 2))
    }
    words[word] |= Self.bit(number)
  }

  private static func bit(_ number: Int64) -> UInt64 { 1 << UInt64(number & 63) }
}
