// What publication mode takes out beside the findings: whatever can't be explained as ordinary language.

struct PublicationFilter {
  let lexicon: NameLexicon

  /// The further gaps, none of which touches a finding.
  func gaps(in text: ScalarText, beside matches: Matches) -> [Gap] {
    var taken = matches
    var gaps: [Gap] = []
    func take(_ range: Range<Int>, _ placeholder: String) {
      if taken.add(.person, range) { gaps.append(Gap(range: range, placeholder: placeholder)) }
    }
    for range in links(text) { take(range, "[link]") }
    for range in numbers(text) { take(range, "[nummer]") }
    for (index, word) in text.words.enumerated() where isUnexplained(word, index, text) {
      take(word.range, "[naam]")
    }
    return gaps
  }

  /// Runs without spaces that hold an at sign, or a slash and a dot.
  private func links(_ text: ScalarText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard !text.isSpace(index) else {
        index += 1
        continue
      }
      let start = index
      var (dot, slash, sign) = (false, false, false)
      while index < text.count, !text.isSpace(index) {
        let scalar = text.scalar(index)
        if scalar == 0x40, text.isWord(index + 1) { sign = true }
        if scalar == 0x2E, text.isWord(index + 1) { dot = true }
        if scalar == 0x2F, text.isWord(index + 1) || text.scalar(index + 1) == 0x2F { slash = true }
        index += 1
      }
      if sign || (dot && slash && (start..<index).contains(where: text.isLetter)) {
        ranges.append(start..<index)
      }
    }
    return ranges
  }

  /// Runs with four digits or more that are no year.
  private func numbers(_ text: ScalarText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard text.isWord(index), !text.isWord(index - 1) else {
        index += 1
        continue
      }
      let start = index
      var digits = 0
      while text.isWord(index)
        || ([0x2E, 0x2F, 0x2D, 0x20].contains(text.scalar(index)) && continues(text, index))
      {
        if text.isDigit(index) { digits += 1 }
        index += 1
      }
      if digits >= 4, !isYear(text, start..<index) { ranges.append(start..<index) }
    }
    return ranges
  }

  /// A joint goes on to the next part of a number; a space only between digits.
  private func continues(_ text: ScalarText, _ index: Int) -> Bool {
    text.scalar(index) == 0x20
      ? text.isDigit(index - 1) && text.isDigit(index + 1) : text.isWord(index + 1) && text.isWord(index - 1)
  }

  private func isYear(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    guard range.count == 4, let (year, _) = text.number(at: range.lowerBound, digits: 4) else { return false }
    return (1900...2099).contains(year)
  }

  /// A capital inside a sentence that the dictionary does not know as a word, or a name in small letters.
  private func isUnexplained(_ word: Word, _ index: Int, _ text: ScalarText) -> Bool {
    let lower = text.lower[word.range]
    let known = lexicon.knowledge(word.hash)
    let isName = !known.isDisjoint(with: [.firstName, .familyName, .properName])
    guard word.isCapitalised else {
      guard word.length > 2, !known.contains(.ordinary), isName, !known.contains(.organisation) else {
        return false
      }
      return !lexicon.isInflected(lower) && !lexicon.isCompound(lower)
    }
    if known.contains(.organisation) || (word.isAllCapitals && word.length <= 5) { return false }
    let isStart = text.isSentenceStart(word.start)
    if known.contains(.ordinary), isStart || !known.contains(.firstName) { return false }
    if NameCues.openers.contains(word.hash) { return false }
    if isStart, !isName, lexicon.isInflected(lower) || lexicon.isCompound(lower) { return false }
    return isStart || isName || !lexicon.isCompound(lower)
  }
}
