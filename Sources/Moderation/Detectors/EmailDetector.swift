// E-mail addresses, also when somebody hid the at sign or the dots ("apenstaartje", "(at)", " punt ").

import Discussion

struct EmailDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in 0..<text.count {
      guard let sign = atSign(in: text, at: index) else { continue }
      let spelled = !(sign.upperBound - sign.lowerBound == 1)
      guard let start = localPart(in: text, before: sign.lowerBound, spelled: spelled),
        let end = domain(in: text, from: sign.upperBound, needsKnownEnding: spelled),
        !isGeneral(text, start..<sign.lowerBound)
      else { continue }
      matches.add(.email, start..<end)
    }
  }

  /// The at sign, bare or spelled out, with the spaces around it.
  private func atSign(in text: ScalarText, at index: Int) -> Range<Int>? {
    var length = 0
    switch text.small(index) {
    case 0x40: length = 1
    case 0x28, 0x5B, 0x7B, 0x3C, 0x61:  // What the spelled-out signs start with.
      for literal in Self.bracketed where text.has(literal, at: index) { length = literal.utf8CodeUnitCount }
      if length == 0, !text.isWord(index - 1) {
        for literal in Self.spelledOut
        where text.has(literal, at: index) && !text.isWord(index + literal.utf8CodeUnitCount) {
          length = literal.utf8CodeUnitCount
        }
      }
    default: return nil
    }
    guard length > 0 else { return nil }
    var start = index
    while text.isSpace(start - 1), !text.isNewline(start - 1), index - start < 2 { start -= 1 }
    var end = index + length
    while text.isSpace(end), !text.isNewline(end), end - index - length < 2 { end += 1 }
    if length == 1, start == index, end > index + 1 { return nil }  // "naam@ iemand": a mention
    return start..<end
  }

  /// Where the part before the at sign starts.
  private func localPart(in text: ScalarText, before end: Int, spelled: Bool) -> Int? {
    var start = end
    while isLocal(text, start - 1) { start -= 1 }
    while start < end, text.scalar(start) == 0x2E || text.scalar(start) == 0x2D { start += 1 }
    guard start < end else { return nil }
    if spelled {
      while let dot = spelledDot(in: text, before: start), isLocal(text, dot - 1) {
        var earlier = dot
        while isLocal(text, earlier - 1) { earlier -= 1 }
        start = earlier
      }
    }
    return start
  }

  private func isLocal(_ text: ScalarText, _ index: Int) -> Bool {
    text.isWord(index) || [0x2E, 0x2B, 0x2D].contains(text.scalar(index))
  }

  /// Where the domain ends that starts at an offset; nil when there is none.
  private func domain(in text: ScalarText, from start: Int, needsKnownEnding: Bool) -> Int? {
    var position = start
    var labels = 0
    var end: Int?
    while true {
      let label = position
      while text.isWord(position) || (text.scalar(position) == 0x2D && text.isWord(position + 1)) {
        position += 1
      }
      guard position > label else { break }
      labels += 1
      if labels > 1 {
        let known = Self.endings.contains(WordHash.of(text.lower[label..<position]))
        if known || (!needsKnownEnding && position - label >= 2) { end = position }
        if needsKnownEnding && known { break }
      }
      guard let next = dot(in: text, at: position) else { break }
      position = next
    }
    return end
  }

  /// The offset behind a dot, bare or spelled out.
  private func dot(in text: ScalarText, at index: Int) -> Int? {
    if text.scalar(index) == 0x2E { return text.isWord(index + 1) ? index + 1 : nil }
    let start = text.skipSpaces(index)
    for literal in Self.bracketedDots where text.has(literal, at: start) {
      return text.skipSpaces(start + literal.utf8CodeUnitCount)
    }
    guard start > index else { return nil }
    for literal in ["punt ", "dot "] as [StaticString] where text.has(literal, at: start) {
      return text.skipSpaces(start + literal.utf8CodeUnitCount)
    }
    return nil
  }

  /// The offset before a spelled-out dot that ends at an offset.
  private func spelledDot(in text: ScalarText, before end: Int) -> Int? {
    for literal in Self.innerDots where text.has(literal, at: end - literal.utf8CodeUnitCount) {
      return end - literal.utf8CodeUnitCount
    }
    return nil
  }

  /// Mailboxes of a desk, not of a person: `info@`, `servicedesk@`.
  private func isGeneral(_ text: ScalarText, _ local: Range<Int>) -> Bool {
    Self.desks.contains(WordHash.of(text.lower[local]))
  }

  private static let bracketed: [StaticString] = [
    "(at)", "[at]", "{at}", "<at>", "( at )", "[ at ]", "(apenstaartje)", "[apenstaartje]", "(apestaartje)",
    "(@)",
    "[@]", "(a)",
  ]
  private static let spelledOut: [StaticString] = [
    "apenstaartje", "apestaartje", "apenstaart", "apestaart", "at",
  ]
  private static let bracketedDots: [StaticString] = [
    "(dot)", "[dot]", "(punt)", "[punt]", "{dot}", "(.)", "[.]",
  ]
  private static let innerDots: [StaticString] = [
    " punt ", " dot ", " (dot) ", " (punt) ", "(dot)", "(punt)", "[dot]", "[punt]", " streepje ",
    " underscore ",
  ]
  private static let endings = WordSet(
    "nl com org net be eu de uk fr info nu email frl amsterdam me io co tv biz edu gov example")
  private static let desks = WordSet(
    """
    info contact helpdesk servicedesk support klantenservice noreply no-reply redactie webmaster algemeen receptie
    privacy
    """)
}
