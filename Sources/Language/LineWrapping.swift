// Tells the ends of lines that a mail program wrapped from those that a writer meant.

/// Which line ends of a text are mere wrapping. A line was wrapped when the next line's first word would not have
/// fitted behind it, in a text of which several lines are as full as that.
struct LineWrapping {
  private var soft: Set<Int> = []

  /// Whether the line end at a lexeme is mere wrapping.
  func isSoft(at index: Int) -> Bool { !soft.isEmpty && soft.contains(index) }

  /// The narrowest and widest lines that programs wrap at, in scalars.
  private static let widths: ClosedRange<Int32> = 55...100

  /// Looks at the lines of a text.
  init(_ lexemes: [Lexeme]) {
    let ends = lexemes.indices.filter { lexemes[$0].kind == .newline }
    guard !ends.isEmpty else { return }
    var width: Int32 = 0
    var lineStart: Int32 = 0
    for end in ends + [lexemes.count] {
      let stop = end < lexemes.count ? lexemes[end].scalarStart : lexemes[lexemes.count - 1].scalarEnd
      width = max(width, stop - lineStart)
      lineStart = end < lexemes.count ? lexemes[end].scalarEnd : stop
    }
    guard Self.widths.contains(width) else { return }
    var candidates: [Int] = []
    lineStart = 0
    for end in ends {
      let length = lexemes[end].scalarStart - lineStart
      lineStart = lexemes[end].scalarEnd
      guard end > 0, end + 1 < lexemes.count, lexemes[end - 1].kind != .newline else { continue }
      var next = lexemes[end + 1]
      var place = end + 1
      if next.kind == .greaterThan, place + 2 < lexemes.count, lexemes[place + 1].kind == .blank {
        place += 2
        next = lexemes[place]
      }
      guard
        next.kind == .word || next.kind == .number || next.kind == .openBracket || next.kind == .openQuote,
        lexemes[end - 1].kind != .terminal, lexemes[end - 1].kind != .colon,
        length + 1 + (next.scalarEnd - next.scalarStart) > width
      else { continue }
      if next.kind == .number, place + 1 < lexemes.count, lexemes[place + 1].kind == .terminal { continue }
      candidates.append(end)
    }
    let continued = candidates.filter { !lexemes[$0 + 1].startsUpper }
    soft = Set(candidates.count >= 3 ? candidates : continued)
  }
}
