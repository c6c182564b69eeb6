// The word lists and phrase tables by which posts that tell what goes well are found.

/// A set way of telling: words that follow each other, with room for other words between them.
struct ExperiencePhrase: Sendable {
  /// A word of the phrase: one of these, with how many other words may stand before it.
  struct Step: Sendable {
    var words: Set<UInt64>
    var gap: Int
  }

  /// How much it says; two points are enough for a sentence.
  var weight: Int
  /// Whether it has to begin its sentence, give or take the gap of its first step.
  var opensSentence: Bool
  /// How many words may stand behind it in its sentence; nil for any number.
  var wordsBehind: Int?
  /// Whether its own words deny: "nooit meer ruzie" is good news.
  var denies: Bool
  var steps: [Step]

  /// The place behind the phrase, when it begins at a word.
  func end(in words: ArraySlice<UInt64>, from start: Int, step: Int = 0) -> Int? {
    guard step < steps.count else {
      if let wordsBehind, words.endIndex - start > wordsBehind { return nil }
      return start
    }
    let last = min(words.endIndex - 1, start + (step == 0 ? 0 : steps[step].gap))
    guard start <= last else { return nil }
    for place in start...last where steps[step].words.contains(words[place]) {
      if let end = end(in: words, from: place + 1, step: step + 1) { return end }
    }
    return nil
  }
}

/// Word lists and phrase tables of one language.
struct ExperienceLexicon: Sendable {
  /// "Als": if, or like.
  static let ifOrLike = WordHash.of("als")
  /// What digits count as.
  static let digits = WordHash.of("0")

  private(set) var phrases: [ExperiencePhrase] = []
  private(set) var vetoes: [ExperiencePhrase] = []
  /// The phrases that a word can begin.
  private(set) var phrasesByStart: [UInt64: [Int]] = [:]
  private(set) var vetoesByStart: [UInt64: [Int]] = [:]
  /// Words that deny.
  let denying: Set<UInt64>
  /// Words that take back a part of what stands before them.
  let weakening: Set<UInt64>
  /// Words for who tells.
  let own: Set<UInt64>
  /// Words by which a sentence tells what may be, not what is.
  let unreal: Set<UInt64>
  /// Words behind "als" that make it compare, and not suppose.
  let comparing: Set<UInt64>
  /// Words by which a clause tells what is meant or wanted.
  let intended: Set<UInt64>
  /// Words of what went wrong.
  let spoiling: Set<UInt64>
  /// Words of offers and invitations.
  let trade: Set<UInt64>
  /// Words of news from elsewhere.
  let news: Set<UInt64>
  /// Words of distress: whatever else such a post tells, it is not for a report.
  let grave: Set<UInt64>

  /// The lists of a language; nil where there are none.
  init?(language: LanguageCode) {
    guard language == .dutch else { return nil }
    self.init(words: Self.dutchWords, phrases: Self.dutchPhrases, vetoes: Self.dutchVetoes)
  }

  private init(words: String, phrases: String, vetoes: String) {
    var kinds: [Substring: Set<UInt64>] = [:]
    for line in words.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      kinds[parts[0], default: []].formUnion(parts[1].split(separator: " ").map { WordHash.of($0) })
    }
    kinds["number", default: []].insert(Self.digits)
    denying = kinds["not"] ?? []
    weakening = kinds["weakens"] ?? []
    own = kinds["own"] ?? []
    unreal = kinds["unreal"] ?? []
    comparing = kinds["comparesWith"] ?? []
    intended = kinds["intended"] ?? []
    spoiling = kinds["spoils"] ?? []
    trade = kinds["trade"] ?? []
    news = kinds["news"] ?? []
    grave = kinds["grave"] ?? []
    self.phrases = Self.read(phrases, kinds: kinds)
    self.vetoes = Self.read(vetoes, kinds: kinds)
    phrasesByStart = Self.starts(self.phrases)
    vetoesByStart = Self.starts(self.vetoes)
  }

  private static func starts(_ phrases: [ExperiencePhrase]) -> [UInt64: [Int]] {
    var starts: [UInt64: [Int]] = [:]
    for (index, phrase) in phrases.enumerated() {
      for word in phrase.steps.first?.words ?? [] { starts[word, default: []].append(index) }
    }
    return starts
  }

  private static func read(_ table: String, kinds: [Substring: Set<UInt64>]) -> [ExperiencePhrase] {
    table.split(separator: "\n").compactMap { line in
      let items = line.split(separator: " ")
      guard let weight = items.first.flatMap({ Int($0) }) else { return nil }
      var phrase = ExperiencePhrase(
        weight: weight, opensSentence: false, wordsBehind: nil, denies: false, steps: [])
      var gap = 0
      for item in items.dropFirst() {
        if item == "^" {
          phrase.opensSentence = true
        } else if item == "$" {
          phrase.wordsBehind = gap
        } else if item.hasPrefix("~") {
          gap = Int(item.dropFirst()) ?? 0
        } else {
          var words: Set<UInt64> = []
          for part in item.split(separator: "|") {
            guard part.hasPrefix("@") else {
              words.insert(WordHash.of(part))
              continue
            }
            words.formUnion(kinds[part.dropFirst()] ?? [])
            if part == "@never" { phrase.denies = true }
          }
          phrase.steps.append(ExperiencePhrase.Step(words: words, gap: gap))
          gap = 0
        }
      }
      return phrase
    }
  }

  /// The kinds that phrases name and no line of words defines, for a test that there are none.
  static var undefinedKinds: [String] {
    var defined: Set<Substring> = ["number"]
    for line in dutchWords.split(separator: "\n") { defined.formUnion(line.split(separator: ":").prefix(1)) }
    var unknown: [String] = []
    for item in dutchPhrases.split(whereSeparator: \.isWhitespace) {
      for part in item.split(separator: "|") where part.hasPrefix("@") {
        let kind = part.dropFirst()
        if !defined.contains(kind) { unknown.append(String(kind)) }
      }
    }
    return unknown
  }
}
