// Licence plates: the fourteen Dutch sidecodes with dashes, and others where the text speaks of a vehicle.

import Discussion

struct LicencePlateDetector: Detector {
  func detect(in text: ScalarText, lexicon: NameLexicon, into matches: inout Matches) {
    for index in 0..<text.count
    where text.isWord(index) && !text.isWord(index - 1) && text.scalar(index - 1) != 0x2D
      && Self.hasDigit(text, from: index)
    {
      if let end = dashed(in: text, at: index) {
        matches.add(.licencePlate, index..<end)
      } else if text.mentions(Self.vehicles, in: max(0, index - 32)..<index),
        let end = loose(in: text, at: index)
      {
        matches.add(.licencePlate, index..<end)
      }
    }
  }

  /// No plate is so long that its first digit stands further on.
  private static func hasDigit(_ text: ScalarText, from start: Int) -> Bool {
    for position in start..<(start + 9) where text.isDigit(position) { return true }
    return false
  }

  /// Three groups with dashes, in an order of letters and digits that was issued.
  private func dashed(in text: ScalarText, at start: Int) -> Int? {
    guard let (shape, end, capitals) = shape(in: text, at: start, separators: [0x2D, 0x2011, 0x2013]) else {
      return nil
    }
    guard Self.sidecodes.contains(shape), !text.isWord(end),
      !(text.scalar(end) == 0x2D && text.isWord(end + 1))
    else { return nil }
    return capitals || text.isLetter(start) ? end : nil
  }

  /// Letters and digits in up to three groups after a word for a vehicle: without dashes, or from abroad.
  private func loose(in text: ScalarText, at start: Int) -> Int? {
    if let (shape, end, _) = shape(in: text, at: start, separators: [0x20, 0x2D]),
      Self.sidecodes.contains(shape),
      !text.isWord(end)
    {
      return end
    }
    var position = start
    var (letters, digits) = (0, 0)
    while text.isWord(position) {
      if text.isDigit(position) { digits += 1 } else { letters += 1 }
      position += 1
    }
    if letters >= 1, digits >= 2, (5...8).contains(letters + digits) { return position }
    // Two or three capitals, a space and four or five digits, as on Polish plates.
    guard digits == 0, (1...3).contains(letters), text.isCapital(start), text.isCapital(position - 1),
      text.scalar(position) == 0x20 || text.scalar(position) == 0x2D,
      let (_, end) = text.number(at: position + 1, digits: 5), end - position >= 4, !text.isWord(end)
    else { return nil }
    return end
  }

  /// The groups at an offset as letters and digits: `aa-999-a`.
  private func shape(
    in text: ScalarText, at start: Int, separators: Set<UInt32>
  ) -> (shape: [UInt8], end: Int, capitals: Bool)? {
    var shape: [UInt8] = []
    var position = start
    var dashes = 0
    var capitals = true
    while shape.count < 9 {
      if text.isDigit(position) {
        shape.append(UInt8(ascii: "9"))
      } else if (0x61...0x7A).contains(text.small(position)) {
        shape.append(UInt8(ascii: "a"))
        capitals = capitals && text.isCapital(position)
      } else if separators.contains(text.scalar(position)), dashes < 2, text.isWord(position + 1) {
        shape.append(UInt8(ascii: "-"))
        dashes += 1
      } else {
        break
      }
      position += 1
    }
    return shape.count == 8 && dashes == 2 ? (shape, position, capitals) : nil
  }

  private static let sidecodes: Set<[UInt8]> = Set(
    [
      "aa-99-99", "99-99-aa", "99-aa-99", "aa-99-aa", "aa-aa-99", "99-aa-aa", "99-aaa-9", "9-aaa-99",
      "aa-999-a",
      "a-999-aa", "aaa-99-a", "a-99-aaa", "9-aa-999", "999-aa-9",
    ].map { Array($0.utf8) })
  private static let vehicles = WordSet(
    """
    kenteken kentekens kentekenplaat auto bus busje bestelbus bestelbusje scooter brommer bromfiets motor wagen
    nummerbord nummerplaat plaat auto's
    """)
}
