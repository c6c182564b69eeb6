// Reads the Dutch hunspell word list (OpenTaal) into the lexicon: ordinary words, proper names, places, streets.

extension NameLexicon {
  /// Adds a hunspell `.dic` file in UTF-8, such as `/usr/share/hunspell/nl_NL.dic`. The two-letter flags behind a
  /// word tell what it is in OpenTaal's list: `PN` a proper name, `PI` or `PK` with it a place with inhabitants or
  /// a municipality, `GL` and `GW` a street, `Fw` a misspelling that is listed to be refused.
  public mutating func add(hunspell bytes: [UInt8]) {
    var position = bytes.startIndex
    var isFirstLine = true
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if !isFirstLine { addEntry(bytes[position..<end]) }
      isFirstLine = false
      position = end + 1
    }
    if bytes.count > 1000 { markDictionary() }
  }

  private mutating func addEntry(_ line: ArraySlice<UInt8>) {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    let slash = line.firstIndex(of: UInt8(ascii: "/")) ?? line.endIndex
    let flags = Array(line[slash...].dropFirst().prefix { $0 != 0x09 && $0 != 0x20 })
    guard !Self.has("Fw", in: flags), let word = Self.word(line[line.startIndex..<slash]) else { return }
    guard ScalarClass(word[0]).contains(.capital) else {
      if ScalarClass(word[0]).contains(.letter) { note(word, .ordinary) }
      return
    }
    var knowledge: WordKnowledge = .capitalised
    if Self.has("GL", in: flags) || Self.has("GW", in: flags) { knowledge.insert(.street) }
    if Self.has("PN", in: flags) { knowledge.insert(.properName) }
    if Self.has("PI", in: flags) || Self.has("PK", in: flags) { knowledge.insert(.place) }
    if Self.has("Aa", in: flags) { knowledge.insert(.organisation) }
    note(word, knowledge)
  }

  private mutating func note(_ word: [UInt32], _ knowledge: WordKnowledge) {
    insert(WordHash.of(word.lazy.map { ScalarClass.lowercased($0) }), knowledge)
  }

  /// The scalars of an entry, with the ligature that OpenTaal writes for ij taken apart.
  private static func word(_ bytes: ArraySlice<UInt8>) -> [UInt32]? {
    var word: [UInt32] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x133: word += [0x69, 0x6A]
      case 0x132: word += [0x49, 0x4A]
      default: word.append(scalar.value)
      }
    }
    return word.count >= 2 ? word : nil
  }

  private static func has(_ flag: StaticString, in flags: [UInt8]) -> Bool {
    flag.withUTF8Buffer { wanted in
      stride(from: 0, to: flags.count - 1, by: 2).contains {
        flags[$0] == wanted[0] && flags[$0 + 1] == wanted[1]
      }
    }
  }
}
