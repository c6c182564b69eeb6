// Bank account numbers: country, length and the mod-97 test of ISO 13616.

import Discussion

struct IBANDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in 0..<text.count
    where text.isLetter(index) && text.isLetter(index + 1) && !text.isWord(index - 1) {
      if let end = accountNumber(in: text, at: index) { matches.add(.iban, index..<end) }
    }
  }

  private func accountNumber(in text: ScalarText, at start: Int) -> Int? {
    guard let country = Self.code(text, start), let length = Self.lengths[country] else { return nil }
    var characters: [UInt32] = []
    var position = start
    var end = start
    while characters.count < length {
      if text.isDigit(position) || (0x61...0x7A).contains(text.small(position)) {
        characters.append(text.small(position))
        end = position + 1
      } else if !(characters.count >= 2 && Self.separators.contains(text.scalar(position))
        && end >= position - 1)
      {
        return nil
      }
      position += 1
    }
    guard !text.isWord(end), (0x30...0x39).contains(characters[2]), (0x30...0x39).contains(characters[3])
    else { return nil }
    return Self.remainder(characters) == 1 ? end : nil
  }

  /// The number modulo 97 with the first four characters moved to the end and letters read as 10 to 35.
  static func remainder(_ characters: [UInt32]) -> Int {
    var remainder = 0
    for character in characters[4...] + characters[..<4] {
      let value = character >= 0x61 ? Int(character - 0x61) + 10 : Int(character - 0x30)
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder
  }

  private static func code(_ text: ScalarText, _ index: Int) -> UInt32? {
    let (first, second) = (text.small(index), text.small(index + 1))
    guard (0x61...0x7A).contains(first), (0x61...0x7A).contains(second) else { return nil }
    return first << 8 | second
  }

  private static let separators: Set<UInt32> = [0x20, 0x2E, 0x2D, 0xA0, 0x202F]

  /// Length by country, after the IBAN registry.
  private static let lengths: [UInt32: Int] = {
    let table =
      "nl18 be16 de22 fr27 gb22 lu20 es24 it27 pl28 tr26 pt25 at20 ch21 dk18 se24 no15 fi18 ie22 ro24 bg22 hu28 "
      + "cz24 sk24 si19 hr21 gr27 cy28 mt31 ee20 lv21 lt20 ua29 ma28 tn24 sa24 ae23 il23 rs22 ba20 mk19 al28"
    var lengths: [UInt32: Int] = [:]
    for entry in table.split(separator: " ") {
      let letters = entry.unicodeScalars.prefix(2).map(\.value)
      lengths[letters[0] << 8 | letters[1]] = Int(entry.dropFirst(2)) ?? 0
    }
    return lengths
  }()
}
