// Reads the Dutch hunspell word list (OpenTaal) into the lexicon: ordinary words, proper names, places, streets.

extension NameLexicon {
  /// Adds a hunspell `.dic` file in UTF-8, such as `/usr/share/hunspell/nl_NL.dic`. The two-letter flags behind a
  /// word tell what it is in OpenTaal's list: `PN` a proper name, `PI` or `PK` with it a place with inhabitants or
  /// a municipality, `GL` and `GW` a street, `Fw` a misspelling that is listed to be refused.
  public mutating func add(hunspell bytes: [UInt8]) {
    reserve(bytes.count / 12)
    bytes.withUnsafeBufferPointer { bytes in
      var position = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count  // The first line is a count.
      while position < bytes.count {
        var end = position
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        addEntry(bytes, position..<end)
        position = end + 1
      }
    }
    if bytes.count > 1000 { markDictionary() }
  }

  private mutating func addEntry(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    let end = line.upperBound > line.lowerBound && bytes[line.upperBound - 1] == 0x0D ? -1 : 0
    let line = line.lowerBound..<(line.upperBound + end)
    var slash = line.lowerBound
    while slash < line.upperBound, bytes[slash] != UInt8(ascii: "/") { slash += 1 }
    var last = min(slash + 1, line.upperBound)
    let flags = last
    while last < line.upperBound, bytes[last] != 0x09, bytes[last] != 0x20 { last += 1 }
    let knowledge = Self.knowledge(bytes, flags..<last)
    guard !knowledge.isRefused, let word = Self.word(bytes, line.lowerBound..<slash) else { return }
    if word.first.contains(.capital) {
      insert(word.hash, knowledge.ofName)
    } else if word.first.contains(.letter) {
      insert(word.hash, .ordinary)
    }
  }

  /// What the flags say, two letters each, of a word with a capital.
  private static func knowledge(
    _ bytes: UnsafeBufferPointer<UInt8>, _ flags: Range<Int>
  ) -> (ofName: WordKnowledge, isRefused: Bool) {
    var (knowledge, isRefused): (WordKnowledge, Bool) = (.capitalised, false)
    var place = flags.lowerBound
    while place + 1 < flags.upperBound {
      switch (Unicode.Scalar(bytes[place]), Unicode.Scalar(bytes[place + 1])) {
      case ("F", "w"): isRefused = true
      case ("G", "L"), ("G", "W"): knowledge.insert(.street)
      case ("P", "N"): knowledge.insert(.properName)
      case ("P", "I"), ("P", "K"): knowledge.insert(.place)
      case ("A", "a"): knowledge.insert(.organisation)
      default: break
      }
      place += 2
    }
    return (knowledge, isRefused)
  }

  /// The hash of an entry in lower case and what its first scalar is, with the ligature that OpenTaal writes for ij
  /// taken apart; nil for a single letter.
  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (hash: UInt64, first: ScalarClass)? {
    var hash = WordHash.seed
    var (count, first): (Int, ScalarClass) = (0, [])
    func add(_ value: UInt32) {
      if count == 0 { first = ScalarClass(value) }
      count += 1
      hash = WordHash.step(hash, value == 0x2019 ? 0x27 : ScalarClass.lowercased(value))
    }
    func add(scalar value: UInt32) {
      switch value {
      case 0x133:
        add(0x69)
        add(0x6A)
      case 0x132:
        add(0x49)
        add(0x4A)
      default: add(value)
      }
    }
    if range.allSatisfy({ bytes[$0] < 0x80 }) {
      for place in range { add(UInt32(bytes[place])) }
    } else {
      for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars { add(scalar: scalar.value) }
    }
    return count >= 2 ? (hash, first) : nil
  }
}
