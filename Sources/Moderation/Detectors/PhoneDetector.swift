// Telephone numbers that reach a person; public help lines and general numbers are left alone.

import Discussion

struct PhoneDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    var index = 0
    while index < text.count {
      if let end = phone(in: text, at: index) {
        matches.add(.phone, index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  private func phone(in text: ScalarText, at start: Int) -> Int? {
    guard !text.isWord(start - 1), text.scalar(start - 1) != 0x2B else { return nil }
    switch text.scalar(start) {
    case 0x2B: return international(in: text, prefixEnd: start + 1, start: start)
    case 0x30 where text.scalar(start + 1) == 0x30 && text.isDigit(start + 2):
      return international(in: text, prefixEnd: start + 2, start: start)
    case 0x33 where text.has("316", at: start) && !Self.isJoinedToNumber(text, start):
      let (digits, end) = text.digits(from: start, atMost: 11, separators: Self.separators, gap: 2)
      return digits.count == 11 && !text.isWord(end) ? end : nil
    case 0x30: return national(in: text, from: start, start: start)
    case 0x28 where text.scalar(start + 1) == 0x30 && text.scalar(start + 2) != 0x30:
      return national(in: text, from: start + 1, start: start)
    case 0x28 where text.scalar(start + 1) == 0x2B:
      return international(in: text, prefixEnd: start + 2, start: start)
    default: return spokenMobile(in: text, at: start)
    }
  }

  /// Ten digits that start with one zero.
  private func national(in text: ScalarText, from: Int, start: Int) -> Int? {
    if Self.isJoinedToNumber(text, start) { return nil }
    let (digits, end) = text.digits(from: from, atMost: 10, separators: Self.separators, gap: 4)
    guard digits.count == 10, digits[1] != 0, !text.isWord(end), isPersonal(digits, in: text, start..<end)
    else { return nil }
    return end
  }

  /// A country code and a number; the Dutch one with or without `(0)`.
  private func international(in text: ScalarText, prefixEnd: Int, start: Int) -> Int? {
    let code = text.digits(from: prefixEnd, atMost: 2, separators: Self.separators, gap: 2)
    guard code.digits.count == 2 else { return nil }
    if code.digits == [3, 1] {
      let first = text.digits(from: code.end, atMost: 1, separators: Self.separators, gap: 4)
      let rest = first.digits == [0] ? first.end : code.end
      let (digits, end) = text.digits(from: rest, atMost: 9, separators: Self.separators, gap: 4)
      guard digits.count == 9, digits[0] != 0, !text.isWord(end),
        isPersonal([0] + digits, in: text, start..<end)
      else { return nil }
      return end
    }
    guard text.scalar(prefixEnd - 1) == 0x2B || Self.neighbours.contains(code.digits) else { return nil }
    let (digits, end) = text.digits(from: code.end, atMost: 13, separators: Self.separators, gap: 3)
    return (7...12).contains(digits.count) && !text.isWord(end) ? end : nil
  }

  /// "nul zes 12 34 56 78".
  private func spokenMobile(in text: ScalarText, at start: Int) -> Int? {
    for spoken in ["nul zes", "nul-zes", "nulzes", "0 zes", "zero six"] as [StaticString]
    where text.has(spoken, at: start) {
      let from = start + spoken.utf8CodeUnitCount
      let (digits, end) = text.digits(from: from, atMost: 8, separators: Self.separators, gap: 3)
      if digits.count == 8, !text.isWord(end) { return end }
    }
    return nil
  }

  /// A code such as 2024-0612345678 holds digits that only look like a number.
  private static func isJoinedToNumber(_ text: ScalarText, _ start: Int) -> Bool {
    let before = text.scalar(start - 1)
    return (before == 0x2D || before == 0x2F || before == 0x2E || before == 0x3A) && text.isWord(start - 2)
      && text.isDigit(start - 2)
  }

  /// Mobile numbers are always somebody's; other numbers not when they are free, paid or said to be general.
  private func isPersonal(_ digits: [UInt8], in text: ScalarText, _ range: Range<Int>) -> Bool {
    if digits[1] == 6 { return true }
    if digits[1] == 8 && digits[2] == 0 || digits[1] == 9 && digits[2] == 0 { return false }
    if digits[1] == 1 && digits[2] == 4 { return false }
    if text.mentions(Self.general, in: max(0, range.lowerBound - 60)..<(range.upperBound + 40)) {
      return false
    }
    return !text.mentions(Self.desks, in: max(0, range.lowerBound - 30)..<range.lowerBound)
  }

  private static let neighbours: [[UInt8]] = [[3, 2], [4, 9], [3, 3], [4, 4], [9, 0], [4, 8]]
  private static let separators: Set<UInt32> = [
    0x20, 0x2E, 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x7E, 0x2F, 0x5C, 0x28, 0x29, 0xA0, 0x202F,
    0x2009,
  ]
  private static let general = WordSet("centrale algemene algemeen centraal hoofdnummer landelijk landelijke")
  private static let desks = WordSet(
    """
    helpdesk servicedesk klantenservice kindertelefoon meldpunt huisartsenpost crisisdienst meldkamer politie
    receptie slachtofferhulp
    """)
}
