// The words of a text with their hash, and lists of words to compare them with.

/// A word: starts with a letter; apostrophes, hyphens and digits may stand inside it.
struct Word: Sendable {
  var start: Int
  var end: Int
  /// Hash of the word in lower case.
  var hash: UInt64
  var isCapitalised: Bool
  /// All its letters are capitals.
  var isAllCapitals: Bool

  var range: Range<Int> { start..<end }
  var length: Int { end - start }

  static func split(_ text: ScalarText) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < text.count {
      guard text.isLetter(index) else {
        if text.isWord(index) { while text.isWord(index) { index += 1 } } else { index += 1 }
        continue
      }
      let start = index
      while text.isWord(index) || (isJoint(text.scalar(index)) && text.isWord(index + 1)) { index += 1 }
      var capitals = true
      for position in start..<index where text.isLetter(position) && !text.isCapital(position) {
        capitals = false
        break
      }
      words.append(
        Word(
          start: start, end: index, hash: WordHash.of(text.lower[start..<index]),
          isCapitalised: text.isCapital(start), isAllCapitals: capitals))
    }
    return words
  }

  /// Apostrophes and hyphens, which hold parts of a word together.
  static func isJoint(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011
  }
}

/// FNV-1a (Fowler, Noll and Vo, 1991) over scalars, 64 bits: words are looked up without making strings. With
/// a quarter of a million words the chance that any foreign word of a text is taken for one is below 1e-13.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func step(_ hash: UInt64, _ scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }

  static func of(_ scalars: some Sequence<UInt32>) -> UInt64 {
    var hash = seed
    for scalar in scalars { hash = step(hash, scalar == 0x2019 ? 0x27 : scalar) }
    return hash
  }

  /// The hash of each word of a list that is separated by blanks and line ends.
  static func forEach(in list: String, _ body: (UInt64) -> Void) {
    var hash = seed
    for scalar in list.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x0A, 0x0D, 0x09:
        if hash != seed { body(hash) }
        hash = seed
      default:
        let lower = ScalarClass.lowercased(scalar.value)
        hash = step(hash, lower == 0x2019 ? 0x27 : lower)
      }
    }
    if hash != seed { body(hash) }
  }

  /// The hash of a word in lower case.
  static func of(_ word: some StringProtocol) -> UInt64 {
    of(word.unicodeScalars.lazy.map { ScalarClass.lowercased($0.value) })
  }
}

/// A fixed list of words.
struct WordSet: Sendable {
  private let table: WordTable

  /// The words of a text, separated by white space.
  init(_ words: String) {
    var table = WordTable()
    WordHash.forEach(in: words) { table.insert(1, for: $0) }
    self.table = table
  }

  func contains(_ hash: UInt64) -> Bool { table[hash] != 0 }
}
