// A house number with its addition: 27b, 33-2, 203 C, 52 2-hoog, 14 bis, 7-III, ter hoogte van nr 40.

struct HouseNumber {
  var start: Int
  var end: Int

  /// The house number behind a street.
  init?(_ text: ScalarText, behind street: Int) {
    var position = street
    if text.scalar(position) == 0x2C { position += 1 }
    guard text.scalar(position) == 0x20 || text.scalar(position) == 0xA0 else { return nil }
    position += 1
    for lead in Self.leads where text.has(lead, at: position) {
      position += lead.utf8CodeUnitCount
      break
    }
    guard let (value, digitsEnd) = text.number(at: position, digits: 4), value > 0,
      text.scalar(position) != 0x30
    else { return nil }
    guard street == position - 1 || text.scalar(street) != 0x2C else { return nil }
    self.start = position
    self.end = Self.addition(text, behind: digitsEnd)
    guard !text.isWord(end), text.scalar(end) != 0x25,
      !([0x2E, 0x2C, 0x3A].contains(text.scalar(end)) && text.isDigit(end + 1))
    else { return nil }
  }

  private static func addition(_ text: ScalarText, behind digits: Int) -> Int {
    if let floor = floor(text, at: digits) { return floor }
    for dash in [0, 1] {
      let start = dash == 1 ? joint(text, digits) : digits
      guard let start else { continue }
      for word in words where text.has(word, at: start) && !text.isWord(start + word.utf8CodeUnitCount) {
        return start + word.utf8CodeUnitCount
      }
      let isSpaced =
        start > digits && text.isSpace(start - 1) && !text.isDash(digits) && !text.isDash(start - 2)
      if (0x61...0x7A).contains(text.small(start)), !text.isWord(start + 1), !text.isDash(start + 1),
        text.scalar(start + 1) != 0x27, !isSpaced || text.isCapital(start)
      {
        return start + 1
      }
      if start > digits, !isSpaced, let (_, end) = text.number(at: start, digits: 4), !text.isWord(end) {
        return floor(text, at: end) ?? (text.has("-hoog", at: end) ? end + 5 : end)
      }
    }
    return digits
  }

  /// " 2-hoog" or " 3 hoog".
  private static func floor(_ text: ScalarText, at index: Int) -> Int? {
    guard text.scalar(index) == 0x20, text.isDigit(index + 1) else { return nil }
    for word in ["-hoog", " hoog"] as [StaticString] where text.has(word, at: index + 2) { return index + 7 }
    return nil
  }

  /// The offset behind a dash, slash or space between number and addition.
  private static func joint(_ text: ScalarText, _ index: Int) -> Int? {
    var position = index
    if text.scalar(position) == 0x20 { position += 1 }
    if text.isDash(position) || text.scalar(position) == 0x2F {
      position += 1
      if text.scalar(position) == 0x20 { position += 1 }
    }
    return position > index ? position : nil
  }

  private static let leads: [StaticString] = [
    "ter hoogte van nr ", "ter hoogte van nummer ", "t.h.v. nr ", "huisnummer ", "nummer ", "nr. ", "nr ",
    "no. ", "kamer ",
    "hoek ",
  ]
  private static let words: [StaticString] = [
    "bis", "hs", "huis", "iii", "ii", "iv", "zwart", "rood", "boven", "beneden",
  ]
}

extension ScalarText {
  func isDash(_ index: Int) -> Bool { [0x2D, 0x2010, 0x2011, 0x2013].contains(scalar(index)) }
}
