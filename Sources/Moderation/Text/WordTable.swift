// What is known by the hash of a word: a table without the cost of hashing once more.

/// Values by hash. The hashes are well mixed by FNV-1a: they are their own places in the table. Of a hash the upper 48 bits
/// are kept, beside the value: one access to memory finds both.
struct WordTable: Sendable {
  /// Zero marks an open place: no value is zero.
  private var entries: [UInt64]
  private var count = 0

  private static let keyBits: UInt64 = ~0xFFFF

  /// A table with room for so many words.
  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    entries = Array(repeating: 0, count: size)
  }

  /// The value of a hash; zero for one that is not there.
  subscript(hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: entries[place(of: hash)]) }

  /// Adds bits to the value of a hash.
  mutating func insert(_ bits: UInt16, for hash: UInt64) {
    guard bits != 0 else { return }
    if (count + 1) * 2 > entries.count { grow(to: entries.count * 2) }
    let place = place(of: hash)
    if entries[place] == 0 { count += 1 }
    entries[place] = entries[place] | (hash & Self.keyBits) | UInt64(bits)
  }

  /// Makes room for so many more words.
  mutating func reserve(_ more: Int) {
    var size = entries.count
    while size < (count + more) * 2 { size *= 2 }
    if size > entries.count { grow(to: size) }
  }

  /// Where a hash stands, or the open place where it would.
  private func place(of hash: UInt64) -> Int {
    let mask = entries.count - 1
    // FNV's high bits mix well, its low bits less so.
    var place = Int(truncatingIfNeeded: (hash >> 16) ^ (hash >> 40)) & mask
    while entries[place] != 0, (entries[place] ^ hash) & Self.keyBits != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow(to size: Int) {
    let old = entries
    entries = Array(repeating: 0, count: size)
    for entry in old where entry != 0 { entries[place(of: entry)] = entry }
  }
}
