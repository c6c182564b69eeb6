// Dutch postcodes: four digits and two letters, with the contexts in which they are something else left out.

import Discussion

struct PostcodeDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in 0..<text.count where text.isDigit(index) {
      guard let end = Self.postcode(in: text, at: index) else { continue }
      let context = hasContext(in: text, index..<end, lexicon)
      if context || isUnmistakable(text, index..<end) { matches.add(.postcode, index..<end) }
    }
  }

  /// Where a stretch ends that has the form of a postcode.
  static func postcode(in text: ScalarText, at start: Int) -> Int? {
    guard (0x31...0x39).contains(text.scalar(start)), text.isDigit(start + 1), text.isDigit(start + 2),
      text.isDigit(start + 3), !text.isWord(start - 1), !before.contains(text.scalar(start - 1))
    else { return nil }
    var position = start + 4
    if [0x20, 0x2D, 0xA0].contains(text.scalar(position)) { position += 1 }
    guard (0x61...0x7A).contains(text.small(position)), (0x61...0x7A).contains(text.small(position + 1)),
      !text.isWord(position + 2), text.isCapital(position) == text.isCapital(position + 1)
    else { return nil }
    let letters = text.lower[position..<(position + 2)]
    return [[0x73, 0x61], [0x73, 0x64], [0x73, 0x73]].contains(Array(letters)) ? nil : position + 2
  }

  /// Capitals that mean nothing else, and digits that are no year.
  private func isUnmistakable(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    let letters = range.upperBound - 2
    guard text.isCapital(letters),
      !(text.scalar(range.upperBound) == 0x2D && text.isWord(range.upperBound + 1))
    else { return false }
    if range.count == 6 { return true }
    let year = text.number(at: range.lowerBound, digits: 4)?.value ?? 0
    if (1900...2099).contains(year) { return false }
    return !Self.abbreviations.contains(WordHash.of(text.lower[letters..<range.upperBound]))
  }

  /// A house number before it, the word postcode, or a town behind it.
  private func hasContext(in text: ScalarText, _ range: Range<Int>, _ lexicon: NameLexicon) -> Bool {
    if text.mentions(Self.cues, in: max(0, range.lowerBound - 14)..<range.lowerBound) { return true }
    if text.isCapital(range.upperBound - 2) || range.count == 6 {
      let next = text.firstWord(from: range.upperBound)
      if next < text.words.count, text.words[next].start - range.upperBound <= 2 {
        let word = text.words[next]
        if lexicon.knowledge(word.hash).contains(.place), word.isCapitalised { return true }
      }
    }
    return false
  }

  private static let before: Set<UInt32> = [0x20AC, 0x3A, 0x2E, 0x2D, 0x2F, 0x24]
  private static let cues = WordSet("postcode postcodes pc postcodegebied")
  private static let abbreviations = WordSet(
    "mb gb tb kb km kg cm mm eu gi vt om bw pm am nl bv nv kw hz rk je fa")
}
