// Cuts a text into sentences.

/// A sentence of a text.
public struct Sentence: Hashable, Sendable {
  /// Where it stands, in Unicode scalars of the text, the end exclusive.
  public var range: Range<Int>
  /// Where it stands, in UTF-8 bytes of the text.
  public var byteRange: Range<Int>
  /// Whether it is earlier text that the post repeats (`> …`, or `[quote]…[/quote]`).
  public var isQuoted: Bool
  /// The lexemes it is made of.
  var lexemes: Range<Int>
}

/// Cuts text into sentences. They follow each other in the order of the text, and every scalar that is no white
/// space is in exactly one of them.
///
/// A sentence ends at `.`, `!`, `?` or `…` with a blank behind it, at the end of a line (but not where a line was
/// merely wrapped), and behind an emoji that a capital follows. It does not end in an abbreviation, after an
/// initial, within a number, nor inside a quotation or brackets that opened within the sentence.
public struct SentenceSplitter: Sendable {
  private let abbreviations: Abbreviations

  /// A splitter for a language.
  public init(language: LanguageCode) { abbreviations = Abbreviations(language: language) }

  /// The sentences of a text.
  public func sentences(in text: String) -> [Sentence] {
    sentences(of: Lexer.lexemes(of: text))
  }

  /// The sentences of a text that is cut into lexemes, with ``Lexeme/inQuote`` and ``Lexeme/inBracket`` set.
  func sentences(of lexemes: [Lexeme]) -> [Sentence] {
    var sentences: [Sentence] = []
    let wrapping = LineWrapping(lexemes)
    let hasLines = lexemes.contains { $0.kind == .newline }
    let blockEnds = Set(Self.blockEnds(lexemes))
    let lastBlockEnd = blockEnds.max() ?? -1
    var inBlock = false
    var start: Int?
    var quoted = false
    var atLineStart = true

    func close(before end: Int) {
      guard let first = start else { return }
      var last = end - 1
      while last > first, lexemes[last].isSpace { last -= 1 }
      sentences.append(
        Sentence(
          range: Int(lexemes[first].scalarStart)..<Int(lexemes[last].scalarEnd),
          byteRange: Int(lexemes[first].byteStart)..<Int(lexemes[last].byteEnd), isQuoted: quoted,
          lexemes: first..<(last + 1)))
      start = nil
    }

    var index = 0
    while index < lexemes.count {
      let lexeme = lexemes[index]
      switch lexeme.kind {
      case .blank:
        index += 1
        continue
      case .newline:
        if !wrapping.isSoft(at: index) { close(before: index) }
        atLineStart = true
        index += 1
        continue
      default: break
      }
      if atLineStart {
        if index < lastBlockEnd, opensBlock(lexemes, at: index) { inBlock = true }
        let repeats = inBlock || lexeme.kind == .greaterThan
        if repeats != quoted { close(before: index) }
        quoted = repeats
        atLineStart = false
      }
      if start == nil { start = index }
      index += 1
      switch lexeme.kind {
      case .terminal:
        let end = endOfMarks(lexemes, from: index)
        if endsSentence(lexemes, terminal: index - 1, marksEnd: end, start: start ?? 0, hasLines: hasLines) {
          close(before: end)
          index = end
        }
      case .word where lexeme.isDotted && abbreviations.isKnown(lexeme.hash):
        if let next = nextAfterBlank(lexemes, index), lexemes[next].startsUpper { close(before: index) }
      case .emoji:
        index = endOfEmoji(lexemes, from: index)
        if let next = nextAfterBlank(lexemes, index), lexemes[next].startsUpper, !lexeme.inBracket {
          close(before: index)
        }
      case .closeBracket where blockEnds.contains(index - 1):
        close(before: index)
        (inBlock, atLineStart) = (false, true)
      default: break
      }
    }
    close(before: lexemes.count)
    return sentences
  }

  // MARK: Blocks of repeated text

  private static let quoteTag = WordHash.of("quote")

  /// Whether `[quote` stands here: forums mark repeated text with it.
  private func opensBlock(_ lexemes: [Lexeme], at index: Int) -> Bool {
    lexemes[index].kind == .openBracket && index + 1 < lexemes.count
      && lexemes[index + 1].hash == Self.quoteTag
  }

