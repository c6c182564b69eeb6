// Which posts tell what goes well, and in which sentence.

/// A sentence in which a post tells what goes well.
public struct ExperienceSentence: Hashable, Sendable {
  /// Where it stands in the body, in Unicode scalars.
  public var range: Range<Int>
  /// The sentence.
  public var text: String
  /// The words that make it so, in the order of the text, as they stand there.
  public var cues: [String]
}

/// Finds posts that tell what goes well: what worked, a good outcome, an improvement, pride, joy in the work.
///
/// It looks for set ways of telling so, word by word, and takes none of them where the sentence asks, denies, wishes,
/// supposes, thanks for a reply or mocks, where an offer or news is brought, and where somebody is in distress. It would
/// rather miss a story than take one that is none: many a story goes well without saying so.
public struct ExperienceDetector: Sendable {
  /// Points from which a sentence tells that something goes well.
  static let enough = 2
  /// A post with so many different words of an offer or invitation is one.
  static let tradeWords = 2
  /// How many words before and behind a phrase may deny it.
  private static let deniedBefore = 4
  private static let deniedBehind = 2

  private let lexicon: ExperienceLexicon
  private let splitter: SentenceSplitter

  /// A detector for a language; nil for one of which it knows no phrases.
  public init?(language: LanguageCode) {
    guard let lexicon = ExperienceLexicon(language: language) else { return nil }
    self.lexicon = lexicon
    splitter = SentenceSplitter(language: language)
  }

  /// The sentences that tell it, those that say it most clearly first; none where the post does not. Posts that ask the
  /// community something are for the caller to leave out.
  public func sentences(title: String? = nil, body: String) -> [ExperienceSentence] {
    let lexemes = Lexer.lexemes(of: body)
    let titleWords = title.map { Self.words(Lexer.lexemes(of: $0)[...]).map(\.hash) } ?? []
    let words = Self.words(lexemes[...])
    guard mayTell(Set(words.map(\.hash) + titleWords)) else { return [] }
    let bytes = Array(body.utf8)
    var found: [(sentence: ExperienceSentence, points: Int)] = []
    for sentence in splitter.sentences(of: lexemes) where !sentence.isQuoted {
      let (points, cues) = reading(lexemes[sentence.lexemes])
      guard points >= Self.enough else { continue }
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      found.append(
        (
          ExperienceSentence(
            range: sentence.range, text: text(sentence.byteRange),
            cues: cues.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.map(text)),
          points
        ))
    }
    return found.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }.map(\.element.sentence)
  }

  /// Whether a post with these words can be somebody's own story.
  private func mayTell(_ words: Set<UInt64>) -> Bool {
    if !words.isDisjoint(with: lexicon.grave) { return false }
    if words.count(where: lexicon.trade.contains) >= Self.tradeWords { return false }
    return words.isDisjoint(with: lexicon.news) || !words.isDisjoint(with: lexicon.own)
  }

  /// A word of a sentence.
  private struct SpokenWord {
    var hash: UInt64
    /// Whether a comma, dash, colon, bracket or quotation mark stands before it.
    var opensClause: Bool
    var inQuote: Bool
    var bytes: Range<Int>
  }

  private static func words(_ lexemes: ArraySlice<Lexeme>) -> [SpokenWord] {
    var words: [SpokenWord] = []
    var opens = false
    for lexeme in lexemes {
      switch lexeme.kind {
      case .word, .number:
        words.append(
          SpokenWord(
            hash: lexeme.kind == .number ? ExperienceLexicon.digits : lexeme.hash, opensClause: opens,
            inQuote: lexeme.inQuote, bytes: Int(lexeme.byteStart)..<Int(lexeme.byteEnd)))
        opens = false
      case .comma, .colon, .dash, .openBracket, .closeBracket, .openQuote, .closeQuote, .terminal, .newline:
        opens = true
      default: break
      }
    }
    return words
  }

  /// The points of a sentence, and where the words stand that gave them.
  private func reading(_ lexemes: ArraySlice<Lexeme>) -> (points: Int, cues: [Range<Int>]) {
    if lexemes.contains(where: { $0.kind == .terminal && $0.asks }) { return (0, []) }
    let spoken = Self.words(lexemes)
    let words = spoken.map(\.hash)
    if words.contains(where: lexicon.spoiling.contains) || isUnreal(words) { return (0, []) }
    for start in words.indices {
      for index in lexicon.vetoesByStart[words[start]] ?? []
      where lexicon.vetoes[index].end(in: words[...], from: start) != nil { return (0, []) }
    }
    var points = 0
    var cues: [Range<Int>] = []
    var met: Set<Int> = []
    for start in words.indices where !spoken[start].inQuote {
      for index in lexicon.phrasesByStart[words[start]] ?? [] where !met.contains(index) {
        let phrase = lexicon.phrases[index]
        if phrase.opensSentence, start > phrase.steps[0].gap { continue }
        guard let end = phrase.end(in: words[...], from: start) else { continue }
        guard phrase.denies || !isDenied(start..<end, in: spoken), !isIntended(start..<end, in: spoken)
        else { continue }
        let isWeakened = words[end...].contains(where: lexicon.weakening.contains)
        let weight = phrase.weight - (isWeakened ? 1 : 0)
        guard weight > 0 else { continue }
        met.insert(index)
        points += weight
        cues.append(spoken[start].bytes.lowerBound..<spoken[end - 1].bytes.upperBound)
      }
    }
    return (points, cues)
  }

  /// Whether a sentence tells what may be, not what is.
  private func isUnreal(_ words: [UInt64]) -> Bool {
    words.indices.contains { index in
      guard lexicon.unreal.contains(words[index]) else { return false }
      let isLikeness =
        words[index] == ExperienceLexicon.ifOrLike && index + 1 < words.count
        && lexicon.comparing.contains(words[index + 1])
      return !isLikeness
    }
  }

  /// Whether a word within a phrase, or near it in its own clause, denies it.
  private func isDenied(_ phrase: Range<Int>, in words: [SpokenWord]) -> Bool {
    var first = phrase.lowerBound
    while first > max(0, phrase.lowerBound - Self.deniedBefore), !words[first].opensClause { first -= 1 }
    var end = phrase.upperBound
    while end < min(words.count, phrase.upperBound + Self.deniedBehind), !words[end].opensClause { end += 1 }
    return words[first..<end].contains { lexicon.denying.contains($0.hash) }
  }

  /// Whether the clauses that a phrase touches tell what is wanted or meant, not what is.
  private func isIntended(_ phrase: Range<Int>, in words: [SpokenWord]) -> Bool {
    var first = phrase.lowerBound
    while first > 0, !words[first].opensClause { first -= 1 }
    var end = phrase.upperBound
    while end < words.count, !words[end].opensClause { end += 1 }
    return words[first..<end].contains { lexicon.intended.contains($0.hash) }
  }
}
