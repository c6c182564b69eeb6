// What a text consists of, as numbers: words, pairs of words, runs of characters, and what was taken out of it.

import Language

/// Cuts redacted text into terms, each a hash. Words keep their endings off, and pairs of words their order: ‘niet meer
/// leven’ says what its words do not. Runs of three to five characters in a word see through typing errors and new
/// compounds. Not `Sendable`: the stemmer belongs to one caller.
final class TriageTerms {
  /// Runs of so many characters.
  private static let runs = 3...5

  private let stemmer = Stemmer(language: .dutch)

  /// The hashes of a text's terms, repeated as often as they occur.
  struct Hashes {
    /// Words and pairs.
    var words: [UInt64] = []
    /// Runs of characters.
    var runs: [UInt64] = []
    /// The kinds of personal data that were taken out, once each, and names taken out more than once.
    var marks: [UInt64] = []
  }

  /// The terms of a text.
  func hashes(of text: String) -> Hashes {
    var hashes = Hashes()
    var previous: String?
    var word: [UInt8] = []
    var run: [Unicode.Scalar] = [" "]
    var seen: [String: Int] = [:]
    func endWord() {
      guard !word.isEmpty else { return }
      add(stemmer.stem(String(decoding: word, as: UTF8.self)))
      word.removeAll(keepingCapacity: true)
    }
    func endRun() {
      if run.count > 1 {
        run.append(" ")
        Self.add(runsIn: run, to: &hashes.runs)
      }
      run.removeAll(keepingCapacity: true)
      run.append(" ")
    }
    func add(_ term: String) {
      hashes.words.append(Self.hash(1, term.utf8))
      if let previous { hashes.words.append(Self.hash(2, (previous + " " + term).utf8)) }
      previous = term
    }
    let scalars = Array(text.lowercased().unicodeScalars)
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "[", let end = Self.placeholderEnd(scalars, from: place) {
        endWord()
        endRun()
        let mark = String(String.UnicodeScalarView(scalars[place...end]))
        add(mark)
        seen[mark, default: 0] += 1
        place = end + 1
        continue
      }
      if Self.isWordScalar(scalar) { word.append(contentsOf: Character(scalar).utf8) } else { endWord() }
      if scalar.properties.isWhitespace { endRun() } else { run.append(scalar) }
      place += 1
    }
    endWord()
    endRun()
    for (mark, count) in seen.sorted(by: { $0.key < $1.key }) {
      hashes.marks.append(Self.hash(3, mark.utf8))
      if count > 1 { hashes.marks.append(Self.hash(4, mark.utf8)) }
    }
    return hashes
  }

  /// Where a placeholder that starts at a place ends: small letters, spaces and hyphens between square brackets.
  private static func placeholderEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var place = start + 1
    while place < scalars.count, place - start <= 30 {
      if scalars[place] == "]" { return place > start + 1 ? place : nil }
      guard ("a"..."z").contains(scalars[place]) || scalars[place] == "-" || scalars[place] == " " else {
        return nil
      }
      place += 1
    }
    return nil
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func add(runsIn word: [Unicode.Scalar], to hashes: inout [UInt64]) {
    for start in word.indices {
      var hash = Self.start(5)
      for end in start..<min(word.count, start + runs.upperBound) {
        hash = step(hash, word[end].value)
        if end - start + 1 >= runs.lowerBound { hashes.append(finished(hash)) }
      }
    }
  }

  // FNV-1a, 64 bits.

  private static func start(_ kind: UInt32) -> UInt64 { step(0xCBF2_9CE4_8422_2325, kind) }
  private static func step(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }
  /// FNV's high bits mix well, its low bits less so.
  private static func finished(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 32) }

  private static func hash(_ kind: UInt32, _ bytes: String.UTF8View) -> UInt64 {
    finished(bytes.reduce(start(kind)) { step($0, UInt32($1)) })
  }
}
