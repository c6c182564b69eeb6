// Tells the ends of lines that a mail program wrapped from those that a writer meant.

/// Which line ends of a text are mere wrapping. A line goes on when it is as long as wrapped lines are, ends in
/// the middle of a sentence, and the next line begins with a small letter. A capital may go on as well, in a text
/// of which several lines are so full that the next line's first word would not have fitted behind them.
struct LineWrapping {
  private var soft: Set<Int> = []

  /// Whether the line end at a lexeme is mere wrapping.
  func isSoft(at index: Int) -> Bool { !soft.isEmpty && soft.contains(index) }

  /// The shortest and longest lines that programs make by wrapping, in scalars.
  private static let lengths: ClosedRange<Int32> = 50...100
  /// How many full lines show that a text was wrapped.
  private static let evidence = 3

  private struct Line {
    /// Its lexemes, the line end not among them.
    var lexemes: Range<Int>
    /// Its length in scalars.
    var length: Int32
  }

  /// Looks at the lines of a text.
  init(_ lexemes: [Lexeme]) {
    let lines = Self.lines(of: lexemes)
    guard lines.count > 1 else { return }
    let width = lines.map(\.length).max() ?? 0
    var goesOn: [Int] = []
    var full: [Int] = []
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard Self.lengths.contains(line.length), let last = line.lexemes.last,
        lexemes[last].kind != .terminal, lexemes[last].kind != .colon,
        let first = Self.firstWord(next, lexemes),
        Self.isQuoted(line, lexemes) == Self.isQuoted(next, lexemes)
      else { continue }
      if lexemes[first].kind == .word, !lexemes[first].startsUpper { goesOn.append(line.lexemes.upperBound) }
      let word = lexemes[first].scalarEnd - lexemes[first].scalarStart
      if line.length + 1 + word > width { full.append(line.lexemes.upperBound) }
    }
    soft = Set(goesOn)
    if Self.lengths.contains(width), full.count >= Self.evidence { soft.formUnion(full) }
  }

  private static func lines(of lexemes: [Lexeme]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for index in 0...lexemes.count where index == lexemes.count || lexemes[index].kind == .newline {
      let range = start..<index
      let length = range.isEmpty ? 0 : lexemes[index - 1].scalarEnd - lexemes[start].scalarStart
      lines.append(Line(lexemes: range, length: length))
      start = index + 1
    }
    return lines
  }

  /// The line's first word or number, behind marks of quotation; nil when the line begins otherwise, as an item
  /// of a list does.
  private static func firstWord(_ line: Line, _ lexemes: [Lexeme]) -> Int? {
    for index in line.lexemes {
      switch lexemes[index].kind {
      case .greaterThan, .blank, .openBracket, .openQuote: continue
      case .word: return index
      case .number:
        let behind = index + 1
        let isItem =
          behind < line.lexemes.upperBound
          && (lexemes[behind].kind == .terminal || lexemes[behind].kind == .closeBracket)
        return isItem ? nil : index
      default: return nil
      }
    }
    return nil
  }

  private static func isQuoted(_ line: Line, _ lexemes: [Lexeme]) -> Bool {
    line.lexemes.first { lexemes[$0].kind != .blank }.map { lexemes[$0].kind == .greaterThan } ?? false
  }
}
