// Addresses: a street, a house number and its addition, with the postcode behind it.

import Discussion

struct AddressDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in text.words.indices {
      let word = text.words[index]
      if let range = numbered(text, wordAt: index) { matches.add(.address, range) }
      guard let number = HouseNumber(text, behind: word.end), matches.isFree(word.range),
        !AddressCues.isQuantity(text, behind: number.end)
      else { continue }
      let postcode = Self.postcode(text, behind: number.end)
      guard isStreet(text, index, lexicon, matches, before: number, hasPostcode: postcode != nil) else {
        continue
      }
      let start = Self.streetStart(text, index, lexicon)
      if matches.add(.address, start..<number.end), let postcode { matches.add(.postcode, postcode) }
    }
  }

  /// Whether a word before a number is a street.
  private func isStreet(
    _ text: ScalarText, _ index: Int, _ lexicon: NameLexicon, _ matches: Matches, before number: HouseNumber,
    hasPostcode: Bool
  ) -> Bool {
    let word = text.words[index]
    let known = lexicon.knowledge(word.hash)
    if AddressCues.notStreets.contains(word.hash) || AddressCues.isOffice(text, before: word.start) {
      return false
    }
    let ending = AddressCues.hasStreetEnding(text, word)
    if word.isCapitalised {
      if ending || known.contains(.street) { return !(word.length < 4 && !Self.isNamedBefore(text, index)) }
      if hasPostcode { return true }
      // A street without a usual ending: only where somebody lives there or a town follows.
      guard !known.contains(.ordinary) || AddressCues.isDwelling(text, before: word.start) else {
        return AddressCues.isTown(text, behind: number.end, lexicon, comma: true)
          && !AddressCues.isSentenceStart(text, word.start)
      }
      return AddressCues.isDwelling(text, before: word.start)
        || (AddressCues.isTown(text, behind: number.end, lexicon, comma: true)
          && !known.contains(.organisation))
    }
    guard ending, word.length >= 6 else { return false }
    return hasPostcode || AddressCues.isDwelling(text, before: word.start)
      || (!lexicon.isCommon(text.lower[word.range])
        && AddressCues.isTown(text, behind: number.end, lexicon, comma: false))
  }

  /// "nummer 19 van de Acaciahof".
  private func numbered(_ text: ScalarText, wordAt index: Int) -> Range<Int>? {
    let word = text.words[index]
    guard AddressCues.numberWords.contains(word.hash),
      let (_, end) = text.number(at: word.end + 1, digits: 4),
      text.has(" van de ", at: end) || text.has(" in de ", at: end) || text.has(" aan de ", at: end)
    else { return nil }
    for next in (index + 1)..<min(index + 5, text.words.count)
    where text.words[next].isCapitalised && AddressCues.hasStreetEnding(text, text.words[next]) {
      return word.start..<text.words[next].end
    }
    return nil
  }

  /// Extends a street to the left: Grote Beerstraat, Burg. Colijnstraat, Laan van Meerdervoort.
  private static func streetStart(_ text: ScalarText, _ index: Int, _ lexicon: NameLexicon) -> Int {
    var first = index
    var candidate = index - 1
    while candidate >= 0, index - candidate <= 4 {
      let (word, next) = (text.words[candidate], text.words[candidate + 1])
      let dotted = text.scalar(word.end) == 0x2E && AddressCues.abbreviations.contains(word.hash)
      guard next.start - word.end <= (dotted ? 2 : 1), text.isSpace(next.start - 1) || dotted,
        !text.isNewline(word.end)
      else { break }
      if word.isCapitalised {
        if AddressCues.notBeforeStreet.contains(word.hash) { break }
        first = candidate
      } else if !(AddressCues.inner.contains(word.hash)) {
        break
      }
      candidate -= 1
    }
    return text.words[first].start
  }

  private static func isNamedBefore(_ text: ScalarText, _ index: Int) -> Bool {
    index > 0 && text.words[index - 1].isCapitalised
      && text.words[index].start - text.words[index - 1].end == 1
  }

  /// A postcode behind a house number, also written small.
  private static func postcode(_ text: ScalarText, behind end: Int) -> Range<Int>? {
    var position = end
    while position - end < 4, [0x20, 0x2C, 0x28, 0x0A, 0x7C].contains(text.scalar(position)) { position += 1 }
    return PostcodeDetector.postcode(in: text, at: position).map { position..<$0 }
  }
}
