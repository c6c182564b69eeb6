// What is wrong with a mapping, and where.

/// What is wrong with a mapping file.
public struct MappingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1; 0 where it is not known.
  public var line: Int
  /// The column, from 1; 0 where it is not known.
  public var column: Int
  /// What is wrong, in a sentence.
  public var message: String

  /// The place and what is wrong.
  public var description: String { line > 0 ? "regel \(line), kolom \(column): \(message)" : message }
}

/// The candidate that a misspelt word is nearest to.
enum Spelling {
  /// The candidate within a third of the word's length (at least 2 edits), the first of the nearest; nil where none is.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(2, word.count / 3)
    let best = candidates.map { ($0, distance(word.lowercased(), $0.lowercased())) }
      .min { $0.1 < $1.1 }
    guard let best, best.1 <= limit else { return nil }
    return best.0
  }

  /// Insertions, deletions and substitutions between two words (Levenshtein, 1966).
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substituted = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
