// Finds [quote]…[/quote] as forums write it.

/// Cuts lines at the tags of bulletin boards, so that a quote that starts in the middle of a line is a piece of its own.
enum BulletinBoardQuotes {
  /// A line, or a part of one.
  struct Piece {
    var text: String
    var mark: TextMark
    var endsLine: Bool
  }

  /// The lines with what stands between the tags as quoted. Tags that have no counterpart are text.
  static func pieces(of lines: [MarkedLine]) -> [Piece] {
    let hasTags = lines.contains { $0.text.range(ofTag: "[/quote]", from: $0.text.startIndex) != nil }
    guard hasTags else { return lines.map { Piece(text: $0.text, mark: $0.mark, endsLine: true) } }
    var pieces: [Piece] = []
    for line in lines { cut(line, into: &pieces) }
    mark(&pieces)
    return pieces
  }

  /// Cuts before each opening tag and behind each closing tag.
  private static func cut(_ line: MarkedLine, into pieces: inout [Piece]) {
    var rest = line.text[...]
    func add(_ text: Substring, endsLine: Bool) {
      pieces.append(Piece(text: String(text), mark: line.mark, endsLine: endsLine))
    }
    // Each is looked for again only when it has been passed, so that all of the line is gone over once.
    var close = rest.range(ofTag: "[/quote]", from: rest.startIndex)
    var open = rest.isEmpty ? nil : rest.range(ofTag: "[quote", from: rest.index(after: rest.startIndex))
    while true {
      if let passed = open, passed.lowerBound <= rest.startIndex {
        open = rest.isEmpty ? nil : rest.range(ofTag: "[quote", from: rest.index(after: rest.startIndex))
      }
      if let passed = close, passed.lowerBound < rest.startIndex {
        close = rest.range(ofTag: "[/quote]", from: rest.startIndex)
      }
      if let open, close.map({ open.lowerBound < $0.lowerBound }) ?? true {
        add(rest[..<open.lowerBound], endsLine: false)
        rest = rest[open.lowerBound...]
      } else if let close, close.upperBound < rest.endIndex {
        add(rest[..<close.upperBound], endsLine: false)
        rest = rest[close.upperBound...]
      } else {
        return add(rest, endsLine: true)
      }
    }
  }

  private static func mark(_ pieces: inout [Piece]) {
    var open: [Int] = []
    // How many quotes start with a piece, less those that ended with the one before.
    var changes = Array(repeating: 0, count: pieces.count + 1)
    for index in pieces.indices {
      let text = pieces[index].text[...]
      if let tag = text.range(ofTag: "[quote", from: text.startIndex), tag.lowerBound == text.startIndex,
        let next = text[tag.upperBound...].first, "]=: ".contains(next)
      {
        open.append(index)
      }
      guard text.range(ofTag: "[/quote]", from: text.startIndex) != nil, let start = open.popLast() else {
        continue
      }
      changes[start] += 1
      changes[index + 1] -= 1
    }
    var depth = 0
    for index in pieces.indices {
      depth += changes[index]
      if depth > 0 { pieces[index].mark = .quoted }
    }
  }
}

extension StringProtocol {
  /// The first place of a tag, in any case.
  fileprivate func range(ofTag tag: String, from start: Index) -> Range<Index>? {
    let wanted = Array(tag.utf8)
    var position = start
    while let open = self[position...].utf8.firstIndex(of: UInt8(ascii: "[")) {
      let found = self[open...].utf8.prefix(wanted.count)
      if found.count == wanted.count, zip(found, wanted).allSatisfy({ $0 == $1 || ($0 | 0x20) == $1 }),
        let end = utf8.index(open, offsetBy: wanted.count, limitedBy: endIndex)
      {
        return open..<end
      }
      position = index(after: open)
    }
    return nil
  }
}
