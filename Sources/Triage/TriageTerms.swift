// What a text consists of, as numbers: words, pairs of words, runs of characters, and what was taken out of it.

import Language

/// Cuts redacted text into terms, each a hash. Words keep their endings off, and pairs of words their order: ‘niet meer
/// leven’ says what its words do not. Runs of three to five characters in a word see through typing errors and new
/// compounds. Not `Sendable`: the stemmer belongs to one caller.
final class TriageTerms {
  /// Runs of so many characters.
  private static let runs = 3...5

  private let stemmer = Stemmer(language: .dutch)
  private let lexicon = CueLexicon.own
  /// What is known of each word, by its hash.
  private var known: [UInt64: Knowledge] = [:]

  private struct Knowledge {
    /// The hash of its stem.
    var stem: UInt64
    /// What it hints at.
    var cues: CueLexicon.Kinds
    /// Whether a phrase that hints at something may start with it.
    var opensPhrase: Bool
  }

  /// The hashes of a text's terms, repeated as often as they occur.
  struct Hashes {
    /// Words and pairs.
    var words: [UInt64] = []
    /// Runs of characters.
    var runs: [UInt64] = []
    /// The kinds of personal data that were taken out, once each, and names taken out more than once.
    var marks: [UInt64] = []
    /// What its words hint at and what it looks like, once each.
    var cues: [UInt64] = []
    /// Where the term of each of ``words`` stands: the last of its words, by index in ``places``.
    var wordOrigins: [Int32] = []
    /// Where each of ``runs`` stands: its second scalar, the first being a blank for a run that opens a word.
    var runOrigins: [Int32] = []
    /// What each of ``places`` hints at.
    var kinds: [CueLexicon.Kinds] = []
    /// Where the words and placeholders stand, in scalars.
    var places: [Range<Int>] = []
  }

