// Citizen service numbers: eight or nine digits that pass the 11-test, in the ways people group them.

import Discussion

struct BSNDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    var index = 0
    while index < text.count {
      guard text.isDigit(index), !text.isWord(index - 1), !Self.joins.contains(text.scalar(index - 1)) else {
        index += 1
        continue
      }
      if let end = number(in: text, at: index) {
        matches.add(.bsn, index..<end)
        index = end
      } else {
        while text.isDigit(index) { index += 1 }
      }
    }
  }

  private func number(in text: ScalarText, at start: Int) -> Int? {
    let cued = text.mentions(Self.cues, in: max(0, start - 40)..<start)
    for length in cued ? [9, 8] : [9] {
      let (digits, end) = text.digits(
        from: start, atMost: length, separators: Self.separators, gap: cued ? 3 : 1)
      guard digits.count == length, !text.isWord(end), !(text.scalar(end) == 0x2D && text.isDigit(end + 1)),
        !([0x2E, 0x2C, 0x20].contains(text.scalar(end)) && text.isDigit(end + 1) && !cued)
      else { continue }
      // The rest of a longer number is no number of eight digits.
      if length == 8, Self.separators.contains(text.scalar(start - 1)), text.isDigit(start - 2) { continue }
      guard Self.passesElevenTest(digits), cued || Self.isUsualGrouping(text, start..<end) else { continue }
      if !cued, text.mentions(Self.otherNumbers, in: max(0, start - 22)..<start) { continue }
      return end
    }
    return nil
  }

  /// The weighted sum (9, 8, … 2, -1) of the digits is a multiple of eleven; eight digits get a leading zero.
  static func passesElevenTest(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8 || digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
    let nine = digits.count == 8 ? [0] + digits : digits
    var sum = -Int(nine[8])
    for index in 0..<8 { sum += Int(nine[index]) * (9 - index) }
    return sum % 11 == 0
  }

  /// 123456782, 1234.56.782, 123 456 782, 1234 56 782.
  private static func isUsualGrouping(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    var groups: [Int] = [0]
    var separator: UInt32?
    for index in range {
      if text.isDigit(index) {
        groups[groups.count - 1] += 1
      } else {
        if let separator, separator != text.scalar(index) { return false }
        separator = text.scalar(index)
        groups.append(0)
      }
    }
    return groups == [9] || groups == [4, 2, 3] || groups == [3, 3, 3]
  }

  private static let joins: Set<UInt32> = [0x2E, 0x2D, 0x2F, 0x2C, 0x20AC]
  private static let separators: Set<UInt32> = [0x20, 0x2E, 0x2D, 0xA0, 0x202F, 0x2011, 0x2013]
  private static let cues = WordSet(
    """
    bsn bsn's bsn-nummer bsn-nummers bsnnummer burgerservicenummer burgerservicenummers burgerservice sofinummer
    sofi sofi-nummer bsnr
    """)
  private static let otherNumbers = WordSet(
    """
    artikel artikelnummer order ordernummer factuur factuurnummer debiteur debiteurnummer debiteurennummer product
    productnummer relatie relatienummer test testnummer ticket ticketnummer kvk kvk-nummer polis polisnummer agb
    agb-code contract contractnummer verwijsnummer meldingnummer isbn btw-nummer big-nummer skj-nummer rsin
    bestelnummer volgnummer registratienummer lidnummer klantnummer
    """)
}
