// The words of a text as numbers: what is left of it when case, punctuation, emoji, quotes and signatures are folded.

enum FoldedWords {
  /// A hash per word, in order. A word is a run of letters and digits, in lower case. Lines that quote somebody (`>`) and
  /// what follows a signature's mark (`-- `) are passed over: they are not what the author came to say.
  static func of(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(text.utf8.count / 6 + 1)
    var hash = WordHash.seed
    var isInWord = false
    var line = Line()
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let kind = ScalarClass(value)
      if kind.contains(.newline) {
        if isInWord { words.append(hash) }
        isInWord = false
        if line.isSignatureMark { return words }
        line = Line()
        continue
      }
      line.read(value)
      if !line.isQuote, !kind.isDisjoint(with: [.letter, .digit]) {
        hash = WordHash.step(isInWord ? hash : WordHash.seed, ScalarClass.lowercased(value))
        isInWord = true
      } else if isInWord {
        words.append(hash)
        isInWord = false
      }
    }
    if isInWord { words.append(hash) }
    return words
  }

  /// What the start of a line tells.
  private struct Line {
    private(set) var isQuote = false
    private var length = 0
    private var dashes = 0
    private var hasText = false

    mutating func read(_ scalar: UInt32) {
      length += 1
      if scalar == 0x2D, !hasText {
        dashes += 1
      } else if scalar != 0x20 {
        if scalar == 0x3E, !hasText, dashes == 0 { isQuote = true }
        hasText = true
      }
    }

    /// Two hyphens and a space (RFC 3676, section 4.3), or without the space, which exporters take away.
    var isSignatureMark: Bool { !hasText && dashes == 2 && length <= 3 }
  }
}
