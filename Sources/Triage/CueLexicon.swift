// Which cues a word or a phrase gives.

/// ``CueWords`` by hash.
struct CueLexicon: Sendable {
  /// A set of kinds of cue, by their place in ``CueWords/all``.
  typealias Kinds = UInt64

  /// The program's own.
  static let own = CueLexicon(CueWords.all.map(\.words))

  /// Phrases are at most so long.
  static let longestPhrase = 4

  private var words: [UInt64: Kinds] = [:]
  private var openings: [UInt64: Kinds] = [:]
  private var phrases: [UInt64: Kinds] = [:]
  private var firstWords: Set<UInt64> = []

  /// From the words of each kind.
  init(_ kinds: [String]) {
    for (place, list) in kinds.enumerated() {
      for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        add(entry, kind: 1 << Kinds(place))
      }
    }
  }

  private mutating func add(_ entry: Substring, kind: Kinds) {
    if entry.hasSuffix("*") {
      openings[Self.hash(entry.dropLast()), default: 0] |= kind
      return
    }
    let parts = entry.split { !$0.isLetter && !$0.isNumber }.map { Self.hash($0) }
    guard parts.count > 1 else {
      for part in parts { words[part, default: 0] |= kind }
      return
    }
    firstWords.insert(parts[0])
    phrases[parts.dropFirst().reduce(parts[0], TriageTerms.pair), default: 0] |= kind
  }

  private static func hash(_ word: Substring) -> UInt64 {
    TriageTerms.hash(of: word.unicodeScalars.lazy.map(\.value))
  }

  /// What a word in lower case hints at.
  func kinds(of word: ArraySlice<UInt32>) -> Kinds {
    var kinds = words[TriageTerms.hash(of: word)] ?? 0
    for length in stride(from: 3, through: word.count, by: 1) {
      kinds |= openings[TriageTerms.hash(of: word.prefix(length))] ?? 0
    }
    return kinds
  }

  /// Whether a phrase may start with a word.
  func opensPhrase(_ hash: UInt64) -> Bool { firstWords.contains(hash) }

  /// What the phrases hint at that start with the first of some words.
  func kinds(ofPhrasesIn words: ArraySlice<UInt64>) -> Kinds {
    guard var phrase = words.first else { return 0 }
    var kinds: Kinds = 0
    for word in words.dropFirst().prefix(Self.longestPhrase - 1) {
      phrase = TriageTerms.pair(phrase, word)
      kinds |= phrases[phrase] ?? 0
    }
    return kinds
  }
}
