// Runs of four characters within a word: they stand in for splitting compounds.

/// The parts by which words resemble each other: `jeugdhulp` and `jeugdhulpverlening` share six runs of four.
enum CharacterGrams {
  /// How many characters a run has.
  static let length = 4

  /// The runs of a word, with `^` before and `$` after it, each as a number of its own, in the order of the word.
  static func keys(of word: String) -> [UInt64] {
    let scalars = [0x5E] + word.unicodeScalars.map(\.value) + [0x24]
    return (0...max(0, scalars.count - length)).map { start in
      // Four scalars of at most 21 bits do not fit in 64; folding them to 16 bits keeps all of Latin apart.
      scalars[start..<min(start + length, scalars.count)].reduce(UInt64(0)) {
        $0 << 16 | UInt64(truncatingIfNeeded: $1 & 0xFFFF)
      }
    }
  }
}
