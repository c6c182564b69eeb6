// Recognises the lines with which mail programs and people announce a quote.

/// Lines such as `Op di 3 mrt 2024 om 10:12 schreef Anna <a@example.nl>:` and `On Monday X wrote:`.
enum Announcement {
  private static let verbs = [
    "schreef", "geschreven", "wrote", "writes", "said", "zei", "schrieb", "a écrit", "escribió",
    "ha scritto", "skrev",
  ]
  private static let starts = [
    "op ", "on ", "am ", "le ", "el ", "il ", "at ", "in article", "zo ", "ma ", "di ", "wo ", "do ", "vr ",
    "za ", "quoting ", "citeren ",
  ]

  /// Whether a line (or two or three, joined) directly above lines with `>` or a marked quote announces it.
  static func isPossible(_ key: String, lines: Int) -> Bool {
    guard key.hasSuffix(":"), key.utf8.count <= 300, !hasSentence(key) else { return false }
    let isDated = startsLikeDate(key)
    if lines > 1 { return isDated && hasDigit(key) && (hasVerb(key) || hasAddress(key)) }
    if isDated, hasDigit(key) { return hasVerb(key) || hasAddress(key) }
    // "Anna schreef:", not a paragraph that ends in "zoals Anna schreef:".
    return hasVerb(key) && key.spacedWordCount <= 8
  }

  /// Whether it announces a quote so surely that nothing else is needed: a date, a time or an address, and a verb.
  /// "Op die school schreef een leerling:" does not.
  static func isSure(_ key: String) -> Bool {
    guard key.hasSuffix(":"), key.utf8.count <= 300, startsLikeDate(key), hasVerb(key), !hasSentence(key)
    else {
      return false
    }
    return hasDigit(key) && (hasTime(key) || hasAddress(key))
  }

  /// Whether a question or an exclamation stands in it: it is what somebody says, not what a program writes.
  private static func hasSentence(_ key: String) -> Bool { key.holds("? ") || key.holds("! ") }

  private static func startsLikeDate(_ key: String) -> Bool {
    if let first = key.utf8.first, (0x30...0x39).contains(first) { return true }
    return starts.contains { key.hasPrefix($0) }
  }

  private static func hasVerb(_ key: String) -> Bool {
    verbs.contains { verb in
      guard let found = key.firstRange(of: verb) else { return false }
      let isWord = found.lowerBound == key.startIndex || key[key.index(before: found.lowerBound)] == " "
      let next = found.upperBound == key.endIndex ? ":" : key[found.upperBound]
      return isWord && (next == ":" || next == " " || next == ",")
    }
  }

  private static func hasDigit(_ key: String) -> Bool { key.utf8.contains { (0x30...0x39).contains($0) } }

  private static func hasAddress(_ key: String) -> Bool {
    key.holds("@") || key.holds("<") || key.holds(" at ")
  }

  private static func hasTime(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    guard bytes.count > 3 else { return false }
    return (1..<(bytes.count - 2)).contains { index in
      bytes[index] == UInt8(ascii: ":") && (0x30...0x39).contains(bytes[index - 1])
        && (0x30...0x39).contains(bytes[index + 1]) && (0x30...0x39).contains(bytes[index + 2])
    }
  }
}
