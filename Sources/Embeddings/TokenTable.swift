// Which number a token has: one table of bytes, so that half a million tokens load fast and take little memory.

/// Tokens and their numbers, looked up by their UTF-8 bytes with open addressing.
struct TokenTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var ids: [Int32] = []
  /// For each slot the place of a token, -1 where it is free.
  private var slots: [Int32]
  /// The bytes of the longest token.
  private(set) var longest = 0

  /// An empty table with room for so many tokens.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// How many tokens there are.
  var count: Int { ids.count }
  /// The highest number; -1 in an empty table.
  var highestID: Int { Int(ids.max() ?? -1) }

  /// Adds a token, or gives a known one another number.
  mutating func insert(_ token: some Collection<UInt8>, id: Int32) {
    let token = Array(token)
    if let place = place(of: token[...]) {
      ids[place] = id
      return
    }
    if (ids.count + 1) * 2 > slots.count { grow() }
    bytes.append(contentsOf: token)
    starts.append(bytes.count)
    ids.append(id)
    longest = max(longest, token.count)
    put(Int32(ids.count - 1), hash: Self.hash(token[...]))
  }

  /// A token's number; nil where it is unknown.
  func id(of token: ArraySlice<UInt8>) -> Int32? { place(of: token).map { ids[$0] } }

  /// The number of the token that begins at a byte of a text and has a known hash and length; nil where there is none.
  func id(of text: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, hash: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if starts[place + 1] - starts[place] == length {
        var matches = true
        for offset in 0..<length where bytes[starts[place] + offset] != text[start + offset] {
          matches = false
          break
        }
        if matches { return ids[place] }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The hash of nothing, to begin with (FNV-1a, Fowler, Noll & Vo).
  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a text with a byte more.
  static func extend(_ hash: UInt64, with byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The lengths in scalars of all tokens, in the order in which they were added.
  func scalarCounts() -> [Int] {
    ids.indices.map { place in
      bytes[starts[place]..<starts[place + 1]].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
  }

  private static func hash(_ token: ArraySlice<UInt8>) -> UInt64 { token.reduce(emptyHash, extend) }

  private func place(of token: ArraySlice<UInt8>) -> Int? {
    var slot = Int(truncatingIfNeeded: Self.hash(token)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if bytes[starts[place]..<starts[place + 1]].elementsEqual(token) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func put(_ place: Int32, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = place
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for place in ids.indices {
      put(Int32(place), hash: Self.hash(bytes[starts[place]..<starts[place + 1]]))
    }
  }
}