  /// The terms of a text.
  /// - Parameter origins: whether to say where they stand, too.
  func hashes(of text: String, origins: Bool = false) -> Hashes {
    let scalars = text.unicodeScalars.map { Self.lowercased($0) }
    var hashes = Hashes()
    hashes.words.reserveCapacity(scalars.count / 2)
    hashes.runs.reserveCapacity(scalars.count * 3)
    var previous: UInt64?
    var marks: [UInt64] = []
    func add(_ term: UInt64, _ range: Range<Int>) {
      if origins {
        for _ in 0..<(previous == nil ? 1 : 2) { hashes.wordOrigins.append(Int32(hashes.places.count)) }
        hashes.places.append(range)
      }
      hashes.words.append(term)
      if let previous { hashes.words.append(Self.pair(previous, term)) }
      previous = term
    }
    var (word, run, place) = (0, 0, 0)
    // The words as they stand, zero for a placeholder, and what they hint at.
    var (spelled, ranges): ([UInt64], [Range<Int>]) = ([], [])
    var kinds: CueLexicon.Kinds = 0
    var openings: [Int] = []
    func endWord() {
      guard word < place else { return }
      let hash = Self.hash(of: scalars[word..<place])
      let known = knowledge(of: scalars[word..<place], hash)
      add(known.stem, word..<place)
      kinds |= known.cues
      if origins { hashes.kinds.append(known.cues) }
      if known.opensPhrase { openings.append(spelled.count) }
      spelled.append(hash)
      ranges.append(word..<place)
    }
    func endRun() { if run < place { addRuns(in: scalars[run..<place], to: &hashes, origins: origins) } }
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == 0x5B, let end = Self.placeholderEnd(scalars, from: place) {
        endWord()
        endRun()
        let mark = Self.hash(3, scalars[place...end])
        add(mark, place..<(end + 1))
        marks.append(mark)
        spelled.append(0)
        if origins { hashes.kinds.append(0) }
        place = end + 1
        (word, run) = (place, place)
        continue
      }
      if !Self.isWordScalar(scalar) {
        endWord()
        word = place + 1
        if Self.isSpace(scalar) {
          endRun()
          run = place + 1
        }
      }
      place += 1
    }
    endWord()
    endRun()
    for opening in openings {
      let phrase = lexicon.kinds(ofPhrasesIn: spelled[opening...])
      kinds |= phrase
      if origins { hashes.kinds[opening] |= phrase }
    }
    for (kind, hash) in Self.cueHashes.enumerated() where kinds & (1 << CueLexicon.Kinds(kind)) != 0 {
      hashes.cues.append(hash)
    }
    for shape in TextShape.features(of: scalars, capitals: Self.longestCapitals(text), words: ranges) {
      hashes.cues.append(Self.hash(of: shape))
    }
    marks.sort()
    for index in marks.indices {
      if index == 0 || marks[index] != marks[index - 1] {
        hashes.marks.append(marks[index])
      } else if index == 1 || marks[index] != marks[index - 2] {
        hashes.marks.append(Self.pair(marks[index], marks[index]))
      }
    }
    return hashes
  }

  /// The term of each kind of cue.
  static let cueHashes = CueWords.all.map { hash(5, $0.name.unicodeScalars.lazy.map(\.value)) }

  /// The term of a text's form.
  static func hash(of shape: TextShape) -> UInt64 { hash(6, CollectionOfOne(shape.rawValue)) }

  private func knowledge(of word: ArraySlice<UInt32>, _ hash: UInt64) -> Knowledge {
    if let known = known[hash] { return known }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word.lazy.compactMap { Unicode.Scalar($0) })
    let stem = stemmer.stem(String(text)).unicodeScalars.lazy.map(\.value)
    let knowledge = Knowledge(
      stem: Self.hash(2, stem), cues: lexicon.kinds(of: word), opensPhrase: lexicon.opensPhrase(hash))
    known[hash] = knowledge
    return knowledge
  }

  /// The length of the longest word of nothing but capitals of the Latin alphabet.
  private static func longestCapitals(_ text: String) -> Int {
    var (longest, length, isOther) = (0, 0, false)
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: length += 1
      case 0x61...0x7A, 0x30...0x39, 0x80...: isOther = true
      default:
        if !isOther { longest = max(longest, length) }
        (length, isOther) = (0, false)
      }
    }
    return isOther ? longest : max(longest, length)
  }

  /// The runs of a stretch without blanks, which counts as standing between two.
  private func addRuns(in word: ArraySlice<UInt32>, to hashes: inout Hashes, origins: Bool) {
    let (first, last) = (word.startIndex - 1, word.endIndex)
    for start in first...last {
      var hash = Self.step(Self.seed, 4)
      for end in start...min(last, start + Self.runs.upperBound - 1) {
        hash = Self.step(hash, end == first || end == last ? 0x20 : word[end])
        if end - start + 1 >= Self.runs.lowerBound {
          hashes.runs.append(Self.finished(hash))
          if origins { hashes.runOrigins.append(Int32(start + 1)) }
        }
      }
    }
  }

  /// Where a placeholder that starts at a place ends: small letters, spaces and hyphens between square brackets.
  private static func placeholderEnd(_ scalars: [UInt32], from start: Int) -> Int? {
    var place = start + 1
    while place < scalars.count, place - start <= 30 {
      let scalar = scalars[place]
      if scalar == 0x5D { return place > start + 1 ? place : nil }
      guard (0x61...0x7A).contains(scalar) || scalar == 0x2D || scalar == 0x20 else { return nil }
      place += 1
    }
    return nil
  }

  /// Simple lower case, one scalar for one.
  private static func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x41...0x5A: return scalar.value + 32
    case 0x00..<0xC0: return scalar.value
    case 0xC0...0xDE where scalar.value != 0xD7: return scalar.value + 32
    case 0xD7, 0xDF...0xFF: return scalar.value
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
    }
  }

  private static func isWordScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: return true
    case 0x00..<0xAA: return false
    case 0xC0...0x24F: return scalar != 0xD7 && scalar != 0xF7
    default:
      guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
      return properties.isAlphabetic || properties.numericType != nil
    }
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x85, 0xA0: true
    case 0x00..<0x1680: false
    default: Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }
  }

  // FNV-1a, 64 bits.

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func step(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }

  /// FNV's high bits mix well, its low bits less so.
  private static func finished(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 32) }

  /// A word's own hash.
  static func hash(of word: some Sequence<UInt32>) -> UInt64 { hash(1, word) }

  private static func hash(_ kind: UInt32, _ scalars: some Sequence<UInt32>) -> UInt64 {
    var hash = step(seed, kind)
    for scalar in scalars { hash = step(hash, scalar) }
    return finished(hash)
  }

  /// Two terms in their order.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15 ^ second) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}