  /// The indices at which `[/quote]` ends.
  private static func blockEnds(_ lexemes: [Lexeme]) -> [Int] {
    lexemes.indices.filter { index in
      lexemes[index].kind == .closeBracket && index >= 3 && lexemes[index - 1].hash == quoteTag
        && lexemes[index - 2].kind == .other && lexemes[index - 3].kind == .openBracket
    }
  }

  // MARK: Ends of sentences

  /// The index behind a run of emoji.
  private func endOfEmoji(_ lexemes: [Lexeme], from index: Int) -> Int {
    var end = index
    while end < lexemes.count {
      if lexemes[end].kind == .emoji {
        end += 1
      } else if lexemes[end].kind == .blank, end + 1 < lexemes.count, lexemes[end + 1].kind == .emoji {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The index behind the closing marks and emoji that follow a terminal.
  private func endOfMarks(_ lexemes: [Lexeme], from index: Int) -> Int {
    var end = index
    while end < lexemes.count {
      switch lexemes[end].kind {
      case .closeQuote, .closeBracket, .terminal, .emoji: end += 1
      case .blank:
        guard end + 1 < lexemes.count, lexemes[end + 1].kind == .emoji else { return end }
        end += 2
      default: return end
      }
    }
    return end
  }

  /// The index of the lexeme behind a blank; nil when no blank stands there, or a line ends.
  private func nextAfterBlank(_ lexemes: [Lexeme], _ index: Int) -> Int? {
    guard index < lexemes.count, lexemes[index].kind == .blank, index + 1 < lexemes.count,
      lexemes[index + 1].kind != .newline
    else { return nil }
    return index + 1
  }

  private func endsSentence(_ lexemes: [Lexeme], terminal: Int, marksEnd: Int, start: Int, hasLines: Bool)
    -> Bool
  {
    let mark = lexemes[terminal]
    guard marksEnd < lexemes.count, lexemes[marksEnd].kind != .newline else { return true }
    // Inside a quotation or brackets that opened later than the sentence, and does not close here.
    let last = lexemes[marksEnd - 1]
    let closesHere = last.kind == .closeQuote || last.kind == .closeBracket || last.kind == .terminal
    if mark.inQuote || mark.inBracket {
      let opensSentence = lexemes[start].kind == .openQuote || lexemes[start].kind == .openBracket
      if !opensSentence, !closesHere || terminal == marksEnd - 1 { return false }
    }
    guard let next = nextAfterBlank(lexemes, marksEnd) else {
      // No blank: only `?` and `!` with a capital behind them end a sentence ("Echt?Ja").
      return (mark.asks || mark.exclaims) && lexemes[marksEnd].kind == .word && lexemes[marksEnd].startsUpper
    }
    let following = lexemes[next]
    let startsLower = following.kind == .word && !following.startsUpper
    let closedMarks =
      marksEnd > terminal + 1 && lexemes[terminal + 1].kind != .blank
      && lexemes[terminal + 1].kind != .emoji
    if startsLower, closedMarks, mark.inQuote || mark.inBracket { return false }
    if mark.asks || mark.exclaims { return following.kind != .comma }
    if mark.isEllipsis { return !startsLower }
    return pointEndsSentence(
      lexemes, terminal: terminal, following: following, canBeItem: hasLines && terminal - 1 == start)
  }

  /// Whether a single point ends the sentence, by the word before it and the lexeme behind it.
  private func pointEndsSentence(_ lexemes: [Lexeme], terminal: Int, following: Lexeme, canBeItem: Bool)
    -> Bool
  {
    guard terminal > 0 else { return true }
    let before = lexemes[terminal - 1]
    let startsLower = following.kind == .word && !following.startsUpper
    switch before.kind {
    case .word:
      if abbreviations.neverEnds(before.hash) { return false }
      if abbreviations.isKnown(before.hash) { return !startsLower && following.kind != .number }
      let length = before.scalarEnd - before.scalarStart
      // An initial, as in "A. de Vries" and "J.P. Jansen".
      if length == 1, before.startsUpper { return false }
      return true
    case .number:
      // "3. " opens an item of a list; "op 3. juni" goes on.
      return !canBeItem && !startsLower
    default: return true
    }
  }
}

extension Lexeme {
  /// Whether it is white space.
  var isSpace: Bool { kind == .blank || kind == .newline }
}
