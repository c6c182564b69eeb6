// How many slips of the finger lie between two words: to say "did you mean".

/// Distance between words in insertions, deletions, replacements and swaps of neighbours
/// (optimal string alignment; Damerau 1964, Levenshtein 1966).
public enum EditDistance {
  /// The number of slips between two words.
  public static func between(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
    let a = Array(left.lowercased().unicodeScalars)
    let b = Array(right.lowercased().unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  /// Whether one word is probably the other, mistyped: at most a third of the letters differ.
  public static func isNear(_ word: String, _ other: String) -> Bool {
    between(word, other) <= max(1, max(word.count, other.count) / 3)
  }

  /// The known word that a word was probably meant to be; nil when none is near.
  public static func nearest(to word: String, among known: [String]) -> String? {
    known.filter { isNear(word, $0) }.min { (between(word, $0), $0) < (between(word, $1), $1) }
  }
}
