// The terms of all themes in one index, so that a text is read once for all of them.

import Language

/// How a term counts for a theme.
public enum ThemeTermKind: String, Hashable, Sendable {
  /// It nearly always points to the theme.
  case strong
  /// It supports the theme.
  case weak
  /// It counts in capitals only.
  case abbreviation
  /// A longer word begins or ends with a strong term.
  case compoundOfStrong
  /// A longer word begins or ends with a weak term.
  case compoundOfWeak

  /// How much the term says beside a strong one.
  var weight: Double {
    switch self {
    case .strong, .abbreviation: 1
    case .weak: 0.35
    case .compoundOfStrong: 0.7
    case .compoundOfWeak: 0.2
    }
  }
}

/// A term of the catalogue and the themes that name it.
struct ThemeTerm {
  /// As the catalogue writes it, in the first theme that names it.
  var text: String
  /// The themes that name it as this kind.
  var themes: [Int32]
  /// How it counts.
  var kind: ThemeTermKind
  /// How many themes name it as whatever kind.
  var ownerCount: Int
}

/// A word of a text as the index reads it.
struct ThemeWord {
  /// In lower case.
  var lowercased: String
  /// As it was written.
  var original: String
}

/// The index of the terms: a trie over stems for words and phrases, tables for abbreviations and parts of compounds.
struct ThemeTermIndex {
  private(set) var terms: [ThemeTerm] = []
  private var numberOfStem: [String: Int32] = [:]
  private var stepOfStem: [Step: Int32] = [:]
  private var termsAtNode: [[Int32]] = [[]]
  private var abbreviations: [String: Int32] = [:]
  private var strongParts: [String: Int32] = [:]
  private var weakParts: [String: Int32] = [:]
  private var knownWords: Set<String> = []
  private var readings: [String: Reading] = [:]
  private let analyzer: TextAnalyzer
  private let stemmer: Stemmer

  /// Shorter words begin or end too many others by chance.
  static let leastPartLength = 5
  /// The rest of a compound that is no linking letter is a word of at least this length.
  static let leastRestLength = 3
  private static let links = ["", "s", "en", "e", "n"]

  private struct Step: Hashable {
    var node: Int32
    var stem: Int32
  }

  /// What a word as it was written can mean: looked up once, since a text's words are mostly those of other texts.
  private struct Reading {
    /// The number of its stem; -1 when no term has it.
    var stem: Int32
    /// The abbreviation that it is; -1 when it is none.
    var abbreviation: Int32
    /// The terms with which it begins or ends.
    var compoundTerms: [Int32]
  }

  /// Indexes a catalogue.
  init(_ catalogue: ThemeCatalogue, analyzer: TextAnalyzer) {
    self.analyzer = analyzer
    stemmer = analyzer.makeStemmer()
    var numbers: [TermKey: Int32] = [:]
    for (theme, entry) in catalogue.themes.enumerated() {
      for (kind, texts) in [(ThemeTermKind.strong, entry.strongTerms), (.weak, entry.weakTerms)] {
        for text in texts { add(text, kind: kind, theme: Int32(theme), numbers: &numbers) }
      }
      for text in entry.abbreviations {
        add(text, kind: .abbreviation, theme: Int32(theme), numbers: &numbers)
      }
      let readable = [entry.title, entry.description] + entry.exampleQuestions
      for text in readable + entry.strongTerms + entry.weakTerms { learnWords(of: words(of: text)) }
    }
    countOwners()
  }

  private struct TermKey: Hashable {
    var text: String
    var kind: ThemeTermKind
  }

  private mutating func add(
    _ text: String, kind: ThemeTermKind, theme: Int32, numbers: inout [TermKey: Int32]
  ) {
    let words = words(of: text)
    let key = kind == .abbreviation ? text : words.map { stemmer.stem($0.lowercased) }.joined(separator: " ")
    guard !key.isEmpty else { return }
    if let number = numbers[TermKey(text: key, kind: kind)] {
      if terms[Int(number)].themes.last != theme { terms[Int(number)].themes.append(theme) }
      return
    }
    let number = newTerm(text, kind: kind, theme: theme)
    numbers[TermKey(text: key, kind: kind)] = number
    if kind == .abbreviation {
      abbreviations[text] = number
      return
    }
    var node: Int32 = 0
    for word in words {
      let stem = stemmer.stem(word.lowercased)
      let number = numberOfStem[stem] ?? Int32(numberOfStem.count)
      numberOfStem[stem] = number
      let step = Step(node: node, stem: number)
      if let next = stepOfStem[step] {
        node = next
      } else {
        node = Int32(termsAtNode.count)
        termsAtNode.append([])
        stepOfStem[step] = node
      }
    }
    termsAtNode[Int(node)].append(number)
    if words.count == 1, words[0].lowercased.unicodeScalars.count >= Self.leastPartLength {
      if kind == .strong {
        strongParts[words[0].lowercased] = number
      } else {
        weakParts[words[0].lowercased] = number
      }
    }
  }

  private mutating func newTerm(_ text: String, kind: ThemeTermKind, theme: Int32) -> Int32 {
    terms.append(ThemeTerm(text: text, themes: [theme], kind: kind, ownerCount: 1))
    return Int32(terms.count - 1)
  }

  /// Counts for each term how many themes name it, and gives every part of a compound a term of its own.
  private mutating func countOwners() {
    for node in termsAtNode {
      let owners = Set(node.flatMap { terms[Int($0)].themes }).count
      for term in node { terms[Int(term)].ownerCount = owners }
    }
    for term in abbreviations.values { terms[Int(term)].ownerCount = terms[Int(term)].themes.count }
    for word in strongParts.keys.sorted() { strongParts[word] = part(strongParts[word], .compoundOfStrong) }
    for word in weakParts.keys.sorted() { weakParts[word] = part(weakParts[word], .compoundOfWeak) }
  }

  private mutating func part(_ number: Int32?, _ kind: ThemeTermKind) -> Int32? {
    guard let number else { return nil }
    var term = terms[Int(number)]
    term.kind = kind
    terms.append(term)
    return Int32(terms.count - 1)
  }

  /// Makes words known, so that they can be the other half of a compound.
  mutating func learnWords(of words: [ThemeWord]) {
    let before = knownWords.count
    for word in words where word.lowercased.utf8.count >= Self.leastRestLength {
      knownWords.insert(word.lowercased)
    }
    // What a word can mean depends on the words that are known.
    if knownWords.count > before, !readings.isEmpty { readings.removeAll() }
  }

  /// The words of a text, cut at hyphens as well: `AI-tool` is `AI tool`.
  func words(of text: String) -> [ThemeWord] {
    let tokenized = analyzer.tokenize(text)
    let bytes = Array(text.utf8)
    var words: [ThemeWord] = []
    words.reserveCapacity(tokenized.tokens.count)
    let hyphen = UInt8(ascii: "-")
    for token in tokenized.tokens {
      let lower = tokenized.bytes(token)
      let written = bytes[token.byteRange]
      guard lower.contains(hyphen) else {
        words.append(Self.word(lower, written))
        continue
      }
      let parts = zip(lower.split(separator: hyphen), written.split(separator: hyphen))
      for (part, original) in parts { words.append(Self.word(part, original)) }
    }
    return words
  }

  private static func word(_ lower: ArraySlice<UInt8>, _ written: ArraySlice<UInt8>) -> ThemeWord {
    ThemeWord(
      lowercased: String(decoding: lower, as: UTF8.self), original: String(decoding: written, as: UTF8.self))
  }

  /// The terms that a text uses, each as often as it does.
  mutating func terms(in words: [ThemeWord]) -> [Int32] {
    var matches: [(range: Range<Int>, terms: [Int32])] = []
    let readings = words.map { reading(of: $0) }
    for start in words.indices {
      var node: Int32 = 0
      for end in start..<words.count {
        guard readings[end].stem >= 0, let next = stepOfStem[Step(node: node, stem: readings[end].stem)]
        else { break }
        node = next
        if !termsAtNode[Int(node)].isEmpty { matches.append((start..<end + 1, termsAtNode[Int(node)])) }
      }
    }
    var found = withoutShorter(matches)
    let wholeWords = Set(matches.filter { $0.range.count == 1 }.map(\.range.lowerBound))
    for (place, reading) in readings.enumerated() {
      if reading.abbreviation >= 0 { found.append(reading.abbreviation) }
      if !wholeWords.contains(place) { found.append(contentsOf: reading.compoundTerms) }
    }
    return found
  }

  private mutating func reading(of word: ThemeWord) -> Reading {
    if let known = readings[word.original] { return known }
    var written = Substring(word.original)
    if written.hasSuffix("'s") { written = written.dropLast(2) }
    let reading = Reading(
      stem: numberOfStem[stemmer.stem(word.lowercased)] ?? -1,
      abbreviation: abbreviations[String(written)] ?? -1, compoundTerms: compoundTerms(of: word.lowercased))
    readings[word.original] = reading
    return reading
  }

  /// The longest match wins: a term within a longer one that says no less does not count.
  private func withoutShorter(_ matches: [(range: Range<Int>, terms: [Int32])]) -> [Int32] {
    var found: [Int32] = []
    for match in matches {
      let longer = matches.filter { $0.range.count > match.range.count && $0.range.contains(match.range) }
      let strongest = longer.flatMap(\.terms).map { terms[Int($0)].kind.weight }.max() ?? 0
      for term in match.terms where terms[Int(term)].kind.weight > strongest { found.append(term) }
    }
    return found
  }

  /// The terms with which a word begins or ends, when the rest of it is a known word.
  private func compoundTerms(of word: String) -> [Int32] {
    let scalars = word.unicodeScalars
    guard scalars.count >= Self.leastPartLength + Self.leastRestLength else { return [] }
    var found: [Int32] = []
    let boundaries = scalars.indices.dropFirst(Self.leastRestLength).dropLast(Self.leastRestLength - 1)
    // The longest head and the longest tail.
    for boundary in boundaries.reversed() {
      let (head, tail) = (String(scalars[..<boundary]), String(scalars[boundary...]))
      guard let term = strongParts[head] ?? weakParts[head] else { continue }
      if isRest(tail, after: true) {
        found.append(term)
        break
      }
    }
    for boundary in boundaries {
      let (head, tail) = (String(scalars[..<boundary]), String(scalars[boundary...]))
      guard let term = strongParts[tail] ?? weakParts[tail] else { continue }
      if isRest(head, after: false) {
        if !found.contains(term) { found.append(term) }
        break
      }
    }
    return found
  }

  /// Whether what is left of a compound is a word, with or without linking letters between it and the term.
  private func isRest(_ rest: String, after: Bool) -> Bool {
    Self.links.contains { link in
      guard after ? rest.hasPrefix(link) : rest.hasSuffix(link) else { return false }
      let word = after ? rest.dropFirst(link.count) : rest.dropLast(link.count)
      return word.utf8.count >= Self.leastRestLength && knownWords.contains(String(word))
    }
  }
}

extension Range<Int> {
  /// Whether another range lies within this one.
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
